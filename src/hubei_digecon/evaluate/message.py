"""Says a finding in words: what was reported, what is required, the difference, and every reason."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ..comparators import MILESTONE, Comparator
from ..consistency import Quotient
from ..exact import plain, rounded, shown_end, shown_interval
from ..findings import READING_SENSITIVE, ROUNDING_SENSITIVE, Finding, Grade, Outcome, Reason
from ..model.reviews import Waiver
from ..model.targets import Scope, Target
from ..text import Text
from ..units import IndicatorKind, ratio
from . import contradictions
from .basis import Basis
from .case import Case
from .coverage import off_coverage
from .listing import listed_items
from .magnitude import outliers

_REPORTED = Text("自报{observed}", "Reported {observed}")
_VERIFIED = Text("核定值{verified}", "Verified {verified}")
_ADJUSTED = Text("自报{observed}，核定值{verified}", "Reported {observed}, verified {verified}")
_REQUIRED = Text("，目标为{required}", "; required: {required}")
_STATE = Text("自报{state}。", "Reported as {state}.")
_ATTESTED = Text("评估方认定：{state}。", "Attested by the assessor: {state}.")
_ACHIEVED_ON = Text("实现日期{date}。", "Achieved on {date}.")
_ABOVE = Text("，高于目标{gap}。", "; {gap} above the target.")
_BELOW = Text("，低于目标{gap}。", "; {gap} below the target.")
_END = Text("。", ".")
_SENTENCE = Text("{sentence}。", "{sentence}.")
_CLAIMED = Text("{sentence}（仅自报，未核实）。", "{sentence} (claimed, not verified).")
_MISSING = Text("注明：{missing}。", "Stated: {missing}.")
_POINTS = Text("{number}个百分点", "{number} percentage points")
_ONE_POINT = Text("1个百分点", "1 percentage point")
_ARITHMETIC = Text("{arithmetic}，区间{interval}。", "{arithmetic}, within {interval}.")
_WORTH = Text("差距相当于{name}{amount}。", "The gap is equal to {amount} of {name}.")
_BOTH = Text(
    "填报值表示{reported}，{arithmetic}，表示{quotient}。",
    "The reported value asserts {reported}; {arithmetic} asserts {quotient}.",
)
_ROUNDING = Text(
    "{term}：按所写小数位，实际值可在{low}至{high}之间。",
    "{term}: with the decimals written, the value may lie anywhere from {low} to {high}.",
)
_READING = Text(
    "{term}：若理解为{other}，则为“{outcome}”。", "{term}: read as {other}, it would be: {outcome}."
)
_WAIVED = Text(
    "{reason}（{by}批准，{on}起，有效期至{until}）。若不计批准，则为“{underlying}”：",
    "{reason} (approved by {by} on {on}, until {until}). Without the waiver it would be: {underlying}. ",
)
_UNSTATED = Text("未注明", "unstated")
_OFF_SCOPE = Text(
    "{name}填报为“{stated}”，指标要求“{wanted}”，{proves}",
    "{name} is of {stated}, where the indicator wants {wanted}; {proves}",
)
_IMPLAUSIBLE = Text("{said}，而未注明统计口径", "{said}; and no scope is stated")


class Told(NamedTuple):
    """What the message of a finding is made of, beside what the judgement rests on."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    decided: Fraction | None
    is_quotient: bool
    rounding_sensitive: bool
    other_outcome: Outcome

    def gap(self, target: Target) -> Fraction | None:
        """Return the gap as it is told: that of a rounded quotient, so that it can be checked by hand."""
        if self.decided is None or target.value is None:
            return None
        shown = rounded(self.decided, target.value) if self.is_quotient else self.decided
        return shown - target.value


def message(basis: Basis, told: Told, case: Case) -> Text:
    """Return the finding in words; the last sentence is that of the outcome."""
    return Text.joined(_sentences(basis, told, case))


def waived_message(waiver: Waiver, finding: Finding) -> Text:
    """Return the words for a waived target: by whose approval, and what it hides."""
    waived = _WAIVED.format(
        reason=waiver.reason,
        by=waiver.approved_by,
        on=waiver.approved_on,
        until=waiver.expires,
        underlying=finding.outcome.term,
    )
    first = _SENTENCE.format(sentence=Outcome.WAIVED.sentence)
    return Text.joined((first, Text.joined((waived, finding.message), en="")))


