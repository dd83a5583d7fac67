"""What there is to say of a workbook: how much each kind weighs, and what its example shows."""

import pytest

from hubei_digecon.diagnostics import DiagnosticKind, Severity, Sort, diagnose
from hubei_digecon.load.tables.workbook import diagnostics
from hubei_digecon.load.tables.workbook.diagnostics import KINDS, NO_SHEET, UNKNOWN_SHEET
from hubei_digecon.text import Text


def test_every_kind_of_the_module_is_in_the_table() -> None:
    declared = [one for one in vars(diagnostics).values() if isinstance(one, DiagnosticKind)]
    assert set(declared) == set(KINDS)
    assert len(declared) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_an_example_is_told_in_words_since_no_yaml_shows_a_workbook(kind: DiagnosticKind) -> None:
    assert isinstance(kind.example.fails, Text)
    assert isinstance(kind.example.passes, Text)
    assert kind.example.sort is Sort.FILE


def test_what_is_read_all_the_same_is_no_error() -> None:
    assert {kind.id: kind.severity for kind in KINDS if kind.severity is not Severity.ERROR} == {
        "hidden-cells": Severity.WARNING,
        "formula-in-cell": Severity.WARNING,
        "no-such-document": Severity.WARNING,
        "rounded-across-target": Severity.WARNING,
        "shown-rounded": Severity.NOTE,
    }


def test_a_sheet_is_named_in_both_languages() -> None:
    missing = diagnose(NO_SHEET, name=Text("封面", "Cover"))
    assert missing.message == Text("工作簿中没有工作表“封面”", "the workbook has no sheet “Cover”")
    unknown = diagnose(UNKNOWN_SHEET, name="测算", suggestion=Text("是否应为“表1”？", "is it “Table 1”? "))
    assert unknown.fix.en == (
        "is it “Table 1”? give it its name back where it belongs to the form; else remove it"
    )
