"""The table for people: one row a target, then the reasons in words, citations and remarks."""

from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text as Styled

from ..comparators import MILESTONE
from ..diagnostics import Diagnostic, Severity, SourceFile
from ..exact import plain
from ..findings import Assessment, Batch, Finding, Outcome
from ..text import Text
from ..units import DIFFERENCE, IndicatorKind, ratio
from .escape import visible
from .numbers import attainment, gap, observed, percent, signed
from .remarks import remark_lines
from .verdicts import closing_lines, last_line
from .view import View
from .wrap import wrapped

TITLE = Text("{name}（{path}）", "{name} ({path})")
SUBTITLE = Text(
    "报告期：{period}  报送次数：{revision}  核验基准日：{as_of}",
    "Period: {period}  Revision: {revision}  As of: {as_of}",
)
ILLUSTRATIVE = Text(
    "示例：以下数值未经公布，仅供演示。",
    "Illustrative: the values below are not published; they only show how the tool works.",
)
COLUMNS = (
    Text("序号", "No"),
    Text("指标名称", "Indicator"),
    Text("目标值", "Target"),
    Text("完成值", "Observed"),
    Text("与目标之差", "Gap"),
    Text("完成率", "Rate"),
    Text("完成情况", "Outcome"),
    Text("佐证情况", "Evidence"),
)
REASONS = Text("核验意见", "Findings in words")
CITATIONS = Text("目标原文及出处", "Words of the targets and where they stand")
REMARKS = Text("填报问题", "Remarks on the file")
CITATION = Text(
    "{number} “{wording}”——{document}第{paragraph}段",
    "{number} “{wording}” – {document}, paragraph {paragraph}",
)
NEEDED = Text("所需：{what}（{by}，{at}）", "Needed: {what} (from {by}, under {at})")
TOLD = Text("{label}：{text}", "{label}: {text}")
_MARKS = {
    Outcome.MET: ("✓", "+", "green"),
    Outcome.MISSED: ("✗", "x", "red"),
    Outcome.UNDECIDED: ("?", "?", "yellow"),
    Outcome.NO_DATA: ("○", "o", "yellow"),
    Outcome.NOT_DUE: ("…", ".", "cyan"),
    Outcome.WAIVED: ("—", "-", "cyan"),
}
"""How an outcome is marked: as a sign, in ASCII, and in colour."""

_SEVERITY_STYLES = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
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
        if assessment.period:
            values = {
                "period": assessment.period,
                "revision": assessment.revision or "–",
                "as_of": self.batch.as_of,
            }
            self._line(view.say(SUBTITLE, **values))
        if assessment.illustrative:
            self._prose(view.say(ILLUSTRATIVE), style="magenta")

    def _finding(self, number: int, finding: Finding) -> None:
        view = self.view
        name = view.say(finding.target.indicator.name)
        lines = [f"{number} {name}", view.say(finding.message)]
        if finding.needed:
            values = {
                "what": finding.needed.what,
                "by": finding.needed.by.term,
                "at": ".".join(map(str, finding.needed.at)),
            }
            lines.append(view.say(NEEDED, **values))
        told = finding.observation.told if finding.observation else ()
        lines.extend(view.say(TOLD, label=label, text=text) for label, text in told)
        self._prose(lines[0])
        for line in lines[1:]:
            self._prose(line, indent=2)

    def _citations(self, assessment: Assessment) -> None:
        cited = [
            (number, finding)
            for number, finding in enumerate(assessment.findings, 1)
            if self.view.verbose or finding.outcome in (Outcome.MISSED, Outcome.UNDECIDED)
        ]
        if not cited:
            return
        self._section(CITATIONS)
        for number, finding in cited:
            self._prose(self._citation(number, finding))
            if finding.target.note:
                self._prose(self.view.say(finding.target.note), indent=2)

    def _citation(self, number: int, finding: Finding) -> str:
        source = finding.target.source
        document = self.batch.documents.get(source.document)
        values = {
            "number": number,
            "wording": source.wording,
            "document": document.title if document else source.document,
            "paragraph": source.paragraph,
        }
        return self.view.say(CITATION, **values)

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
    rows = [list(_row(*one, view)) for one in enumerate(assessment.findings, 1)]
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
    for row in rows:
        table.add_row(*(Styled(_visible(cell), style=style) for cell, style in row))
    return table


def _visible(cell: str) -> str:
    """Make a cell harmless, its own line breaks apart."""
    return "\n".join(map(visible, cell.split("\n")))


def _widths(headings: list[str], rows: list[list[tuple[str, str]]], width: int) -> list[int]:
    """Return the columns that each column takes; the indicator's name gets what the others leave."""
    widest = [
        max(
            cell_len(visible(line))
            for text in (heading, *(row[index][0] for row in rows))
            for line in text.split("\n")
        )
        for index, heading in enumerate(headings)
    ]
    widths = [min(columns, _CELL_COLUMNS) for columns in widest]
    others = sum(widths) - widths[1] + len(widths) - 1
    widths[1] = min(max(width - others, _NAME_COLUMNS), widest[1])
    return widths


def _row(number: int, finding: Finding, view: View) -> Iterator[tuple[str, str]]:
    sign, ascii_sign, color = _MARKS[finding.outcome]
    nothing = view.sign("–", "-")
    rate = attainment(finding)
    yield str(number), ""
    yield view.say(finding.target.indicator.short), ""
    yield required_cell(finding, view) or nothing, ""
    yield observed_cell(finding, view) or nothing, ""
    yield gap_cell(finding, view) or nothing, ""
    yield percent(rate) if rate is not None else nothing, ""
    yield f"{view.sign(sign, ascii_sign)} {view.say(finding.outcome.term)}", color
    yield view.say(finding.evidence.cell) if finding.evidence else nothing, ""


def required_cell(finding: Finding, view: View) -> str:
    """Return the target with the sign of its comparator; of a range, both ends."""
    target = finding.target
    if target.comparator is MILESTONE or target.value is None:
        return view.say(target.comparator.term)
    sign = view.sign(target.comparator.sign, target.comparator.ascii_sign)
    stretch = f"({plain(target.stretch)})" if target.stretch is not None else ""
    return f"{sign}{plain(target.value)}{stretch}{target.unit}"


VERIFIED_CELL = Text("核定值\n{value}", "verified\n{value}")


def observed_cell(finding: Finding, view: View) -> str:
    """Return what was reported, in the target's unit, hedges included; below it what was verified."""
    reported = _reported(finding, view)
    if finding.verified is None:
        return reported
    verified = view.say(VERIFIED_CELL, value=f"{plain(finding.verified)}{finding.target.unit}")
    return f"{reported}\n{verified}" if reported else verified


def _reported(finding: Finding, view: View) -> str:
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


def gap_cell(finding: Finding, view: View) -> str:
    """Return decided − required; that of two shares in percentage points."""
    difference, target = gap(finding), finding.target
    if difference is None or target.unit is None:
        return ""
    if finding.is_quotient:
        difference = round(difference, 2) or difference
    if target.indicator.kind is IndicatorKind.SHARE:
        points = signed(difference * ratio(target.unit, "%"))
        return view.say(Text(f"{points}{DIFFERENCE}", f"{points} pp"))
    return f"{signed(difference)}{target.unit}"
