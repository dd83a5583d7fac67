"""``digecon diff``: what is refused, exit codes, formats."""

import json
from pathlib import Path

import pytest

from ..conftest import AS_OF, Digecon

REPORT = "sample_reports/illustrative/wuhan-east-lake-2025.yaml"
REVIEWS = "sample_reports/illustrative/reviews"


@pytest.fixture
def results(tmp_path: Path, digecon: Digecon) -> tuple[str, str]:
    made = (str(tmp_path / "a.json"), str(tmp_path / "b.json"))
    for path, review in zip(made, ((), ("--review", REVIEWS)), strict=True):
        digecon("check", REPORT, *review, "--as-of", AS_OF, "--output-format", f"json={path}")
    return made


def test_what_changed(results: tuple[str, str], digecon: Digecon) -> None:
    ran = digecon("diff", *results, "--lang", "zh")
    assert ran.code == 0
    assert "共有9处不同：总体结论1、完成情况2、理由2、佐证情况2、阶段性结论2。" in ran.out
    assert digecon("diff", results[0], results[0], "-q", "--lang", "en").out == "nothing differs.\n"


@pytest.mark.parametrize("arguments", [(), ("one.json",), ("a.json", "b.json", "c.json")])
def test_two_things_are_compared(arguments: tuple[str, ...], digecon: Digecon) -> None:
    ran = digecon("diff", *arguments, "--lang", "en")
    assert ran.code == 2
    assert "name the two things to compare, as in: digecon diff earlier.json result.json" in ran.err


def test_what_does_not_go_together_is_refused(results: tuple[str, str], digecon: Digecon) -> None:
    ran = digecon("diff", "targets", results[0], "--lang", "en")
    assert (ran.code, "these cannot be compared" in ran.err) == (2, True)


def test_what_cannot_be_read_and_nothing_to_compare(
    results: tuple[str, str], tmp_path: Path, digecon: Digecon
) -> None:
    assert digecon("diff", results[0], str(tmp_path / "none.json")).code == 3
    broken = tmp_path / "broken.json"
    broken.write_text('{"format": "digecon/result/v1"}', "utf-8")
    ran = digecon("diff", results[0], str(broken), "--lang", "en")
    assert (ran.code, "not-a-result" in ran.err) == (3, True)
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = digecon("diff", str(empty), REPORT, "--as-of", AS_OF, "--lang", "en", "-q")
    assert (ran.code, "nothing to compare: A holds no report and no target." in ran.out) == (4, True)


def test_no_output_goes_over_an_input(results: tuple[str, str], digecon: Digecon) -> None:
    ran = digecon("diff", *results, "--output-format", f"json={results[0]}")
    assert ran.code == 2
    assert json.loads(Path(results[0]).read_text("utf-8"))["format"] == "digecon/result/v1"


def test_several_formats_in_one_run(results: tuple[str, str], tmp_path: Path, digecon: Digecon) -> None:
    written = tmp_path / "diff.csv"
    ran = digecon("diff", *results, "--output-format", "json", "--output-format", f"csv={written}")
    assert ran.code == 0
    assert len(json.loads(ran.out)["differences"]) == len(written.read_text("utf-8").splitlines()) - 1 == 9


def test_its_own_results_are_no_reports(results: tuple[str, str], tmp_path: Path, digecon: Digecon) -> None:
    for format in ("json", "csv"):
        digecon("diff", *results, "--output-format", f"{format}={tmp_path / f'diff.{format}'}")
    ran = digecon("check", str(tmp_path), "--lang", "en", "-q")
    assert (ran.code, ran.out) == (4, "judged 0 of 0: no report was found to check.\n")


@pytest.mark.parametrize("format", ["table", "text", "markdown", "json", "csv"])
def test_names_and_lines_are_left_out_where_asked(format: str, tmp_path: Path, digecon: Digecon) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text(
        "entity: wuhan-east-lake\nperiod: 2025\nsubmitted: {by: x, date: 2026-01-20}\n"
        "observations:\n  gazelle_firms: {value: 1, unit: 家, items: [{name: 秘密公司, 秘密键: 1}]}\n",
        "utf-8",
    )
    asked = ("diff", str(faulty), REPORT, "--as-of", AS_OF, "--output-format", format)
    plain, redacted = digecon(*asked), digecon(*asked, "--redact-items")
    assert (plain.code, redacted.code) == (3, 3)
    assert "秘密键" in plain.out + plain.err
    assert "秘密" not in redacted.out + redacted.err
