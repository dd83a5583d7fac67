"""The words of offices: what each is read for, or that it is asked about, in every sort of file.

``office_words.yaml`` is the table: under each key that a word can stand at, the words, and what they are read
for. A word that can mean two things ``asks``: what stands there counts as not given, and all else is judged.
"""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import Workbook

from hubei_digecon.domain.reports import NO_END, Observation, Report
from hubei_digecon.load.document import Document, parsed
from hubei_digecon.load.faults import InputError, RefusedInput, accepted
from hubei_digecon.load.readers import READERS
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.arrow.packing import packed
from hubei_digecon.load.tables.csv import tabled
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.shapes.columns import BY_KEY, ColumnLevel

from .building import LIBRARY
from .reports_as_rows import Cells, as_csv, table_of

TABLE = Path(__file__).with_name("office_words.yaml")
GROUPS: dict[str, list[dict[str, Any]]] = yaml.load(TABLE.read_text("utf-8"), yaml.CBaseLoader)  # all is text
ROWS = [(key, row) for key, rows in GROUPS.items() for row in rows]
HEAD = {"entity": "wuhan-wedz", "period": "2025", "submitted.by": "示例单位", "submitted.date": "2026-01-20"}
OF = {
    "state": "manufacturing_path",
    "counting": "attracted_top100_firms",
    "scope": "core_value_added",
}
PLATFORMS = "new_innovation_platforms"
USUAL = {
    INDICATOR_KINDS["amount"]: {"value": "410", "unit": "亿元"},
    INDICATOR_KINDS["share"]: {"value": "21.5", "unit": "%"},
    INDICATOR_KINDS["count"]: {"value": "7", "unit": "家"},
    INDICATOR_KINDS["milestone"]: {},
}
SAID_ANYHOW = {"scope-unstated", "counting-unstated", "estimated-value"}


def cells_of(key: str, row: dict[str, Any]) -> Cells:
    """Return the one row of a report that holds a word at a key."""
    of = row.get("of") or (PLATFORMS if key.startswith("item.") else OF.get(key, "gdp"))
    usual = USUAL[LIBRARY.catalogue.indicators[of].kind]
    item = {"item.name": "示例平台一"} if key.startswith("item.") else {}
    beside = row.get("beside", {})
    written = {"value" if key == "state" else key: row["written"]}
    return {
        key: text
        for key, text in (HEAD | {"indicator": of} | usual | item | beside | written).items()
        if text
    }


def as_tree(cells: Cells) -> dict[str, Any]:
    """Return the keys and values of a report that says the same."""
    tree: dict[str, Any] = {}
    of = cells["indicator"]
    observation: dict[str, Any] = {}
    for key, text in cells.items():
        column = BY_KEY[key]
        if column.level is ColumnLevel.ITEM:
            observation.setdefault("items", [{}])[0][column.path[0]] = text
        elif key != "indicator":
            node = tree if column.level is ColumnLevel.REPORT else observation
            milestone = LIBRARY.catalogue.indicators[of].kind.takes_state
            *steps, last = ("state",) if key == "value" and milestone else column.path
            for step in steps:
                node = node.setdefault(step, {})
            node[last] = text
    return tree | {"observations": {of: observation}}


def in_yaml(cells: Cells, _folder: Path) -> list[Document | RefusedInput]:
    text = yaml.safe_dump(as_tree(cells), allow_unicode=True, default_style='"')
    return [parsed(Source("report.yaml", text, ""))]


def in_json(cells: Cells, _folder: Path) -> list[Document | RefusedInput]:
    return [parsed(Source("report.json", json.dumps(as_tree(cells), ensure_ascii=False), ""))]


def in_csv(cells: Cells, _folder: Path) -> list[Document | RefusedInput]:
    return tabled(Source("report.csv", as_csv([cells], "zh"), ""), LIBRARY)


