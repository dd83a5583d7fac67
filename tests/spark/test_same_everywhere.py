"""The same content as YAML, CSV, workbooks, Parquet, Arrow in memory and through an engine: the same findings,
the same scoreboard, the same trend.
"""

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from benchmarks.entities import write_targets

import hubei_digecon.spark as on_spark
from hubei_digecon import Run, check, new, score, trend
from hubei_digecon.show import csv
from hubei_digecon.show.parquet import typed_table

from ..dirty_rows import IN_ROWS, IN_VALUES, dirty_rows
from ..reports_as_rows import Cells, as_csv, as_parquet, as_yaml, table_of
from ..workbooks import filled_with
from .engines import session

DAY = datetime.date(2026, 2, 28)
PERIODS = [
    f"{year}-M{month:02}" if month < 12 else f"{year}"
    for year in range(2021, 2026)
    for month in (3, 6, 9, 12)
]
PLACES = {"values": 66, "rows": 14}
"""Places for each sort of dirt; YAML holds what stands in values."""

AT_LEAST = 5_000
"""Findings that are compared, where dirt stands in values."""


_WHERE = ("path", "line", "column", "sheet", "needed_at", "sha256", "change_path", "change_sha256")
"""Columns that tell where something stands."""

_SAID = ("diagnostics_zh", "diagnostics_en", "error_zh", "error_en")
"""Columns that tell what is wrong with files, with its place."""


_SENTENCES = {"message_zh", "message_en", "needed_zh", "needed_en"}

_OF_ITEMS = {"counted", "item_count"}
"""Reasons with which a sentence names items, in the order of their rows."""

_IN_BRACKETS = re.compile(r"[（(][^（）()]*[)）]")
"""Sentences tell the places of items in brackets."""


class Content(NamedTuple):
    """Reports in rows, and the targets that they are held against. ``has_trees``: YAML can hold them too."""

    targets: Path
    reports: Sequence[list[Cells]]
    places: int
    has_trees: bool

    def rows(self) -> list[Cells]:
        """Return all rows in no order."""
        return _shuffled(self.reports)

    def by_place(self) -> list[list[Cells]]:
        """Return the rows of each place in no order."""
        return [_shuffled(self.reports[number :: self.places]) for number in range(self.places)]


def _shuffled(reports: Sequence[list[Cells]]) -> list[Cells]:
    rows = [row for one in reports for row in one]
    Random(1).shuffle(rows)
    return rows


@pytest.fixture(scope="module", params=["values", "rows"])
def content(request: Any, tmp_path_factory: Any) -> Content:
    targets = tmp_path_factory.mktemp("content") / "targets"
    places = write_targets(PLACES[request.param], targets)
    kinds = IN_VALUES if request.param == "values" else IN_VALUES | IN_ROWS
    reports = list(dirty_rows(places, PERIODS, list(kinds.values())))
    return Content(targets, reports, len(places), request.param == "values")


def told(records: Iterable[dict[str, Any]]) -> list[str]:
    """Return records without where they stand, in one order."""
    return sorted(map(_told, records))


def of_score(run: Run) -> list[str]:
    """Return the rows of places; those of files are as many as there are files."""
    return told(record for record in run.to_records() if record["kind"] is not None)


def _told(record: dict[str, Any]) -> str:
    kept = {key: one for key, one in record.items() if key not in (*_WHERE, *_SAID)}
    has_items = not _OF_ITEMS.isdisjoint(record.get("reasons") or ())
    for key in kept.keys() & _SENTENCES:
        kept[key] = "" if has_items else _IN_BRACKETS.sub("", kept[key] or "")
    return repr(kept)


def of_check(run: Run) -> list[str]:
    """Return the findings of a run."""
    return of_findings(typed_table(csv.column_kinds(), csv.rows_of(run), worded=True))


