"""The opinion on one report (核验意见): what came out, its table, the findings in words, the grounds."""

from collections.abc import Iterable, Iterator

from ...domain.assessments import Assessment
from ...domain.outcomes import Outcome, Verdict
from ...domain.run import Run
from ...domain.targets import cited_in, titles_of
from ...summaries import problems_of, summary_of
from ...text import Text
from ..document import Diagnostics, Entry, EntryList, LineChart, PageFact, Section, Summarised, diagnostics_of
from ..findings import JudgedFinding, cited_as, findings_of, legend_of, mark_of, outcome_cell, words_of
from ..report import DIAGNOSTICS, ILLUSTRATIVE, further_tables, illustrative_paragraph
from ..scoreboard.columns import VERDICT_MARKS
from ..verdicts import last_line
from ..view import View
from .base import base_lines
from .chart import chart_of
from .rows import findings_table
from .words import (
    AS_OF,
    CITED,
    DRAFT,
    EVIDENCE,
    FILE,
    GROUNDS,
    HEEDED,
    JUDGED_BY,
    MESSAGE,
    NEEDED,
    NEEDED_BY,
    NOT_HEEDED,
    NOTHING,
    NUMBERED,
    OPINION,
    OPINIONS,
    PERIOD,
    RETURNED,
    REVISION,
    SETTING,
    WAIVERS,
    WHERE_NEEDED,
)

_FIRST = (Outcome.MISSED, Outcome.UNDECIDED, Outcome.NO_DATA)
"""The outcomes whose findings are told first."""


def opinion_of(
    assessment: Assessment, run: Run, view: View, id: str, lines: tuple[LineChart, ...] = ()
) -> Section:
    """Return the opinion on one report; ``id`` is that of its part of the page, ``lines`` are its charts over
    time. Without a review it is a first opinion, made by the program alone, with no room for a seal.
    """
    rows = tuple(findings_of(assessment, run))
    return Section(
        view.say(_title(assessment)),
        (illustrative_paragraph(ILLUSTRATIVE, view),) if assessment.illustrative else (),
        findings_table(rows, legend_of(assessment)),
        (
            EntryList(view.say(OPINIONS), tuple(_opinions(rows, view)), is_numbered=True),
            EntryList(view.say(NEEDED), tuple(_needed(rows, view)), is_numbered=True),
        ),
        Diagnostics(view.say(DIAGNOSTICS), tuple(diagnostics_of([assessment]))),
        last_line(assessment, view),
        id=id,
        name=name_of(assessment, view),
        facts=tuple(_facts(assessment, run, view)),
        mark=VERDICT_MARKS[assessment.verdict],
        chart=chart_of(assessment, view),
        grounds=EntryList(view.say(GROUNDS), tuple(_grounds(assessment, run, view))),
        further=further_tables(assessment, run.settings),
        lines=lines,
        is_signed=bool(assessment.reviews),
        is_sheet=True,
        summarised=Summarised.of(summary_of(assessment, run), view, problems_of(assessment, run)),
    )


def _title(assessment: Assessment) -> Text:
    if assessment.verdict is Verdict.INVALID:
        return RETURNED
    return OPINION if assessment.reviews else DRAFT


def name_of(assessment: Assessment, view: View) -> str:
    """Return the name of the place, else what the report calls it, else the path of the report."""
    return view.say(assessment.name) if assessment.name else assessment.entity or assessment.source.path


def _facts(assessment: Assessment, run: Run, view: View) -> Iterator[PageFact]:
    yield PageFact(view.say(PERIOD), view.written(assessment.period) if assessment.period else NOTHING)
    yield PageFact(view.say(REVISION), str(assessment.revision or NOTHING))
    yield PageFact(view.say(AS_OF), view.written(run.as_of))
    if assessment.findings or assessment.document:
        yield PageFact(view.say(JUDGED_BY), view.say(_judged_by(assessment, run)))
    yield PageFact(view.say(FILE), assessment.source.path)


def _judged_by(assessment: Assessment, run: Run) -> Text:
    named = assessment.document
    return cited_in(named, run.documents) if named else titles_of(run.documents)


def document_of(assessment: Assessment, view: View) -> str:
    """Return the title of the document judged by; empty where outputs do not name it."""
    return view.say(assessment.document_title) if assessment.document_title else ""


def _grounds(assessment: Assessment, run: Run, view: View) -> Iterator[Entry]:
    """Return what a report was held to: the documents by the numbers they are cited with, the settings, and
    how what was reckoned was.
    """
    cited = {finding.target.source.document: finding.target for finding in assessment.findings}
    for number, id in enumerate(_documents(assessment), 1):
        values = {"number": number, **cited_as(cited[id], run.documents)}
        yield Entry(view.say(NUMBERED, **values))
    settings = run.settings
    yield Entry(view.say(SETTING, name=EVIDENCE, value=settings.min_evidence.term))
    yield Entry(view.say(SETTING, name=WAIVERS, value=HEEDED if settings.waivers else NOT_HEEDED))
    if assessment.schedule:
        from ..schedule import how_reckoned  # few runs are asked for the schedule

        yield from how_reckoned(settings, view).entries


def _documents(assessment: Assessment) -> list[str]:
    return list(dict.fromkeys(finding.target.source.document for finding in assessment.findings))


def _opinions(rows: Iterable[JudgedFinding], view: View) -> Iterator[Entry]:
    """Return every finding of a report in words, with the words of its target; what is open stands first,
    under the number that it has in the table.
    """
    for row in sorted(rows, key=lambda row: not (row.finding.outcome in _FIRST and row.finding.weighs)):
        target, documents = row.finding.target, _documents(row.assessment)
        number = documents.index(target.source.document) + 1
        cited = CITED.format(**{**cited_as(target, row.run.documents), "number": number})
        outcome = outcome_cell(row.finding, view)
        yield Entry(
            view.say(MESSAGE, name=target.indicator.name, outcome=outcome),
            (*words_of(row.finding, row.assessment.source, view), *base_lines(row.finding, view)),
            view.say(Text.joined((cited, target.note) if target.note else (cited,))),
            mark_of(row.finding),
            row.number,
        )


def _needed(rows: Iterable[JudgedFinding], view: View) -> Iterator[Entry]:
    """Return what each open finding still needs, and from whom."""
    for row in rows:
        needed = row.finding.needed
        if needed:
            values = {"name": row.finding.target.indicator.name, "what": needed.what, "by": needed.by.term}
            where = view.say(WHERE_NEEDED, called=needed.called)
            yield Entry(view.say(NEEDED_BY, **values), (where,))
