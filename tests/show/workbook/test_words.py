"""The words of the workbook: names of sheets that Excel takes, and headings that differ."""

import pytest

from hubei_digecon.shapes.columns import SHEETS, TASKS
from hubei_digecon.show.workbook import words
from hubei_digecon.text import LANGS, Lang, Text

TEXTS = {name: text for name, text in vars(words).items() if isinstance(text, Text)}


@pytest.mark.parametrize("lang", LANGS)
def test_a_sheet_has_a_name_that_excel_takes(lang: Lang) -> None:
    names = [sheet.pick(lang) for sheet in SHEETS]
    assert len(set(names)) == len(names)
    for name in names:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\'")


@pytest.mark.parametrize("lang", LANGS)
def test_no_two_headings_are_the_same(lang: Lang) -> None:
    shown: dict[str, list[str]] = {}
    for name, text in TEXTS.items():
        shown.setdefault(text.pick(lang), []).append(name)
    assert [names for names in shown.values() if len(names) > 1] == []


def test_the_sheets_of_a_result_are_those_that_it_is_known_by() -> None:
    assert SHEETS == (
        words.OVERVIEW,
        words.OPINIONS,
        words.SUMMARY,
        words.FINDINGS,
        words.CHANGES,
        words.SCHEDULE,
        words.POINTS,
        words.CHARTS,
        TASKS,
        words.EVIDENCE,
        words.NOT_COUNTED,
        words.DIAGNOSTICS,
        words.NOTES,
    )


def test_what_is_cut_says_how_much() -> None:
    assert words.LEFT_OUT.format(number=12).en.startswith("Rows left out, since a sheet holds no more: 12. ")
    assert words.READ.format(sort=Text("报告", "report")) == Text("所读文件：报告", "File read: report")
