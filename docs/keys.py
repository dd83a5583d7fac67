"""The tables of keys in the documents, written from what the shapes tell of each key.

In a document a table stands between ``<!-- keys: SHAPE -->`` and ``<!-- /keys -->``; the words over its
first column are the document's own.
"""

import re

from hubei_digecon.shapes.base import Key, Shape, keys_of
from hubei_digecon.shapes.files import SHAPES

_MARKED = re.compile(r"(<!-- keys: (\w+) -->\n)\| ([^|\n]+) \|.*?(<!-- /keys -->)", re.DOTALL)
_REQUIRED = "required"


def with_keys(text: str) -> str:
    """Return a document with every marked table of keys as the shapes now have it."""
    return _MARKED.sub(lambda match: f"{match[1]}{_table(match[3], SHAPES[match[2]])}{match[4]}", text)


def keys_in(text: str) -> list[str]:
    """Return the names of the shapes whose keys a document tells."""
    return [match[2] for match in _MARKED.finditer(text)]


def _table(head: str, shape: type[Shape]) -> str:
    keys = tuple(keys_of(shape))
    told = any(key.required for key in keys)
    rows = [_cells(key, told) for key in keys]
    columns = (head, *([""] if told else []), "meaning", "含义")
    lines = (columns, ("---",) * len(columns), *rows)
    return "".join(f"| {' | '.join(line)} |\n".replace("|  |", "| |") for line in lines)


def _cells(key: Key, told: bool) -> tuple[str, ...]:
    needed = [_REQUIRED if key.required else ""] if told else []
    return tuple(cell.replace("|", "\\|") for cell in (f"`{key.name}`", *needed, key.told.en, key.told.zh))
