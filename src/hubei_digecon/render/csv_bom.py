"""CSV with a byte order mark before it, by which Excel knows it as UTF-8."""

from ..findings import Batch
from . import csv
from .view import View

MARK = "\ufeff"


def render(batch: Batch, view: View) -> str:
    """Return the batch as CSV, the mark before it."""
    return MARK + csv.render(batch, view)
