"""Tables of methodology.md that come from the code that judges: reasons, time, and what is needed.

What a reason does to the outcome is said here once and held by ``tests/test_methodology.py``: no finding
has an outcome that its reasons do not allow.
"""

import enum
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path

from hubei_digecon.diagnostics import written
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.findings import Needed
from hubei_digecon.domain.outcomes import Grade, Outcome, Reason
from hubei_digecon.domain.reports import Item, Observation, Period
from hubei_digecon.domain.reviews import Attestation
from hubei_digecon.domain.targets import Target
from hubei_digecon.domain.words import Counting, State, Status
from hubei_digecon.judging.facts import Fact
from hubei_digecon.judging.grounds import Grounds
from hubei_digecon.judging.items import ItemTally
from hubei_digecon.judging.needs import needed, nothing_needed_but_data
from hubei_digecon.judging.reason_sentences import meaning
from hubei_digecon.judging.satisfaction import Satisfied
from hubei_digecon.judging.timing import PeriodPosition, time
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.quantity.parsing import read_quantity
from hubei_digecon.text import Text

LIBRARY = TargetLibrary(Path(__file__).parent.parent / "targets")

Row = tuple[str, ...]
Rows = Iterator[Row]


class Effect(enum.Enum):
    """What a reason does to an outcome, and which outcomes a finding with it can have."""

    BASIS = (
        Text("说明认定依据", "tells what the outcome rests on"),
        set(Outcome),
    )
    TOLD = (
        Text("只作说明，不改变结果", "is told, and changes nothing"),
        set(Outcome),
    )
    EARLY = (
        Text(
            "不会再变的，期满前即认定完成；其余以目标年数据为准",
            "what cannot be undone is met before it is due; for anything else the due year decides",
        ),
        {Outcome.MET, Outcome.NOT_DUE},
    )
    PART = (
        Text("期满前不认定", "nothing is decided until the year is over"),
        {Outcome.NOT_DUE},
    )
    AFTER = (
        Text("不能认定目标年", "nothing is decided for the due year"),
        {Outcome.UNDECIDED},
    )
    UNSETTLED = (
        Text(
            "可能的数值中有达到、有未达到的，不认定",
            "some of what is in question satisfies and some does not",
        ),
        {Outcome.UNDECIDED, Outcome.NOT_DUE},
    )
    UNBOUND = (
        Text(
            "没有容差，不认定，也不计入数目和结论",
            "without a tolerance nothing is decided, and it counts nowhere and bears on no verdict",
        ),
        {Outcome.UNDECIDED, Outcome.NOT_DUE},
    )
    BLOCKS = (
        Text("达到目标的改为待核定；未达到的仍为未完成", "blocks a hit, and excuses no miss"),
        set(Outcome) - {Outcome.MET, Outcome.NO_DATA},
    )
    QUESTION = (
        Text(
            "两个数值均存疑：均达到或均未达到的照此认定，否则待核定；部分大于整体的，或分项弱于比重而按分项未达到的，"
            "达到目标的改为待核定",
            "both values are in question: decided where they agree, else undecided; where a part exceeds its "
            "whole, or parts weaker than the share fail, it blocks a hit",
        ),
        set(Outcome) - {Outcome.NO_DATA},
    )
    NEITHER = (
        Text(
            "不据以认定，完成与未完成均不认定；另有确定的数值，两者都未达到的除外",
            "blocks a hit and a miss alike, unless a settled figure beside it fails as well",
        ),
        set(Outcome) - {Outcome.MET, Outcome.NO_DATA},
    )
    NOTHING = (
        Text("不据以认定", "nothing is decided on it"),
        {Outcome.UNDECIDED, Outcome.NOT_DUE},
    )
    MAGNITUDE = (
        Text(
            "达到目标的改为待核定，核定后不再存疑；未达到的仍为未完成，但仅错一处单位即可达到的，待核定",
            "blocks a hit until it is verified; excuses no miss that one slip of the unit does not explain",
        ),
        set(Outcome) - {Outcome.MET, Outcome.NO_DATA},
    )
    BOUNDS = (
        Text(
            "范围更宽的只能说明未达到，更窄的只能说明达到，互不包含的不据以认定；口径未注明而数值异常的，挡住完成",
            "what covers more can prove a miss alone, what covers less a hit alone, what is unrelated "
            "neither; an implausible value of no stated scope blocks a hit",
        ),
        set(Outcome) - {Outcome.NO_DATA},
    )
    WORD = (
        Text("填报单位自称完成，不据以认定", "a submitter's word alone meets no milestone"),
        {Outcome.UNDECIDED, Outcome.NOT_DUE},
    )
    LATE = (
        Text("目标年末未完成，为未完成", "it was not achieved by the end of the due year: a miss"),
        {Outcome.MISSED, Outcome.NOT_DUE},
    )

    def __init__(self, says: Text, outcomes: set[Outcome]) -> None:
        self.says, self.outcomes = says, frozenset(outcomes)


