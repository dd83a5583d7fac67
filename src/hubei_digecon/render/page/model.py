"""What the templates are given: plain texts in one language, escaped where they are set into the page."""

from dataclasses import dataclass

from ...text import Lang


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands beside it."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; ``kind`` is a class of the style sheet: ``number``, ``name`` or nothing."""

    heading: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its lines; ``mark``, a class of the style sheet; ``link``, the id it leads to."""

    lines: tuple[str, ...]
    mark: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; ``named_by`` is the column, counted from 0, whose cells name the rows."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    named_by: int = 0


@dataclass(frozen=True, slots=True)
class Track:
    """One target in a chart. Positions are in percent of the width, empty where there is nothing there.

    ``value`` is how far the bar reaches and where the dot stands; ``low`` and ``width`` are the beginning
    and the length of the interval. ``beyond``: the value, or without one all of the interval, lies past
    the end of the track.
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


@dataclass(frozen=True, slots=True)
class Tick:
    """A point of the scale: where it stands, in percent of the width, and what it is called."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """The chart of one report: a track a numeric target; ``required`` is where every target stands."""

    caption: str
    legend: str
    required: str
    ticks: tuple[Tick, ...]
    tracks: tuple[Track, ...]


@dataclass(frozen=True, slots=True)
class Opinion:
    """A finding in words; ``heading`` names indicator and outcome, ``cited`` are the words of the target."""

    heading: str
    mark: str
    words: tuple[str, ...]
    cited: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on a file: its path, unless that is told above; line and column; how much it weighs, its id,
    what happened, how to mend it.
    """

    path: str
    place: str
    own: bool
    severity: str
    mark: str
    id: str
    message: str
    mend: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """Remarks under a heading."""

    heading: str
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The opinion on one report. ``table`` and ``chart`` are ``None`` where there is nothing to show."""

    id: str
    heading: str
    name: str
    facts: tuple[Fact, ...]
    illustrative: str
    verdict: str
    mark: str
    table: Table | None
    chart: Chart | None
    opinions_heading: str
    opinions: tuple[Opinion, ...]
    remarks: Remarks
    basis: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a score was made, a sentence or a few on each of its parts."""

    heading: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """The page in one language. ``overview`` is ``None`` where there is one report, which its own section
    tells all of; ``ends`` stand below it. ``labels`` are the words of the page itself by their names.
    """

    lang: Lang
    title: str
    facts: tuple[Fact, ...]
    illustrative: str
    overview: Table | None
    ends: tuple[str, ...]
    recipe: Recipe | None
    sections: tuple[Section, ...]
    beside: Remarks
    digests: Table
    labels: dict[str, str]
