"""The table of one report: a row a finding, what was reported beside what was verified and decided on."""

from collections.abc import Callable

from ...domain.findings import Finding
from ...quantity.numbers import plain
from ...text import Text
from ..document import Column, Table, Value
from ..findings import (
    EVIDENCE,
    GAP,
    INDICATOR,
    NUMBER,
    OUTCOME,
    RATE,
    JudgedFinding,
    decided_cell,
    evidence_cell,
    gap_cell,
    mark_of,
    outcome_cell,
    rate_cell,
    reported_cell,
    required_cell,
)
from ..view import View
from .words import DECIDED, QUOTED, REPORTED, TABLE, VERIFIED, WANTED


def findings_table(
    rows: tuple[JudgedFinding, ...], legend: tuple[Text, ...] = ()
) -> Table[JudgedFinding] | None:
    """Return the table of the findings of a report; ``None`` where nothing was judged."""
    return Table(TABLE, COLUMNS, rows, named_by=1, legend=legend) if rows else None


def _of(cell: Callable[[Finding, View], Value]) -> Callable[[JudgedFinding, View], Value]:
    return lambda row, view: cell(row.finding, view)


def _indicator(finding: Finding, view: View) -> str:
    return view.say(finding.target.indicator.short)


def _required(finding: Finding, view: View) -> tuple[str, ...]:
    """Return the target, and below it the words that it was published in."""
    return required_cell(finding, view), view.say(QUOTED, wording=finding.target.source.wording)


def _verified(finding: Finding, _view: View) -> str:
    verified = finding.verified
    return "" if verified is None else f"{plain(verified)}{finding.target.unit or ''}"


COLUMNS: tuple[Column[JudgedFinding], ...] = (
    Column("number", NUMBER, lambda row, _: row.number, role="short"),
    Column("indicator", INDICATOR, _of(_indicator), role="name"),
    Column("required", WANTED, _of(_required), role="name"),
    Column("observed", REPORTED, _of(reported_cell), role="number"),
    Column("verified", VERIFIED, _of(_verified), role="number"),
    Column("decided_on", DECIDED, _of(decided_cell), role="number"),
    Column("gap", GAP, _of(gap_cell), role="number"),
    Column("attainment", RATE, _of(rate_cell), role="number"),
    Column("outcome", OUTCOME, _of(outcome_cell), role="short", mark=lambda row: mark_of(row.finding)),
    Column("evidence", EVIDENCE, _of(evidence_cell), role="short"),
)
"""The columns of the table of findings on a page."""
