"""What is missed, and by how much, in the clauses of a summary and of its problems."""

from collections.abc import Iterator

from ..domain.findings import Finding
from ..domain.outcomes import Grade, Reason
from ..domain.words import State
from ..judging.message import required
from ..text import Text
from .figures import decided_value, gap_of, name_of, target_of, value_of, valued

SHORT = Text("相差{gap}", "{gap} short of it")
OFF = Text("相差{gap}", "{gap} off")
SHORT_BRIEFLY = Text("差{gap}", "{gap} short")
OFF_BRIEFLY = Text("相差{gap}", "{gap} off")
WORTH = Text("折合{name}约{amount}", "worth about {amount} of {name}")
AT_LINE = Text("与目标值持平", "exactly on the target")
READ_OTHERWISE = Text(
    "（“{phrase}”按{first}本数理解，若按{second}本数理解则为{outcome}）",
    " (“{phrase}” is read as {first} the number itself; {second} it, the outcome would be: {outcome})",
)
EXCLUDING, INCLUDING = Text("不含", "excluding"), Text("含", "including")
READ_AS = Text("（若按{other}理解则为{outcome}）", " (read as {other}, the outcome would be: {outcome})")
STATES = {
    State.PARTIAL: Text("{name}尚在推进（部分完成）", "{name}: still under way (partly done)"),
    State.NOT_STARTED: Text("{name}尚未启动", "{name}: not started"),
}
ATTESTED = Text("{name}经认定未达到目标要求", "{name}: attested as not fulfilled")
LATE = Text("{name}逾期完成", "{name}: achieved after the due year")


def missed_clause(finding: Finding) -> Text:
    """Return what one finding missed: its value, its target, the gap, what that is worth."""
    if finding.target.comparator.is_attested:
        return _task(finding, name_of(finding.target.indicator))
    value = value_of(finding)
    name = name_of(finding.target.indicator)
    first = valued(finding, value, name) if value else name
    wanted = target_of(finding)
    reading = reading_of(finding)
    parts = [first, Text.joined((wanted, reading), en="") if reading else wanted, *_gap(finding, SHORT, OFF)]
    return Text.joined(parts, "，", ", ")


def missed_briefly(finding: Finding) -> Text:
    """Return the value and the gap alone, for a problem that has the name before it."""
    if finding.target.comparator.is_attested:
        return _task(finding, Text("", "")).stripped(":")
    value = decided_value(finding) if finding.is_quotient or finding.verified is not None else None
    value = value or value_of(finding)
    gap = next(_gap(finding, SHORT_BRIEFLY, OFF_BRIEFLY), AT_LINE if finding.gap == 0 else None)
    return Text.joined(filter(None, (value, gap)), "，", ", ")


def reading_of(finding: Finding) -> Text | None:
    """Return how the words were read, and what another reading would give, where that differs."""
    other, outcome, value = finding.target.other_reading, finding.other_outcome, finding.target.value
    if other is None or outcome is None or value is None:
        return None
    own, phrase = finding.target.comparator, finding.target.comparator.phrase_in(finding.target.source.read)
    includes, other_includes = own.holds(value, value), other.comparator.holds(value, value)
    if other.value == value and phrase and includes is not other_includes:
        words = (INCLUDING, EXCLUDING) if includes else (EXCLUDING, INCLUDING)
        return READ_OTHERWISE.format(
            phrase=phrase.word, first=words[0], second=words[1], outcome=outcome.term
        )
    return READ_AS.format(other=required(finding.target, other.comparator, other.value), outcome=outcome.term)


def _gap(finding: Finding, short: Text, off: Text) -> Iterator[Text]:
    gap = gap_of(finding)
    if gap is None:
        return
    yield (short if finding.target.comparator.better else off).format(gap=gap)
    found = finding.recompute()
    if found and found.worth and short is SHORT:
        yield WORTH.format(name=found.worth.name, amount=found.worth.amount)


def _task(finding: Finding, name: Text) -> Text:
    state = finding.observation.state if finding.observation else None
    if Reason.LATE in finding.reasons:
        return LATE.format(name=name)
    if finding.evidence is Grade.VERIFIED or state not in STATES:
        return ATTESTED.format(name=name)
    return STATES[state].format(name=name)
