"""The keys of files by their Chinese terms: what to ask where a term stands in place of a key.

A term is what the shape of a file says of its key, up to the first comma or bracket; and what heads the
column of the key in a table.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..names import folded
from ..text import Text
from .near import asking, nearest
from .tables.columns import BY_HEADING, INDICATOR, Level

_ENDS = re.compile("[，：；（:,(`]")
_LEVELS = {"report": Level.REPORT, "Observation": Level.OBSERVATION, "Item": Level.ITEM}
"""What the columns stand for whose headings can be taken for keys, by the shape of the keys."""


def key_meant(key: str, shape: str, known: Sequence[str]) -> Text:
    """Return the question whether another key was meant, which a shape has or which stands elsewhere."""
    terms, term = _terms(shape), folded(key)
    near = terms.get(term) or nearest(key, known) or terms.get(nearest(term, terms) or "")
    return asking(near or _elsewhere(term))


@cache
def _terms(name: str) -> dict[str, str]:
    """Return the keys of a shape by their terms."""
    from .schemas import FILES, SHAPES, keys_of

    shape = FILES.get(name) or SHAPES[name]
    told = {folded(_ENDS.split(key.told.zh)[0]): key.name for key in keys_of(shape)}
    return dict(_headings(_LEVELS.get(name))) | {term: key for term, key in told.items() if term}


def _headings(level: Level | None) -> Iterator[tuple[str, str]]:
    for heading, column in BY_HEADING.items():
        if column is INDICATOR and level is Level.REPORT:
            yield heading, "observations"
        elif column.level is level and not heading.isascii():
            yield heading, ".".join(column.path)


def _elsewhere(term: str) -> str | None:
    """Return the key of a column that stands in another mapping."""
    column = BY_HEADING.get(term)
    if column is None or term.isascii():
        return None
    return "observations" if column is INDICATOR else ".".join(column.path)
