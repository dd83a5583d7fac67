"""The sentences of every reason, each with the values that it needs.

Every reason has a sentence, and every blank has a value; tests make sure that everything that is judged can
be put into words.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

from ..domain.findings import BOUNDS_DECIDED_ON
from ..domain.outcomes import Outcome, Reason
from ..domain.reports import Period
from ..domain.targets import Scope
from ..domain.words import Counting, Status
from ..quantity.hedges import Bound
from ..quantity.numbers import plain
from ..records import NamedTuple
from ..text import Text
from . import contradictions
from .context import JudgingContext
from .coverage import Coverage
from .facts import Fact, is_premature
from .grounds import Grounds
from .magnitude import outliers
from .quotients import Quotient

UNSTATED = Text("未注明", "unstated")


class JudgedOutcome(NamedTuple):
    """What the message of a finding tells, beside the grounds of the judgement."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    decided: Fraction | None
    is_quotient: bool
    rounding_sensitive: bool
    other_outcome: Outcome


class SentenceSubject(NamedTuple):
    """Everything that the sentences on one finding can refer to."""

    grounds: Grounds
    judged: JudgedOutcome
    context: JudgingContext


Value = Callable[[SentenceSubject], object]


def _always(subject: SentenceSubject) -> bool:
    return True


class ReasonSentence(NamedTuple):
    """A template, the values of its blanks, and the condition under which it fits."""

    text: Text
    values: Mapping[str, Value] = {}
    fits: Callable[[SentenceSubject], bool] = _always


def said(reason: Reason, subject: SentenceSubject) -> Text:
    """Return the sentence of a reason for a finding."""
    sentence = next(one for one in SENTENCES[reason] if one.fits(subject))
    return sentence.text.format(**{name: value(subject) for name, value in sentence.values.items()})


def meaning(reason: Reason) -> Text:
    """Return the sentences of a reason for looking up, with … in place of values."""
    return Text.joined([one.text.blanked() for one in SENTENCES[reason]], " / ", " / ")


def in_words(period: Period) -> Text:
    """Return a period in words."""
    return period.words


def bound_by_list(grounds: Grounds, decided: Fraction | None) -> Bound | None:
    """Return whether a list of items, or a register, proves that a count is at least, or at most, the number
    decided on.
    """
    if not grounds.is_counted or decided is None or len(grounds.stated) != 1:
        return None
    low, high = grounds.stated[0][:2]
    if low == high:
        return None
    return Bound.AT_LEAST if decided == low else Bound.AT_MOST


def bound_decided_on(grounds: Grounds, decided: Fraction | None) -> Bound | None:
    """Return what the number decided on is a bound of, by its list and by its coverage."""
    if decided is None or len(grounds.in_question) != 1:
        return None
    (proved,), (stated,) = grounds.in_question, grounds.stated
    if proved is stated and not grounds.is_counted:
        return None
    found = {bound_by_list(grounds, decided)}
    if proved.low is None and stated.low is not None:
        found.add(Bound.AT_MOST)
    if proved.high is None and stated.high is not None:
        found.add(Bound.AT_LEAST)
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _period(subject: SentenceSubject) -> Text:
    return in_words(subject.grounds.period)


def _due(subject: SentenceSubject) -> int:
    return subject.grounds.target.due


def _stretch(subject: SentenceSubject) -> str:
    target = subject.grounds.target
    return f"{plain(target.stretch or Fraction(0))}{target.unit}"


def _lower_end(subject: SentenceSubject) -> str:
    target = subject.grounds.target
    return f"{plain(target.value or Fraction(0))}{target.unit}"


def _is_met(subject: SentenceSubject) -> bool:
    return subject.judged.outcome is Outcome.MET


def _has_tier(subject: SentenceSubject) -> bool:
    return subject.grounds.target.has_tier


def _how_read(subject: SentenceSubject) -> Text:
    target = subject.grounds.target
    return target.comparator.how_read(target.source.read)


