"""What is met, and by how much, in the clauses of a summary."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..domain.findings import Finding
from ..domain.outcomes import Reason
from ..domain.printed import gap_in_short
from ..text import Text
from .figures import amount_of, decided_value, gap_of, name_of, value_of, valued

CLAUSE = Text("{value}，{how}", "{value}, {how}")
LIST = Text("{values}，分别超目标值{gaps}", "{values}, above their targets by {gaps} respectively")
EXCEEDS = Text("超目标值{gap}", "{gap} above the target")
BESIDE = Text("{side}{gap}", "{gap} {side}")
AT_LINE = Text("与目标值持平", "exactly on the target")
AT_LOWER_END = Text("与目标下限持平", "exactly on the lower end of the target")
WITHIN = Text(
    "达到目标下限（{value}），未达上限（{stretch}）",
    "the lower end of the target ({value}) is reached, the upper end ({stretch}) is not",
)
AT_UPPER_END = Text("达到目标上限（{stretch}）", "the upper end of the target ({stretch}) is reached")
UNDER_TIER = Text("{how}，未达力争目标（{stretch}）", "{how}, the stretch of {stretch} is not reached")
OVER_TIER = Text("{how}，达到力争目标（{stretch}）", "{how}, the stretch of {stretch} is reached")
IN_TOLERANCE = Text("与目标值相差{gap}，在容差范围内", "{gap} from the target, within its tolerance")
REACHED = Text("达到目标值", "the target is reached")
EARLY = Text("{how}，提前完成", "{how}, ahead of its due date")
ATTESTED = Text("{name}经认定达到目标要求", "{name}: attested as fulfilled")
ALL_ATTESTED = Text(
    "{number}项定性任务经核验单位认定达到目标要求。",
    "{number} tasks without a number are attested as fulfilled by the assessor.",
)


def met_clauses(findings: Sequence[Finding]) -> Iterator[Text]:
    """Return what is met in clauses; counts that are simply above their targets stand in one."""
    for is_plain, group in groupby(findings, _is_plain_count):
        found = list(group)
        if is_plain and len(found) > 1:
            yield _together(found)
        else:
            yield from map(met_clause, found)


def met_clause(finding: Finding) -> Text:
    """Return what one finding met, and by how much."""
    name = name_of(finding.target.indicator)
    if finding.target.comparator.is_attested:
        return ATTESTED.format(name=name)
    value = value_of(finding, always_checked=True)
    how = how_met(finding)
    if Reason.EARLY in finding.reasons:
        how = EARLY.format(how=how)
    return CLAUSE.format(value=valued(finding, value) if value else name, how=how)


def how_met(finding: Finding) -> Text:
    """Return on which side of its target a value that meets it lies, and by how much."""
    target = finding.target
    tier, has_tier = _stretch(finding), target.has_tier
    if tier is not None and not has_tier:
        return tier
    how = _beside(finding)
    return how if tier is None else tier.format(how=how)


def _stretch(finding: Finding) -> Text | None:
    """Return how a value stands to the upper end of a range, or to a second tier; ``None`` without any."""
    target = finding.target
    if target.stretch is None or target.value is None or finding.decided_on is None:
        return None
    values = {"value": amount_of(target.value, finding), "stretch": amount_of(target.stretch, finding)}
    is_reached = Reason.REACHED_STRETCH in finding.reasons
    if target.has_tier:
        form = OVER_TIER if is_reached else UNDER_TIER
        return form.format(how="{how}", **values)
    if is_reached:
        return AT_UPPER_END.format(**values)
    return WITHIN.format(**values) if finding.gap else AT_LOWER_END


def _beside(finding: Finding) -> Text:
    target, gap, size = finding.target, gap_in_short(finding), gap_of(finding)
    if gap is None:
        return REACHED
    if not gap or size is None:
        return AT_LINE
    kind = target.indicator.kind
    if not target.comparator.better:
        return IN_TOLERANCE.format(gap=size)
    if kind.takes_items and gap > 0:
        return EXCEEDS.format(gap=size)
    return BESIDE.format(side=kind.above if gap > 0 else kind.below, gap=size)


def _is_plain_count(finding: Finding) -> bool:
    """Whether a count is as reported and above its target, of which there is no more to say."""
    is_count = finding.target.indicator.kind.takes_items and finding.target.comparator.better > 0
    is_plain = finding.target.stretch is None and Reason.EARLY not in finding.reasons
    return is_count and is_plain and bool(finding.gap) and decided_value(finding) == value_of(finding)


def _together(findings: Sequence[Finding]) -> Text:
    values = (valued(one, value_of(one) or Text("", "")) for one in findings)
    gaps = (gap_of(one) or Text("", "") for one in findings)
    return LIST.format(values=Text.joined(values, "、", ", "), gaps=Text.joined(gaps, "、", ", "))
