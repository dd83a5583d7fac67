"""The scoreboard in CSV with a byte order mark, by which Excel knows that it is UTF-8."""

from ...scoreboard.board import Scoreboard
from ..csv_bom import MARK
from ..view import View
from . import csv


def scored(board: Scoreboard, view: View) -> str:
    """Return the scoreboard as CSV with a byte order mark."""
    return MARK + csv.scored(board, view)