def _bound(subject: SentenceSubject) -> Text | None:
    bound = bound_decided_on(subject.grounds, subject.judged.decided)
    return BOUNDS_DECIDED_ON[bound] if bound else None


def _hedged(subject: SentenceSubject) -> Text:
    hedged = [fact.quantity.text for fact in subject.grounds.facts if fact.value is None]
    return Text.joined(map(Text.same, hedged), "、", ", ")


def _is_open_still(subject: SentenceSubject) -> bool:
    return subject.grounds.period.end > subject.context.as_of


def _is_premature(subject: SentenceSubject) -> bool:
    return is_premature(subject.context.report, subject.grounds.period)


def _fails_beside(subject: SentenceSubject) -> bool:
    """Whether the settled part misses the target, so that the estimate beside it excuses nothing."""
    return _is_partly(subject) and subject.judged.outcome in (Outcome.MISSED, Outcome.NOT_DUE)


def _is_partly(subject: SentenceSubject) -> bool:
    """Whether only some of what is in question is an estimate."""
    return any(status is not Status.ESTIMATED for status in subject.grounds.statuses)


_BY_PERIOD: Mapping[str, Value] = {"period": _period, "due": _due}

SENTENCES: Mapping[Reason, tuple[ReasonSentence, ...]] = {
    Reason.EARLY: (
        ReasonSentence(
            Text(
                "目标年为{due}年，{period}即已达到，不会再变。",
                "The target is due in {due}; it was reached in {period} already, and that cannot be undone.",
            ),
            _BY_PERIOD,
            _is_met,
        ),
        ReasonSentence(
            Text(
                "{period}已提前达到目标水平，是否完成以{due}年全年的数据为准。",
                "The level was reached early, in {period}; the figure for the whole of {due} decides.",
            ),
            _BY_PERIOD,
        ),
    ),
    Reason.WITHIN_STRETCH: (
        ReasonSentence(
            Text("未达力争目标（{stretch}）。", "The stretch of {stretch} is not reached."),
            {"stretch": _stretch},
            _has_tier,
        ),
        ReasonSentence(
            Text(
                "达到目标下限（{required}），未达上限（{stretch}）。",
                "The lower end of {required} is reached, the upper end of {stretch} is not.",
            ),
            {"stretch": _stretch, "required": _lower_end},
        ),
    ),
    Reason.REACHED_STRETCH: (
        ReasonSentence(
            Text("达到力争目标（{stretch}）。", "The stretch of {stretch} is reached."),
            {"stretch": _stretch},
            _has_tier,
        ),
        ReasonSentence(
            Text("达到上限（{stretch}）。", "The upper end of {stretch} is reached."), {"stretch": _stretch}
        ),
    ),
    Reason.AT_LINE: (
        ReasonSentence(
            Text("{bound}与目标值持平。{how}", "It is {bound}the number that is required. {how}"),
            {"how": _how_read, "bound": _bound},
            lambda subject: _bound(subject) is not None,
        ),
        ReasonSentence(
            Text("与目标值持平。{how}", "The value is exactly on the line. {how}"), {"how": _how_read}
        ),
    ),
    Reason.PART_YEAR: (
        ReasonSentence(
            Text(
                "{period}为非全年数据，不能认定全年目标。",
                "{period} is part of a year and cannot settle a target for the whole of one.",
            ),
            {"period": _period},
        ),
    ),
    Reason.ESTIMATED: (
        ReasonSentence(
            Text(
                "核验基准日{as_of}时{period}尚未结束，按预计数处理，不作认定依据。",
                "On {as_of}, the day of judging, {period} had not ended: an estimate, on which nothing "
                "is decided.",
            ),
            {"as_of": lambda subject: subject.context.as_of, "period": _period},
            _is_open_still,
        ),
        ReasonSentence(
            Text(
                "填报日期{date}时{period}尚未结束，按预计数处理，不作认定依据。",
                "On {date}, when it was reported, {period} had not ended: an estimate, on which nothing "
                "is decided.",
            ),
            {"date": lambda subject: subject.context.report.submitted.date, "period": _period},
            _is_premature,
        ),
        ReasonSentence(
            Text(
                "其中有预计数，不作认定依据；其余数值同样未达到目标。",
                "Part of it is an estimate, on which nothing is decided; what is settled beside it fails "
                "as well.",
            ),
            fits=_fails_beside,
        ),
        ReasonSentence(
            Text("其中有预计数，不作认定依据。", "Part of it is an estimate, on which nothing is decided."),
            fits=_is_partly,
        ),
        ReasonSentence(Text("预计数，不作认定依据。", "It is an estimate, on which nothing is decided.")),
    ),
    Reason.HEDGED: (
        ReasonSentence(
            Text("“{written}”是概数，不足以认定。", "“{written}” is hedged and does not settle the target."),
            {"written": _hedged},
        ),
    ),
    Reason.RECOMPUTED: (ReasonSentence(Text("按分项复算。", "Recomputed from its parts.")),),
    Reason.DERIVED: (
        ReasonSentence(
            Text("未填报，按两期数值计算。", "Not reported; derived from the figures of two periods."),
            fits=lambda subject: subject.grounds.target.indicator.change is not None,
        ),
        ReasonSentence(Text("未填报，按分项计算。", "Not reported; derived from its parts.")),
    ),
    Reason.INCONSISTENT: (
        ReasonSentence(
            Text("填报数据不匹配：{how}。", "The figures do not go together: {how}."),
            {"how": lambda subject: contradictions.contradictions_in_words(subject.grounds, subject.context)},
        ),
    ),
    Reason.SHARE_ABOVE_WHOLE: (
        ReasonSentence(
            Text(
                "{value}：比重超过100%，部分不能大于整体，不作认定依据。",
                "{value}: a share above 100%, where no part exceeds its whole; nothing is decided on it.",
            ),
            {"value": lambda subject: _above_whole(subject)},
            lambda subject: _above_whole(subject) is not None,
        ),
        ReasonSentence(
            Text(
                "比重超过100%，部分不能大于整体，不作认定依据。",
                "A share above 100%, where no part exceeds its whole; nothing is decided on it.",
            ),
        ),
    ),
    Reason.MAGNITUDE: (
        ReasonSentence(
            Text("数值量级异常：{how}。", "The magnitude is not credible: {how}."),
            {"how": lambda subject: Text.joined([one.how for one in outliers(subject.grounds)], "；", "; ")},
        ),
    ),
    Reason.COUNTED: (ReasonSentence(Text("按清单逐项核计。", "Counted item by item.")),),
    Reason.ITEM_COUNT: (ReasonSentence(Text("按清单不能认定。", "The items listed leave it open.")),),
    Reason.REGISTERED: (
        ReasonSentence(
            Text("按核验单位的名录核计。", "Counted by the assessor's register."),
            fits=lambda subject: subject.grounds.is_by_complete_register,
        ),
        ReasonSentence(
            Text(
                "名录不一定完整，其中符合条件的是最低数。",
                "The register may lack some; what is eligible in it is the least that there is.",
            )
        ),
    ),
    Reason.REGISTER_OPEN: (
        ReasonSentence(
            Text("按核验单位的名录不能认定。", "The assessor's register leaves it open."),
        ),
    ),
    Reason.NO_TOLERANCE: (
        ReasonSentence(
            Text(
                "原文未给出“左右”的容差，不作认定。",
                "The words state no tolerance for “about”, so nothing is decided.",
            )
        ),
    ),
    Reason.EVIDENCE: (
        ReasonSentence(
            Text(
                "佐证情况为“{grade}”，未达到要求的“{needed}”。",
                "The evidence is {grade}; {needed} is asked for.",
            ),
            {
                "grade": lambda subject: subject.grounds.grade.term,
                "needed": lambda subject: subject.context.settings.min_evidence.term,
            },
        ),
    ),
    Reason.UNATTESTED: (ReasonSentence(Text("未经核验单位认定。", "No assessor has attested it.")),),
    Reason.SCOPE: (
        ReasonSentence(
            Text("统计口径或范围不符：{how}。", "Another scope or counting: {how}."),
            {"how": lambda subject: Text.joined(_off_scope(subject), "；", "; ")},
        ),
    ),
    Reason.BASE_UNSTATED: (
        ReasonSentence(Text("原文未明确起算时间。", "The notice states no base date for what was added.")),
    ),
    Reason.NO_BASE_PERIOD: (
        ReasonSentence(
            Text(
                "没有写明以哪一年为基期（since），无从认定。",
                "No period is named (since) that the change is measured from, so nothing can be decided.",
            )
        ),
    ),
    Reason.ADJUSTED: (ReasonSentence(Text("按核定值认定。", "Decided on the verified value.")),),
    Reason.AFTER_DUE: (
        ReasonSentence(
            Text(
                "报告期{period}晚于目标年{due}年，不能说明目标年的情况。",
                "{period} is after the due year {due} and does not tell how things stood then.",
            ),
            _BY_PERIOD,
        ),
    ),
    Reason.LATE: (ReasonSentence(Text("逾期完成。", "Achieved after the due year.")),),
}
"""The sentences of every reason; the first that fits is said, and the last always fits."""


