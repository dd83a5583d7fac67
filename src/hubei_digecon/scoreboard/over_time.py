"""What cannot well hold between the reports of one place: a figure that can only grow and falls, a leap."""

import datetime
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, SourceFile, located, remark
from ..exact import Interval
from ..model.reports import Period, Report
from ..model.targets import Catalogue, Indicator
from ..model.words import Counting
from ..text import Text
from .choice import Heard, Stated

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
        "{entity} {period} 第{revision}次报送的这份报告已由第{later}次报送的 {path} 取代，不作核验",
        "this report of {entity} for {period}, revision {revision}, is superseded by revision {later}, "
        "{path}, and is not judged",
    ),
    Text("无须处理；两份都应保留的，照旧保留", "nothing needs mending; keep both where both must be kept"),
    example=Example(
        Text(
            "同一考核对象、同一报告期的两份报告，报送次数不同，一并交给 score",
            "two reports of one entity and period whose revisions differ, scored together",
        ),
        Text("每个报告期一份报告", "one report for each period"),
        Sort.FILE,
    ),
)
KINDS = (CUMULATIVE_FALLS, LARGE_CHANGE, SUPERSEDED_REPORT)

_STOCK = Counting.IN_FORCE
_HALF_MORE, _HALF = Fraction(3, 2), Fraction(1, 2)


class Doubt(NamedTuple):
    """A figure that does not go with one of an earlier period: where both stand, and what there is to say."""

    kind: DiagnosticKind
    indicator: Indicator
    later: "Dated"
    earlier: "Dated"

    def said(self, there: SourceFile) -> Diagnostic:
        """Return the doubt as a remark at the later figure; ``there`` is the file of the earlier one."""
        at = ("observations", self.indicator.id, "value")
        return remark(
            self.kind,
            at,
            indicator=self.indicator.name,
            value=self.later.quantity.shown,
            period=self.later.period_in_words,
            before=self.earlier.quantity.shown,
            earlier=self.earlier.period_in_words,
            where=located(there.path, there.find(at)),
        )


class Dated:
    """A figure that a report states, with the end of what it is for.

    ``counting`` is what a count takes in: what its indicator wants, where the report does not say. ``thing``
    is what the figure can only grow in: a year, or for what adds up over the years, all of them; apart are
    what is illustrative and what is counted otherwise.
    """

    __slots__ = ("__dict__", "counting", "heard", "indicator", "period", "quantity", "stated", "thing")

    def __init__(self, heard: Heard, stated: Stated, indicator: Indicator) -> None:
        self.heard, self.stated, self.indicator, self.quantity = heard, stated, indicator, stated.quantity
        self.period: Period = stated.period or heard.period
        self.counting = stated.counting or indicator.counting
        over_years = indicator.is_added and self.counting is Counting.CUMULATIVE
        self.thing = None if over_years else self.period.year, heard.illustrative, self.counting

    @property
    def period_in_words(self) -> Text:
        """The period as a sentence can hold it."""
        period = self.period
        months = "" if period.month is None else "1月" if period.month == 1 else f"1—{period.month}月"
        return Text(f"{period.year}年{months}", str(period))

    @cached_property
    def interval(self) -> Interval:
        """What the figure as written asserts, in the indicator's unit."""
        return self.quantity.interval_in(self.indicator.unit or "")

    @cached_property
    def standing(self) -> Interval:
        """The number as written, in the indicator's unit; what a hedge asserts, where there is one."""
        if self.quantity.bound:
            return self.interval
        return Interval.point(self.quantity.number_in(self.indicator.unit or ""))

    def goes_with(self, other: "Dated") -> bool:
        """Whether neither is known to be of another scope than the other."""
        here, there = self.stated.scope, other.stated.scope
        return here is None or there is None or here == there


def stated_in(report: Report) -> tuple[Stated, ...]:
    """Return what a report states that can be held against its other reports."""
    return tuple(
        Stated(id, one.quantity, one.period, one.scope, one.counting)
        for id, one in report.observations.items()
        if one.quantity is not None
    )


def look_back(reports: Iterable[Heard], catalogue: Catalogue) -> Iterator[Doubt]:
    """Return what does not go together among the reports of one place that count, one for each period."""
    for figures in _by_indicator(reports, catalogue).values():
        figures.sort(key=_end)
        yield from _falls([one for one in figures if one.indicator.grows and one.counting is not _STOCK])
        yield from _leaps(figures)


def _by_indicator(reports: Iterable[Heard], catalogue: Catalogue) -> Mapping[str, list[Dated]]:
    figures: dict[str, list[Dated]] = {}
    for heard in reports:
        for stated in heard.stated:
            indicator = catalogue.indicators[stated.indicator]
            figures.setdefault(indicator.id, []).append(Dated(heard, stated, indicator))
    return figures


def _end(figure: Dated) -> datetime.date:
    return figure.period.end


def _falls(figures: Iterable[Dated]) -> Iterator[Doubt]:
    """Return a doubt for each figure, of one indicator in order, below the highest before it, whatever
    rounding was done.
    """
    highest: dict[tuple[object, ...], dict[str | None, Dated]] = {}
    for _, of_one_day in groupby(figures, _end):
        together = tuple(of_one_day)
        for later in together:
            before = [one for one in highest.get(later.thing, {}).values() if later.goes_with(one)]
            if before and later.interval.below((earlier := max(before, key=_least)).interval):
                yield Doubt(CUMULATIVE_FALLS, later.indicator, later, earlier)
        for one in together:
            if one.interval.low is not None:
                of_scope = highest.setdefault(one.thing, {})
                known = of_scope.get(one.stated.scope)
                of_scope[one.stated.scope] = max(one, known, key=_least) if known else one


def _least(figure: Dated) -> tuple[Fraction, bool]:
    """Return the least that a figure, which has a lower bound, asserts."""
    assert figure.interval.low is not None
    return figure.interval.low, figure.interval.low_open


def _leaps(figures: Iterable[Dated]) -> Iterator[Doubt]:
    """Return a doubt for each figure, of one indicator, that is far from that of the year before."""
    by_period: dict[tuple[int, int | None], list[Dated]] = {}
    for one in figures:
        by_period.setdefault((one.period.year, one.period.month), []).append(one)
    for (year, month), now in by_period.items():
        for later in now:
            for earlier in by_period.get((year - 1, month), ()):
                if _is_far(later, earlier):
                    yield Doubt(LARGE_CHANGE, later.indicator, later, earlier)
                    break


def _is_far(later: Dated, earlier: Dated) -> bool:
    """Whether a figure of one thing is half as much again as another, or half of it, or beyond."""
    alike = later.thing[1:] == earlier.thing[1:] and later.goes_with(earlier)
    if not alike or later.quantity == earlier.quantity:
        return False
    now, then = later.standing, earlier.standing
    if then.high is None or then.high <= 0:
        return False
    grown = now.low is not None and now.low >= then.high * _HALF_MORE
    halved = now.high is not None and then.low is not None and then.low > 0 and now.high <= then.low * _HALF
    return grown or halved
