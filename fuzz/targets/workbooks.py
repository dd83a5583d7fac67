"""The target ``workbooks``: an input as the parts of a workbook, read as reports are."""

from tests.packed_workbooks import packed

from hubei_digecon.load.document import Document
from hubei_digecon.load.readers import documents_in
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.targets import TargetLibrary, find_targets

from . import fuzz

LIBRARY = TargetLibrary(find_targets())
LIBRARY.check_all()


def one_input(data: bytes) -> None:
    """Read an input: a report comes of it, or an error of the file."""
    for document in documents_in("input.xlsx", packed(data), LIBRARY):
        if isinstance(document, Document) and not document.sort:
            read_report(document, LIBRARY)


if __name__ == "__main__":
    fuzz(one_input)
