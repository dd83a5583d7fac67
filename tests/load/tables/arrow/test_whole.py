"""Rows in order, batch by batch → tables none of which ends within a report, and no row is lost."""

from itertools import groupby

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.load.tables.arrow import whole
from hubei_digecon.load.tables.arrow.whole import PERIOD_RANK, PLACE_RANK, ranks_of, whole_reports

KEYS = st.lists(st.tuples(st.integers(-1, 4), st.integers(-1, 2), st.integers(1, 9)), max_size=30).map(sorted)


def batches(keys: list[tuple[int, int]], size: int) -> list[object]:
    rows = pyarrow.table(
        {
            "row": list(range(len(keys))),
            "place": [place for place, _ in keys],
            "period": [period for _, period in keys],
            PLACE_RANK: pyarrow.array([place for place, _ in keys], pyarrow.int32()),
            PERIOD_RANK: pyarrow.array([period for _, period in keys], pyarrow.int32()),
        }
    )
    made: list[object] = rows.to_batches(size)
    return made


@given(KEYS, st.integers(1, 20), st.integers(1, 12))
def test_no_part_ends_within_a_report_and_no_row_is_lost(
    counted: list[tuple[int, int, int]], size: int, part: int
) -> None:
    keys = [(place, period) for place, period, number in counted for _ in range(number)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(whole, "PART", part)
        parts = [table.to_pylist() for table in whole_reports(batches(keys, size))]
    assert [row["row"] for one in parts for row in one] == list(range(len(keys)))
    assert all(len(one) >= part for one in parts[:-1])
    ends = [(one[-1]["place"], one[-1]["period"]) for one in parts]
    starts = [(one[0]["place"], one[0]["period"]) for one in parts]
    for end, start in zip(ends, starts[1:], strict=False):
        assert end != start or -1 in end


def test_of_a_report_of_too_many_rows_one_more_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole, "MOST_ROWS", 5)
    keys = [(0, 0)] * 2 + [(0, 1)] * 40 + [(1, 0)] * 3
    rows = [row for table in whole_reports(batches(keys, 7)) for row in table.to_pylist()]
    kept = {key: len(list(some)) for key, some in groupby(rows, lambda row: (row["place"], row["period"]))}
    assert kept == {(0, 0): 2, (0, 1): 6, (1, 0): 3}


def test_of_no_rows_there_is_no_part() -> None:
    assert list(whole_reports([])) == []


def test_texts_that_mean_the_same_have_one_rank_and_blank_ones_none() -> None:
    made = ranks_of(["武汉", "wuhan", "  ", None, "", "china"], lambda text: text.replace("武汉", "wuhan"))
    assert made.to_pylist() == [
        {"text": "武汉", "rank": 1},
        {"text": "wuhan", "rank": 1},
        {"text": "china", "rank": 0},
    ]
