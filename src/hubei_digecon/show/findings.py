"""A finding in words and cells, as the terminal, Markdown, the page and the workbook show it."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from ..diagnostics import SourceFile
from ..domain.assessments import Assessment
from ..domain.findings import BOUNDS_DECIDED_ON, Finding
from ..domain.outcomes import Outcome
from ..domain.printed import (
    attainment_bound,
    attainment_in_short,
    decided_in_short,
    differs,
    gap_in_short,
    observed,
    percent,
    signed,
)
from ..domain.run import Run
from ..domain.targets import Documents, Target, cited_in
from ..judging.message import EACH_YEAR
from ..quantity.hedges import Bound
from ..quantity.numbers import plain
from ..text import Text
from .document import Column
from .view import View

NUMBER = Text("序号", "No")
INDICATOR = Text("指标名称", "Indicator")
GAP = Text("与目标值相差", "Gap")
RATE = Text("完成率", "Rate")
OUTCOME = Text("完成情况", "Outcome")
EVIDENCE = Text("佐证情况", "Evidence")
CITATION = Text(
    "{number} “{wording}”——{told}",
    "{number} “{wording}” – {told}",
)
NEEDED = Text("需{by}{what}（填写位置：{at}）", "Needed: {what} (from {by}, under {at})")
TOLD = Text("{label}：{text}", "{label}: {text}")
SIGNS = {
    Outcome.MET: ("✓", "+"),
    Outcome.MISSED: ("✗", "x"),
    Outcome.UNDECIDED: ("?", "?"),
    Outcome.NO_DATA: ("○", "o"),
    Outcome.NOT_DUE: ("…", "."),
    Outcome.WAIVED: ("—", "-"),
}
"""The sign of an outcome, and the same in ASCII."""


class JudgedFinding(NamedTuple):
    """A finding with its number among those of its report, and the report and the run it is of."""

    number: int
    finding: Finding
    assessment: Assessment
    run: Run


def findings_of(assessment: Assessment, run: Run) -> Iterator[JudgedFinding]:
    """Return the findings of a report, numbered from 1."""
    return (JudgedFinding(at, one, assessment, run) for at, one in enumerate(assessment.findings, 1))


def cited_as(target: Target, documents: Documents) -> dict[str, Text | str]:
    """Return what fills a citation: the wording, the title of the document or else its id, where in it the
    words stand, and both told together.
    """
    source = target.source
    title = cited_in(source.document, documents)
    return {
        "wording": Text.same(source.wording).in_quotes,
        "document": title,
        "standing": source.standing,
        "told": source.told(title),
    }


def words_of(finding: Finding, source: SourceFile, view: View) -> Iterator[str]:
    """Return the sentences on a finding: its message, what is needed, what the submitter says."""
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


def citation(row: JudgedFinding, view: View) -> str:
    """Return the words of a target and where they stand."""
    return view.say(CITATION, number=row.number, **cited_as(row.finding.target, row.run.documents))


def outcome_cell(finding: Finding, view: View) -> str:
    """Return the sign of an outcome and its name: it is never told by colour alone."""
    return f"{view.sign(*SIGNS[finding.outcome])} {view.say(finding.called)}"


def mark_of(finding: Finding) -> str:
    """Return the id of the outcome that colours a finding; what does not weigh is like what is waived."""
    return finding.outcome.id if finding.weighs else Outcome.WAIVED.id


def evidence_cell(finding: Finding, view: View) -> str:
    """Return the evidence behind a finding; nothing without any."""
    return view.say(finding.backing) if finding.backing else ""


def required_cell(finding: Finding, view: View) -> str:
    """Return the target with the sign of its comparator; both ends of a range; of one that was adjusted also
    the published number.
    """
    target = finding.target
    if target.comparator.is_attested or target.value is None:
        return view.say(target.comparator.term)
    sign = view.sign(target.comparator.sign, target.comparator.ascii_sign)
    cell = f"{sign}{plain(target.value)}{view.say(_stretch_in_short(target))}{target.unit}"
    if target.per_year:
        cell = view.say(EACH_YEAR, words=cell)
    if finding.adjusted is None:
        return cell
    published = f"{sign}{plain(finding.adjusted.published)}{target.unit}"
    return view.say(ADJUSTED_CELL, required=cell, published=published)


def _stretch_in_short(target: Target) -> Text:
    if target.stretch is None:
        return Text.same("")
    return (TIER if target.has_tier else UPPER_END).format(stretch=plain(target.stretch))


def legend_of(assessment: Assessment) -> tuple[Text, ...]:
    """Return what the table of the findings needs explained: what stands in brackets in a target."""
    ends = {one.target.has_tier for one in assessment.findings if one.target.stretch is not None}
    return tuple(words for has_tier, words in LEGENDS.items() if has_tier in ends)


UPPER_END = Text("（上限{stretch}）", " (upper end {stretch})")
TIER = Text("（力争{stretch}）", " (stretch {stretch})")
LEGENDS = {
    False: Text(
        "目标值中的“上限”：原文为一个区间，达到下限即为完成，是否达到上限在逐项意见中写明。",
        "“Upper end” in a target: its words give a range; it is met from the lower end on, and the findings "
        "say whether the upper end is reached.",
    ),
    True: Text(
        "目标值中的“力争”：原文另有力争目标，是否达到不影响完成情况。",
        "“Stretch” in a target: its words name a further aim, which bears on no outcome.",
    ),
}
"""What stands in brackets in a target, by whether it is a tier of its own."""

ADJUSTED_CELL = Text("{required}（原{published}）", "{required} (was {published})")
VERIFIED_CELL = Text("核定值\n{value}", "verified\n{value}")
DECIDED_CELL = Text("认定值\n{value}", "decided on\n{value}")


def observed_cell(finding: Finding, view: View) -> tuple[str, ...]:
    """Return what was reported, and below it the verified value or the number decided on.

    The second line stands where it is another number, or only a bound, so that the row adds up.
    """
    reported = reported_cell(finding, view)
    if finding.verified is None and not differs(finding) and finding.decided_bound is None:
        return (reported,)
    cell = DECIDED_CELL if finding.verified is None else VERIFIED_CELL
    return reported, *view.say(cell, value=decided_cell(finding, view)).split("\n")


def decided_cell(finding: Finding, view: View) -> str:
    """Return the number decided on with its unit, and whether it is a bound; empty without one number."""
    value, bound = decided_in_short(finding), finding.decided_bound
    if value is None:
        return ""
    return f"{called_as(bound, view)}{plain(value)}{finding.target.unit or ''}"


def reported_cell(finding: Finding, view: View) -> str:
    """Return what was reported in the target's unit, with its hedge; or why there is nothing."""
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
    """Return the attainment of the number printed beside it as a percentage, or as a bound of one."""
    rate = attainment_in_short(finding)
    return "" if rate is None else rate_in_words(finding, rate, view)


