"""The sheets of the form by their names, and the labels of its cover."""

import pytest

from hubei_digecon.load.tables.workbook.layout import DOCUMENTS, ITEMS, label, sheet_named
from hubei_digecon.shapes.columns import BY_KEY


def test_a_sheet_is_known_by_its_name_in_either_language() -> None:
    assert sheet_named("表2-1 新引进百强企业") is ITEMS
    assert sheet_named("表1 指标完成情况") is sheet_named("Table 1 Indicators")
    assert sheet_named("表2 清单") is sheet_named("Table 2 Lists") is ITEMS
    assert sheet_named("佐证材料目录") is DOCUMENTS
    assert sheet_named("测算") is None


@pytest.mark.parametrize(
    ("text", "key"), [("考核对象", "entity"), ("报告期", "period"), ("填报日期", "submitted.date")]
)
def test_a_label_stands_for_a_column(text: str, key: str) -> None:
    assert label(text) is BY_KEY[key]


def test_other_words_are_no_label() -> None:
    assert label("指标说明") is None
