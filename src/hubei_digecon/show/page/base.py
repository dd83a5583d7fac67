"""From where to where: the base that the document of a target states, and the change since."""

from collections.abc import Iterator
from fractions import Fraction

from ...domain.changes import FigureChange
from ...domain.findings import Finding
from ...domain.printed import decided_in_short, growth
from ...domain.reports import Period
from ...judging.message import base_in_words
from ...quantity.numbers import plain
from ...text import Text
from ...trends.change import change_of
from ..changes import difference_of
from ..view import View

BASE = Text("基期值：{base}。", "Base: {base}.")
SINCE = Text("{value}较{period}{difference}{growth}。", "{value} is {difference}{growth} on {period}.")
GROWTH = Text("（{term}{growth}）", " ({term} {growth})")


def base_lines(finding: Finding, view: View) -> Iterator[str]:
    """Return the base of a finding with its unit, and the change since; nothing where it has no base."""
    base = base_in_words(finding.target)
    if base is None or finding.target.base is None:
        return
    yield view.say(BASE, base=base)
    value, change = _change(finding)
    if value is not None and change is not None:
        yield _since(value, finding.target.base.period, change, view)


def _change(finding: Finding) -> tuple[Fraction | None, FigureChange | None]:
    """Return the number decided on, where there is one, and its change on the base."""
    target, value = finding.target, decided_in_short(finding)
    needed = target.needed_since_base
    if value is None or needed is None or target.value is None or finding.decided_bound is not None:
        return None, None
    kind, unit = target.indicator.kind, target.unit or ""
    return value, change_of(value, target.value - needed, kind, unit)


def _since(value: Fraction, period: Period, change: FigureChange, view: View) -> str:
    relative = ""
    if change.relative is not None:
        relative = view.say(GROWTH, term=change.kind.growth_term, growth=growth(change.relative))
    return view.say(
        SINCE,
        value=f"{plain(value)}{change.unit}",
        period=period.words,
        difference=difference_of(change, view),
        growth=relative,
    )
