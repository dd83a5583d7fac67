"""The bytes of an input file: opened with care, bounded, strictly UTF-8, with their digest."""

import enum
import errno
import hashlib
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cached_property, partial

from ..diagnostics import DiagnosticKind, Place, SourceFile, diagnose
from ..late import late_pattern
from ..text import Text
from .faults import LINE_BREAK, NOT_A_FILE, NOT_UTF8, TOO_LARGE, UNREADABLE, InputError

MAX_BYTES = 2**20
MAX_TABLE_BYTES = 8 * 2**20
"""A table holds many reports, so it may be larger than one report may be."""

STANDARD_INPUT = "-"

_LEAST, _PIECE = 2**9, 2**16
"""How many bytes are read at a time."""

_WHY = {
    errno.ENAMETOOLONG: Text("文件名太长", "the name is too long"),
    errno.ELOOP: Text("链接循环", "its links go round in circles"),
    errno.ENOTDIR: Text("路径中有一段不是文件夹", "a part of the path is no folder"),
    errno.EIO: Text("读取出错", "reading it failed"),
    errno.ENXIO: Text("没有这个设备", "there is no such device"),
}
BOM = "\ufeff"
_HIDDEN_BREAK = late_pattern("[\u0085\u2028\u2029]|\r(?!\n)")
_HIDDEN_NAMES = {
    "\u0085": "U+0085 (NEL)",
    "\u2028": "U+2028 (LINE SEPARATOR)",
    "\u2029": "U+2029 (PARAGRAPH SEPARATOR)",
    "\r": "U+000D (CR)",
}
_KINDS_OF_FILE = (
    (stat.S_ISDIR, Text("文件夹", "a folder")),
    (stat.S_ISFIFO, Text("命名管道", "a FIFO")),
    (stat.S_ISCHR, Text("字符设备", "a character device")),
    (stat.S_ISBLK, Text("块设备", "a block device")),
    (stat.S_ISSOCK, Text("套接字", "a socket")),
)


class MadeOf(enum.Enum):
    """What the bytes of a held file were made of, where that is no text: by this its places are called."""

    TEXT = "text"
    KEYS = "keys"
    ROWS = "rows"
    PART = "part"
    """Some rows of a table that is a file."""


class HeldFile(str):
    """The name of a file that a program holds in memory, with its bytes. It stands wherever a path does.

    ``reader`` is the sort of file; empty: told by what the bytes hold, as of standard input.
    """

    __slots__ = ("data", "made_of", "reader")
    data: bytes
    reader: str
    made_of: MadeOf

    def __new__(cls, name: str, data: bytes, reader: str = "", made_of: MadeOf = MadeOf.TEXT) -> "HeldFile":
        """Return a name with its bytes."""
        made = super().__new__(cls, name)
        made.data, made.reader, made.made_of = data, reader, made_of
        return made

    def emptied(self) -> "HeldFile":
        """Return the name without the bytes."""
        return HeldFile(str(self), b"", self.reader, self.made_of)

    def __getnewargs__(self) -> tuple[str, bytes, str, MadeOf]:  # type: ignore[override]
        return str(self), self.data, self.reader, self.made_of


def is_held_name(path: str) -> bool:
    """Whether a path that was kept is the name of a held file: ``<dict 1>``, and no file has that name."""
    return path.startswith("<") and path.endswith(">") and not os.path.lexists(path)


def is_made_of(path: str, what: MadeOf) -> bool:
    """Whether a path is that of a held file that was made of ``what``."""
    return isinstance(path, HeldFile) and path.made_of is what


def has_no_file(path: str) -> bool:
    """Whether a path names no file: that of standard input, or of what a program holds in memory."""
    return path == STANDARD_INPUT or (isinstance(path, HeldFile) and path.made_of is not MadeOf.PART)


class Source:
    """A file's text, its path as given, and the SHA-256 of its bytes."""

    def __init__(self, path: str, text: str, sha256: str) -> None:
        self.path, self.text, self.sha256 = path, text, sha256

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends, as an editor counts them."""
        return self.text.replace("\r\n", "\n").split("\n")

    def line(self, number: int) -> str:
        """Return line ``number``, counted from 1; nothing past the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""

    def place(self, index: int) -> Place:
        """Return the place of the character at ``index``."""
        before = self.text[:index]
        return Place(before.count("\n") + 1, index - (before.rfind("\n") + 1) + 1)


def real_path(path: str) -> str:
    """Return the path without links; one that cannot be a path at all is left as it is."""
    if isinstance(path, HeldFile) and has_no_file(path):
        return path
    try:
        return os.path.realpath(path)
    except ValueError:
        return path


def read_source(path: str, most: int = MAX_BYTES) -> Source:
    """Read one file, or standard input for ``-``, of at most ``most`` bytes.

    Raises:
        InputError: where it cannot be opened, is no regular file, is too large,
            is not strict UTF-8, or has line breaks that editors do not show.
    """
    return decoded(path, read_bytes(path, most))


