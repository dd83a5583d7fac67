"""The table of shapes, made from the models."""

import json
from pathlib import Path

from hubei_digecon.shapes.compiled import TABLE
from hubei_digecon.shapes.compiling import columns_of, written_table
from hubei_digecon.shapes.report import ReportShape


def test_the_table_is_the_one_that_is_kept() -> None:
    assert written_table() == Path(TABLE).read_text("utf-8"), "make shapes writes it anew"


def test_a_shape_is_told_by_its_keys_and_those_required() -> None:
    shapes = json.loads(written_table())["shapes"]
    assert shapes["Issuer"] == {
        "required": ["by", "date"],
        "keys": {"by": ["text", "text"], "date": ["text", "date"]},
    }
    assert shapes["weights"]["keys"]["weights"] == ["dict", ["text", "weight"]]
    assert shapes["report"]["keys"]["observations"][0] == "form"


def test_columns_stand_in_the_order_of_the_forms() -> None:
    columns = columns_of(ReportShape)
    assert [column["level"] for column in columns] == sorted(
        (column["level"] for column in columns), key=("report", "observation", "item").index
    )
    assert [column["key"] for column in columns if column["level"] == "item"][:3] == [
        "item.name",
        "item.code",
        "item.level",
    ]


def test_a_column_tells_where_its_cells_go() -> None:
    (unit,) = (column for column in columns_of(ReportShape) if column["key"] == "unit")
    assert unit == {
        "key": "unit", "zh": "计量单位", "level": "observation", "path": ("unit",), "kind": "text",
        "others": ("单位（计量）",), "listed": False,
    }  # fmt: skip
