"""The archive of a workbook: what openpyxl has no way to write is put into its parts as they are packed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any, NamedTuple

from ..undated import UndatedZip, bits_of
from .layout import MEASURED_BY
from .styles import SIZES

_END = re.compile(rb"(<drawing [^>]*/>)?</worksheet>\s*\Z")
_TAIL = 2**18
"""The bytes of a sheet within which all stands that follows its rows."""

_MERGED = re.compile(rb'<mergeCells count="1"><mergeCell ref="[A-Z0-9:]+" ?/></mergeCells>')

_ACCEPTED = (
    b'<ignoredErrors><ignoredError sqref="A1:XFD1048576" twoDigitTextYear="1" numberStoredAsText="1"/>'
    b"</ignoredErrors>"
)
"""Texts that look like numbers are meant so: a period, a code, a number of more than 15 digits."""

_FIRST_FONT = re.compile(r"<font>.*?</font>", re.DOTALL)
_MEASURE = f'<font><name val="{MEASURED_BY}"/><family val="2"/><sz val="{SIZES["text"]}"/></font>'
"""The font whose digits are the unit of widths."""


class MergedLines(NamedTuple):
    """The rows of a sheet whose cells are one up to the last column. openpyxl, which would hold them all, is
    told of the first alone.
    """

    rows: Sequence[int]
    last_column: str

    def element(self) -> Iterator[bytes]:
        """Return what a sheet says of them."""
        yield b'<mergeCells count="%d">' % len(self.rows)
        for row in self.rows:
            yield f'<mergeCell ref="A{row}:{self.last_column}{row}"/>'.encode()
        yield b"</mergeCells>"


class PackedWorkbook(UndatedZip):
    """An archive that packs the parts of a workbook; ``merged`` are the lines of its sheets, by part."""

    def __init__(self, file: IO[bytes], merged: Mapping[str, MergedLines] | None = None) -> None:
        super().__init__(file, "w")
        self._merged = merged or {}

    def writestr(self, zinfo_or_arcname: Any, data: Any, *how: Any) -> None:
        """Add a part; that of the styles with the font that widths are measured by."""
        if zinfo_or_arcname == "xl/styles.xml":
            text = data.decode("utf-8") if isinstance(data, bytes) else data
            data = _FIRST_FONT.sub(_MEASURE, text, count=1)
        super().writestr(zinfo_or_arcname, data, *how)

    def write(self, filename: Any, arcname: Any = None, *how: Any) -> None:
        """Add a sheet, in which a spreadsheet does not mark texts that look like numbers."""
        path = Path(filename)
        size = path.stat().st_size
        start = max(size - _TAIL, 0)
        with path.open("rb") as file:
            file.seek(start)
            tail = _END.sub(lambda end: _ACCEPTED + end[0], file.read())
            file.seek(0)
            self.put(arcname, chain(bits_of(file, start), self._with_lines(arcname, tail)), 2 * size)

    def _with_lines(self, part: str, tail: bytes) -> Iterable[bytes]:
        """Return the end of a sheet with all lines that are one cell."""
        if part not in self._merged:
            return (tail,)
        before, after = _MERGED.split(tail)
        return chain((before,), self._merged[part].element(), (after,))
