"""What a difference says of itself, and how a comparison ends."""

import datetime

import pytest

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.assessments import Assessment, FileDiagnostics
from hubei_digecon.domain.differences import (
    Compared,
    ComparedSort,
    Comparison,
    DifferenceSort,
    FoundDifference,
    Side,
    Subject,
    in_order,
)
from hubei_digecon.domain.left_out import LeftOut, WhyLeftOut
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.text import Text

TODAY = datetime.date(2026, 2, 28).isoformat()
A = Compared("a.json", ComparedSort.RESULT, 1, TODAY)
EMPTY = A._replace(number=0)
OUTCOME = Text("完成情况", "outcome")
MET, MISSED = Side("met", Text("完成", "met")), Side("missed", Text("未完成", "missed"))


def difference(a: Side | None, b: Side | None, target: str = "wuhan.gdp") -> FoundDifference:
    return FoundDifference(
        DifferenceSort.OUTCOME, Subject("wuhan", "2025", "notice", target), "outcome", OUTCOME, a, b
    )


@pytest.mark.parametrize(
    ("a", "b", "change", "zh", "en"),
    [
        (MISSED, MET, "changed", "完成情况：未完成→完成", "outcome: missed → met"),
        (None, MET, "added", "完成情况：A中没有→完成", "outcome: not in A → met"),
        (MISSED, None, "removed", "完成情况：未完成→B中没有", "outcome: missed → not in B"),
    ],
)
def test_in_words(a: Side | None, b: Side | None, change: str, zh: str, en: str) -> None:
    one = difference(a, b)
    assert (one.change.id, one.words.zh, one.words.en) == (change, zh, en)


def test_their_order_is_that_of_their_subjects() -> None:
    found = [difference(MISSED, MET, "wuhan.z"), difference(MISSED, MET, "wuhan.a")]
    assert in_order(found) == in_order(reversed(found)) == (found[1], found[0])


@pytest.mark.parametrize(
    ("comparison", "code"),
    [
        (Comparison(A, A, ()), 0),
        (Comparison(A, A, (difference(MET, MISSED),)), 0),
        (Comparison(EMPTY, A, ()), 4),
        (Comparison(A, A, (), unread=[Assessment(SourceFile("x"), Verdict.INVALID)]), 3),
        (
            Comparison(
                A, A, (),
                file_diagnostics=[FileDiagnostics(SourceFile("x"), (), left=LeftOut(WhyLeftOut.LOOKS_LIKE_REPORT))],
            ),
            4,
        ),
    ],
)  # fmt: skip
def test_the_code_tells_what_could_be_compared_and_never_what_differs(
    comparison: Comparison, code: int
) -> None:
    assert comparison.exit_code == code


def test_counts_by_sort() -> None:
    made = Comparison(A, A, (difference(MET, MISSED), difference(MISSED, MET)))
    assert made.by_sort() == {DifferenceSort.OUTCOME: 2}
    assert not made.illustrative
    assert Comparison(A._replace(illustrative=True), A, ()).illustrative
