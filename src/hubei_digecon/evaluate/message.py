"""Says a finding in words: what was reported, what is required, the difference, and every reason."""

from collections.abc import Iterator
from fractions import Fraction

from ..comparators import MILESTONE, Comparator
from ..consistency import Quotient
from ..exact import Interval, plain, rounded, shown_interval
from ..findings import BOUNDS_DECIDED_ON, READING_SENSITIVE, ROUNDING_SENSITIVE, Finding, Grade, Outcome
from ..model.reviews import Waiver
from ..model.targets import Target
from ..text import Text
from ..units import IndicatorKind, ratio
from .basis import Basis
from .case import Case
from .listing import listed_items
from .sentences import UNSTATED, Facts, Told, bound_by_list, said

_REPORTED = Text("自报{observed}", "Reported {observed}")
_VERIFIED = Text("核定值{verified}", "Verified {verified}")
_ADJUSTED = Text("自报{observed}，核定值{verified}", "Reported {observed}, verified {verified}")
_COUNTED = Text("，按清单认定{bound}{decided}", ", by its items {bound}{decided}")
_RECOMPUTED = Text("，按分项复算{decided}", ", recomputed {decided}")
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
    "{term}：按所写小数位，实际值可能为{interval}中的任一值。",
    "{term}: with the decimals written, the value may lie anywhere in {interval}.",
)
_READING = Text(
    "{term}：若理解为{other}，则为“{outcome}”。", "{term}: read as {other}, it would be: {outcome}."
)
_WAIVED = Text(
    "{reason}（{by}批准，{on}起，有效期至{until}）。若不计批准，则为“{underlying}”：",
    "{reason} (approved by {by} on {on}, until {until}). Without the waiver it would be: {underlying}. ",
)


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
        yield said(reason, Facts(basis, told, case))
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
    quotient, gap = basis.quotient, _gap(basis.target, told)
    if quotient is None:
        yield _compared(Text.joined((_observed(basis), *_counted(basis, told)), en=""), basis.target, gap)
        if basis.beside:
            yield _arithmetic(basis, basis.beside.quotient)
        return
    observed = (_observed(basis),) if basis.observation and basis.observation.quantity else ()
    yield _compared(Text.joined((*observed, *_recomputed(basis, told)), en=""), basis.target, gap)
    yield _arithmetic(basis, quotient)
    if told.is_quotient and told.decided is not None:
        yield from _worth(basis.target, quotient, told.decided)


def _gap(target: Target, told: Told) -> Fraction | None:
    """Return the gap as it is told: that of a rounded quotient, so that it can be checked by hand."""
    if told.decided is None or target.value is None:
        return None
    shown = rounded(told.decided, target.value) if told.is_quotient else told.decided
    return shown - target.value


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
    return _REPORTED.format(observed=reported or UNSTATED)


def _counted(basis: Basis, told: Told) -> Iterator[Text]:
    """Return what a list comes to, where that is not the number reported: itself, or a bound of it."""
    decided, target = told.decided, basis.target
    if basis.tally is None or decided is None or (decided,) == tuple(one.value for one in basis.figures):
        return
    bound = bound_by_list(basis, decided)
    words = BOUNDS_DECIDED_ON[bound] if bound else Text.same("")
    yield _COUNTED.format(bound=words, decided=f"{plain(decided)}{target.unit}")


def _recomputed(basis: Basis, told: Told) -> Iterator[Text]:
    """Return what the parts of a share come to, where that is decided on and is not the number reported."""
    decided, target, reported = told.decided, basis.target, basis.observation and basis.observation.quantity
    if not told.is_quotient or decided is None or reported is None or target.unit is None:
        return
    if decided != reported.number_in(target.unit):
        yield _RECOMPUTED.format(decided=f"{plain(rounded(decided, target.value))}{target.unit}")


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
    side = _line_in(basis.target, unit)
    interval = shown_interval(quotient.interval, unit, side)
    observation = basis.observation
    if basis.is_several and observation and observation.quantity:
        reported = shown_interval(observation.quantity.interval_in(unit), unit, side)
        return _BOTH.format(reported=reported, arithmetic=quotient.arithmetic(side), quotient=interval)
    if quotient.value is None:
        return _SENTENCE.format(sentence=quotient.arithmetic(side))
    return _ARITHMETIC.format(arithmetic=quotient.arithmetic(side), interval=interval)


def _line_in(target: Target, unit: str) -> Fraction | None:
    """Return what is required, in another unit of its kind."""
    if target.value is None or target.unit is None or not unit:
        return None
    return target.value * ratio(target.unit, unit)


def _worth(target: Target, quotient: Quotient, decided: Fraction) -> Iterator[Text]:
    """Return what a shortfall of a share is worth in its numerator, at the denominator as it is."""
    numerator, denominator = quotient.parts
    if target.value is None or target.unit is None or numerator.value is None or denominator.value is None:
        return
    if not target.comparator.shortfall(decided, target.value):
        return
    unit, divisor_unit = numerator.indicator.unit, denominator.indicator.unit
    assert unit is not None
    assert divisor_unit is not None
    whole = denominator.value * ratio(divisor_unit, unit)
    lacking = abs(target.value * ratio(target.unit, "‰") / 1000 * whole - numerator.value)
    amount = round(lacking, numerator.indicator.decimals or 0) or rounded(lacking)
    yield _WORTH.format(name=numerator.indicator.short, amount=f"{plain(amount)}{unit}")


def _rounding(basis: Basis) -> Text:
    interval, target = basis.written or Interval(None, None), basis.target
    shown = shown_interval(interval, target.unit or "", target.value)
    return _ROUNDING.format(term=ROUNDING_SENSITIVE, interval=shown)


def _reading(target: Target, outcome: Outcome) -> Text:
    other = target.other_reading
    assert other is not None
    words = required(target, other.comparator, other.value)
    return _READING.format(term=READING_SENSITIVE, other=words, outcome=outcome.term)
