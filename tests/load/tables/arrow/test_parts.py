"""Some whole reports as Arrow has them → the trees of their reports, with places by row and heading."""

from typing import Any

import pyarrow
import pytest

from hubei_digecon.load.document import Document
from hubei_digecon.load.faults import InputError, RefusedInput
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.search.inputs import sort_of
from hubei_digecon.load.tables.arrow import parts, plain
from hubei_digecon.load.tables.arrow.packing import packed
from hubei_digecon.load.tables.arrow.parts import read_one, read_table
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.show import csv
from hubei_digecon.show.parquet import typed_table
from hubei_digecon.show.scoreboard import csv as scoreboard_csv
from hubei_digecon.show.trend import csv as trend_csv

from .tables import HEAD, figure, table

NAME = "data.parquet"


def read(rows: Any, library: TargetLibrary) -> list[Document | RefusedInput]:
    return read_table(NAME, packed(rows), library)


def errors(one: Document | RefusedInput, library: TargetLibrary) -> list[str]:
    refused = read_report(one, library) if isinstance(one, Document) else one
    assert isinstance(refused, RefusedInput)
    return [f"{said.kind.id}: {said.place.name if said.place else None}" for said in refused.faults]


def test_a_value_knows_its_row_and_its_heading(library: TargetLibrary) -> None:
    (document,) = read(table(figure("gdp", "1000亿元"), figure("core_value_added", "9亿元")), library)
    assert isinstance(document, Document)
    place = document.file().find(("observations", "core_value_added", "value"))
    assert place is not None
    assert (place.line, place.column, place.name) == (2, 6, "row 2, value")


def test_a_table_in_several_files_has_rows_of_its_own_in_each(library: TargetLibrary) -> None:
    data = packed(
        table(figure("gdp", "1亿圆"), figure("core_value_added", "9亿圆")),
        "",
        [("a.parquet", 0), ("b.parquet", 1)],
    )
    (document,) = read_table(NAME, data, library)
    assert [one.partition(": ")[2] for one in errors(document, library)] == [
        "a.parquet: row 1, value",
        "b.parquet: row 1, value",
    ]


def test_headings_may_be_those_of_any_table(library: TargetLibrary) -> None:
    chinese = table(figure("gdp", "1000亿元")).rename_columns(
        ["考核对象", "报告期", "填报单位", "填报日期", "指标名称", "完成值"]
    )
    (document,) = read(chinese, library)
    assert isinstance(document, Document)
    assert not isinstance(read_report(document, library), RefusedInput)


def test_decimals_are_read_as_they_were_reported(library: TargetLibrary) -> None:
    from decimal import Decimal

    rows = table(figure("gdp", None, unit="亿元"), figure("core_value_added", None, unit="亿元"))
    values = pyarrow.array([Decimal("13.00"), Decimal("12.50")], pyarrow.decimal128(10, 2))
    counted = rows.set_column(5, "value", values).append_column("decimals", pyarrow.array([1, 2]))
    (document,) = read(counted, library)
    assert isinstance(document, Document)
    observed = document.root["observations"]
    assert [observed[id]["value"] for id in ("gdp", "core_value_added")] == ["13.0", "12.50"]


WRONG: dict[str, tuple[Any, list[str]]] = {
    "a figure twice": (
        table(figure("gdp", "1亿元"), figure("gdp", "1亿元")),
        ["duplicate-key: row 2, indicator"],
    ),
    "a character that no text has": (table(figure("gdp", "1亿元", note="a\x00")), ["syntax: row 1, note"]),
    "a lone surrogate of a line break": (
        table(figure("gdp", "1亿元", note="a\u2028b")),
        ["syntax: row 1, note"],
    ),
    "cells that differ": (
        table(figure("gdp", "1亿元"), {**figure("core_value_added", "1亿元"), "submitted_by": "另一单位"}),
        ["cells-differ: row 2, submitted_by"],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), WRONG.values(), ids=list(WRONG))
def test_what_is_wrong_is_told_where_it_stands(
    rows: Any, expected: list[str], library: TargetLibrary
) -> None:
    (one,) = read(rows, library)
    assert errors(one, library) == expected


def test_the_fault_of_one_report_is_none_of_the_others(library: TargetLibrary) -> None:
    good, bad = figure("gdp", "1亿元"), {**figure("gdp", "1亿元", note="a\x07"), "period": "2024"}
    first, second = read(table(good, bad), library)
    assert isinstance(first, Document)
    assert not isinstance(read_report(first, library), RefusedInput)
    assert errors(second, library) == ["syntax: row 2, note"]


