"""Says a finding in words: what was reported, what is required, the difference, and every reason."""

from collections.abc import Iterator
from fractions import Fraction

from ..domain.comparators import Comparator
from ..domain.findings import (
    ASPIRED,
    BOUNDS_DECIDED_ON,
    Finding,
    Recomputation,
    Retelling,
    Worth,
    called_of,
)
from ..domain.outcomes import OF_MILESTONES, READING_SENSITIVE, ROUNDING_SENSITIVE, Grade, Outcome
from ..domain.reviews import AdjustedTarget, Waiver
from ..domain.targets import Target
from ..domain.words import TargetNature
from ..quantity.numbers import Interval, plain, rounded, shown_interval
from ..text import Text
from .context import JudgingContext
from .grounds import Grounds, factor_of
from .item_sentences import listed_items, registered_items
from .quotients import Quotient
from .reason_sentences import UNSTATED, JudgedOutcome, SentenceSubject, bound_by_list, in_words, said

_REPORTED = Text("自报{observed}", "Reported {observed}")
_VERIFIED = Text("核定值{verified}", "Verified {verified}")
_ADJUSTED = Text("自报{observed}，核定值{verified}", "Reported {observed}, verified {verified}")
_COUNTED = Text("，按清单认定{bound}{decided}", ", by its items {bound}{decided}")
_BY_REGISTER = Text("，按名录认定{bound}{decided}", ", by the register {bound}{decided}")
_RECOMPUTED = Text("，按分项复算{decided}", ", recomputed {decided}")
_REQUIRED = Text("，目标为{required}", "; required: {required}")
_STATE = Text("自报“{state}”。", "Reported as {state}.")
_ATTESTED = Text("核验单位认定：{state}。", "Attested by the assessor: {state}.")
_ACHIEVED_ON = Text("完成日期为{date}。", "Achieved on {date}.")
_BESIDE = Text("，{side}{gap}。", "; {gap} {side}.")
_END = Text("。", ".")
_SENTENCE = Text("{sentence}。", "{sentence}.")
_BASE = Text("{value}（{period}），{needed}{growth}", "{value} ({period}), {needed}{growth}")
_NEEDS_MORE = Text("至目标值须增加{difference}", "{difference} below what is required")
_NEEDS_LESS = Text("至目标值须减少{difference}", "{difference} above what is required")
_NEEDS_NOTHING = Text("与目标值相同", "the same as what is required")
_RELATIVE = Text("（{growth}%）", " ({growth}% of the base)")
EACH_YEAR = Text("每年{words}", "{words} each year")
_ADJUSTED_TARGET = Text(
    "目标经{by}{on}批准调整{document}，公布的目标为{published}。",
    "The target was adjusted with the approval of {by} on {on}{document}; published was: {published}.",
)
_APPROVAL = Text("（{document}）", " ({document})")
_ASPIRED_TO = Text("，力争目标为{required}", "; aspired to: {required}")
_ASPIRATION = Text(
    "力争目标（不作为认定结论的依据）：{reached}", "Aspiration: {reached}; it bears on no verdict"
)
_NOT_COUNTED = Text(
    "{sentence}（不计入项数和总体结论）", "{sentence} (not counted, and no part of the verdict)"
)
_ADJUSTED_OUTCOMES = {
    Outcome.MET: Text("达到调整后的目标", "The adjusted target is met"),
    Outcome.MISSED: Text("未达到调整后的目标", "The adjusted target is missed"),
}
_SHORT = Text("未达预期（预期性目标）", "Short of expectation (the target is an expected one)")
_CLAIMED = Text("{sentence}（仅自报，未核实）。", "{sentence} (claimed, not verified).")
_MISSING = Text("注明：{missing}。", "Stated: {missing}.")
_ARITHMETIC = Text("{arithmetic}（取值范围{interval}）。", "{arithmetic}, within {interval}.")
_WORTH = Text("相差部分折合{name}约{amount}。", "The gap is equal to {amount} of {name}.")
_BOTH = Text(
    "自报值的取值范围为{reported}；{arithmetic}，取值范围为{quotient}。",
    "The reported value asserts {reported}; {arithmetic} asserts {quotient}.",
)
_ROUNDING = Text(
    "{term}：按所写小数位，实际值的范围为{interval}。",
    "{term}: with the decimals written, the value may lie anywhere in {interval}.",
)
_READING = Text(
    "{term}：若理解为{other}，则为“{outcome}”。", "{term}: read as {other}, it would be: {outcome}."
)
_WAIVED = Text(
    "{reason}（{by}批准，{on}起生效，有效期至{until}）。如未经批准，本项为“{underlying}”：",
    "{reason} (approved by {by} on {on}, until {until}). Without the waiver it would be: {underlying}. ",
)


