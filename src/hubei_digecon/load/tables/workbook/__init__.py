"""A workbook that is a filled form → the report that stands in it.

``archive`` unpacks within bounds, ``sheets``, ``cells`` and ``strings`` read the XML, ``formats`` and
``values`` say what a cell holds, ``layout`` is the table of the form's sheets, ``tables`` and ``cover``
read one sheet each, and ``report`` puts together what they read.
"""

from ...document import Document
from ...targets import TargetLibrary
from .report import read_report_sheets


def read_table(path: str, data: bytes, library: TargetLibrary) -> list[Document]:
    """Read the report in a workbook; one that is a table of something else is told as such.

    Raises:
        InputError: where it is no workbook, or too much is wrong with its sheets to read on.
    """
    return [read_report_sheets(path, data, library)]
