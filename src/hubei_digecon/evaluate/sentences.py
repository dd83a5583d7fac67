"""What each reason says of a finding: its sentences, each beside the values that it needs.

Every reason has a sentence, and something fills each of its blanks: tests hold that what is judged can always
be said.
"""

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from ..consistency import Quotient
from ..coverage import Coverage
from ..exact import plain
from ..figures import Figure, is_premature
from ..findings import BOUNDS_DECIDED_ON, Outcome, Reason
from ..model.reports import Period
from ..model.targets import Scope
from ..model.words import Status
from ..text import Text
from ..units import Bound
from . import contradictions
from .basis import Basis
from .case import Case
from .magnitude import outliers

_YEAR = Text("{year}年", "{period}")
_MONTHS = Text("{year}年1—{month}月", "{period}")
_JANUARY = Text("{year}年1月", "{period}")
_STRETCH_WORD = "力争"
UNSTATED = Text("未注明", "unstated")


class Told(NamedTuple):
    """What the message of a finding is made of, beside what the judgement rests on."""

    outcome: Outcome
    reasons: tuple[Reason, ...]
    decided: Fraction | None
    is_quotient: bool
    rounding_sensitive: bool
    other_outcome: Outcome


class Facts(NamedTuple):
    """All that the sentences on one finding can speak of."""

    basis: Basis
    told: Told
    case: Case


Value = Callable[[Facts], object]


def _always(facts: Facts) -> bool:
    return True


class Sentence(NamedTuple):
    """A template, what fills its blanks, and when it is the one that fits."""

    text: Text
    values: Mapping[str, Value] = {}
    fits: Callable[[Facts], bool] = _always


def said(reason: Reason, facts: Facts) -> Text:
    """Return what a reason says of a finding."""
    sentence = next(one for one in SENTENCES[reason] if one.fits(facts))
    return sentence.text.format(**{name: value(facts) for name, value in sentence.values.items()})


def meaning(reason: Reason) -> Text:
    """Return the sentences of a reason as people look them up: … where something is filled in."""
    return Text.joined([one.text.blanked() for one in SENTENCES[reason]], " / ", " / ")


def in_words(period: Period) -> Text:
    """Return a period as a sentence names it."""
    form = _YEAR if period.month is None else _JANUARY if period.month == 1 else _MONTHS
    return form.format(year=period.year, month=period.month, period=period)


def bound_by_list(basis: Basis, decided: Fraction | None) -> Bound | None:
    """Return what a list proves of a count that it does not fix: at least, or at most, so many."""
    if basis.tally is None or decided is None or len(basis.stated) != 1:
        return None
    low, high = basis.stated[0][:2]
    if low == high:
        return None
    return Bound.AT_LEAST if decided == low else Bound.AT_MOST


def bound_decided_on(basis: Basis, decided: Fraction | None) -> Bound | None:
    """Return what the number decided on is a bound of, by its list and by what it covers."""
    if decided is None or len(basis.in_question) != 1:
        return None
    (proved,), (stated,) = basis.in_question, basis.stated
    if proved is stated and basis.tally is None:
        return None
    found = {bound_by_list(basis, decided)}
    if proved.low is None and stated.low is not None:
        found.add(Bound.AT_MOST)
    if proved.high is None and stated.high is not None:
        found.add(Bound.AT_LEAST)
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def _period(facts: Facts) -> Text:
    return in_words(facts.basis.period)


def _due(facts: Facts) -> int:
    return facts.basis.target.due


def _stretch(facts: Facts) -> str:
    target = facts.basis.target
    return f"{plain(target.stretch or Fraction(0))}{target.unit}"


def _is_met(facts: Facts) -> bool:
    return facts.told.outcome is Outcome.MET


def _has_tier(facts: Facts) -> bool:
    """Whether the stretch is a tier of its own (力争) and not the upper end of a range."""
    target = facts.basis.target
    return _STRETCH_WORD in target.source.wording or target.comparator.proved_by_growth is False


def _how_read(facts: Facts) -> Text:
    target = facts.basis.target
    return target.comparator.how_read(target.source.wording)


def _bound(facts: Facts) -> Text | None:
    bound = bound_decided_on(facts.basis, facts.told.decided)
    return BOUNDS_DECIDED_ON[bound] if bound else None


def _hedged(facts: Facts) -> Text:
    hedged = [figure.quantity.text for figure in facts.basis.figures if figure.value is None]
    return Text.joined(map(Text.same, hedged), "、", ", ")


def _is_open_still(facts: Facts) -> bool:
    return facts.basis.period.end > facts.case.as_of


