"""The changes of one report on the year before (较上年), as a table and in the cells of other tables."""

from ..domain.assessments import Assessment, FileDigest
from ..domain.changes import FigureChange, IndicatorChange
from ..domain.printed import growth, signed
from ..domain.run import Run
from ..quantity.kinds import GROWTH
from ..quantity.parsing import Quantity
from ..shapes.columns import MARKED
from ..text import Text
from .document import Column, Entry, EntryList, Table
from .view import View

TITLE = Text("较上年变化", "Change on the year before")
PERIOD = Text("报告期", "Period")
VALUE = Text("数值", "Value")
EARLIER = Text("上年同期数值", "A year before")
ABSOLUTE = Text("较上年增减", "Change")
RELATIVE = Text("较上年增速", "Growth")
PAST_REPORTS = Text("所用往期报告", "Earlier reports used")
DIGEST = Text("{path}（SHA-256：{sha256}）", "{path} (SHA-256: {sha256})")


def changes_table(assessment: Assessment) -> Table[IndicatorChange]:
    """Return the table of the changes of a report."""
    return Table(TITLE, COLUMNS, assessment.changes)


def past_reports(assessment: Assessment, run: Run, view: View) -> EntryList:
    """Return the earlier reports that a report is compared with, and their digests."""
    used = paths_used(assessment)
    return EntryList(
        view.say(PAST_REPORTS),
        tuple(_entry(file, view) for file in run.history if file.path in used),
    )


def paths_used(assessment: Assessment) -> set[str]:
    """Return the paths of the earlier reports that a report is compared with."""
    bases = (one.base.path for one in assessment.schedule if one.base and one.base.path)
    return {*(one.path for one in assessment.changes), *bases}


def _entry(file: FileDigest, view: View) -> Entry:
    return Entry(view.say(DIGEST, path=file.path, sha256=file.sha256))


def difference_of(change: FigureChange, view: View) -> str:
    """Return an absolute change with its sign and its unit, shares in percentage points."""
    return f"{signed(change.difference)}{view.say(change.difference_suffix)}"


def growth_of(change: FigureChange, view: View) -> tuple[str, ...]:
    """Return a relative change, and below it what that of an amount is called; nothing without one."""
    if change.relative is None:
        return ()
    term = change.kind.growth_term
    return (growth(change.relative), *([view.say(term)] if term and term != GROWTH else ()))


def _figure(quantity: Quantity, row: IndicatorChange, view: View) -> str:
    """Return a figure in the unit of its indicator, with its decimals and its hedge."""
    return view.say(quantity.shown) if quantity.bound else f"{quantity.written_in(row.unit)}{row.unit}"


def _earlier(row: IndicatorChange, view: View) -> tuple[str, ...]:
    """Return the earlier figure, marked where its report is illustrative."""
    shown = _figure(row.earlier, row, view)
    return (shown, view.say(MARKED, name="").strip()) if row.is_illustrative else (shown,)


def _absolute(row: IndicatorChange, view: View) -> str:
    if row.change is None:
        return view.say(row.why_not.term) if row.why_not else ""
    return difference_of(row.change, view)


def _relative(row: IndicatorChange, view: View) -> tuple[str, ...]:
    return growth_of(row.change, view) if row.change else ()


COLUMNS: tuple[Column[IndicatorChange], ...] = (
    Column(
        "indicator",
        Text("指标名称", "Indicator"),
        lambda row, view: view.say(row.indicator.short),
        role="name",
    ),
    Column("period", PERIOD, lambda row, view: view.say(row.period.words), role="short"),
    Column("now", VALUE, lambda row, view: _figure(row.now, row, view), role="number"),
    Column("earlier", EARLIER, _earlier, role="number"),
    Column("absolute", ABSOLUTE, _absolute, role="number"),
    Column("relative", RELATIVE, _relative, role="number"),
)
"""The columns of the table of changes on a terminal, in Markdown and on a page."""
