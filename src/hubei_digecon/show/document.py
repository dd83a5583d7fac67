"""The document: all that is shown of a run, a scoreboard, targets or files, before anything draws it.

A document is in the language of its view. It has a title, paragraphs, tables of columns and rows, sections
with a chart, and diagnostics. The terminal, Markdown, the HTML page, the workbook and Word draw it.
"""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from ..diagnostics import Diagnostic, Severity, SourceFile
from ..domain.assessments import Assessment, FileDiagnostics
from ..summaries import NO_PROBLEMS, Problem
from ..text import Text
from .view import View

Row = TypeVar("Row")


class Number(NamedTuple):
    """A number by its digits, which are stored as they are, and the number format that shows it."""

    digits: str
    format: str


Value = str | tuple[str, ...] | int | Number | datetime.date | None
"""What stands in a cell: text, lines of text, a number or a day; nothing for ``None`` and empty text."""

Marks = Mapping[str, str]
"""The texts of a column that are coloured, and the outcome that each is coloured like."""

Role = Literal["", "number", "name", "words", "short", "digest", "id"]
"""What a column holds: numbers are set to the right; neither they nor what is short, a digest or an id is
ever broken; a name names the row.
"""

SEVERITY_MARKS = {Severity.ERROR: "missed", Severity.WARNING: "undecided", Severity.NOTE: "not_due"}
"""The outcome that a severity is coloured like."""


class Cell(NamedTuple):
    """A cell in words: its lines, the outcome it is coloured like, the id of the section it leads to."""

    lines: tuple[str, ...]
    mark: str = ""
    link: str = ""

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines)


class Column(NamedTuple, Generic[Row]):
    """A column: its heading, and what stands in it for a row.

    ``mark`` gives the outcome that a cell is coloured like, ``link`` the id of the section it leads to.
    ``marks`` are all texts that a workbook colours. ``most`` is its greatest width in a workbook, in columns
    of a terminal.
    """

    id: str
    heading: Text
    value: Callable[[Row, View], Value]
    role: Role = ""
    mark: Callable[[Row], str] | None = None
    link: Callable[[Row], str] | None = None
    marks: Callable[[View], Marks] | None = None
    most: int = 24

    def cell(self, row: Row, view: View, nothing: str) -> Cell:
        """Return the cell of a row in words, ``nothing`` where it is empty."""
        value = self.value(row, view)
        lines: tuple[str, ...] = (str(value),) if value is not None else ()
        if isinstance(value, tuple) and not isinstance(value, Number):
            lines = value
        shown = tuple(line for line in lines if line) or (nothing,)
        return Cell(shown, self.mark(row) if self.mark else "", self.link(row) if self.link else "")


class Table(NamedTuple, Generic[Row]):
    """A table: its columns, and the rows that they are asked about.

    ``named_by`` is the column, counted from 0, whose cells name the rows. ``marks_gaps``: a dash stands in
    empty cells. A workbook keeps the first ``repeated`` columns in sight, and marks the sheet of an
    ``illustrative`` table, and draws ``charts`` of its rows beside it. The ``legend`` below it says
    what stands for what. On a page its rows can be sorted, searched, and chosen by the cells of the columns
    with the ids ``chosen_by``, where there are any. A terminal leaves out a table that is ``spare`` where it
    does not fit, unless all is asked for.
    """

    title: Text
    columns: tuple[Column[Row], ...]
    rows: Iterable[Row]
    named_by: int = 0
    marks_gaps: bool = True
    repeated: int = 0
    illustrative: bool = False
    charts: tuple["SheetChart", ...] = ()
    legend: tuple[Text, ...] = ()
    chosen_by: tuple[str, ...] = ()
    spare: bool = False

    def headings(self, view: View) -> list[str]:
        """Return the heading of every column."""
        return [view.say(column.heading) for column in self.columns]

    def cells(self, view: View) -> list[list[Cell]]:
        """Return every row in words."""
        return list(self.each_in_words(view))

    def each_in_words(self, view: View) -> Iterator[list[Cell]]:
        """Return the rows in words, one after the other."""
        nothing = self.nothing(view)
        return ([column.cell(row, view, nothing) for column in self.columns] for row in self.rows)

    def nothing(self, view: View) -> str:
        """Return what stands in an empty cell."""
        return view.sign("–", "-") if self.marks_gaps else ""


