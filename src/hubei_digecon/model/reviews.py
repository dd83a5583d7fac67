"""What a review says: the assessor's verified values, rejected items, attestations and waivers."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..diagnostics import Diagnostic, Path, SourceFile
from ..quantity import Quantity
from .reports import Period
from .words import State


@dataclass(frozen=True, slots=True)
class VerifiedValue:
    """核定值: the value that an outcome then rests on."""

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


@dataclass(frozen=True, slots=True)
class RejectedItem:
    """An item that the assessor does not count; ``index`` is its 0-based position in the review."""

    indicator: str
    index: int
    name: str
    reason: str

    @property
    def about(self) -> str:
        """The indicator that it is about."""
        return self.indicator

    @property
    def at(self) -> Path:
        """Where it stands in its review."""
        return ("rejected_items", self.indicator, self.index)


@dataclass(frozen=True, slots=True)
class Attestation:
    """The assessor's word on a milestone target, ``target`` being its key within the entity.

    ``parts`` has a state for each part of a milestone that has some. ``achieved_on`` is ``None``
    where it is not stated: then the end of the review's period is meant. ``named`` is the target as
    the review names it, which may be by its whole id.
    """

    target: str
    state: State
    date: datetime.date
    basis: str
    parts: Mapping[str, State] = field(default_factory=dict)
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


@dataclass(frozen=True, slots=True)
class Waiver:
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


@dataclass(frozen=True, slots=True)
class Review:
    """What the assessor, never the submitter, adds to one entity's report of one period.

    ``remarks`` are what reading it gave rise to.
    """

    source: SourceFile
    entity: str
    period: Period
    reviewer: str
    organisation: str
    verified: Mapping[str, VerifiedValue] = field(default_factory=dict)
    rejected_items: tuple[RejectedItem, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
