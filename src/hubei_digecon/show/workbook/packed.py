"""The archive of a workbook: what openpyxl has no way to write is put into its parts as they are packed."""

import re
from pathlib import Path
from typing import Any

from ..undated import UndatedZip
from .layout import MEASURED_BY
from .styles import SIZES

_END = re.compile(rb"(<drawing [^>]*/>)?</worksheet>\s*\Z")
_TAIL = 1_024
"""The bytes of a sheet within which its end stands."""

_ACCEPTED = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" twoDigitTextYear="1" numberStoredAsText="1"/>'
    b"</ignoredErrors>"
)
"""Texts that look like numbers are meant so: a period, a code, a number of more than 15 digits."""

_FIRST_FONT = re.compile(r"<font>.*?</font>", re.DOTALL)
_MEASURE = f'<font><name val="{MEASURED_BY}"/><family val="2"/><sz val="{SIZES["text"]}"/></font>'
"""The font whose digits are the unit of widths."""


class PackedWorkbook(UndatedZip):
    """An archive that packs the parts of a workbook."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *how: Any) -> None:
        """Add a part; that of the styles with the font that widths are measured by."""
        if zinfo_or_arcname == "xl/styles.xml":
            text = data.decode("utf-8") if isinstance(data, bytes) else data
            data = _FIRST_FONT.sub(_MEASURE, text, count=1)
        super().writestr(zinfo_or_arcname, data, *how)

    def write(self, filename: Any, arcname: Any = None, *how: Any) -> None:
        """Add a sheet, in which a spreadsheet does not mark texts that look like numbers."""
        path = Path(filename)
        with path.open("r+b") as file:
            start = max(path.stat().st_size - _TAIL, 0)
            file.seek(start)
            tail = _END.sub(lambda end: _ACCEPTED + end[0], file.read())
            file.seek(start)
            file.write(tail)
        super().write(filename, arcname, *how)
