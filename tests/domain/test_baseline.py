"""The values of a baseline, and how what it knows is counted."""

import datetime
from collections import Counter

from hubei_digecon.domain.assessments import FileDigest, Settings
from hubei_digecon.domain.baseline import (
    Baseline,
    BaselineCounts,
    KnownFinding,
    KnownParts,
    KnownReport,
    Trouble,
    trouble_of,
)
from hubei_digecon.domain.conditions import Conditions
from hubei_digecon.domain.outcomes import Outcome, Verdict

CONDITIONS = Conditions.of_run(datetime.date(2026, 2, 28), Settings(), [], [], [], [])
REPORT = KnownReport("noncompliant", False, {"wuhan.gdp": Outcome.MISSED}, {}, Counter())
BASELINE = Baseline(FileDigest("b.json", "0"), CONDITIONS, {("wuhan", "2025", ""): REPORT})
KNOWN = KnownParts(
    (KnownFinding("wuhan.gdp", Outcome.MISSED, Outcome.MISSED, True),),
    2,
    Counter({Trouble.OPEN: 1}),
    Verdict.INCOMPLETE,
    False,
    True,
)


def test_every_outcome_is_one_trouble_or_none() -> None:
    assert {one: trouble_of(one) for one in Outcome} == {
        Outcome.MET: None,
        Outcome.MISSED: Trouble.MISSED,
        Outcome.UNDECIDED: Trouble.OPEN,
        Outcome.NO_DATA: Trouble.OPEN,
        Outcome.NOT_DUE: Trouble.NOT_DUE,
        Outcome.WAIVED: None,
    }


def test_an_older_result_that_tells_no_document_is_by_any() -> None:
    assert BASELINE.report("wuhan", "2025", "notice", False) is REPORT
    assert BASELINE.report("wuhan", "2024", "notice", False) is None


def test_values_that_are_not_published_say_nothing_of_those_that_are() -> None:
    assert BASELINE.report("wuhan", "2025", "notice", True) is None


def test_counts_add_up() -> None:
    counts, later = BaselineCounts(), BaselineCounts()
    counts.add(KNOWN)
    later.add(KNOWN._replace(matched=False))
    counts.join(later)
    assert counts.known == {Trouble.MISSED: 2, Trouble.ERROR: 4}
    assert (counts.new, counts.wider, counts.unmatched) == ({Trouble.OPEN: 2}, 2, 1)
    counts.hold_against(BASELINE, CONDITIONS._replace(waivers=False))
    assert counts.baseline is BASELINE
    assert [one.en for one in counts.notes] == ["waivers count in one of them, and not in the other"]
