"""Rows in any order → rows in the order of their places, in as much memory as is given for that.

Rows are first put into buckets, files of some places each, and then each bucket is sorted by itself.
"""

import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from typing import Any

import pyarrow
from pyarrow import compute, ipc

from .files import BATCH, ROW
from .whole import PERIOD_RANK, PLACE_RANK

ROW_BYTES = 1000
"""What sorting takes of memory for a row, copies included; most rows of reports are a quarter as long."""

_IN_ORDER = [(PLACE_RANK, "ascending"), (PERIOD_RANK, "ascending"), (ROW, "ascending")]


def buckets_of(rows: Mapping[int, int], most: int) -> dict[int, int]:
    """Return the bucket of each place, by its rank, so that each has at most so many rows, or one place.

    ``rows`` are how many rows each place has.
    """
    buckets: dict[int, int] = {}
    bucket = filled = 0
    for rank in sorted(rows):
        if filled and filled + rows[rank] > most:
            bucket, filled = bucket + 1, 0
        buckets[rank] = bucket
        filled += rows[rank]
    return buckets


def in_order(batches: Iterable[Any], rows: Mapping[int, int], memory: int) -> Iterator[Any]:
    """Return the rows of batches that have their ranks in the order of these, batch by batch.

    ``rows`` are how many rows each place has, ``memory`` is how many bytes may be taken.
    """
    buckets = buckets_of(rows, max(memory // ROW_BYTES, 1))
    with tempfile.TemporaryDirectory(prefix="digecon-") as folder:
        paths = _written(batches, buckets, folder)
        for path in paths:
            with pyarrow.OSFile(path) as file:
                table = ipc.open_stream(file).read_all()
            os.unlink(path)
            yield from table.sort_by(_IN_ORDER).to_batches(BATCH)


def _written(batches: Iterable[Any], buckets: Mapping[int, int], folder: str) -> list[str]:
    """Write the rows of each bucket into a file; return the files in the order of places."""
    ranks = pyarrow.array(list(buckets), pyarrow.int32())
    numbers = pyarrow.array(buckets.values(), pyarrow.int32())
    writers: dict[int, Any] = {}
    with ExitStack() as stack:
        for batch in batches:
            of = compute.take(numbers, compute.index_in(batch.column(PLACE_RANK), value_set=ranks))
            order = compute.sort_indices(of)
            rows, start = batch.take(order), 0
            for bucket, number in _runs(of.take(order)):
                if bucket not in writers:
                    path = os.path.join(folder, f"{bucket}.arrow")
                    sink = stack.enter_context(pyarrow.OSFile(path, "wb"))
                    options = ipc.IpcWriteOptions(compression="lz4")
                    writers[bucket] = stack.enter_context(ipc.new_stream(sink, batch.schema, options=options))
                writers[bucket].write_batch(rows.slice(start, number))
                start += number
    return [os.path.join(folder, f"{bucket}.arrow") for bucket in sorted(writers)]


def _runs(sorted_buckets: Any) -> Iterator[tuple[int, int]]:
    """Return each bucket with how many rows of it there are."""
    counted = compute.value_counts(sorted_buckets)
    yield from sorted((one["values"], one["counts"]) for one in counted.to_pylist())


class Ranks:
    """What the texts of a column mean, as ranks, and how many rows have each; -1 where nothing stands."""

    def __init__(self, table: Any, counts: Counter[str | None]) -> None:
        self.texts, self._ranks = table.column("text").combine_chunks(), table.column("rank").combine_chunks()
        self.rows: Counter[int] = Counter()
        ranked = dict(zip(self.texts.to_pylist(), self._ranks.to_pylist(), strict=True))
        for text, number in counts.items():
            self.rows[ranked.get(text, -1)] += number

    def of(self, cells: Any) -> Any:
        """Return the ranks of cells."""
        found = compute.take(self._ranks, compute.index_in(cells, value_set=self.texts))
        return compute.fill_null(found, -1)