def message(grounds: Grounds, judged: JudgedOutcome, context: JudgingContext, retell: Retelling) -> Text:
    """Return the finding in words; the last sentence tells the outcome."""
    return Text.joined(_sentences(grounds, judged, context, retell))


def waived_message(waiver: Waiver, finding: Finding, retell: Retelling) -> Text:
    """Return the words for a waived target: who approved it, and what the outcome would be without it."""
    waived = _WAIVED.format(
        reason=waiver.reason,
        by=waiver.approved_by,
        on=waiver.approved_on,
        until=waiver.expires,
        underlying=called_of(finding.target, finding.outcome),
    )
    first = _SENTENCE.format(sentence=Outcome.WAIVED.sentence)
    return Text.joined((first, Text.joined((waived, finding.words(retell)), en="")))


def no_data_message(missing: Text | None, _retell: Retelling) -> Text:
    """Return the words for a target without a value, with the stated cause if any."""
    sentences = [_SENTENCE.format(sentence=Outcome.NO_DATA.sentence)]
    if missing:
        sentences.append(_MISSING.format(missing=missing))
    return Text.joined(sentences)


def required(target: Target, comparator: Comparator | None = None, value: Fraction | None = None) -> Text:
    """Return what a target requires, in words (“at least 13%”), or what another reading requires."""
    comparator = comparator or target.comparator
    if comparator.is_attested:
        return comparator.sentence
    number = target.value if value is None else value
    assert number is not None
    words = comparator.requires(number, target.unit)
    return EACH_YEAR.format(words=words) if target.per_year else words


def base_in_words(target: Target) -> Text | None:
    """Return the base that a document states and what is needed since; ``None`` without one."""
    base, needed, growth = target.base, target.needed_since_base, target.growth_needed
    if base is None or needed is None:
        return None
    value = f"{plain(base.value)}{base.unit}"
    words = (_NEEDS_MORE if needed > 0 else _NEEDS_LESS if needed else _NEEDS_NOTHING).format(
        difference=difference(target, needed)
    )
    relative = _RELATIVE.format(growth=plain(round(abs(growth) * 100, 1))) if growth else ""
    return _BASE.format(value=value, period=in_words(base.period), needed=words, growth=relative)


def difference(target: Target, gap: Fraction) -> Text:
    """Return the size of a gap in words; that of two shares is in percentage points."""
    return target.indicator.kind.difference_in_words(abs(gap), target.unit or "")


def _sentences(
    grounds: Grounds, judged: JudgedOutcome, context: JudgingContext, retell: Retelling
) -> Iterator[Text]:
    yield from _value(grounds, judged)
    adjusted = context.reviewed.adjusted.get(grounds.target.key)
    if adjusted:
        yield _adjustment(grounds.target, adjusted)
    for reason in judged.reasons:
        yield said(reason, SentenceSubject(grounds, judged, context))
    if grounds.registered:
        yield registered_items(grounds.registered)
    if grounds.tally:
        yield from listed_items(grounds.tally, context.report.source, retell)
    if judged.rounding_sensitive:
        yield _rounding(grounds)
    if judged.other_outcome is not judged.outcome:
        yield _reading(grounds.target, judged.other_outcome)
    bare = judged.outcome is Outcome.MET and grounds.grade is Grade.CLAIMED
    sentence = _outcome(grounds.target, judged.outcome, adjusted is not None)
    yield (_CLAIMED if bare else _SENTENCE).format(sentence=sentence)


