"""The shapes of our files, as pydantic models: which keys can stand where, and what sort of value.

Every scalar is text here; numbers, units, dates and words are read by our own grammar afterwards.
Keys a file does not need may be left empty, as in a form that is not yet filled. A
:class:`ShortForm` lets plain text stand for a mapping with that text under one key.
"""

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict


@dataclass(frozen=True)
class ShortForm:
    """Marks a mapping for which plain text may stand, meaning ``{key: text}``."""

    key: str

    def __call__(self, value: Any) -> Any:
        """Expand plain text to the mapping it stands for."""
        return {self.key: value} if isinstance(value, str) else value


class Shape(BaseModel):
    """A mapping whose keys are known; any other key is refused."""

    model_config = ConfigDict(extra="forbid")


class Words(Shape):
    """The same words in both languages."""

    zh: str
    en: str


# Reports


class Submitted(Shape):
    """Who handed the report in, when, and for the how-manieth time."""

    by: str
    date: str
    revision: str | None = None


class Source(Shape):
    """A publication or document."""

    title: str | None = None
    issuer: str | None = None
    document: str | None = None
    dated: str | None = None


class Item(Shape):
    """One countable thing behind a count."""

    name: str
    code: str | None = None
    level: str | None = None
    recognised_on: str | None = None
    valid_until: str | None = None
    by: str | None = None
    publisher: str | None = None
    year: str | None = None
    certificate: str | None = None
    document: str | None = None
    list: str | None = None


class Base(Shape):
    """The value of a base year."""

    year: str
    value: str


class Deviation(Shape):
    """Why a target was missed, and what is done about it."""

    cause: str | None = None
    measures: str | None = None


_SHORT_SOURCE, _SHORT_VALUE = ShortForm("title"), ShortForm("value")
ShortSource = Annotated[Source, _SHORT_SOURCE, BeforeValidator(_SHORT_SOURCE)]


class Observation(Shape):
    """One reported value or state."""

    value: str | None = None
    unit: str | None = None
    state: str | None = None
    missing: str | None = None
    status: str | None = None
    scope: str | None = None
    counting: str | None = None
    period: str | None = None
    items: list[Item] | None = None
    source: ShortSource | None = None
    evidence: list[ShortSource] | None = None
    target: str | None = None
    base: Base | None = None
    deviation: Deviation | None = None
    explanation: str | None = None
    note: str | None = None


ShortObservation = Annotated[Observation, _SHORT_VALUE, BeforeValidator(_SHORT_VALUE)]


class Report(Shape):
    """What an entity submits for one period."""

    format: str | None = None
    entity: str
    period: str
    submitted: Submitted
    illustrative: str | None = None
    note: str | None = None
    observations: dict[str, ShortObservation | None] | None = None


# Reviews


class Reviewer(Shape):
    """Who reviews, and for whom."""

    name: str
    organisation: str | None = None


class Verified(Shape):
    """A value that the assessor verified."""

    value: str
    unit: str | None = None
    basis: str
    document: str | None = None


class RejectedItem(Shape):
    """An item that the assessor does not count."""

    name: str
    reason: str


class Attestation(Shape):
    """The assessor's word on a milestone."""

    state: str | None = None
    parts: dict[str, str] | None = None
    achieved_on: str | None = None
    date: str
    basis: str
    document: str | None = None
    expires: str | None = None


class Waiver(Shape):
    """A target taken out of assessment by approval."""

    reason: str
    approved_by: str
    approved_on: str
    expires: str
    document: str | None = None


class Review(Shape):
    """What the assessor adds to one report."""

    format: str | None = None
    entity: str
    period: str
    reviewer: Reviewer
    note: str | None = None
    verified: dict[str, Verified] | None = None
    rejected_items: dict[str, list[RejectedItem]] | None = None
    attestations: dict[str, Attestation] | None = None
    waivers: dict[str, Waiver] | None = None


# Targets


class Eligible(Shape):
    """What makes an item count."""

    levels: list[str] | None = None
    requires: list[str] | None = None
    certificate: str | None = None


class Indicator(Shape):
    """What is measured."""

    name: Words
    short: Words | None = None
    kind: str
    unit: str | None = None
    nature: str | None = None
    decimals: str | None = None
    definition: Words
    standard: str | None = None
    scopes: list[str] | None = None
    eligible: Eligible | None = None


class Scope(Shape):
    """A statistical scope."""

    name: Words
    definition: Words


class Relation(Shape):
    """What must hold between indicators: one of ratio, no_more_than, plausible."""

    ratio: str | None = None
    numerator: str | None = None
    denominator: str | None = None
    no_more_than: list[str] | None = None
    plausible: str | None = None
    at_most: str | None = None
    because: Words | None = None


class Catalogue(Shape):
    """All indicators, scopes and relations."""

    format: str | None = None
    scopes: dict[str, Scope] | None = None
    indicators: dict[str, Indicator]
    relations: list[Relation] | None = None


class Named(Shape):
    """How many entities of each kind a document names."""

    city: str | None = None
    zone: str | None = None
    province: str | None = None


class Issued(Shape):
    """A document that sets targets."""

    id: str
    title: Words
    named: Named
    published: str
    note: Words | None = None


class PolicyDocument(Shape):
    """The file of one such document."""

    format: str | None = None
    document: Issued


class Citation(Shape):
    """Where a target's words stand."""

    document: str
    paragraph: str
    wording: str


class OtherReading(Shape):
    """A second defensible reading."""

    comparator: str
    value: str


class Target(Shape):
    """An entity's commitment on one indicator."""

    indicator: str | None = None
    due: str
    comparator: str
    value: str | None = None
    unit: str | None = None
    stretch: str | None = None
    since: str | None = None
    parts: dict[str, Words] | None = None
    other_reading: OtherReading | None = None
    superseded_by: str | None = None
    source: Citation
    note: Words | None = None


class Identity(Shape):
    """Who answers for the targets."""

    id: str
    kind: str
    name: Words
    aliases: list[str] | None = None
    within: str | None = None


class Entity(Shape):
    """The file of one city or zone."""

    format: str | None = None
    entity: Identity
    tasks: list[Words] | None = None
    targets: dict[str, Target]


FILES: dict[str, type[Shape]] = {
    "report": Report,
    "review": Review,
    "catalogue": Catalogue,
    "document": PolicyDocument,
    "entity": Entity,
}
"""The shape of each sort of file."""
