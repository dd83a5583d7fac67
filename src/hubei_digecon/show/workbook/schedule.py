"""The sheet of the schedule of the year: the numbers that each ratio is of."""

from fractions import Fraction
from typing import NamedTuple

from ...domain.assessments import Assessment
from ...domain.run import Run
from ...domain.schedules import YearStanding
from ...quantity.numbers import rounded
from ..document import Column, Table, Value
from ..findings import INDICATOR
from ..page.section import name_of
from ..page.words import PERIOD
from ..schedule import BASE, HOW, RATIO, SCHEDULED, VALUE, WORD, how, word_of
from ..scoreboard.columns import PLACE
from ..view import View
from . import words
from .findings import is_illustrative
from .numbers import number, share


class StandingOfReport(NamedTuple):
    """How one target stands, and the report and the run that it is of."""

    assessment: Assessment
    run: Run
    standing: YearStanding


def schedule_sheets(run: Run) -> tuple[Table[StandingOfReport], ...]:
    """Return how the targets of all reports stand as a sheet; none where that was not asked for."""
    rows = tuple(StandingOfReport(one, run, row) for one in run.assessments for row in one.schedule)
    made = Table(words.SCHEDULE, SCHEDULE, rows, repeated=3, illustrative=is_illustrative(run))
    return (made,) if rows else ()


def _number(value: Fraction | None, row: StandingOfReport) -> Value:
    return None if value is None else number(rounded(value), row.standing.finding.target.unit or "")


def _base(row: StandingOfReport, _view: View) -> Value:
    base = row.standing.base
    return _number(base.value if base else None, row)


def _word(row: StandingOfReport, view: View) -> str:
    return word_of(row.standing, row.run.settings.cut_offs, view)


SCHEDULE: tuple[Column[StandingOfReport], ...] = (
    Column("entity", PLACE, lambda row, view: name_of(row.assessment, view), most=18),
    Column("period", PERIOD, lambda row, _: str(row.assessment.period or "")),
    Column(
        "indicator",
        INDICATOR,
        lambda row, view: view.say(row.standing.finding.target.indicator.short),
        most=36,
    ),
    Column("value", VALUE, lambda row, _: _number(row.standing.value, row)),
    Column("base", BASE, _base),
    Column("scheduled", SCHEDULED, lambda row, _: _number(row.standing.scheduled, row)),
    Column("ratio", RATIO, lambda row, _: share(row.standing.ratio)),
    Column("word", WORD, _word),
    Column("how", HOW, lambda row, view: how(row.standing, view), most=50),
)
"""The columns of the sheet of the schedule."""
