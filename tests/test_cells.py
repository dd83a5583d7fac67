"""Dirty cells, as tables really carry them: what each is read for, and what is said of it.

``cells.yaml`` is the table: under each heading, a cell, the indicator it is of, and the unit beside it where
there is one; then what it is read for, and the ids of what is said with the first message. Nothing
that can be read in two ways is read. The same must come of a cell in every sort of file. Of a number in a
workbook it says what is stored and the number format, what that shows, and what is read.
"""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

import pytest
import yaml

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.reports import Observation
from hubei_digecon.domain.words import Status
from hubei_digecon.load.document import Document, parsed
from hubei_digecon.load.faults import InputError, RefusedInput, accepted
from hubei_digecon.load.readers import READERS
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.arrow.packing import packed
from hubei_digecon.load.tables.csv import tabled
from hubei_digecon.load.tables.workbook.cells import At, Held
from hubei_digecon.load.tables.workbook.formats import format_of
from hubei_digecon.load.tables.workbook.reading import held_against
from hubei_digecon.load.tables.workbook.sheets import SheetRead, WorkbookRead
from hubei_digecon.load.tables.workbook.styles import CellStyle, Styles
from hubei_digecon.load.tables.workbook.values import SheetCells
from hubei_digecon.quantity.numbers import Interval, plain
from hubei_digecon.shapes.columns import VALUE

from .building import LIBRARY
from .conftest import matches_golden
from .reports_as_rows import table_of
from .workbooks import cell_of, form, opened, patched, saved

TABLE = Path(__file__).with_name("cells.yaml")
GROUPS: dict[str, list[dict[str, Any]]] = yaml.safe_load(TABLE.read_text("utf-8"))
CELLS = [cell for cells in GROUPS.values() for cell in cells if "cell" in cell]
STORED = [cell for cells in GROUPS.values() for cell in cells if "stored" in cell]
GIVEN = ("cell", "of", "unit")
ENTITY = "wuhan-east-lake"


def in_yaml(cell: str, of: str, unit: str | None) -> list[Document | RefusedInput]:
    """Return a report in YAML with one cell in it."""
    observation = {"value": cell, **({"unit": unit} if unit else {})}
    kind = "state" if LIBRARY.catalogue.indicators[of].unit is None else "value"
    written = {kind if key == "value" else key: value for key, value in observation.items()}
    head = f"entity: {ENTITY}\nperiod: 2025\nsubmitted: {{by: 示例单位, date: 2026-01-20}}\n"
    text = f"{head}observations: {{{of}: {json.dumps(written)}}}\n"
    return [parsed(Source("report.yaml", text, ""))]


def in_json(cell: str, of: str, unit: str | None) -> list[Document | RefusedInput]:
    """Return the same report in JSON."""
    (document,) = in_yaml(cell, of, unit)
    assert isinstance(document, Document)
    return [parsed(Source("report.json", json.dumps(document.root), ""))]


