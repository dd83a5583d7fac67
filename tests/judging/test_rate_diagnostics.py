"""What is told of rates and of the earlier figures that they are held against."""

from pathlib import Path

import pytest

from ..casebook import Case, judged
from ..conftest import Digecon

CATALOGUE = {
    "indicators": {
        "firms_growth": {"kind": "rate", "unit": "%", "change": {"of": "gazelle_firms", "how": "growth"}},
        "firms_times": {
            "kind": "rate", "unit": "倍", "change": {"of": "gazelle_firms", "how": "multiple", "since": "2020"},
        },
    }
}  # fmt: skip


def said(
    folder: Path, digecon: Digecon, previous: object, targets: str, **more: object
) -> list[dict[str, str]]:
    """Return the diagnostics on a report of 110 firms with an earlier figure beside them."""
    firms = {"value": "110家", "counting": "in_force", "scope": "gazelle-digital", "previous": previous}
    case = Case("rates", {"name": "one", "catalogue": CATALOGUE, "targets": {targets: {"value": "10"}}})
    _, result = judged(case.but(observations={"gazelle_firms": firms, **more}), folder, digecon)
    found: list[dict[str, str]] = result["assessments"][0]["diagnostics"]
    return found


def test_a_mismatch_tells_both_figures_and_that_the_reported_one_decides(
    tmp_path: Path, digecon: Digecon
) -> None:
    (one,) = said(
        tmp_path, digecon, {"period": "2024", "value": "100家"}, "firms_growth", firms_growth="12.0%"
    )
    assert (one["id"], one["severity"], one["at"]) == (
        "rate-mismatch", "warning", "observations.firms_growth.value",
    )  # fmt: skip
    assert one["message"]["zh"] == (  # type: ignore[index]
        "示例firms_growth填报12.0%（即11.95%至12.05%），而数字经济瞪羚企业110家÷2024年的100家－1＝10%"
        "（即10%至10%），超出修约误差；以填报的为准"
    )


@pytest.mark.parametrize(
    ("previous", "ids"),
    [
        ({"period": "2024", "value": "100家"}, []),
        ({"period": "2020", "value": "50家"}, []),
        ({"period": "2023", "value": "100家"}, ["other-previous"]),
        ({"period": "2024", "value": "0家"}, ["base-not-positive"]),
        ({"period": "2020", "value": "0家"}, []),
        ({"value": "100家"}, []),
        ({"period": "2024"}, ["missing-key"]),
        ({"period": "2024", "value": "100亿元"}, ["unit-mismatch"]),
    ],
)
def test_an_earlier_figure_that_gives_no_rate_is_told_where_it_matters(
    tmp_path: Path, digecon: Digecon, previous: object, ids: list[str]
) -> None:
    assert [one["id"] for one in said(tmp_path, digecon, previous, "firms_growth")] == ids


def test_another_period_is_told_with_those_that_are_wanted(tmp_path: Path, digecon: Digecon) -> None:
    (one,) = said(tmp_path, digecon, {"period": "2023", "value": "100家"}, "firms_growth")
    assert one["message"]["zh"] == (  # type: ignore[index]
        "数字经济瞪羚企业的对比期填为2023年，而示例firms_growth、示例firms_times以2024年、2020年为对比期，不据以计算"
    )
