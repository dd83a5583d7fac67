"""The bytes of a workbook → its parts, each within bounds before any of it is read.

A workbook is a ZIP archive of XML. What an archive declares of a part's size is what is unpacked of it
at most, so that a small file can never become a large one; XML with a document type is refused.
"""

import posixpath
import zlib
from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from typing import Any, TypeVar
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from ....diagnostics import SourceFile, diagnose
from ....text import Text
from ...faults import InputError
from .diagnostics import NOT_A_WORKBOOK

Made = TypeVar("Made")

MAX_ENTRIES = 2_000
MAX_UNPACKED = 8 * 2**20
"""Bytes that all parts that are read may have together."""

MAX_TAGS = 200_000
"""Tags that they may have together: a few bytes of each cost more time than many bytes of text."""

OLD_FORMAT = Text(
    "它是旧的.xls格式，或设有打开密码", "it is of the old .xls format, or needs a password to be opened"
)
NO_ARCHIVE = Text("文件内容不是.xlsx", "what it holds is no .xlsx")
DAMAGED = Text("文件已损坏（{part}）", "it is damaged ({part})")
TAGS = Text("内容过多（XML标签超过{limit}个）", "it holds too much (more than {limit} XML tags)")
UNPACKED = Text("解压后超过{limit} MiB", "unpacked, it is larger than {limit} MiB")
ENTRIES = Text("内含的部件超过{limit}个", "it has more than {limit} parts")
DOCUMENT_TYPE = Text("其中的XML带有文档类型声明或实体", "its XML has a document type or entities")

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_UNREADABLE = (
    BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError, OverflowError,
    zlib.error,
)  # fmt: skip
"""What the standard library raises of archives that are none, are encrypted, or are cut off."""


_DECLARED = (
    "StartDoctypeDeclHandler", "EntityDeclHandler", "UnparsedEntityDeclHandler", "ExternalEntityRefHandler",
)  # fmt: skip
"""What expat calls for a document type, and for all that only one can bring."""


class _DocumentTypeError(Exception):
    """A part declares a document type or an entity."""


def _declared(*_declaration: object) -> None:
    raise _DocumentTypeError


def feed(data: bytes, target: Any) -> None:
    """Hand XML to ``target``: it has ``start``, and ``end`` and ``data`` where anything depends on them.

    Raises:
        ValueError, LookupError, ExpatError, _DocumentTypeError: where :meth:`Archive.made` refuses the part.
    """
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = target.start
    parser.EndElementHandler = getattr(target, "end", None)
    parser.CharacterDataHandler = getattr(target, "data", None)
    for name in _DECLARED:
        setattr(parser, name, _declared)
    parser.Parse(data, True)


class Archive:
    """The parts of one workbook, by their paths in it."""

    def __init__(self, source: SourceFile, data: bytes) -> None:
        """Open the archive in ``data``; ``source`` is the file it is the content of.

        Raises:
            InputError: where it is no archive, or one with too many parts.
        """
        self.source = source
        if data.startswith(_OLE):
            raise self.refused(OLD_FORMAT)
        try:
            self._zip = ZipFile(BytesIO(data))
        except _UNREADABLE:
            raise self.refused(NO_ARCHIVE) from None
        self._parts = {info.filename.lower(): info for info in self._zip.infolist()}
        self._left, self._tags = MAX_UNPACKED, MAX_TAGS
        if len(self._zip.filelist) > MAX_ENTRIES:
            raise self.refused(ENTRIES, limit=MAX_ENTRIES)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    def parse(self, part: str, target: Any, prepare: Callable[[bytes], bytes] | None = None) -> None:
        """Hand the XML of a part, which ``prepare`` may make shorter, to ``target``, as :func:`feed` does.

        Raises:
            InputError: where it is not there, is too large, is damaged, or declares a document type.
        """
        self.made(part, lambda data: feed(prepare(data) if prepare else data, target))

    def made(self, part: str, make: Callable[[bytes], Made]) -> Made:
        """Return what ``make`` makes of the XML of a part.

        Raises:
            InputError: where it is not there, is too large, is damaged, or declares a document type.
        """
        try:
            return make(self._unpacked(part))
        except _DocumentTypeError:
            raise self.refused(DOCUMENT_TYPE) from None
        except (expat.ExpatError, ValueError, LookupError):
            raise self.refused(DAMAGED, part=part) from None

    def refused(self, why: Text, **values: object) -> InputError:
        """Return the error that the whole workbook cannot be read, and why."""
        return InputError(self.source, (diagnose(NOT_A_WORKBOOK, why=why.format(**values)),))

    def _unpacked(self, part: str) -> bytes:
        info = self._parts.get(part.lower())
        if info is None or info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self.refused(DAMAGED, part=part)
        self._left -= info.file_size
        if self._left < 0:
            raise self.refused(UNPACKED, limit=MAX_UNPACKED // 2**20)
        try:
            with self._zip.open(info) as opened:
                data = opened.read(info.file_size)
        except _UNREADABLE:
            raise self.refused(DAMAGED, part=part) from None
        self._tags -= data.count(b"<")
        if self._tags < 0:
            raise self.refused(TAGS, limit=MAX_TAGS)
        return data


def beside(part: str, target: str) -> str:
    """Return the path of a part that ``part`` names by its own path, or by one from the root."""
    path = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(path).lstrip("/")


class Started:
    """Takes the elements of a part by a function of their names, as ``named`` gives them, and attributes."""

    def __init__(
        self, take: Callable[[str, dict[str, str]], None], named: Callable[[str], str] | None = None
    ) -> None:
        self._take, self._named = take, named or main_name

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take an element as it begins."""
        self._take(self._named(tag), attributes)


MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespaces of SpreadsheetML in the two editions of the standard, transitional and strict."""


@lru_cache(1024)
def main_name(tag: str) -> str:
    """Return the name of an element of SpreadsheetML; of another namespace, one that is no name of ours."""
    namespace, _, name = tag.rpartition("}")
    return name if namespace in MAIN else f"other:{name}"


@lru_cache(1024)
def local(tag: str) -> str:
    """Return the name of an element without its namespace."""
    return tag.rpartition("}")[2]
