"""The scoreboard for people at a terminal: as many columns side by side as there is room for."""

from collections.abc import Iterable, Iterator, Sequence

from rich.cells import cell_len
from rich.table import Table

from ...scoreboard import recipe
from ...scoreboard.board import Scoreboard
from ...text import Text
from ..escape import visible
from ..sheet import Sheet, shown
from ..view import View
from ..wrap import wrapped
from .words import (
    ILLUSTRATIVE,
    REMARKS,
    TITLE,
    columns_of,
    ends,
    files_of,
    name_cell,
    rank_notes,
    recipe_lines,
    rows_of,
    subtitle,
    verdict_cell,
    verdict_in_short,
    where,
)

_MOST, _MOST_OF_NAME = 24, 28
"""Columns of the terminal that a cell takes at most; longer ones are folded."""

_LEAST = 6
"""Columns that a heading in Chinese gets even where the cells below it are narrower."""

LINE = Text("{name}：{verdict}", "{name}: {verdict}")


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard as text for a terminal; quiet, a line a place."""
    if view.quiet:
        return "".join(f"{visible(line)}\n" for line in _lines(board, view))
    sheet = Sheet(view)
    sheet.line(view.say(TITLE), style="bold")
    sheet.line(subtitle(board, view))
    if board.illustrative:
        sheet.prose(view.say(ILLUSTRATIVE), style="magenta")
    for table in _tables(board, view):
        sheet.line("")
        sheet.draw(table)
    _remarks(sheet, board)
    sheet.section(recipe.TITLE)
    for line in (*recipe_lines(board, view), *rank_notes(board, view)):
        sheet.prose(line)
    sheet.line("")
    for line in ends(board, view):
        sheet.prose(line, style="bold")
    return sheet.text


def _remarks(sheet: Sheet, board: Scoreboard) -> None:
    """Print what there is to say of files: those that were not read, then all others."""
    files = files_of(board)
    if any(one.diagnostics for one in files):
        sheet.section(REMARKS)
    for one in files:
        sheet.remarks(one.source, one.diagnostics)


def _tables(board: Scoreboard, view: View) -> Iterator[Table]:
    """Return the columns in as many tables as they take, each with the names of the places."""
    columns, rows = columns_of(board), rows_of(board, view)
    headings = [view.say(column.heading) for column in columns]
    widths = [_width(heading, (row[index] for row in rows)) for index, heading in enumerate(headings)]
    widths[0] = max(min(max(cell_len(visible(row[0])) for row in rows), _MOST_OF_NAME), _LEAST)
    for group in _groups(widths, view.width):
        table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
        for index in group:
            table.add_column(
                shown("\n".join(wrapped(headings[index], widths[index]))),
                width=widths[index],
                overflow="fold",
                justify="right" if columns[index].number else "left",
                header_style="bold",
            )
        for row in rows:
            table.add_row(*(shown("\n".join(wrapped(row[index], widths[index]))) for index in group))
        yield table


def _width(heading: str, cells: Iterable[str]) -> int:
    """Return what a column takes: its widest cell, within bounds, and no less than a word of its heading."""
    widest = max((cell_len(visible(cell)) for cell in cells), default=0)
    return max(min(widest, _MOST), max(cell_len(word) for word in _words(heading)))


def _words(heading: str) -> Iterator[str]:
    """Return what stays together in a heading: a word, or as many Chinese characters as stand well."""
    for word in heading.split():
        yield from (word,) if word.isascii() else wrapped(word, _LEAST)


def _groups(widths: Sequence[int], width: int) -> Iterator[list[int]]:
    """Return which columns stand side by side: the first in every group, the others in turn."""
    group, room = [0], width - widths[0]
    for index in range(1, len(widths)):
        needed = widths[index] + 1
        if needed > room and len(group) > 1:
            yield group
            group, room = [0], width - widths[0]
        group.append(index)
        room -= needed
    yield group


def _lines(board: Scoreboard, view: View) -> Iterator[str]:
    for row in board.rows:
        yield view.say(LINE, name=name_cell(row, view), verdict=verdict_cell(row, view))
    for one in board.unread:
        yield view.say(LINE, name=where(one), verdict=verdict_in_short(one, view))
    yield from ends(board, view)
