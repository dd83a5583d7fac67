"""Archives that do not tell when they were made, so that the same input gives the same bytes."""

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


class UndatedZip(ZipFile):
    """An archive whose entries all have the first day that ZIP can store."""

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_how: Any) -> None:
        """Add an entry."""
        with self.open(_undated(zinfo_or_arcname), "w") as entry:
            entry.write(data.encode("utf-8") if isinstance(data, str) else data)

    def write(self, filename: Any, arcname: Any = None, *_how: Any) -> None:
        """Add a file as an entry: openpyxl keeps a sheet in one while it writes."""
        with Path(filename).open("rb") as file, self.open(_undated(arcname), "w") as entry:
            shutil.copyfileobj(file, entry)


def without_days(archive: bytes) -> bytes:
    """Return an archive that somebody else wrote, with the same entries but without the days they have."""
    file = BytesIO()
    with ZipFile(BytesIO(archive)) as dated, UndatedZip(file, "w") as undated:
        for name in dated.namelist():
            undated.writestr(name, dated.read(name))
    return file.getvalue()


def _undated(name: str) -> ZipInfo:
    entry = ZipInfo(name)
    entry.compress_type = ZIP_DEFLATED
    return entry
