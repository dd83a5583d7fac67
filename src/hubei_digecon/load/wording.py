"""Holds a target against the official words it cites: comparator by phrase, number with its unit."""

import re

from ..comparators import COMPARATORS, MILESTONE
from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..exact import plain
from ..model.targets import Target
from ..text import Text
from ..units import HEDGES, IndicatorKind
from .fields import Fields


def target_of(comparator: str, wording: str, *more: str) -> str:
    """Return a target for an example: 50亿元, in words that may say something else."""
    lines = (
        "targets:",
        "  core_value_added:",
        "    due: 2025",
        f"    comparator: {comparator}",
        "    value: 50",
        "    unit: 亿元",
        f"    source: {{document: example, paragraph: 1, wording: {wording}}}",
        *(f"    {one}" for one in more),
    )
    return "\n".join(lines)


WORDING_MISMATCH = DiagnosticKind(
    "wording-mismatch",
    Severity.ERROR,
    Text(
        "原文“{wording}”中的“{phrase}”与比较方式 {comparator} 不符",
        "the wording “{wording}” says “{phrase}”, which is not {comparator}",
    ),
    Text("改比较方式，或改引原文；{meant}", "mend the comparator or the wording; {meant}"),
    example=Example(
        fails=target_of("at_least", "超过50亿元"),
        passes=target_of("more_than", "超过50亿元"),
        sort=Sort.TARGETS,
    ),
)
NO_PHRASE = DiagnosticKind(
    "no-phrase",
    Severity.ERROR,
    Text(
        "原文“{wording}”没有说明比较方式的词，只有数量可以这样写",
        "the wording “{wording}” has no word that calls for a comparator; only a bare count may go without",
    ),
    Text("引用含有“达到”“超过”一类词的原文", "cite the words with the phrase, such as 达到 or 超过"),
    example=Example(
        fails=target_of("at_least", "50亿元"), passes=target_of("at_least", "达到50亿元"), sort=Sort.TARGETS
    ),
)
VALUE_NOT_IN_WORDING = DiagnosticKind(
    "value-not-in-wording",
    Severity.ERROR,
    Text("原文“{wording}”中没有“{value}”", "“{value}” does not stand in the wording “{wording}”"),
    Text("核对数值、单位和原文", "compare value and unit with the words cited"),
    example=Example(
        fails=target_of("at_least", "达到60亿元"),
        passes=target_of("at_least", "达到50亿元"),
        sort=Sort.TARGETS,
    ),
)
KINDS = (WORDING_MISMATCH, NO_PHRASE, VALUE_NOT_IN_WORDING)

_STRETCH_WORD = "力争"
_CALLS_FOR = {
    **{hedge.word: hedge.bound.id for hedge in HEDGES if len(hedge.word) > 1},
    **{phrase.word: comparator.id for comparator in COMPARATORS.values() for phrase in comparator.phrases},
}
"""Which comparator each word of official texts calls for; some of them none that we have."""

_WORDS = re.compile("|".join(sorted(map(re.escape, _CALLS_FOR), key=len, reverse=True)))


def check_wording(fields: Fields, target: Target) -> None:
    """Note where a numeric target says something else than the words it cites.

    A milestone has no number and is exempt. A second reading is not checked: it is one that the
    words do not state.
    """
    if target.comparator is MILESTONE or target.value is None:
        return
    cited = fields.inside("source") or fields
    _check_phrase(cited, target)
    _check_numbers(cited, target)


def _check_phrase(cited: Fields, target: Target) -> None:
    wording, comparator = target.source.wording, target.comparator.id
    phrases = _WORDS.findall(wording)
    for phrase in phrases:
        meant = _CALLS_FOR[phrase]
        if meant != comparator:
            says = Text(f"“{phrase}”表示 {meant}", f"“{phrase}” means {meant}")
            cited.fault(
                WORDING_MISMATCH,
                "wording",
                wording=wording,
                phrase=phrase,
                comparator=comparator,
                meant=says,
            )
    if _STRETCH_WORD in wording and target.stretch is None:
        says = Text("“力争”是力争目标，应写在 stretch", "力争 is a stretch and belongs under stretch")
        cited.fault(
            WORDING_MISMATCH,
            "wording",
            wording=wording,
            phrase=_STRETCH_WORD,
            comparator=comparator,
            meant=says,
        )
    if not phrases and target.indicator.kind is not IndicatorKind.COUNT:
        cited.fault(NO_PHRASE, "wording", wording=wording)


def _check_numbers(cited: Fields, target: Target) -> None:
    """The value as a whole number, and the last number with its unit; of a range, both ends."""
    wording = target.source.wording.replace(",", "").replace("，", "")
    numbers = [plain(number) for number in (target.value, target.stretch) if number is not None]
    for number in numbers:
        if not re.search(rf"(?<![0-9.]){re.escape(number)}(?![0-9.])", wording):
            cited.fault(VALUE_NOT_IN_WORDING, "wording", wording=wording, value=number)
            return
    unit = target.unit or ""
    ends = "|".join(map(re.escape, numbers))
    if not re.search(rf"(?<![0-9.])(?:{ends})\s*{re.escape(unit)}", wording):
        cited.fault(VALUE_NOT_IN_WORDING, "wording", wording=wording, value=f"{numbers[-1]}{unit}")
