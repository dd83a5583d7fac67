"""Report dates later than the day of judging; what is dated so proves nothing."""

import datetime
from collections.abc import Iterator

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, diagnose
from ..domain.reports import Dated, Observation, Report, first_day
from ..text import Text

DATED_AFTER = DiagnosticKind(
    "dated-after",
    Severity.WARNING,
    Text("{what}{date}晚于核验基准日{as_of}", "{what} is {date}, after {as_of}, the day to judge as of"),
    Text("核对该日期和核验基准日（--as-of）", "compare the date with the day to judge as of (--as-of)"),
    example=Example(
        fails="submitted: {by: 示例单位, date: 2026-03-01}",
        passes="submitted: {by: 示例单位, date: 2026-02-28}",
        given=Text("核验基准日为2026-02-28", "judged as of 2026-02-28"),
    ),
)
KINDS = (DATED_AFTER,)

_REPORT = Text("填报日期", "the date of the report")
_SOURCE = Text("数据来源的日期", "the date of the source")
_EVIDENCE = Text("佐证材料的日期", "the date of the evidence")
_ITEM = Text("“{name}”的认定（批准）日期", "the date of “{name}”")

Named = tuple[Text, Path, Dated | None]
"""A date with what it is of, and where it stands."""


def dated_after(report: Report, as_of: datetime.date) -> Iterator[Diagnostic]:
    """Return a diagnostic for every date of a report that is later than ``as_of``."""
    for what, at, date in _dates(report, as_of):
        yield diagnose(DATED_AFTER, at, what=what, date=date, as_of=as_of)
    for observation in report.observations.values():
        if observation.items and (end := (observation.period or report.period).end) > as_of:
            yield from _items_after(observation, as_of, end)


def _dates(report: Report, as_of: datetime.date) -> Iterator[Named]:
    """Return the dates later than ``as_of``: of the report itself, and of the evidence of its figures."""
    date = report.submitted.date
    if date and date > as_of:
        yield _REPORT, ("submitted", "date"), date
    for observation in report.observations.values():
        at = ("observations", observation.indicator)
        source = observation.source
        if source and source.dated and first_day(source.dated) > as_of:
            yield _SOURCE, (*at, "source", "dated"), source.dated
        for number, evidence in enumerate(observation.evidence):
            if evidence.dated and first_day(evidence.dated) > as_of:
                yield _EVIDENCE, (*at, "evidence", number, "dated"), evidence.dated


def _items_after(observation: Observation, as_of: datetime.date, end: datetime.date) -> Iterator[Diagnostic]:
    """Return diagnostics on late items of a period that goes on; those after the period have their own."""
    for number, item in enumerate(observation.items):
        if item.recognised_on is not None and as_of < first_day(item.recognised_on) <= end:
            at = ("observations", observation.indicator, "items", number, "recognised_on")
            what = _ITEM.format(name=item.name)
            yield diagnose(DATED_AFTER, at, what=what, date=item.recognised_on, as_of=as_of)
