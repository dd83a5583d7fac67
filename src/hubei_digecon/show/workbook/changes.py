"""The sheet of changes on the year before: both values, so that readers can check the difference."""

from typing import NamedTuple

from ...domain.assessments import Assessment
from ...domain.changes import FigureChange, IndicatorChange
from ...domain.run import Run
from ...quantity.numbers import rounded
from ...quantity.parsing import Quantity
from ..changes import ABSOLUTE, EARLIER, RELATIVE, VALUE
from ..document import Column, Table, Value
from ..findings import INDICATOR
from ..page.section import name_of
from ..page.words import PERIOD
from ..scoreboard.columns import PLACE
from ..view import View
from . import words
from .findings import is_illustrative
from .numbers import as_written, number


class ChangedFigure(NamedTuple):
    """A change and the report that it is of."""

    assessment: Assessment
    change: IndicatorChange


def changes_sheets(run: Run) -> tuple[Table[ChangedFigure], ...]:
    """Return the changes of all reports as a sheet; none where nothing is compared."""
    rows = tuple(ChangedFigure(one, change) for one in run.assessments for change in one.changes)
    marked = is_illustrative(run) or any(row.change.is_illustrative for row in rows)
    return (Table(words.CHANGES, CHANGES, rows, repeated=3, illustrative=marked),) if rows else ()


def _figure(quantity: Quantity, row: ChangedFigure, view: View) -> Value:
    if quantity.bound:
        return view.say(quantity.shown)
    return as_written(quantity.written_in(row.change.unit), row.change.unit)


def _absolute(row: ChangedFigure, view: View) -> Value:
    """Return the absolute change in its unit, or why there is none."""
    change = row.change.change
    if change is None:
        return view.say(row.change.why_not.term) if row.change.why_not else None
    return number(change.difference, view.say(change.difference_suffix), signed=True)


def relative_of(change: FigureChange | None) -> Value:
    """Return a relative change as a percentage; nothing without one."""
    relative = change and change.relative
    return None if relative is None else number(rounded(relative * 100), "%", signed=True)


def called_of(change: FigureChange | None, view: View) -> str:
    """Return what a relative change is called."""
    term = change.kind.growth_term if change and change.relative is not None else None
    return view.say(term) if term else ""


CHANGES: tuple[Column[ChangedFigure], ...] = (
    Column("entity", PLACE, lambda row, view: name_of(row.assessment, view), most=18),
    Column("period", PERIOD, lambda row, _: str(row.change.period)),
    Column("indicator", INDICATOR, lambda row, view: view.say(row.change.indicator.short), most=36),
    Column("now", VALUE, lambda row, view: _figure(row.change.now, row, view)),
    Column("earlier_period", words.EARLIER_PERIOD, lambda row, _: str(row.change.earlier_period)),
    Column("earlier", EARLIER, lambda row, view: _figure(row.change.earlier, row, view)),
    Column("absolute", ABSOLUTE, _absolute),
    Column("relative", RELATIVE, lambda row, _: relative_of(row.change.change)),
    Column("called", words.GROWTH, lambda row, view: called_of(row.change.change, view)),
    Column("earlier_path", words.EARLIER_FILE, lambda row, _: row.change.path, most=32),
)
"""The columns of the sheet of changes of a check."""
