"""Budgets say what was to be kept, and whether it was; the limit held to is the quicker one."""

import pytest
from benchmarks.budgets import Bound, batch
from benchmarks.measured import CHECK, LIMIT, LIMIT_IN_C
from benchmarks.timing import Timing, ratio


@pytest.mark.parametrize(
    ("bound", "measured", "said"),
    [
        (Bound("at most", 10), 10, "at most 10: kept"),
        (Bound("at most", 10), 10.01, "at most 10: NOT KEPT"),
        (Bound("at least", 0.85), 0.85, "at least 0.85: kept"),
        (Bound("at least", 0.85), 0.84, "at least 0.85: NOT KEPT"),
        (Bound("below", 1), 1, "below 1: NOT KEPT"),
        (Bound("above", 1), 1.01, "above 1: kept"),
        (Bound(), 3, "-"),
    ],
)
def test_a_bound_says_whether_it_is_kept(bound: Bound, measured: float, said: str) -> None:
    assert bound.said(measured) == said


@pytest.mark.parametrize(
    ("seconds", "limit"),
    [
        ({LIMIT: (3.0, 1.0, 2.0), LIMIT_IN_C: (1.5, 1.5, 9.0)}, LIMIT_IN_C),
        ({LIMIT: (1.0,), LIMIT_IN_C: (1.5,)}, LIMIT),
        ({LIMIT: (1.0,)}, LIMIT),
    ],
)
def test_the_quicker_limit_is_held_to(seconds: dict[str, tuple[float, ...]], limit: str) -> None:
    timings = {name: Timing(name, taken) for name, taken in seconds.items()}
    assert [budget.than for budget in batch(timings) if budget.name == CHECK] == [limit, limit]


def test_times_relate_by_the_file() -> None:
    slow, quick = Timing("slow", (4.0, 6.0, 5.0), files=10), Timing("quick", (2.0, 1.0, 1.0), files=100)
    assert (ratio(slow, quick).of_medians, ratio(slow, quick).of_pairs) == (50, 50)
    assert (slow.a_second, quick.a_second) == (2, 100)
