"""The keys of files by their Chinese terms: what to ask where a term stands in place of a key.

A term is what the shape of a file says of its key, up to the first comma or bracket; and what heads the
column of the key in a table.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..diagnostics.suggest import asking, nearest
from ..domain.names import folded
from ..shapes.columns import BY_HEADING, INDICATOR, ColumnLevel
from ..text import Text

_ENDS = re.compile("[，：；（:,(`]")
_LEVELS = {"report": ColumnLevel.REPORT, "Observation": ColumnLevel.OBSERVATION, "Item": ColumnLevel.ITEM}
"""What the columns stand for whose headings can be taken for keys, by the shape of the keys."""


def key_meant(key: str, shape: str, known: Sequence[str]) -> Text:
    """Return the question whether another key was meant, which a shape has or which stands elsewhere."""
    terms, term = _terms(shape), folded(key)
    same = terms.get(term) or nearest(key, known) or _elsewhere(term)
    return asking(same or terms.get(nearest(term, terms) or ""))


@cache
def _terms(name: str) -> dict[str, str]:
    """Return the keys of a shape by their terms."""
    from ..shapes.base import keys_of
    from ..shapes.files import FILES, SHAPES

    shape = FILES.get(name) or SHAPES[name]
    told = {folded(_ENDS.split(key.told.zh)[0]): key.name for key in keys_of(shape)}
    return dict(_headings(_LEVELS.get(name))) | {term: key for term, key in told.items() if term}


def _headings(level: ColumnLevel | None) -> Iterator[tuple[str, str]]:
    for heading, column in BY_HEADING.items():
        if column is INDICATOR and level is ColumnLevel.REPORT:
            yield heading, "observations"
        elif column.level is level and not heading.isascii():
            key = ".".join(column.path)
            yield from ((heading, key), (_ENDS.split(heading)[0], key))


def _elsewhere(term: str) -> str | None:
    """Return the key of a column that stands in another mapping."""
    column = BY_HEADING.get(term)
    if column is None or term.isascii():
        return None
    return "observations" if column is INDICATOR else ".".join(column.path)