def test_a_row_without_a_name_is_told_beside_the_reports(library: TargetLibrary) -> None:
    report, lost = read(table(figure("gdp", "1亿元"), figure("gdp", "2亿元") | {"period": None}), library)
    assert isinstance(report, Document)
    assert isinstance(lost, RefusedInput)
    assert errors(lost, library) == ["row-without-name: row 2, entity"]


def test_a_report_of_too_many_rows_is_refused(
    library: TargetLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (parts, plain):
        monkeypatch.setattr(module, "MOST_ROWS", 2)
    (document,) = read(
        table(figure("gdp", "1亿元"), figure("core_value_added", "1亿元"), figure("rd_share_of_gdp", "2%")),
        library,
    )
    assert errors(document, library) == ["too-many-values: None"]


COLUMNS: dict[str, tuple[Any, str]] = {
    "a heading that is none": (table(figure("gdp", "1亿元", amount="1")), "unknown-column: column amount"),
    "a heading twice": (
        table(figure("gdp", "1亿元")).append_column("完成值", pyarrow.array(["1"])),
        "duplicate-column: column 完成值",
    ),
    "no values": (table(figure("gdp", "1亿元")).drop_columns(["value"]), "missing-column: column entity"),
    "floats": (table(figure("gdp", None), value=pyarrow.float64()), "column-type: column value"),
    "no rows": (table(figure("gdp", "1亿元")).slice(0, 0), "empty-file: None"),
}


@pytest.mark.parametrize(("rows", "expected"), COLUMNS.values(), ids=list(COLUMNS))
def test_columns_that_are_wrong_are_told(rows: Any, expected: str, library: TargetLibrary) -> None:
    with pytest.raises(InputError) as raised:
        read(rows, library)
    assert [f"{one.kind.id}: {one.place.name if one.place else None}" for one in raised.value.faults] == [
        expected
    ]


RESULT = ("path", "entity", "period", "revision", "illustrative", "verdict", "errors")

SORTS = {
    "other": (pyarrow.table({"a": [1], "b": [2]}), "table"),
    "a result": (
        pyarrow.table({name: ["a"] for name in RESULT}),
        "result",
    ),
}


@pytest.mark.parametrize(("rows", "sort"), SORTS.values(), ids=list(SORTS))
def test_a_table_of_something_else_is_known(rows: Any, sort: str, library: TargetLibrary) -> None:
    (document,) = read(rows, library)
    assert isinstance(document, Document)
    assert sort_of(document) == sort


def test_one_of_many_is_read_without_the_others(library: TargetLibrary) -> None:
    rows = [
        figure("gdp", f"{number}亿元") | {"entity": entity, "period": period, "submitted_revision": revision}
        for number, (entity, period, revision) in enumerate(
            [
                ("wuhan", "2025", "1"),
                ("武汉", "2025年", "2"),
                ("wuhan-wedz", "2025", None),
                ("wuhan", "2024", "1"),
            ]
        )
    ]
    rows.append(figure("gdp", "1亿元") | {"entity": " "})
    data = packed(table(*rows))
    every = read_table(NAME, data, library)
    assert len(every) == 5
    for number, one in enumerate(every):
        alone = read_one(NAME, data, library, number)
        assert type(alone) is type(one)
        if isinstance(one, Document) and isinstance(alone, Document):
            assert alone.root == one.root
            assert alone.faults == one.faults
    with pytest.raises(IndexError):
        read_one(NAME, data, library, 5)


def test_the_head_of_a_table_is_that_of_a_report() -> None:
    assert set(HEAD) == {"entity", "period", "submitted_by", "submitted_date"}


WRITTEN = {"findings": csv, "a scoreboard": scoreboard_csv, "a trend": trend_csv}


@pytest.mark.parametrize("worded", [False, True])
@pytest.mark.parametrize("written", WRITTEN.values(), ids=list(WRITTEN))
def test_what_the_program_writes_is_known_for_a_result(
    written: Any, worded: bool, library: TargetLibrary
) -> None:
    rows = typed_table(written.column_kinds(), (), worded)
    (document,) = read(rows, library)
    assert isinstance(document, Document)
    assert sort_of(document) == "result"