_OFF_SCOPE = Text(
    "{name}填报为“{stated}”，指标要求“{wanted}”，{proves}",
    "{name} is of {stated}, where the indicator wants {wanted}; {proves}",
)
_IMPLAUSIBLE = Text("{said}，而未注明统计口径", "{said}; and no scope is stated")


def _above_whole(subject: SentenceSubject) -> Text | None:
    stands = contradictions.above_whole(subject.grounds, subject.context)
    if stands is None:
        return None
    return stands.arithmetic() if isinstance(stands, Quotient) else stands.shown()


def _off_scope(subject: SentenceSubject) -> Iterator[Text]:
    """Return for each fact of another scope or counting what it is of, and what it proves."""
    context = subject.context
    for fact in subject.grounds.facts:
        if fact.coverage is Coverage.SAME:
            continue
        counting = subject.grounds.counting_of(fact.indicator)
        stated, wanted = _scopes_of(fact, counting, context.catalogue.scopes)
        yield _OFF_SCOPE.format(
            name=fact.indicator.short,
            stated=Text.joined(stated, "、", ", "),
            wanted=Text.joined(wanted, "、", ", "),
            proves=fact.coverage.sentence,
        )
    if one := contradictions.implausible(subject.grounds, context):
        yield _IMPLAUSIBLE.format(said=one.diagnostic.message)


def _scopes_of(
    fact: Fact, counting: Counting | None, scopes: Mapping[str, Scope]
) -> tuple[list[Text], list[Text]]:
    """Return the stated scope and counting of a fact that differ from the wanted ones, and those."""
    indicator, observation = fact.indicator, fact.observation
    stated, wanted = list[Text](), list[Text]()
    if observation is None:
        return stated, wanted
    if observation.scope and indicator.scopes and observation.scope not in indicator.scopes:
        stated.append(scope_named(observation.scope, scopes))
        wanted.extend(scopes[scope].name for scope in indicator.scopes)
    if observation.counting and counting and observation.counting is not counting:
        stated.append(observation.counting.term)
        wanted.append(counting.term)
    return stated, wanted


def scope_named(scope: str, scopes: Mapping[str, Scope]) -> Text:
    """Return the name of a scope; an unknown one as it was written."""
    return scopes[scope].name if scope in scopes else Text.same(scope)
