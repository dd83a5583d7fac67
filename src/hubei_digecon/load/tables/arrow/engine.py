"""DuckDB, as tables of any size are put in order by it: within a bound of memory, and nothing left behind."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import duckdb

MEMORY = "256MiB"
"""What it takes of memory by default; what is more goes to a temporary folder."""


@contextmanager
def engine(memory: str = MEMORY) -> Iterator[Any]:
    """Open an engine that takes at most so much memory; its folder is gone when it closes."""
    with tempfile.TemporaryDirectory(prefix="digecon-") as folder:
        config: dict[str, Any] = {"memory_limit": memory, "temp_directory": folder}
        with closing(duckdb.connect(":memory:", config=config)) as opened:
            yield opened
