"""The law of number formats: a number is read as it is stored, in the unit of its row, or not at all."""

import io
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.load.tables.workbook.archive import Archive
from hubei_digecon.load.tables.workbook.cells import At, Held
from hubei_digecon.load.tables.workbook.formats import BUILT_IN, NumberFormat, format_of, numbered
from hubei_digecon.load.tables.workbook.sheets import SheetRead, WorkbookRead, read_workbook
from hubei_digecon.load.tables.workbook.styles import CellStyle, Styles
from hubei_digecon.load.tables.workbook.values import SheetCells
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, full_unit
from hubei_digecon.quantity.parsing import UnreadableError, read_quantity
from hubei_digecon.shapes.columns import VALUE

from ...building import PROPERTY
from ...number_formats import CUSTOM

UNITS_OF_ROWS = ("亿元", "万元", "元", "%", "‰", "家", "")
FORMATS = st.sampled_from([*(numbered(id, {}) for id in BUILT_IN), *map(format_of, CUSTOM)])
NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12).map(float),
    st.decimals(-(10**6), 10**6, places=4).map(float),
    st.floats(-1e15, 1e15, allow_nan=False),
    st.sampled_from([0.0, -0.0, 0.5, 4000.0, 4250.0, 412.5, 1e-7, 5e-324, 1.7976931348623157e308]),
)


def test_the_list_is_long() -> None:
    assert len(CUSTOM) >= 200


def holds(cells: SheetCells, at: At, held: Held, unit: str) -> None:
    """Hold a cell to the law: what is read of it is the stored number; else there is an error."""
    before = len(cells.faults)
    read = cells.read(at, held, VALUE, unit)
    if read is None:
        assert any(one.is_error for one in cells.faults[before:])
        return
    text = str(read)
    symbol = text.lstrip("+-0123456789.")
    digits = text.removesuffix(symbol)
    stored = Fraction(Decimal(repr(float(held.text))))
    assert symbol in ("", "%") or (not unit and full_unit(symbol))
    assert Fraction(digits) in ({stored, stored * 100} if symbol == "%" else {stored})
    kind = next((one for one in INDICATOR_KINDS.values() if (unit or symbol) in one.units), None)
    if kind and "e" not in text:
        try:
            quantity = read_quantity(text, kind, unit or None).quantity
        except UnreadableError:
            return
        assert quantity.number == Fraction(digits)


def read_alone(format: NumberFormat, number: float, unit: str) -> None:
    sheet = SheetRead("a", is_hidden=False)
    book = WorkbookRead((sheet,), Styles([CellStyle(format)]), since_1904=False)
    holds(SheetCells(book, sheet, []), At(0, 0), Held("n", repr(number)), unit)


@PROPERTY
@given(FORMATS, NUMBERS, st.sampled_from(UNITS_OF_ROWS))
def test_a_number_is_read_as_it_is_stored_or_not_at_all(
    format: NumberFormat, number: float, unit: str
) -> None:
    read_alone(format, number, unit)


@pytest.mark.heavy
@settings(PROPERTY, max_examples=5000)
@given(FORMATS, NUMBERS, st.sampled_from(UNITS_OF_ROWS))
def test_so_is_every_one_of_very_many(format: NumberFormat, number: float, unit: str) -> None:
    read_alone(format, number, unit)


CHARACTERS = st.text(st.sampled_from('0#?.,%;"\\!_*[]@E+-/yYmdhs>=<10亿元 GeneralRed$¥()'), max_size=12)


@PROPERTY
@given(CHARACTERS, NUMBERS, st.sampled_from(UNITS_OF_ROWS))
def test_whatever_stands_in_a_format_the_law_holds(code: str, number: float, unit: str) -> None:
    read_alone(format_of(code), number, unit)


@pytest.mark.parametrize("number", [412.5, 4000.0, -0.5, 0.0])
def test_the_law_holds_of_workbooks_too(number: float) -> None:
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    for row, code in enumerate(CUSTOM, 1):
        sheet.cell(row, 1).value, sheet.cell(row, 1).number_format = number, code
    file = io.BytesIO()
    workbook.save(file)
    book = read_workbook(Archive(SourceFile("a.xlsx"), file.getvalue()))
    cells = SheetCells(book, book.sheets[0], [])
    formats = {book.style_of(held[0]).format for held in book.sheets[0].rows.values()}
    assert len(book.sheets[0].rows) == len(CUSTOM)
    assert len(formats) >= 200
    for row, held in book.sheets[0].rows.items():
        holds(cells, At(row, 0), held[0], "亿元")
