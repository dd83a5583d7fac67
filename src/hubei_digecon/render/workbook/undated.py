"""A ZIP archive in which nothing tells when it was made, so that the same input gives the same bytes."""

import shutil
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class UndatedZip(ZipFile):
    """An archive to write to, all of whose entries are of the first day that ZIP knows."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_how: Any) -> None:
        """Add an entry."""
        with self.open(_undated(zinfo_or_arcname), "w") as entry:
            entry.write(data.encode("utf-8") if isinstance(data, str) else data)

    def write(self, filename: Any, arcname: Any = None, *_how: Any) -> None:
        """Add a file as an entry: the one in which openpyxl keeps a sheet while it writes it."""
        with Path(filename).open("rb") as file, self.open(_undated(arcname), "w") as entry:
            shutil.copyfileobj(file, entry)


def _undated(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry
