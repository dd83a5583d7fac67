"""What a cell of the whole report means: rows that write it in different forms say the same."""

from collections.abc import Callable

from ...names import folded
from ..dates import date_of, period_of
from ..fields import REVISIONS, YES, whole_of
from .columns import BY_KEY, PERIOD, REVISION, Column


def _revision(text: str) -> int:
    return whole_of(text, *REVISIONS)


_READ: dict[Column, Callable[[str], object]] = {
    PERIOD: period_of,
    REVISION: _revision,
    BY_KEY["submitted.date"]: date_of,
    BY_KEY["illustrative"]: YES.get,
}


def meaning(column: Column, cell: str) -> str:
    """Return what a cell means, written in one form; of what cannot be read, the plain text."""
    try:
        read = _READ[column](cell.strip())
    except (KeyError, ValueError):
        return folded(cell)
    return folded(cell) if read is None else str(read)