def no_data_message(missing: Text | None) -> Text:
    """Return the words for a target on which there is no value, with the stated cause if any."""
    sentences = [_SENTENCE.format(sentence=Outcome.NO_DATA.sentence)]
    if missing:
        sentences.append(_MISSING.format(missing=missing))
    return Text.joined(sentences)


def required(target: Target, comparator: Comparator | None = None, value: Fraction | None = None) -> Text:
    """Return what a target requires, in words: “at least 13%”; or the same by another reading."""
    comparator = comparator or target.comparator
    if comparator is MILESTONE:
        return comparator.sentence
    number = target.value if value is None else value
    assert number is not None
    return comparator.sentence.format(required=f"{plain(number)}{target.unit}")


def difference(target: Target, gap: Fraction) -> Text:
    """Return the size of a gap in words; that of two shares is in percentage points."""
    size = abs(gap)
    if target.indicator.kind is IndicatorKind.SHARE and target.unit:
        points = size * ratio(target.unit, "%")
        return _ONE_POINT if points == 1 else _POINTS.format(number=plain(points))
    return Text.same(f"{plain(size)}{target.unit}")


def _sentences(basis: Basis, told: Told, case: Case) -> Iterator[Text]:
    yield from _value(basis, told)
    for reason in told.reasons:
        yield reason.sentence.format(**_details(reason, basis, case))
    if basis.tally:
        yield from listed_items(basis.tally, case.report.source)
    if told.rounding_sensitive:
        yield _rounding(basis)
    if told.other_outcome is not told.outcome:
        yield _reading(basis.target, told.other_outcome)
    bare = told.outcome is Outcome.MET and basis.grade is Grade.CLAIMED
    yield (_CLAIMED if bare else _SENTENCE).format(sentence=told.outcome.sentence)


def _value(basis: Basis, told: Told) -> Iterator[Text]:
    """Return what the value is, what is required, and how the one was come by."""
    if basis.state is not None:
        yield from _state(basis)
        return
    quotient, gap = basis.quotient, told.gap(basis.target)
    if quotient is None:
        yield _compared(_observed(basis), basis.target, gap)
        if basis.beside:
            yield _arithmetic(basis, basis.beside.quotient)
        return
    observed = (_observed(basis),) if basis.observation and basis.observation.quantity else ()
    yield _compared(Text.joined(observed), basis.target, gap)
    yield _arithmetic(basis, quotient)
    if told.is_quotient and gap and gap < 0:
        yield from _worth(basis.target, quotient)


def _state(basis: Basis) -> Iterator[Text]:
    if basis.state is None:
        return
    attestation = basis.attestation
    if attestation is None:
        yield _STATE.format(state=basis.state.term)
        return
    parts = [
        Text(
            f"{basis.target.parts[key].zh}：{state.term.zh}", f"{basis.target.parts[key].en}: {state.term.en}"
        )
        for key, state in attestation.parts.items()
    ]
    yield _ATTESTED.format(state=Text.joined(parts, "；", "; ") if parts else attestation.state.term)
    if attestation.achieved_on:
        yield _ACHIEVED_ON.format(date=attestation.achieved_on)


def _observed(basis: Basis) -> Text:
    """Return the values in words: what was reported, and what was verified in its place."""
    observation, figure = basis.observation, basis.figures[0]
    reported = observation.quantity.shown if observation and observation.quantity else None
    if basis.quotient is None and figure.verified:
        verified = figure.quantity.shown
        if reported is None:
            return _VERIFIED.format(verified=verified)
        return _ADJUSTED.format(observed=reported, verified=verified)
    return _REPORTED.format(observed=reported or _UNSTATED)


def _compared(start: Text, target: Target, gap: Fraction | None) -> Text:
    required_words = _REQUIRED.format(required=required(target))
    if not start.zh:
        required_words = Text(
            required_words.zh.removeprefix("，"), required_words.en.removeprefix("; ").capitalize()
        )
    end = _END
    if gap:
        end = (_ABOVE if gap > 0 else _BELOW).format(gap=difference(target, gap))
    return Text.joined((start, required_words, end), en="")


def _arithmetic(basis: Basis, quotient: Quotient) -> Text:
    """Return the division in full; where it disagrees with the share, what each of them asserts."""
    unit = quotient.share.unit or ""
    side = basis.target.value if basis.target.unit == unit else None
    interval = shown_interval(quotient.interval, unit, side)
    observation = basis.observation
    if basis.is_several and observation and observation.quantity:
        reported = shown_interval(observation.quantity.interval_in(unit), unit)
        return _BOTH.format(reported=reported, arithmetic=quotient.arithmetic(side), quotient=interval)
    return _ARITHMETIC.format(arithmetic=quotient.arithmetic(side), interval=interval)