EFFECTS: dict[Reason, Effect] = {
    Reason.EARLY: Effect.EARLY,
    Reason.WITHIN_STRETCH: Effect.TOLD,
    Reason.REACHED_STRETCH: Effect.TOLD,
    Reason.AT_LINE: Effect.TOLD,
    Reason.PART_YEAR: Effect.PART,
    Reason.ESTIMATED: Effect.NEITHER,
    Reason.HEDGED: Effect.UNSETTLED,
    Reason.RECOMPUTED: Effect.BASIS,
    Reason.DERIVED: Effect.BASIS,
    Reason.INCONSISTENT: Effect.QUESTION,
    Reason.SHARE_ABOVE_WHOLE: Effect.NOTHING,
    Reason.MAGNITUDE: Effect.MAGNITUDE,
    Reason.COUNTED: Effect.BASIS,
    Reason.ITEM_COUNT: Effect.UNSETTLED,
    Reason.REGISTERED: Effect.BASIS,
    Reason.REGISTER_OPEN: Effect.UNSETTLED,
    Reason.NO_TOLERANCE: Effect.UNBOUND,
    Reason.EVIDENCE: Effect.BLOCKS,
    Reason.UNATTESTED: Effect.WORD,
    Reason.SCOPE: Effect.BOUNDS,
    Reason.BASE_UNSTATED: Effect.TOLD,
    Reason.NO_BASE_PERIOD: Effect.NOTHING,
    Reason.ADJUSTED: Effect.BASIS,
    Reason.AFTER_DUE: Effect.AFTER,
    Reason.LATE: Effect.LATE,
}
"""What each reason does."""


def _target(entity: str, key: str) -> Target:
    place = LIBRARY.entity(entity)
    assert place
    return next(target for target in place.targets if target.key == key)


SHARE = _target("wuhan", "core_share_of_gdp")
FLOW = _target("wuhan-wedz", "core_value_added")
STOCK = _target("wuhan-wedz", "integration_certified_firms")
ADDED = _target("wuhan-wedz", "new_innovation_platforms")
MILESTONE = _target("wuhan-wedz", "manufacturing_path")

_PLACEHOLDER = re.compile(r"\{\w+\}")


def _blank(template: str) -> str:
    return _PLACEHOLDER.sub("…", template)


# Reasons

REASONS_HEAD = ("reason", "term · 术语", "what it says", "含义", "what it does", "作用")


def reasons() -> Rows:
    """Return every reason with its term, its sentence, and what it does to the outcome."""
    for one in Reason:
        effect = EFFECTS[one].says
        term = f"{one.term.en} · {one.term.zh}"
        says = meaning(one)
        yield f"`{one.id}`", term, says.en, says.zh, effect.en, effect.zh


# Time

