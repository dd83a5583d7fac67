"""The trend in CSV (RFC 4180): a row a point, with what is known of its series.

The columns are those of the JSON form with nested parts spread out.
"""

from collections.abc import Iterator
from typing import Any

from ...shapes.trend_result import TrendBase, TrendChange, TrendPace, TrendResultPoint, TrendSeries
from ...trends.values import Trend
from ..csv import cell_of, csv_line
from ..records import Kind, kinds_of
from ..view import View
from .json import result

COLUMNS = (
    "entity",
    "indicator",
    "target",
    "document",
    "due",
    "comparator",
    "required",
    "unit",
    "base_period",
    "base_value",
    "base_source",
    "period",
    "value",
    "hedge",
    "status",
    "illustrative",
    "outcome",
    "change_absolute",
    "change_relative",
    "scheduled",
    "method",
    "ratio",
    "state",
    "reason",
    "months",
    "of",
    "breaks",
    "path",
    "line",
    "sheet",
)
"""Every column, in order. A row without a value has an empty cell."""


def trended(trend: Trend, view: View) -> str:
    """Return the trend as CSV; the view does not change it."""
    return "".join(map(csv_line, (COLUMNS, *(map(cell_of, row) for row in rows_of(trend)))))


def rows_of(trend: Trend) -> Iterator[list[object]]:
    """Return the rows, with a value in each column as the JSON form has it."""
    made = result(trend)
    rows = (_row(point, series, made.method) for series in made.series for point in series.points)
    return ([row.get(column) for column in COLUMNS] for row in rows)


def column_kinds() -> dict[str, Kind]:
    """Return what each column holds."""
    made = {
        **kinds_of(TrendSeries),
        **kinds_of(TrendPace),
        **kinds_of(TrendResultPoint),
        **kinds_of(TrendBase, {"base_period": "period", "base_value": "value", "base_source": "source"}),
        **kinds_of(TrendChange, {"change_absolute": "absolute", "change_relative": "relative"}),
        "breaks": Kind.LIST,
    }
    return {column: made[column] for column in COLUMNS}


def _row(point: TrendResultPoint, series: TrendSeries, method: str) -> dict[str, Any]:
    """Return what a point and its series say, by column."""
    made = {column: getattr(point, column, getattr(series, column, None)) for column in COLUMNS}
    for name, part in (("base", series.base), ("change", point.change)):
        fields = [column for column in COLUMNS if column.startswith(f"{name}_")]
        made |= {column: getattr(part, column.removeprefix(f"{name}_"), None) for column in fields}
    parts = ("ratio", "state", "reason", "months", "of")
    made |= {column: getattr(point.pace, column, None) for column in parts}
    broken = [one.kind for one in series.breaks if one.period == point.period]
    return made | {"method": method if point.pace else None, "breaks": broken}
