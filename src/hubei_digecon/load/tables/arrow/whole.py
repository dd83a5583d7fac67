"""Rows in the order of places and periods, which have ranks for it → tables of some whole reports each."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pyarrow

from ..grouping import MOST_ROWS

PLACE_RANK, PERIOD_RANK = "__digecon_place__", "__digecon_period__"
"""The columns by which rows are in order; -1 where a row does not name its place, or its period."""

PART = 400
"""Rows of a part, or as many more as the last report in it has."""


def ranks_of(texts: Iterable[str | None], meaning: Callable[[str], str]) -> Any:
    """Return a table of each text with the rank of what it means; what is blank means nothing."""
    meanings = {text: meaning(text) for text in texts if text and not text.isspace()}
    ranks = {meant: rank for rank, meant in enumerate(sorted(set(meanings.values())))}
    return pyarrow.table(
        {
            "text": pyarrow.array(list(meanings), pyarrow.string()),
            "rank": pyarrow.array([ranks[one] for one in meanings.values()], pyarrow.int32()),
        }
    )


def whole_reports(batches: Iterable[Any]) -> Iterator[Any]:
    """Return tables of at least :data:`PART` rows, but the last, none of which ends within a report. Of a
    report of more rows than any may have, only so many are kept that reading says so.
    """
    waiting = _Waiting()
    same, last = 0, None
    for batch in batches:
        keys = zip(batch.column(PLACE_RANK).to_pylist(), batch.column(PERIOD_RANK).to_pylist(), strict=True)
        batch, begin = batch.drop_columns([PLACE_RANK, PERIOD_RANK]), 0
        for at, key in enumerate(keys):
            same = same + 1 if key == last else 1
            if same > 1 and -1 not in key:  # of rows without a name nobody knows whose they are
                if same > MOST_ROWS + 1:
                    waiting.add(batch, begin, at)
                    begin = at + 1
            elif waiting.rows + at - begin >= PART:
                waiting.add(batch, begin, at)
                begin = at
                yield waiting.taken()
            last = key
        waiting.add(batch, begin, batch.num_rows)
    if waiting.rows:
        yield waiting.taken()


class _Waiting:
    """Rows that wait until they make a part."""

    __slots__ = ("pieces", "rows")

    def __init__(self) -> None:
        self.pieces: list[Any] = []
        self.rows = 0

    def add(self, batch: Any, begin: int, end: int) -> None:
        """Add the rows of a batch from ``begin`` up to, not including, ``end``."""
        if end > begin:
            self.pieces.append(batch.slice(begin, end - begin))
            self.rows += end - begin

    def taken(self) -> Any:
        """Return what waits as a table, and begin anew."""
        table = pyarrow.Table.from_batches(self.pieces)
        self.pieces, self.rows = [], 0
        return table
