"""The table of one report: a row a finding, what was reported beside what was verified and decided on."""

from collections.abc import Iterator

from ...exact import plain
from ...findings import Assessment, Finding
from ..parts import COLUMNS, decided_cell, gap_cell, rate_cell, reported_cell, required_cell
from ..view import View
from .model import Cell, Column, Table
from .said import outcome_in_short
from .words import DECIDED, QUOTED, REPORTED, TABLE, VERIFIED, WANTED

NOTHING = "–"

_NUMBER, _INDICATOR, _, _, _GAP, _RATE, _OUTCOME, _EVIDENCE = COLUMNS
_HEADINGS = (
    (_NUMBER, "short"),
    (_INDICATOR, "name"),
    (WANTED, "name"),
    (REPORTED, "number"),
    (VERIFIED, "number"),
    (DECIDED, "number"),
    (_GAP, "number"),
    (_RATE, "number"),
    (_OUTCOME, "short"),
    (_EVIDENCE, "short"),
)
_NAMED_BY = 1


def table_of(assessment: Assessment, view: View) -> Table | None:
    """Return the table of a report; ``None`` where nothing was judged."""
    if not assessment.findings:
        return None
    columns = tuple(Column(view.say(heading), kind) for heading, kind in _HEADINGS)
    rows = tuple(tuple(cells_of(number, one, view)) for number, one in enumerate(assessment.findings, 1))
    return Table(view.say(TABLE), columns, rows, _NAMED_BY)


def cells_of(number: int, finding: Finding, view: View) -> Iterator[Cell]:
    """Return a finding as cells, one under each heading."""
    unit = finding.target.unit or ""
    yield _cell(str(number))
    yield _cell(view.say(finding.target.indicator.short))
    yield _cell(required_cell(finding, view), view.say(QUOTED, wording=finding.target.source.wording))
    yield _cell(reported_cell(finding, view))
    yield _cell("" if finding.verified is None else f"{plain(finding.verified)}{unit}")
    yield _cell(decided_cell(finding, view))
    yield _cell(gap_cell(finding, view))
    yield _cell(rate_cell(finding, view))
    yield Cell((outcome_in_short(finding, view),), finding.outcome.id)
    yield _cell(view.say(finding.backing) if finding.backing else "")


def _cell(*lines: str) -> Cell:
    return Cell(tuple(line for line in lines if line) or (NOTHING,))
