"""CSV in long form (RFC 4180): one row a finding, and one row for a report without findings.

The columns are those of the JSON result with nested parts spread out, so both always say the same.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from ..diagnostics import Severity
from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..judging.by_document import NOTHING_TO_JUDGE_BY
from ..shapes.result import (
    ResultAdjusted,
    ResultAssessment,
    ResultBase,
    ResultChange,
    ResultFinding,
    ResultNeeded,
    ResultRegister,
    ResultSource,
    ResultStanding,
)
from ..text import LANGS
from .escape import csv_cell
from .json import assessment_result
from .records import Kind, kinds_of
from .view import View

OF_A_REPORT = ("path", "entity", "period", "revision", "illustrative", "verdict")
COUNTED = {"errors": Severity.ERROR, "warnings": Severity.WARNING}
"""Columns that count the diagnostics on a report, with the severity that each counts."""

NESTED: dict[str, tuple[str, ...]] = {
    "decided_interval": ("decided_low", "decided_high"),
    "message": tuple(f"message_{lang}" for lang in LANGS),
    "needed": (*(f"needed_{lang}" for lang in LANGS), "needed_by", "needed_at"),
    "source": ("document", "paragraph", "wording"),
    "base": ("base_period", "base_value", "base_unit", "base_difference", "base_growth"),
    "adjusted": ("published", "adjusted_by", "adjusted_on", "adjustment"),
}
"""The columns of fields that have parts in the JSON result."""

OF_A_FINDING = tuple(
    name
    for field in fields(ResultFinding)
    if field.name != "register"
    for name in NESTED.get(field.name, (field.name,))
)
OF_A_REGISTER = {
    "register_records": "records",
    "register_eligible": "eligible",
    "register_in_question": "in_question",
    "register_complete": "complete",
    "register_not_counted": "not_counted",
}
"""Columns of what a register came to for the finding, with the fields that they hold."""

OF_A_CHANGE = {
    "change_since": "earlier_period",
    "change_from": "earlier",
    "change": "absolute",
    "change_unit": "unit",
    "change_relative": "relative",
    "change_reason": "reason",
}
"""Columns of the change of the indicator on the year before, with the fields that they hold."""

OF_A_STANDING = {
    "schedule_months": "months",
    "schedule_base": "base",
    "schedule_value": "scheduled",
    "schedule_ratio": "ratio",
    "schedule_word": "word",
    "schedule_reason": "reason",
}
"""Columns of how the target stands in a part of a year, with the fields that they hold."""

COLUMNS = (*OF_A_REPORT, *COUNTED, *OF_A_FINDING, *OF_A_CHANGE, *OF_A_STANDING, *OF_A_REGISTER)
"""Every column, in order."""

_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)
_QUOTED = re.compile(r'[",;|\t\r\n]|^\s|\s$')
"""Where a cell is quoted: also at signs that separate elsewhere, since programs guess by counting them."""


def part(assessment: Assessment, run: Run, view: View) -> str:
    """Return the rows of a report; the view does not change them."""
    return "".join(csv_line(map(cell_of, row)) for row in rows_of_report(assessment, run))


def whole(parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
    """Return the columns, then the rows of all reports."""
    yield csv_line(COLUMNS)
    yield from parts


def rows_of(run: Run) -> Iterator[list[object]]:
    """Return the rows, with a value in each column as the JSON result has it."""
    return (row for one in run.assessments for row in rows_of_report(one, run))


def rows_of_report(assessment: Assessment, run: Run) -> list[list[object]]:
    """Return the rows of one report of a run."""
    return list(_rows(assessment_result(assessment, run)))


def column_kinds() -> dict[str, Kind]:
    """Return what each column holds."""
    of_a_finding = kinds_of(ResultFinding)
    nested = {
        "needed": ResultNeeded,
        "source": ResultSource,
        "base": ResultBase,
        "adjusted": ResultAdjusted,
    }
    for field, columns in NESTED.items():
        kinds = list(kinds_of(nested[field]).values()) if field in nested else [of_a_finding[field]]
        parts = [kind for kind in kinds for _ in LANGS[: 2 if kind is Kind.TEXTS else 1]]
        of_a_finding |= dict(zip(columns, parts * len(columns), strict=False))
    made = {
        **kinds_of(ResultAssessment),
        **dict.fromkeys(COUNTED, Kind.INTEGER),
        **of_a_finding,
        **kinds_of(ResultChange, OF_A_CHANGE),
        **kinds_of(ResultStanding, OF_A_STANDING),
        **kinds_of(ResultRegister, OF_A_REGISTER),
    }
    return {column: made[column] for column in COLUMNS}


def csv_line(cells: Iterable[str]) -> str:
    """Return a row, with cells quoted where necessary."""
    return ",".join(_quoted(cell) if _QUOTED.search(cell) else cell for cell in cells) + "\n"


def _quoted(cell: str) -> str:
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'


def _rows(assessment: ResultAssessment) -> Iterator[list[object]]:
    report: list[object] = [getattr(assessment, name) for name in OF_A_REPORT]
    weights = [one.severity for one in assessment.diagnostics]
    report.extend(weights.count(severity.id) for severity in COUNTED.values())
    if not assessment.findings:
        yield [*report, *_without_findings(assessment)]
    changes = {one.indicator: one for one in assessment.changes}
    standing = {one.target: one for one in assessment.schedule}
    for finding in assessment.findings:
        change = _named(changes.get(finding.indicator), OF_A_CHANGE)
        stands = _named(standing.get(finding.target), OF_A_STANDING)
        registered = map(_counted, _named(finding.register, OF_A_REGISTER))
        yield [*report, *_spread(finding), *change, *stands, *registered]


def _named(value: object, columns: Mapping[str, str]) -> Iterator[object]:
    return (getattr(value, name) if value else None for name in columns.values())


def _without_findings(assessment: ResultAssessment) -> Iterator[object]:
    """Return the cells of a report without findings: where it could be read, why there are none."""
    why = next((one for one in assessment.diagnostics if one.id == NOTHING_TO_JUDGE_BY.id), None)
    said = {f"message_{lang}": why.message.pick(lang) for lang in LANGS} if why else {}
    return (said.get(name) for name in (*OF_A_FINDING, *OF_A_CHANGE, *OF_A_STANDING, *OF_A_REGISTER))


def _spread(finding: ResultFinding) -> Iterator[object]:
    for field in fields(ResultFinding):
        if field.name == "register":
            continue  # its columns stand last
        value = getattr(finding, field.name)
        if field.name not in NESTED:
            yield value
        else:
            yield from _parts(value, len(NESTED[field.name]))


def _parts(value: object, number: int) -> list[object]:
    """Return the parts of a value that has some: one a column."""
    if value is None:
        return [None] * number
    parts = value if isinstance(value, list) else [getattr(value, one.name) for one in fields(value)[:number]]  # type: ignore[arg-type]
    spread = [one for part in parts for one in (_parts(part, 2) if hasattr(part, "zh") else [part])]
    assert len(spread) == number
    return spread


def _counted(part: object) -> object:
    """Return numbers by what they count as a text; other values as they are."""
    return " ".join(f"{key}={number}" for key, number in part.items()) if isinstance(part, dict) else part


def cell_of(value: object) -> str:
    """Return a value as a cell: empty for ``None``, true and false as in JSON, lists separated by blanks."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return csv_cell(" ".join(value))
    text = str(value)
    return text if _NUMBER.fullmatch(text) else csv_cell(text)
