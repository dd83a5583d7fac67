"""Step 2 of judging: satisfied, not or doubtful. A doubt may block a hit but never excuse a miss."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Grade, Outcome, Reason
from hubei_digecon.domain.reports import Evidence, Item, Observation
from hubei_digecon.domain.targets import Indicator
from hubei_digecon.domain.words import Counting, Status
from hubei_digecon.quantity.numbers import Interval

from ..building import (
    ADDED,
    FLOW,
    PROPERTY,
    SHARE,
    STOCK,
    assessed,
    judged,
    observed,
    reading_as,
    target,
    written,
)

AT_LEAST_13 = target(SHARE, 13)
MORE_THAN_20 = target(SHARE, 20, "more_than")
BREAKING_400 = target(
    FLOW, 400, "more_than", wording="突破400亿元", other_reading=reading_as("at_least", 400)
)
FROM_3_TO_5 = target(
    ADDED,
    3,
    wording="3—5家以上",
    stretch=Fraction(5),
    other_reading=reading_as("at_least", 5),
)
FROM_6_TO_9 = target(ADDED, 6, wording="6—9家", stretch=Fraction(9))

SOURCE = Evidence(title="年报")


def said(finding: Finding) -> tuple[str, list[str]]:
    """Return the outcome, and the reasons but for the base date, which every added count here lacks."""
    reasons = [reason.id for reason in finding.reasons if reason is not Reason.BASE_UNSTATED]
    return finding.outcome.id, reasons


# Compared unrounded and exactly.


@pytest.mark.parametrize(
    ("value", "outcome", "rounding_sensitive"),
    [
        ("12.9%", "missed", False),
        ("12.96%", "missed", False),
        ("12.95%", "missed", False),
        ("13%", "met", True),
        ("13.0%", "met", True),
        ("13.00%", "met", True),
        ("13.0000000000000000000000000000%", "met", True),
        ("13.01%", "met", False),
        ("13.1%", "met", False),
        ("13.05%", "met", False),
        ("14%", "met", False),
        ("129‰", "missed", False),
        ("129.6‰", "missed", False),
        ("130‰", "met", True),
        ("12%", "missed", False),
    ],
)
def test_a_share_is_compared_unrounded(value: str, outcome: str, rounding_sensitive: bool) -> None:
    finding = judged(AT_LEAST_13, observed(SHARE, value))
    assert (finding.outcome.id, finding.rounding_sensitive) == (outcome, rounding_sensitive)


def test_a_number_says_what_it_rests_on() -> None:
    finding = judged(AT_LEAST_13, observed(SHARE, "129.6‰"))
    assert finding.decided_on == Fraction("12.96")
    assert finding.decided_interval == Interval(Fraction("12.955"), Fraction("12.965"))
    assert (finding.gap, finding.attainment) == (Fraction("-0.04"), Fraction("12.96") / 13)
    assert finding.at == ("observations", "share", "value")


@pytest.mark.parametrize(("value", "sensitive"), [("169家", False), ("170家", False), ("171家", False)])
def test_a_count_is_exact_whatever_its_last_digit(value: str, sensitive: bool) -> None:
    assert judged(target(STOCK, 170), observed(STOCK, value)).rounding_sensitive is sensitive


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("12.99%", ("missed", [])),
        ("13.00%", ("met", ["at_line"])),
        ("13.01%", ("met", [])),
    ],
)
def test_a_value_exactly_on_the_line_is_told(value: str, expected: tuple[str, list[str]]) -> None:
    assert said(judged(AT_LEAST_13, observed(SHARE, value))) == expected


# Hedges.


@pytest.mark.parametrize(
    ("value", "at_least_13", "more_than_13"),
    [
        ("超13%", "met", "met"),
        ("突破13%", "met", "met"),
        ("超12.9%", "undecided", "undecided"),
        ("13%以上", "met", "undecided"),
        ("不低于13.1%", "met", "met"),
        ("12%以上", "undecided", "undecided"),
        ("不超过13%", "undecided", "missed"),
        ("12.9%以下", "missed", "missed"),
        ("不足13%", "missed", "missed"),
        ("未达14%", "undecided", "undecided"),
        ("13%左右", "undecided", "undecided"),
        ("约99%", "undecided", "undecided"),
        ("近1%", "undecided", "undecided"),
        ("130多‰", "met", "met"),
    ],
)
def test_a_hedge_decides_where_all_it_asserts_does(value: str, at_least_13: str, more_than_13: str) -> None:
    for comparator, outcome in (("at_least", at_least_13), ("more_than", more_than_13)):
        finding = judged(target(SHARE, 13, comparator), observed(SHARE, value))
        reasons = ["hedged"] if outcome == "undecided" else []
        assert said(finding) == (outcome, reasons)


@pytest.mark.parametrize(
    ("value", "outcome"),
    [
        ("超169家", "met"),
        ("超168家", "undecided"),
        ("170家以上", "met"),
        ("169家以上", "undecided"),
        ("不足170家", "missed"),
        ("不足171家", "undecided"),
        ("170家以下", "undecided"),
        ("169家以下", "missed"),
        ("170余家", "met"),
        ("约170家", "undecided"),
    ],
)
def test_a_hedged_count_decides_as_a_whole_number(value: str, outcome: str) -> None:
    assert judged(target(STOCK, 170), observed(STOCK, value)).outcome.id == outcome


def test_a_hedged_value_is_no_number_to_decide_on() -> None:
    finding = judged(AT_LEAST_13, observed(SHARE, "超13%"))
    assert (finding.decided_on, finding.gap, finding.attainment) == (None, None, None)
    assert finding.decided_interval == Interval(Fraction(13), None, low_open=True)
    assert not finding.rounding_sensitive


# Bands of a stretch.


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("5家", ("missed", [])),
        ("6家", ("met", ["at_line", "within_stretch"])),
        ("8家", ("met", ["within_stretch"])),
        ("9家", ("met", ["reached_stretch"])),
        ("10家", ("met", ["reached_stretch"])),
        ("9家以上", ("met", ["reached_stretch"])),
        ("超8家", ("met", ["reached_stretch"])),
        ("约7家", ("undecided", ["hedged"])),
    ],
)
def test_a_range_says_which_band_was_reached(value: str, expected: tuple[str, list[str]]) -> None:
    assert said(judged(FROM_6_TO_9, observed(ADDED, value))) == expected


def test_without_a_stretch_there_is_no_band() -> None:
    bands = {Reason.WITHIN_STRETCH, Reason.REACHED_STRETCH}
    assert not bands & set(judged(target(ADDED, 6), observed(ADDED, "9家")).reasons)


# A second reading of the wording.


@pytest.mark.parametrize(
    ("value", "outcome", "sensitive"),
    [
        ("399.99亿元", "missed", False),
        ("400.00亿元", "missed", True),
        ("0.04万亿元", "missed", True),
        ("400.01亿元", "met", False),
        ("超400亿元", "met", False),
        ("400亿元以上", "undecided", True),
        ("约400亿元", "undecided", False),
    ],
)
def test_two_readings_of_breaking_400_part_on_the_line(value: str, outcome: str, sensitive: bool) -> None:
    finding = judged(BREAKING_400, observed(FLOW, value))
    assert (finding.outcome.id, finding.reading_sensitive) == (outcome, sensitive)


@pytest.mark.parametrize(
    ("value", "outcome", "sensitive"),
    [("2家", "missed", False), ("3家", "met", True), ("4家", "met", True), ("5家", "met", False)],
)
def test_two_readings_of_3_to_5_or_more_part_between(value: str, outcome: str, sensitive: bool) -> None:
    finding = judged(FROM_3_TO_5, observed(ADDED, value))
    assert (finding.outcome.id, finding.reading_sensitive) == (outcome, sensitive)


def test_a_share_of_exactly_20_percent_has_one_reading() -> None:
    finding = judged(MORE_THAN_20, observed(SHARE, "20.0%"))
    assert (finding.outcome, finding.reading_sensitive) == (Outcome.MISSED, False)


# Another population.


UNRELATED, WIDER, NARROWER = ("undecided", "undecided"), ("undecided", "missed"), ("met", "undecided")
"""What becomes of a hit and of a miss where a figure covers something else than is asked for."""


@pytest.mark.parametrize(
    ("indicator", "facts", "outcomes"),
    [
        (SHARE, {"scope": "other"}, UNRELATED),
        (SHARE, {"scope": "unheard of"}, UNRELATED),
        (SHARE, {"scope": "wider"}, WIDER),
        (SHARE, {"scope": "between"}, WIDER),
        (SHARE, {"scope": "narrower"}, NARROWER),
        (FLOW, {"scope": "other"}, UNRELATED),
        (FLOW, {"scope": "wider"}, WIDER),
        (STOCK, {"scope": "other"}, UNRELATED),
        (STOCK, {"scope": "wider"}, WIDER),
        (STOCK, {"scope": "wider", "counting": Counting.CUMULATIVE}, WIDER),
        (STOCK, {"scope": "narrower", "counting": Counting.CUMULATIVE}, UNRELATED),
        (STOCK, {"counting": Counting.CUMULATIVE}, WIDER),
        (STOCK, {"counting": Counting.THIS_YEAR}, UNRELATED),
        (ADDED, {"counting": Counting.IN_FORCE}, NARROWER),
        (ADDED, {"counting": Counting.THIS_YEAR}, NARROWER),
    ],
    ids=lambda one: getattr(one, "id", None) or str(one),
)
def test_another_population_bounds_the_one_asked_for_or_proves_nothing(
    indicator: Indicator, facts: dict[str, object], outcomes: tuple[str, str]
) -> None:
    one, unit = target(indicator, 13), indicator.unit
    for value, outcome in zip((14, 12), outcomes, strict=True):
        assert said(judged(one, observed(indicator, f"{value}{unit}", **facts))) == (outcome, ["scope"])


@pytest.mark.parametrize(
    ("facts", "outcomes"),
    [
        ({"scope": "wider"}, ("met", "undecided")),
        ({"scope": "narrower"}, ("undecided", "missed")),
        ({"scope": "other"}, UNRELATED),
    ],
)
def test_of_a_ceiling_a_bound_proves_the_opposite(
    facts: dict[str, object], outcomes: tuple[str, str]
) -> None:
    one = target(SHARE, 13, "at_most")
    for value, outcome in zip((12, 14), outcomes, strict=True):
        assert said(judged(one, observed(SHARE, f"{value}%", **facts))) == (outcome, ["scope"])


def test_a_scope_where_the_indicator_has_none_changes_nothing_and_is_told() -> None:
    done = assessed([target(ADDED, 13)], observed(ADDED, "14家", scope="other"))
    assert said(done.findings[0]) == ("met", [])
    assert "scope-not-asked" in [one.kind.id for one in done.diagnostics]


@pytest.mark.parametrize(
    ("indicator", "value", "facts"),
    [
        (SHARE, "14%", {"scope": "own"}),
        (SHARE, "14%", {"scope": None}),
        (STOCK, "14家", {"scope": None, "counting": None}),
        (STOCK, "14家", {"counting": Counting.IN_FORCE}),
        (ADDED, "14家", {"counting": Counting.CUMULATIVE}),
        (ADDED, "14家", {"counting": None}),
    ],
    ids=lambda one: getattr(one, "id", None) or str(one),
)
def test_the_own_population_or_none_stated_blocks_nothing(
    indicator: Indicator, value: str, facts: dict[str, object]
) -> None:
    assert said(judged(target(indicator, 13), observed(indicator, value, **facts))) == ("met", [])


# Evidence.

CLAIMED = observed(STOCK, "170家")
DOCUMENT = Evidence(document="list.pdf")
BACKED: dict[str, tuple[Observation, Grade]] = {
    "a source": (observed(SHARE, "17%", source=SOURCE), Grade.CITED),
    "a source with its document": (observed(SHARE, "17%", source=DOCUMENT), Grade.DOCUMENTED),
    "a document": (observed(SHARE, "17%", evidence=(DOCUMENT,)), Grade.DOCUMENTED),
    "a document by its title": (observed(SHARE, "17%", evidence=(Evidence(title="名单"),)), Grade.DOCUMENTED),
    "who issued it": (observed(SHARE, "17%", evidence=(Evidence(issuer="示例"),)), Grade.CITED),
    "a source of a count": (observed(STOCK, "170家", source=SOURCE), Grade.CITED),
    "a document of a count without a list": (observed(STOCK, "170家", evidence=(DOCUMENT,)), Grade.CITED),
    "a document of a list": (
        observed(STOCK, "1家", evidence=(DOCUMENT,), items=(Item("第一家"),)),
        Grade.DOCUMENTED,
    ),
}


@pytest.mark.parametrize(("backed", "grade"), BACKED.values(), ids=BACKED)
def test_a_document_documents_a_figure_and_a_source_cites_it(backed: Observation, grade: Grade) -> None:
    indicator = SHARE if backed.indicator == SHARE.id else STOCK
    assert judged(target(indicator, 170), backed).evidence is grade


def test_what_names_nothing_is_claimed() -> None:
    assert judged(target(STOCK, 170), CLAIMED).evidence is Grade.CLAIMED


@pytest.mark.parametrize(
    ("documents", "grade"),
    [
        (("a.pdf", "b.pdf"), Grade.DOCUMENTED),
        (("a.pdf", None), Grade.CLAIMED),
        ((None, None), Grade.CLAIMED),
    ],
    ids=["behind every item", "behind one item", "behind none"],
)
def test_items_document_a_count_where_each_of_them_does(
    documents: tuple[str | None, ...], grade: Grade
) -> None:
    items = tuple(Item(f"第{n}家", document=document) for n, document in enumerate(documents))
    assert judged(target(STOCK, 2), observed(STOCK, "2家", items=items)).evidence is grade


@pytest.mark.parametrize(
    ("given", "asked", "hit"),
    [
        (CLAIMED, Grade.CLAIMED, "met"),
        (CLAIMED, Grade.CITED, "undecided"),
        (CLAIMED, Grade.DOCUMENTED, "undecided"),
        (CLAIMED, Grade.VERIFIED, "undecided"),
        (BACKED["a source of a count"][0], Grade.CLAIMED, "met"),
        (BACKED["a source of a count"][0], Grade.CITED, "met"),
        (BACKED["a source of a count"][0], Grade.DOCUMENTED, "undecided"),
        (BACKED["a source of a count"][0], Grade.VERIFIED, "undecided"),
    ],
    ids=lambda one: getattr(one, "id", None) if isinstance(one, Grade) else None,
)
def test_weak_evidence_blocks_a_hit_and_excuses_no_miss(given: Observation, asked: Grade, hit: str) -> None:
    reasons = ["evidence"] if hit == "undecided" else []
    met = judged(target(STOCK, 169), given, min_evidence=asked)
    missed = judged(target(STOCK, 171), given, min_evidence=asked)
    assert said(met) == (hit, reasons)
    assert said(missed) == ("missed", reasons)


# Several doubts at once.


def test_every_doubt_is_told() -> None:
    finding = judged(
        AT_LEAST_13,
        observed(SHARE, "13%左右", scope="other", status=Status.ESTIMATED),
        min_evidence=Grade.DOCUMENTED,
    )
    assert finding.outcome is Outcome.UNDECIDED
    assert sorted(reason.id for reason in finding.reasons) == ["estimated", "evidence", "hedged", "scope"]


def test_a_hedge_that_fails_throughout_is_missed_whatever_else_is_doubtful() -> None:
    finding = judged(AT_LEAST_13, observed(SHARE, "不足13%", scope="wider"), min_evidence=Grade.VERIFIED)
    assert said(finding) == ("missed", ["scope", "evidence"])


# A base date that nobody stated.


def test_an_added_count_without_a_base_date_says_so() -> None:
    assert Reason.BASE_UNSTATED in judged(target(ADDED, 3), observed(ADDED, "3家")).reasons
    assert Reason.BASE_UNSTATED in judged(target(ADDED, 3), observed(ADDED, "2家")).reasons


@pytest.mark.parametrize("indicator", [SHARE, FLOW, STOCK], ids=lambda one: one.id)
def test_nothing_else_has_a_base_date(indicator: Indicator) -> None:
    finding = judged(target(indicator, 3), observed(indicator, f"3{indicator.unit}"))
    assert Reason.BASE_UNSTATED not in finding.reasons


# About: both a floor and a ceiling.

HEDGES = ("", "超", "不足", "约", "不低于", "不超过")


@PROPERTY
@given(st.sampled_from(HEDGES), st.integers(50, 400), st.integers(0, 8), st.integers(0, 8))
def test_about_is_met_and_missed_as_a_floor_and_a_ceiling_together(
    hedge: str, tenths: int, below: int, above: int
) -> None:
    figure = observed(SHARE, f"{hedge}{written(tenths, 1)}%")
    about = COMPARATORS["about"].tolerating(Fraction(below), Fraction(above), False)
    outcome = judged(target(SHARE, 13)._replace(comparator=about), figure).outcome
    ends = (target(SHARE, 13 - below), target(SHARE, 13 + above, "at_most"))
    both = {judged(end, figure).outcome for end in ends}
    if Outcome.MISSED in both:
        assert outcome is Outcome.MISSED
    else:
        assert outcome is (Outcome.MET if both == {Outcome.MET} else Outcome.UNDECIDED)


@PROPERTY
@given(st.integers(1500, 2500), st.sampled_from(["元", "万元", "亿元"]))
def test_a_tolerance_in_percent_means_the_same_in_any_unit(tenths: int, unit: str) -> None:
    figure = observed(FLOW, f"{written(tenths, 1)}亿元")
    one = target(FLOW, 200)._replace(
        comparator=COMPARATORS["about"].tolerating(Fraction(10), Fraction(5), True)
    )
    other = one._replace(value=200 * FLOW.units.ratio("亿元", unit), unit=unit)
    assert said(judged(one, figure)) == said(judged(other, figure))


@pytest.mark.parametrize("figure", ["30.0%", "30.1%", "约30%", "超29%"])
def test_only_the_number_itself_meets_about_without_a_tolerance(figure: str) -> None:
    finding = judged(target(SHARE, 30, "about"), observed(SHARE, figure))
    is_met = figure == "30.0%"
    assert finding.outcome is (Outcome.MET if is_met else Outcome.UNDECIDED)
    assert (Reason.NO_TOLERANCE in finding.reasons) is not is_met
    assert (finding.weighs, finding.rounding_sensitive, finding.attainment) == (False, False, None)
