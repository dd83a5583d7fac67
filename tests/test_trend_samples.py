"""The trend of the samples in every format, word for word, each read back by a reader that is not ours."""

from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from .conftest import AS_OF, TESTS, Digecon, matches_golden
from .readers import TREND_READERS, read_trend
from .shown_formats import golden_name, in_words, shown

TRENDED = [name for name, format in FORMATS.items() if format.trends]
CASES = {
    "all": ("sample_reports/published", "--document", "all", "--base", "2020"),
    "wuhan": ("sample_reports/published", "--base", "2020", "--entity", "wuhan"),
    "growth": ("sample_reports/published", "--base", "2020", "--entity", "wuhan", "--method", "cagr"),
    "illustrative": (
        "sample_reports",
        "--entity",
        "wuhan",
        "--entity",
        "wuhan-wedz",
        "--method",
        "projection",
    ),
}
"""What is followed: published figures by two methods, and all samples with one that cannot be read."""

IN_BOTH = ("json", "csv", "parquet")
"""Formats for programs, which are the same in every language."""


def test_every_format_that_shows_a_trend_has_a_reader() -> None:
    assert set(TREND_READERS) == set(TRENDED)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("format", TRENDED)
@pytest.mark.parametrize("lang", LANGS)
def test_trend_of_samples(case: str, format: str, lang: str, digecon: Digecon, tmp_path: Path) -> None:
    asked = ("trend", *CASES[case], "--as-of", AS_OF, "--lang", lang)
    content, ran = shown(digecon, format, tmp_path, *asked)
    assert ran.code == (3 if case == "illustrative" else 0)
    read_trend(format, content)
    name = golden_name(case if format in IN_BOTH else f"{case}.{lang}", format)
    matches_golden(in_words(format, content), TESTS / "golden" / "trend" / name)


@pytest.mark.parametrize("format", TRENDED)
def test_the_same_command_may_run_twice(format: str, digecon: Digecon, tmp_path: Path) -> None:
    report = (Path("sample_reports/published/wuhan-2021.yaml")).read_text("utf-8")
    (tmp_path / "report.yaml").write_text(report, "utf-8")
    into = tmp_path / f"trend.{format.removesuffix('-bom')}"
    asked = ("trend", str(tmp_path), "--as-of", AS_OF, "--output-format", f"{format}={into}")
    first, again = digecon(*asked), digecon(*asked)
    assert (first.code, again.code) == (0, 0)
    assert into.read_bytes()
    assert digecon("check", str(tmp_path), "--as-of", AS_OF).code == 4
