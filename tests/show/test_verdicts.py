"""The verdicts alone: a line a report, and how a run ends."""

import datetime
from pathlib import Path

from hubei_digecon import check
from hubei_digecon.domain.run import Run
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.verdicts import closing_lines, ending, last_line, verdict_row
from hubei_digecon.show.view import View

from ..conftest import AS_OF
from ..small_targets import Small

EN = View("en")
COUNTS = "undecided 0, no data 0, not due 0, waived 0"


def judged(small: Small, *names: str) -> Run:
    """Return what judging the reports of these names found."""
    paths = [Path(small.report(name)).name for name in names]
    return check(*paths, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))


def test_one_report_is_one_line(small: Small) -> None:
    run = judged(small, "missed")
    line = f"missed.yaml: judged 1 of 1: met 0, missed 1; {COUNTS}. Verdict: noncompliant (interim)\n"
    assert (
        FORMATS["table"].render(run, EN._replace(quiet=True)) == verdict_row(run.assessments[0], EN) == line
    )
    assert ending(run.counts, EN) == ""


def test_several_reports_are_summed_up(small: Small) -> None:
    run = judged(small, "missed", "compliant")
    assert list(closing_lines(run.counts, EN)) == ["2 reports: noncompliant 1, compliant 1."]


def test_a_run_over_nothing_says_so(small: Small) -> None:
    (small.folder / "empty").mkdir()
    run = check("empty", targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))
    assert next(closing_lines(run.counts, EN)) == "judged 0 of 0: no report was found to check."


def test_missed_expected_targets_are_counted_apart_where_targets_are_told_apart(small: Small) -> None:
    (assessment,) = judged(small, "missed").assessments
    told = last_line(assessment._replace(expected_missed=1), EN)
    assert "met 0, missed 1 (of these expected targets: 1); " in told
    chinese = last_line(assessment._replace(expected_missed=0), View("zh"))
    assert "未完成1（其中预期性目标未达预期0）；" in chinese