def of_findings(table: Any) -> list[str]:
    """Return findings, and how many errors there are of rows of which nobody knows whose they are: those are
    told together, part by part.
    """
    records = table.to_pylist()
    lost = [one for one in records if one["entity"] is None and one["period"] is None]
    whole = told(one for one in records if one not in lost)
    return [*whole, f"lost: {sum(one['errors'] for one in lost)}"]


def differing(these: Sequence[str], those: Sequence[str]) -> list[str]:
    """Return what stands in one of two lists only, a few of it."""
    return sorted({*these} ^ {*those})[:4]


@pytest.mark.heavy
def test_check_score_and_trend_say_the_same_of_the_same_content(content: Content, tmp_path: Path) -> None:
    ways = dict(_ways(content, tmp_path))
    asked: dict[str, Any] = {"targets": content.targets, "as_of": DAY}
    checked = {name: of_check(check(*paths, **asked)) for name, paths in ways.items()}
    scored = {name: of_score(score(*paths, **asked)) for name, paths in ways.items()}
    followed = {name: told(trend(*paths, **asked).to_records()) for name, paths in ways.items()}
    with session() as engine:
        frame = engine.read.parquet(str(tmp_path / "data.parquet"))
        table = on_spark.check(frame, texts=True, **asked).toArrow()
        checked["spark"] = of_findings(table)
        scored["spark"] = of_score(on_spark.score(frame, **asked))
        followed["spark"] = told(on_spark.trend(frame, **asked).to_records())
    expected = checked["parquet"]
    assert len(expected) >= AT_LEAST or not content.has_trees
    for name in checked:
        assert differing(checked[name], expected) == [], name
        assert scored[name] == scored["parquet"], name
        assert followed[name] == followed["parquet"], name
    if content.has_trees:
        _assert_forms_say_the_same(content, tmp_path, asked)


def _assert_forms_say_the_same(content: Content, folder: Path, asked: dict[str, Any]) -> None:
    """Hold some of the reports, as forms in Excel, to what they come to in YAML."""
    some = content.reports[::_FORM_IN]
    trees = _written(folder / "few", "yaml", map(str.encode, map(as_yaml, some)))
    forms = _written(folder / "forms", "xlsx", _forms(some, content.targets, folder))
    expected = of_check(check(trees, **asked))
    assert len(expected) > len(some)
    assert differing(of_check(check(forms, **asked)), expected) == []
    assert of_score(score(forms, **asked)) == of_score(score(trees, **asked))
    assert told(trend(forms, **asked).to_records()) == told(trend(trees, **asked).to_records())


_FORM_IN = 23
"""Of so many reports one is written as a form in Excel, which takes long."""


def _forms(reports: Iterable[list[Cells]], targets: Path, folder: Path) -> Iterator[bytes]:
    """Return reports as forms of their places that were filled in Excel."""
    for rows in reports:
        empty = folder / f"{rows[0]['entity']}.xlsx"
        if not empty.exists():
            new(rows[0]["entity"], targets=targets, lang="zh").write(empty, format="xlsx")
        yield filled_with(empty.read_bytes(), rows)


def _ways(content: Content, folder: Path) -> Iterator[tuple[str, list[Any]]]:
    """Return the paths or tables of each way that the content can be written in."""
    rows = content.rows()
    parquet = folder / "data.parquet"
    parquet.write_bytes(as_parquet(rows))
    yield "parquet", [parquet]
    yield "arrow", [table_of(rows)]
    yield "csv", [_written(folder / "csv", "csv", map(str.encode, map(as_csv, content.by_place())))]
    if content.has_trees:
        yield "yaml", [_written(folder / "yaml", "yaml", map(str.encode, map(as_yaml, content.reports)))]


def _written(folder: Path, suffix: str, files: Iterable[bytes]) -> Path:
    folder.mkdir()
    for number, data in enumerate(files):
        (folder / f"{number:05}.{suffix}").write_bytes(data)
    return folder
