"""What a file that is not read looks like, told by its beginning: a report, or not, or nobody can tell.

Every look is bounded: how much of a file is read, how many parts of an archive, how deep they lie.
"""

import enum
import os
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from html import unescape
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from ...domain.names import folded
from ...shapes.columns import are_headings, are_whole_headings
from ..source import read_beginning
from .top_keys import unescaped

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MOST_READ = 2**16
"""Bytes that are looked at of a file, or of a part of an archive."""

MOST_OF_AN_ARCHIVE = 8 * 2**20
"""Bytes of a workbook or an archive, whose table of contents stands at its end."""

MOST_UNPACKED = 16 * 2**20
"""Bytes that are unpacked for one look."""

MOST_PARTS = 200
MOST_DEEP = 3
_MOST_LINES = 50
_BREAKS = re.compile("\r\n?|[\0\x85\u2028\u2029]")
_MOST_OF_SIGNS = 4096
"""Bytes by whose zeros the width of characters is told."""

_FAR = 4


class Look(enum.Enum):
    """What a look comes to."""

    REPORT = "report"
    NOTHING = "nothing"
    CLOSED = "closed"


LOCK_PREFIXES = ("~$", ".~lock.")
_MOST_OF_A_LOCK = 1024

_ZIP = b"PK\x03\x04"
_CFB = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PACKED_SHEETS = (_ZIP, _CFB)
"""How workbooks begin, whatever their suffix."""

_PACKED: tuple[tuple[bytes, str], ...] = ((b"\x1f\x8b", "gzip"), (b"BZh", "bz2"), (b"\xfd7zXZ\x00", "lzma"))
_SEALED = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07", b"\x28\xb5\x2f\xfd")
"""How archives begin that the standard library does not open: 7z, RAR, Zstandard."""

_KEY = re.compile(
    r"""(?:^|[{,])[ \t]*(?:-[ \t]+)*["'“]?(?:observations|submitted)["'”]?[ \t]*[:：]"""
    r"""|^[ \t]*\[(?:observations|submitted)[.\]]""",
    re.MULTILINE,
)
_LABEL = re.compile(
    r"""(?:^|[>,;|\t"'“{])[ \t\u3000]*填报单位(?:[(（][^()（）\n]{0,8}[)）])?"""
    r"""[ \t\u3000]*(?:[：:,;|\t"'”<=\r]|$)""",
    re.MULTILINE,
)
_SNIPPET = re.compile(r"^ *[0-9]* [│|] .*$", re.MULTILINE)
"""A line of a file as the program shows it in its own results."""

_OWN_PAGE = '<meta name="generator" content="digecon">'
_SEPARATOR = re.compile("[,;\t，；]")
_BAR = re.compile("[|｜]")
_ROW, _CELL, _TAG = (re.compile(one, re.IGNORECASE) for one in (r"<tr\b", r"<t[dh]\b", r"<[^<>]*>|^[^<>]*>"))
_TAR = (b"ustar", 257)
"""What stands where at the beginning of an archive of the tape format."""

_IN_XML = re.compile(r">([^<>]{1,600})<")
_PROPERTIES = "docProps/core.xml"
_MADE_HERE = "<dc:creator>digecon "
"""How the program names itself in the properties of a document that it writes."""

_LETTER = re.compile(r"^word/document[0-9]*\.xml$")
_WORD_OR_SLIDES = re.compile(r"^(?:word|ppt)/")
_SHEETS = re.compile(r"^(?:xl/.*\.xml|xl/sharedStrings\.bin|content\.xml)$", re.IGNORECASE)
_ARCHIVES = (".xlsx", ".xlsm", ".xls", ".ods", ".et", ".zip")
_OF_SUBMITTER = ("填报单位", "submitted.by")
_OF_INDICATOR = ("指标", "完成值")
_WORKBOOK_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook", "Book"))
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def look_into(path: str) -> Look:
    """Look at the beginning of the file at ``path``.

    Raises:
        InputError: where it cannot be read.
    """
    data = read_beginning(path, MOST_READ)
    if data.startswith(_ZIP):
        with open(path, "rb") as file:
            return _Looker().look_into_archive(file)
    if data.startswith(_CFB):
        data = read_beginning(path, MOST_OF_AN_ARCHIVE)
    return _Looker().look_at(data)


