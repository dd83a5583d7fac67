"""The opinion on one report (核验意见), in the order of an office: what came out, then what it rests on."""

from collections.abc import Iterator

from ...domain.assessments import Assessment
from ...domain.outcomes import Outcome, Verdict
from ...domain.run import Run
from ...domain.targets import cited_in, titles_of
from ...summaries import problems_of, summary_of
from ...text import Text
from ..document import Column, Entry, EntryList, PageFact, Paragraph, Part, Section, Summarised, Table
from ..findings import COLUMNS, OUTCOME, TOLD, JudgedFinding, cited_as, findings_of
from ..page.section import name_of
from ..page.words import (
    AS_OF,
    EVIDENCE,
    FILE,
    HEEDED,
    JUDGED_BY,
    MESSAGE,
    NOT_HEEDED,
    PERIOD,
    RETURNED,
    WAIVERS,
)
from ..report import further_tables
from ..view import View
from . import words
from .appendices import appendices_of
from .needs import needs_part, notes_of
from .signing import signing_parts

_FIRST = (Outcome.MISSED, Outcome.UNDECIDED, Outcome.NO_DATA)
"""The outcomes that are told first."""


def opinion_of(assessment: Assessment, run: Run, view: View) -> Section:
    """Return the opinion on one report but for its last appendix, digests of files; without a review it is
    a first one, which nobody signs.
    """
    rows = tuple(findings_of(assessment, run))
    appendices = tuple(appendices_of(assessment, run, view))
    titles = (*(part.heading for part in appendices), view.say(words.DIGESTS))
    return Section(
        view.say(_title(assessment)),
        name=_name(assessment, view),
        facts=tuple(_facts(assessment, run, view)),
        parts=(
            *_summary(assessment, run, view),
            *_findings(rows, view),
            needs_part(assessment, view),
            *_basis(rows, assessment, run, view),
            *_over_time(assessment, run, view),
            *signing_parts(assessment, titles, view),
            *appendices,
        ),
        running=view.say(words.RUNNING) if assessment.illustrative else "",
    )


def _title(assessment: Assessment) -> Text:
    if assessment.verdict is Verdict.INVALID:
        return RETURNED
    return words.OPINION if assessment.reviews else words.DRAFT


def _name(assessment: Assessment, view: View) -> str:
    """Return whose targets of which period it is about; only a name where the report could not be read."""
    name = name_of(assessment, view)
    if assessment.verdict is Verdict.INVALID or assessment.period is None:
        return name
    return view.say(words.OF_TARGETS_MET, name=name, period=assessment.period.words)


def _facts(assessment: Assessment, run: Run, view: View) -> Iterator[PageFact]:
    is_named = assessment.name or assessment.entity
    yield PageFact(view.say(words.ENTITY if is_named else FILE), name_of(assessment, view))
    if assessment.period:
        yield PageFact(view.say(PERIOD), view.written(assessment.period))
    if assessment.findings:
        chosen = assessment.document
        title = cited_in(chosen, run.documents) if chosen else titles_of(run.documents)
        yield PageFact(view.say(JUDGED_BY), view.say(title))
    yield PageFact(view.say(AS_OF), view.written(run.as_of))


def _summary(assessment: Assessment, run: Run, view: View) -> Iterator[Part]:
    told = Summarised.of(summary_of(assessment, run), view, problems_of(assessment, run))
    yield from summary_parts(told, view)


def summary_parts(told: Summarised, view: View) -> Iterator[Part]:
    """Return what a reader is told first as two parts."""
    yield Part(view.say(words.SUMMARY), (Paragraph((told.paragraph,)),))
    if told.problems:
        yield Part(told.problems.heading, listings=(told.problems._replace(heading=""),))


def _findings(rows: tuple[JudgedFinding, ...], view: View) -> Iterator[Part]:
    """Return the table of the findings, then each in words: what is open first."""
    if not rows:
        return
    yield Part(view.say(words.FINDINGS), tables=(Table(words.FINDINGS, TABLE_COLUMNS, rows),))
    entries = tuple(_in_words(row, view) for row in sorted(rows, key=lambda row: not _is_open(row)))
    yield Part(view.say(words.OPINIONS), listings=(EntryList("", entries, is_numbered=True),))


def _is_open(row: JudgedFinding) -> bool:
    return row.finding.outcome in _FIRST and row.finding.weighs


def _in_words(row: JudgedFinding, view: View) -> Entry:
    finding = row.finding
    said = finding.observation.told if finding.observation else ()
    told = (view.say(TOLD, label=label, text=text) for label, text in said)
    heading = view.say(MESSAGE, name=finding.target.indicator.name, outcome=view.say(finding.called))
    return Entry(heading, (view.say(finding.message), *told))


def _basis(rows: tuple[JudgedFinding, ...], assessment: Assessment, run: Run, view: View) -> Iterator[Part]:
    """Return the words of the targets, the definitions of the indicators, and what the report was held to."""
    if not rows:
        return
    settings = run.settings
    waivers = HEEDED if settings.waivers else NOT_HEEDED
    held = ((EVIDENCE, settings.min_evidence.term), (WAIVERS, waivers))
    lists = (
        EntryList(view.say(words.WORDINGS), tuple(_cited(row, view) for row in rows), is_numbered=True),
        EntryList(view.say(words.DEFINITIONS), tuple(_definitions(rows, view)), is_numbered=True),
        EntryList(
            view.say(words.HELD_TO),
            tuple(Entry(view.say(words.SETTING, name=name, value=value)) for name, value in held),
        ),
        EntryList(view.say(words.NOTES), tuple(notes_of(assessment, view)), is_numbered=True),
    )
    yield Part(view.say(words.BASIS), listings=tuple(one for one in lists if one.entries))


def _cited(row: JudgedFinding, view: View) -> Entry:
    target = row.finding.target
    cited = cited_as(target, row.run.documents)
    return Entry(view.say(words.CITED, name=target.indicator.name, note=target.note or "", **cited).rstrip())


def _definitions(rows: tuple[JudgedFinding, ...], view: View) -> Iterator[Entry]:
    for indicator in dict.fromkeys(row.finding.target.indicator for row in rows):
        yield Entry(view.say(words.DEFINED, name=indicator.name, definition=indicator.definition))


def _over_time(assessment: Assessment, run: Run, view: View) -> Iterator[Part]:
    """Return the values of earlier periods, where they were given."""
    tables = further_tables(assessment, run.settings)
    if not tables:
        return
    from ..schedule import how_reckoned  # few runs are asked for the schedule

    lists = (how_reckoned(run.settings, view),) if assessment.schedule else ()
    yield Part(view.say(words.OVER_TIME), tables=tables, listings=lists)


def _outcome(row: JudgedFinding, view: View) -> str:
    return view.say(row.finding.called)


TABLE_COLUMNS = tuple(
    Column("outcome", OUTCOME, _outcome, role="words") if one.id == "outcome" else one for one in COLUMNS
)
"""The columns of the table of findings, the outcome in words alone."""
