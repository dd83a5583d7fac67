"""Rows in any order → in the order of places, whatever the memory: no row is lost, none stands twice."""

from collections import Counter
from random import Random

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.load.tables.arrow.buckets import ROW_BYTES, Ranks, buckets_of, in_order
from hubei_digecon.load.tables.arrow.files import ROW
from hubei_digecon.load.tables.arrow.whole import PERIOD_RANK, PLACE_RANK, ranks_of

ROWS = st.dictionaries(st.integers(-1, 30), st.integers(1, 9), max_size=20)


@given(ROWS, st.integers(1, 20))
def test_buckets_are_in_order_and_none_has_more_rows_than_it_may_but_for_one_place(
    rows: dict[int, int], most: int
) -> None:
    buckets = buckets_of(rows, most)
    assert buckets.keys() == rows.keys()
    assert [buckets[rank] for rank in sorted(rows)] == sorted(buckets.values())
    for bucket in set(buckets.values()):
        inside = [rows[rank] for rank in rows if buckets[rank] == bucket]
        assert sum(inside) <= most or len(inside) == 1


@given(st.lists(st.tuples(st.integers(-1, 6), st.integers(-1, 3)), max_size=60), st.integers(1, 30))
def test_rows_are_in_order_and_all_there_whatever_the_memory(keys: list[tuple[int, int]], most: int) -> None:
    rows = list(range(len(keys)))
    Random(1).shuffle(rows)
    table = pyarrow.table(
        {
            "text": [str(row) for row in rows],
            ROW: pyarrow.array(rows, pyarrow.int64()),
            PLACE_RANK: pyarrow.array([keys[row][0] for row in rows], pyarrow.int32()),
            PERIOD_RANK: pyarrow.array([keys[row][1] for row in rows], pyarrow.int32()),
        }
    )
    places = Counter(place for place, _ in keys)
    read = [
        row for batch in in_order(table.to_batches(7), places, most * ROW_BYTES) for row in batch.to_pylist()
    ]
    found = [(row[PLACE_RANK], row[PERIOD_RANK], row[ROW]) for row in read]
    assert found == sorted((*keys[row], row) for row in rows)
    assert all(row["text"] == str(row[ROW]) for row in read)


@pytest.mark.parametrize("cells", [["b", None, " ", "a", "c"], [None], []])
def test_a_cell_has_the_rank_of_what_it_means(cells: list[str | None]) -> None:
    counts = Counter(cells)
    ranks = Ranks(ranks_of(counts, str.upper), counts)
    known = sorted({cell.upper() for cell in cells if cell and cell.strip()})
    expected = [known.index(cell.upper()) if cell and cell.strip() else -1 for cell in cells]
    assert ranks.of(pyarrow.array(cells, pyarrow.string())).to_pylist() == expected
    assert ranks.rows == Counter(expected)
