"""Rest a count on a register of items, which an assessor holds, in place of the list in the report.

Its eligible records are the least that there is. They are the count itself only where a review says that the
register is complete; else what the register does not hold is for the report to claim, and proves no miss.
"""

from fractions import Fraction

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, Sort, diagnose
from ..domain.outcomes import Grade, Reason
from ..domain.registers import RegisterTally
from ..domain.reports import Item
from ..domain.targets import Target
from ..domain.words import Status
from ..quantity.numbers import Interval
from ..text import Text
from .context import JudgingContext
from .coverage import Coverage
from .facts import Fact
from .items import CountAsked, ItemTally, days_for, listed_as
from .items.diagnostics import OPEN, OUT

NOT_IN_REGISTER = DiagnosticKind(
    "item-not-in-register",
    Severity.WARNING,
    Text("“{name}”不在核验单位的名录中，{so}", "“{name}” is not in the assessor's register; {so}"),
    Text(
        "核对名称和统一社会信用代码；确应列入的，由核验单位补入名录",
        "compare its name and code, or have the assessor add it to the register",
    ),
    example=Example(
        Text(
            "清单所列的一项，给出的名录（--register）中没有",
            "an item that a register given (--register) lacks",
        ),
        Text("清单所列的一项，名录中也有", "an item that the register holds too"),
        Sort.FILE,
    ),
)
KINDS = (NOT_IN_REGISTER,)


def asked_for(target: Target, fact: Fact, context: JudgingContext) -> CountAsked:
    """Return what a target asks of a register by the figure that a report states."""
    listed = fact.observation.items if fact.observation else ()
    rejected = context.reviewed.rejected.get(target.indicator.id, ())
    days = days_for(target, fact.period, context.as_of)
    return CountAsked(context.report.entity, target.indicator.id, days, rejected, listed_as(listed))


def register_for(target: Target, fact: Fact, context: JudgingContext) -> RegisterTally | None:
    """Return what the register comes to for a target; ``None`` where it has no records of the indicator, or
    none is given.
    """
    register, id = context.register, target.indicator.id
    if register is None or id not in register.categories:
        return None
    tally = register.tallies[asked_for(target, fact, context)]
    words = context.reviewed.registers
    return tally._replace(complete=any(word.covers(register.sha256, id) for word in words))


class RegisteredCount:
    """What a register says of a count, beside what the report claims; intervals are in the target's unit."""

    __slots__ = ("claimed", "context", "fact", "proved", "settles", "tally", "target")

    def __init__(
        self,
        target: Target,
        fact: Fact,
        tally: RegisterTally,
        listed: ItemTally | None,
        context: JudgingContext,
    ) -> None:
        self.target, self.fact, self.tally, self.context = target, fact, tally, context
        unit = target.indicator.units.least_step(target.unit or "")
        least, most = Fraction(tally.eligible), Fraction(tally.eligible + tally.in_question)
        self.proved = Interval(least, most if tally.complete else None).scaled(unit)
        self.settles = tally.complete or self._is_settled(self.proved)
        claimed = listed.counted.high if listed else fact.interval.scaled(target.indicator.things).high
        high = fact.coverage.proves(Interval(None, claimed)).high
        self.claimed = Interval(least, None if high is None else max(high, most)).scaled(unit)

    @property
    def in_question(self) -> Interval:
        """The numbers in question: what the register proves, up to what the report claims beside it."""
        return self.proved if self.settles else self.claimed

    @property
    def resting_on(self) -> Fact:
        """The fact as it stands beside the register, which covers what is asked for where it settles it."""
        return self.fact._replace(coverage=Coverage.SAME) if self.settles else self.fact

    @property
    def status(self) -> Status:
        """How settled the count is: what a register settles of days that have passed is not revised."""
        if not self.settles:
            return self.fact.status
        return Status.FINAL if self.fact.period.end <= self.context.as_of else Status.ESTIMATED

    @property
    def grade(self) -> Grade:
        """What backs the count: an assessor's word, a register, or what the report has."""
        if self.tally.complete:
            return Grade.VERIFIED
        return Grade.DOCUMENTED if self.settles else self.fact.grade

    def _is_settled(self, proved: Interval) -> bool:
        target = self.target
        return target.value is not None and target.comparator.settles(proved, target.value) is not None


def how_registered(settled: bool) -> Reason:
    """Return the reason that tells of a register, by whether it and what is claimed settle the target."""
    return Reason.REGISTERED if settled else Reason.REGISTER_OPEN


def not_in_register(tally: RegisterTally, items: tuple[Item, ...], path: Path) -> tuple[Diagnostic, ...]:
    """Return a diagnostic on each item that a report lists and the register does not hold."""
    so = OUT if tally.complete else OPEN
    return tuple(
        diagnose(NOT_IN_REGISTER, (*path, position), name=items[position].name, so=so)
        for position in tally.missing
    )
