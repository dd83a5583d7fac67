"""What executors do, without an engine: batches of rows that have ranks → findings, and reports surveyed."""

import pickle
from random import Random
from typing import Any

import pyarrow
import pytest

from hubei_digecon import check
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.load.tables.arrow.whole import PERIOD_RANK, PLACE_RANK
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions
from hubei_digecon.show import csv
from hubei_digecon.show.parquet import typed_table
from hubei_digecon.spark.places import NAME
from hubei_digecon.spark.work import PACKED, JudgeBatches, SurveyBatches, findings_table

from .observations import DAY, ROWS

PLACES = [1, 1, 2, 1, 2, 1, -1, 0]
PERIODS = [2, 2, 2, 2, 2, 1, 2, 2]


@pytest.fixture
def judge(library: TargetLibrary) -> Judge:
    return Judge.of(RunOptions((NAME,), library, DAY, Settings()))


def batches(seed: int) -> list[Any]:
    """Return the rows in some order, a few a batch."""
    ranked = ROWS.append_column(PLACE_RANK, pyarrow.array(PLACES, pyarrow.int32()))
    ranked = ranked.append_column(PERIOD_RANK, pyarrow.array(PERIODS, pyarrow.int32()))
    order = list(range(len(PLACES)))
    Random(seed).shuffle(order)
    made: list[Any] = ranked.take(order).to_batches(3)
    return made


def without_path(rows: list[dict[str, Any]]) -> list[str]:
    """Return rows without where they stand, in one order."""
    return sorted(repr({**row, "path": None, "line": None, "column": None}) for row in rows)


@pytest.mark.parametrize("seed", range(4))
def test_rows_in_any_order_are_judged_as_on_one_machine(judge: Judge, seed: int) -> None:
    run = check(ROWS, as_of=DAY, targets=judge.library)
    expected = typed_table(csv.column_kinds(), csv.rows_of(run), worded=False)
    sent = pickle.loads(pickle.dumps(JudgeBatches(judge, worded=False)))
    found = pyarrow.Table.from_batches(sent(batches(seed)), findings_table(judge, (), worded=False).schema)
    assert found.num_rows == expected.num_rows > len(PLACES)
    assert without_path(found.to_pylist()) == without_path(expected.to_pylist())


def test_a_survey_is_sent_back_packed(judge: Judge) -> None:
    (one,) = SurveyBatches(judge)(batches(0))
    assert one.schema == PACKED
    assert all(pickle.loads(cell) for cell in one.column("packed").to_pylist())


@pytest.mark.parametrize("work", [lambda judge: JudgeBatches(judge, True), SurveyBatches])
def test_a_partition_without_rows_has_nothing(judge: Judge, work: Any) -> None:
    assert list(work(judge)([])) == []
