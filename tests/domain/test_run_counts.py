"""What assessments come to together."""

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.domain.run_counts import count_run

from ..building import FLOW, assessed, observed, target


def test_verdicts_are_counted() -> None:
    met, missed = (assessed([target(FLOW, 400)], observed(FLOW, text)) for text in ("409亿元", "391亿元"))
    counts = count_run([met, missed, missed], [], Settings())
    assert list(counts.reports) == [("place", "2025")]
    assert (counts.verdicts[Verdict.COMPLIANT], counts.verdicts[Verdict.NONCOMPLIANT]) == (1, 2)
