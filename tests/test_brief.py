"""What a value is shown as in a console: short, and what it is."""

import datetime
import enum
import inspect

import hubei_digecon
from hubei_digecon import BaselineCounts, Place, Settings, check, score, trend
from hubei_digecon.brief import brief

from .conftest import ROOT

DAY = datetime.date(2026, 2, 28)
MOST = 200


def test_a_value_tells_its_first_fields() -> None:
    assert repr(Place(3, 7)) == "Place(line=3, column=7, width=1)"
    assert repr(Settings("verified", select=["a", "b"])) == (
        "Settings(min_evidence=Grade.VERIFIED, waivers=True, documents=False, select=<2>, schedule=False)"
    )
    assert repr(hubei_digecon.Grade.VERIFIED) == "<Grade.VERIFIED>"


def test_a_long_text_is_cut_and_what_has_an_id_is_called_by_it() -> None:
    [one] = check(ROOT / "sample_reports/illustrative/wuhan-wedz-2025.yaml", as_of=DAY)
    assert repr(one.findings[0]).startswith(
        "Finding(target=<Target wuhan-wedz.core_value_added>, outcome=Outcome."
    )
    assert repr(one.findings[0].target.indicator.name) == (
        "Text(zh='数字经济核心产业增加值', en='Value added of the core industries of th…')"
    )


def test_counts_are_told_by_their_slots() -> None:
    counts = check(ROOT / "sample_reports/illustrative/wuhan-2025.yaml", as_of=DAY).counts
    counts.baseline = BaselineCounts()
    assert repr(counts.baseline) == "BaselineCounts(absent=0, unmatched=0, wider=0)"
    assert repr(counts) == (
        "RunCounts(absent=0, baseline=<BaselineCounts>, blocked=False, by_documents=False, decided=True, "
        "failing_verdicts=<1>, ignored=0, internal=False, left_out=<LeftOutCounts>, reports=<1>, …)"
    )


def test_every_public_value_is_shown_in_short() -> None:
    """Every value that runs over the samples hold, whatever it is in."""
    runs = (
        check(ROOT / "sample_reports", as_of=DAY, history=ROOT / "sample_reports/published"),
        score(ROOT / "sample_reports", as_of=DAY),
        trend(ROOT / "sample_reports/published", as_of=DAY),
        hubei_digecon.load_targets(),
    )
    waiting: list[object] = list(runs)
    seen: set[int] = set()
    met = set()
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if type(one).__name__ in hubei_digecon.__all__:
            met.add(type(one).__name__)
            assert len(repr(one)) < MOST, one
        if isinstance(one, dict):
            waiting.extend(one.values())
        elif isinstance(one, tuple | list):
            waiting.extend(one)
        elif hasattr(one, "__dataclass_fields__"):
            waiting.extend(getattr(one, name) for name in one.__dataclass_fields__)
    assert {"Run", "Trend", "Assessment", "Finding", "Scoreboard", "Series", "Target", "Report"} <= met


def test_every_public_class_has_a_repr_of_ours() -> None:
    for name in hubei_digecon.__all__:
        one = getattr(hubei_digecon, name)
        if inspect.isclass(one) and (issubclass(one, tuple | enum.Enum) or hasattr(one, "__match_args__")):
            assert one.__repr__ is brief or one.__module__.startswith("hubei_digecon.api"), name
