"""Laws of judging, tried on made-up reports and reviews that are written out and judged as files.

What is drawn lies near the lines of the published targets, where a judgement can go either way.
"""

import datetime
import json
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.show.json import result

from .. import casebook
from ..building import LIBRARY, NUMERIC, PROPERTY, run_over, written
from ..casebook import Case, Said
from ..conftest import AS_OF, Digecon
from ..laws import examples

LAW = settings(PROPERTY, max_examples=examples(60))

OUTCOMES = ("missed", "undecided", "met")
"""From worst to best, of what is judged in the due year."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files of one example after the other stand."""
    return tmp_path_factory.mktemp("laws")


def assessment(
    folder: Path, case: Case, grade: Grade = Grade.CLAIMED, waivers: bool = True, backwards: bool = False
) -> Said:
    """Write a report and its reviews out, judge them, and return the assessment as the result has it."""
    report = _write(folder / "report.yaml", casebook.report_of(case))
    reviews = [
        _write(folder / f"review-{number}.yaml", casebook.review_of(case, review))
        for number, review in enumerate(case.said.get("reviews", ()), 1)
    ]
    as_of, how = datetime.date.fromisoformat(AS_OF), Settings(grade, waivers)
    batch = run_over([report], as_of, how, reviews[::-1] if backwards else reviews)
    (only,) = result(batch).assessments
    return asdict(only)


def _write(path: Path, said: object) -> str:
    path.write_text(json.dumps(said, ensure_ascii=False), "utf-8")
    return str(path)


def report(entity: str, observations: Said, **more: Any) -> Case:
    """Return a report on the published targets of an entity."""
    return Case("laws", {"name": "", "entity": entity, "observations": observations, **more})


def judgements(assessment: Said, *keys: str) -> dict[str, Said]:
    """Return the findings by their keys, without what is said of places in files; or some of them."""
    found = {one["target"].partition(".")[2]: one for one in assessment["findings"]}
    return {
        key: {name: value for name, value in one.items() if name not in ("message", "line", "column")}
        for key, one in found.items()
        if not keys or key in keys
    }


def outcome(assessment: Said, key: str) -> str:
    """Return the outcome on one target."""
    return str(judgements(assessment, key)[key]["outcome"])


def diagnostics(assessment: Said) -> Counter[str]:
    """Return how often each diagnostic is made."""
    return Counter(one["id"] for one in assessment["diagnostics"])


# What is drawn: amounts in steps of a power of ten 元, which can be written in every unit not smaller.

AMOUNT_UNITS = ("元", "千元", "万元", "百万元", "亿元", "万亿元")
HUNDREDTHS = 6
"""The power of ten 元 of a hundredth of 亿元."""


def zeros(unit: str) -> int:
    """Return the power of ten that a unit of amounts is, in 元."""
    return len(str(INDICATOR_KINDS["amount"].units[unit].factor)) - 1


def amount(steps: int, power: int, unit: str = "亿元") -> str:
    """Write ``steps`` × 10^``power`` 元 in a unit, with no decimal more or less."""
    return f"{written(steps, zeros(unit) - power)}{unit}"


def units_from(power: int) -> st.SearchStrategy[str]:
    """Draw a unit in which steps of 10^``power`` 元 can be written."""
    return st.sampled_from([unit for unit in AMOUNT_UNITS if zeros(unit) >= power])


