"""Writes a file whole or not at all, and tells whether it would go over what a run reads."""

import contextlib
import os
from codecs import getincrementalencoder
from collections.abc import Collection, Iterable, Iterator
from io import FileIO
from typing import TYPE_CHECKING, BinaryIO

from ..domain.run import Run
from ..load.source import real_path
from ..text import Text

if TYPE_CHECKING:
    from pathlib import Path

OVER_INPUT = Text("“{path}”是输入文件，不会覆盖", "“{path}” is an input and will not be overwritten")


def over_inputs(paths: Collection[str], inputs: Iterable[str]) -> str | None:
    """Return the first of ``paths`` that is one of ``inputs``, by whatever name, or stands in a folder that
    is one table of them; ``None`` where none is.
    """
    if not paths:
        return None
    from ..load.readers import is_folder_of_table  # a run that writes no file does without

    read = {real_path(path): is_folder_of_table(path) for path in inputs}
    tables = tuple(os.path.join(path, "") for path, is_table in read.items() if is_table)
    real = {path: real_path(path) for path in paths}
    return next((path for path in paths if real[path] in read or real[path].startswith(tables)), None)


def paths_read(run: Run) -> Iterator[str]:
    """Return the path of every file that a run read, but for the target files."""
    yield from (assessment.source.path for assessment in run.assessments)
    yield from (file.source.path for file in run.file_diagnostics)
    yield from (file.path for file in (*run.reviews, *run.history, *run.registers))
    for assessment in run.assessments:
        folder = os.path.dirname(assessment.source.path)
        yield from (os.path.join(folder, file.path) for file in assessment.documents)


Content = str | bytes | Iterable[str | bytes]
"""What is written: a text, bytes, or bits of them that are made while others are written."""


def chunks_of(content: Content) -> Iterable[str | bytes]:
    """Return what is written bit by bit."""
    return (content,) if isinstance(content, str | bytes) else content


def encoded(content: Content, encoding: str = "utf-8") -> Iterator[bytes]:
    """Return a text as bytes; what the encoding lacks is escaped. Bytes stay as they are."""
    encoder = getincrementalencoder(encoding)("backslashreplace")
    for chunk in chunks_of(content):
        yield chunk if isinstance(chunk, bytes) else encoder.encode(chunk)
    yield encoder.encode("", final=True)


def write_to(stream: BinaryIO | FileIO, data: bytes) -> None:
    """Write everything. A stream without a buffer may take a part, and returns how much."""
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) :]


def write_whole(content: Content, path: str) -> None:
    """Write a file whole or not at all.

    A temporary file beside it is written and synced, and then takes its place; where anything is raised on
    the way, it is gone. A pipe or device is written to directly.

    Raises:
        OSError, ValueError: where the file cannot be written. An older file is then unchanged.
    """
    from pathlib import Path  # only a result that goes into a file needs it

    target = Path(path)
    temporary: str | None = None
    data = encoded(content)
    try:
        if target.exists() and not target.is_file() and not target.is_dir():
            with open(target, "wb", buffering=0) as device:
                for chunk in data:
                    write_to(device, chunk)
            return
        target = target.resolve()  # a link is written through, not replaced
        import tempfile

        descriptor, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        with open(descriptor, "wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        raise


def write_lines(lines: Iterable[str], path: str) -> None:
    """Write a file line by line, where nobody reads it before it is whole."""
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.writelines(lines)


def bits_of(path: str) -> Iterator[bytes]:
    """Return the bytes of a file bit by bit, as :func:`write_whole` takes them."""
    with open(path, "rb") as file:
        while bit := file.read(_BIT):
            yield bit


_BIT = 2**20


def exists(path: str) -> bool:
    """Whether a file, a folder or a broken link has this path. A pipe or a device loses nothing."""
    there = os.path
    return there.lexists(path) and (not there.exists(path) or there.isfile(path) or there.isdir(path))


def _mode(target: "Path") -> int:
    """Return the permissions of the file that is replaced, or those of a new file."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
