"""What can be chosen in a cell, and what is said of anything else."""

import pytest
from openpyxl import Workbook

from hubei_digecon.forms.xlsx.choices import WORDS, Choices
from hubei_digecon.show.view import View
from hubei_digecon.text import Lang

from ...building import STOCK


def rules(lang: Lang, *cells: tuple[str, list[str]]) -> list[tuple[str, str, str]]:
    """Return the rules of a sheet whose cells take one of some choices: kind, choices and cells."""
    sheet = Workbook().create_sheet()
    choices = Choices(sheet, View(lang))
    for cell, words in cells:
        choices.one_of(cell, words)
    return [(rule.type, rule.formula1, str(rule.sqref)) for rule in sheet.data_validations.dataValidation]


def test_cells_with_the_same_choices_share_a_rule() -> None:
    assert rules("zh", ("A1", ["是", "否"]), ("A3", ["是", "否"]), ("B1", ["亿元"])) == [
        ("list", '"是,否"', "A1 A3"),
        ("list", '"亿元"', "B1"),
    ]


@pytest.mark.parametrize(
    ("words", "ruled"),
    [
        (["a" * 255], True),
        (["a" * 256], False),
        (["a" * 127, "b" * 127], True),
        (["a" * 128, "b" * 127], False),
        (["a,b"], False),
        (['a"b'], False),
    ],
)
def test_choices_that_make_no_rule_leave_a_cell_open(words: list[str], ruled: bool) -> None:
    assert bool(rules("en", ("A1", words))) is ruled


@pytest.mark.parametrize(
    ("lang", "chosen"),
    [("zh", "未公布,未统计,不适用"), ("en", "not_published,not_collected,not_applicable")],
)
def test_a_word_is_chosen_as_a_report_can_hold_it(lang: Lang, chosen: str) -> None:
    sheet = Workbook().create_sheet()
    Choices(sheet, View(lang)).words("C5", "missing")
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.formula1, str(rule.sqref)) == (f'"{chosen}"', "C5")
    assert [word.id for word in WORDS["missing"]] == ["not_published", "not_collected", "not_applicable"]


def test_a_unit_is_one_of_its_kind() -> None:
    sheet = Workbook().create_sheet()
    Choices(sheet, View("zh")).units("D2", STOCK)
    (rule,) = sheet.data_validations.dataValidation
    assert rule.formula1 == '"{}"'.format(",".join(STOCK.units.full))


def test_anything_else_is_warned_of_and_let_in() -> None:
    sheet = Workbook().create_sheet()
    choices = Choices(sheet, View("en"))
    choices.one_of("A1", ["yes"])
    choices.day("B1")
    told = [(rule.type, rule.errorStyle, rule.error) for rule in sheet.data_validations.dataValidation]
    assert told == [
        ("list", "warning", "This is none of the choices, and may not be read."),
        ("date", "warning", "Write a date, as in 2026-01-20."),
    ]


def test_a_day_is_one_of_this_century() -> None:
    """Its two ends stood in the wrong places, so that the rule held nothing."""
    sheet = Workbook().create_sheet()
    Choices(sheet, View("zh")).day("C4")
    (rule,) = sheet.data_validations.dataValidation
    assert (rule.type, rule.operator, rule.formula1, rule.formula2) == ("date", "between", "36526", "73050")
