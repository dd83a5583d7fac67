"""Names of cells and blocks of cells; cells that hold nothing change nothing."""

import pytest

from hubei_digecon.load.tables.workbook.cells import At, Range, at_of, range_of, without_empty_cells


@pytest.mark.parametrize(("name", "at"), [("A1", (0, 0)), ("E7", (6, 4)), ("AA10", (9, 26))])
def test_a_name_is_a_row_and_a_column_from_nought(name: str, at: tuple[int, int]) -> None:
    assert at_of(name) == At(*at)


def test_a_block_is_named_by_its_first_and_last_cell() -> None:
    assert range_of("B2:E7") == Range(At(1, 1), At(6, 4))
    assert range_of("B2") == Range(At(1, 1), At(1, 1))


SHEET = "<worksheet><sheetData><row r='1'>{}</row></sheetData></worksheet>"


@pytest.mark.parametrize(
    "empty", ['<c r="A1"/>', '<c r="AB12" s="5"/>', '<c r="C3" s="5" t="n"></c>', '<c r="A1" />']
)
def test_a_cell_that_holds_nothing_goes(empty: str) -> None:
    full = '<c r="B1" s="2"><v>1</v></c>'
    made = without_empty_cells(SHEET.format(empty + full + empty).encode())
    assert made == SHEET.format(full).encode()


@pytest.mark.parametrize(
    "kept",
    [
        '<c r="A1" t="s"><v>0</v></c>',  # it holds something
        '<c r="A1" s="x"/>',  # no such style
        '<c r="A0"/>',  # no such cell
        '<c r="A1" t="z"/>',  # no such sort
        '<c r="A1"/><c><v>1</v></c>',  # the second follows the first
        '<c r="A1"/><c s="1"/>',
        '<c r="B1" t="inlineStr"><is><t><![CDATA[<c r="A1"/>]]></t></is></c>',  # a text like a cell
        '<!-- <c r="A1"/> -->',
        '<x:c r="A1"/>',
    ],
)
def test_whatever_may_matter_stays(kept: str) -> None:
    sheet = SHEET.format(kept).encode()
    assert without_empty_cells(sheet) == sheet