def is_lock(path: str) -> bool:
    """Whether a file is what an office program leaves beside one that is open; it holds a name, no more."""
    name = os.path.basename(path)
    return (
        name.startswith(LOCK_PREFIXES) and len(read_beginning(path, _MOST_OF_A_LOCK + 1)) <= _MOST_OF_A_LOCK
    )


@dataclass(slots=True)
class _Looker:
    """One look; ``left`` is how many bytes may still be unpacked for it."""

    left: int = MOST_UNPACKED

    def look_at(self, data: bytes, depth: int = 0) -> Look:
        """Look at the bytes of a file, or of a part of an archive."""
        if depth > MOST_DEEP or data.startswith(_SEALED):
            return Look.CLOSED
        packed = next((name for magic, name in _PACKED if data.startswith(magic)), None)
        if packed:
            beginning = _beginning_of(data, packed)
            return Look.CLOSED if beginning is None else self.look_at(beginning, depth + 1)
        if data.startswith(_ZIP):
            return self.look_into_archive(BytesIO(data), depth)
        if data.startswith(_CFB):
            return _old_workbook(data)
        if text_looks_like_report(decoded_beginning(data[:MOST_READ])):
            return Look.REPORT
        return Look.CLOSED if data.startswith(*_TAR) and len(data) >= MOST_READ else Look.NOTHING

    def look_into_archive(self, file: BinaryIO, depth: int = 0) -> Look:
        """Look at the parts of an archive: the sheets of a workbook, or each file in it."""
        from zipfile import ZipFile

        try:
            with ZipFile(file) as archive:
                parts = [info for info in archive.infolist() if not info.is_dir()]
                if any(_WORD_OR_SLIDES.match(info.filename) for info in parts):
                    return self._document(archive, parts)
                sheets = [info for info in parts if _SHEETS.match(info.filename)]
                opened = ((info, self._part(archive, info)) for info in (sheets or parts)[:MOST_PARTS])
                if sheets:
                    return _sheets(list(opened))
                looks = {self.look_at(part, depth + 1) for _info, part in opened}
        except unreadable_archive():
            return Look.CLOSED
        if len(parts) > MOST_PARTS or self.left <= 0:
            looks.add(Look.CLOSED)
        return next((look for look in (Look.REPORT, Look.CLOSED) if look in looks), Look.NOTHING)

    def _document(self, archive: "ZipFile", parts: list["ZipInfo"]) -> Look:
        """Look at a document of words: with the headings of the form it is one, with a submitter a letter.

        One that the program itself made is a result.
        """
        by = (self._part(archive, info) for info in parts if info.filename == _PROPERTIES)
        if any(_MADE_HERE in decoded_beginning(one) for one in by):
            return Look.NOTHING
        texts = {
            text
            for info in parts
            if _LETTER.match(info.filename)
            for text in _texts_in(self._part(archive, info))
        }
        return Look.REPORT if are_headings(texts) else Look.NOTHING

    def _part(self, archive: "ZipFile", info: "ZipInfo") -> bytes:
        """Return the beginning of a part; all of a sheet, or of an archive in the archive."""
        whole = _SHEETS.match(info.filename) or info.filename.lower().endswith((*_ARCHIVES, ".xml"))
        with archive.open(info) as part:
            data = part.read(min(self.left, MOST_OF_AN_ARCHIVE if whole else MOST_READ))
        self.left -= len(data)
        return data


def _sheets(parts: list[tuple["ZipInfo", bytes]]) -> Look:
    """Look at the texts in the sheets of a workbook; one that was not read whole is not known."""
    texts = {text for _, data in parts for text in _texts_in(data)}
    if _are_of_form(texts) or any(_has_texts_of_form(data) for info, data in parts if _is_binary(info)):
        return Look.REPORT
    return Look.CLOSED if any(len(data) < info.file_size for info, data in parts) else Look.NOTHING


def _texts_in(xml: bytes) -> set[str]:
    """Return the texts in a part of a document, folded."""
    return {folded(unescape(match[1])) for match in _IN_XML.finditer(decoded_beginning(xml))}


def _is_binary(part: "ZipInfo") -> bool:
    return part.filename.lower().endswith(".bin")