AnyTable = Table[Any]
"""A table, whatever its rows are: its columns know."""


class SheetChart(NamedTuple):
    """A native chart of a workbook, of some rows of a table: from ``first`` to ``last``, counted from 0.

    ``labels`` and ``lines`` are columns, counted from 0; the first line is that of the values. The rows
    ``broken`` have a break before them, the rows ``hollow`` are not published.
    """

    title: str
    unit: str
    first: int
    last: int
    labels: int
    lines: tuple[int, ...]
    broken: tuple[int, ...] = ()
    hollow: tuple[int, ...] = ()


class Paragraph(NamedTuple):
    """Lines of text.

    ``is_warning``: they say that values are not published.
    """

    lines: tuple[str, ...]
    is_warning: bool = False


class PageFact(NamedTuple):
    """A label and what stands beside it."""

    label: str
    value: str


class Entry(NamedTuple):
    """One entry of a list: a heading, lines below it, the words it cites, the outcome it is coloured like.

    ``number`` is its own, where it is not its place in the list.
    """

    heading: str
    lines: tuple[str, ...] = ()
    cited: str = ""
    mark: str = ""
    number: int = 0


class EntryList(NamedTuple):
    """A list under a heading. ``is_numbered``: its entries have numbers."""

    heading: str
    entries: tuple[Entry, ...]
    is_numbered: bool = False


SUMMARY = Text("总体情况", "Summary")
PROBLEMS = Text("主要问题", "Main problems")


class Summarised(NamedTuple):
    """What a reader is told first: a paragraph, and the problems, worst first."""

    paragraph: str
    problems: EntryList | None = None

    @classmethod
    def of(cls, paragraph: Text, view: View, problems: tuple[Problem, ...] | None = None) -> "Summarised":
        """Return a paragraph, with problems or that there are none; ``None`` where none are looked for."""
        if problems is None:
            return cls(view.say(paragraph))
        entries = tuple(Entry(view.say(one.sentence), mark=one.outcome_mark) for one in problems)
        nothing = (Entry(view.say(NO_PROBLEMS)),)
        return cls(
            view.say(paragraph), EntryList(view.say(PROBLEMS), entries or nothing, is_numbered=bool(entries))
        )


class ListedDiagnostic(NamedTuple):
    """A diagnostic, the file that it is listed with, and the assessment of that file if it is a report.

    ``number`` is that by which an appendix names it.
    """

    diagnostic: Diagnostic
    listed_with: SourceFile
    assessment: Assessment | None = None
    number: int = 0

    @property
    def path(self) -> str:
        """The path of the file that it was found in."""
        return self.diagnostic.found_in(self.listed_with)[0].path

    @property
    def place(self) -> str:
        """Where it was found in that file; empty where no place is known."""
        return str(self.diagnostic.found_in(self.listed_with)[1] or "")

    @property
    def is_own(self) -> bool:
        """Whether it was found in the file that it is listed with."""
        return self.diagnostic.found_in(self.listed_with)[0] is self.listed_with

    @property
    def mark(self) -> str:
        """The outcome that its severity is coloured like."""
        return SEVERITY_MARKS[self.diagnostic.kind.severity]


def diagnostics_of(files: Iterable[Assessment | FileDiagnostics]) -> Iterator[ListedDiagnostic]:
    """Return the diagnostics on reports and other files, in their order."""
    for file in files:
        assessment = file if isinstance(file, Assessment) else None
        yield from (ListedDiagnostic(one, file.source, assessment) for one in file.diagnostics)


class Diagnostics(NamedTuple):
    """Diagnostics under a heading."""

    heading: str = ""
    listed: tuple[ListedDiagnostic, ...] = ()


class Tick(NamedTuple):
    """A point of a scale: its position in percent of the width, and its label."""

    at: str
    label: str


class Track(NamedTuple):
    """One target in a chart. Positions are in percent of the width, empty where there is nothing to draw.

    The bar and the dot end at ``value``. The interval begins at ``low`` and is ``width`` long.
    ``beyond``: the value, or without one the whole interval, lies past the end of the track.
    """

    name: str
    title: str
    description: str
    reading: str
    mark: str
    value: str = ""
    low: str = ""
    width: str = ""
    beyond: bool = False
    nothing: str = ""


