"""The sheet of findings: a row a target of a report, with numbers as numbers and the words of the target."""

from collections.abc import Iterator
from fractions import Fraction

from ...domain.assessments import Assessment
from ...domain.findings import CLAIMED_HIT, SHORT_OF_EXPECTATION, Finding
from ...domain.outcomes import READING_SENSITIVE, ROUNDING_SENSITIVE, Outcome
from ...domain.printed import attainment, attainment_bound, decided_on, gap, observed
from ...domain.run import Run
from ...domain.targets import Target
from ...text import Text
from ..document import Column, Marks, Table, Value
from ..findings import (
    EVIDENCE,
    GAP,
    INDICATOR,
    NUMBER,
    OUTCOME,
    RATE,
    TOLD,
    JudgedFinding,
    called_as,
    cited_as,
    evidence_cell,
    findings_of,
    reported_cell,
)
from ..page.section import name_of
from ..page.words import DECIDED, FILE, PERIOD, REPORTED, VERIFIED
from ..scoreboard.columns import PLACE
from ..view import View
from . import words
from .numbers import as_written, number, share

MESSAGE = Text("核验意见", "Finding in words")


def findings_sheet(run: Run) -> Table[JudgedFinding]:
    """Return the findings of all reports, in their order."""
    return Table(words.FINDINGS, FINDINGS, _rows(run), repeated=5, illustrative=is_illustrative(run))


def is_illustrative(run: Run) -> bool:
    """Whether the values of any report are not published."""
    return any(one.illustrative for one in run.assessments)


def marked(assessment: Assessment, view: View) -> str:
    """Return the mark of a report whose values are not published; empty for any other."""
    return view.say(words.ILLUSTRATIVE) if assessment.illustrative else ""


def illustrative_marks(view: View) -> Marks:
    """Return the colour of that mark."""
    return {view.say(words.ILLUSTRATIVE): "illustrative"}


def _rows(run: Run) -> Iterator[JudgedFinding]:
    return (row for assessment in run.assessments for row in findings_of(assessment, run))


def _outcome_marks(view: View) -> Marks:
    terms = [
        *((outcome.term, outcome.id) for outcome in Outcome),
        (CLAIMED_HIT, Outcome.MET.id),
        (SHORT_OF_EXPECTATION, Outcome.MISSED.id),
    ]
    return {view.say(term): id for term, id in terms}


def _in_unit(row: JudgedFinding, value: Fraction | None) -> Value:
    return number(value, row.finding.target.unit or "")


def _reported(row: JudgedFinding, view: View) -> Value:
    """Return the number reported, or in words a hedged number, a state or the cause why there is none."""
    observation, digits = row.finding.observation, observed(row.finding)
    if digits is None or observation is None or observation.quantity is None or observation.quantity.bound:
        return reported_cell(row.finding, view)
    return as_written(digits, row.finding.target.unit or "")


def _decided(row: JudgedFinding, view: View) -> Value:
    called = called_as(row.finding.decided_bound, view)
    return number(decided_on(row.finding), row.finding.target.unit or "", called=called)


def _attained(row: JudgedFinding, view: View) -> Value:
    return share(attainment(row.finding), called_as(attainment_bound(row.finding), view))


def gap_of(finding: Finding, view: View) -> Value:
    """Return decided − required; of two shares in percentage points."""
    difference, target = gap(finding), finding.target
    if difference is None or target.unit is None:
        return None
    return difference_value(target, difference, view)


def difference_value(target: Target, difference: Fraction, view: View) -> Value:
    """Return a difference of two values of one target, signed and with its unit."""
    kind, unit = target.indicator.kind, target.unit or ""
    return number(kind.difference(difference, unit), view.say(kind.difference_suffix(unit)), signed=True)


def _reasons(row: JudgedFinding, view: View) -> str:
    finding = row.finding
    told = [reason.term for reason in finding.reasons]
    told += [ROUNDING_SENSITIVE] if finding.rounding_sensitive else []
    told += [READING_SENSITIVE] if finding.reading_sensitive else []
    return view.say(Text.joined(told, "；", "; "))


def _told(row: JudgedFinding, view: View) -> str:
    told = row.finding.observation.told if row.finding.observation else ()
    lines = (TOLD.format(label=label, text=text) for label, text in told)
    return view.say(Text.joined(lines, "；", "; "))


def _needed(row: JudgedFinding, view: View) -> str:
    needed = row.finding.needed
    return view.say(needed.what) if needed else ""


def _needed_from(row: JudgedFinding, view: View) -> str:
    needed = row.finding.needed
    return view.say(needed.by.term) if needed else ""


def _needed_at(row: JudgedFinding, view: View) -> str:
    needed = row.finding.needed
    return view.say(needed.where(row.assessment.source)) if needed else ""


def _document(row: JudgedFinding, view: View) -> str:
    return view.say(Text("{document}", "{document}"), **cited_as(row.finding.target, row.run.documents))


def _place(row: JudgedFinding, _view: View) -> str:
    place = row.assessment.source.find(row.finding.at) if row.finding.at else None
    return str(place or "")


FINDINGS: tuple[Column[JudgedFinding], ...] = (
    Column("number", NUMBER, lambda row, _: row.number),
    Column("entity", PLACE, lambda row, view: name_of(row.assessment, view), most=18),
    Column(
        "illustrative",
        words.ILLUSTRATIVE,
        lambda row, view: marked(row.assessment, view),
        marks=illustrative_marks,
    ),
    Column("period", PERIOD, lambda row, _: str(row.assessment.period or "")),
    Column("indicator", INDICATOR, lambda row, view: view.say(row.finding.target.indicator.short), most=20),
    Column("comparator", words.COMPARATOR, lambda row, view: view.say(row.finding.target.comparator.term)),
    Column("required", words.TARGET, lambda row, _: _in_unit(row, row.finding.target.value)),
    Column("stretch", words.STRETCH, lambda row, _: _in_unit(row, row.finding.target.stretch)),
    Column("unit", words.UNIT, lambda row, _: row.finding.target.unit),
    Column("observed", REPORTED, _reported),
    Column("verified", VERIFIED, lambda row, _: _in_unit(row, row.finding.verified)),
    Column("decided_on", DECIDED, _decided),
    Column("gap", GAP, lambda row, view: gap_of(row.finding, view)),
    Column("attainment", RATE, _attained),
    Column("outcome", OUTCOME, lambda row, view: view.say(row.finding.called), marks=_outcome_marks),
    Column("evidence", EVIDENCE, lambda row, view: evidence_cell(row.finding, view)),
    Column("reasons", words.REASONS, _reasons),
    Column("message", MESSAGE, lambda row, view: view.say(row.finding.message), most=50),
    Column("needed", words.NEEDED, _needed, most=32),
    Column("needed_by", words.NEEDED_FROM, _needed_from),
    Column("needed_at", words.NEEDED_AT, _needed_at),
    Column("told", words.TOLD, _told, most=32),
    Column("due", words.DUE, lambda row, _: row.finding.target.due),
    Column("wording", words.WORDING, lambda row, _: row.finding.target.source.wording),
    Column("document", words.DOCUMENT, _document, most=32),
    Column("paragraph", words.PARAGRAPH, lambda row, _: row.finding.target.source.paragraph),
    Column("path", FILE, lambda row, _: row.assessment.source.path, most=32),
    Column("place", words.PLACE, _place),
)
"""The columns of the sheet of findings, with numbers in the unit of their target."""
