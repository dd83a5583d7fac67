"""What holds for every value, unit and order: laws of the instrument, tried on made-up reports."""

import datetime
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Grade, Outcome, Reason
from hubei_digecon.domain.reports import Observation
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.targets import Entity, Indicator, Target
from hubei_digecon.domain.words import State, Status
from hubei_digecon.quantity.hedges import HEDGES, Bound
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, IndicatorKind, unit_symbols
from hubei_digecon.quantity.numbers import plain
from hubei_digecon.quantity.parsing import Quantity, UnreadableError, read_number
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

from .building import LIBRARY, NUMERIC, PLACES, PROPERTY, assessed, contains, judged, observed, read, written
from .laws import examples

CATALOGUE = LIBRARY.catalogue
MEASURED = [kind for kind in INDICATOR_KINDS.values() if not kind.takes_state and kind.takes_hedges]
EACH_TARGET = pytest.mark.parametrize("target", NUMERIC, ids=lambda target: target.id)

# Values that can be written. A value is so many steps of one decimal of the smallest unit of its kind,
# and can then be written in every unit of the kind, asserting the same interval.


def zeros(unit: str) -> int:
    """Return how many decimals a step of the smallest unit takes in this one; all are powers of ten."""
    return next(len(str(kind.units[unit].factor)) - 1 for kind in MEASURED if unit in kind.units)


def in_unit(steps: int, decimals: int, unit: str) -> str:
    """Write ``steps`` of 10^−``decimals`` of the smallest unit, in ``unit``."""
    return f"{written(steps, decimals + zeros(unit))}{unit}"


def decimals_for(kind: IndicatorKind) -> st.SearchStrategy[int]:
    """Draw how many decimals of the smallest unit are written; a count has none."""
    return st.just(0) if kind is INDICATOR_KINDS["count"] else st.integers(0, 6)


@st.composite
def values_near(draw: st.DrawFn, target: Target) -> tuple[int, int]:
    """Draw a value, often on the line of ``target`` or next to it, as steps and decimals."""
    assert target.value is not None
    assert target.unit is not None
    kind = target.indicator.kind
    decimals = draw(decimals_for(kind))
    line = int(target.value * kind.units.ratio(target.unit, kind.units.full[0]) * 10**decimals)
    away = draw(st.integers(-2, 2) | st.integers(-(10**3), 10**3) | st.integers(-line, line))
    steps = max(line + away, 0)
    return min(steps, kind.whole * 10**decimals) if kind.whole else steps, decimals


def units_for(target: Target) -> st.SearchStrategy[str]:
    """Draw a unit of the kind of ``target``."""
    return st.sampled_from(target.indicator.units.full)


def one_by(target: Target, text: str, **more: Any) -> Finding:
    """Judge one published target by one value."""
    return judged(target, observed(target.indicator, text, **more), catalogue=CATALOGUE)


# A larger value is never worse.


@EACH_TARGET
@settings(PROPERTY, max_examples=examples(80))
@given(st.data())
def test_raising_the_value_never_turns_met_into_missed(target: Target, data: st.DataObject) -> None:
    drawn = [data.draw(values_near(target)) for _ in range(2)]
    low, high = sorted(drawn, key=lambda value: Fraction(value[0], 10 ** value[1]))
    lower, higher = (one_by(target, in_unit(*value, data.draw(units_for(target)))) for value in (low, high))
    of_no_doubted_magnitude = {Outcome.MET, Outcome.MISSED}
    assert {
        one.outcome for one in (lower, higher) if Reason.MAGNITUDE not in one.reasons
    } <= of_no_doubted_magnitude
    assert (lower.outcome, higher.outcome) != (Outcome.MET, Outcome.MISSED)


@EACH_TARGET
@settings(PROPERTY, max_examples=examples(40))
@given(st.data())
def test_a_value_is_met_just_where_its_gap_says_so(target: Target, data: st.DataObject) -> None:
    finding = one_by(target, in_unit(*data.draw(values_near(target)), data.draw(units_for(target))))
    assert finding.gap is not None
    met = finding.gap >= 0 if target.comparator.id == "at_least" else finding.gap > 0
    assert (finding.outcome is Outcome.MET) is met


# Only what is asserted counts, not how it is written.


@EACH_TARGET
@settings(PROPERTY, max_examples=examples(60))
@given(st.data())
def test_a_value_in_another_unit_that_asserts_the_same_is_judged_the_same(
    target: Target, data: st.DataObject
) -> None:
    value = data.draw(values_near(target))
    unit, other = data.draw(units_for(target)), data.draw(units_for(target))
    first, second = (one_by(target, in_unit(*value, symbol)) for symbol in (unit, other))
    assert first.decided_interval == second.decided_interval
    assert _judgement(first) == _judgement(second)


