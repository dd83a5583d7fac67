"""What all sheets of the form share: what is given is closed, what is to be filled is open."""

from openpyxl import Workbook

from hubei_digecon.forms.xlsx.page import DAY, ROW, FormColumn, Page
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang, Text


def page(lang: Lang = "en") -> Page:
    return Page(Workbook(), "Sheet of a form", View(lang), [10, 20, 30])


def test_columns_are_as_wide_as_told_and_the_sheet_is_protected() -> None:
    sheet = page().sheet
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [10, 20, 30]
    assert (sheet.protection.sheet, sheet.protection.formatRows) == (True, False)
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center is not None
    assert sheet.oddFooter.center.text == "Sheet of a form  Page &P of &N"
    assert sheet.sheet_format.defaultRowHeight == ROW


def test_what_is_given_is_closed_and_in_the_language_of_the_form() -> None:
    for lang, shown in zip(LANGS, ("指标", "Indicator"), strict=True):
        one = page(lang)
        one.put(2, 1, Text("指标", "Indicator"), bold=True)
        cell = one.sheet["A2"]
        assert (cell.value, cell.protection.locked, cell.font.bold) == (shown, True, True)


def test_what_is_to_be_filled_is_open_in_its_format() -> None:
    one = page()
    one.open(3, 2, DAY)
    one.open(3, 3)
    cells = one.sheet["B3"], one.sheet["C3"]
    assert [(cell.value, cell.protection.locked, cell.number_format) for cell in cells] == [
        (None, False, "yyyy-mm-dd"),
        (None, False, "@"),
    ]
    one.closed(3, 2)
    assert one.sheet["B3"].value is None


def test_a_text_stays_a_text_whatever_it_begins_with() -> None:
    one = page()
    one.fill(1, 1, "=1+1")
    one.fill(1, 2, "_x0041_")
    one.fill(1, 3, "a\u202eb")
    assert (one.sheet["A1"].value, one.sheet["A1"].data_type) == ("=1+1", "s")
    assert one.sheet["B1"].value == "_x005F_x0041_"
    assert one.sheet["C1"].value == "a<U+202E>b"


def test_titles_bands_and_notes_go_across_all_columns() -> None:
    one = page()
    one.title(1, "Title", size=20)
    one.note(2, Text("说明", "a note"))
    one.band(3, Text("一", "section"))
    assert sorted(str(merged) for merged in one.sheet.merged_cells.ranges) == ["A1:C1", "A2:C2", "A3:C3"]
    assert [one.sheet.row_dimensions[row].height for row in (1, 2, 3)] == [44, 20, 23]


def test_headings_stay_in_sight_and_are_printed_on_every_page() -> None:
    one = page()
    one.headings(4, [FormColumn(Text("指标", "Indicator"), 10), FormColumn(Text("数值", "Value"), 20)])
    one.stays(4, fixed=1)
    assert [cell.value for cell in one.sheet[4]] == ["Indicator", "Value"]
    assert (one.sheet.freeze_panes, one.sheet.print_title_rows) == ("B5", "$4:$4")
