"""The table for people: one row a target, then the reasons in words, citations and remarks."""

from rich.cells import cell_len
from rich.table import Table
from rich.text import Text as Styled

from ..findings import Assessment
from ..run import Run
from .escape import visible
from .parts import (
    CITATIONS,
    COLUMNS,
    ILLUSTRATIVE,
    MARKS,
    OUTCOME,
    REASONS,
    REMARKS,
    TITLE,
    cells,
    citation,
    cited,
    subtitle,
    words_of,
)
from .sheet import Sheet, shown
from .verdicts import closing_lines, last_line
from .view import View

_OUTCOME = COLUMNS.index(OUTCOME)
_NAME_COLUMNS, _CELL_COLUMNS, _FOLDED_COLUMNS = 14, 12, 8
"""Columns that the indicator's name gets at least, any other cell at most, and words where room is short."""


def render(run: Run, view: View) -> str:
    """Return the run as text for a terminal, with colour codes only where the view has colour."""
    sheet = Sheet(view)
    for file in run.remarks:
        sheet.remarks(file.source, file.diagnostics)
    for assessment in run.assessments:
        _assessment(sheet, assessment, run)
    for line in closing_lines(run.tally, view):
        sheet.line(line, style="bold")
    return sheet.text


def _assessment(sheet: Sheet, assessment: Assessment, run: Run) -> None:
    view = sheet.view
    _heading(sheet, assessment, run)
    if assessment.findings:
        sheet.draw(_table(assessment, view))
        sheet.section(REASONS)
        for number, finding in enumerate(assessment.findings, 1):
            sheet.prose(f"{number} {view.say(finding.target.indicator.name)}")
            for line in words_of(finding, assessment.source, view):
                sheet.prose(line, indent=2)
        _citations(sheet, assessment, run)
    if assessment.diagnostics:
        sheet.section(REMARKS)
        sheet.remarks(assessment.source, assessment.diagnostics)
    sheet.line("")
    sheet.line(last_line(assessment, view), style="bold")
    sheet.line("")


def _heading(sheet: Sheet, assessment: Assessment, run: Run) -> None:
    view, path = sheet.view, assessment.source.path
    title = view.say(TITLE, name=assessment.name, path=path) if assessment.name else path
    sheet.line(title, style="bold")
    if line := subtitle(assessment, run, view):
        sheet.line(line)
    if assessment.illustrative:
        sheet.prose(view.say(ILLUSTRATIVE), style="magenta")


def _citations(sheet: Sheet, assessment: Assessment, run: Run) -> None:
    findings = cited(assessment, sheet.view)
    if findings:
        sheet.section(CITATIONS)
    for number, finding in findings:
        sheet.prose(citation(number, finding, run, sheet.view))
        if finding.target.note:
            sheet.prose(sheet.view.say(finding.target.note), indent=2)


def _table(assessment: Assessment, view: View) -> Table:
    rows = [list(cells(number, one, view)) for number, one in enumerate(assessment.findings, 1)]
    colors = [MARKS[finding.outcome][2] for finding in assessment.findings]
    headings = [view.say(heading) for heading in COLUMNS]
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for index, width in enumerate(_widths(headings, rows, view.width)):
        table.add_column(
            Styled(headings[index]),
            width=width,
            overflow="fold",
            justify="right" if index in range(2, 6) else "left",
            header_style="bold",
        )
    for row, color in zip(rows, colors, strict=True):
        table.add_row(
            *(shown(cell, style=color if column == _OUTCOME else "") for column, cell in enumerate(row))
        )
    return table


def _widths(headings: list[str], rows: list[list[str]], width: int) -> list[int]:
    """Return the columns that each column takes; the indicator's name gets what the others leave."""
    widest = [
        max(
            cell_len(visible(line))
            for text in (heading, *(row[index] for row in rows))
            for line in text.split("\n")
        )
        for index, heading in enumerate(headings)
    ]
    widths = [min(columns, _CELL_COLUMNS) for columns in widest]
    others = sum(widths) - widths[1] + len(widths) - 1
    widths[1] = min(max(width - others, _NAME_COLUMNS), widest[1])
    return _folded(widths, width)


def _folded(widths: list[int], width: int) -> list[int]:
    """Take what a table is too wide by from its columns of words, since a folded number is misread."""
    over = sum(widths) + len(widths) - 1 - width
    for column in (len(widths) - 1, _OUTCOME):
        taken = min(max(over, 0), max(widths[column] - _FOLDED_COLUMNS, 0))
        widths[column] -= taken
        over -= taken
    return widths