PERIODS = {
    PeriodPosition.DUE: (Period(2025), Text("目标年全年", PeriodPosition.DUE.value)),
    PeriodPosition.EARLIER: (
        Period(2024, 9),
        Text("目标年以前，全年或不满一年", PeriodPosition.EARLIER.value),
    ),
    PeriodPosition.PART: (Period(2025, 9), Text("目标年，不满一年", PeriodPosition.PART.value)),
    PeriodPosition.AFTER: (Period(2026), Text("目标年以后", PeriodPosition.AFTER.value)),
}
"""A period of each sort for a target due in 2025, and what the sort is called."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A sort of target; ``dated``: what was handed in tells when it came about; ``counting``: what a count
    is said to take in.
    """

    name: Text
    target: Target
    dated: bool = False
    counting: Counting | None = None

    def grounds(self, period: Period) -> Grounds:
        """Return what a judgement at ``period`` would rest on, as far as time looks at it."""
        target, statuses, grade = self.target, (Status.FINAL,), Grade.VERIFIED
        if self.target is MILESTONE:
            on = date(2025, 11, 20) if self.dated else None
            attestation = Attestation(target.key, State.ACHIEVED, date(2027, 1, 1), "", achieved_on=on)
            return Grounds(target, period, statuses, grade, attestation=attestation)
        items = (Item("示例", recognised_on=date(2024, 5, 6)),) if self.dated else ()
        counted = ItemTally((), Interval.point(Fraction(1)), ()) if self.dated else None
        observation = Observation(target.indicator.id, counting=self.counting, items=items)
        facts = (_one_of(target, period),) if target.indicator.kind is INDICATOR_KINDS["count"] else ()
        return Grounds(target, period, statuses, grade, observation, facts, tally=counted)


def _one_of(target: Target, period: Period) -> Fact:
    """Return a count of one."""
    quantity = read_quantity("1家", target.indicator.kind).quantity
    interval = quantity.interval_in("家")
    return Fact(target.indicator, quantity, Fraction(1), interval, period, Status.FINAL, Grade.CLAIMED)


def _ceiling(target: Target) -> Target:
    return target._replace(comparator=COMPARATORS["at_most"])


def _about(target: Target) -> Target:
    """Return a target that no figure is past yet."""
    comparator = COMPARATORS["about"].tolerating(Fraction(0), Fraction(10**9), False)
    return target._replace(comparator=comparator)


SUBJECTS = (
    Subject(Text("比重", "a share"), SHARE),
    Subject(Text("时期指标", "a flow"), FLOW),
    Subject(Text("时点指标", "a stock"), STOCK),
    Subject(Text("新增指标", "an added count"), ADDED),
    Subject(
        Text("注明为累计的新增指标", "an added count said to be cumulative"),
        ADDED,
        counting=Counting.CUMULATIVE,
    ),
    Subject(Text("经认定的定性任务", "an attested milestone"), MILESTONE),
    Subject(Text("要求不超过的比重", "a share with a ceiling"), _ceiling(SHARE)),
    Subject(Text("要求不超过的时期指标", "a flow with a ceiling"), _ceiling(FLOW)),
    Subject(Text("要求不超过的时点指标", "a stock with a ceiling"), _ceiling(STOCK)),
    Subject(Text("要求不超过的新增指标", "an added count with a ceiling"), _ceiling(ADDED)),
    Subject(Text("要求“左右”、有容差的比重", "a share that comes to about, with a tolerance"), _about(SHARE)),
    Subject(Text("要求“左右”、有容差的时期指标", "a flow that comes to about"), _about(FLOW)),
    Subject(Text("要求“左右”、有容差的时点指标", "a stock that comes to about"), _about(STOCK)),
    Subject(Text("要求“左右”、有容差的新增指标", "an added count that comes to about"), _about(ADDED)),
)
DATED = (
    Subject(Text("有日期清单的时点指标", "a stock with dated items"), STOCK, dated=True),
    Subject(Text("有日期清单的新增指标", "an added count with dated items"), ADDED, dated=True),
    Subject(
        Text(
            "注明为累计、逐项列明日期的新增指标",
            "an added count said to be cumulative, all of it listed with dates",
        ),
        ADDED,
        dated=True,
        counting=Counting.CUMULATIVE,
    ),
    Subject(
        Text("有日期清单、要求不超过的数量", "a count with a ceiling and dated items"),
        _ceiling(STOCK),
        dated=True,
    ),
    Subject(Text("写明完成日期的定性任务", "a milestone attested with `achieved_on`"), MILESTONE, dated=True),
)
"""Sorts of targets; those of ``DATED`` are shown after the due year only."""

