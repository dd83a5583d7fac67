"""The table for people: one row a target, then the reasons in words, citations and remarks."""

from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from ..diagnostics import Diagnostic, Severity, SourceFile
from ..findings import Assessment, Batch, Finding
from ..text import Text
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
from .remarks import remark_lines
from .verdicts import closing_lines, last_line
from .view import View
from .wrap import wrapped

_SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_OUTCOME = COLUMNS.index(OUTCOME)
_NAME_COLUMNS, _CELL_COLUMNS = 14, 12
"""Columns that the indicator's name gets at least, and any other cell at most."""


def render(batch: Batch, view: View) -> str:
    """Return the batch as text for a terminal, with colour codes only where the view has colour."""
    output = StringIO()
    console = Console(
        file=output,
        width=view.width,
        force_terminal=view.color,
        color_system="standard" if view.color else None,
        no_color=not view.color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
        _environ={},
    )
    _Page(console, view, batch).print()
    text = output.getvalue()
    return text if view.color else "".join(f"{line.rstrip()}\n" for line in text.splitlines())


class _Page:
    """One batch on its way to the console."""

    def __init__(self, console: Console, view: View, batch: Batch) -> None:
        self.console, self.view, self.batch = console, view, batch

    def print(self) -> None:
        for file in self.batch.remarks:
            self._remarks(file.source, file.diagnostics)
        for assessment in self.batch.assessments:
            self._assessment(assessment)
        for line in closing_lines(self.batch, self.view):
            self._line(line, style="bold")

    def _assessment(self, assessment: Assessment) -> None:
        view = self.view
        self._heading(assessment)
        if assessment.findings:
            self.console.print(_table(assessment, view))
            self._section(REASONS)
            for number, finding in enumerate(assessment.findings, 1):
                self._finding(number, finding)
            self._citations(assessment)
        if assessment.diagnostics:
            self._section(REMARKS)
            self._remarks(assessment.source, assessment.diagnostics)
        self._line("")
        self._line(last_line(assessment, view), style="bold")
        self._line("")

    def _heading(self, assessment: Assessment) -> None:
        view, path = self.view, assessment.source.path
        if assessment.name:
            self._line(view.say(TITLE, name=assessment.name, path=path), style="bold")
        else:
            self._line(path, style="bold")
        if line := subtitle(assessment, self.batch, view):
            self._line(line)
        if assessment.illustrative:
            self._prose(view.say(ILLUSTRATIVE), style="magenta")

    def _finding(self, number: int, finding: Finding) -> None:
        self._prose(f"{number} {self.view.say(finding.target.indicator.name)}")
        for line in words_of(finding, self.view):
            self._prose(line, indent=2)

    def _citations(self, assessment: Assessment) -> None:
        findings = cited(assessment, self.view)
        if findings:
            self._section(CITATIONS)
        for number, finding in findings:
            self._prose(citation(number, finding, self.batch, self.view))
            if finding.target.note:
                self._prose(self.view.say(finding.target.note), indent=2)

    def _remarks(self, source: SourceFile, diagnostics: tuple[Diagnostic, ...]) -> None:
        for diagnostic in diagnostics:
            first, *rest = remark_lines(diagnostic, source, self.view)
            self._line(first, style=_SEVERITY_STYLES[diagnostic.kind.severity])
            for line in rest:
                self._line(line)

    def _section(self, heading: Text) -> None:
        self._line("")
        self._line(self.view.say(heading), style="bold underline")

    def _line(self, text: str, style: str = "") -> None:
        """Print one line as it is: what programs and editors look for must not be broken."""
        self.console.print(Styled(visible(text), style=style), soft_wrap=True)

    def _prose(self, text: str, style: str = "", indent: int = 0) -> None:
        for line in wrapped(visible(text), self.view.width, indent):
            self._line(line, style)


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
            *(
                Styled(_visible(cell), style=color if column == _OUTCOME else "")
                for column, cell in enumerate(row)
            )
        )
    return table


def _visible(cell: str) -> str:
    """Make a cell harmless, its own line breaks apart."""
    return "\n".join(map(visible, cell.split("\n")))


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
    return widths
