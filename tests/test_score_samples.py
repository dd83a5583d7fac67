"""The scoreboard of the samples in every format, word for word, each read back by a reader that is not ours."""

from pathlib import Path

import pytest

from hubei_digecon.show.escape import markdown_text
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from .conftest import AS_OF, TESTS, Digecon, matches_golden
from .places import Places
from .readers import BOARD_READERS, read_board
from .shown_formats import golden_name, in_words, shown

SCORED = [name for name, format in FORMATS.items() if format.scores]
CASES = {
    "published-2024": ("sample_reports/published", "--period", "2024"),
    "all": ("sample_reports",),
    "reviewed": ("sample_reports/illustrative", "--review", "sample_reports/illustrative/reviews"),
}
"""What is scored: published figures, all samples with one that cannot be read, and samples with reviews."""

IN_BOTH = ("json", "csv", "parquet")
"""Formats for programs, which are the same in every language."""


def test_every_format_that_scores_has_a_reader() -> None:
    assert set(BOARD_READERS) == set(SCORED)


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("format", SCORED)
@pytest.mark.parametrize("lang", LANGS)
def test_scoreboard_of_samples(case: str, format: str, lang: str, digecon: Digecon, tmp_path: Path) -> None:
    asked = ("score", *CASES[case], "--as-of", AS_OF, "--lang", lang, "--rank")
    content, _ = shown(digecon, format, tmp_path, *asked)
    read_board(format, content)
    name = golden_name(case if format in IN_BOTH else f"{case}.{lang}", format)
    matches_golden(in_words(format, content), TESTS / "golden" / "score" / name)


@pytest.mark.parametrize("lang", LANGS)
def test_a_wide_terminal_shows_all_columns_side_by_side(
    lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = digecon("score", *CASES["all"], "--as-of", AS_OF, "--lang", lang)
    matches_golden(ran.out, TESTS / "golden" / "score" / f"wide.{lang}.table")


@pytest.mark.parametrize("format", SCORED)
@pytest.mark.parametrize("lang", LANGS)
def test_ranked_places_in_every_format(
    format: str, lang: str, tmp_path: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # where lines are wrapped depends on how long paths are
    places = Places(tmp_path, "abcdef")
    for number, zone in enumerate("abcdf"):
        places.report(zone, *places.numbers(output=60 + 10 * number), name=zone)
    places.report("e", "output: {value: 100, unit: 亿元}", name="e")
    words = (word.removeprefix(f"{tmp_path}/") for word in places.score("--rank"))
    content, ran = shown(digecon, format, tmp_path, *words, "--lang", lang)
    assert ran.code in (1, 4)
    read_board(format, content)
    told = in_words(format, content) if format != "html" else ""
    told = told.replace(str(tmp_path), "FOLDER").replace(markdown_text(str(tmp_path)), "FOLDER")
    if format not in ("json", "html"):  # their length says nothing more; the types hold them
        name = golden_name("ranked" if format in IN_BOTH else f"ranked.{lang}", format)
        matches_golden(told, TESTS / "golden" / "score" / name)
