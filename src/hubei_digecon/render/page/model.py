"""What the templates are given: plain texts, in one language, and safe to be shown once escaped for HTML."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines, and how it is marked: a class of the style sheet, none where empty."""

    lines: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; ``kind`` is a class of the style sheet: ``number``, ``name`` or nothing."""

    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; ``link`` is the id of the section about it, empty where there is none."""

    cells: tuple[Cell, ...]
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption, and the column, counted from 0, that names the rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    named_by: int = 0


@dataclass(frozen=True, slots=True)
class Track:
    """One target in the chart; positions are in percent of the width of the track.

    ``bar`` is how far the bar reaches and where the dot stands, ``low`` and ``high`` are the ends of the
    interval; all are empty where there is none. ``beyond``: the value lies past the end of the track.
    """

    name: str
    title: str
    description: str
    reading: str
    mark: str
    bar: str = ""
    low: str = ""
    high: str = ""
    width: str = ""
    beyond: bool = False
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of one report: a track a numeric target, all with the required value at one line."""

    caption: str
    legend: str
    required: str
    ticks: tuple[Fact, ...]
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """One finding in words: its number and name, its outcome, what is said of it, what it cites."""

    number: str
    name: str
    outcome: str
    mark: str
    words: tuple[str, ...]
    citation: str
    note: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a file: where, how much it weighs, its id, what happened, how to mend it."""

    where: str
    severity: str
    mark: str
    id: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Section:
    """The opinion on one report. ``table`` and ``chart`` are ``None`` where nothing could be judged."""

    id: str
    heading: str
    name: str
    path: str
    facts: tuple[Fact, ...]
    illustrative: str
    verdict: str
    mark: str
    counts: str
    table: Table | None
    chart: Chart | None
    opinions: tuple[Opinion, ...]
    remarks: tuple[Remark, ...]
    basis: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """A file that the run read: what sort it is, its path, and its SHA-256."""

    sort: str
    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Version:
    """The page in one language. ``labels`` are the words of the page itself by their names.

    ``overview`` is ``None`` where there is one report, which its own section tells all of. ``notes`` stand
    under it, ``recipe`` says how a score was made.
    """

    lang: str
    code: str
    title: str
    facts: tuple[Fact, ...]
    illustrative: str
    overview: Table | None
    notes: tuple[str, ...]
    recipe: tuple[str, ...]
    sections: tuple[Section, ...]
    beside: tuple[Remark, ...]
    digests: tuple[Digest, ...]
    labels: dict[str, str] = field(default_factory=dict)