@EACH_TARGET
@settings(PROPERTY, max_examples=examples(40))
@given(st.data())
def test_a_hedged_value_in_another_unit_is_judged_the_same(target: Target, data: st.DataObject) -> None:
    value, hedge = data.draw(values_near(target)), data.draw(st.sampled_from(HEDGES))
    texts = [in_unit(*value, data.draw(units_for(target))) for _ in range(2)]
    first, second = (
        one_by(target, f"{hedge.word}{text}" if hedge.before else f"{text}{hedge.word}") for text in texts
    )
    assert _judgement(first) == _judgement(second)


def _judgement(finding: Finding) -> tuple[object, ...]:
    return (
        finding.outcome,
        finding.reasons,
        finding.decided_on,
        finding.decided_interval,
        finding.gap,
        finding.attainment,
        finding.rounding_sensitive,
        finding.reading_sensitive,
    )


# A doubt may block a hit but never excuse a miss, nor make a hit.


def unrelated_scopes(indicator: Indicator) -> st.SearchStrategy[str]:
    """Draw a scope that is neither the indicator's nor wider or narrower than it."""
    own = indicator.scopes
    return st.sampled_from(
        [
            id
            for id, scope in CATALOGUE.scopes.items()
            if id not in own
            and not set(own) & set(scope.wider_than)
            and all(id not in CATALOGUE.scopes[one].wider_than for one in own)
        ]
    )


@EACH_TARGET
@settings(PROPERTY, max_examples=examples(60))
@given(st.data())
def test_a_figure_of_an_unrelated_scope_proves_nothing(target: Target, data: st.DataObject) -> None:
    """Where the catalogue names no scope for the indicator, a scope has no effect."""
    text = in_unit(*data.draw(values_near(target)), data.draw(units_for(target)))
    scope = data.draw(unrelated_scopes(target.indicator))
    expected = Outcome.UNDECIDED if target.indicator.scopes else one_by(target, text).outcome
    assert one_by(target, text, scope=scope).outcome is expected


@EACH_TARGET
@settings(PROPERTY, max_examples=examples(30))
@given(st.data())
def test_an_estimate_decides_nothing(target: Target, data: st.DataObject) -> None:
    text = in_unit(*data.draw(values_near(target)), data.draw(units_for(target)))
    assert one_by(target, text, status=Status.ESTIMATED).outcome is Outcome.UNDECIDED


# A report is a set of observations: their order says nothing.


@st.composite
def observations_for(draw: st.DrawFn, entity: Entity) -> list[Observation]:
    """Draw a report on the indicators of an entity and on GDP: values, hedged or not, and states."""
    told = []
    for target in entity.targets:
        indicator = target.indicator
        status = draw(st.sampled_from(Status))
        if target.value is None:
            state = draw(st.sampled_from([State.ACHIEVED, State.PARTIAL, State.NOT_STARTED]))
            told.append(observed(indicator, state, status=status))
            continue
        text = in_unit(*draw(values_near(target)), draw(units_for(target)))
        hedge = draw(st.sampled_from(["", "", "约", "超"]))
        scope = draw(st.none() | st.sampled_from(sorted(CATALOGUE.scopes)))
        told.append(observed(indicator, f"{hedge}{text}", status=status, scope=scope))
    gdp = draw(st.integers(1, 50_000))
    told.append(observed(CATALOGUE.indicators["gdp"], f"{gdp}亿元"))
    dropped = draw(st.sets(st.integers(0, len(told) - 1), max_size=2))
    return [one for index, one in enumerate(told) if index not in dropped]


ENTITIES = st.sampled_from(PLACES)
GRADES = st.sampled_from(Grade)


def judge_all(entity: Entity, told: list[Observation], grade: Grade) -> Assessment:
    """Judge all targets of an entity."""
    return assessed(entity.in_force, *told, catalogue=CATALOGUE, min_evidence=grade)


@PROPERTY
@given(st.data(), ENTITIES, GRADES)
def test_the_order_of_observations_never_matters(data: st.DataObject, entity: Entity, grade: Grade) -> None:
    told = data.draw(observations_for(entity))
    other = judge_all(entity, data.draw(st.permutations(told)), grade)
    first = judge_all(entity, told, grade)
    assert (first.verdict, first.final) == (other.verdict, other.final)
    assert [_told(finding) for finding in first.findings] == [_told(finding) for finding in other.findings]
    assert _diagnostics(first) == _diagnostics(other)


def _told(finding: Finding) -> tuple[object, ...]:
    return (finding.target.id, finding.message, finding.final, finding.needed, *_judgement(finding))


def _diagnostics(assessment: Assessment) -> list[tuple[str, str, str]]:
    return sorted((one.kind.id, str(one.at), one.message.zh) for one in assessment.diagnostics)


@settings(PROPERTY, max_examples=examples(50))
@given(st.data(), ENTITIES, GRADES)
def test_the_same_input_gives_the_same_bytes(data: st.DataObject, entity: Entity, grade: Grade) -> None:
    told = data.draw(observations_for(entity))
    views = View("zh", 80), View("en", 200, color=True, encoding="ascii", quiet=True)
    first, second = (
        str(
            FORMATS["json"].render(
                Run(datetime.date(2026, 2, 28), Settings(grade), [judge_all(entity, told, grade)]), view
            )
        )
        for view in views
    )
    assert first.encode() == second.encode()


