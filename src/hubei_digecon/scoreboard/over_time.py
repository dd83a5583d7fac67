"""Find what is unlikely between the reports of one place: a growing figure that falls, a large change."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import reduce
from itertools import groupby
from typing import NamedTuple

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, SourceFile, diagnose, located
from ..domain.reports import Period, Report
from ..domain.targets import Catalogue, Indicator
from ..domain.words import Counting
from ..quantity.numbers import Interval, compared, reaches
from ..text import Text
from .choice import FoundReport, StatedFigure

CUMULATIVE_FALLS = DiagnosticKind(
    "cumulative-falls",
    Severity.WARNING,
    Text(
        "{indicator}{period}为{value}，小于{earlier}的{before}（{where}）；该指标只增不减，前后不衔接",
        "{indicator} is {value} for {period}, less than the {before} for {earlier} ({where}), "
        "though it can only grow",
    ),
    Text(
        "核对两份报告的数值、单位和口径；确有原因的，在情况说明中写明",
        "compare value, unit and scope in both reports; where there is a cause, explain it",
    ),
    example=Example(
        Text(
            "某项时期指标全年的数小于1—9月的数，或新增指标的累计数比上年少，两份报告一并交给 score",
            "a flow that is smaller for the year than for its first nine months, or an added count below "
            "that of the year before, both reports scored together",
        ),
        Text("全年的数不小于1—9月的数", "a flow of the year that is no smaller than that of its months"),
        Sort.FILE,
    ),
)
LARGE_CHANGE = DiagnosticKind(
    "large-change",
    Severity.NOTE,
    Text(
        "{indicator}{period}为{value}，上年（{earlier}）为{before}（{where}），变动达一半以上",
        "{indicator} is {value} for {period} and {before} for {earlier} ({where}), a change of half or more",
    ),
    Text(
        "核对两份报告的数值、单位和口径；确有此变动的，在情况说明中写明原因",
        "compare value, unit and scope in both reports; where it did change so, explain why",
    ),
    example=Example(
        Text(
            "某项指标比上年增加或减少一半以上，两份报告一并交给 score",
            "a figure half as much again as the year before, or half of it, both reports scored together",
        ),
        Text("变动不到一半", "a change of less than half"),
        Sort.FILE,
    ),
)
SUPERSEDED_REPORT = DiagnosticKind(
    "superseded-report",
    Severity.NOTE,
    Text(
        "{entity} {period}第{revision}次报送的这份报告已由第{later}次报送的 {path} 取代，不作核验",
        "this report of {entity} for {period}, revision {revision}, is superseded by revision {later}, "
        "{path}, and is not judged",
    ),
    Text("无须处理；两份都应保留的，照旧保留", "nothing needs fixing; keep both where both must be kept"),
    example=Example(
        Text(
            "同一考核对象、同一报告期的两份报告，“第几次报送”不同，一并交给 score",
            "two reports of one entity and period whose revisions differ, scored together",
        ),
        Text("每个报告期一份报告", "one report for each period"),
        Sort.FILE,
    ),
)
KINDS = (CUMULATIVE_FALLS, LARGE_CHANGE, SUPERSEDED_REPORT)

_STOCK = Counting.IN_FORCE
_HALF_MORE, _TWICE = Fraction(3, 2), Fraction(2)


class DoubtfulChange(NamedTuple):
    """A figure that does not fit one of an earlier period: both figures, and the kind of diagnostic."""

    kind: DiagnosticKind
    indicator: Indicator
    later: "DatedFigure"
    earlier: "DatedFigure"

    def said(self, there: SourceFile) -> Diagnostic:
        """Return the diagnostic at the later figure; ``there`` is the file of the earlier one."""
        at = ("observations", self.indicator.id, "value")
        return diagnose(
            self.kind,
            at,
            indicator=self.indicator.name,
            value=self.later.quantity.shown,
            period=self.later.period,
            before=self.earlier.quantity.shown,
            earlier=self.earlier.period,
            where=located(there.path, there.find(at)),
        )


class DatedFigure:
    """A figure that a report states, with the end of its period.

    ``counting`` is how it is counted: as its indicator asks, if the report does not say. ``thing`` is within
    what it can only grow: a year, or all years for what adds up over the years. Illustrative figures and
    those counted otherwise are kept apart.
    """

    __slots__ = (
        "_interval", "_standing", "counting", "heard", "indicator", "period", "quantity", "stated", "thing",
    )  # fmt: skip

    def __init__(self, heard: FoundReport, stated: StatedFigure, indicator: Indicator) -> None:
        self.heard, self.stated, self.indicator, self.quantity = heard, stated, indicator, stated.quantity
        self.period: Period = stated.period or heard.period
        self.counting = stated.counting or indicator.counting
        over_years = indicator.is_added and self.counting is Counting.CUMULATIVE
        self.thing = None if over_years else self.period.year, heard.illustrative, self.counting
        self._interval: Interval | None = None
        self._standing: Interval | None = None

    @property
    def interval(self) -> Interval:
        """What the figure as written asserts, in the indicator's unit."""
        if self._interval is None:
            self._interval = self.quantity.interval_in(self.indicator.unit or "")
        return self._interval

    @property
    def standing(self) -> Interval:
        """The number as written, in the indicator's unit; what a hedge asserts, where there is one."""
        if self.quantity.bound:
            return self.interval
        if self._standing is None:
            self._standing = Interval.point(self.quantity.number_in(self.indicator.unit or ""))
        return self._standing

    def goes_with(self, other: "DatedFigure") -> bool:
        """Whether the scopes of two figures are not known to differ."""
        here, there = self.stated.scope, other.stated.scope
        return here is None or there is None or here == there


