"""Results as Parquet: typed columns, exact numbers twice, sentences where they are asked for."""

from decimal import Context, Decimal
from typing import Any

import pyarrow
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.show import csv
from hubei_digecon.show.parquet import DECIMALS, typed_table
from hubei_digecon.show.records import Kind

KINDS = {
    "id": Kind.TEXT,
    "said_zh": Kind.TEXT,
    "said_en": Kind.TEXT,
    "line": Kind.INTEGER,
    "final": Kind.FLAG,
    "gap": Kind.NUMBER,
    "day": Kind.DAY,
    "reasons": Kind.LIST,
}
ROW: list[Any] = ["a", "甲", "A", 1, True, "0.5", "2026-01-20", ["x"]]


def test_columns_have_the_types_of_what_they_hold() -> None:
    made = typed_table(KINDS, [ROW, [None] * len(ROW)])
    assert {field.name: str(field.type) for field in made.schema} == {
        "id": "string",
        "line": "int64",
        "final": "bool",
        "gap": "string",
        "gap_decimal": f"decimal128(38, {DECIMALS})",
        "day": "date32[day]",
        "reasons": "list<item: string>",
    }
    assert made.slice(1).to_pylist() == [dict.fromkeys(made.schema.names)]


def test_sentences_stand_there_where_they_are_asked_for() -> None:
    assert typed_table(KINDS, [ROW], worded=True).column("said_zh").to_pylist() == ["甲"]


def test_a_path_that_is_no_utf_8_stands_as_in_json() -> None:
    made = typed_table({"path": Kind.TEXT}, [["a\udcff.yaml"]])
    assert made.column("path").to_pylist() == ["a<U+DCFF>.yaml"]


def test_of_no_rows_the_columns_are_the_same() -> None:
    assert typed_table(KINDS, []).schema == typed_table(KINDS, [ROW]).schema
    kinds = csv.column_kinds()
    assert typed_table(kinds, []).schema.names[:2] == ["path", "entity"]


@given(st.decimals(-(10**30), 10**30, places=20))
def test_a_number_is_exact_as_text_and_as_decimal_or_not_there(number: Decimal) -> None:
    made = typed_table({"gap": Kind.NUMBER}, [[format(number, "f")]])
    assert made.column("gap").to_pylist() == [format(number, "f")]
    (decimal,) = made.column("gap_decimal").to_pylist()
    exponent = Context(prec=60).normalize(number).as_tuple().exponent
    fits = abs(number) < Decimal(10) ** 26 and int(exponent) >= -DECIMALS
    assert decimal == (number if fits else None)


def test_a_result_is_no_report() -> None:
    assert isinstance(typed_table(KINDS, [ROW]), pyarrow.Table)
