"""The columns of a table: where their cells go, by which headings they are known, what their cells mean."""

import pytest

from hubei_digecon.domain.reports import ITEM_TERMS
from hubei_digecon.shapes.columns import (
    BY_HEADING,
    BY_KEY,
    COLUMNS,
    ColumnLevel,
    TableColumn,
    are_headings,
    are_whole_headings,
    is_sheet_of_result,
)
from hubei_digecon.shapes.compiled import ShapeSpec, shape_of

SHAPES = {ColumnLevel.REPORT: "report", ColumnLevel.OBSERVATION: "Observation", ColumnLevel.ITEM: "Item"}


@pytest.mark.parametrize("one", COLUMNS, ids=list(BY_KEY))
def test_a_cell_goes_to_a_key_of_its_shape(one: TableColumn) -> None:
    shape = shape_of(SHAPES[one.level])
    for step in one.path[:-1]:
        spec = shape.specs[step]
        assert isinstance(spec, ShapeSpec)
        shape = spec.shape
    assert one.key == "indicator" or one.path[-1] in shape.specs


def test_no_two_columns_share_a_heading() -> None:
    headings = [text for one in COLUMNS for text in (one.heading.zh, *one.names, *one.others)]
    assert len(BY_HEADING) == len(set(headings)) == len(headings)


def test_items_have_a_column_for_each_field_in_the_order_of_forms() -> None:
    assert [one.path[0] for one in COLUMNS if one.level is ColumnLevel.ITEM] == list(ITEM_TERMS)


@pytest.mark.parametrize(
    ("key", "cells", "meaning"),
    [
        ("period", ("2025年1—9月", "2025-Q3", "2025-M09"), "2025-M09"),
        ("submitted.date", ("2026年1月20日", "2026/1/20"), "2026-01-20"),
        ("submitted.revision", ("02", "2"), "2"),
        ("illustrative", ("是", "TRUE"), "True"),
        ("submitted.by", ("统计局 ", "统计局"), "统计局"),
        ("period", ("9月",), "9月"),
    ],
)
def test_cells_that_are_written_in_several_forms_mean_the_same(
    key: str, cells: tuple[str, ...], meaning: str
) -> None:
    assert {BY_KEY[key].meaning(cell) for cell in cells} == {meaning}


@pytest.mark.parametrize(
    ("heading", "key"),
    [("考核对象", "entity"), ("完成值", "value"), ("统计口径", "scope"), ("value", "value")],
)
def test_a_column_has_a_heading_in_each_language(heading: str, key: str) -> None:
    assert BY_HEADING[heading] is BY_KEY[key]


@pytest.mark.parametrize(
    ("cells", "any_two", "whole"),
    [
        (("考核对象", "报告期", "指标名称", "完成值"), True, True),
        (("指标名称", "完成值"), True, False),
        (("指标名称", "备注"), False, False),
        (("name", "price"), False, False),
    ],
)
def test_headings_are_told_from_other_rows(cells: tuple[str, ...], any_two: bool, whole: bool) -> None:
    assert (are_headings(cells), are_whole_headings(cells)) == (any_two, whole)


@pytest.mark.parametrize(
    ("name", "of_result"),
    [("Findings", True), ("汇总", True), ("表1 指标完成情况", False), ("Sheet1", False)],
)
def test_a_sheet_is_told_by_its_name_in_either_language(name: str, of_result: bool) -> None:
    assert is_sheet_of_result(name) is of_result
