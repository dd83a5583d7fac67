"""Reports in YAML, written anew as rows of a table by a program of the tests' own."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow
from pyarrow import parquet

from hubei_digecon.load.document import read_document
from hubei_digecon.load.faults import accepted
from hubei_digecon.shapes.columns import COLUMNS, ColumnLevel, TableColumn
from hubei_digecon.text import Lang

from .building import LIBRARY

INDICATORS = LIBRARY.catalogue.indicators

Cells = dict[str, str]
"""The cells of one row by the English heading of their column."""


def rows_of_report(path: Path) -> list[Cells]:
    """Return the rows that a report in YAML comes to."""
    root = accepted(read_document(str(path))).root
    about = {"entity": root["entity"], "period": root["period"]}
    submitted = {f"submitted.{key}": value for key, value in root["submitted"].items()}
    told = {"illustrative": root["illustrative"]} if "illustrative" in root else {}
    rows = [
        {**about, "indicator": id, **row}
        for id, observation in root["observations"].items()
        for row in _rows(observation)
    ]
    rows[0] |= submitted | told
    return rows


def _rows(observation: Any) -> Iterator[Cells]:
    if not isinstance(observation, Mapping):
        yield {"value": observation or ""}
        return
    first = dict(_cells(observation))
    items = [{f"item.{key}": value for key, value in item.items()} for item in observation.get("items") or ()]
    yield first | (items[0] if items else {})
    yield from items[1:]


def _cells(observation: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for column in COLUMNS:
        if column.level is ColumnLevel.OBSERVATION and column.key != "indicator":
            found = _found(observation, column)
            if found:
                yield column.key, found


def _found(observation: Mapping[str, Any], column: TableColumn) -> str:
    if column.key == "value":
        return observation.get("value") or observation.get("state") or ""
    if column.listed:
        return "\n".join(_titles(observation.get(column.key) or ()))
    node: Any = observation
    for step in column.path:
        if isinstance(node, str):  # the short form of a source
            return node if step == "title" else ""
        node = node.get(step) if node else None
    return node if isinstance(node, str) else ""


def _titles(listed: Iterable[Any]) -> Iterator[str]:
    for one in listed:
        yield one if isinstance(one, str) else one["title"]


def as_csv(rows: Iterable[Cells], lang: Lang = "en") -> str:
    """Write rows as CSV, with headings in ``lang``."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([column.heading.pick(lang) for column in COLUMNS])
    writer.writerows([row.get(column.key, "") for column in COLUMNS] for row in rows)
    return written.getvalue()


def as_parquet(rows: Iterable[Cells]) -> bytes:
    """Write rows as Parquet, each column of texts, called as databases can call it."""
    sink = io.BytesIO()
    parquet.write_table(table_of(rows), sink)
    return sink.getvalue()


def table_of(rows: Iterable[Cells]) -> Any:
    """Return rows as a table of Arrow; where nothing stands is null."""
    every = list(rows)
    return pyarrow.table(
        {
            column.names[-1]: pyarrow.array([row.get(column.key) or None for row in every], pyarrow.string())
            for column in COLUMNS
        }
    )


def as_yaml(rows: Iterable[Cells]) -> str:
    """Write the rows of one report as YAML, the items of a list row by row."""
    root: dict[str, Any] = {"observations": {}}
    for row in rows:
        observation = root["observations"].setdefault(row["indicator"], {})
        item: dict[str, Any] = {}
        for column in (one for one in COLUMNS if one.key in row and one.key != "indicator"):
            cell: Any = row[column.key].splitlines() if column.listed else row[column.key]
            is_state = column.key == "value" and INDICATORS[row["indicator"]].kind.takes_state
            key = "state" if is_state else column.path[0]
            node = {"report": root, "observation": observation, "item": item}[column.level.value]
            for step in (key, *column.path[1:])[:-1]:
                node = node.setdefault(step, {})
            node[(key, *column.path[1:])[-1]] = cell
        if item:
            observation.setdefault("items", []).append(item)
    return json.dumps(root, ensure_ascii=False)