def _worth(target: Target, quotient: Quotient) -> Iterator[Text]:
    """Return what a gap in a share is worth in its numerator, at the denominator as it is."""
    numerator, denominator = quotient.parts
    if target.value is None or target.unit is None or numerator.value is None or denominator.value is None:
        return
    unit, divisor_unit = numerator.indicator.unit, denominator.indicator.unit
    assert unit is not None
    assert divisor_unit is not None
    whole = denominator.value * ratio(divisor_unit, unit)
    lacking = target.value * ratio(target.unit, "‰") / 1000 * whole - numerator.value
    amount = round(lacking, numerator.indicator.decimals or 0) or rounded(lacking)
    yield _WORTH.format(name=numerator.indicator.short, amount=f"{plain(amount)}{unit}")


def _details(reason: Reason, basis: Basis, case: Case) -> dict[str, object]:
    """Return what the sentence of a reason speaks of."""
    target = basis.target
    match reason:
        case Reason.AT_LINE:
            return {"how": target.comparator.how_read(target.source.wording)}
        case Reason.WITHIN_STRETCH | Reason.REACHED_STRETCH:
            return {"stretch": f"{plain(target.stretch or Fraction(0))}{target.unit}"}
        case Reason.HEDGED:
            hedged = [figure.quantity.text for figure in basis.figures if figure.value is None]
            return {"written": Text.joined(map(Text.same, hedged), "、", ", ")}
        case Reason.EVIDENCE:
            return {"grade": basis.grade.term, "needed": case.settings.min_evidence.term}
        case Reason.INCONSISTENT:
            return {"how": contradictions.told(basis, case)}
        case Reason.SHARE_ABOVE_WHOLE if stands := contradictions.above_whole(basis, case):
            return {"value": stands.arithmetic() if isinstance(stands, Quotient) else stands.shown()}
        case Reason.MAGNITUDE:
            return {"how": Text.joined([one.how for one in outliers(basis)], "；", "; ")}
        case Reason.SCOPE:
            return {"how": Text.joined(_off_scope(basis, case), "；", "; ")}
    return {"due": target.due, "period": basis.period}


def _off_scope(basis: Basis, case: Case) -> Iterator[Text]:
    """Return what each figure of another scope or counting is of, and what it then tells."""
    scopes = case.catalogue.scopes
    for figure, coverage in off_coverage(basis.figures, case.catalogue):
        indicator, observation = figure.indicator, figure.observation
        assert observation is not None
        stated: list[Text] = []
        wanted: list[Text] = []
        if observation.scope and indicator.scopes and observation.scope not in indicator.scopes:
            stated.append(scope_named(observation.scope, scopes))
            wanted.extend(scopes[scope].name for scope in indicator.scopes)
        if observation.counting and indicator.counting and observation.counting is not indicator.counting:
            stated.append(observation.counting.term)
            wanted.append(indicator.counting.term)
        yield _OFF_SCOPE.format(
            name=indicator.short,
            stated=Text.joined(stated, "、", ", "),
            wanted=Text.joined(wanted, "、", ", "),
            proves=coverage.sentence,
        )
    if one := contradictions.implausible(basis, case):
        yield _IMPLAUSIBLE.format(said=one.remark.message)


def scope_named(scope: str, scopes: Mapping[str, Scope]) -> Text:
    """Return a scope by its name; one that the catalogue does not know as it was written."""
    return scopes[scope].name if scope in scopes else Text.same(scope)


def _rounding(basis: Basis) -> Text:
    interval, unit, side = basis.asserted, basis.target.unit, basis.target.value
    assert interval is not None
    assert interval.low is not None
    assert interval.high is not None
    low, high = shown_end(interval.low, -1, side), shown_end(interval.high, +1, side)
    return _ROUNDING.format(term=ROUNDING_SENSITIVE, low=f"{low}{unit}", high=f"{high}{unit}")


def _reading(target: Target, outcome: Outcome) -> Text:
    other = target.other_reading
    assert other is not None
    words = required(target, other.comparator, other.value)
    return _READING.format(term=READING_SENSITIVE, other=words, outcome=outcome.term)
