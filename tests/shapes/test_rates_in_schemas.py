"""What a schema takes and refuses of rates, and of the earlier figures that they are held against."""

import json
from typing import Any

import jsonschema
import pytest

from hubei_digecon.load.reports import read_report
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.shapes.json_schema.report import report_schema

from ..load.reading import document
from ..rates import library_with_rates

HEAD = "entity: wuhan-wedz\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\nobservations:\n"


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> TargetLibrary:
    return library_with_rates(tmp_path_factory.mktemp("rates") / "targets")


@pytest.fixture(scope="module")
def schema(rated: TargetLibrary) -> Any:
    return jsonschema.Draft202012Validator(json.loads(report_schema(rated)))


@pytest.mark.parametrize(
    ("indicator", "said", "taken"),
    [
        ("firms_growth", "5.2%", True),
        ("firms_growth", "-5.2%", True),
        ("firms_growth", "增长5.2%", True),
        ("firms_growth", "同比增长5.2%", True),
        ("firms_growth", "增长5%以上", True),
        ("firms_growth", "下降3%", True),
        ("firms_growth", "同比下降3.0‰", True),
        ("firms_growth", "年均增长5.2%", False),
        ("firms_growth", "下降3%以上", False),
        ("firms_growth", "下降-3%", False),
        ("firms_growth", "翻一番", False),
        ("firms_growth", "5百分点", False),
        ("firms_growth", "2倍", False),
        ("gdp_mean", "年均增长5.2%", True),
        ("gdp_mean", "同比增长5.2%", False),
        ("firms_times", "2.5倍", True),
        ("firms_times", "翻一番", True),
        ("firms_times", "翻了两番", True),
        ("firms_times", "增长1.5倍", True),
        ("firms_times", "200%", False),
        ("gdp", {"value": "1000亿元", "previous": {"period": "2024", "value": "900亿元"}}, True),
        (
            "gdp",
            {"value": "1000亿元", "previous": {"period": "2024", "value": "约900", "unit": "亿元"}},
            True,
        ),
        ("gdp", {"value": "1000亿元", "previous": {"period": "2024", "value": "900"}}, False),
        ("gdp", {"value": "1000", "unit": "亿元", "previous": {"period": "2024", "value": "900"}}, True),
        ("gdp", {"value": "1000亿元", "previous": {"period": "2024", "value": "900家"}}, False),
        ("gdp", {"value": "1000亿元", "previous": {"period": "2024", "value": "未公布"}}, True),
        ("gdp", {"value": "1000亿元", "previous": {"period": "soon", "value": "900亿元"}}, False),
        ("gdp", {"value": "1000亿元", "previous": {"value": "900亿元"}}, True),
        ("gazelle_firms", {"value": "9家", "previous": {"period": "2024", "value": "8.5家"}}, False),
        (
            "gazelle_firms",
            {"value": "9家", "previous": {"period": "2024", "value": "8家", "unit": "个"}},
            True,
        ),
    ],
)
def test_a_schema_takes_what_is_read_and_refuses_what_is_not(
    rated: TargetLibrary, schema: Any, indicator: str, said: object, taken: bool
) -> None:
    report = {
        "entity": "wuhan-wedz",
        "period": "2025",
        "submitted": {"by": "示例单位", "date": "2026-01-20"},
        "observations": {indicator: said},
    }
    assert schema.is_valid(report) is taken
    read = read_report(document(json.dumps(report, ensure_ascii=False), "report.json"), rated)
    assert (not any(one.is_error for one in getattr(read, "faults", ()))) is taken