def _outcome(target: Target, outcome: Outcome, is_adjusted: bool) -> Text:
    """Return the sentence of an outcome: what does not weigh, a miss of an expected target, and a target that
    is not as published, has its own.
    """
    if target.aspiration and outcome in ASPIRED:
        return _ASPIRATION.format(reached=ASPIRED[outcome])
    if not target.weighs and not target.aspiration:
        return _NOT_COUNTED.format(sentence=outcome.sentence)
    if outcome is Outcome.MISSED and target.nature is TargetNature.EXPECTED:
        return _SHORT
    if is_adjusted:
        return _ADJUSTED_OUTCOMES.get(outcome, outcome.sentence)
    return OF_MILESTONES.get(outcome, outcome.sentence) if target.comparator.is_attested else outcome.sentence


def _adjustment(target: Target, adjusted: AdjustedTarget) -> Text:
    """Return who adjusted a target, and what was published."""
    document = _APPROVAL.format(document=adjusted.document) if adjusted.document else ""
    published = required(target, value=adjusted.published)
    by, on = adjusted.approved_by, adjusted.approved_on
    return _ADJUSTED_TARGET.format(published=published, by=by, on=on, document=document)


def _value(grounds: Grounds, judged: JudgedOutcome) -> Iterator[Text]:
    """Return sentences on the value, on what is required, and on how the value was obtained."""
    if grounds.state is not None:
        yield from _state(grounds)
        return
    quotient, gap = grounds.quotient, _gap(grounds.target, judged)
    if quotient is None:
        yield _compared(
            Text.joined((_observed(grounds), *_counted(grounds, judged)), en=""), grounds.target, gap
        )
        if grounds.weaker_quotient:
            yield _arithmetic(grounds, grounds.weaker_quotient.quotient)
        return
    observed = (_observed(grounds),) if grounds.observation and grounds.observation.quantity else ()
    yield _compared(Text.joined((*observed, *_recomputed(grounds, judged)), en=""), grounds.target, gap)
    yield _arithmetic(grounds, quotient)
    worth = _worth(grounds.target, quotient, judged.decided) if judged.is_quotient else None
    if worth:
        yield _WORTH.format(**worth._asdict())


def _gap(target: Target, judged: JudgedOutcome) -> Fraction | None:
    """Return the gap as it is told: for a rounded quotient that of the rounded number, so that it can be
    checked by hand.
    """
    if judged.decided is None or target.value is None:
        return None
    shown = rounded(judged.decided, target.value) if judged.is_quotient else judged.decided
    return shown - target.value


def _state(grounds: Grounds) -> Iterator[Text]:
    if grounds.state is None:
        return
    attestation = grounds.attestation
    if attestation is None:
        yield _STATE.format(state=grounds.state.term)
        return
    parts = [
        Text(
            f"{grounds.target.parts[key].zh}：{state.term.zh}",
            f"{grounds.target.parts[key].en}: {state.term.en}",
        )
        for key, state in attestation.parts.items()
    ]
    yield _ATTESTED.format(state=Text.joined(parts, "；", "; ") if parts else attestation.state.term)
    if attestation.achieved_on:
        yield _ACHIEVED_ON.format(date=attestation.achieved_on)


def _observed(grounds: Grounds) -> Text:
    """Return the values in words: what was reported, and what was verified in its place."""
    observation, fact = grounds.observation, grounds.facts[0]
    reported = observation.quantity.shown if observation and observation.quantity else None
    if grounds.quotient is None and fact.verified:
        verified = fact.quantity.shown
        if reported is None:
            return _VERIFIED.format(verified=verified)
        return _ADJUSTED.format(observed=reported, verified=verified)
    return _REPORTED.format(observed=reported or UNSTATED)


def _counted(grounds: Grounds, judged: JudgedOutcome) -> Iterator[Text]:
    """Return the number of items where it differs from the number reported, or the bound that it gives."""
    decided, target = judged.decided, grounds.target
    if not grounds.is_counted or decided is None or (decided,) == tuple(one.value for one in grounds.facts):
        return
    bound = bound_by_list(grounds, decided)
    words = BOUNDS_DECIDED_ON[bound] if bound else Text.same("")
    counted = _BY_REGISTER if grounds.registered else _COUNTED
    yield counted.format(bound=words, decided=f"{plain(decided)}{target.unit}")


