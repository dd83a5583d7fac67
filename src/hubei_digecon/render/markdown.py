"""Markdown (CommonMark with GitHub's tables): for step summaries, wikis and merge requests."""

from collections.abc import Container, Iterable, Iterator, Sequence

from ..diagnostics import Diagnostic, SourceFile, located
from ..findings import Assessment
from ..run import Run
from ..tally import FilesRead
from ..text import Text
from .annotations import of_remark
from .escape import markdown_text
from .linted import summary
from .parts import (
    CITATIONS,
    COLUMNS,
    ILLUSTRATIVE,
    REASONS,
    REMARKS,
    TITLE,
    cells,
    citation,
    cited,
    subtitle,
    words_of,
)
from .verdicts import closing_lines, last_line
from .view import View

BESIDE = Text("报告以外的文件", "Files beside the reports")
REMARK = Text("{severity} {id}：{message}", "{severity} {id}: {message}")
_RIGHT = range(2, 6)
"""The columns of numbers."""


def render(run: Run, view: View) -> str:
    """Return a section a report: the table, the findings in words, the words of targets, the remarks."""
    ends = [f"**{markdown_text(line)}**" for line in closing_lines(run.tally, view)]
    if view.quiet:
        return page([[line] for line in (*(_strong(one, view) for one in run.assessments), *ends)])
    sections = [list(_section(assessment, run, view)) for assessment in run.assessments]
    beside = [line for file in run.remarks for line in remark_items(file.diagnostics, file.source, view)]
    if beside:
        sections.append([heading(2, view.say(BESIDE)), "", *beside])
    return page([*sections, *([line] for line in ends)])


def linted(files: FilesRead, view: View) -> str:
    """Return the remarks on files that were only read, then how many there are."""
    lines = [line for file in files for line in remark_items(file.diagnostics, file.source, view)]
    ends = [f"**{markdown_text(line)}**" for line in summary(files, view).splitlines()]
    return page([*([lines] if lines else []), *([line] for line in ends)])


def page(sections: Iterable[list[str]]) -> str:
    """Return the sections with a blank line between them, or they would run into one another."""
    return "\n".join("".join(f"{line}\n" for line in section) for section in sections)


def _section(assessment: Assessment, run: Run, view: View) -> Iterator[str]:
    path = assessment.source.path
    yield heading(2, view.say(TITLE, name=assessment.name, path=path) if assessment.name else path)
    yield ""
    if line := subtitle(assessment, run, view):
        yield from (markdown_text(line), "")
    if assessment.illustrative:
        yield from (f"> {markdown_text(view.say(ILLUSTRATIVE))}", "")
    if assessment.findings:
        yield from _findings(assessment, run, view)
    if assessment.diagnostics:
        yield from (heading(3, view.say(REMARKS)), "")
        yield from (*remark_items(assessment.diagnostics, assessment.source, view), "")
    yield _strong(assessment, view, with_path=False)


def _findings(assessment: Assessment, run: Run, view: View) -> Iterator[str]:
    rows = [list(cells(number, finding, view)) for number, finding in enumerate(assessment.findings, 1)]
    yield from table_rows([view.say(column) for column in COLUMNS], rows, _RIGHT)
    yield from ("", heading(3, view.say(REASONS)), "")
    for number, finding in enumerate(assessment.findings, 1):
        mark = f"{number}. "
        yield f"{mark}**{markdown_text(view.say(finding.target.indicator.name))}**"
        yield ""
        for words in words_of(
            finding, assessment.source, view
        ):  # set in as far as the mark, or the list would end
            yield from (" " * len(mark) + markdown_text(words), "")
    findings = cited(assessment, view)
    if findings:
        yield from (heading(3, view.say(CITATIONS)), "")
        for number, finding in findings:
            note = view.say(finding.target.note) if finding.target.note else ""
            yield "- " + markdown_text(f"{citation(number, finding, run, view)} {note}".rstrip())
        yield ""


def remark_items(diagnostics: Iterable[Diagnostic], listed_with: SourceFile, view: View) -> Iterator[str]:
    """Return remarks on a file as items of a list."""
    for diagnostic in diagnostics:
        one = of_remark(diagnostic, listed_with)
        where = located(one.source.path, one.place)
        said = view.say(REMARK, severity=one.severity.term, id=one.id, message=one.message)
        yield f"- {markdown_text(f'{where} {said}')}"


def _strong(assessment: Assessment, view: View, with_path: bool = True) -> str:
    path = f"{assessment.source.path}: " if with_path else ""
    return f"**{markdown_text(path + last_line(assessment, view))}**"


def heading(level: int, text: str) -> str:
    """Return a heading."""
    return f"{'#' * level} {markdown_text(text)}"


def table_rows(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Container[int]
) -> Iterator[str]:
    """Return the lines of a table; ``right`` are the columns set to the right, those of numbers."""
    yield _row(headings)
    yield "|" + "|".join("---:" if index in right else "---" for index in range(len(headings))) + "|"
    yield from map(_row, rows)


def _row(texts: Iterable[str]) -> str:
    shown = (" / ".join(markdown_text(part) for part in text.split("\n")) for text in texts)
    return f"| {' | '.join(shown)} |"
