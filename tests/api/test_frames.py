"""Records as tables: through Arrow, exact or as text, and never with a float; and tables as reports."""

import datetime
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from hubei_digecon import check, lint, load_report, new, score, trend
from hubei_digecon.api.frames import arrow_table
from hubei_digecon.show.records import Kind

from ..conftest import ROOT

pytestmark = pytest.mark.heavy

DAY = datetime.date(2026, 2, 28)
REPORT = ROOT / "sample_reports/illustrative/wuhan-wedz-2025.yaml"
FORM: dict[str, list[Any]] = {
    "entity": ["wuhan"] * 2,
    "period": [2025] * 2,
    "submitted.by": ["示例单位"] * 2,
    "submitted.date": [datetime.date(2026, 1, 20)] * 2,
    "indicator": ["gdp", "core_share_of_gdp"],
    "unit": ["亿元", "%"],
}


def results() -> list[Any]:
    return [
        check(ROOT / "sample_reports", as_of=DAY),
        score(ROOT / "sample_reports", as_of=DAY),
        trend(ROOT / "sample_reports/published", as_of=DAY),
        lint(ROOT / "sample_reports"),
        new("wuhan"),
    ]


@pytest.mark.parametrize("result", results(), ids=lambda one: type(one).__name__)
def test_a_table_holds_the_records(result: Any) -> None:
    table = result.to_arrow()
    assert table.to_pylist() == result.to_records()
    assert not [one for one in table.schema.types if str(one) in ("double", "float", "null")]


@pytest.mark.parametrize("result", results(), ids=lambda one: type(one).__name__)
def test_the_frames_hold_the_table(result: Any) -> None:
    assert result.to_polars().to_arrow().to_pylist() == result.to_records()
    frame = result.to_pandas()
    assert list(frame.columns) == list(result.to_arrow().column_names)
    assert not [one for one in frame.dtypes if "double" in str(one) or "float" in str(one)]


def test_numbers_are_text_where_that_is_asked() -> None:
    run = check(REPORT, as_of=DAY)
    exact, text = run.to_arrow(), run.to_arrow(numbers="text")
    assert exact.column("required").to_pylist() == [
        None if one is None else Decimal(one) for one in text.column("required").to_pylist()
    ]
    assert str(text.schema.field("required").type) == "string"
    assert str(exact.schema.field("required").type).startswith("decimal128(38, ")
    with pytest.raises(ValueError, match=r"^numbers: decimal or text, not 'float'$"):
        run.to_arrow(numbers="float")  # type: ignore[arg-type]


def test_a_number_that_does_not_fit_is_told() -> None:
    records = [{"gap": Decimal("1e-20")}, {"gap": Decimal("9e20")}]
    with pytest.raises(
        ValueError, match=r'^gap: 9E\+20 does not fit into 38 digits beside the others; take numbers="text"$'
    ):
        arrow_table({"gap": Kind.NUMBER}, records, "decimal")
    assert arrow_table({"gap": Kind.NUMBER}, records, "text").column("gap").to_pylist() == [
        "0.00000000000000000001", "900000000000000000000",
    ]  # fmt: skip


# A table as a report


def frames(columns: dict[str, list[Any]]) -> list[Any]:
    import pandas
    import polars
    import pyarrow

    return [pyarrow.table(columns), pandas.DataFrame(columns), polars.DataFrame(columns)]


@pytest.mark.parametrize(
    "values", [["16000", "12.5"], [16000, 12], [16000.0, float("nan")], [16000, None]]
)  # fmt: skip
def test_a_table_is_a_report(values: list[Any]) -> None:
    for table in frames({**FORM, "value": values}):
        [one] = check(table, as_of=DAY)
        assert one.source.path == f"<{type(table).__name__} 1>"
        assert one.verdict.id != "invalid", [said.message.en for said in one.diagnostics]
        expected = "no_data" if values[1] is None or values[1] != values[1] else "missed"
        assert one.findings[0].outcome.id == expected


def test_decimals_are_told_apart_by_how_many_were_reported() -> None:
    """A column of decimals has one number of them: 12.50 would claim one that nobody reported."""
    values = [Decimal("16000.25"), Decimal("12.5")]
    arrow, pandas_frame, polars_frame = frames({**FORM, "value": values})
    for table in (arrow, polars_frame):
        with pytest.raises(TypeError, match=r"^paths: column value: .*add a column “decimals”"):
            check(table)
    counted = frames({**FORM, "value": values, "decimals": [2, 1]})[0]
    for table in (pandas_frame, counted):
        stated = [record["observed"] for record in check(table, as_of=DAY).to_records()]
        assert "12.5" in str(stated)
        assert "12.50" not in str(stated)


