"""The appendix of a page: diagnostics by number, and every file once."""

from hubei_digecon.diagnostics import SourceFile, diagnose
from hubei_digecon.domain.assessments import FileDigest
from hubei_digecon.load.faults import EMPTY
from hubei_digecon.show.document import Diagnostics, ListedDiagnostic, Section
from hubei_digecon.show.page.appendix import appendix_of, named_ids, numbered
from hubei_digecon.show.page.words import OF_HISTORY, OF_REPORT
from hubei_digecon.show.view import View

ONE = ListedDiagnostic(diagnose(EMPTY), SourceFile("a.csv"))
EN = View("en")


def test_diagnostics_are_numbered_through_the_page() -> None:
    told = Diagnostics("", (ONE, ONE))
    sections, beside, listed = numbered(
        (Section("a", diagnostics=told), Section("b")), Diagnostics("", (ONE,))
    )
    assert [one.number for one in sections[0].diagnostics.listed] == [1, 2]
    assert [one.number for one in beside.listed] == [3]
    assert [one.number for one in listed] == [1, 2, 3]


def test_each_file_stands_once_as_what_it_was_read_for_first() -> None:
    file, other = FileDigest("a.yaml", "1"), FileDigest("b.yaml", "")
    (table,) = appendix_of(
        (), ((OF_REPORT, file), (OF_HISTORY, file), (OF_REPORT, file), (OF_HISTORY, other))
    )
    rows = [[cell.text for cell in row] for row in table.cells(EN)]
    assert rows == [["report", "a.yaml", "1"], ["earlier report", "b.yaml", "–"]]


def test_ids_stand_beside_the_number_of_their_diagnostic() -> None:
    named, _ = appendix_of(tuple(named_ids([ONE._replace(number=7)])), ())
    assert [[cell.text for cell in row] for row in named.cells(EN)] == [["7", "a.csv", "–", "empty-file"]]
