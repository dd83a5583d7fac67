"""The scoreboard of the samples in every format, word for word, each read back by a reader that is not ours."""

from pathlib import Path

import pytest

from hubei_digecon.render import FORMATS
from hubei_digecon.render.escape import markdown_text
from hubei_digecon.text import LANGS

from .conftest import AS_OF, TESTS, Digecon, matches_golden
from .html_reader import html
from .places import Places
from .readers import BOARD_READERS, read_board

SCORED = [name for name, format in FORMATS.items() if format.scores]
CASES = {
    "published-2024": ("sample_reports/published", "--period", "2024"),
    "all": ("sample_reports",),
    "reviewed": ("sample_reports/illustrative", "--review", "sample_reports/illustrative/reviews"),
}
"""What is scored: published figures, all samples with one that cannot be read, and samples with reviews."""

IN_BOTH = ("json", "csv", "csv-bom")
"""Formats for programs, which are the same in every language."""


def test_every_format_that_scores_has_a_reader() -> None:
    assert set(BOARD_READERS) == set(SCORED)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("format", SCORED)
@pytest.mark.parametrize("lang", LANGS)
def test_scoreboard_of_samples(case: str, format: str, lang: str, digecon: Digecon) -> None:
    ran = digecon(
        "score", *CASES[case], "--as-of", AS_OF, "--output-format", format, "--lang", lang, "--rank"
    )
    read_board(format, ran.out)
    name = f"{case}.{format}" if format in IN_BOTH else f"{case}.{lang}.{format}"
    shown = html(ran.out).outline if format == "html" else ran.out
    matches_golden(shown, TESTS / "golden" / "score" / name)


@pytest.mark.parametrize("lang", LANGS)
def test_a_wide_terminal_shows_all_columns_side_by_side(
    lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = digecon("score", *CASES["all"], "--as-of", AS_OF, "--lang", lang)
    matches_golden(ran.out, TESTS / "golden" / "score" / f"wide.{lang}.table")


@pytest.mark.parametrize("format", SCORED)
@pytest.mark.parametrize("lang", LANGS)
def test_ranked_places_in_every_format(format: str, lang: str, tmp_path: Path, digecon: Digecon) -> None:
    places = Places(tmp_path, "abcdef")
    for number, zone in enumerate("abcdf"):
        places.report(zone, *places.numbers(output=60 + 10 * number), name=zone)
    places.report("e", "output: {value: 100, unit: 亿元}", name="e")
    ran = digecon(*places.score("--rank"), "--output-format", format, "--lang", lang)
    assert ran.code in (1, 4)
    shown = ran.out.replace(str(tmp_path), "FOLDER").replace(markdown_text(str(tmp_path)), "FOLDER")
    read_board(format, shown)
    if format not in ("json", "html"):  # their length says nothing more; the types hold them
        name = f"ranked.{format}" if format in IN_BOTH else f"ranked.{lang}.{format}"
        matches_golden(shown, TESTS / "golden" / "score" / name)
