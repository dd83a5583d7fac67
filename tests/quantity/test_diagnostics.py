"""What there is to say of written values: how much each kind weighs, and that its example shows it."""

import pytest

from hubei_digecon.diagnostics import DiagnosticKind, Severity, diagnose
from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.reports import read_report
from hubei_digecon.quantity import diagnostics
from hubei_digecon.quantity.diagnostics import ABOUT_UNITS, KINDS, MISSING_UNIT, NEGATIVE_COUNT
from hubei_digecon.text import Text

from ..building import LIBRARY
from ..load.reading import HEAD, document


def test_every_kind_of_the_module_is_in_the_table() -> None:
    assert {one for one in vars(diagnostics).values() if isinstance(one, DiagnosticKind)} == set(KINDS)
    assert set(ABOUT_UNITS) < set(KINDS)


def test_what_can_be_read_in_one_way_is_no_error() -> None:
    assert {kind.id: kind.severity.id for kind in KINDS if kind.severity is not Severity.ERROR} == {
        "unit-alike": "note",
        "full-width-digits": "warning",
        "hedged-value": "warning",
        "short-unit": "note",
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_an_example_is_told_of_what_fails_and_of_nothing_that_passes(kind: DiagnosticKind) -> None:
    read = [
        read_report(document(f"{HEAD}{part}\n"), LIBRARY)
        for part in (kind.example.fails, kind.example.passes)
    ]
    told = [
        {one.kind.id for one in (one.faults if isinstance(one, RefusedInput) else one.diagnostics)}
        for one in read
    ]
    assert [kind.id in ids for ids in told] == [True, False]


def test_a_message_holds_the_text_that_was_written() -> None:
    assert diagnose(NEGATIVE_COUNT, text="-4家").message == Text(
        "数量不能为负：“-4家”", "a count cannot be negative: “-4家”"
    )
    assert MISSING_UNIT in KINDS
    assert MISSING_UNIT not in ABOUT_UNITS
