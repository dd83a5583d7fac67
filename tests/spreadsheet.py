"""Reads CSV with a spreadsheet library of others, SheetJS, in one process of node for many tables."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .fetched import package

_SCRIPT = Path(__file__).parent / "read_sheets.cjs"


@dataclass(frozen=True)
class Cell:
    """A cell: its type (``n`` number, ``s`` text, ``b`` truth, ``z`` empty, ``e`` error), value and formula."""

    type: str
    value: object
    formula: str | None


Rows = list[list[Cell]]


@dataclass(frozen=True)
class Sheet:
    """A table as it was read: every cell as text, and every cell taken for what it looks like."""

    plain: Rows
    typed: Rows


def read_sheets(texts: Sequence[str]) -> list[Sheet]:
    """Read tables; one that begins with a byte order mark is read from bytes."""
    command = ("node", str(_SCRIPT), str(package("xlsx")))
    done = subprocess.run(
        command, input=json.dumps(list(texts)), capture_output=True, encoding="utf-8", check=True
    )
    return [Sheet(_rows(one["plain"]), _rows(one["typed"])) for one in json.loads(done.stdout)]


def _rows(rows: list[list[dict[str, str]]]) -> Rows:
    return [[Cell(cell["type"], cell.get("value"), cell["formula"]) for cell in row] for row in rows]
