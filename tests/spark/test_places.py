"""Rows with the ranks of their place and period, those of a place in one partition."""

from typing import Any

import pyarrow
import pytest
from pyspark.sql.pandas.types import from_arrow_schema

from hubei_digecon.load.faults import InputError
from hubei_digecon.load.tables.arrow.whole import PERIOD_RANK, PLACE_RANK
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.spark.places import NAME, by_place

from ..load.tables.arrow.tables import figure, table
from .observations import ROWS

pytestmark = pytest.mark.heavy


def test_names_that_mean_the_same_have_one_rank_and_no_row_is_lost(
    engine: Any, library: TargetLibrary
) -> None:
    made = by_place(engine.createDataFrame(ROWS), library).toArrow().to_pylist()
    assert len(made) == ROWS.num_rows
    places: dict[int, set[str]] = {}
    for row in made:
        places.setdefault(row[PLACE_RANK], set()).add(row["entity"])
    assert places.pop(-1) == {" "}
    assert sorted(map(sorted, places.values())) == [
        ["Atlantis"],
        ["Wuhan", "wuhan", "武汉"],
        ["wuhan-wedz", "武汉经开区"],
    ]
    assert {row[PERIOD_RANK] for row in made if row["period"] in ("2025", "2025年")} == {1}
    assert {row[PERIOD_RANK] for row in made if row["period"] == "2024"} == {0}


def test_a_place_is_in_one_partition(engine: Any, library: TargetLibrary) -> None:
    def seen(batches: Any) -> Any:
        ranks = {one for batch in batches for one in batch.column(PLACE_RANK).to_pylist()}
        yield pyarrow.record_batch({"place": pyarrow.array(sorted(ranks), pyarrow.int32())})

    schema = from_arrow_schema(pyarrow.schema([("place", pyarrow.int32())]))
    found = by_place(engine.createDataFrame(ROWS), library).mapInArrow(seen, schema).toArrow()
    places = found.column("place").to_pylist()
    assert sorted(places) == sorted(set(places)) == [-1, 0, 1, 2]


def test_columns_that_do_not_hold_what_was_reported_are_refused(engine: Any, library: TargetLibrary) -> None:
    floats = table(figure("gdp", None), value=pyarrow.float64())
    with pytest.raises(InputError, match="floats cannot tell 13 from 13") as raised:
        by_place(engine.createDataFrame(floats), library)
    assert raised.value.source.path == NAME
