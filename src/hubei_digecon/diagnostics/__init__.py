"""Diagnostics on files: what a kind of diagnostic is, and one diagnostic at one place.

The kinds themselves are written in the modules that raise them; :mod:`hubei_digecon.diagnostics.catalogue`
gathers them into the one table.
"""

import enum
from collections.abc import Callable, Mapping

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text

Path = tuple[str | int, ...]
"""A symbolic place in a file: the keys and 0-based positions that lead to a value."""


@shown_briefly
class Severity(enum.Enum):
    """How much a diagnostic weighs: an error must be fixed before the file can be relied on."""

    ERROR = "error", Text("错误（须更正）", "error")
    WARNING = "warning", Text("疑点（须说明）", "warning")
    NOTE = "note", Text("提示", "note")

    def __init__(self, id: str, term: Text) -> None:
        self.id = id
        self.term = term


@shown_briefly
class Sort(enum.Enum):
    """Which sort of file an example is a part of."""

    REPORT = "report", Text("报告", "report")
    REVIEW = "review", Text("复核意见", "review")
    TARGETS = "targets", Text("目标文件", "target file")
    CATALOGUE = "catalogue", Text("指标目录", "catalogue")
    DOCUMENT = "document", Text("文件说明", "document file")
    WEIGHTS = "weights", Text("权重文件", "weights file")
    FILE = "file", Text("文件本身", "the file itself")

    def __init__(self, id: str, term: Text) -> None:
        self.id = id
        self.term = term


@shown_briefly
class Example(NamedTuple):
    """A part of a file that gives rise to a diagnostic, and the same part fixed.

    Both are YAML: of ``FILE`` the whole file, else the keys at the top of a file of this sort that
    matter here. What cannot be shown is told in words: bytes that are not UTF-8, a file that is too
    large. ``beside`` are the keys of the report that a review is read with, ``given`` is what else
    it takes.
    """

    fails: str | Text
    passes: str | Text
    sort: Sort = Sort.REPORT
    beside: str = ""
    given: Text | None = None


@shown_briefly
class DiagnosticKind(NamedTuple):
    """One kind of diagnostic: its id, how much it weighs, what happened and how to fix it.

    ``message`` and ``fix`` are templates; the module that raises the kind fills them. ``example``
    is run by the tests: what fails raises the kind, what passes does not. ``always_told``: no run can be
    asked to leave it out, since it says what was not judged.
    """

    id: str
    severity: Severity
    message: Text
    fix: Text
    example: Example
    always_told: bool = False


@shown_briefly
class Place(NamedTuple):
    """Where a value stands in a file. ``line`` and ``column`` count characters from 1;
    ``width`` is the number of characters to underline on that line.

    In a workbook ``sheet`` is the name of the sheet; ``line`` and ``column`` are those of the cell.
    ``name`` is what it is called in what is no file: the keys that lead there, or the row of a table.
    """

    line: int
    column: int
    width: int = 1
    sheet: str = ""
    name: str = ""

    def __str__(self) -> str:
        """Return the place as people look for it: ``7:22``, or ``指标!E7`` in a workbook, or its name."""
        return self.name or (
            f"{self.sheet}!{letters(self.column)}{self.line}" if self.sheet else f"{self.line}:{self.column}"
        )

    @property
    def words(self) -> Text:
        """Return the place as a sentence names it: a line, or the cell of a workbook."""
        return Text.same(str(self)) if self.sheet or self.name else _LINE.format(line=self.line)


_LINE = Text("第{line}行", "line {line}")


def letters(column: int) -> str:
    """Return the letters of a column of a workbook, counted from 1: A, B … Z, AA and so on."""
    written = ""
    while column > 0:
        column, digit = divmod(column - 1, 26)
        written = chr(ord("A") + digit) + written
    return written


def located(path: str, place: Place | None) -> str:
    """Return a path with the place in the file, where there is one: ``report.yaml:7:22``."""
    return f"{path}:{place}" if place else path


def _nowhere(_at: Path) -> Place | None:
    return None


def _no_line(_number: int) -> str:
    return ""


@shown_briefly
class SourceFile(NamedTuple):
    """A file that was read: its path as given, its digest, and where things stand in it.

    ``find`` gives the place of the nearest value on a symbolic path, ``line`` the text of a line.
    ``is_headed``: values stand under headings, not keys.
    """

    path: str
    sha256: str | None = None
    find: Callable[[Path], Place | None] = _nowhere
    line: Callable[[int], str] = _no_line
    is_headed: bool = False


@shown_briefly
class Diagnostic(NamedTuple):
    """A diagnostic on one file. ``place`` is known at once to a reader; a judge gives only ``at``.

    ``values`` fill the sentences of the kind, which are put together only where somebody looks.
    ``source`` is the file it is about, where that is another than the one it is listed with.
    """

    kind: DiagnosticKind
    values: Mapping[str, object]
    at: Path = ()
    place: Place | None = None
    source: SourceFile | None = None

    @property
    def message(self) -> Text:
        """What happened."""
        return self.kind.message.format(**self._shown())

    @property
    def fix(self) -> Text:
        """How to fix it."""
        return self.kind.fix.format(**self._shown())

    def _shown(self) -> dict[str, object]:
        """Return what fills the sentences; of a very long text only the beginning."""
        return {key: _clipped(value) for key, value in self.values.items()}

    def about(self, source: SourceFile) -> "Diagnostic":
        """Return the diagnostic as one on another file than that it is listed with."""
        return self._replace(source=source)

    def found_in(self, file: SourceFile) -> tuple[SourceFile, Place | None]:
        """Return the file the diagnostic is about, and where; ``file`` is the one it is listed with."""
        source = self.source or file
        return source, self.place or source.find(self.at)

    def located_in(self, file: SourceFile) -> "Diagnostic":
        """Return the diagnostic with its file and its place; ``file`` is the one it is listed with."""
        source, place = self.found_in(file)
        return self._replace(source=source, place=place)

    @property
    def is_error(self) -> bool:
        """Whether the file cannot be relied on as it stands."""
        return self.kind.severity is Severity.ERROR


_MOST_SHOWN = 300
"""Characters of one text of a file that a sentence holds at most: more than any list of ours."""


def _clipped(value: object) -> object:
    long = isinstance(value, str) and len(value) > _MOST_SHOWN
    return f"{str(value)[:_MOST_SHOWN]}…" if long else value


def diagnose(
    kind: DiagnosticKind, at: Path = (), place: Place | None = None, /, **values: object
) -> Diagnostic:
    """Make a diagnostic of ``kind``, its sentences to be filled with ``values``."""
    return Diagnostic(kind, values, at, place)


def written(at: Path) -> str:
    """Write a symbolic place as people read it: ``observations.gdp.items[0].name``."""
    parts = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in at)
    return "".join(parts).removeprefix(".")
