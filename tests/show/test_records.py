"""What columns hold is told by the types of the JSON results."""

import datetime
from decimal import Decimal
from typing import Any

import pytest

from hubei_digecon.shapes.result import ResultAdjusted, ResultChange
from hubei_digecon.show import csv
from hubei_digecon.show.records import Kind, kinds_of, typed
from hubei_digecon.show.scoreboard import csv as board_csv
from hubei_digecon.show.trend import csv as trend_csv


def test_the_fields_of_a_form_have_kinds() -> None:
    assert kinds_of(ResultAdjusted) == {
        "published": Kind.NUMBER, "approved_by": Kind.TEXT, "approved_on": Kind.DAY, "document": Kind.TEXT,
    }  # fmt: skip
    assert kinds_of(ResultChange, {"change": "absolute"}) == {"change": Kind.NUMBER}


@pytest.mark.parametrize(
    ("value", "kind", "made"),
    [
        (None, Kind.NUMBER, None),
        ("31.20", Kind.NUMBER, Decimal("31.20")),
        ("2026-02-28", Kind.DAY, datetime.date(2026, 2, 28)),
        ("2025", Kind.TEXT, "2025"),
        (["a"], Kind.LIST, ["a"]),
        (True, Kind.FLAG, True),
    ],
)
def test_a_value_is_as_python_has_it(value: Any, kind: Kind, made: Any) -> None:
    assert typed(value, kind) == made


@pytest.mark.parametrize("module", [csv, board_csv, trend_csv])
def test_every_column_has_a_kind(module: Any) -> None:
    assert tuple(module.column_kinds()) == module.COLUMNS