def in_csv(cell: str, of: str, unit: str | None) -> list[Document | RefusedInput]:
    """Return a CSV table with the one cell in it."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(["entity", "period", "submitted.by", "submitted.date", "indicator", "value", "unit"])
    writer.writerow([ENTITY, "2025", "示例单位", "2026-01-20", of, cell, unit or ""])
    return tabled(Source("report.csv", written.getvalue(), ""), LIBRARY)


def in_parquet(cell: str, of: str, unit: str | None) -> list[Document | RefusedInput]:
    """Return a table of Arrow with the one cell in it."""
    head = {"entity": ENTITY, "period": "2025", "submitted.by": "示例单位", "submitted.date": "2026-01-20"}
    rows = table_of([{**head, "indicator": of, "value": cell, "unit": unit or ""}])
    return list(READERS["parquet"].documents("report.parquet", packed(rows), LIBRARY))


@cache
def _form_with(of: str) -> bytes:
    """Return the workbook form of the place, its value and unit of one indicator to be replaced."""
    workbook = opened(form(ENTITY))
    cell_of(workbook, of, "value").value = "THE VALUE"
    if LIBRARY.catalogue.indicators[of].unit is not None:
        cell_of(workbook, of, "unit").value = "THE UNIT"
    return saved(workbook)


def in_xlsx(cell: str, of: str, unit: str | None) -> list[Document | RefusedInput]:
    """Return the workbook form with the one cell in it, as text."""

    def typed(strings: str) -> str:
        return strings.replace("THE VALUE", escape(cell)).replace("THE UNIT", escape(unit or ""))

    with TemporaryDirectory() as folder:
        path = Path(folder) / "form.xlsx"
        path.write_bytes(patched(_form_with(of), (r"xl/(?:sharedStrings|worksheets/sheet\d+)\.xml", typed)))
        return list(READERS["xlsx"].documents(str(path), path.read_bytes(), LIBRARY))


WRITERS = {"yaml": in_yaml, "json": in_json, "csv": in_csv, "xlsx": in_xlsx, "parquet": in_parquet}


def test_every_sort_of_file_is_tried() -> None:
    assert set(READERS) == set(WRITERS)


def outcome(documents: list[Document | RefusedInput]) -> dict[str, Any]:
    """Return what came of the one cell: what it was read for, and what was said."""
    (document,) = documents
    try:
        assert isinstance(document, Document)
        report = accepted(read_report(document, LIBRARY))
    except InputError as error:
        return told(error.faults)
    observation = next(iter(report.observations.values()), None)
    status = observation.status if observation else Status.UNSTATED
    settled = {} if status is Status.UNSTATED else {"status": status.id}
    return {"reads": reading(observation), **settled, **told(report.diagnostics)}


def reading(observation: Observation | None) -> str:
    """Return a value as it was understood, with the interval that it asserts."""
    if observation is None:
        return "nothing"
    if observation.state:
        return observation.state.id
    if observation.missing:
        return f"missing: {observation.missing.id}"
    assert observation.quantity is not None
    quantity = observation.quantity
    return f"{quantity.shown.en}: {asserted(quantity.interval_in(quantity.unit))}"


def asserted(interval: Interval) -> str:
    """Return an interval as mathematics writes it."""
    low = "…" if interval.low is None else plain(interval.low)
    high = "…" if interval.high is None else plain(interval.high)
    if low == high and interval.low is not None:
        return f"exactly {low}"
    begin = "(" if interval.low is None or interval.low_open else "["
    return f"{begin}{low}, {high}{')' if interval.high is None or interval.high_open else ']'}"


def told(said: tuple[Diagnostic, ...]) -> dict[str, Any]:
    """Return the ids of diagnostics, and the first one in full."""
    about = [one for one in said if one.kind.id not in ("scope-unstated", "counting-unstated")]
    if not about:
        return {}
    return {"says": [one.kind.id for one in about], "message": about[0].message.zh, "fix": about[0].fix.zh}


def as_shown(cell: dict[str, str]) -> dict[str, Any]:
    """Return what a number with a format shows in a row of a unit, and what it is read as."""
    given = {key: cell[key] for key in ("stored", "format", "unit")}
    sheet = SheetRead("a", is_hidden=False)
    style = CellStyle(format_of(cell["format"]))
    cells = SheetCells(WorkbookRead((sheet,), Styles([style]), since_1904=False), sheet, [])
    read = cells.read(At(0, 0), Held("n", cell["stored"]), VALUE, cell["unit"])
    shown = held_against(style.format, Decimal(cell["stored"]), cell["unit"]).text
    reads = {} if read is None else {"reads": str(read)}
    said = [one.kind.id for one in cells.faults] + ["shown-rounded"] * len(cells.rounded)
    return {**given, "shown": shown, **reads, **({"says": said} if said else {})}


def rows(writer: str) -> Iterator[str]:
    """Return the lines of the table, as this sort of file makes them."""
    for title, cells in GROUPS.items():
        yield f"{title}:"
        for cell in cells:
            if "stored" in cell:
                yield "- " + json.dumps(as_shown(cell), ensure_ascii=False)
                continue
            given = {key: cell[key] for key in GIVEN if key in cell}
            came = outcome(WRITERS[writer](cell["cell"], cell["of"], cell.get("unit")))
            yield "- " + json.dumps({**given, **came}, ensure_ascii=False)


QUICK = [writer if writer != "xlsx" else pytest.param("xlsx", marks=pytest.mark.heavy) for writer in WRITERS]


@pytest.mark.parametrize("writer", QUICK)
def test_every_cell_is_read_and_told_as_the_table_says(writer: str) -> None:
    matches_golden("\n".join(rows(writer)) + "\n", TABLE)


@pytest.mark.parametrize("cell", CELLS[::9], ids=lambda cell: ascii(cell["cell"]))
def test_a_cell_of_a_workbook_is_read_and_told_as_one_of_a_text(cell: dict[str, str]) -> None:
    given = cell["cell"], cell["of"], cell.get("unit")
    assert outcome(in_xlsx(*given)) == outcome(in_yaml(*given))


def test_the_table_is_as_large_as_the_dirt_is_varied() -> None:
    assert len({(cell["cell"], cell["of"], cell.get("unit")) for cell in CELLS}) == len(CELLS) >= 200


def test_formats_of_workbooks_are_in_the_table() -> None:
    assert len({(cell["stored"], cell["format"], cell["unit"]) for cell in STORED}) == len(STORED) >= 120


@pytest.mark.parametrize(
    "word",
    [
        *("左右", "以上", "超", "突破", "近", "约", "累计", "新增", "预计"),
        *("亿元", "万元", "万亿元", "%", "百分点", "家", "户", "个", "项", "１", "增长"),
    ],
)
def test_each_sort_of_dirt_is_in_the_table(word: str) -> None:
    assert any(word in cell["cell"] or word in cell.get("unit", "") for cell in CELLS)
