"""What a review says: verified values, rejected items, attestations, adjusted targets and waivers."""

import datetime
from collections.abc import Mapping
from fractions import Fraction

from ..brief import shown_briefly
from ..diagnostics import Diagnostic, Path, SourceFile
from ..quantity.parsing import Quantity
from ..records import NamedTuple
from .registers import CompleteRegister
from .reports import Period
from .words import State


class VerifiedValue(NamedTuple):
    """A verified value (核定值), which the outcome then rests on."""

    indicator: str
    quantity: Quantity
    basis: str
    document: str | None = None

    @property
    def about(self) -> str:
        """The indicator that it is about."""
        return self.indicator

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("verified", self.indicator)


class RejectedItem(NamedTuple):
    """An item that the assessor does not count; ``position`` in the review counts from 0."""

    indicator: str
    position: int
    name: str
    reason: str

    @property
    def about(self) -> str:
        """The indicator that it is about."""
        return self.indicator

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("rejected_items", self.indicator, self.position)


class Attestation(NamedTuple):
    """The assessor's attestation of a milestone; ``target`` is its key within the entity.

    ``parts`` has a state for each part of a milestone with parts. ``achieved_on`` is ``None`` if it is not
    stated; the end of the review's period is meant then. ``named`` is the target as the review names it,
    which may be its whole id.
    """

    target: str
    state: State
    date: datetime.date
    basis: str
    parts: Mapping[str, State] = {}
    achieved_on: datetime.date | None = None
    document: str | None = None
    expires: datetime.date | None = None
    named: str = ""

    @property
    def about(self) -> str:
        """The target that it is about."""
        return self.target

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("attestations", self.named or self.target)

    def in_force(self, day: datetime.date) -> bool:
        """Whether it holds on ``day``; the last day still counts."""
        return self.date <= day and (self.expires is None or day <= self.expires)


class Waiver(NamedTuple):
    """A target taken out of assessment by approval, until a date; ``named`` as in attestations."""

    target: str
    reason: str
    approved_by: str
    approved_on: datetime.date
    expires: datetime.date
    document: str | None = None
    named: str = ""

    @property
    def about(self) -> str:
        """The target that it is about."""
        return self.target

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("waivers", self.named or self.target)

    def in_force(self, day: datetime.date) -> bool:
        """Whether it holds on ``day``; the last day still counts."""
        return self.approved_on <= day <= self.expires


@shown_briefly
class AdjustedTarget(NamedTuple):
    """A target adjusted by approval (目标调整): the number that is required now, and the ``published`` one,
    both in the unit of the target; ``named`` as in attestations.
    """

    target: str
    value: Fraction
    published: Fraction
    approved_by: str
    approved_on: datetime.date
    document: str | None = None
    named: str = ""

    @property
    def about(self) -> str:
        """The target that it is about."""
        return self.target

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("adjusted_targets", self.named or self.target)

    def in_force(self, day: datetime.date) -> bool:
        """Whether it holds on ``day``."""
        return self.approved_on <= day


class Review(NamedTuple):
    """What the assessor, never the submitter, adds to one entity's report of one period.

    ``diagnostics`` are those of reading it.
    """

    source: SourceFile
    entity: str
    period: Period
    reviewer: str
    organisation: str
    verified: Mapping[str, VerifiedValue] = {}
    rejected_items: tuple[RejectedItem, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    adjusted_targets: tuple[AdjustedTarget, ...] = ()
    registers: tuple[CompleteRegister, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
