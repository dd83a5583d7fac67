"""Tables of the reports of any number of made-up places for any number of periods, as Parquet and as CSV.

What stands in them repeats no more than in real ones: each report has its own titles and notes, each place
its own figures, which grow a little from period to period.
"""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from .drafts import SCOPES
from .places import Aim, Place

PERIODS = tuple(
    f"{year}-M{month:02}" if month < 12 else str(year) for year in range(2021, 2026) for month in range(1, 13)
)
"""Sixty periods: the months of five years, counted from their beginning."""

HEADINGS = (
    "entity", "period", "submitted_by", "submitted_date", "submitted_revision", "illustrative", "indicator",
    "value", "unit", "status", "scope", "counting", "source", "note",
)  # fmt: skip

_AT_ONCE = 100_000
"""Rows that are put into one row group, each time in another order."""

_ROWS_OF_CSV = 10_000
"""Rows of one CSV file, which may hold 200 000 cells."""

_OBSERVATIONS = 8
_BESIDE = (
    Aim("gigabit_users", 150, "万户"),
    Aim("electronics_manufacturing_scale", 300, "亿元"),
    Aim("online_retail_sales", 400, "亿元"),
    Aim("software_industry_scale", 300, "亿元"),
)
_DECIMALS = {"%": 1, "亿元": 2, "万户": 1, "家": 0}

Row = tuple[str | None, ...]


def rows_of(places: Sequence[Place], periods: Sequence[str]) -> Iterator[Row]:
    """Return the rows of the reports of places for periods, :data:`_OBSERVATIONS` each."""
    for number, place in enumerate(places):
        random = Random(place.entity)
        aims = (*place.aims, *place.context, *_BESIDE)[: _OBSERVATIONS - len(place.milestones)]
        starts = {aim.indicator: aim.line * random.uniform(0.75, 1.1) for aim in aims}
        for step, period in enumerate(periods):
            head = (place.entity, period, f"示例单位{number}", _day_after(period), "1", "true")
            for aim in aims:
                value = f"{starts[aim.indicator] * (1 + step * 0.002):.{_DECIMALS[aim.unit]}f}"
                scope, counting = SCOPES.get(aim.indicator), "cumulative" if aim.unit == "家" else None
                source = f"Yearbook {number} of {period}"
                note = f"Table {step}-{number}, {aim.indicator}, {random.randrange(10**6)}"
                yield (*head, aim.indicator, value, aim.unit, "final", scope, counting, source, note)
            for milestone in place.milestones:
                yield (*head, milestone, "partial", *(None,) * 6)


def _day_after(period: str) -> str:
    year, _, month = period.partition("-M")
    return f"{year}-{int(month) + 1:02}-20" if month else f"{int(year) + 1}-01-20"


def write_parquet(places: Sequence[Place], periods: Sequence[str], path: Path) -> int:
    """Write the reports into a Parquet file whose rows are in no order; return how many rows it has."""
    import pyarrow
    from pyarrow import parquet

    schema = pyarrow.schema([(heading, pyarrow.string()) for heading in HEADINGS])
    shuffle, rows, waiting = Random(1).shuffle, 0, list[Row]()

    def write() -> None:
        shuffle(waiting)
        columns = [pyarrow.array(cells, pyarrow.string()) for cells in zip(*waiting, strict=True)]
        writer.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
        waiting.clear()

    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for row in rows_of(places, periods):
            waiting.append(row)
            rows += 1
            if len(waiting) == _AT_ONCE:
                write()
        if waiting:
            write()
    return rows


def write_csv(places: Sequence[Place], periods: Sequence[str], folder: Path) -> int:
    """Write the reports into CSV files of whole reports in a new folder; return how many rows they have."""
    folder.mkdir()
    per_file = _ROWS_OF_CSV // (len(periods) * _OBSERVATIONS) or 1
    rows = 0
    for first in range(0, len(places), per_file):
        with (folder / f"{first:05}.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(HEADINGS)
            for row in rows_of(places[first : first + per_file], periods):
                table.writerow("" if cell is None else cell for cell in row)
                rows += 1
    return rows
