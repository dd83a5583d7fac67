"""The types of the trend in JSON: the keys of version 1, which only grow."""

from dataclasses import fields

from hubei_digecon.shapes.trend_result import FORMAT, TrendPace, TrendResult, TrendResultPoint, TrendSeries


def names(form: type) -> list[str]:
    return [field.name for field in fields(form)]


def test_the_keys_of_version_1() -> None:
    assert FORMAT == "digecon/trend/v1"
    assert {"format", "tool", "as_of", "documents", "method", "diagnostics", "series"} <= set(
        names(TrendResult)
    )
    assert names(TrendSeries)[:9] == [
        "entity",
        "indicator",
        "target",
        "document",
        "due",
        "comparator",
        "required",
        "unit",
        "base",
    ]
    assert {"period", "value", "status", "illustrative", "outcome", "change", "scheduled", "pace"} <= set(
        names(TrendResultPoint)
    )


def test_what_cannot_be_told_is_null() -> None:
    pace = TrendPace("schedule", None, None, "no_base", None, None)
    assert [getattr(pace, name) for name in names(TrendPace)] == [
        "schedule",
        None,
        None,
        "no_base",
        None,
        None,
    ]
