"""Inputs that are tables of many reports, each in its place as parts of some whole reports."""

from collections.abc import Iterable, Iterator
from contextlib import ExitStack

from ..faults import InputError, refused_by
from ..memory import MEMORY
from ..readers import READERS, reader_of
from ..source import HeldFile, MadeOf
from ..targets import TargetLibrary
from .inputs import Input

_TABLE = READERS["parquet"]


def in_parts(inputs: Iterable[Input], library: TargetLibrary, memory: str | None = None) -> Iterator[Input]:
    """Return inputs, with the parts of each Parquet file or folder, or table in memory, in its place.

    Args:
        inputs: the inputs.
        library: the target files, which know the names of places.
        memory: what sorting a table may take of memory, as in ``256MiB``.
    """
    for one in inputs:
        if one.is_read and _is_table(one.path) and not (_TABLE.extra and _TABLE.extra.missing):
            yield from _parts(one, library, memory)
        else:
            yield one


MANY_ROWS = 40_000
"""Rows of a table that are worth several processes."""


def is_large(path: str) -> bool:
    """Whether a path is that of a file of very many rows, or of a folder of such."""
    return _rows(path) >= MANY_ROWS


def parts_about(one: Input) -> int:
    """Return about how many parts an input is read in."""
    rows = _rows(one.path) if one.is_read else 0
    if not rows:
        return 1
    from ..tables.arrow.whole import PART

    return max(1, rows // PART)


def _rows(path: str) -> int:
    """Return how many rows the Parquet file at a path has; 0 of what is none."""
    if isinstance(path, HeldFile) or not _is_table(path) or (_TABLE.extra and _TABLE.extra.missing):
        return 0
    from ..tables.arrow.files import arrow_file

    try:
        with ExitStack() as stack:
            return arrow_file(path, stack, digest=False).rows
    except InputError:
        return 0


def _is_table(path: str) -> bool:
    """Whether a path is that of a table that is read in parts."""
    if isinstance(path, HeldFile):
        return path.reader == _TABLE.name and path.made_of is MadeOf.ROWS
    return reader_of(path) is _TABLE


def _parts(one: Input, library: TargetLibrary, memory: str | None) -> Iterator[Input]:
    from ..tables.arrow import ordered  # few runs read a table of such a size

    most = memory or MEMORY
    path = one.path
    try:
        if isinstance(path, HeldFile):
            parts = ordered.parts_of_table(path, library, most)
        else:
            parts = ordered.parts_of_file(path, library, most)
        yield from (one._replace(path=part) for part in parts)
    except InputError as error:
        yield one._replace(refused=refused_by(error))
