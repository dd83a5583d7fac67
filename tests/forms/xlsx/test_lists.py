"""The lists of items in a form: one below the other, each a list that grows in Excel."""

from hubei_digecon.forms.xlsx.lists import ROWS

from ...workbooks import LISTS, form, list_of, opened

COUNTS = ("attracted_top100_firms", "integration_certified_firms", "new_innovation_platforms")


def test_each_list_has_as_many_rows_as_are_asked_for() -> None:
    for rows, many in ((ROWS, None), (30, 30)):
        workbook = opened(form(rows=many))
        for id in COUNTS:
            sheet, top = list_of(workbook, id)
            numbers = [sheet.cell(row, 1).value for row in range(top + 1, top + rows + 2)]
            assert numbers == [*range(1, rows + 1), None]


def test_each_list_is_a_table_of_excel_without_a_filter_and_no_wider_than_the_one_above() -> None:
    sheet = opened(form())[LISTS]
    refs = [(table.ref, table.autoFilter) for table in sheet.tables.values()]
    assert refs == [("A5:J9", None), ("A13:I17", None), ("A21:H25", None)]
    assert not sheet.protection.sheet
    assert all(block.max_col <= 10 for block in sheet.merged_cells.ranges)


def test_what_is_typed_below_a_list_stays_text() -> None:
    sheet = opened(form())[LISTS]
    assert {sheet.column_dimensions[letter].number_format for letter in "BCJ"} == {"@"}
