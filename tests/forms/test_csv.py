"""The form as a CSV table: word for word, read back without a fault, and judged once it is filled."""

import csv
import io
from pathlib import Path

import pytest

from hubei_digecon.shapes.columns import BY_KEY, VALUE
from hubei_digecon.text import LANGS, Lang

from ..conftest import AS_OF, TESTS, Digecon, matches_golden

PLACES = ("wuhan", "wuhan-east-lake", "wuhan-wedz")


def form(place: str, lang: Lang, path: Path, digecon: Digecon) -> Path:
    ran = digecon("new", place, "--date", "2026-01-20", "--lang", lang, "-o", str(path / "form.csv"))
    assert ran.code == 0
    return path / "form.csv"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", PLACES)
def test_the_form_of_a_place(place: str, lang: Lang, tmp_path: Path, digecon: Digecon) -> None:
    text = form(place, lang, tmp_path, digecon).read_text("utf-8")
    matches_golden(text, TESTS / "golden" / "forms" / f"{place}.{lang}.csv")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", PLACES)
def test_of_an_empty_form_is_said_that_it_is(
    place: str, lang: Lang, tmp_path: Path, digecon: Digecon
) -> None:
    path = form(place, lang, tmp_path, digecon)
    out = digecon("lint", str(path), "--lang", "en").out
    assert f"{path}:2:" in out
    assert "warning form-not-filled:" in out
    assert out.endswith("files read: 1; errors 0, warnings 1, notes 0.\n")
    assert digecon("check", str(path), "--as-of", AS_OF).code == 4


@pytest.mark.parametrize("lang", LANGS)
def test_a_filled_form_is_judged(lang: Lang, tmp_path: Path, digecon: Digecon) -> None:
    path = form("wuhan", lang, tmp_path, digecon)
    head, *rows = csv.reader(io.StringIO(path.read_text("utf-8-sig")))
    at = head.index(VALUE.heading.pick(lang))
    for row, value in zip(rows, ("13.5", "部分实现", "2970", "22000"), strict=True):
        row[at] = value
    rows[0][head.index(BY_KEY["submitted.by"].heading.pick(lang))] = "示例单位"
    written = io.StringIO()
    csv.writer(written).writerows([head, *rows])
    path.write_text(written.getvalue(), "utf-8")
    ran = digecon("check", str(path), "--as-of", AS_OF, "--lang", "en", "-q")
    assert "judged 2 of 2: met 1, missed 1" in ran.out
