"""Writes results to standard output and to files, and messages to standard error."""

import contextlib
import os
import sys
from collections.abc import Iterable
from io import FileIO
from pathlib import Path
from typing import BinaryIO, TextIO

import click

from ..show.escape import not_a_command, visible
from ..text import Text
from .language import say

NOT_WRITTEN = Text("无法写出 {where}：{why}", "{where} could not be written: {why}")
CUT = Text("（篇幅所限，以下从略）", "(Cut here: there is no room for the rest.)")
CLOSED = Text("已关闭", "it is closed")
STANDARD_OUTPUT = Text("标准输出", "standard output")
ON_GITHUB = "GITHUB_ACTIONS"
"""Set to ``true`` by GitHub Actions, whose log takes some lines for commands."""


class NotWrittenError(Exception):
    """The output cannot be written. What was judged is lost, so the exit code is that of no verdict."""


def write_out(text: str | bytes, data: bool) -> None:
    """Write to standard output: data as UTF-8, text in the encoding of the terminal.

    What the encoding lacks is escaped. Bytes are written as they are. A pipe that its reader has closed is
    no error.

    Raises:
        NotWrittenError: where the output cannot be written.
    """
    stream = sys.stdout
    if stream is None:  # it was closed before the program started
        raise NotWrittenError(_told(say(STANDARD_OUTPUT), OSError(say(CLOSED))))
    encoding = "utf-8" if data else stream.encoding or "utf-8"
    shown = _logged(text) if isinstance(text, str) and not data else text
    try:
        stream.flush()
        _write_all(stream.buffer, _encoded(shown, encoding))
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise NotWrittenError(_told(say(STANDARD_OUTPUT), error)) from None


def _encoded(text: str | bytes, encoding: str = "utf-8") -> bytes:
    return text if isinstance(text, bytes) else text.encode(encoding, "backslashreplace")


def _write_all(stream: BinaryIO | FileIO, data: bytes) -> None:
    """Write everything. A stream without a buffer may take a part, and returns how much."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]


def write_file(text: str | bytes, path: str) -> None:
    """Write a file whole or not at all.

    A temporary file beside it is written and synced, and then takes its place. A pipe or device is written
    to directly.

    Raises:
        NotWrittenError: where the file cannot be written. An older file is then unchanged.
    """
    target = Path(path)
    temporary: str | None = None
    data = _encoded(text)
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with open(target, "wb", buffering=0) as device:
                _write_all(device, data)
            return
        target = target.resolve()  # a link is written through, not replaced
        import tempfile  # only a result that goes into a file needs it

        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        with open(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except (OSError, ValueError) as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise NotWrittenError(_told(path, error)) from None


def append_to_file(text: str | bytes, path: str, limit: int) -> None:
    """Append to a file that others write to as well, up to ``limit`` bytes in all.

    What does not fit is cut at a line. A last line says so, if it fits.

    Raises:
        NotWrittenError: where the file cannot be written.
    """
    data = _encoded(text)
    try:
        with open(path, "ab") as file:
            room = max(limit - file.tell(), 0)
            if len(data) > room:
                told = f"\n{say(CUT)}\n".encode()
                kept = data[: data.rfind(b"\n", 0, max(room - len(told), 0)) + 1]
                data = kept + told if len(told) <= room else b""
            file.write(data)
    except (OSError, ValueError) as error:
        raise NotWrittenError(_told(path, error)) from None


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, or those of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def tell(text: str) -> None:
    """Write a message to standard error. Where that fails, nobody can be told."""
    try:
        click.echo(_logged("\n".join(map(visible, text.split("\n")))), err=True)
        sys.stderr.flush()
    except (OSError, AttributeError):
        if sys.stderr is not None:
            _silence(sys.stderr)


def tell_lines(lines: Iterable[str]) -> None:
    """Write messages to standard error, a line each."""
    for line in lines:
        tell(line)


def _logged(text: str) -> str:
    """Return lines for people. In the log of GitHub Actions, no line is left that would be a command."""
    return not_a_command(text) if os.environ.get(ON_GITHUB) == "true" else text


def _told(where: str, error: Exception) -> str:
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"digecon: {say(NOT_WRITTEN.format(where=where, why=why))}"


def _silence(stream: TextIO) -> None:
    """Point the stream at the null device, so that closing it at exit does not fail."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
