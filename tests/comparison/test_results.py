"""Two results compared: by place, period, document and target, whatever the order, and never by guessing."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.differences import FoundDifference
from hubei_digecon.shapes.result import Result

from ..comparing import NAMES, compared, judged, results, told
from ..laws import examples

LAW = settings(derandomize=True, database=None, max_examples=examples(60))
"""How laws are tried: the same examples in every run."""

EAST_LAKE = "wuhan-east-lake-2025"
CONFIRMED = [
    ("outcome", "outcome", "undecided", "met"),
    ("reason", "reasons", "unattested", None),
    ("evidence", "evidence", "documented", "verified"),
    ("final", "final", "false", "true"),
]


def test_a_review_settles_what_was_undecided() -> None:
    found = compared(judged(EAST_LAKE), judged(EAST_LAKE, reviewed=True))
    assert told(found.differences) == [
        ("verdict", "", "verdict", "incomplete", "compliant"),
        *(
            (sort, target, field, a, b)
            for target in ("future_tracks", "optics_valley_model")
            for sort, field, a, b in CONFIRMED
        ),
    ]
    assert {one.illustrative for one in found.differences} == {True}
    assert found.notes == ()
    words = [one.words for one in found.differences if one.field in ("outcome", "reasons")][:2]
    assert [(one.zh, one.en) for one in words] == [
        ("完成情况：待核定→完成", "outcome: undecided → met"),
        ("理由：未经核验单位认定→B中没有", "reason: unattested → not in B"),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_as_it_is(name: str) -> None:
    for one in (judged(name), judged(name, reviewed=True)):
        assert compared(one, one).differences == ()


def mirrored(differences: tuple[FoundDifference, ...]) -> list[FoundDifference]:
    return [one._replace(a=one.b, b=one.a) for one in differences]


@LAW
@given(results(), results())
def test_both_directions_mirror_each_other(a: Result, b: Result) -> None:
    there, back = compared(a, b).differences, compared(b, a).differences
    assert sorted(map(repr, there)) == sorted(map(repr, mirrored(back)))
    assert compared(a, a).differences == ()


@LAW
@given(results(), st.randoms(use_true_random=False))
def test_the_order_of_reports_and_findings_bears_on_nothing(b: Result, random: Random) -> None:
    shuffled = [
        replace(one, findings=random.sample(one.findings, len(one.findings))) for one in b.assessments
    ]
    other = replace(b, assessments=random.sample(shuffled, len(shuffled)))
    assert compared(judged(), other) == compared(judged(), b)
    assert compared(b, other).differences == ()


def test_a_report_that_one_side_lacks_is_told_as_not_there() -> None:
    (one,) = compared(judged("wuhan-2025"), judged("wuhan-2025", EAST_LAKE)).differences
    assert (one.sort.id, one.change.id, one.subject.entity, one.field) == (
        "report",
        "added",
        "wuhan-east-lake",
        "",
    )
    assert one.words.en == "report: not in A → incomplete"
    (one,) = compared(judged("wuhan-2025", EAST_LAKE), judged("wuhan-2025")).differences
    assert (one.change.id, one.words.zh) == ("removed", "报告：待补充核实→B中没有")


def test_a_target_that_one_side_lacks_is_told_as_not_there() -> None:
    whole = judged("wuhan-2025")
    (assessment,) = whole.assessments
    first, *others = assessment.findings
    less = replace(whole, assessments=[replace(assessment, findings=others)])
    ((sort, target, field, a, b),) = told(compared(whole, less).differences)
    assert (sort, f"wuhan.{target}", field, a, b) == ("target", first.target, "", first.outcome, None)


def test_of_a_report_that_cannot_be_read_no_target_is_compared() -> None:
    whole = judged("wuhan-2025")
    (assessment,) = whole.assessments
    unread = replace(assessment, verdict="invalid", findings=[], document=None, revision=None, final=False)
    found = compared(whole, replace(whole, assessments=[unread]))
    assert told(found.differences) == [
        ("report", "", "revision", "2", None),
        ("verdict", "", "verdict", "noncompliant", "invalid"),
    ]
    assert [one.en for one in found.notes] == [
        "B: wuhan 2025 could not be read, so that no target of it was compared"
    ]


def test_the_highest_revision_counts_and_a_clash_is_told() -> None:
    whole = judged("wuhan-2025")
    (first,) = whole.assessments
    second = replace(first, path="second.yaml", sha256="0" * 64, revision=3, verdict="compliant")
    both = replace(whole, assessments=[first, second])
    found = compared(both, replace(whole, assessments=[second]))
    assert found.differences == ()
    assert [one.en for one in found.notes] == [
        "A holds several reports of wuhan for 2025; only the highest revision is compared"
    ]
    clash = replace(whole, assessments=[first, replace(second, revision=2)])
    found = compared(clash, clash)
    assert found.differences == ()
    assert [one.zh for one in found.notes] == [
        "A中“wuhan”2025年同为第2次报送的报告不止一份且不相同，未作比较",
        "B中“wuhan”2025年同为第2次报送的报告不止一份且不相同，未作比较",
    ]


def test_settings_change_outcomes() -> None:
    lenient, strict = judged("wuhan-2025"), judged("wuhan-2025", how=Settings("documented"))
    assert ("outcome", "core_share_of_gdp", "outcome", "met", "undecided") in told(
        compared(lenient, strict).differences
    )
