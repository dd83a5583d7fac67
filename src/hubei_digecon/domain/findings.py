"""A finding: one target judged against one report, and what would settle it if it is open."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from ..brief import shown_briefly
from ..diagnostics import Diagnostic, Path, SourceFile, written
from ..quantity.hedges import Bound
from ..quantity.numbers import Interval
from ..records import NamedTuple
from ..text import Text
from .outcomes import BY_ITEMS, Grade, Outcome, Party, Reason
from .registers import RegisterTally
from .reports import Observation
from .reviews import AdjustedTarget
from .targets import Target
from .words import TargetNature

CLAIMED_HIT = Text("完成（仅自报，未核实）", "met (claimed, not verified)")
"""What a hit is called that nothing but the submitter's word stands behind."""
CLAIMED = Text("{called}（仅自报，未核实）", "{called} (claimed, not verified)")
ASPIRATION = Text("力争目标：{outcome}", "aspiration: {outcome}")
ASPIRED: Mapping[Outcome, Text] = {
    Outcome.MET: Text("已达到", "reached"),
    Outcome.MISSED: Text("未达到", "not reached"),
}
"""What is said of an aspiration where it is not the term of the outcome."""
NOT_COUNTED = Text("{outcome}（不计入）", "{outcome} (not counted)")
SHORT_OF_EXPECTATION = Text("未达预期", "short of expectation")
"""What a miss of an expected target (预期性) is called."""
NO_LIST = Text("{grade}（无清单）", "{grade} (no list)")


def called_of(target: Target, outcome: Outcome) -> Text:
    """Return what an outcome of a target is called: by whether it counts, and by how binding it is."""
    if target.aspiration:
        return ASPIRATION.format(outcome=ASPIRED.get(outcome, outcome.term))
    if not target.weighs:
        return NOT_COUNTED.format(outcome=outcome.term)
    if outcome is Outcome.MISSED and target.nature is TargetNature.EXPECTED:
        return SHORT_OF_EXPECTATION
    return outcome.term


@shown_briefly
class Needed(NamedTuple):
    """What would settle an undecided or no_data finding: who gives it, under which key, and what that key is
    ``called``.
    """

    what: Text
    by: Party
    at: Path
    called: Text

    def where(self, source: SourceFile) -> Text:
        """Return where it goes: the key in a file of keys, or what the key is called in a table."""
        is_headed = source.is_headed and self.at[0] == "observations"
        return self.called if is_headed else Text(self.called.zh, written(self.at))


BOUNDS_DECIDED_ON: Mapping[Bound, Text] = {
    Bound.AT_LEAST: Text("至少", "at least "),
    Bound.AT_MOST: Text("至多", "at most "),
}
"""How a number is called that is decided on as no more than a bound."""


@shown_briefly
class Worth(NamedTuple):
    """How much of the numerator of a share its shortfall comes to: what that is called, and the amount."""

    name: Text
    amount: str


@shown_briefly
class Recomputation(NamedTuple):
    """What the parts of a share or a rate come to, in the target's unit. ``worth`` is that of a shortfall."""

    value: Fraction
    worth: Worth | None = None


def not_recomputed() -> None:
    """Return None: there are no parts, or they do not go together with the value."""


Retelling = Callable[[Diagnostic], Diagnostic]
"""Returns a diagnostic as it is told: as it is, or with other values in place of some of its own."""


def _as_it_is(diagnostic: Diagnostic) -> Diagnostic:
    return diagnostic


@shown_briefly
class Finding(NamedTuple):
    """One target judged against one report.

    ``words`` and ``needs`` make its ``message`` and what is ``needed``, on demand only, since a batch asks
    for outcomes alone. ``words`` takes the way in which its diagnostics are told. ``decided_on`` and
    ``decided_interval`` are what the outcome rests on, in the target's unit; ``None`` if it rests on no
    single number. ``decided_bound``: the number is only known to be the least, or the most, possible.
    ``is_quotient``: the number decided on is a quotient, so it is rounded where it is shown. ``at`` points to
    the observation; ``at`` and ``evidence`` are ``None`` without one. ``diagnostics`` are those on its items.
    ``may_be_met``: it is undecided, and a figure in question meets the target. ``adjusted``: the ``target``
    is not as published. ``other_outcome`` is what the second reading of its words would give, where that is
    another one. ``recompute`` tells what its parts come to. ``registered`` is what a register of items
    came to that it rests on.
    """

    target: Target
    outcome: Outcome
    reasons: tuple[Reason, ...]
    words: Callable[[Retelling], Text]
    needs: Callable[[], Needed | None]
    evidence: Grade | None
    final: bool = False
    underlying: Outcome | None = None
    observation: Observation | None = None
    decided_on: Fraction | None = None
    decided_bound: Bound | None = None
    decided_interval: Interval | None = None
    is_quotient: bool = False
    rounding_sensitive: bool = False
    other_outcome: Outcome | None = None
    at: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    may_be_met: bool = False
    adjusted: AdjustedTarget | None = None
    recompute: Callable[[], Recomputation | None] = not_recomputed
    registered: RegisterTally | None = None

    @property
    def reading_sensitive(self) -> bool:
        """Whether the two readings of the words part."""
        return self.other_outcome is not None

    @property
    def verified(self) -> Fraction | None:
        """The verified value (核定值), if the outcome rests on one."""
        is_value = self.evidence is Grade.VERIFIED and not self.is_quotient
        return self.decided_on if is_value else None

    @property
    def weighs(self) -> bool:
        """Whether it is counted and bears on the verdict."""
        return self.target.weighs

    @property
    def called(self) -> Text:
        """The outcome as people are told it; a hit that only a claim backs is called so."""
        bare = self.outcome is Outcome.MET and self.evidence is Grade.CLAIMED
        if bare and self.weighs:
            return CLAIMED_HIT
        called = called_of(self.target, self.outcome)
        return CLAIMED.format(called=called) if bare else called

    @property
    def backing(self) -> Text | None:
        """The evidence as people are told it, noting a count without a list."""
        grade, one = self.evidence, self.observation
        if grade is None:
            return None
        items = self.registered or (one and one.items)
        unlisted = self.target.indicator.is_listed and not items
        return NO_LIST.format(grade=grade.term) if unlisted and grade is not Grade.VERIFIED else grade.term

    @property
    def is_counted(self) -> bool:
        """Whether it rests on its items, listed or in a register, and not on the number reported."""
        return any(reason in self.reasons for reason in BY_ITEMS)

    @property
    def gap(self) -> Fraction | None:
        """The number decided on minus the required one, in the target's unit."""
        required = self.target.value
        return None if self.decided_on is None or required is None else self.decided_on - required

    @property
    def attainment(self) -> Fraction | None:
        """How much of what is required is attained, as the kind and the comparator have it."""
        return None if self.decided_on is None else self.target.attainment(self.decided_on)

    @property
    def message(self) -> Text:
        """The finding in words."""
        return self.words(_as_it_is)

    @property
    def needed(self) -> Needed | None:
        """What would settle the finding; ``None`` if it is settled."""
        return self.needs()
