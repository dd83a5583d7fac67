"""The main problems of a report (主要问题): missed, undecided, errors, then doubts on what is met."""

from collections.abc import Iterator
from fractions import Fraction

from ..diagnostics import Diagnostic
from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.outcomes import BY_ITEMS, Grade, Outcome, Party, Reason, Verdict
from ..domain.reports import CAUSE, MEASURES
from ..domain.run import Run
from ..domain.words import TargetNature
from ..late import late_pattern
from ..records import NamedTuple
from ..text import Text
from .doubts import STRUCK_OFF, doubts_of, struck_clauses
from .figures import gap_of, name_of, reported_value, struck_off, target_of
from .missed import missed_briefly, reading_of
from .still_open import need_of

NO_PROBLEMS = Text("未发现影响结论的问题。", "Nothing was found that bears on the verdict.")
SENTENCE = Text("{subject}（{called}）：{told}", "{subject} ({called}): {told}")
UNCALLED = Text("{subject}：{told}", "{subject}: {told}")
FULL = Text("{sentence}。", "{sentence}.")
CAUSED = Text("原因：{cause}", "Cause: {cause}")
TAKEN = Text("措施：{measures}", "measures: {measures}")
NO_CAUSE = Text("未说明未完成原因，请补充。", "The cause of the miss is not stated, to be added.")
NO_MEASURES = Text("未说明下一步措施，请补充。", "Further measures are not stated, to be added.")
NEITHER = Text(
    "未说明未完成原因及下一步措施，请补充。",
    "Neither the cause of the miss nor further measures are stated, to be added.",
)
CLAIMED = Text("自报{state}，未经{by}认定。", "Reported as {state}, not attested by {by}.")
ATTESTED_OPEN = Text("{by}的认定意见未写明完成日期或年末情况。", "The attestation of {by} does not say when.")
REPORTED = Text("自报{value}，{target}", "reported {value}, {target}")
DOUBTED = Text("{doubts}", "in doubt: {doubts}")
NEEDED = Text("需由{by}{what}。", "Needed from {by}: {what}.")
NO_VALUE = Text("未填报该项指标。", "No value was reported.")
STATED = Text("未填报，注明{missing}。", "No value was reported, stated: {missing}.")
TO_CORRECT = Text("须更正", "to be corrected")
CONTENT = Text("填报内容", "What was reported")
FURTHER = Text(
    "另有错误{number}处，见数据审核情况。", "{number} further errors stand in the list of diagnostics."
)
MOST_ERRORS = 5
"""How many errors are told one by one."""
NO_DOUBTS = (
    Reason.EARLY, Reason.WITHIN_STRETCH, Reason.REACHED_STRETCH, Reason.AT_LINE, Reason.RECOMPUTED,
    *BY_ITEMS, Reason.ADJUSTED,
)  # fmt: skip
"""Reasons that only tell how a number was found and where it stands."""
OPEN = (Outcome.UNDECIDED, Outcome.NO_DATA)
_KEY = late_pattern(r"（[a-z0-9]+(?:_[a-z0-9]+)+）| \([a-z0-9]+(?:_[a-z0-9]+)+\)")
_ENDS = "。；，.;,"


class Problem(NamedTuple):
    """One problem: what it is about, the outcome that it is coloured like, what is told of it in sentences.

    ``called`` is what stands in brackets after the subject: an outcome, or how many items were not counted.
    """

    subject: Text
    outcome_mark: str
    told: Text
    called: Text | None = None

    @property
    def sentence(self) -> Text:
        """The problem in one paragraph."""
        form = SENTENCE if self.called else UNCALLED
        return form.format(subject=self.subject, called=self.called, told=self.told)


def problems_of(assessment: Assessment, run: Run) -> tuple[Problem, ...]:
    """Return the problems of one report, worst first; none where nothing bears on its verdict."""
    if assessment.verdict is Verdict.INVALID:
        return tuple(_errors(assessment))
    weighing = [one for one in assessment.findings if one.weighs]
    missed = sorted((one for one in weighing if one.outcome is Outcome.MISSED), key=_how_bad)
    still_open = [one for outcome in OPEN for one in weighing if one.outcome is outcome]
    return (
        *(_missed(one) for one in missed),
        *map(_open, still_open),
        *_errors(assessment),
        *_doubts(weighing, run),
    )


def _how_bad(finding: Finding) -> tuple[bool, bool, Fraction]:
    """Return what orders what is missed: binding before expected, the least attained first, tasks last."""
    attained = finding.attainment
    is_expected = finding.target.nature is TargetNature.EXPECTED
    return is_expected, attained is None, Fraction(0) if attained is None else attained


