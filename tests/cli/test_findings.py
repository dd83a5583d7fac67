"""``--findings``: a row a finding in a file, and the counts alone on the screen."""

from pathlib import Path

import pytest

from ..conftest import AS_OF, Digecon

SAMPLE = "sample_reports/illustrative/wuhan-wedz-2025.yaml"


@pytest.mark.parametrize("name", ["findings.csv", "findings.CSV", "findings.parquet"])
def test_findings_are_what_the_format_of_the_suffix_writes(
    name: str, digecon: Digecon, tmp_path: Path
) -> None:
    into, other = tmp_path / name, tmp_path / "other"
    ran = digecon("check", SAMPLE, "--as-of", AS_OF, "--lang", "en", "--findings", str(into))
    form = name.rpartition(".")[2].lower()
    digecon("check", SAMPLE, "--as-of", AS_OF, "--lang", "en", "--output-format", f"{form}={other}")
    assert ran.code == 1
    assert "core_value_added" not in ran.out
    assert into.read_bytes() == other.read_bytes()


def test_another_suffix_is_refused(digecon: Digecon, tmp_path: Path) -> None:
    ran = digecon("check", SAMPLE, "--findings", str(tmp_path / "findings.txt"), "--lang", "en")
    assert ran.code == 2
    assert "is to be a .parquet or a .csv file" in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []


def test_findings_and_a_format_go_to_two_files(digecon: Digecon, tmp_path: Path) -> None:
    out = str(tmp_path / "out.csv")
    ran = digecon("check", SAMPLE, "--findings", out, "--output-format", f"csv={out}", "--lang", "en")
    assert ran.code == 2
    assert "two outputs cannot go to one file" in " ".join(ran.err.split())