class Chart(NamedTuple):
    """The chart of one report: a track a numeric target; ``required`` is where every target stands."""

    caption: str
    legend: str
    required: str
    ticks: tuple[Tick, ...]
    tracks: tuple[Track, ...]


class Spot(NamedTuple):
    """A point of a drawing, in its own units; empty where there is nothing to draw."""

    x: str
    y: str


class Stroke(NamedTuple):
    """A line of a drawing through several points. ``sort`` says how it is drawn, as the legend tells."""

    spots: tuple[Spot, ...]
    sort: Literal["value", "gap", "break", "schedule", "required"]

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        return " ".join(f"{spot.x},{spot.y}" for spot in self.spots)


class Dot(NamedTuple):
    """A value in a line chart: where it stands, its label, and the ends of what it asserts.

    ``sort`` says whether it is published, or the base; ``anchor`` which part of its label stands there.
    """

    at: Spot
    label: Spot
    words: str
    sort: Literal["published", "illustrative", "base"]
    low: str = ""
    high: str = ""
    anchor: Literal["start", "middle", "end"] = "middle"


class LineChart(NamedTuple):
    """The chart of one series over time; ``description`` says in words all that it draws."""

    caption: str
    description: str
    width: str
    height: str
    plot: tuple[Spot, Spot]
    ticks: tuple[Dot, ...]
    years: tuple[Dot, ...]
    strokes: tuple[Stroke, ...]
    dots: tuple[Dot, ...]
    legend: tuple[tuple[str, str], ...]


class Part(NamedTuple):
    """A part of a section under a heading of its own; a document on paper numbers it by its ``sort``.

    What is to be signed or answered has no number; an appendix has its own, and a page of its own.
    """

    heading: str = ""
    lead: tuple[Paragraph, ...] = ()
    tables: tuple[AnyTable, ...] = ()
    listings: tuple[EntryList, ...] = ()
    sort: Literal["body", "answer", "signature", "appendix"] = "body"


class Section(NamedTuple):
    """A part of a document on one report, one place or one series.

    ``further`` are tables below the first. Only a page has ``id``, ``name``, ``facts``, ``mark``, ``chart``,
    ``lines`` and ``grounds``, what it rests on; where it ``is_signed``, it leaves room for a seal and
    signatures; where it ``is_sheet``, paper begins anew with it. ``verdict`` is the line that no report goes
    without, coloured like the outcome ``mark``. ``summarised`` is told first. Only a
    document on paper has ``parts``, and on top of every page the ``running`` line.
    """

    title: str
    lead: tuple[Paragraph, ...] = ()
    table: AnyTable | None = None
    listings: tuple[EntryList, ...] = ()
    diagnostics: Diagnostics = Diagnostics()
    verdict: str = ""
    closing: tuple[Paragraph, ...] = ()
    id: str = ""
    name: str = ""
    facts: tuple[PageFact, ...] = ()
    mark: str = ""
    chart: Chart | None = None
    grounds: EntryList | None = None
    further: tuple[AnyTable, ...] = ()
    lines: tuple[LineChart, ...] = ()
    is_signed: bool = False
    is_sheet: bool = False
    summarised: Summarised | None = None
    parts: tuple[Part, ...] = ()
    running: str = ""


class ShownDocument(NamedTuple):
    """What is shown, in the language of ``view``.

    ``diagnostics`` are those on all files together, ``beside`` those on files that no section is about.
    ``ends`` are the lines that it ends with. ``summarised`` is told first: of a trend a paragraph a place.
    Only a page has ``facts``, and an ``appendix`` of tables that is folded.
    """

    view: View
    title: str = ""
    lead: tuple[Paragraph, ...] = ()
    tables: tuple[AnyTable, ...] = ()
    diagnostics: Diagnostics = Diagnostics()
    notes: EntryList | None = None
    sections: tuple[Section, ...] = ()
    beside: Diagnostics = Diagnostics()
    ends: tuple[str, ...] = ()
    facts: tuple[PageFact, ...] = ()
    appendix: tuple[AnyTable, ...] = ()
    summarised: tuple[Summarised, ...] = ()
