"""Doubts on what is met: items struck off, and no names of them where they are redacted."""

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.run import Run
from hubei_digecon.show.redaction import redacted
from hubei_digecon.summaries import problems_of
from hubei_digecon.summaries.doubts import doubts_of
from tests.summaries.samples import run_of_sample


def platforms(run: Run) -> Finding:
    findings = run.assessments[0].findings
    return next(one for one in findings if one.target.indicator.id == "new_innovation_platforms")


def test_nothing_is_doubted_where_every_item_counts() -> None:
    run = run_of_sample("wuhan-wedz-2025")
    assert doubts_of(platforms(run), run) is None


def test_redaction_leaves_no_name_of_an_item() -> None:
    run = redacted(run_of_sample("wuhan-wedz-2025", reviewed=True))
    told = doubts_of(platforms(run), run)
    assert told is not None
    assert "核减后与目标下限持平" in told.zh
    said = [one.sentence for one in problems_of(run.assessments[0], run)]
    assert not [one for one in said if "示例创新平台" in one.zh + one.en]
