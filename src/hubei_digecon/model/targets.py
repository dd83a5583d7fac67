"""What target files say: the catalogue of indicators, the documents, the entities with their targets."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from ..comparators import Comparator
from ..text import Text
from ..units import IndicatorKind
from .words import ITEM_TERMS, Counting, EntityKind, Level, Nature


@dataclass(frozen=True, slots=True)
class Eligibility:
    """What makes an item count: its level, its certificate, and the fields it must state.

    ``asks`` are fields that forms ask for beside those; ``terms`` what fields are called for this count.
    """

    levels: tuple[Level, ...] = ()
    requires: tuple[str, ...] = ()
    certificate: str | None = None
    asks: tuple[str, ...] = ()
    terms: tuple[tuple[str, Text], ...] = ()


@dataclass(frozen=True, slots=True)
class Scope:
    """A statistical scope that a figure may state by its id or a name; ``wider_than`` are scopes it takes in
    whole, ``aliases`` other names it is read by.
    """

    id: str
    name: Text
    definition: Text
    wider_than: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it is read by."""
        return (self.name.zh, self.name.en, *self.aliases)


@dataclass(frozen=True, slots=True)
class Indicator:
    """What is measured. ``short`` is the name for tables; ``unit`` is the canonical one (``None``
    for a milestone); ``decimals`` is how many are usual in that unit. ``units_alike`` are units
    that are words for the same thing.
    """

    id: str
    name: Text
    short: Text
    kind: IndicatorKind
    definition: Text
    unit: str | None = None
    nature: Nature | None = None
    standard: str | None = None
    scopes: tuple[str, ...] = ()
    decimals: int | None = None
    eligible: Eligibility | None = None
    units_alike: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """Be found by the id, which is soon told; what is found is compared whole."""
        return hash(self.id)

    @property
    def item_fields(self) -> tuple[str, ...]:
        """What an item must state beside its name in order to count: the one list that judge, forms, guides
        and explanations go by. An added count always asks for the date, for it tells what is new.
        """
        wants = self.eligible or Eligibility()
        asked = {"level": wants.levels, "certificate": wants.certificate, "recognised_on": self.is_added}
        return tuple(dict.fromkeys((*wants.requires, *(field for field in asked if asked[field]))))

    @property
    def item_columns(self) -> tuple[str, ...]:
        """What forms ask of an item: all that makes it count, what identifies it, and what is asked beside.

        The date is asked for in any case: a report for a later year is held to the due year by it.
        """
        wants = self.eligible or Eligibility()
        until = () if self.is_added else ("valid_until",)
        asked = {"name", "code", *self.item_fields, *wants.asks, "recognised_on", *until, "document"}
        return tuple(key for key in ITEM_TERMS if key in asked)

    def item_term(self, key: str) -> Text:
        """Return what a field of an item is called for this count."""
        return dict(self.eligible.terms if self.eligible else ()).get(key) or ITEM_TERMS[key]

    @property
    def is_added(self) -> bool:
        """Whether it counts what came since a base date."""
        return self.nature is Nature.ADDED

    @property
    def grows(self) -> bool:
        """Whether the figure of a year can only grow while the year goes on: it sums up, or is added."""
        return self.nature in (Nature.FLOW, Nature.ADDED)

    @property
    def counting(self) -> Counting | None:
        """The counting that the indicator wants: a stock what is in force, an added count all since."""
        if self.kind is not IndicatorKind.COUNT:
            return None
        return Counting.CUMULATIVE if self.nature is Nature.ADDED else Counting.IN_FORCE


@dataclass(frozen=True, slots=True)
class Ratio:
    """A share is the quotient of two amounts of the same area and period."""

    share: str
    numerator: str
    denominator: str


@dataclass(frozen=True, slots=True)
class NoMoreThan:
    """A part is never larger than the whole it is part of."""

    part: str
    whole: str


@dataclass(frozen=True, slots=True)
class Plausible:
    """A value above ``at_most`` (in the canonical unit) is nearly always of another scope."""

    indicator: str
    at_most: Fraction
    because: Text


Relation = Ratio | NoMoreThan | Plausible


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All indicators and scopes by id, and what must hold between indicators in one report."""

    indicators: Mapping[str, Indicator]
    scopes: Mapping[str, Scope]
    relations: tuple[Relation, ...]
    of_kind: Mapping[type[Relation], list[Relation]] = field(init=False, repr=False, compare=False)
    """The relations of each kind."""

    def __post_init__(self) -> None:
        of_kind: dict[type[Relation], list[Relation]] = {}
        for relation in self.relations:
            of_kind.setdefault(type(relation), []).append(relation)
        object.__setattr__(self, "of_kind", of_kind)

    def takes_in(self, scope: str, other: str) -> bool:
        """Whether ``scope`` is wider than ``other``, itself or through scopes between them."""
        known, ahead = set[str](), [scope]
        while ahead:
            one = self.scopes.get(ahead.pop())
            narrower = set(one.wider_than if one else ()) - known
            known |= narrower
            ahead.extend(narrower)
        return other in known


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A document that sets targets. ``named`` tells how many entities of each kind it names,
    ``published`` for how many of them targets were published.
    """

    id: str
    title: Text
    named: Mapping[EntityKind, int]
    published: int
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a target's words stand: document, paragraph counted from 1, the words themselves.

    ``neutral`` are those of the words that the writer says change nothing about the number.
    """

    document: str
    paragraph: int
    wording: str
    neutral: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OtherReading:
    """A second defensible reading of a target's wording; the verdict never follows it."""

    comparator: Comparator
    value: Fraction


@dataclass(frozen=True, slots=True)
class Target:
    """An entity's commitment on one indicator by the end of a year.

    ``value`` and ``stretch`` are in ``unit``; a milestone has neither and may have ``parts``,
    all of which must be achieved. ``since`` is the base date of an added count.
    """

    entity: str
    key: str
    indicator: Indicator
    due: int
    comparator: Comparator
    source: Citation
    value: Fraction | None = None
    unit: str | None = None
    stretch: Fraction | None = None
    since: datetime.date | None = None
    parts: Mapping[str, Text] = field(default_factory=dict)
    other_reading: OtherReading | None = None
    superseded_by: str | None = None
    note: Text | None = None
    reread: "Target | None" = field(init=False, repr=False, compare=False)
    """The target by the second reading of its wording."""

    def __post_init__(self) -> None:
        other, reread = self.other_reading, None
        if other:
            reread = replace(self, comparator=other.comparator, value=other.value, other_reading=None)
        object.__setattr__(self, "reread", reread)

    @property
    def id(self) -> str:
        """The target's id among all targets."""
        return f"{self.entity}.{self.key}"


@dataclass(frozen=True, slots=True)
class Entity:
    """A city or zone and its targets in the order of its file. ``tasks`` are recorded, never judged."""

    id: str
    kind: EntityKind
    name: Text
    targets: tuple[Target, ...]
    aliases: tuple[str, ...] = ()
    within: str | None = None
    tasks: tuple[Text, ...] = ()

    @property
    def in_force(self) -> tuple[Target, ...]:
        """The targets that no later document replaces."""
        return tuple([target for target in self.targets if target.superseded_by is None])
