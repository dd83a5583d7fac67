"""The opinion on one report: its facts, its findings in words, what it rests on."""

import datetime
from pathlib import Path

from hubei_digecon import check
from hubei_digecon.show.document import PageFact
from hubei_digecon.show.page.section import opinion_of
from hubei_digecon.show.view import View

from ...conftest import AS_OF, ROOT
from ...small_targets import Small

EN = View("en")


def test_it_says_what_was_judged_and_what_it_rests_on(small: Small) -> None:
    path = Path(small.report("missed")).name
    run = check(path, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))
    section = opinion_of(run.assessments[0], run, EN, "r1")
    assert (section.title, section.name, section.id, section.mark) == (
        "First assessment (by the program alone)",
        "Oneville",
        "r1",
        "missed",
    )
    assert section.facts == (
        PageFact("Period", "2025"),
        PageFact("Revision", "1"),
        PageFact("As of", AS_OF),
        PageFact("Judged by", "Sample notice"),
        PageFact("Report file", "missed.yaml"),
    )
    (finding,), needed = (listing.entries for listing in section.listings)
    assert needed == ()
    assert finding.heading == "Sample firms (✗ missed)"
    assert finding.cited == "Its words: “10家”, in [1], paragraph 1. Read as at least."
    assert section.grounds is not None
    assert [one.heading for one in section.grounds.entries] == [
        "[1] Sample notice",
        "Weakest evidence accepted: claimed",
        "Waivers: heeded",
    ]
    assert section.summarised is not None
    assert section.summarised.problems is not None


def test_only_what_a_reviewer_has_seen_has_room_for_a_seal(small: Small) -> None:
    path, review = Path(small.report("missed")).name, Path("review.yaml")
    review.write_text("entity: one\nperiod: 2025\nreviewer: {name: 评估组}\n", "utf-8")
    day = datetime.date.fromisoformat(AS_OF)
    for reviews in ((), (review.name,)):
        run = check(path, targets=small.targets, reviews=reviews, as_of=day)
        section = opinion_of(run.assessments[0], run, View("zh"), "r1")
        assert (section.is_signed, section.title) == (
            bool(reviews),
            "核验意见" if reviews else "初审意见（系统比对）",
        )


def test_what_is_open_is_told_first_under_its_own_number_and_with_what_it_needs() -> None:
    path = str(ROOT / "sample_reports/illustrative/wuhan-wedz-2025.yaml")
    run = check(path, as_of=datetime.date.fromisoformat(AS_OF))
    opinions, needed = opinion_of(run.assessments[0], run, View("zh"), "r1").listings
    assert [one.number for one in opinions.entries] == [1, 2, 5, 7, 3, 4, 6]
    (only,) = needed.entries
    assert "认定意见" in only.heading
    assert "attestation" not in f"{only.heading}{only.lines}"


def test_a_report_that_cannot_be_read_is_returned(small: Small) -> None:
    path = Path(small.report("invalid")).name
    run = check(path, targets=small.targets, as_of=datetime.date.fromisoformat(AS_OF))
    section = opinion_of(run.assessments[0], run, EN, "r1")
    assert (section.title, section.table, section.chart) == ("Returned, not assessed", None, None)
    assert [one.place for one in section.diagnostics.listed] == ["5:18"]
