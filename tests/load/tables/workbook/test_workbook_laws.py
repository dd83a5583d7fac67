"""The law of whole workbooks: a cell is judged on the number that it stores, or its report says what is wrong."""

import re
import tempfile
from collections.abc import Callable
from fractions import Fraction
from functools import cache
from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon import check
from hubei_digecon.load.tables.workbook.formats import BUILT_IN

from ....building import LIBRARY, PROPERTY
from ....laws import examples
from ....number_formats import CUSTOM
from ....workbooks import DAY, cell_of, cover_of, form, opened, patched, saved

STANDS_FOR_ANY = '"any"0'
FORMATS = st.sampled_from([*BUILT_IN, *CUSTOM])
VALUES = st.one_of(
    st.integers(0, 10**7).map(float),
    st.decimals(0, 10**5, places=4).map(float),
    st.floats(0, 1, allow_nan=False),
    st.sampled_from([0.0, 400.0, 4250.5, 0.2, 0.20014, 20.0, 3.0, 5.0, 150.0, 4000000.0]),
)
INDICATORS = ("core_value_added", "core_share_of_gdp", "integration_certified_firms")


@cache
def _form_with_one_number(indicator: str) -> tuple[bytes, str]:
    """Return a form in which one cell holds 1 in a format of its own, and the name of that cell."""
    workbook = opened(form())
    for key, text in {"submitted.by": "示例单位", "submitted.date": "2026-01-20"}.items():
        cover_of(workbook, key).value = text
    cell = cell_of(workbook, indicator, "value")
    cell.value, cell.number_format = 1, STANDS_FOR_ANY
    return saved(workbook), cell.coordinate


def _with_format(format: int | str) -> Callable[[str], str]:
    """Return what puts a format, built in or written out, in the place of the one that stands for any."""

    def change(styles: str) -> str:
        found = re.search(r'<numFmt numFmtId="(\d+)" formatCode="&quot;any&quot;0" ?/>', styles)
        assert found
        if isinstance(format, str):
            return styles.replace('formatCode="&quot;any&quot;0"', f"formatCode={quoteattr(format)}")
        return styles.replace(f'numFmtId="{found[1]}"', f'numFmtId="{format}"').replace(
            f'<numFmt numFmtId="{format}" formatCode="&quot;any&quot;0"',
            '<numFmt numFmtId="999" formatCode="0"',
        )

    return change


def _with_number(cell: str, number: float) -> Callable[[str], str]:
    def change(sheet: str) -> str:
        changed, count = re.subn(rf'(<c r="{cell}"[^>]*><v>)1(</v>)', rf"\g<1>{number!r}\g<2>", sheet)
        return changed if count else sheet

    return change


def hold(indicator: str, format: int | str, number: float) -> bool:
    """Hold a workbook to the law, and return whether its number was judged."""
    data, cell = _form_with_one_number(indicator)
    sheets = (r"xl/worksheets/sheet\d+\.xml", _with_number(cell, number))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "report.xlsx")
        path.write_bytes(patched(data, (r"xl/styles\.xml", _with_format(format)), sheets))
        run = check(path, targets=LIBRARY, as_of=DAY)
    (one,) = run.assessments
    read = [
        finding.observation.quantity
        for finding in one.findings
        if finding.observation and finding.observation.quantity
    ]
    if not read:
        assert any(diagnostic.is_error for diagnostic in one.diagnostics)
        return False
    (quantity,) = read
    stored = Fraction(repr(number))
    row = {"core_value_added": "亿元", "core_share_of_gdp": "%"}.get(indicator, "家")
    taken = {stored, stored * 100} if row == "%" else {stored}
    assert quantity.number * quantity.units.ratio(quantity.unit, row) in taken
    return True


@settings(PROPERTY, max_examples=examples(60))
@given(st.sampled_from(INDICATORS), FORMATS, VALUES)
def test_a_workbook_is_judged_on_its_stored_number_or_refused(
    indicator: str, format: int | str, number: float
) -> None:
    hold(indicator, format, number)


@pytest.mark.heavy
def test_so_is_every_one_of_very_many() -> None:
    ends = set()

    @settings(PROPERTY, max_examples=2000)
    @given(st.sampled_from(INDICATORS), FORMATS, VALUES)
    def law(indicator: str, format: int | str, number: float) -> None:
        ends.add(hold(indicator, format, number))

    law()
    assert ends == {True, False}