# Text → value → text.

KINDS_UNITS = st.sampled_from([(kind, unit) for kind in MEASURED for unit in kind.units.full])
STEPS = st.integers(-(10**18), 10**18)


@PROPERTY
@given(STEPS, st.integers(0, 12))
def test_a_number_survives_being_read_and_written(steps: int, decimals: int) -> None:
    text = written(steps, decimals)
    value = read_number(text)
    assert value == Fraction(steps, 10**decimals)
    assert read_number(plain(value)) == value


@PROPERTY
@given(STEPS, st.integers(0, 12), KINDS_UNITS)
def test_a_value_survives_being_read_and_written_with_its_decimals(
    steps: int, decimals: int, sort: tuple[IndicatorKind, str]
) -> None:
    kind, unit = sort
    if kind is INDICATOR_KINDS["count"]:
        steps, decimals = abs(steps), 0
    text = written(steps, decimals)
    quantity = read(f"{text}{unit}", kind).quantity
    same = "0" if steps == 0 and decimals == 0 else text if steps else text.removeprefix("-")
    assert quantity.written_in(unit) == same
    assert read(f"{quantity.written_in(unit)}{unit}", kind).quantity.interval_in(
        unit
    ) == quantity.interval_in(unit)


@PROPERTY
@given(st.integers(0, 10**18))
def test_commas_in_threes_change_nothing(number: int) -> None:
    assert read_number(f"{number:,}") == number


@PROPERTY
@given(STEPS, st.integers(0, 12), KINDS_UNITS, KINDS_UNITS)
def test_the_interval_contains_the_number(
    steps: int, decimals: int, sort: tuple[IndicatorKind, str], other: tuple[IndicatorKind, str]
) -> None:
    kind, unit = sort
    if kind is INDICATOR_KINDS["count"]:
        steps, decimals = abs(steps), 0
    into = other[1] if other[0] is kind else unit
    quantity = read(f"{written(steps, decimals)}{unit}", kind).quantity
    interval = quantity.interval_in(into)
    assert interval.low is not None
    assert interval.high is not None
    assert contains(interval, quantity.number_in(into))
    step = Fraction(1, 10**decimals) * kind.units.ratio(unit, into)
    is_one_thing = kind is INDICATOR_KINDS["count"] and kind.units[unit].factor == 1
    assert interval.high - interval.low == (0 if is_one_thing else step)


@PROPERTY
@given(st.integers(0, 10**12), KINDS_UNITS, st.sampled_from(HEDGES))
def test_a_hedge_holds_its_bound_only_where_it_says_so(
    number: int, sort: tuple[IndicatorKind, str], hedge: Any
) -> None:
    kind, unit = sort
    text = f"{hedge.word}{number}{unit}" if hedge.before else f"{number}{unit}{hedge.word}"
    interval = read(text, kind).quantity.interval_in(unit)
    holds = hedge.bound not in (Bound.MORE_THAN, Bound.LESS_THAN)
    assert contains(interval, Fraction(number)) is holds
    assert contains(interval, Fraction(number + 1)) is (hedge.bound not in (Bound.AT_MOST, Bound.LESS_THAN))
    assert contains(interval, Fraction(number - 1)) is (hedge.bound not in (Bound.AT_LEAST, Bound.MORE_THAN))


# Whatever is written is read by the grammar or refused by it; nothing else comes out.

SCRAPS = st.lists(
    st.sampled_from(
        [
            *"0123456789.,+-_eE%‰ \t\n\u00a0１２．％＋－",
            *unit_symbols(),
            *(hedge.word for hedge in HEDGES),
            "百分点",
            "٣",
        ]
    ),
    max_size=12,
).map("".join)


@settings(PROPERTY, max_examples=examples(400))
@given(SCRAPS | st.text(max_size=20), st.sampled_from(MEASURED), st.none() | st.sampled_from(unit_symbols()))
def test_a_written_value_is_read_or_refused(text: str, kind: IndicatorKind, unit: str | None) -> None:
    said = _read_or_refused(text, kind, unit)
    if isinstance(said, Quantity):
        assert (said.text, said.units) == (text, kind.units)
        assert said.unit in kind.units.full
    else:
        assert all((said.zh, said.en))


def _read_or_refused(text: str, kind: IndicatorKind, unit: str | None) -> Quantity | Text:
    try:
        return read(text, kind, unit).quantity
    except UnreadableError as refusal:
        return Text.joined(one.format(**refusal.values) for one in (refusal.kind.message, refusal.kind.fix))


@settings(PROPERTY, max_examples=examples(400))
@given(SCRAPS | st.text("0123456789.,+-", max_size=34))
def test_a_bare_number_is_ascii_and_exact_or_refused(text: str) -> None:
    try:
        value = read_number(text)
    except UnreadableError:
        return
    assert set(text) <= set("0123456789.,+-")
    assert sum(character.isdigit() for character in text) <= 30
    assert value == Fraction(text.replace(",", ""))