def _is_premature(facts: Facts) -> bool:
    return is_premature(facts.case.report, facts.basis.period)


def _fails_beside(facts: Facts) -> bool:
    """Whether what is settled misses the target, so that the estimate beside it excuses nothing."""
    return _is_partly(facts) and facts.told.outcome in (Outcome.MISSED, Outcome.NOT_DUE)


def _is_partly(facts: Facts) -> bool:
    """Whether some of what is in question is an estimate, and some is not."""
    return any(status is not Status.ESTIMATED for status in facts.basis.statuses)


_BY_PERIOD: Mapping[str, Value] = {"period": _period, "due": _due}

SENTENCES: Mapping[Reason, tuple[Sentence, ...]] = {
    Reason.EARLY: (
        Sentence(
            Text(
                "目标年为{due}年，{period}即已达到，不会再变。",
                "The target is due in {due}; it was reached in {period} already, and that cannot be undone.",
            ),
            _BY_PERIOD,
            _is_met,
        ),
        Sentence(
            Text(
                "{period}已提前达到目标水平，是否完成以{due}年全年的数据为准。",
                "The level was reached early, in {period}; the figure for the whole of {due} decides.",
            ),
            _BY_PERIOD,
        ),
    ),
    Reason.WITHIN_STRETCH: (
        Sentence(
            Text("未达到力争目标{stretch}。", "The stretch of {stretch} is not reached."),
            {"stretch": _stretch},
            _has_tier,
        ),
        Sentence(
            Text(
                "达到目标下限，未达上限{stretch}。",
                "The lower end is reached, the upper end of {stretch} is not.",
            ),
            {"stretch": _stretch},
        ),
    ),
    Reason.REACHED_STRETCH: (
        Sentence(
            Text("达到力争目标{stretch}。", "The stretch of {stretch} is reached."),
            {"stretch": _stretch},
            _has_tier,
        ),
        Sentence(
            Text("达到上限{stretch}。", "The upper end of {stretch} is reached."), {"stretch": _stretch}
        ),
    ),
    Reason.AT_LINE: (
        Sentence(
            Text("{bound}与目标值持平。{how}", "It is {bound}the number that is required. {how}"),
            {"how": _how_read, "bound": _bound},
            lambda facts: _bound(facts) is not None,
        ),
        Sentence(Text("与目标值持平。{how}", "The value is exactly on the line. {how}"), {"how": _how_read}),
    ),
    Reason.PART_YEAR: (
        Sentence(
            Text(
                "{period}为非全年数据，不能认定全年目标。",
                "{period} is part of a year and cannot settle a target for the whole of one.",
            ),
            {"period": _period},
        ),
    ),
    Reason.ESTIMATED: (
        Sentence(
            Text(
                "核验基准日{as_of}时{period}尚未结束，按预计数处理，不作认定依据。",
                "On {as_of}, the day of judging, {period} had not ended: an estimate, on which nothing "
                "is decided.",
            ),
            {"as_of": lambda facts: facts.case.as_of, "period": _period},
            _is_open_still,
        ),
        Sentence(
            Text(
                "填报日期{date}时{period}尚未结束，按预计数处理，不作认定依据。",
                "On {date}, when it was reported, {period} had not ended: an estimate, on which nothing "
                "is decided.",
            ),
            {"date": lambda facts: facts.case.report.submitted.date, "period": _period},
            _is_premature,
        ),
        Sentence(
            Text(
                "其中有预计数，不作认定依据；其余数值同样未达到目标。",
                "Part of it is an estimate, on which nothing is decided; what is settled beside it fails "
                "as well.",
            ),
            fits=_fails_beside,
        ),
        Sentence(
            Text("其中有预计数，不作认定依据。", "Part of it is an estimate, on which nothing is decided."),
            fits=_is_partly,
        ),
        Sentence(Text("预计数，不作认定依据。", "It is an estimate, on which nothing is decided.")),
    ),
    Reason.HEDGED: (
        Sentence(
            Text("“{written}”是概数，不足以认定。", "“{written}” is hedged and does not settle the target."),
            {"written": _hedged},
        ),
    ),
    Reason.RECOMPUTED: (Sentence(Text("按分项复算。", "Recomputed from its parts.")),),
    Reason.DERIVED: (Sentence(Text("未填报，按分项计算。", "Not reported; derived from its parts.")),),
    Reason.INCONSISTENT: (
        Sentence(
            Text("填报数据不匹配：{how}。", "The figures do not go together: {how}."),
            {"how": lambda facts: contradictions.told(facts.basis, facts.case)},
        ),
    ),
    Reason.SHARE_ABOVE_WHOLE: (
        Sentence(
            Text(
                "{value}：比重超过100%，部分不能大于整体，不作认定依据。",
                "{value}: a share above 100%, where no part exceeds its whole; nothing is decided on it.",
            ),
            {"value": lambda facts: _above_whole(facts)},
            lambda facts: _above_whole(facts) is not None,
        ),
        Sentence(
            Text(
                "比重超过100%，部分不能大于整体，不作认定依据。",
                "A share above 100%, where no part exceeds its whole; nothing is decided on it.",
            ),
        ),
    ),
    Reason.MAGNITUDE: (
        Sentence(
            Text("数值量级异常：{how}。", "The magnitude is not credible: {how}."),
            {"how": lambda facts: Text.joined([one.how for one in outliers(facts.basis)], "；", "; ")},
        ),
    ),
    Reason.COUNTED: (Sentence(Text("按清单逐项核计。", "Counted item by item.")),),
    Reason.ITEM_COUNT: (Sentence(Text("按清单不能认定。", "The items listed leave it open.")),),
    Reason.EVIDENCE: (
        Sentence(
            Text(
                "佐证情况为“{grade}”，未达到要求的“{needed}”。",
                "The evidence is {grade}; {needed} is asked for.",
            ),
            {
                "grade": lambda facts: facts.basis.grade.term,
                "needed": lambda facts: facts.case.settings.min_evidence.term,
            },
        ),
    ),
    Reason.UNATTESTED: (Sentence(Text("未经评估方认定。", "No assessor has attested it.")),),
    Reason.SCOPE: (
        Sentence(
            Text("统计口径或范围不符：{how}。", "Another scope or counting: {how}."),
            {"how": lambda facts: Text.joined(_off_scope(facts), "；", "; ")},
        ),
    ),
    Reason.BASE_UNSTATED: (
        Sentence(Text("通知未写明新增数的起算时间。", "The notice states no base date for what was added.")),
    ),
    Reason.ADJUSTED: (Sentence(Text("按核定值认定。", "Decided on the verified value.")),),
    Reason.AFTER_DUE: (
        Sentence(
            Text(
                "报告期{period}晚于目标年{due}年，不能说明目标年的情况。",
                "{period} is after the due year {due} and does not tell how things stood then.",
            ),
            _BY_PERIOD,
        ),
    ),
    Reason.LATE: (Sentence(Text("逾期完成。", "Achieved after the due year.")),),
}
"""The sentences of every reason; the first that fits is said, and the last always fits."""