def stated_in(report: Report) -> tuple[StatedFigure, ...]:
    """Return the figures of a report that can be compared with those of its other reports."""
    return tuple(
        StatedFigure(id, one.quantity, one.period, one.scope, one.counting)
        for id, one in report.observations.items()
        if one.quantity is not None
    )


def look_back(reports: Iterable[FoundReport], catalogue: Catalogue) -> Iterator[DoubtfulChange]:
    """Return what does not fit among the reports of one place that count, one for each period."""
    for figures in _by_indicator(reports, catalogue).values():
        figures.sort(key=_end)
        yield from _falls([one for one in figures if one.indicator.grows and one.counting is not _STOCK])
        yield from _leaps(figures)


def _by_indicator(reports: Iterable[FoundReport], catalogue: Catalogue) -> Mapping[str, list[DatedFigure]]:
    figures: dict[str, list[DatedFigure]] = {}
    for heard in reports:
        for stated in heard.stated:
            indicator = catalogue.indicators[stated.indicator]
            figures.setdefault(indicator.id, []).append(DatedFigure(heard, stated, indicator))
    return figures


def _end(figure: DatedFigure) -> datetime.date:
    return figure.period.end


def _falls(figures: Iterable[DatedFigure]) -> Iterator[DoubtfulChange]:
    """Return a doubt for each figure of an indicator below the highest earlier one, beyond rounding."""
    highest: dict[tuple[object, ...], dict[str | None, DatedFigure]] = {}
    for _, of_one_day in groupby(figures, _end):
        together = tuple(of_one_day)
        for later in together:
            before = [one for one in highest.get(later.thing, {}).values() if later.goes_with(one)]
            if before and later.interval.below((earlier := reduce(_highest, before)).interval):
                yield DoubtfulChange(CUMULATIVE_FALLS, later.indicator, later, earlier)
        for one in together:
            if one.interval.low is not None:
                of_scope = highest.setdefault(one.thing, {})
                known = of_scope.get(one.stated.scope)
                of_scope[one.stated.scope] = _highest(one, known) if known else one


def _highest(one: DatedFigure, other: DatedFigure) -> DatedFigure:
    """Return which of two figures asserts the higher lower bound; the first where both assert the same."""
    here, there = one.interval, other.interval
    assert here.low is not None
    assert there.low is not None
    order = compared(here.low, there.low)
    return other if order < 0 or (not order and there.low_open > here.low_open) else one


def _leaps(figures: Iterable[DatedFigure]) -> Iterator[DoubtfulChange]:
    """Return a doubt for each figure of one indicator that is far from that of the year before."""
    by_period: dict[tuple[int, int | None], list[DatedFigure]] = {}
    for one in figures:
        by_period.setdefault((one.period.year, one.period.month), []).append(one)
    for (year, month), now in by_period.items():
        for later in now:
            for earlier in by_period.get((year - 1, month), ()):
                if _is_far(later, earlier):
                    yield DoubtfulChange(LARGE_CHANGE, later.indicator, later, earlier)
                    break


def _is_far(later: DatedFigure, earlier: DatedFigure) -> bool:
    """Whether a figure is at least half as much again as another, or at most half of it."""
    if later.thing[1:] != earlier.thing[1:] or not later.goes_with(earlier):
        return False
    now, then = later.standing, earlier.standing
    if (
        then.high is None
        or then.high.numerator <= 0
        or not later.indicator.kind.has_quotient(now.high, then.high)
    ):
        return False
    if now.low is not None and reaches(now.low, then.high, _HALF_MORE):
        return True
    if now.high is None or then.low is None or then.low.numerator <= 0:
        return False
    return reaches(then.low, now.high, _TWICE)
