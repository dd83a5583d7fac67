"""What a page on one report is made of, in words and cells; the table and Markdown lay it out."""

from collections.abc import Iterator
from fractions import Fraction

from ..comparators import MILESTONE
from ..diagnostics import SourceFile
from ..exact import plain
from ..findings import BOUNDS_DECIDED_ON, Assessment, Finding, Outcome
from ..run import Run
from ..text import Text
from ..units import DIFFERENCE, Bound, IndicatorKind, ratio
from .cited import cited_as
from .numbers import (
    attainment_bound,
    attainment_in_short,
    decided_in_short,
    differs,
    gap_in_short,
    observed,
    percent,
    signed,
)
from .view import View

TITLE = Text("{name}（{path}）", "{name} ({path})")
SUBTITLE = Text(
    "报告期：{period}  报送次数：{revision}  核验基准日：{as_of}",
    "Period: {period}  Revision: {revision}  As of: {as_of}",
)
ILLUSTRATIVE = Text(
    "示例：以下数值未经公布，仅供演示。",
    "Illustrative: the values below are not published; they only show how the tool works.",
)
OUTCOME = Text("完成情况", "Outcome")
COLUMNS = (
    Text("序号", "No"),
    Text("指标名称", "Indicator"),
    Text("目标值", "Target"),
    Text("完成值", "Observed"),
    Text("与目标之差", "Gap"),
    Text("完成率", "Rate"),
    OUTCOME,
    Text("佐证情况", "Evidence"),
)
REASONS = Text("核验意见", "Findings in words")
CITATIONS = Text("目标原文及出处", "Words of the targets and where they stand")
REMARKS = Text("填报问题", "Remarks on the file")
CITATION = Text(
    "{number} “{wording}”——{document}第{paragraph}段",
    "{number} “{wording}” – {document}, paragraph {paragraph}",
)
NEEDED = Text("所需：{what}（由{by}提供，写在{at}）", "Needed: {what} (from {by}, under {at})")
TOLD = Text("{label}：{text}", "{label}: {text}")
MARKS = {
    Outcome.MET: ("✓", "+", "green"),
    Outcome.MISSED: ("✗", "x", "red"),
    Outcome.UNDECIDED: ("?", "?", "yellow"),
    Outcome.NO_DATA: ("○", "o", "yellow"),
    Outcome.NOT_DUE: ("…", ".", "cyan"),
    Outcome.WAIVED: ("—", "-", "cyan"),
}
"""How an outcome is marked: as a sign, in ASCII, and in colour."""


def subtitle(assessment: Assessment, run: Run, view: View) -> str:
    """Return period, revision and day; nothing where the period could not be read."""
    if not assessment.period:
        return ""
    values = {
        "period": assessment.period,
        "revision": assessment.revision or "–",
        "as_of": run.as_of,
    }
    return view.say(SUBTITLE, **values)


def words_of(finding: Finding, source: SourceFile, view: View) -> Iterator[str]:
    """Return what is said of a finding: its message, what is needed, what the submitter told."""
    yield view.say(finding.message)
    if finding.needed:
        values = {
            "what": finding.needed.what,
            "by": finding.needed.by.term,
            "at": finding.needed.where(source),
        }
        yield view.say(NEEDED, **values)
    told = finding.observation.told if finding.observation else ()
    yield from (view.say(TOLD, label=label, text=text) for label, text in told)


def cited(assessment: Assessment, view: View) -> list[tuple[int, Finding]]:
    """Return the findings whose words are cited, numbered: those open to doubt; all where verbose."""
    return [
        (number, finding)
        for number, finding in enumerate(assessment.findings, 1)
        if view.verbose or finding.outcome in (Outcome.MISSED, Outcome.UNDECIDED)
    ]


def citation(number: int, finding: Finding, run: Run, view: View) -> str:
    """Return the words of a target and where they stand."""
    return view.say(CITATION, number=number, **cited_as(finding.target, run.documents))


