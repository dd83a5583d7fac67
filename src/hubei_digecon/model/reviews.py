"""What a review says: the assessor's verified values, rejected items, attestations and waivers."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..quantity import Quantity
from .reports import Period, SourceFile
from .words import State


@dataclass(frozen=True, slots=True)
class VerifiedValue:
    """核定值: the value that an outcome then rests on."""

    indicator: str
    quantity: Quantity
    basis: str
    document: str | None = None


@dataclass(frozen=True, slots=True)
class RejectedItem:
    """An item that the assessor does not count."""

    indicator: str
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Attestation:
    """The assessor's word on a milestone target, or on each of its parts."""

    target: str
    state: State | None
    date: datetime.date
    basis: str
    parts: Mapping[str, State] = field(default_factory=dict)
    achieved_on: datetime.date | None = None
    document: str | None = None
    expires: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Waiver:
    """A target taken out of assessment by approval, until a date."""

    target: str
    reason: str
    approved_by: str
    approved_on: datetime.date
    expires: datetime.date
    document: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """What the assessor, never the submitter, adds to one entity's report of one period."""

    source: SourceFile
    entity: str
    period: Period
    reviewer: str
    organisation: str
    verified: Mapping[str, VerifiedValue] = field(default_factory=dict)
    rejected_items: tuple[RejectedItem, ...] = ()
    attestations: tuple[Attestation, ...] = ()
    waivers: tuple[Waiver, ...] = ()
