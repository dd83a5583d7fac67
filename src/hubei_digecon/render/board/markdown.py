"""The scoreboard in Markdown: the table, the remarks on files, the recipe."""

from collections.abc import Iterator

from ...scoreboard import recipe
from ...scoreboard.board import Scoreboard
from ..escape import markdown_text
from ..markdown import heading, page, remark_items, table_rows
from ..view import View
from .words import (
    ILLUSTRATIVE,
    REMARKS,
    TITLE,
    columns_of,
    ends,
    files_of,
    rank_notes,
    recipe_lines,
    rows_of,
    subtitle,
)


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard as a page; quiet, without the remarks on files."""
    sections = [list(_top(board, view)), *_beside(board, view), list(_recipe(board, view))]
    return page([*sections, *_ends(board, view)])


def _top(board: Scoreboard, view: View) -> Iterator[str]:
    yield from (heading(2, view.say(TITLE)), "", markdown_text(subtitle(board, view)), "")
    if board.illustrative:
        yield from (f"> {markdown_text(view.say(ILLUSTRATIVE))}", "")
    columns = columns_of(board)
    yield from table_rows(
        [view.say(column.heading) for column in columns],
        rows_of(board, view),
        {index for index, column in enumerate(columns) if column.number},
    )


def _beside(board: Scoreboard, view: View) -> Iterator[list[str]]:
    """Return the remarks on files as a section; none where there are none."""
    lines = [line for one in files_of(board) for line in remark_items(one.diagnostics, one.source, view)]
    if lines and not view.quiet:
        yield [heading(3, view.say(REMARKS)), "", *lines]


def _recipe(board: Scoreboard, view: View) -> Iterator[str]:
    yield from (heading(3, view.say(recipe.TITLE)), "")
    yield from (f"- {markdown_text(line)}" for line in (*recipe_lines(board, view), *rank_notes(board, view)))


def _ends(board: Scoreboard, view: View) -> Iterator[list[str]]:
    return ([f"**{markdown_text(line)}**"] for line in ends(board, view))