def rate_in_words(finding: Finding, rate: Fraction, view: View) -> str:
    """Return an attainment as a percentage. The attainment of a bound is a bound too."""
    return f"{called_as(attainment_bound(finding), view)}{percent(rate)}"


def called_as(bound: Bound | None, view: View) -> str:
    """Return the words before a number that is only a bound; empty for any other."""
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
    kind, unit = target.indicator.kind, target.unit
    return f"{signed(kind.difference(difference, unit))}{view.say(kind.difference_suffix(unit))}"


COLUMNS: tuple[Column[JudgedFinding], ...] = (
    Column("number", NUMBER, lambda row, _: row.number),
    Column(
        "indicator", INDICATOR, lambda row, view: view.say(row.finding.target.indicator.short), role="name"
    ),
    Column(
        "required",
        Text("目标值", "Target"),
        lambda row, view: required_cell(row.finding, view),
        role="number",
    ),
    Column(
        "observed",
        Text("完成值", "Observed"),
        lambda row, view: observed_cell(row.finding, view),
        role="number",
    ),
    Column("gap", GAP, lambda row, view: gap_cell(row.finding, view), role="number"),
    Column("attainment", RATE, lambda row, view: rate_cell(row.finding, view), role="number"),
    Column(
        "outcome",
        OUTCOME,
        lambda row, view: outcome_cell(row.finding, view),
        role="words",
        mark=lambda row: mark_of(row.finding),
    ),
    Column("evidence", EVIDENCE, lambda row, view: evidence_cell(row.finding, view), role="words"),
)
"""The columns of the table of findings on a terminal and in Markdown."""
