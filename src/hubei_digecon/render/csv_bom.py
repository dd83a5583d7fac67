"""CSV with a byte order mark before it, by which Excel knows it as UTF-8."""

from ..run import Run
from . import csv
from .view import View

MARK = "\ufeff"


def render(run: Run, view: View) -> str:
    """Return the run as CSV, the mark before it."""
    return MARK + csv.render(run, view)
