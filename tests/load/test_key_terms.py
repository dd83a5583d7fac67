"""A Chinese heading, or the name of an indicator, in place of a key: answered with the key that is meant."""

from typing import Any

import pytest
import yaml

from hubei_digecon.load.document import parsed
from hubei_digecon.load.faults import InputError, accepted
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.reviews import read_review
from hubei_digecon.load.source import Source
from hubei_digecon.shapes.columns import COLUMNS, INDICATOR, ColumnLevel

from ..building import LIBRARY

HEAD = {"entity": "wuhan-wedz", "period": "2025", "submitted": {"by": "示例单位", "date": "2026-01-20"}}
ITEM = {"name": "示例平台"}


def fixed(tree: dict[str, Any], id: str = "unknown-key", read: Any = read_report) -> list[str]:
    """Return how the faults of a kind are fixed, in Chinese."""
    document = parsed(Source("report.yaml", yaml.safe_dump(tree, allow_unicode=True), ""))
    with pytest.raises(InputError) as error:
        accepted(read(document, LIBRARY))
    return [one.fix.zh for one in error.value.faults if one.kind.id == id]


def _asks(key: str) -> str:
    return f"是否想写“{key}”？"


def _within(level: ColumnLevel, key: str) -> dict[str, Any]:
    """Return a report with one key more, in the mapping of a level."""
    item = ITEM | ({key: "1"} if level is ColumnLevel.ITEM else {})
    observation = {"value": "6家", "items": [item]} | ({key: "1"} if level is ColumnLevel.OBSERVATION else {})
    tree = HEAD | {"observations": {"new_innovation_platforms": observation}}
    return tree | ({key: "1"} if level is ColumnLevel.REPORT else {})


@pytest.mark.parametrize("column", [one for one in COLUMNS if one is not INDICATOR], ids=lambda one: one.key)
def test_every_heading_is_answered_with_its_key(column: Any) -> None:
    (fix,) = fixed(_within(column.level, column.heading.zh))
    assert fix.startswith((_asks(".".join(column.path)), _asks(column.path[0])))


@pytest.mark.parametrize(
    ("level", "written", "meant"),
    [
        (ColumnLevel.REPORT, "考核对象", "entity"),
        (ColumnLevel.REPORT, "单位", "entity"),
        (ColumnLevel.REPORT, "报告期", "period"),
        (ColumnLevel.REPORT, "报告 期", "period"),
        (ColumnLevel.REPORT, "指标", "observations"),
        (ColumnLevel.REPORT, "指标名称", "observations"),
        (ColumnLevel.REPORT, "填报日期", "submitted.date"),
        (ColumnLevel.REPORT, "附注", "note"),
        (ColumnLevel.OBSERVATION, "单位", "unit"),
        (ColumnLevel.OBSERVATION, "进展情况", "state"),
        (ColumnLevel.OBSERVATION, "实际完成值", "value"),
        (ColumnLevel.OBSERVATION, "完成数值", "value"),
        (ColumnLevel.OBSERVATION, "清单", "items"),
        (ColumnLevel.OBSERVATION, "目标值", "target"),
        (ColumnLevel.OBSERVATION, "填报单位", "submitted.by"),
        (ColumnLevel.ITEM, "批准机关", "by"),
        (ColumnLevel.ITEM, "佐证材料", "document"),
    ],
)
def test_headings_that_people_use_as_keys(level: ColumnLevel, written: str, meant: str) -> None:
    (fix,) = fixed(_within(level, written))
    assert fix.startswith(_asks(meant))


def test_inside_a_mapping_the_key_of_that_mapping_is_meant() -> None:
    tree = HEAD | {"submitted": {"填报单位": "示例单位", "填报日期": "2026-01-20"}}
    assert [fix.partition("？")[0] + "？" for fix in fixed(tree)] == [_asks("by"), _asks("date")]


def test_what_is_like_no_heading_is_answered_with_the_keys_alone() -> None:
    (fix,) = fixed(_within(ColumnLevel.OBSERVATION, "经办人"))
    assert fix.startswith("可用的键：")


def test_the_keys_of_reviews_have_terms_too() -> None:
    tree = {"entity": "wuhan-wedz", "period": "2025", "核验人": {"name": "示例"}, "核定值": {}}
    assert any(_asks("verified") in fix for fix in fixed(tree, read=read_review))


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("地区生产总值", "gdp"),
        ("数字经济核心产业增加值", "core_value_added"),
        ("核心产业增加值", "core_value_added"),
        ("核心产业增加值占比", "core_share_of_gdp"),
        ("核心产业增加值占GDP比重", "core_share_of_gdp"),
        ("“5G＋工业互联网”示范区", "5g_industrial_internet_zone"),
        ("新引进百强企业（家）", "attracted_top100_firms"),
        ("Gazelle firms", "gazelle_firms"),
        ("gpd", "gdp"),
    ],
)
def test_the_name_of_an_indicator_is_answered_with_its_key(written: str, meant: str) -> None:
    (fix,) = fixed(HEAD | {"observations": {written: "1"}}, "unknown-indicator")
    assert fix.startswith(_asks(meant))