def test_one_report_is_not_read_from_a_table() -> None:
    for table in frames(FORM):
        with pytest.raises(
            TypeError, match=r"^path: a table may hold many reports; give it to check or lint$"
        ):
            load_report(table)


def test_a_float_in_a_table_is_refused_by_its_row() -> None:
    for table in frames({**FORM, "value": [16000.0, 12.5]}):
        with pytest.raises(
            TypeError, match=r"^paths: row 2, value: 12\.5 is a float, which holds no decimals"
        ):
            check(table)


def test_a_fault_in_a_table_is_told_by_its_row() -> None:
    for table in frames({**FORM, "value": ["16000", "many"], "amount": [None, None]}):
        [one] = check(table, as_of=DAY)
        [said] = [said.located_in(one.source) for said in one.diagnostics]
        assert (said.kind.id, str(said.place)) == ("unknown-column", "column amount")
    for table in frames({**FORM, "value": ["16000", "many"]}):
        [one] = check(table, as_of=DAY)
        [said] = [said.located_in(one.source) for said in one.diagnostics]
        assert (said.kind.id, str(said.place), said.place and said.place.line) == (
            "not-a-number",
            "row 2, value",
            2,
        )


def test_a_frame_that_was_filtered_keeps_its_meaning() -> None:
    import pandas

    frame = pandas.DataFrame({**FORM, "value": ["16000", "13.5"]})
    [one] = check(frame[frame["indicator"] == "core_share_of_gdp"], as_of=DAY)
    assert one.findings[0].outcome.id == "met"


def test_what_arrow_cannot_hold_is_told_with_the_cure() -> None:
    import pyarrow

    with pytest.raises(
        TypeError, match=r"^paths: no table that Arrow can hold .*; give columns of one type each"
    ):
        check(pyarrow.chunked_array([[1]]))


@pytest.mark.parametrize("index", [[], ["entity"], ["entity", "indicator"]])
def test_a_column_of_pandas_may_hold_numbers_and_text(index: list[str]) -> None:
    import pandas

    frame = pandas.DataFrame({**FORM, "value": pandas.Series([21000, "12.5"], dtype=object)})
    [one] = check(frame.set_index(index) if index else frame, as_of=DAY)
    assert (one.findings[0].outcome.id, one.findings[0].decided_on) == ("missed", Fraction(25, 2))
    with pytest.raises(TypeError, match=r"^paths: row 2, value: 12\.5 is a float, which holds no decimals"):
        check(pandas.DataFrame({**FORM, "value": pandas.Series(["21000", 12.5], dtype=object)}))


def test_a_decimal_in_a_column_of_pandas_keeps_its_decimals() -> None:
    """Arrow would make 13.0 of 13 beside 21000.5, and so claim a decimal that nobody reported."""
    import pandas

    frame = pandas.DataFrame({**FORM, "value": [Decimal("21000.5"), Decimal(13)]})
    [one] = check(frame, as_of=DAY)
    assert one.findings[0].rounding_sensitive
    assert "too-few-decimals" in [said.kind.id for said in one.diagnostics]


def test_a_column_that_stands_twice_is_told() -> None:
    import pandas

    frame = pandas.DataFrame({**FORM, "value": ["21000", "13.5"]})
    [one] = check(pandas.concat([frame, frame[["value"]]], axis=1), as_of=DAY)
    assert [said.kind.id for said in one.diagnostics] == ["duplicate-column"]


def test_an_index_without_a_name_is_no_column_of_arrow() -> None:
    import pandas
    import pyarrow

    frame = pandas.DataFrame({**FORM, "value": ["21000", "13.5"]}, index=[3, 5])
    [one] = check(pyarrow.Table.from_pandas(frame), as_of=DAY)
    assert one.findings[0].outcome.id == "met"


def test_the_form_is_filled_as_a_frame() -> None:
    frame = new("wuhan", by="示例单位", date=DAY).to_pandas()
    frame.loc[0, "value"] = "13.5%"
    [one] = check(frame, as_of=DAY)
    assert [finding.outcome.id for finding in one.findings] == ["met", "no_data"]


def test_python_shown_in_the_document_runs() -> None:
    blocks = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "docs/api.md").read_text("utf-8"), re.DOTALL | re.MULTILINE
    )
    assert blocks
    for block in blocks:
        exec(block, {})
