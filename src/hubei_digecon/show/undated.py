"""Archives that do not tell when they were made, so that the same input gives the same bytes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_AT_ONCE = 2**16
_HELD = 2**22
"""The bytes that are read at a time, and that are held in memory at most."""


class UndatedZip(ZipFile):
    """An archive whose entries all have the first day that ZIP can store."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_how: Any) -> None:
        """Add an entry."""
        bits = data.encode("utf-8") if isinstance(data, str) else data
        self.put(zinfo_or_arcname, (bits,), len(bits))

    def write(self, filename: Any, arcname: Any = None, *_how: Any) -> None:
        """Add a file as an entry: openpyxl keeps a sheet in one while it writes."""
        path = Path(filename)
        with path.open("rb") as file:
            self.put(arcname, bits_of(file), path.stat().st_size)

    def put(self, name: str, bits: Iterable[bytes], size: int) -> None:
        """Add an entry bit by bit. By its ``size`` in bytes an archive tells how it stores that."""
        entry = ZipInfo(name)
        entry.compress_type, entry.file_size = ZIP_DEFLATED, size
        with self.open(entry, "w") as written:
            for bit in bits:
                written.write(bit)


def bits_of(file: IO[bytes], most: int = sys.maxsize) -> Iterator[bytes]:
    """Return what a file holds from where it stands, at most so many bytes."""
    while bit := file.read(min(_AT_ONCE, most)):
        yield bit
        most -= len(bit)


def spooled() -> IO[bytes]:
    """Return a file to write to and read back: in memory while it is small. It is gone with its context."""
    from tempfile import SpooledTemporaryFile  # few formats need one

    return SpooledTemporaryFile(_HELD)


def packed(pack: Callable[[IO[bytes]], object]) -> Iterator[bytes]:
    """Return what ``pack`` writes into a file bit by bit."""
    with spooled() as file:
        pack(file)
        file.seek(0)
        yield from bits_of(file)
