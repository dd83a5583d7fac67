"""The target ``workbooks``: an input as the parts of a workbook, read as reports are."""

import contextlib
from pathlib import Path

from tests.packing import packed

from hubei_digecon.load.document import Document
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.readers import READERS
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.targets import TargetLibrary, find_targets

from . import fuzz

LIBRARY = TargetLibrary(find_targets())
LIBRARY.check_all()


def one_input(data: bytes) -> None:
    """Read an input: a report comes of it, or an error of the file."""
    path = Path("input.xlsx")
    path.write_bytes(packed(data))
    with contextlib.suppress(InputError):
        for document in READERS["xlsx"].read(str(path), LIBRARY):
            if isinstance(document, Document) and not document.sort:
                read_report(document, LIBRARY)


if __name__ == "__main__":
    fuzz(one_input)
