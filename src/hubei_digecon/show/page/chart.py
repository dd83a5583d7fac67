"""The chart of one report: the attainment of every target with a number."""

from collections.abc import Iterator
from fractions import Fraction

from ...domain.assessments import Assessment
from ...domain.findings import Finding, called_of
from ...domain.printed import attainment, percent
from ...quantity.numbers import Interval, plain, shown_interval
from ..document import Chart, Tick, Track
from ..findings import SIGNS, decided_cell, mark_of, rate_in_words, required_cell
from ..view import View
from .words import CHART, IN_RANGE, LEGEND, NOT_DECIDED, ON_NOTHING, ON_VALUE, READING, TRACK

END = Fraction(3, 2)
"""The attainment at the end of a track; values beyond it are cut there."""

_TICKS = (Fraction(0), Fraction(1, 2), Fraction(1), END)


def chart_of(assessment: Assessment, view: View) -> Chart | None:
    """Return the chart of a report; ``None`` where none of its targets has an attainment."""
    tracks = tuple(
        track_of(finding, view)
        for finding in assessment.findings
        if finding.target.value and finding.target.indicator.kind.has_quotient(finding.target.value)
    )
    if not tracks:
        return None
    ticks = tuple(Tick(position(tick), percent(tick)) for tick in _TICKS)
    return Chart(view.say(CHART), view.say(LEGEND), position(Fraction(1)), ticks, tracks)


def track_of(finding: Finding, view: View) -> Track:
    """Return the track of one target with a number."""
    rate, span = _rate(finding), _span(finding)
    return Track(
        name=view.say(finding.target.indicator.short),
        title=view.say(TRACK, name=finding.target.indicator.name, outcome=finding.called),
        description=" ".join(_described(finding, view)),
        reading=f"{view.sign(*SIGNS[finding.outcome])} {_reading(finding, view)}",
        mark=mark_of(finding),
        value="" if rate is None else position(rate),
        low=position(span[0]) if span else "",
        width=_percent(_cut(span[1]) - _cut(span[0])) if span else "",
        beyond=_least(rate, span) > END,
        nothing="" if span or rate is not None else view.say(called_of(finding.target, finding.outcome)),
    )


def position(rate: Fraction) -> str:
    """Return the position of a quotient on a track, in percent of its width with two decimals."""
    return _percent(_cut(rate))


def _rate(finding: Finding) -> Fraction | None:
    """Return the attainment of the value decided on, which may be below 0; ``None`` without a quotient."""
    decided = finding.decided_on
    attained = None if decided is None else finding.target.attained(Interval.point(decided))
    return attained.low if attained else None


def _span(finding: Finding) -> tuple[Fraction, Fraction] | None:
    """Return the attainments of both ends of the interval; ``None`` where it is a point."""
    interval = finding.decided_interval
    attained = None if interval is None else finding.target.attained(interval)
    if attained is None:
        return None
    low = attained.low or Fraction(0)
    high = max(END, low) + 1 if attained.high is None else attained.high
    return (low, high) if low < high else None


def _least(rate: Fraction | None, span: tuple[Fraction, Fraction] | None) -> Fraction:
    if rate is not None:
        return rate
    return span[0] if span else Fraction(0)


def _cut(rate: Fraction) -> Fraction:
    return min(max(rate, Fraction(0)), END)


def _percent(part: Fraction) -> str:
    return f"{plain(round(part / END * 100, 2))}%"


def _described(finding: Finding, view: View) -> Iterator[str]:
    required, decided = required_cell(finding, view), decided_cell(finding, view)
    rate, interval = attainment(finding), finding.decided_interval
    if rate is None:
        yield view.say(ON_NOTHING, required=required)
    else:
        yield view.say(ON_VALUE, required=required, decided=decided, rate=rate_in_words(finding, rate, view))
    if interval is not None and _span(finding):
        shown = shown_interval(interval, finding.target.unit or "", finding.target.value)
        yield view.say(IN_RANGE, interval=shown)


def _reading(finding: Finding, view: View) -> str:
    required, rate = required_cell(finding, view), attainment(finding)
    if rate is None:
        return view.say(NOT_DECIDED, required=required)
    return view.say(
        READING,
        decided=decided_cell(finding, view),
        required=required,
        rate=rate_in_words(finding, rate, view),
    )
