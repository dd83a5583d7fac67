"""DuckDB, as tables of any size are put in order by it: within a bound of memory, and nothing left behind."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import duckdb

from ....diagnostics import SourceFile, diagnose
from ....late import late_pattern
from ....text import Text
from ...faults import InputError
from ...memory import MEMORY
from .diagnostics import NOT_IN_ORDER

_DETAIL = late_pattern("\n| Detail: ")
"""What comes after the sentence of an error."""


@contextmanager
def engine(path: str, memory: str = MEMORY) -> Iterator[Any]:
    """Open an engine for the table at ``path`` that takes at most so much memory; what is more goes to a
    folder, which is gone when it closes.

    Raises:
        InputError: where reading the table fails on the way.
    """
    try:
        with _opened(memory) as opened:
            yield opened
    except duckdb.Error as error:
        why = Text.same(_DETAIL.split(str(error))[0])
        raise InputError(SourceFile(str(path)), (diagnose(NOT_IN_ORDER, why=why),)) from None


@contextmanager
def _opened(memory: str) -> Iterator[Any]:
    with tempfile.TemporaryDirectory(prefix="digecon-") as folder:
        config: dict[str, Any] = {"memory_limit": memory, "temp_directory": folder}
        with closing(duckdb.connect(":memory:", config=config)) as opened:
            yield opened
