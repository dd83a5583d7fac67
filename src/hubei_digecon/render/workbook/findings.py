"""The sheet of findings: a row a target of a report, its numbers as numbers, the words it rests on beside."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from ...findings import CLAIMED_HIT, READING_SENSITIVE, ROUNDING_SENSITIVE, Assessment, Finding, Outcome
from ...run import Run
from ...text import Text
from ...units import IndicatorKind, ratio
from ..board import words as board_words
from ..cited import cited_as
from ..numbers import attainment, attainment_bound, decided_on, gap, observed
from ..page.section import name_of
from ..page.words import DECIDED, FILE, PERIOD, REPORTED, VERIFIED
from ..parts import COLUMNS, OUTCOME, TOLD, called_as, reported_cell
from ..view import View
from . import words
from .model import Column, Marks, Sheet, Value
from .numbers import as_written, number, share

_NUMBER, _INDICATOR, _, _, _GAP, _RATE, _, _EVIDENCE = COLUMNS
PLACE = board_words.COLUMNS[0].heading
MESSAGE = Text("核验意见", "Finding in words")


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding with its number among those of its report, and the report and the run it is of."""

    number: int
    finding: Finding
    assessment: Assessment
    run: Run


def sheet_of(run: Run) -> Sheet[Judged]:
    """Return the findings of all reports, in their order."""
    return Sheet(words.FINDINGS, FINDINGS, _judged(run), repeated=5, illustrative=is_illustrative(run))


def is_illustrative(run: Run) -> bool:
    """Whether the values of any report are not published."""
    return any(one.illustrative for one in run.assessments)


def marked(assessment: Assessment, view: View) -> str:
    """Return the mark of a report whose values are not published; nothing for any other."""
    return view.say(words.ILLUSTRATIVE) if assessment.illustrative else ""


def illustrative_marks(view: View) -> Marks:
    """Return how that mark is coloured."""
    return {view.say(words.ILLUSTRATIVE): "illustrative"}


def _judged(run: Run) -> Iterator[Judged]:
    for assessment in run.assessments:
        for at, finding in enumerate(assessment.findings, 1):
            yield Judged(at, finding, assessment, run)


def _outcome_marks(view: View) -> Marks:
    terms = [*((outcome.term, outcome.id) for outcome in Outcome), (CLAIMED_HIT, Outcome.MET.id)]
    return {view.say(term): id for term, id in terms}


def _in_unit(row: Judged, value: Fraction | None) -> Value:
    return number(value, row.finding.target.unit or "")


def _evidence(row: Judged, view: View) -> str:
    return view.say(row.finding.backing) if row.finding.backing else ""


def _reported(row: Judged, view: View) -> Value:
    """Return what was reported: a number, or why it is none in words: a hedge, a state, a cause."""
    observation, digits = row.finding.observation, observed(row.finding)
    if digits is None or observation is None or observation.quantity is None or observation.quantity.bound:
        return reported_cell(row.finding, view)
    return as_written(digits, row.finding.target.unit or "")


def _decided(row: Judged, view: View) -> Value:
    called = called_as(row.finding.decided_bound, view)
    return number(decided_on(row.finding), row.finding.target.unit or "", called=called)


def _attained(row: Judged, view: View) -> Value:
    return share(attainment(row.finding), called_as(attainment_bound(row.finding), view))


def gap_of(finding: Finding, view: View) -> Value:
    """Return decided − required; that of two shares in percentage points."""
    difference, target = gap(finding), finding.target
    if difference is None or target.unit is None:
        return None
    if target.indicator.kind is IndicatorKind.SHARE:
        return number(difference * ratio(target.unit, "%"), view.say(words.POINTS), signed=True)
    return number(difference, target.unit, signed=True)


def _reasons(row: Judged, view: View) -> str:
    finding = row.finding
    told = [reason.term for reason in finding.reasons]
    told += [ROUNDING_SENSITIVE] if finding.rounding_sensitive else []
    told += [READING_SENSITIVE] if finding.reading_sensitive else []
    return view.say(Text.joined(told, "；", "; "))


def _told(row: Judged, view: View) -> str:
    told = row.finding.observation.told if row.finding.observation else ()
    lines = (TOLD.format(label=label, text=text) for label, text in told)
    return view.say(Text.joined(lines, "；", "; "))


def _needed(row: Judged, view: View) -> str:
    needed = row.finding.needed
    return view.say(needed.what) if needed else ""


def _needed_from(row: Judged, view: View) -> str:
    needed = row.finding.needed
    return view.say(needed.by.term) if needed else ""


def _needed_at(row: Judged, view: View) -> str:
    needed = row.finding.needed
    return view.say(needed.where(row.assessment.source)) if needed else ""


def _document(row: Judged, view: View) -> str:
    return view.say(Text("{document}", "{document}"), **cited_as(row.finding.target, row.run.documents))


def _place(row: Judged, _view: View) -> str:
    place = row.assessment.source.find(row.finding.at) if row.finding.at else None
    return str(place or "")


FINDINGS: tuple[Column[Judged], ...] = (
    Column("number", _NUMBER, lambda row, _: row.number),
    Column("entity", PLACE, lambda row, view: name_of(row.assessment, view), most=18),
    Column(
        "illustrative",
        words.ILLUSTRATIVE,
        lambda row, view: marked(row.assessment, view),
        illustrative_marks,
    ),
    Column("period", PERIOD, lambda row, _: str(row.assessment.period or "")),
    Column("indicator", _INDICATOR, lambda row, view: view.say(row.finding.target.indicator.short), most=20),
    Column("comparator", words.COMPARATOR, lambda row, view: view.say(row.finding.target.comparator.term)),
    Column("required", words.TARGET, lambda row, _: _in_unit(row, row.finding.target.value)),
    Column("stretch", words.STRETCH, lambda row, _: _in_unit(row, row.finding.target.stretch)),
    Column("unit", words.UNIT, lambda row, _: row.finding.target.unit),
    Column("observed", REPORTED, _reported),
    Column("verified", VERIFIED, lambda row, _: _in_unit(row, row.finding.verified)),
    Column("decided_on", DECIDED, _decided),
    Column("gap", _GAP, lambda row, view: gap_of(row.finding, view)),
    Column("attainment", _RATE, _attained),
    Column("outcome", OUTCOME, lambda row, view: view.say(row.finding.called), _outcome_marks),
    Column("evidence", _EVIDENCE, _evidence),
    Column("reasons", words.REASONS, _reasons, begins_page=True),
    Column("message", MESSAGE, lambda row, view: view.say(row.finding.message), most=50),
    Column("needed", words.NEEDED, _needed, most=32),
    Column("needed_by", words.NEEDED_FROM, _needed_from),
    Column("needed_at", words.NEEDED_AT, _needed_at),
    Column("told", words.TOLD, _told, most=32, begins_page=True),
    Column("due", words.DUE, lambda row, _: row.finding.target.due),
    Column("wording", words.WORDING, lambda row, _: row.finding.target.source.wording),
    Column("document", words.DOCUMENT, _document, most=32),
    Column("paragraph", words.PARAGRAPH, lambda row, _: row.finding.target.source.paragraph),
    Column("path", FILE, lambda row, _: row.assessment.source.path, most=32),
    Column("place", words.PLACE, _place),
)
"""What stands on the sheet of findings, numbers in the unit of their target."""