def _missed(finding: Finding) -> Problem:
    briefly = missed_briefly(finding)
    if gap_of(finding) is None and not finding.target.comparator.is_attested:
        told = (briefly, target_of(finding)) if briefly.zh else (target_of(finding),)
        briefly = Text.joined(told, "，", ", ")
    reading = reading_of(finding)
    first = FULL.format(sentence=Text.joined((briefly, reading), en="") if reading else briefly)
    struck = [FULL.format(sentence=one) for one in struck_clauses(finding)]
    return _on(finding, Text.joined((first, *struck, _explained(finding))))


def _explained(finding: Finding) -> Text:
    """Return the cause and the measures as the submitter states them, or that they are missing."""
    told = dict(finding.observation.told) if finding.observation else {}
    cause, measures = (" ".join(told.get(key, "").split()).strip(_ENDS) for key in (CAUSE, MEASURES))
    if not cause and not measures:
        return NEITHER
    stated = [
        *([CAUSED.format(cause=cause)] if cause else []),
        *([TAKEN.format(measures=measures)] if measures else []),
    ]
    sentence = FULL.format(sentence=Text.joined(stated, "；", "; "))
    if cause and measures:
        return sentence
    return Text.joined((sentence, NO_MEASURES if cause else NO_CAUSE))


def _open(finding: Finding) -> Problem:
    if finding.outcome is Outcome.NO_DATA:
        observation = finding.observation
        stated = observation.missing if observation else None
        return _on(finding, STATED.format(missing=stated.term) if stated else NO_VALUE)
    if finding.target.comparator.is_attested:
        return _on(finding, _task(finding))
    return _on(finding, Text.joined(_undecided(finding)))


def _task(finding: Finding) -> Text:
    state = finding.observation.state if finding.observation else None
    if finding.evidence is Grade.VERIFIED or state is None:
        return Text.joined((ATTESTED_OPEN.format(by=Party.ASSESSOR.term), *_needed(finding)))
    told = CLAIMED.format(state=state.term, by=Party.ASSESSOR.term)
    return told if Reason.UNATTESTED in finding.reasons else Text.joined((told, *_needed(finding)))


def _undecided(finding: Finding) -> Iterator[Text]:
    """Return what was reported of an undecided target, what is in doubt, and what would settle it."""
    reported = reported_value(finding)
    doubts = Text.joined((one.term for one in finding.reasons if one not in NO_DOUBTS), "；", ", ")
    parts = [
        *([REPORTED.format(value=reported, target=target_of(finding))] if reported else []),
        *([DOUBTED.format(doubts=doubts)] if doubts.zh else []),
    ]
    if parts:
        yield FULL.format(sentence=Text.joined(parts, "，", "; "))
    yield from (FULL.format(sentence=one) for one in struck_clauses(finding))
    yield from _needed(finding)


def _needed(finding: Finding) -> Iterator[Text]:
    need = need_of(finding)
    if need:
        yield NEEDED.format(by=need[0], what=need[1].stripped(_ENDS))


def _errors(assessment: Assessment) -> Iterator[Problem]:
    """Return the errors of a report, the first of them one by one."""
    errors = [one for one in assessment.diagnostics if one.is_error]
    names = {one.target.indicator.id: name_of(one.target.indicator) for one in assessment.findings}
    for one in errors[:MOST_ERRORS]:
        told = FULL.format(sentence=_without_keys(one.message).stripped(_ENDS))
        yield Problem(names.get(_indicator(one), CONTENT), Outcome.MISSED.id, told, TO_CORRECT)
    if len(errors) > MOST_ERRORS:
        told = FURTHER.format(number=len(errors) - MOST_ERRORS)
        yield Problem(CONTENT, Outcome.MISSED.id, told, TO_CORRECT)


def _without_keys(message: Text) -> Text:
    """Return a message without the ids that stand in brackets behind names: programs need them."""
    return Text(_KEY.sub("", message.zh), _KEY.sub("", message.en))


def _indicator(diagnostic: Diagnostic) -> str:
    """Return the indicator that a diagnostic is about, by its id; empty where it is about none."""
    at = diagnostic.at
    return str(at[1]) if len(at) > 1 and at[0] == "observations" else ""


def _doubts(findings: list[Finding], run: Run) -> Iterator[Problem]:
    """Return the doubts on what is met, first those where something was struck off."""
    met = [one for one in findings if one.outcome is Outcome.MET]
    for finding in sorted(met, key=lambda one: struck_off(one) is None):
        told = doubts_of(finding, run)
        if told:
            less = struck_off(finding)
            called = STRUCK_OFF.format(number=less) if less else None
            yield Problem(finding.target.indicator.short, Outcome.UNDECIDED.id, told, called)


def _on(finding: Finding, told: Text) -> Problem:
    return Problem(name_of(finding.target.indicator), finding.outcome.id, told, finding.called)