def read_bytes(path: str, most: int = MAX_BYTES) -> bytes:
    """Read one file, or standard input for ``-``, of at most ``most`` bytes.

    Raises:
        InputError: where it cannot be opened, is no regular file, or is too large.
    """
    if isinstance(path, HeldFile):
        return bounded(path, path.data, most)
    return bounded(path, _standard_input(most) if path == STANDARD_INPUT else _regular_file(path, most), most)


def bounded(path: str, data: bytes, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a file that has at most ``most``.

    Raises:
        InputError: where it has more.
    """
    if len(data) > most:
        raise _refused(path, TOO_LARGE, limit=f"{most // 2**20} MiB")
    return data


def read_beginning(path: str, most: int) -> bytes:
    """Read the first ``most`` bytes of one file.

    Raises:
        InputError: where it cannot be opened, or is no regular file.
    """
    return _regular_file(path, most - 1)[:most]


def decoded(path: str, data: bytes) -> Source:
    """Decode the bytes of a file, strictly."""
    digest = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        hint = _encoding_hint(data)
        raise _refused(path, NOT_UTF8, digest, byte=error.start + 1, hint=hint) from None
    source = Source(path, text, digest)
    if any(character in text for character in _HIDDEN_NAMES) and (hidden := _HIDDEN_BREAK.search(text)):
        fault = diagnose(
            LINE_BREAK, (), source.place(hidden.start()), character=_HIDDEN_NAMES[hidden.group()]
        )
        raise InputError(source_file(source), (fault,))
    return source


def source_file(source: Source) -> SourceFile:
    """Return what is shown of a file that gave no tree of values."""
    return SourceFile(source.path, source.sha256, line=source.line)


def _standard_input(most: int) -> bytes:
    if sys.stdin is None:  # it was closed before the program started
        raise _refused(STANDARD_INPUT, UNREADABLE, why=Text("标准输入已关闭", "standard input is closed"))
    return _bounded(sys.stdin.buffer.read, most)


def _bounded(read: Callable[[int], bytes], most: int, about: int = _PIECE) -> bytes:
    """Read to the end, or just past what a file may have. A piece is about as large as the file, as memory
    for a small piece is allocated faster than for a large one.
    """
    pieces: list[bytes] = []
    size = min(max(about + 1, _LEAST), _PIECE)
    while most >= 0 and (piece := read(size)):
        pieces.append(piece)
        most -= len(piece)
    return b"".join(pieces)


def _regular_file(path: str, most: int) -> bytes:
    with opened(path) as descriptor:
        return _bounded(partial(os.read, descriptor), most, os.fstat(descriptor).st_size)


def pieces_of(path: str, size: int) -> Iterator[bytes]:
    """Return the bytes of a regular file, however long, in pieces.

    Raises:
        InputError: where it cannot be opened or read, or is no regular file.
    """
    if isinstance(path, HeldFile):
        yield path.data
        return
    with opened(path) as descriptor:
        while piece := os.read(descriptor, size):
            yield piece


@contextmanager
def opened(path: str) -> Iterator[int]:
    """Open a regular file; what it is, is asked of the open descriptor, so that nothing can slip in.

    Raises:
        InputError: where it cannot be opened or read, or is no regular file.
    """
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
    try:
        descriptor = os.open(path, flags | getattr(os, "O_BINARY", 0))
    except IsADirectoryError:
        raise _refused(path, NOT_A_FILE, what=_KINDS_OF_FILE[0][1]) from None
    except (OSError, ValueError) as error:
        raise _refused(path, UNREADABLE, why=_why(error)) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            what = next((name for test, name in _KINDS_OF_FILE if test(mode)), Text.same("?"))
            raise _refused(path, NOT_A_FILE, what=what)
        yield descriptor
    except OSError as error:
        raise _refused(path, UNREADABLE, why=_why(error)) from None
    finally:
        os.close(descriptor)


def _why(error: Exception) -> Text:
    match error:
        case FileNotFoundError():
            return Text("没有这个文件", "there is no such file")
        case PermissionError():
            return Text("没有读取权限", "there is no permission to read it")
        case OSError() if error.errno in _WHY:
            return _WHY[error.errno]
        case OSError():
            return Text.same(error.strerror or type(error).__name__)
        case _:
            return Text("路径不合法", "the path is not a possible one")


def _encoding_hint(data: bytes) -> Text:
    """Say what the bytes look like, where they look like something."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Text("（看起来是UTF-16）", " (it looks like UTF-16)")
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return Text("", "")
    chinese = sum("\u4e00" <= character <= "\u9fff" for character in text)
    printable = text.isprintable() or (chinese >= 4 and "".join(text.split()).isprintable())
    if chinese * 4 > len(text) or (chinese and printable):
        return Text("（看起来是GB18030，即中文Windows的默认编码）", " (it looks like GB18030)")
    return Text("", "")


def _refused(path: str, kind: DiagnosticKind, sha256: str | None = None, /, **values: object) -> InputError:
    nothing = SourceFile(path, sha256)
    return InputError(nothing, (diagnose(kind, **values),))
