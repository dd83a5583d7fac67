"""Writes results to standard output and to files, and messages to standard error."""

import contextlib
import os
import sys
from collections.abc import Iterable
from typing import TextIO

import click

from ..run.writing import Content, chunks_of, encoded, write_to, write_whole
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


def write_out(content: Content, data: bool) -> None:
    """Write to standard output: data as UTF-8, text in the encoding of the terminal.

    What the encoding lacks is escaped. Bytes are written as they are. A pipe that its reader has closed is
    no error.

    Raises:
        NotWrittenError: where the output cannot be written.
    """
    stream = sys.stdout
    if stream is None:  # it was closed before the program started
        raise not_written(say(STANDARD_OUTPUT), OSError(say(CLOSED)))
    encoding = "utf-8" if data else stream.encoding or "utf-8"
    chunks = chunks_of(content)
    shown = chunks if data else (_logged(one) if isinstance(one, str) else one for one in chunks)
    try:
        stream.flush()
        for chunk in encoded(shown, encoding):
            write_to(stream.buffer, chunk)
        stream.flush()
    except BrokenPipeError:
        _silence(stream)
    except OSError as error:
        _silence(stream)
        raise not_written(say(STANDARD_OUTPUT), error) from None


def write_file(content: Content, path: str) -> None:
    """Write a file whole or not at all.

    Raises:
        NotWrittenError: where the file cannot be written. An older file is then unchanged.
    """
    try:
        write_whole(content, path)
    except (OSError, ValueError) as error:
        raise not_written(path, error) from None


def append_to_file(content: Content, path: str, limit: int) -> None:
    """Append to a file that others write to as well, up to ``limit`` bytes in all.

    What does not fit is cut at a line. A last line says so, if it fits.

    Raises:
        NotWrittenError: where the file cannot be written.
    """
    data = b""
    try:
        with open(path, "ab") as file:
            room = max(limit - file.tell(), 0)
            for chunk in encoded(content):
                data += chunk
                if len(data) > room:
                    break
            if len(data) > room:
                told = f"\n{say(CUT)}\n".encode()
                kept = data[: data.rfind(b"\n", 0, max(room - len(told), 0)) + 1]
                data = kept + told if len(told) <= room else b""
            file.write(data)
    except (OSError, ValueError) as error:
        raise not_written(path, error) from None


def terminal_columns() -> int:
    """Return how wide the terminal is: what ``COLUMNS`` says, else what the terminal does, else 80.

    So does ``shutil``, which imports all that packs archives.
    """
    try:
        return int(os.environ["COLUMNS"]) or _columns()
    except (KeyError, ValueError):
        return _columns()


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or _USUAL  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return _USUAL


_USUAL = 80


def tell(text: str) -> None:
    """Write a message to standard error. Where that fails, nobody can be told."""
    try:
        click.echo(_logged("\n".join(map(visible, text.split("\n")))), err=True)
        sys.stderr.flush()
    except (OSError, AttributeError):
        if sys.stderr is not None:
            _silence(sys.stderr)


def tell_content(content: Content) -> None:
    """Write lines for people to standard error, as they come."""
    for chunk in chunks_of(content):
        if isinstance(chunk, str) and chunk:
            tell(chunk.rstrip("\n"))


def tell_lines(lines: Iterable[str]) -> None:
    """Write messages to standard error, a line each."""
    for line in lines:
        tell(line)


def _logged(text: str) -> str:
    """Return lines for people. In the log of GitHub Actions, no line is left that would be a command."""
    return not_a_command(text) if os.environ.get(ON_GITHUB) == "true" else text


def not_written(where: str, error: Exception) -> NotWrittenError:
    """Return that something could not be written, with where and why."""
    why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return NotWrittenError(f"digecon: {say(NOT_WRITTEN.format(where=where, why=why))}")


def _silence(stream: TextIO) -> None:
    """Point the stream at the null device, so that closing it at exit does not fail."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