TIMING_HEAD = (
    "period · 时期",
    "target · 目标",
    "satisfied · 达到",
    "not satisfied · 未达到",
    "doubtful · 存疑",
)


def timing() -> Rows:
    """Return, for each sort of period and target, what each answer is worth."""
    for when, (period, name) in PERIODS.items():
        subjects = (*SUBJECTS, *(DATED if when is PeriodPosition.AFTER else ()))
        alike: dict[Row, list[Text]] = {}
        for subject in subjects:
            alike.setdefault(_answers(subject, period), []).append(subject.name)
        for answers, names in alike.items():
            sorts = Text.joined(names, "、", ", ")
            yield f"{name.en} · {name.zh}", f"{sorts.en} · {sorts.zh}", *answers


def _answers(subject: Subject, period: Period) -> Row:
    return tuple(_outcome(*time(subject.grounds(period), answer)) for answer in Satisfied)


def _outcome(outcome: Outcome, reasons: tuple[Reason, ...]) -> str:
    ids = (outcome.id, *(reason.id for reason in reasons))
    return " ".join((outcome.term.zh, *(f"`{id}`" for id in ids)))


# What is needed

NEEDED_HEAD = ("outcome", "reason", "what is needed", "需要", "from · 由", "under · 位置")


def what_is_needed() -> Rows:
    """Return what would settle a finding, by its outcome and the reason that stands in the way."""
    for target in (ADDED, MILESTONE):
        yield _needs(Outcome.NO_DATA, "–", nothing_needed_but_data(target, DUE))
    for reason in Reason:
        fix = _undecided(_counted(ADDED), reason)
        if reason is Reason.AFTER_DUE or fix != _undecided(_counted(ADDED)):
            yield _needs(Outcome.UNDECIDED, f"`{reason.id}`", fix)
    by_assessor = _undecided(_counted(ADDED), Reason.EVIDENCE, settings=Settings(Grade.VERIFIED))
    yield _needs(Outcome.UNDECIDED, "`evidence`, `--min-evidence verified`", by_assessor)
    reported = Grounds(MILESTONE, DUE, (Status.UNSTATED,), Grade.CLAIMED)
    yield _needs(Outcome.UNDECIDED, "`unattested`", _undecided(reported))
    attested = next(one for one in SUBJECTS if one.target is MILESTONE).grounds(Period(2026))
    yield _needs(Outcome.UNDECIDED, "`after_due`", _undecided(attested, Reason.AFTER_DUE))


DUE = Period(2025)


def _undecided(grounds: Grounds, *reasons: Reason, settings: Settings | None = None) -> Needed | None:
    return needed(grounds, Outcome.UNDECIDED, reasons, settings or Settings())


def _counted(target: Target) -> Grounds:
    """Return a count as reported, with nothing behind it."""
    quantity = read_quantity("6家", target.indicator.kind).quantity
    value, interval = quantity.number, quantity.interval_in("家")
    fact = Fact(target.indicator, quantity, value, interval, DUE, Status.UNSTATED, Grade.CLAIMED)
    return Grounds(target, DUE, (Status.UNSTATED,), Grade.CLAIMED, facts=(fact,))


def _needs(outcome: Outcome, why: str, given: Needed | None) -> Row:
    assert given
    root, _, *rest = given.at
    at = written((root, "TARGET" if root == "attestations" else "INDICATOR", *rest))
    party = f"{given.by.term.en} · {given.by.term.zh}"
    return f"`{outcome.id}`", why, given.what.en, given.what.zh, party, f"`{at}`"