def text_looks_like_report(text: str) -> bool:
    """Whether a text has a key or a label that only reports have, or the headings of one that is a table."""
    if _OWN_PAGE in text:
        return False
    shown = _SNIPPET.sub("", unescaped(unescape(text) if "&#" in text else text))
    if _KEY.search(shown) or _LABEL.search(shown):
        return True
    return has_headings(shown)


def has_headings(text: str) -> bool:
    """Whether the headings of a table of reports stand in one of the first lines of a text, or of its rows.

    Between bars, as the program itself writes tables, they are those of a report only if they name its place
    or its period.
    """
    rows = (_CELL.split(row) for row in _ROW.split(text)[1:_MOST_LINES])
    lines = text.splitlines()[:_MOST_LINES]
    return (
        any(are_headings(_TAG.sub("", cell).strip() for cell in row) for row in rows)
        or any(are_headings(cell.strip("\"' ") for cell in _SEPARATOR.split(line)) for line in lines)
        or any(are_whole_headings(cell.strip("*` ") for cell in _BAR.split(line)) for line in lines)
    )


def decoded_beginning(data: bytes) -> str:
    """Return the text of bytes that may be cut off, in the encoding that they look like; whatever may
    end a line, and a zero between texts, ends one.
    """
    encoding = _wide_encoding(data) or ("utf-8" if _is_utf8(data) else "gb18030")
    text = data.decode(encoding, "replace")
    return _BREAKS.sub("\n", text)


def _is_utf8(data: bytes) -> bool:
    """Whether bytes are UTF-8; the last character may be cut off."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start >= len(data) - 3
    return True


def _wide_encoding(data: bytes) -> str:
    """Return the encoding of two or four bytes a character that bytes look like; nothing where none."""
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    zeros = [data[at:_MOST_OF_SIGNS:4].count(0) for at in range(4)]
    every = len(data[:_MOST_OF_SIGNS]) // 4
    if every and zeros[0] < every // 2 <= every == zeros[3] and zeros[2] * 2 > every:
        return "utf-32-le"
    if every and zeros[3] < every // 2 <= every == zeros[0] and zeros[1] * 2 > every:
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if (even + odd) * _FAR < len(data[:_MOST_OF_SIGNS]) and _is_utf8(data):
        return ""
    if max(even, odd) > _FAR * min(even, odd):
        return "utf-16-le" if odd > even else "utf-16-be"
    return ""


def _beginning_of(data: bytes, packed: str) -> bytes | None:
    """Return the beginning of what was packed as a whole; ``None`` where it cannot be unpacked."""
    try:
        if packed == "gzip":
            return zlib.decompressobj(31).decompress(data, MOST_READ)
        module = import_module(packed)
        if packed == "bz2":
            return bytes(module.BZ2Decompressor().decompress(data, MOST_READ))
        return bytes(module.LZMADecompressor().decompress(data, MOST_READ))
    except unreadable_archive():
        return None


def unreadable_archive() -> tuple[type[Exception], ...]:
    """Return what the standard library raises of archives that are none, are encrypted, or are cut off."""
    from zipfile import BadZipFile

    errors = [
        BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
        zlib.error,
    ]
    with suppress(ImportError):
        errors.append(import_module("lzma").LZMAError)
    return (*errors, ImportError)


def _are_of_form(texts: set[str]) -> bool:
    """Whether some of the texts of a workbook, folded, are a label or headings of the form."""
    return not texts.isdisjoint(_OF_SUBMITTER) or are_headings(text.rstrip(":") for text in texts)


def _old_workbook(data: bytes) -> Look:
    """Look at a workbook of the binary format: its texts stand in it as UTF-16, or in the oldest as GBK."""
    if _ENCRYPTED in data:
        return Look.CLOSED
    if not any(name in data for name in _WORKBOOK_STREAMS):
        return Look.NOTHING
    return Look.REPORT if _has_texts_of_form(data) else Look.NOTHING


def _has_texts_of_form(data: bytes) -> bool:
    """Whether a label or the headings of the form stand in the bytes of a binary workbook."""

    def holds(text: str) -> bool:
        return text.encode("utf-16-le") in data or text.encode("gb18030") in data

    return any(map(holds, _OF_SUBMITTER)) or all(map(holds, _OF_INDICATOR))
