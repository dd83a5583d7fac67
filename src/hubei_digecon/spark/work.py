"""What executors do: batches of the rows of some places → batches of findings, or of reports surveyed.

Both are sent to executors as they are, with the judge in them; nothing of Spark is imported there.
"""

import pickle
from collections.abc import Iterable, Iterator
from itertools import chain
from threading import Lock
from typing import Any

import pyarrow

from ..domain.assessments import Assessment
from ..load.search.inputs import Input
from ..load.source import HeldFile, MadeOf
from ..load.tables.arrow.ordered import ranked_in_order
from ..load.tables.arrow.packing import packed
from ..load.tables.arrow.whole import whole_reports
from ..run.isolation import IsolatedRun
from ..run.judge import Judge
from ..run.registers import asked_by_input
from ..run.score import ReportSurvey
from ..show import csv
from ..show.parquet import typed_table
from .places import NAME

PACKED = pyarrow.schema([("packed", pyarrow.binary())])
"""What work returns that is no table: what comes of the reports of some places, packed."""


ONE_AT_A_TIME = Lock()
"""Held while reports are judged: some engines, as Sail, run functions of Python in threads of one process.
These gain nothing there, and would import and read at once what is imported and read at its first use."""


class JudgeBatches:
    """Judges whole reports, and returns their findings in batches, a row a finding."""

    def __init__(self, judge: Judge, worded: bool) -> None:
        self.judge, self.worded = judge, worded

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Return the findings of the reports whose rows are in batches."""
        for one in _parts(batches):
            with ONE_AT_A_TIME:
                made = [one for one in self.judge.judge(one) if isinstance(one, Assessment)]
                self.judge.library.raise_faults()
                findings = findings_table(self.judge, made, self.worded)
            yield from findings.to_batches()


class SurveyBatches:
    """Surveys whole reports as the scoreboard and the trend ask, and returns what it found in batches."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Return what a survey finds of the reports whose rows are in batches."""
        survey = ReportSurvey(self.judge)
        for one in _parts(batches):
            with ONE_AT_A_TIME:
                surveyed = survey(one)
                self.judge.library.raise_faults()
            yield _packed(surveyed)


class AskBatches:
    """Asks whole reports what they need of a register, and returns that in batches."""

    def __init__(self, judge: Judge) -> None:
        self.judge = judge

    def __call__(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Return what the reports whose rows are in batches ask of a register."""
        for one in _parts(batches):
            with ONE_AT_A_TIME:
                asked = list(dict.fromkeys(asked_by_input(self.judge, one)))
                self.judge.library.raise_faults()
            yield _packed(asked)


def _packed(made: Any) -> Any:
    cells = pyarrow.array([pickle.dumps(made, pickle.HIGHEST_PROTOCOL)], pyarrow.binary())
    return pyarrow.record_batch([cells], schema=PACKED)


def findings_table(judge: Judge, assessments: Iterable[Assessment], worded: bool) -> Any:
    """Return the findings of assessments as an Arrow table, a row a finding."""
    kinds = csv.column_kinds()
    run = IsolatedRun(judge.run_of(list(assessments)))
    return run.show(lambda shown: typed_table(kinds, csv.rows_of(shown), worded))


def _parts(batches: Iterable[Any]) -> Iterator[Input]:
    """Return parts of whole reports. Engines keep the rows of a place together, but in no order: some take an
    order that a function of Python is to see for one that nobody needs.
    """
    waiting = iter(batches)
    first = next(waiting, None)
    if first is None:
        return
    rows = pyarrow.RecordBatchReader.from_batches(first.schema, chain((first,), waiting))
    for table in whole_reports(ranked_in_order(rows)):
        yield Input(HeldFile(NAME, packed(table), "parquet", MadeOf.ROWS))
