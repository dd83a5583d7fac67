"""What a command shows in a format, wherever that format can go: a text is printed, a workbook goes into a file."""

from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zipfile import ZipFile

from hubei_digecon.domain.findings import Finding
from hubei_digecon.show.document import Column, Table
from hubei_digecon.show.findings import JudgedFinding
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

from .conftest import Digecon, Ran
from .docx_reader import docx
from .html_reader import html
from .parquet_reader import changed as changed_table
from .parquet_reader import parquet
from .xlsx_reader import xlsx

PARQUET = b"PAR1"


class Shown(NamedTuple):
    """What was shown, and how the run ended."""

    content: str | bytes
    ran: Ran


def shown(digecon: Digecon, format: str, folder: Path, command: str, *arguments: str) -> Shown:
    """Return what is shown in a format; one that goes into files only is written into ``folder``."""
    if not FORMATS[format].binary:
        ran = digecon(command, "--output-format", format, *arguments)
        return Shown(ran.out, ran)
    path = folder / f"shown.{format}"
    ran = digecon(command, "--output-format", f"{format}={path}", *arguments)
    return Shown(path.read_bytes(), ran)


def in_words(format: str, content: str | bytes) -> str:
    """Return what people read of it: of a page, a workbook and a document for Word the outline."""
    if isinstance(content, bytes):
        outline: str = _OUTLINED[format](content).outline
        return outline
    return html(content).outline if format == "html" else content


_OUTLINED: dict[str, Any] = {"docx": docx, "parquet": parquet, "xlsx": xlsx}


def cells_of(columns: tuple[Column[JudgedFinding], ...], finding: Finding, view: View) -> list[str]:
    """Return what stands under columns that ask about nothing but the finding itself."""
    unasked: Any = None
    row = JudgedFinding(1, finding, unasked, unasked)
    (cells,) = Table(Text.same(""), columns, (row,)).cells(view)
    return [cell.text for cell in cells]


def golden_name(stem: str, format: str) -> str:
    """Return the name of the golden file: a page, a workbook and a document for Word are held as outlines."""
    outlined = FORMATS[format].binary or format == "html"
    return f"{stem}.{format}.txt" if outlined else f"{stem}.{format}"


def told(content: str | bytes) -> str:
    """Return all that is written in it, whether or not anybody sees it: of a workbook every part."""
    if isinstance(content, str):
        return content
    if content.startswith(PARQUET):
        return parquet(content).outline
    with ZipFile(BytesIO(content)) as archive:
        return "".join(unescape(archive.read(name).decode()) for name in archive.namelist())


def repacked(content: bytes, old: str, new: str) -> bytes:
    """Return a workbook in which a text is replaced in the first part that has it; of a table in the first
    cell.
    """
    if content.startswith(PARQUET):
        return changed_table(content, old, new)
    file = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(file, "w") as changed:
        left = True
        for info in archive.infolist():
            text = archive.read(info).decode()
            changed.writestr(info, text.replace(old, new, 1) if left else text)
            left = left and old not in text
    return file.getvalue()