_OFF_SCOPE = Text(
    "{name}填报为“{stated}”，指标要求“{wanted}”，{proves}",
    "{name} is of {stated}, where the indicator wants {wanted}; {proves}",
)
_IMPLAUSIBLE = Text("{said}，而未注明统计口径", "{said}; and no scope is stated")


def _above_whole(facts: Facts) -> Text | None:
    stands = contradictions.above_whole(facts.basis, facts.case)
    if stands is None:
        return None
    return stands.arithmetic() if isinstance(stands, Quotient) else stands.shown()


def _off_scope(facts: Facts) -> Iterator[Text]:
    """Return what each figure of another scope or counting is of, and what it then tells."""
    case = facts.case
    for figure in facts.basis.figures:
        if figure.coverage is Coverage.SAME:
            continue
        stated, wanted = _scopes_of(figure, case.catalogue.scopes)
        yield _OFF_SCOPE.format(
            name=figure.indicator.short,
            stated=Text.joined(stated, "、", ", "),
            wanted=Text.joined(wanted, "、", ", "),
            proves=figure.coverage.sentence,
        )
    if one := contradictions.implausible(facts.basis, case):
        yield _IMPLAUSIBLE.format(said=one.remark.message)


def _scopes_of(figure: Figure, scopes: Mapping[str, Scope]) -> tuple[list[Text], list[Text]]:
    """Return the scope and the counting of a figure that are not those of its indicator, and those."""
    indicator, observation = figure.indicator, figure.observation
    stated, wanted = list[Text](), list[Text]()
    if observation is None:
        return stated, wanted
    if observation.scope and indicator.scopes and observation.scope not in indicator.scopes:
        stated.append(scope_named(observation.scope, scopes))
        wanted.extend(scopes[scope].name for scope in indicator.scopes)
    if observation.counting and indicator.counting and observation.counting is not indicator.counting:
        stated.append(observation.counting.term)
        wanted.append(indicator.counting.term)
    return stated, wanted


def scope_named(scope: str, scopes: Mapping[str, Scope]) -> Text:
    """Return a scope by its name; one that the catalogue does not know as it was written."""
    return scopes[scope].name if scope in scopes else Text.same(scope)
