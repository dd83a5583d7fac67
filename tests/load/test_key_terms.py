"""A Chinese heading, or the name of an indicator, in place of a key: answered with the key that is meant."""

from typing import Any

import pytest
import yaml

from hubei_digecon.load.document import parsed
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.reviews import read_review
from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.columns import COLUMNS, INDICATOR, Level

from ..building import LIBRARY

HEAD = {"entity": "wuhan-wedz", "period": "2025", "submitted": {"by": "示例单位", "date": "2026-01-20"}}
ITEM = {"name": "示例平台"}


def mended(tree: dict[str, Any], id: str = "unknown-key", read: Any = read_report) -> list[str]:
    """Return how the faults of a kind are mended, in Chinese."""
    document = parsed(Source("report.yaml", yaml.safe_dump(tree, allow_unicode=True), ""))
    with pytest.raises(InputError) as error:
        read(document, LIBRARY)
    return [one.mend.zh for one in error.value.faults if one.kind.id == id]


def _asks(key: str) -> str:
    return f"是否想写“{key}”？"


def _within(level: Level, key: str) -> dict[str, Any]:
    """Return a report with one key more, in the mapping of a level."""
    item = ITEM | ({key: "1"} if level is Level.ITEM else {})
    observation = {"value": "6家", "items": [item]} | ({key: "1"} if level is Level.OBSERVATION else {})
    tree = HEAD | {"observations": {"new_innovation_platforms": observation}}
    return tree | ({key: "1"} if level is Level.REPORT else {})


@pytest.mark.parametrize("column", [one for one in COLUMNS if one is not INDICATOR], ids=lambda one: one.key)
def test_every_heading_is_answered_with_its_key(column: Any) -> None:
    (mend,) = mended(_within(column.level, column.heading.zh))
    assert mend.startswith((_asks(".".join(column.path)), _asks(column.path[0])))


@pytest.mark.parametrize(
    ("level", "written", "meant"),
    [
        (Level.REPORT, "考核对象", "entity"),
        (Level.REPORT, "单位", "entity"),
        (Level.REPORT, "报告期", "period"),
        (Level.REPORT, "报告 期", "period"),
        (Level.REPORT, "指标", "observations"),
        (Level.REPORT, "指标名称", "observations"),
        (Level.REPORT, "填报日期", "submitted.date"),
        (Level.REPORT, "附注", "note"),
        (Level.OBSERVATION, "单位", "unit"),
        (Level.OBSERVATION, "进展情况", "state"),
        (Level.OBSERVATION, "实际完成值", "value"),
        (Level.OBSERVATION, "完成数值", "value"),
        (Level.OBSERVATION, "清单", "items"),
        (Level.OBSERVATION, "目标值", "target"),
        (Level.OBSERVATION, "填报单位", "submitted.by"),
        (Level.ITEM, "批准机关", "by"),
        (Level.ITEM, "佐证材料", "document"),
    ],
)
def test_headings_that_people_use_as_keys(level: Level, written: str, meant: str) -> None:
    (mend,) = mended(_within(level, written))
    assert mend.startswith(_asks(meant))


def test_inside_a_mapping_the_key_of_that_mapping_is_meant() -> None:
    tree = HEAD | {"submitted": {"填报单位": "示例单位", "填报日期": "2026-01-20"}}
    assert [mend.partition("？")[0] + "？" for mend in mended(tree)] == [_asks("by"), _asks("date")]


def test_what_is_like_no_heading_is_answered_with_the_keys_alone() -> None:
    (mend,) = mended(_within(Level.OBSERVATION, "经办人"))
    assert mend.startswith("可用的键：")


def test_the_keys_of_reviews_have_terms_too() -> None:
    tree = {"entity": "wuhan-wedz", "period": "2025", "核验人": {"name": "示例"}, "核定值": {}}
    assert any(_asks("verified") in mend for mend in mended(tree, read=read_review))


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
    (mend,) = mended(HEAD | {"observations": {written: "1"}}, "unknown-indicator")
    assert mend.startswith(_asks(meant))
