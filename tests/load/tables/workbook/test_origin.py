"""Whether the program wrote a workbook."""

from openpyxl import Workbook

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.load.tables.workbook.archive import Archive
from hubei_digecon.load.tables.workbook.origin import is_made_here

from ....workbooks import form, saved

SOURCE = SourceFile("a.xlsx")


def test_a_form_is_ours_and_a_workbook_of_an_office_program_is_not() -> None:
    assert is_made_here(Archive(SOURCE, form()))
    assert not is_made_here(Archive(SOURCE, saved(Workbook())))
