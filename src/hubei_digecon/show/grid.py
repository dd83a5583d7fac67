"""A table on a terminal: columns side by side where they fit, else a block of labels and values a row."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..text import Text
from .document import AnyTable, Cell, Role
from .escape import visible
from .view import View
from .wrap import columns, widest_piece, wrapped

LABELLED = Text("{label}：{value}", "{label}: {value}")
HEADING = "heading"
"""The mark of what is a heading; other marks are outcomes."""

_LEAST = 10
"""Columns that words get at least, so that a table does not become a row of narrow strips."""

_MOST_LINES = 4
"""Lines that a cell takes at most; where one takes more, the table is stacked."""

_WHOLE: set[Role] = {"number", "short", "digest", "id"}
"""What is in columns that are never broken."""


class Marked(NamedTuple):
    """A part of a line, and the outcome that it is coloured like; or that it is a heading."""

    text: str
    mark: str = ""


Line = list[Marked]
"""The parts of one line."""


def lines_of(table: AnyTable, view: View) -> Iterator[Line]:
    """Return the lines of a table, none wider than the view; none at all of what can be spared there."""
    headings, rows = table.headings(view), table.cells(view)
    roles = [column.role for column in table.columns]
    widths = widths_of(headings, rows, roles, view.width)
    if widths is None and table.spare and not view.verbose:
        return
    if widths is None:
        yield from _stacked(table, headings, rows, view)
        return
    gap = "  " if sum(widths) + 2 * (len(widths) - 1) <= view.width else " "
    heads = [_broken((heading,), width) for heading, width in zip(headings, widths, strict=True)]
    tallest = max(map(len, heads))
    raised = [[""] * (tallest - len(lines)) + lines for lines in heads]
    yield from _side_by_side(raised, [HEADING] * len(heads), widths, roles, gap)
    for row in rows:
        cells = [_broken(cell.lines, width) for cell, width in zip(row, widths, strict=True)]
        yield from _side_by_side(cells, [cell.mark for cell in row], widths, roles, gap)


def widths_of(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], roles: Sequence[Role], width: int
) -> list[int] | None:
    """Return the columns of the terminal that each column takes; ``None`` where they do not fit.

    Numbers, and whatever is not broken, get what they need. The others share what is left, the narrow ones
    first, and what then is left goes to headings that are wider than what stands below them.
    """
    texts = [[visible(line) for row in rows for line in row[at].lines] for at in range(len(headings))]
    least = [
        _least(heading, column, role) for heading, column, role in zip(headings, texts, roles, strict=True)
    ]
    room = width - (len(headings) - 1)
    if sum(least) > room:
        return None
    widths = _shared([max(map(columns, column), default=0) for column in texts], least, room)
    widths = _shared(list(map(columns, headings)), widths, room)
    tallest = (_lines(text, at) for column, at in zip(texts, widths, strict=True) for text in column)
    return widths if max(tallest, default=1) <= _MOST_LINES else None


def _least(heading: str, texts: Iterable[str], role: Role) -> int:
    """Return the least that a column can take: a whole number, a word of the heading."""
    column = list(texts)
    whole = max(map(columns, column), default=0)
    words = max(map(widest_piece, column), default=0)
    needed = whole if role in _WHOLE else max(words, min(whole, _LEAST))
    return max(widest_piece(heading), needed)


def _shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Return what each column gets of ``room``: what it wants, or as many as all others that want more."""

    def raised(most: int) -> list[int]:
        return [max(had, min(want, most)) for had, want in zip(least, wanted, strict=True)]

    most = bisect_right(range(room + 1), room, key=lambda most: sum(raised(most))) - 1
    return raised(max(most, 0))


def _lines(text: str, width: int) -> int:
    return 1 if columns(text) <= width else len(list(wrapped(text, width)))


def _broken(lines: Iterable[str], width: int) -> list[str]:
    """Return the lines of a cell broken into lines of a column."""
    shown = map(visible, lines)
    return [part for line in shown for part in ([line] if columns(line) <= width else wrapped(line, width))]


def _side_by_side(
    cells: Sequence[Sequence[str]],
    marks: Sequence[str],
    widths: Sequence[int],
    roles: Sequence[Role],
    gap: str,
) -> Iterator[Line]:
    """Return the lines of one row."""
    for at in range(max(map(len, cells))):
        line: Line = []
        for lines, mark, width, role in zip(cells, marks, widths, roles, strict=True):
            text = lines[at] if at < len(lines) else ""
            blanks = " " * (width - columns(text))
            before, after = (blanks, "") if role == "number" else ("", blanks)
            line += (Marked(before), Marked(text, mark), Marked(after + gap))
        yield line


def _stacked(
    table: AnyTable, headings: Sequence[str], rows: Sequence[Sequence[Cell]], view: View
) -> Iterator[Line]:
    """Return a block a row: what names it, and below it the other cells, each with its label, as many on a
    line as fit. What is empty is left out.
    """
    names = [at for at, column in enumerate(table.columns) if column.role == "name"]
    name = names[0] if names else table.named_by
    for row in rows:
        head = " ".join(visible(line) for cell in row[: name + 1] for line in cell.lines)
        yield from ([Marked(line, HEADING)] for line in wrapped(head, view.width, hanging=2))
        labelled = list(zip(headings, row, strict=True))[name + 1 :]
        yield from _flowing([one for one in labelled if one[1].lines != (table.nothing(view),)], view)


def _flowing(labelled: Iterable[tuple[str, Cell]], view: View) -> Iterator[Line]:
    """Return labels with their values, set in, in lines of the width there is."""
    line: Line = []
    for label, cell in labelled:
        value = " ".join(map(visible, cell.lines))
        text = view.say(LABELLED, label=label, value=value)
        taken = sum(columns(part.text) for part in line)
        if line and taken + 2 + columns(text) > view.width:
            yield line
            line = []
        if columns(text) + 2 > view.width:
            yield from ([Marked(part, cell.mark)] for part in wrapped(text, view.width, 2, hanging=2))
        else:
            before = text[: len(text) - len(value)]
            line += (Marked("  "), Marked(before), Marked(value, cell.mark))
    if line:
        yield line