def _recomputed(grounds: Grounds, judged: JudgedOutcome) -> Iterator[Text]:
    """Return the quotient of the parts where it is decided on and differs from the number reported."""
    decided, target, reported = (
        judged.decided,
        grounds.target,
        grounds.observation and grounds.observation.quantity,
    )
    if not judged.is_quotient or decided is None or reported is None or target.unit is None:
        return
    if decided != reported.number_in(target.unit):
        yield _RECOMPUTED.format(decided=f"{plain(rounded(decided, target.value))}{target.unit}")


def _compared(start: Text, target: Target, gap: Fraction | None) -> Text:
    start_of = _ASPIRED_TO if target.aspiration else _REQUIRED
    required_words = start_of.format(required=required(target))
    if not start.zh:
        required_words = Text(
            required_words.zh.removeprefix("，"), required_words.en.removeprefix("; ").capitalize()
        )
    end = _END
    if gap:
        kind = target.indicator.kind
        end = _BESIDE.format(side=kind.above if gap > 0 else kind.below, gap=difference(target, gap))
    return Text.joined((start, required_words, end), en="")


def _arithmetic(grounds: Grounds, quotient: Quotient) -> Text:
    """Return the division in full; if it disagrees with the share, what each of them asserts."""
    unit = quotient.share.unit or ""
    side = _line_in(grounds.target, unit)
    interval = shown_interval(quotient.interval, unit, side)
    observation = grounds.observation
    if grounds.is_several and observation and observation.quantity:
        reported = shown_interval(observation.quantity.interval_in(unit), unit, side)
        return _BOTH.format(reported=reported, arithmetic=quotient.arithmetic(side), quotient=interval)
    if quotient.value is None:
        return _SENTENCE.format(sentence=quotient.arithmetic(side))
    return _ARITHMETIC.format(arithmetic=quotient.arithmetic(side), interval=interval)


def _line_in(target: Target, unit: str) -> Fraction | None:
    """Return what is required, in another unit of its kind."""
    if target.value is None or target.unit is None or not unit:
        return None
    return target.value * target.indicator.units.ratio(target.unit, unit)


def recomputation(grounds: Grounds, judged: JudgedOutcome) -> Recomputation | None:
    """Return what the parts of a share or a rate come to, and what a shortfall is worth."""
    quotient = grounds.divided
    if quotient is None or quotient.value is None:
        return None
    worth = _worth(grounds.target, quotient, judged.decided)
    return Recomputation(quotient.value * factor_of(grounds.target), worth)


def _worth(target: Target, quotient: Quotient, decided: Fraction | None) -> Worth | None:
    """Return how much of the numerator a shortfall of a share is worth, at the current denominator."""
    numerator, denominator = quotient.parts
    if target.value is None or target.unit is None or numerator.value is None or denominator.value is None:
        return None
    if decided is None or quotient.share.change or not target.comparator.shortfall(decided, target.value):
        return None
    unit, divisor_unit = numerator.indicator.unit, denominator.indicator.unit
    assert unit is not None
    assert divisor_unit is not None
    whole = denominator.value * numerator.indicator.units.ratio(divisor_unit, unit)
    lacking = abs(target.value / target.indicator.kind.whole_in(target.unit) * whole - numerator.value)
    amount = round(lacking, numerator.indicator.decimals or 0) or rounded(lacking)
    return Worth(numerator.indicator.short, f"{plain(amount)}{unit}")


def _rounding(grounds: Grounds) -> Text:
    interval, target = grounds.written or Interval(None, None), grounds.target
    shown = shown_interval(interval, target.unit or "", target.value)
    return _ROUNDING.format(term=ROUNDING_SENSITIVE, interval=shown)


def _reading(target: Target, outcome: Outcome) -> Text:
    other = target.other_reading
    assert other is not None
    words = required(target, other.comparator, other.value)
    return _READING.format(term=READING_SENSITIVE, other=words, outcome=called_of(target, outcome))
