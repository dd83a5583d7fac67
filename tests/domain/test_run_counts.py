"""What assessments come to together."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.domain.run_counts import RunCounts, count_run

from ..building import FLOW, assessed, observed, target


def test_verdicts_are_counted() -> None:
    met, missed = (assessed([target(FLOW, 400)], observed(FLOW, text)) for text in ("409亿元", "391亿元"))
    counts = count_run([met, missed, missed], [], Settings())
    assert list(counts.reports) == [("place", "2025")]
    assert (counts.verdicts[Verdict.COMPLIANT], counts.verdicts[Verdict.NONCOMPLIANT]) == (1, 2)


@given(st.lists(st.sampled_from(list(Verdict))), st.randoms())
def test_reports_in_any_order_come_to_the_same_tally(verdicts: list[Verdict], random: Random) -> None:
    shuffled = random.sample(verdicts, len(verdicts))
    said = []
    for order in (verdicts, shuffled):
        counts = RunCounts()
        counts.verdicts.update(order)
        said.append(list(counts.tally.items()))
    assert said[0] == said[1]