def near(line: int) -> st.SearchStrategy[int]:
    """Draw a number at a line, next to it, or anywhere up to its double."""
    around = st.integers(-3, 3) | st.integers(-line, line) | st.integers(-line // 50, line // 50)
    return around.map(lambda away: max(line + away, 0))


@st.composite
def parts_near(draw: st.DrawFn, percent: int) -> tuple[int, int]:
    """Draw value added and GDP in hundredths of 亿元, their quotient often near a share."""
    gdp = draw(st.integers(100_000, 3_000_000))
    return draw(near(gdp * percent // 100)), gdp


def share_near(percent: int) -> st.SearchStrategy[str]:
    """Draw a share as it is written, with none to two decimals."""
    return st.integers(0, 2).flatmap(
        lambda decimals: near(percent * 10**decimals).map(lambda steps: f"{written(steps, decimals)}%")
    )


# Intervals are sound: whatever the written values may stand for lies inside what is printed.

FRACTIONS_OF_A_STEP = st.integers(-50, 50).map(lambda hundredths: Fraction(hundredths, 100))


@st.composite
def written_amount(draw: st.DrawFn) -> tuple[str, Fraction, Fraction, Fraction]:
    """Draw an amount as it is written, a value that rounds to it, and the ends it asserts, in 元."""
    power = draw(st.sampled_from([2, 4, 6, 8, 10]))
    steps, step = draw(st.integers(1, 10**6)), Fraction(10) ** power
    inside = (steps + draw(FRACTIONS_OF_A_STEP)) * step
    text = amount(steps, power, draw(units_from(power)))
    return text, inside, (steps - Fraction(1, 2)) * step, (steps + Fraction(1, 2)) * step


@LAW
@given(numerator=written_amount(), denominator=written_amount())
def test_every_quotient_of_what_was_rounded_lies_in_the_printed_interval(
    folder: Path,
    numerator: tuple[str, Fraction, Fraction, Fraction],
    denominator: tuple[str, Fraction, Fraction, Fraction],
) -> None:
    case = report("wuhan", {"core_value_added": numerator[0], "gdp": denominator[0]})
    finding = judgements(assessment(folder, case))["core_share_of_gdp"]
    low, high = (Fraction(end) for end in finding["decided_interval"])
    assert low <= numerator[1] / denominator[1] * 100 <= high
    least, most = (numerator[2] / denominator[3] * 100, numerator[3] / denominator[2] * 100)
    assert least * Fraction(99999, 100000) < low <= least
    assert most <= high < most * Fraction(100001, 100000)


@LAW
@given(parts=parts_near(13))
def test_a_quotient_is_printed_on_its_own_side_of_the_target(folder: Path, parts: tuple[int, int]) -> None:
    value_added, gdp = parts
    case = report(
        "wuhan", {"core_value_added": amount(value_added, HUNDREDTHS), "gdp": amount(gdp, HUNDREDTHS)}
    )
    finding = judgements(assessment(folder, case))["core_share_of_gdp"]
    exact = Fraction(value_added * 100, gdp) - 13
    assert _sign(Fraction(finding["decided_on"]) - 13) == _sign(Fraction(finding["gap"])) == _sign(exact)
    low, high = (Fraction(end) for end in finding["decided_interval"])
    settled = "met" if low >= 13 else "missed" if high < 13 else "undecided"
    assert finding["outcome"] == settled


@LAW
@given(share=share_near(13), parts=parts_near(13))
def test_the_printed_interval_holds_all_that_is_in_question(
    folder: Path, share: str, parts: tuple[int, int]
) -> None:
    value_added, gdp = parts
    told = {"core_value_added": amount(value_added, HUNDREDTHS), "gdp": amount(gdp, HUNDREDTHS)}
    finding = judgements(assessment(folder, report("wuhan", {"core_share_of_gdp": share, **told})))[
        "core_share_of_gdp"
    ]
    low, high = (Fraction(end) for end in finding["decided_interval"])
    quotient, reported = Fraction(value_added * 100, gdp), Fraction(share.removesuffix("%"))
    by_reason = {"recomputed": {quotient}, "inconsistent": {quotient, reported}}
    reason = next((one for one in by_reason if one in finding["reasons"]), None)
    assert all(low <= value <= high for value in by_reason.get(str(reason), {reported}))


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)


# Only what is asserted counts, not the unit that it is written in.


@LAW
@given(data=st.data(), parts=parts_near(30), scale=near(420_000), firms=near(170))
def test_a_report_restated_in_other_units_is_judged_the_same(
    folder: Path, data: st.DataObject, parts: tuple[int, int], scale: int, firms: int
) -> None:
    share = data.draw(near(300))

    def stated() -> Said:
        units = units_from(HUNDREDTHS)
        return {
            "core_share_of_gdp": data.draw(st.sampled_from([f"{written(share, 1)}%", f"{share}‰"])),
            "core_value_added": amount(parts[0], HUNDREDTHS, data.draw(units)),
            "gdp": amount(parts[1], HUNDREDTHS, data.draw(units)),
            "core_industry_scale": amount(scale, HUNDREDTHS, data.draw(units)),
            "gazelle_firms": f"{firms}{data.draw(st.sampled_from('家户个项'))}",
        }

    first, second = (assessment(folder, report("wuhan-east-lake", stated())) for _ in range(2))
    assert judgements(first) == judgements(second)
    assert (first["verdict"], diagnostics(first)) == (second["verdict"], diagnostics(second))


# An observation that no relation names bears on its own target alone.


@st.composite
def lists(draw: st.DrawFn) -> list[Said]:
    """Draw platforms of every sort: eligible, lacking a field, not counted, and listed twice."""
    sorts: list[Said] = [
        {"level": "省级", "by": "示例机构", "recognised_on": "2025-03-01"},
        {"level": "国家级", "by": "示例机构", "recognised_on": "2025-12-31"},
        {"level": "市级", "by": "示例机构", "recognised_on": "2025-03-01"},
        {"level": "省级", "by": "示例机构", "recognised_on": "2026-01-01"},
        {"level": "省级", "recognised_on": "2025-03-01"},
        {"by": "示例机构", "recognised_on": "2025-03-01"},
    ]
    drawn = draw(st.lists(st.sampled_from(sorts), min_size=1, max_size=10))
    items = [{"name": f"示例平台{number}", **sort} for number, sort in enumerate(drawn)]
    return items + draw(st.lists(st.sampled_from(items), max_size=2))


@st.composite
def reports_on_wedz(draw: st.DrawFn) -> Said:
    """Draw a report on every indicator of WEDZ."""
    value_added, gdp = draw(parts_near(20))
    return {
        "core_value_added": {
            "value": amount(value_added, HUNDREDTHS),
            "status": draw(st.sampled_from(["final", "provisional"])),
        },
        "gdp": amount(gdp, HUNDREDTHS),
        "core_share_of_gdp": draw(share_near(20)),
        "attracted_top100_firms": f"{draw(near(4))}家",
        "integration_certified_firms": {"value": f"{draw(near(150))}家", "counting": "in_force"},
        "new_innovation_platforms": {"value": f"{draw(near(6))}家", "items": draw(lists())},
        "5g_industrial_internet_zone": draw(st.sampled_from(["achieved", "partial"])),
        "manufacturing_path": draw(st.sampled_from(["achieved", "not_started"])),
    }


UNRELATED = (
    "attracted_top100_firms",
    "integration_certified_firms",
    "new_innovation_platforms",
    "5g_industrial_internet_zone",
    "manufacturing_path",
)
"""The targets of WEDZ on indicators that no relation names."""


@LAW
@given(told=reports_on_wedz(), dropped=st.sampled_from(UNRELATED))
def test_an_unrelated_observation_changes_no_other_finding(folder: Path, told: Said, dropped: str) -> None:
    rest = {key: value for key, value in told.items() if key != dropped}
    with_it, without = (judgements(assessment(folder, report("wuhan-wedz", one))) for one in (told, rest))
    assert without.pop(dropped)["outcome"] == "no_data"
    assert with_it.pop(dropped)["outcome"] != "no_data"
    assert with_it == without


@LAW
@given(told=reports_on_wedz(), added=near(170))
def test_an_observation_without_a_target_changes_no_finding(folder: Path, told: Said, added: int) -> None:
    more = {"gazelle_firms": f"{added}家", **told, "future_tracks": "partial"}
    with_it, without = (judgements(assessment(folder, report("wuhan-wedz", one))) for one in (more, told))
    assert with_it == without


# A doubt excuses no miss.


@st.composite
def misses(draw: st.DrawFn) -> tuple[str, str, Said]:
    """Draw a published target with a number, and an observation that misses it, by its indicator."""
    target = draw(st.sampled_from(NUMERIC))
    assert target.value is not None
    value = draw(st.integers(0, 5) | st.integers(1, int(target.value)))
    number = int(target.value) - value - (1 if target.comparator.id == "at_least" else 0)
    return target.entity, target.key, {"value": f"{max(number, 0)}{target.unit}"}


def doubts_of(key: str, entity: str) -> Iterator[tuple[Said, Said, Grade]]:
    """Return every doubt of a figure: what is added to its observation and its report, what is asked for."""
    indicator = LIBRARY.catalogue.indicators[key]
    catalogue, own = LIBRARY.catalogue, indicator.scopes
    for wider in [id for id in catalogue.scopes if any(catalogue.takes_in(id, one) for one in own)]:
        yield {"scope": wider}, {}, Grade.CLAIMED
    yield {}, {}, Grade.DOCUMENTED
    yield {}, {}, Grade.VERIFIED
    if indicator.counting:
        yield {"counting": "cumulative"}, {}, Grade.CLAIMED
        yield {"items": [{"name": "示例未注明企业"}]}, {}, Grade.CLAIMED
    if key == "core_value_added":
        yield {}, {"gdp": "0.01亿元"}, Grade.CLAIMED
    if key == "core_industry_scale":
        yield {}, {"core_value_added": "900000亿元"}, Grade.CLAIMED
    if key == "core_share_of_gdp":
        yield {}, {"core_value_added": "0.01亿元", "gdp": "20000亿元"}, Grade.CLAIMED
        yield {}, {"core_value_added": "约5000亿元", "gdp": "20000亿元"}, Grade.CLAIMED
        yield {}, {"core_value_added": "5000亿元", "gdp": "0亿元"}, Grade.CLAIMED


@LAW
@given(data=st.data(), missed=misses())
def test_a_doubt_never_excuses_a_miss(
    folder: Path, data: st.DataObject, missed: tuple[str, str, Said]
) -> None:
    entity, key, said = missed
    assert outcome(assessment(folder, report(entity, {key: said})), key) == "missed"
    more, beside, grade = data.draw(st.sampled_from(list(doubts_of(key, entity))))
    doubtful = report(entity, {key: {**said, **more}, **beside})
    assert outcome(assessment(folder, doubtful, grade), key) == "missed"


@LAW
@given(missed=misses(), hedge=st.sampled_from(["不超过", "不足", "未达"]))
def test_a_hedge_that_leaves_only_what_fails_excuses_no_miss(
    folder: Path, missed: tuple[str, str, Said], hedge: str
) -> None:
    entity, key, said = missed
    hedged = report(entity, {key: {"value": f"{hedge}{said['value']}"}})
    assert outcome(assessment(folder, hedged), key) == "missed"


@LAW
@given(told=reports_on_wedz(), grade=st.sampled_from([Grade.DOCUMENTED, Grade.VERIFIED]))
def test_asking_for_more_evidence_only_makes_hits_doubtful(folder: Path, told: Said, grade: Grade) -> None:
    case = report("wuhan-wedz", told)
    before, after = (judgements(assessment(folder, case, one)) for one in (Grade.CLAIMED, grade))
    for key, finding in before.items():
        allowed = {finding["outcome"]} | ({"undecided"} if finding["outcome"] == "met" else set())
        assert after[key]["outcome"] in allowed


# A larger value is never worse.


def never_worse(before: Said, after: Said, key: str) -> None:
    """Whether raising something never turned a hit into a miss."""
    assert (outcome(before, key), outcome(after, key)) != ("met", "missed")


@LAW
@given(shares=st.tuples(share_near(13), share_near(13)), parts=parts_near(13))
def test_a_larger_share_beside_its_parts_never_turns_met_into_missed(
    folder: Path, shares: tuple[str, str], parts: tuple[int, int]
) -> None:
    low, high = sorted(shares, key=lambda share: Fraction(share.removesuffix("%")))
    told = {"core_value_added": amount(parts[0], HUNDREDTHS), "gdp": amount(parts[1], HUNDREDTHS)}
    before, after = (
        assessment(folder, report("wuhan", {"core_share_of_gdp": share, **told})) for share in (low, high)
    )
    never_worse(before, after, "core_share_of_gdp")


@LAW
@given(data=st.data(), parts=parts_near(20), share=st.none() | share_near(20))
def test_a_larger_part_never_turns_met_into_missed(
    folder: Path, data: st.DataObject, parts: tuple[int, int], share: str | None
) -> None:
    value_added, gdp = parts
    more = value_added + data.draw(st.integers(1, 5) | st.integers(1, gdp))
    told: Said = {"gdp": amount(gdp, HUNDREDTHS)} | ({"core_share_of_gdp": share} if share else {})
    before, after = (
        assessment(folder, report("wuhan-wedz", {**told, "core_value_added": amount(steps, HUNDREDTHS)}))
        for steps in (value_added, more)
    )
    for key in ("core_share_of_gdp", "core_value_added"):
        never_worse(before, after, key)


@LAW
@given(values=st.tuples(near(6), near(6)), items=lists())
def test_a_larger_count_beside_its_list_never_turns_met_into_missed(
    folder: Path, values: tuple[int, int], items: list[Said]
) -> None:
    before, after = (
        assessment(
            folder,
            report("wuhan-wedz", {"new_innovation_platforms": {"value": f"{value}家", "items": items}}),
        )
        for value in sorted(values)
    )
    never_worse(before, after, "new_innovation_platforms")


@LAW
@given(value=near(6), items=lists())
def test_one_more_eligible_item_never_turns_met_into_missed(
    folder: Path, value: int, items: list[Said]
) -> None:
    one = {"name": "示例新平台", "level": "省级", "by": "示例机构", "recognised_on": "2025-06-30"}
    before, after = (
        assessment(
            folder,
            report("wuhan-wedz", {"new_innovation_platforms": {"value": f"{value}家", "items": listed}}),
        )
        for listed in (items, [*items, one])
    )
    never_worse(before, after, "new_innovation_platforms")


# Reports, lists and reviews are sets: their order says nothing.


@LAW
@given(data=st.data(), told=reports_on_wedz())
def test_the_order_of_observations_and_items_never_matters(
    folder: Path, data: st.DataObject, told: Said
) -> None:
    platforms = told["new_innovation_platforms"]
    items = data.draw(st.permutations(platforms["items"]))
    shuffled = dict(data.draw(st.permutations(list(told.items()))))
    shuffled["new_innovation_platforms"] = {**platforms, "items": items}
    first, second = (assessment(folder, report("wuhan-wedz", one)) for one in (told, shuffled))
    assert judgements(first) == judgements(second)
    assert (first["verdict"], diagnostics(first)) == (second["verdict"], diagnostics(second))


@st.composite
def reviews_of_wedz(draw: st.DrawFn, items: Sequence[Said]) -> Said:
    """Draw a review of WEDZ: few values, so that several often agree and often contradict each other."""
    review: Said = {}
    if draw(st.booleans()):
        review["verified"] = {
            key: draw(st.sampled_from(values))
            for key, values in (("core_value_added", ["398.2亿元", "401.0亿元"]), ("gdp", ["2000.0亿元"]))
        }
    if draw(st.booleans()):
        rejected = draw(st.sampled_from(items))
        review["rejected_items"] = {
            "new_innovation_platforms": [{"name": rejected["name"], "reason": "示例理由"}]
        }
    if draw(st.booleans()):
        states = st.sampled_from(["achieved", "not_achieved"])
        dates = st.sampled_from(["2026-02-10", "2026-03-10"])
        review["attestations"] = {"manufacturing_path": {"state": draw(states), "date": draw(dates)}}
    if draw(st.booleans()):
        expires = draw(st.sampled_from(["2026-02-27", AS_OF]))
        review["waivers"] = {"5g_industrial_internet_zone": {"expires": expires}}
    return review


@LAW
@given(data=st.data(), told=reports_on_wedz())
def test_the_order_of_reviews_never_matters(folder: Path, data: st.DataObject, told: Said) -> None:
    items = told["new_innovation_platforms"]["items"]
    reviews = data.draw(st.lists(reviews_of_wedz(items), min_size=2, max_size=3))
    case = report("wuhan-wedz", told, reviews=reviews)
    first, second = (assessment(folder, case, backwards=backwards) for backwards in (False, True))
    assert judgements(first) == judgements(second)
    assert (first["verdict"], diagnostics(first)) == (second["verdict"], diagnostics(second))


# Reports of other periods and places in one run, and a finding of one of them.


def another_report_changes_no_finding(folder: Path, told: Said, other: Said, period: str) -> None:
    """Hold the findings of a report beside one of another period, before it and after it, to those alone."""
    said = {
        name: _write(folder / f"{name}.yaml", casebook.report_of(case))
        for name, case in (
            ("own", report("wuhan-wedz", told)),
            ("other", report("wuhan-wedz", other, period=period, submitted="2027-01-20")),
        )
    }
    as_of = datetime.date.fromisoformat(AS_OF)
    alone, *_ = result(run_over([said["own"]], as_of)).assessments
    for order in (("own", "other"), ("other", "own")):
        run = result(run_over([said[name] for name in order], as_of))
        assert asdict(run.assessments[order.index("own")])["findings"] == asdict(alone)["findings"]


OTHER_PERIODS = st.sampled_from(("2024", "2025-M09", "2026"))


@LAW
@given(told=reports_on_wedz(), other=reports_on_wedz(), period=OTHER_PERIODS)
def test_a_report_of_another_period_changes_no_finding(
    folder: Path, told: Said, other: Said, period: str
) -> None:
    another_report_changes_no_finding(folder, told, other, period)


@pytest.mark.heavy
@settings(PROPERTY, max_examples=600)
@given(told=reports_on_wedz(), other=reports_on_wedz(), period=OTHER_PERIODS)
def test_a_report_of_another_period_changes_no_finding_at_length(
    folder: Path, told: Said, other: Said, period: str
) -> None:
    another_report_changes_no_finding(folder, told, other, period)


# What a review may and may not do.


@LAW
@given(data=st.data(), told=reports_on_wedz(), own=st.sampled_from(["示例单位", "示例 单位", "　示例单位"]))
def test_whatever_a_submitter_reviews_changes_nothing(
    folder: Path, data: st.DataObject, told: Said, own: str
) -> None:
    review = data.draw(reviews_of_wedz(told["new_innovation_platforms"]["items"]))
    named = data.draw(st.sampled_from([{"name": own}, {"name": "示例核验组", "organisation": own}]))
    alone = assessment(folder, report("wuhan-wedz", told))
    reviewed = assessment(folder, report("wuhan-wedz", told, reviews=[{"reviewer": named, **review}]))
    assert alone == reviewed


@LAW
@given(told=reports_on_wedz(), waived=st.sets(st.sampled_from(UNRELATED), min_size=1))
def test_a_waiver_hides_an_outcome_and_changes_none(folder: Path, told: Said, waived: set[str]) -> None:
    waivers = {key: {"expires": "2026-12-31"} for key in waived}
    case = report("wuhan-wedz", told, reviews=[{"waivers": waivers}])
    plain = judgements(assessment(folder, report("wuhan-wedz", told)))
    assert judgements(assessment(folder, case, waivers=False)) == plain
    for key, finding in judgements(assessment(folder, case)).items():
        hidden = (plain[key]["outcome"], "waived") if key in waived else (None, plain[key]["outcome"])
        assert (finding["underlying"], finding["outcome"]) == hidden
        same = ("reasons", "decided_on", "decided_interval", "gap", "evidence")
        assert {name: finding[name] for name in same} == {name: plain[key][name] for name in same}


# Whatever is reported, the verdict is what the findings and the errors make it.

PERIODS = ("2023", "2024", "2024-M06", "2025", "2025-M09", "2026", "2026-M01")


@st.composite
def anything(draw: st.DrawFn) -> Case:
    """Draw a report on WEDZ in which everything may be hedged, estimated, off scope or of another period."""
    told: Said = {}
    scopes = ["core-2021", "digital-economy-broad", "gazelle-digital", "示例口径"]
    for key, said in draw(reports_on_wedz()).items():
        if draw(st.integers(0, 5)) == 0:
            continue
        observation = dict(said) if isinstance(said, dict) else {"value": said}
        if said in ("achieved", "partial", "not_started"):
            observation = {"state": said}
        else:
            hedge = draw(st.sampled_from(["", "", "", "约", "超", "不足", "不超过", "不低于"]))
            observation["value"] = f"{hedge}{observation['value']}"
        for name, words in (
            ("status", ["final", "estimated"]),
            ("scope", scopes),
            ("counting", ["in_force", "cumulative"]),
            ("period", PERIODS),
            ("source", ["示例年报"]),
        ):
            if draw(st.integers(0, 3)) == 0:
                observation[name] = draw(st.sampled_from(words))
        told[key] = observation
    items = told.get("new_innovation_platforms", {}).get("items") or [{"name": "示例平台"}]
    dates = st.sampled_from(["2024-12-31", "2026-01-20", "2027-01-20"])
    return report(
        "wuhan-wedz",
        told,
        period=draw(st.sampled_from(PERIODS)),
        submitted=draw(dates),
        reviews=draw(st.lists(reviews_of_wedz(items), max_size=2)),
    )


def verdict_of(said: Said, year: int) -> str:
    """Return the first verdict that holds, from outcomes and diagnostics alone."""
    now = [one["outcome"] for one in said["findings"] if one["due"] == year]
    later = [one["outcome"] for one in said["findings"] if one["due"] > year]
    weighing = Counter(now or later or [one["outcome"] for one in said["findings"]])
    error = any(one["severity"] == "error" for one in said["diagnostics"])
    if weighing["missed"]:
        return "noncompliant"
    if weighing["undecided"] or weighing["no_data"] or error:
        return "incomplete"
    if weighing["not_due"]:
        return "pending"
    return "compliant" if weighing["met"] else "incomplete"


ANYTHING = settings(PROPERTY, max_examples=examples(100))


@ANYTHING
@given(case=anything(), grade=st.sampled_from(Grade))
def test_the_verdict_follows_from_outcomes_and_errors(folder: Path, case: Case, grade: Grade) -> None:
    said = assessment(folder, case, grade)
    assert said["verdict"] == verdict_of(said, int(case.period[:4]))
    assert sum(said["counts"].values()) == len(said["findings"]) == 7


@ANYTHING
@given(case=anything(), grade=st.sampled_from(Grade))
def test_what_is_needed_is_said_just_where_something_is(folder: Path, case: Case, grade: Grade) -> None:
    for finding in assessment(folder, case, grade)["findings"]:
        assert (finding["needed"] is not None) is (finding["outcome"] in ("undecided", "no_data"))
        assert all(finding["message"].values())


def states_coverage(case: Case, indicator: str) -> bool:
    """Whether a figure behind an indicator states what it covers: one of another scope is a bound of the one
    asked for, hedged or not, and a bound that settles a target blocks nothing.
    """
    parts = ("core_value_added", "gdp") if indicator == "core_share_of_gdp" else ()
    stated = (case.observations.get(key) or {} for key in (indicator, *parts))
    return any({"scope", "counting"} & said.keys() for said in stated)


@ANYTHING
@given(case=anything())
def test_what_decides_is_never_an_estimate_nor_a_doubt(folder: Path, case: Case) -> None:
    blocking = {"hedged", "unattested", "item_count", "scope", "evidence", "after_due", "part_year"}
    for finding in assessment(folder, case)["findings"]:
        reasons = set(finding["reasons"])
        if finding["outcome"] == "met":
            proved = {"scope"} if states_coverage(case, finding["indicator"]) else set()
            assert not reasons & (blocking - proved | {"estimated", "late"})
        if finding["outcome"] == "missed":
            assert not reasons & {"hedged", "unattested", "item_count", "after_due", "part_year", "early"}


POSSIBLE = {
    "due": {"met", "missed", "undecided"},
    "earlier": {"met", "not_due"},
    "part": {"met", "not_due"},
    "after": {"undecided"},
}
"""What the time table can make of a figure, by its period."""


def row_of(period: str) -> str:
    """Return the row of the time table for a target due in 2025."""
    if period > "2025-M99":
        return "after"
    return "due" if period == "2025" else "earlier" if len(period) == 4 else "part"


@ANYTHING
@given(case=anything())
def test_an_outcome_is_one_that_the_period_of_its_figure_allows(folder: Path, case: Case) -> None:
    found = judgements(assessment(folder, case.but(reviews=[])))
    del found["core_share_of_gdp"]
    for key, finding in found.items():
        said = case.observations.get(key)
        row = row_of((said or {}).get("period", case.period))
        possible = POSSIBLE[row] if said else {"no_data"}
        if row == "after" and "counted" in finding["reasons"]:
            possible = possible | {"met", "missed"}
        assert finding["outcome"] in possible
        assert not (finding["final"] and row in ("earlier", "part"))


# Days are those of Hubei, wherever the machine stands.

ZONES = ("Pacific/Kiritimati", "America/Los_Angeles", "Asia/Shanghai")
LAST_MOMENT = datetime.datetime(2026, 12, 31, 15, 59, 59, tzinfo=datetime.UTC)
"""A second before midnight in Hubei, at the end of the last day of the waiver below."""

EXPIRING = report(
    "wuhan-east-lake",
    {"gazelle_firms": "160家", "future_tracks": "achieved"},
    reviews=[
        {
            "attestations": {"future_tracks": {"state": "achieved", "expires": "2026-12-31"}},
            "waivers": {"gazelle_firms": {"expires": "2026-12-31"}},
        }
    ],
)


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Set the clock and the zone of this process; both are put back afterwards."""

    def set_to(moment: datetime.datetime, zone: str) -> None:
        class Clock(datetime.datetime):
            @classmethod
            def now(cls, tz: datetime.tzinfo | None = None) -> "Clock":
                shown = moment.astimezone(tz)
                naive = shown if tz else shown.replace(tzinfo=None)
                return cls.fromisoformat(naive.isoformat())

        class Day(datetime.date):
            @classmethod
            def today(cls) -> "Day":
                return cls.fromisoformat(Clock.now().date().isoformat())

        monkeypatch.setenv("TZ", zone)
        time.tzset()
        monkeypatch.setattr(datetime, "datetime", Clock)
        monkeypatch.setattr(datetime, "date", Day)

    yield set_to
    monkeypatch.undo()
    time.tzset()


def _without_as_of(arguments: list[str]) -> list[str]:
    index = arguments.index("--as-of")
    return arguments[:index] + arguments[index + 2 :]


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("later", "as_of", "outcomes"),
    [(0, "2026-12-31", ("waived", "met")), (1, "2027-01-01", ("missed", "undecided"))],
    ids=["last second of the last day", "first second of the day after"],
)
def test_a_run_without_as_of_goes_by_the_day_in_hubei(
    zone: str, later: int, as_of: str, outcomes: tuple[str, str], at: Any, tmp_path: Path, digecon: Digecon
) -> None:
    arguments = _without_as_of(casebook.arguments(EXPIRING, tmp_path))
    at(LAST_MOMENT + datetime.timedelta(seconds=later), zone)
    ran = json.loads(digecon(*arguments).out)
    findings = judgements(ran["assessments"][0])
    assert ran["as_of"] == as_of
    assert tuple(findings[key]["outcome"] for key in ("gazelle_firms", "future_tracks")) == outcomes


@pytest.mark.parametrize("day", ["2026-12-31", "2027-01-01"])
def test_a_stated_day_is_the_same_day_in_every_zone(
    day: str, at: Any, tmp_path: Path, digecon: Digecon
) -> None:
    arguments = casebook.arguments(EXPIRING.but(as_of=day), tmp_path)
    said = set()
    for zone in ZONES:
        at(LAST_MOMENT, zone)
        said.add(digecon(*arguments))
    assert len(said) == 1