def cells(number: int, finding: Finding, view: View) -> Iterator[str]:
    """Return a finding as cells, one under each of :data:`COLUMNS`."""
    sign, ascii_sign, _ = MARKS[finding.outcome]
    nothing = view.sign("–", "-")
    yield str(number)
    yield view.say(finding.target.indicator.short)
    yield required_cell(finding, view) or nothing
    yield observed_cell(finding, view) or nothing
    yield gap_cell(finding, view) or nothing
    yield rate_cell(finding, view) or nothing
    yield f"{view.sign(sign, ascii_sign)} {view.say(finding.called)}"
    yield view.say(finding.backing) if finding.backing else nothing


def required_cell(finding: Finding, view: View) -> str:
    """Return the target with the sign of its comparator; of a range, both ends."""
    target = finding.target
    if target.comparator is MILESTONE or target.value is None:
        return view.say(target.comparator.term)
    sign = view.sign(target.comparator.sign, target.comparator.ascii_sign)
    stretch = f"({plain(target.stretch)})" if target.stretch is not None else ""
    return f"{sign}{plain(target.value)}{stretch}{target.unit}"


VERIFIED_CELL = Text("核定值\n{value}", "verified\n{value}")
DECIDED_CELL = Text("认定值\n{value}", "decided on\n{value}")


def observed_cell(finding: Finding, view: View) -> str:
    """Return what was reported, in the target's unit, hedges included; below it what was verified, or else
    what was decided on where that is another number or no more than a bound, so that the row adds up.
    """
    reported = reported_cell(finding, view)
    if finding.verified is None and not differs(finding) and finding.decided_bound is None:
        return reported
    cell = DECIDED_CELL if finding.verified is None else VERIFIED_CELL
    below = view.say(cell, value=decided_cell(finding, view))
    return f"{reported}\n{below}" if reported else below


def decided_cell(finding: Finding, view: View) -> str:
    """Return what the outcome rests on with its unit, a bound called so; nothing without a single number."""
    value, bound = decided_in_short(finding), finding.decided_bound
    if value is None:
        return ""
    return f"{called_as(bound, view)}{plain(value)}{finding.target.unit or ''}"


def reported_cell(finding: Finding, view: View) -> str:
    """Return what was reported, in the target's unit, hedges included; or why there is nothing."""
    observation = finding.observation
    if observation is None:
        return ""
    if observation.state:
        return view.say(observation.state.term)
    if observation.missing:
        return view.say(observation.missing.term)
    if observation.quantity and observation.quantity.bound:
        return view.say(observation.quantity.shown)
    return f"{observed(finding)}{finding.target.unit}"


def rate_cell(finding: Finding, view: View) -> str:
    """Return the attainment of the number that is printed beside it, as a percentage or a bound of one."""
    rate = attainment_in_short(finding)
    return "" if rate is None else rate_in_words(finding, rate, view)


def rate_in_words(finding: Finding, rate: Fraction, view: View) -> str:
    """Return an attainment as a percentage; that of a bound of the value is a bound as well."""
    return f"{called_as(attainment_bound(finding), view)}{percent(rate)}"


def called_as(bound: Bound | None, view: View) -> str:
    """Return how a number is called that is no more than a bound; nothing for any other."""
    return view.say(BOUNDS_DECIDED_ON[bound]) if bound else ""


def gap_cell(finding: Finding, view: View) -> str:
    """Return decided − required; that of two shares in percentage points."""
    difference = gap_in_short(finding)
    return "" if difference is None else difference_cell(finding, difference, view)


def difference_cell(finding: Finding, difference: Fraction, view: View) -> str:
    """Return a difference of two values of one target with its unit."""
    target = finding.target
    if target.unit is None:
        return ""
    if target.indicator.kind is IndicatorKind.SHARE:
        points = signed(difference * ratio(target.unit, "%"))
        return view.say(Text(f"{points}{DIFFERENCE}", f"{points} pp"))
    return f"{signed(difference)}{target.unit}"
