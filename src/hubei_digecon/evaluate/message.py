"""Says a finding in words: what was reported, what is required, the difference, and every reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..comparators import MILESTONE, Comparator
from ..exact import plain
from ..findings import READING_SENSITIVE, ROUNDING_SENSITIVE, Outcome, Reason, Settings
from ..model.targets import Scope, Target
from ..text import Text
from ..units import IndicatorKind, ratio
from .basis import Basis

_REPORTED = Text("自报{observed}，目标为{required}", "Reported {observed}; required: {required}")
_STATE = Text("自报{state}。", "Reported as {state}.")
_ABOVE = Text("，高于目标{gap}。", "; {gap} above the target.")
_BELOW = Text("，低于目标{gap}。", "; {gap} below the target.")
_END = Text("。", ".")
_SENTENCE = Text("{sentence}。", "{sentence}.")
_MISSING = Text("注明：{missing}。", "Stated: {missing}.")
_POINTS = Text("{number}个百分点", "{number} percentage points")
_ONE_POINT = Text("1个百分点", "1 percentage point")
_BARE = Text(
    "原文没有比较词，按不低于理解，含本数。",
    "The text has no word of comparison; it is read as at least, including the number itself.",
)
_PHRASE = Text("“{word}”：{why}。", "“{word}”: {why}.")
_ROUNDING = Text(
    "{term}：按所写小数位，实际值可在{low}至{high}之间。",
    "{term}: with the decimals written, the value may lie anywhere from {low} to {high}.",
)
_READING = Text(
    "{term}：若理解为{other}，则为“{outcome}”。", "{term}: read as {other}, it would be: {outcome}."
)
_NO_COUNTING = Text("未注明", "unstated")


@dataclass(frozen=True, slots=True)
class Told:
    """What the message of a finding is made of, beside the value itself."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    gap: Fraction | None
    rounding_sensitive: bool
    other_outcome: Outcome | None
    settings: Settings
    scopes: Mapping[str, Scope]


def message(basis: Basis, told: Told) -> Text:
    """Return the finding in words; the last sentence is that of the outcome."""
    return Text.joined(_sentences(basis, told))


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


def _sentences(basis: Basis, told: Told) -> Iterator[Text]:
    yield _comparison(basis, told.gap)
    for reason in told.reasons:
        yield reason.sentence.format(**_details(reason, basis, told))
    if told.rounding_sensitive:
        yield _rounding(basis)
    if told.other_outcome:
        yield _reading(basis.target, told.other_outcome)
    yield _SENTENCE.format(sentence=told.outcome.sentence)


def _comparison(basis: Basis, gap: Fraction | None) -> Text:
    if basis.state is not None:
        return _STATE.format(state=basis.state.term)
    quantity = basis.observation.quantity
    assert quantity is not None
    start = _REPORTED.format(observed=quantity.shown, required=required(basis.target))
    if not gap:
        return Text.joined((start, _END), en="")
    side = _ABOVE if gap > 0 else _BELOW
    return Text.joined((start, side.format(gap=difference(basis.target, gap))), en="")


def _details(reason: Reason, basis: Basis, told: Told) -> dict[str, object]:
    """Return what the sentence of a reason speaks of."""
    target, observation = basis.target, basis.observation
    match reason:
        case Reason.AT_LINE:
            return {"how": _how_read(target)}
        case Reason.WITHIN_STRETCH | Reason.REACHED_STRETCH:
            return {"stretch": f"{plain(target.stretch or Fraction(0))}{target.unit}"}
        case Reason.HEDGED:
            return {"written": observation.quantity.text if observation.quantity else ""}
        case Reason.EVIDENCE:
            return {"grade": basis.grade.term, "needed": told.settings.min_evidence.term}
        case Reason.SCOPE:
            return {"stated": _stated(basis, told.scopes), "wanted": _wanted(target, told.scopes)}
    return {"due": target.due, "period": basis.period}


def _how_read(target: Target) -> Text:
    phrase = target.comparator.phrase_in(target.source.wording)
    return _PHRASE.format(word=phrase.word, why=phrase.why) if phrase else _BARE


def _stated(basis: Basis, scopes: Mapping[str, Scope]) -> Text:
    scope, counting = basis.observation.scope, basis.observation.counting
    parts = [scopes[scope].name] if scope else []
    return Text.joined([*parts, *([counting.term] if counting else [])], "、", ", ")


def _wanted(target: Target, scopes: Mapping[str, Scope]) -> Text:
    indicator = target.indicator
    names = [scopes[scope].name for scope in indicator.scopes]
    return Text.joined([*names, *([indicator.counting.term] if indicator.counting else [])], "、", ", ")


def _rounding(basis: Basis) -> Text:
    interval, unit = basis.interval, basis.target.unit
    assert interval is not None
    assert interval.low is not None
    assert interval.high is not None
    ends = {"low": f"{plain(interval.low)}{unit}", "high": f"{plain(interval.high)}{unit}"}
    return _ROUNDING.format(term=ROUNDING_SENSITIVE, **ends)


def _reading(target: Target, outcome: Outcome) -> Text:
    other = target.other_reading
    assert other is not None
    words = required(target, other.comparator, other.value)
    return _READING.format(term=READING_SENSITIVE, other=words, outcome=outcome.term)