def in_xlsx(cells: Cells, folder: Path) -> list[Document | RefusedInput]:
    """Return a workbook with no more than the sheets that hold something."""
    workbook = Workbook()
    cover = workbook.active
    assert cover is not None
    cover.title = "封面"
    of_report, of_observation, of_item = (
        {key: text for key, text in cells.items() if BY_KEY[key].level is level} for level in ColumnLevel
    )
    for key in ("entity", "period", "submitted.by", "submitted.date", "submitted.revision"):
        cover.append([BY_KEY[key].heading.zh, of_report.get(key, "1")])
    _table(workbook, "表1 指标完成情况", {"value": ""} | of_observation)
    if of_item:
        _table(workbook, "表2-1 清单", of_item, ["指标名称", of_observation["indicator"]])
    path = folder / "form.xlsx"
    workbook.save(path)
    return list(READERS["xlsx"].documents(str(path), path.read_bytes(), LIBRARY))


def _table(workbook: Workbook, name: str, cells: Cells, above: list[str] | None = None) -> None:
    sheet = workbook.create_sheet(name)
    if above:
        sheet.append(above)
    sheet.append([BY_KEY[key].heading.zh for key in cells])
    sheet.append(list(cells.values()))


def in_parquet(cells: Cells, _folder: Path) -> list[Document | RefusedInput]:
    return list(READERS["parquet"].documents("report.parquet", packed(table_of([cells])), LIBRARY))


WRITERS: dict[str, Callable[[Cells, Path], list[Document | RefusedInput]]] = {
    "yaml": in_yaml,
    "json": in_json,
    "csv": in_csv,
    "xlsx": in_xlsx,
    "parquet": in_parquet,
}


def read(key: str, report: Report) -> str:
    """Return what a word at a key was read for; nothing where it counts as not given."""
    (observation,) = report.observations.values() or [None]
    if key in ("period", "submitted.date"):
        return str(report.period if key == "period" else report.submitted.date)
    if observation is None:
        return "nothing"
    return _read(key, observation) or "nothing"


def _read(key: str, observation: Observation) -> str:
    match key.split("."):
        case ["item", name]:
            found = getattr(observation.items[0], name)
            return "no end" if found == NO_END else getattr(found, "id", found and str(found))
        case ["value"] if observation.quantity:
            return f"{observation.quantity.shown.en} {observation.status.id}"
        case ["value" | "missing"]:
            return f"missing: {observation.missing.id}" if observation.missing else ""
        case ["figure_period"]:
            return str(observation.period)
        case ["scope"]:
            return observation.scope or ""
        case ["source", "dated"]:
            return str(observation.source.dated) if observation.source else ""
        case [name]:
            found = getattr(observation, name)
            return getattr(found, "id", "")
    raise LookupError(key)


def came_of(key: str, row: dict[str, Any], documents: list[Document | RefusedInput]) -> dict[str, Any]:
    """Return what came of a word, as the table has it."""
    (document,) = documents
    try:
        assert isinstance(document, Document)
        report = accepted(read_report(document, LIBRARY))
        reads, said = read(key, report), report.diagnostics
    except InputError as error:
        reads, said = "the report is returned", error.faults
    ids = [one.kind.id for one in said if one.kind.id not in SAID_ANYHOW]
    return {"reads": reads, **({"says": ids} if ids else {})}


@pytest.mark.heavy
@pytest.mark.parametrize("writer", WRITERS)
def test_every_word_is_read_or_asked_about_alike(writer: str, tmp_path: Path) -> None:
    wrong = []
    for key, row in ROWS:
        expected = {
            "reads": str(row.get("reads", "nothing")),
            **({"says": row["says"]} if "says" in row else {}),
        }
        came = came_of(key, row, WRITERS[writer](cells_of(key, row), tmp_path))
        if came != expected:
            wrong.append((key, row, came))
    assert wrong == []


def test_every_sort_of_file_is_tried() -> None:
    assert set(READERS) == set(WRITERS)


def _asked() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from ((key, row) for key, row in ROWS if "two-readings" in row.get("says", ()))


def test_what_is_asked_about_names_both_readings_in_both_languages(tmp_path: Path) -> None:
    tried = 0
    for key, row in _asked():
        (document,) = in_yaml(cells_of(key, row), tmp_path)
        assert isinstance(document, Document)
        report = accepted(read_report(document, LIBRARY))
        (asked,) = (one for one in report.diagnostics if one.kind.id == "two-readings")
        assert asked.message.zh.count("可指") == 2
        assert " can mean " in asked.message.en
        assert not asked.is_error
        assert asked.found_in(document.file())[1] is not None
        tried += 1
    assert tried >= 10
