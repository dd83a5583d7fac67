"""What is open, and what would settle it: undecided, without data, not due."""

from collections.abc import Iterable, Iterator, Sequence

from ..domain.findings import Finding
from ..domain.outcomes import Outcome, Party, Reason
from ..text import Text

ONE_TASK = Text(
    "待核定1项（{name}）需由{by}认定。", "1 is undecided ({name}) and needs an attestation from {by}."
)
TASKS = Text(
    "待核定{number}项均为定性任务，需由{by}出具认定意见。",
    "The {number} undecided are all tasks without a number, which need an attestation from {by}.",
)
UNDECIDED = Text("待核定{number}项：{needs}。", "Undecided {number}: {needs}.")
NEED = Text("{names}需由{by}{what}", "{names}, needed from {by}: {what}")
NO_DATA = Text(
    "未填报{number}项（{names}），需由{by}补报。", "No data for {number} ({names}), to be reported by {by}."
)
STATED = Text("{name}：注明{missing}", "{name}: {missing}")
NOT_DUE = Text("未到期{number}项（{names}）。", "Not due yet {number} ({names}).")
EARLY = Text("其中{names}已提前达到目标水平。", "Of these, {names}: at the level of the target already.")
MOST_NAMED = 6
"""How many indicators a sentence names."""
AND_MORE = Text("{names}等", "{names} and others")


def open_sentences(findings: Sequence[Finding]) -> Iterator[Text]:
    """Return what is undecided, what has no data, and what is not due, each with what it needs."""
    undecided = [one for one in findings if one.outcome is Outcome.UNDECIDED]
    if undecided:
        yield _undecided(undecided)
    missing = [one for one in findings if one.outcome is Outcome.NO_DATA]
    if missing:
        names = listed(_with_reason(one) for one in missing)
        yield NO_DATA.format(number=len(missing), names=names, by=Party.SUBMITTER.term)
    later = [one for one in findings if one.outcome is Outcome.NOT_DUE]
    if later:
        yield NOT_DUE.format(number=len(later), names=listed(one.target.indicator.short for one in later))
        early = [one.target.indicator.short for one in later if Reason.EARLY in one.reasons]
        if early:
            yield EARLY.format(names=listed(early))


def listed(names: Iterable[Text]) -> Text:
    """Return names as a sentence lists them, no more than it can hold."""
    found = list(dict.fromkeys(names))
    joined = Text.joined(found[:MOST_NAMED], "、", ", ")
    return AND_MORE.format(names=joined) if len(found) > MOST_NAMED else joined


def need_of(finding: Finding) -> tuple[Text, Text] | None:
    """Return from whom something is needed, and what; ``None`` where nothing is."""
    needed = finding.needed
    return (needed.by.term, needed.what) if needed else None


def _undecided(findings: Sequence[Finding]) -> Text:
    number, by = len(findings), Party.ASSESSOR.term
    if all(Reason.UNATTESTED in one.reasons for one in findings):
        if number == 1:
            return ONE_TASK.format(name=findings[0].target.indicator.short, by=by)
        return TASKS.format(number=number, by=by)
    alike: dict[tuple[Text, Text] | None, list[Text]] = {}
    for one in findings:
        alike.setdefault(need_of(one), []).append(one.target.indicator.short)
    needs = [
        NEED.format(names=listed(names), by=need[0], what=need[1]) if need else listed(names)
        for need, names in alike.items()
    ]
    return UNDECIDED.format(number=number, needs=Text.joined(needs, "；", "; "))


def _with_reason(finding: Finding) -> Text:
    observation, name = finding.observation, finding.target.indicator.short
    if observation is None or observation.missing is None:
        return name
    return STATED.format(name=name, missing=observation.missing.term)
