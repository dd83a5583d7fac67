"""The figures of a finding in words: its name, its value, how far it lies from the target."""

from fractions import Fraction

from ..domain.findings import BOUNDS_DECIDED_ON, Finding
from ..domain.outcomes import Reason
from ..domain.printed import decided_in_short, differs, gap_in_short
from ..domain.targets import Indicator, Target
from ..judging.items.diagnostics import ITEM_REJECTED
from ..judging.message import required
from ..quantity.numbers import plain, shown
from ..text import Text

WHOLE_SHORT = 13
"""A short name longer than this, in Chinese, leaves nothing out, and is used in place of the whole one."""
LONGEST_WORDING = 12
"""Words of a document longer than this say more than the number."""

VERIFIED = Text("核定值{value}（自报{reported}）", "verified {value} (reported {reported})")
VERIFIED_ALONE = Text("核定值{value}", "verified {value}")
COUNTED = Text("{how}{value}（自报{reported}{less}）", "{how}{value} (reported {reported}{less})")
BESIDE = Text("{value}（自报{reported}）", "{value} (reported {reported})")
BY_REVIEW = Text("核定", "verified ")
BY_LIST = Text("按清单核计", "by its list ")
BY_REGISTER = Text("按名录核计", "by the register ")
STRUCK = Text("，核减{number}", ", {number} struck off")
RECOMPUTED = Text("{how}复算为{value}（自报{reported}）", "recomputed {how}as {value} (reported {reported})")
FROM_VERIFIED = Text("按核定值", "from verified values ")
FROM_PARTS = Text("按分项", "from its parts ")
DERIVED = Text("未直接填报，按分项计算为{value}", "not reported itself, {value} from its parts")
CHECKED = Text("{reported}（按分项复算{value}）", "{reported} (recomputed from its parts: {value})")
LINK = "为"
TARGET = Text("目标为{required}", "required: {required}")
ADJUSTED = Text("{required}（经批准调整，原为{published}）", "{required} (adjusted, was {published})")


def name_of(indicator: Indicator) -> Text:
    """Return what a summary calls an indicator: its whole name, unless the short one leaves nothing out."""
    name, short = indicator.name, indicator.short
    return Text((short if len(short.zh) > WHOLE_SHORT else name).zh, short.en)


def valued(finding: Finding, value: Text, name: Text | None = None) -> Text:
    """Return a name with its value behind it; a word stands between two that would run into one another."""
    name = name or name_of(finding.target.indicator)
    between = "" if finding.target.unit and not name.zh[-1:].isascii() else LINK
    return Text(f"{name.zh}{between}{value.zh}", f"{name.en}: {value.en}")


def value_of(finding: Finding, always_checked: bool = False) -> Text | None:
    """Return the value that a finding rests on, with what was reported where that is another one.

    ``always_checked``: what the parts come to stands beside it even where that is the same number.
    """
    decided, reported = decided_value(finding), reported_value(finding)
    if finding.decided_on is None or decided is None:
        return reported
    if reported is None:
        if finding.is_quotient:
            return DERIVED.format(value=decided)
        return VERIFIED_ALONE.format(value=decided)
    if finding.is_quotient:
        how = FROM_VERIFIED if Reason.ADJUSTED in finding.reasons else FROM_PARTS
        if differs(finding):
            return RECOMPUTED.format(how=how, value=decided, reported=reported)
    elif finding.verified is not None and not finding.is_counted:
        form = VERIFIED if differs(finding) else VERIFIED_ALONE
        return form.format(value=decided, reported=reported)
    elif differs(finding) or finding.decided_bound:
        return _otherwise(finding, decided, reported)
    found = finding.recompute() if always_checked else None
    if found is None:
        return reported
    checked = f"{_hundredths(found.value, finding.target)}{finding.target.unit or ''}"
    return CHECKED.format(reported=reported, value=checked)


def reported_value(finding: Finding) -> Text | None:
    """Return the value as it was reported; ``None`` without one."""
    quantity = finding.observation.quantity if finding.observation else None
    return quantity.shown if quantity else None


def decided_value(finding: Finding) -> Text | None:
    """Return the number decided on with its unit, and whether it is a bound; ``None`` without one."""
    decided = decided_in_short(finding)
    if decided is None:
        return None
    number = Text.same(f"{plain(decided)}{finding.target.unit or ''}")
    bound = finding.decided_bound
    return Text.joined((BOUNDS_DECIDED_ON[bound], number), en="") if bound else number


def struck_off(finding: Finding) -> Text | None:
    """Return how many of the things reported were not counted; ``None`` where all were."""
    quantity = finding.observation.quantity if finding.observation else None
    unit = finding.target.unit
    if finding.decided_on is None or quantity is None or not unit or finding.decided_bound or quantity.bound:
        return None
    less = quantity.number_in(unit) - finding.decided_on
    is_counted = finding.target.indicator.kind.takes_items and finding.is_counted
    return Text.same(f"{plain(less)}{unit}") if is_counted and less > 0 else None


def gap_of(finding: Finding) -> Text | None:
    """Return the size of the gap; ``None`` where there is none."""
    gap = gap_in_short(finding)
    if not gap:
        return None
    return finding.target.indicator.kind.difference_in_words(abs(gap), finding.target.unit or "")


def target_of(finding: Finding) -> Text:
    """Return what is required, in the words of the document where they are short."""
    target = finding.target
    words, wording = required(target), target.source.wording
    is_short = len(wording) <= LONGEST_WORDING and target.source.cell is None and finding.adjusted is None
    if is_short and target.unit and target.unit in wording and not target.per_year:
        words = Text(wording, words.en)
    if finding.adjusted:
        words = ADJUSTED.format(required=words, published=required(target, value=finding.adjusted.published))
    return TARGET.format(required=words)


def amount_of(value: Fraction, finding: Finding) -> str:
    """Return a number of the target with its unit."""
    return f"{plain(value)}{finding.target.unit or ''}"


def _otherwise(finding: Finding, decided: Text, reported: Text) -> Text:
    """Return a number that is not the one reported: counted by a list, or a bound."""
    if not finding.is_counted:
        return BESIDE.format(value=decided, reported=reported)
    rejected = any(one.kind is ITEM_REJECTED for one in finding.diagnostics)
    less = struck_off(finding)
    return COUNTED.format(
        how=BY_REGISTER if finding.registered else BY_REVIEW if rejected else BY_LIST,
        value=decided,
        reported=reported,
        less=STRUCK.format(number=less) if less else "",
    )


def _hundredths(value: Fraction, target: Target) -> str:
    """Return a quotient with two decimals, as offices print it; with more where it would change sides."""
    cents, required = round(value, 2), target.value
    if required is not None and (cents > required) - (cents < required) != (value > required) - (
        value < required
    ):
        return shown(value, required)
    whole, _, fraction = plain(cents).partition(".")
    return f"{whole}.{fraction:0<2}"
