"""A run as a document: a section a report, with its table, its findings in words, and its diagnostics."""

from collections.abc import Iterator

from ..domain.assessments import Assessment, Settings
from ..domain.outcomes import Outcome
from ..domain.run import Run
from ..domain.targets import cited_in
from ..summaries import problems_of, summary_of
from ..text import Text
from .document import (
    AnyTable,
    Diagnostics,
    Entry,
    EntryList,
    Paragraph,
    Section,
    ShownDocument,
    Summarised,
    Table,
    diagnostics_of,
)
from .findings import COLUMNS, JudgedFinding, citation, findings_of, legend_of, words_of
from .verdicts import closing_lines, last_line, named
from .view import View

TITLE = Text("{name}（{path}）", "{name} ({path})")
SUBTITLE = Text(
    "报告期：{period}  第{revision}次报送  核验基准日：{as_of}",
    "Period: {period}  Revision: {revision}  As of: {as_of}",
)
BY_DOCUMENT = Text("依据文件：{document}", "Judged by: {document}")
ILLUSTRATIVE = Text(
    "示例：以下数值未经公布，仅供演示。",
    "Illustrative: the values below are not published; they only show how the tool works.",
)
FINDINGS = Text("指标完成情况表", "Findings")
REASONS = Text("核验意见", "Findings in words")
CITATIONS = Text("目标原文及出处", "Words of the targets and where they stand")
DIAGNOSTICS = Text("数据审核情况", "Diagnostics on the file")
BESIDE = Text("报告以外的文件", "Files beside the reports")


def run_document(run: Run, view: View) -> ShownDocument:
    """Return a run as a document; quiet, only the verdicts."""
    ends = tuple(closing_lines(run.counts, view))
    if view.quiet:
        verdicts = (line for one in run.assessments for line in quiet_document(one, view).ends)
        return ShownDocument(view, ends=(*verdicts, *ends))
    return ShownDocument(
        view,
        sections=tuple(section_of(one, run, view) for one in run.assessments),
        beside=Diagnostics(view.say(BESIDE), tuple(diagnostics_of(run.file_diagnostics))),
        ends=ends,
    )


def quiet_document(assessment: Assessment, view: View) -> ShownDocument:
    """Return all that is told of a report where only verdicts are asked for."""
    return ShownDocument(view, ends=(f"{named(assessment)}: {last_line(assessment, view)}",))


def illustrative_paragraph(words: Text, view: View) -> Paragraph:
    """Return the paragraph that nobody may overlook: values are not published."""
    return Paragraph((view.say(words),), is_warning=True)


def section_of(assessment: Assessment, run: Run, view: View) -> Section:
    """Return the section on one report."""
    path, rows = assessment.source.path, tuple(findings_of(assessment, run))
    return Section(
        view.say(TITLE, name=assessment.name, path=path) if assessment.name else path,
        tuple(_lead(assessment, run, view)),
        Table(FINDINGS, COLUMNS, rows, legend=legend_of(assessment)) if rows else None,
        (*_listings(rows, view), *further_listings(assessment, run, view)),
        Diagnostics(view.say(DIAGNOSTICS), tuple(diagnostics_of([assessment]))),
        last_line(assessment, view),
        further=further_tables(assessment, run.settings),
        summarised=summarised(assessment, run, view),
    )


def summarised(assessment: Assessment, run: Run, view: View) -> Summarised:
    """Return what is told first of a report: the paragraph, and its problems."""
    return Summarised.of(summary_of(assessment, run), view, problems_of(assessment, run))


def further_tables(assessment: Assessment, settings: Settings) -> tuple[AnyTable, ...]:
    """Return the tables below that of the findings, where they were asked for."""
    if not assessment.changes and not assessment.schedule:
        return ()
    from .changes import changes_table  # few runs are asked for more than findings
    from .schedule import schedule_table

    changes = (changes_table(assessment),) if assessment.changes else ()
    return (*changes, schedule_table(assessment, settings)) if assessment.schedule else changes


def further_listings(assessment: Assessment, run: Run, view: View) -> tuple[EntryList, ...]:
    """Return what those tables rest on."""
    if not assessment.changes and not assessment.schedule:
        return ()
    from .changes import past_reports
    from .schedule import how_reckoned

    past = past_reports(assessment, run, view)
    schedule = (how_reckoned(run.settings, view),) if assessment.schedule else ()
    return (*schedule, past) if past.entries else schedule


def _lead(assessment: Assessment, run: Run, view: View) -> Iterator[Paragraph]:
    if assessment.period:
        values = {
            "period": assessment.period,
            "revision": assessment.revision or "–",
            "as_of": run.as_of,
        }
        yield Paragraph((view.say(SUBTITLE, **values),))
    if assessment.document_title:
        document = cited_in(assessment.document or "", run.documents)
        yield Paragraph((view.say(BY_DOCUMENT, document=document),))
    if assessment.illustrative:
        yield illustrative_paragraph(ILLUSTRATIVE, view)


def _listings(rows: tuple[JudgedFinding, ...], view: View) -> Iterator[EntryList]:
    """Return the findings in words, then the words of the targets in doubt; of all targets where verbose."""
    doubtful = (Outcome.MISSED, Outcome.UNDECIDED)
    cited = [row for row in rows if view.verbose or (row.finding.outcome in doubtful and row.finding.weighs)]
    if rows:
        yield EntryList(view.say(REASONS), tuple(_in_words(row, view) for row in rows), is_numbered=True)
    if cited:
        yield EntryList(view.say(CITATIONS), tuple(_cited(row, view) for row in cited))


def _in_words(row: JudgedFinding, view: View) -> Entry:
    name = view.say(row.finding.target.indicator.name)
    return Entry(name, tuple(words_of(row.finding, row.assessment.source, view)))


def _cited(row: JudgedFinding, view: View) -> Entry:
    note = row.finding.target.note
    return Entry(citation(row, view), (view.say(note),) if note else ())
