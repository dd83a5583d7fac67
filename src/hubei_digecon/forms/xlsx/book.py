"""The sheets of the form in their order, packed so that the same day gives the same bytes."""

import datetime
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from ...show.undated import UndatedZip
from ...show.view import View
from ...text import Lang
from ...version import VERSION
from .. import Asked, FormHeading
from . import cover, documents, indicators, lists


def write(heading: FormHeading, asked: Sequence[Asked], lang: Lang) -> bytes:
    """Return the workbook, the same bytes for the same heading; nothing in it is filled but the cover."""
    workbook, view = Workbook(), View(lang=lang)
    workbook.remove(workbook.worksheets[0])
    made = datetime.datetime.combine(heading.date or heading.period.end, datetime.time())
    workbook.properties.created = workbook.properties.modified = made
    workbook.properties.creator, workbook.properties.title = f"digecon {VERSION}", cover.title(view)
    cover.write(workbook, heading, view)
    indicators.write(workbook, asked, view)
    counts = [one.indicator for one in asked if one.indicator.is_listed]
    if counts:
        lists.write(workbook, counts, heading.rows, view)
    documents.write(workbook, heading.rows, view)
    return _packed(workbook)


def _packed(workbook: Workbook) -> bytes:
    file = BytesIO()
    ExcelWriter(workbook, _QuietZip(file, "w")).save()
    return file.getvalue()


class _QuietZip(UndatedZip):
    """An archive whose sheets have no marks for numbers that are texts: in a form they are meant to be."""

    def write(self, filename: Any, arcname: Any = None, *_how: Any) -> None:
        """Add a sheet."""
        xml = Path(filename).read_text("utf-8")
        at = min(place for end in _BEHIND if (place := xml.find(end)) >= 0)
        self.writestr(arcname, f"{xml[:at]}{_QUIET}{xml[at:]}")


_BEHIND = ("<legacyDrawing", "<tableParts", "</worksheet>")
_QUIET = (
    '<ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1" twoDigitTextYear="1" '
    'formula="1" unlockedFormula="1" calculatedColumn="1"/></ignoredErrors>'
)
