"""What target files say: the catalogue of indicators, the documents, the entities with their targets."""

import datetime
from collections.abc import Container, Iterable, Mapping
from fractions import Fraction
from functools import cached_property

from ..brief import shown_briefly
from ..quantity.kinds import ChangeMeasure, IndicatorKind, Nature, Unit, Units
from ..quantity.numbers import Interval
from ..records import NamedTuple
from ..text import Text
from .comparators import Comparator
from .names import folded
from .reports import ITEM_TERMS, Period
from .words import Counting, EntityKind, ItemLevel, Prices, SeenAs, TargetNature


@shown_briefly
class Eligibility(NamedTuple):
    """What makes an item count: its level, its certificate, and the fields it must state.

    ``asks`` are further fields that forms ask for. ``terms`` are the names of fields for this count.
    """

    levels: tuple[ItemLevel, ...] = ()
    requires: tuple[str, ...] = ()
    certificate: str | None = None
    asks: tuple[str, ...] = ()
    terms: tuple[tuple[str, Text], ...] = ()


class Scope(NamedTuple):
    """A statistical scope that a figure may state by its id or a name.

    ``wider_than`` are scopes that lie wholly within it; ``aliases`` are other names of it.
    """

    id: str
    name: Text
    definition: Text
    wider_than: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name by which it is read."""
        return (self.name.zh, self.name.en, *self.aliases)


@shown_briefly
class Change(NamedTuple):
    """What a rate is a change of: the indicator ``of``, measured ``how``, ``since`` a period, at ``prices``.

    Without ``since`` a growth is on the year before, and any other change is of no known length.
    """

    of: str
    how: ChangeMeasure
    since: Period | None = None
    prices: Prices | None = None

    @property
    def lacks_base(self) -> bool:
        """Whether nobody can tell from which period it is measured."""
        return self.since is None and self.how.needs_since

    def earlier(self, period: Period) -> Period | None:
        """Return the period that ``period`` is held against; ``None`` where there is none: it must be as much
        of an earlier year.
        """
        if self.lacks_base:
            return None
        earlier = self.since or Period(period.year - 1, period.month)
        return earlier if earlier.month == period.month and earlier.year < period.year else None


@shown_briefly
class Indicator(NamedTuple):
    """What is measured.

    ``short`` is the name for tables. ``unit`` is the canonical unit, ``None`` for a milestone. ``decimals``
    is how many are usual in that unit. ``units_alike`` are units that are words for the same thing;
    ``added_units`` are those of its family that the catalogue adds to its kind's. ``change`` is what a rate
    is a change of.
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
    added_units: tuple[Unit, ...] = ()
    change: Change | None = None

    def __hash__(self) -> int:
        """Hash by the id alone, which is fast; equality compares all fields."""
        return hash(self.id)

    @property
    def units(self) -> Units:
        """The units in which its values can be written."""
        return self.kind.units_of(self.unit, self.units_alike, self.added_units)

    @property
    def things(self) -> Fraction:
        """How many things make one of its unit: 10,000 of a count in 万户."""
        return Fraction(self.units[self.unit or ""].factor)

    @property
    def is_listed(self) -> bool:
        """Whether the things that it counts are asked for one by one: nobody lists a count in 万 or 亿."""
        return self.kind.takes_items and self.things == 1

    @property
    def item_fields(self) -> tuple[str, ...]:
        """The fields beside its name that an item must state in order to count.

        Judging, forms, guides and explanations share this list. An added count always needs the date, which
        tells what is new.
        """
        wants = self.eligible or Eligibility()
        asked = {"level": wants.levels, "certificate": wants.certificate, "recognised_on": self.is_added}
        return tuple(dict.fromkeys((*wants.requires, *(field for field in asked if asked[field]))))

    @property
    def item_columns(self) -> tuple[str, ...]:
        """The fields that forms ask of an item: what makes it count, what identifies it, and what is asked
        beside.

        The date is always asked for, since a report for a later year is judged as of the due year by it.
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
        """Whether it counts what was added since a base date."""
        return self.nature is Nature.ADDED

    @property
    def grows(self) -> bool:
        """Whether the figure of a year can only grow during the year: it sums up, or is added."""
        return self.nature is not None and self.nature.grows

    @property
    def counting(self) -> Counting | None:
        """The counting that the indicator asks for: what is in force for a stock, all since the base date if
        added.
        """
        if not self.kind.takes_items:
            return None
        return Counting.CUMULATIVE if self.nature is Nature.ADDED else Counting.IN_FORCE


class Ratio(NamedTuple):
    """A share is the quotient of two amounts of the same area and period."""

    share: str
    numerator: str
    denominator: str


class NoMoreThan(NamedTuple):
    """A part is never larger than the whole it is part of."""

    part: str
    whole: str


class Plausible(NamedTuple):
    """A value above ``at_most`` (in the canonical unit) is nearly always of another scope."""

    indicator: str
    at_most: Fraction
    because: Text


Relation = Ratio | NoMoreThan | Plausible


class Catalogue:
    """All indicators and scopes by id, and what must hold between indicators in one report; ``of_kind``
    has the relations of each kind. ``recomputed`` are the rates that can be computed from two figures of
    another indicator, by the id of that.
    """

    def __init__(
        self,
        indicators: Mapping[str, Indicator],
        scopes: Mapping[str, Scope],
        relations: tuple[Relation, ...],
    ) -> None:
        self.indicators, self.scopes, self.relations = indicators, scopes, relations
        self.of_kind: dict[type[Relation], list[Relation]] = {}
        for relation in relations:
            self.of_kind.setdefault(type(relation), []).append(relation)
        self.recomputed: dict[str, list[Indicator]] = {}
        for one in indicators.values():
            if one.change and self._is_recomputed(one.change):
                self.recomputed.setdefault(one.change.of, []).append(one)

    @cached_property
    def indicator_ids(self) -> Mapping[str, str]:
        """The ids of indicators by every name they have, folded: id, names and short names."""
        return {
            folded(name): id
            for id, one in self.indicators.items()
            for name in (one.name.zh, one.name.en, one.short.zh, one.short.en, id)
        }

    @cached_property
    def scope_ids(self) -> Mapping[str, str]:
        """The ids of scopes by the names they have beside, folded."""
        return {folded(name): id for id, scope in self.scopes.items() for name in scope.names}

    def _is_recomputed(self, change: Change) -> bool:
        """Whether two figures of what changes give the change: not of an amount at constant prices, which is
        what is meant where no prices are stated.
        """
        of = self.indicators.get(change.of)
        priced = of is not None and of.kind.is_money
        return of is not None and not change.lacks_base and (not priced or change.prices is Prices.CURRENT)

    def takes_in(self, scope: str, other: str) -> bool:
        """Whether ``scope`` is wider than ``other``, itself or through scopes between them."""
        known, ahead = set[str](), [scope]
        while ahead:
            one = self.scopes.get(ahead.pop())
            narrower = set(one.wider_than if one else ()) - known
            known |= narrower
            ahead.extend(narrower)
        return other in known


@shown_briefly
class PolicyDocument(NamedTuple):
    """A document that sets targets. ``named`` tells how many entities of each kind it names,
    ``published`` for how many of them targets were published.

    ``seen`` is what was read of it. ``default``: it is judged by where nobody says by which documents.
    """

    id: str
    title: Text
    named: Mapping[EntityKind, int] = {}
    published: int | None = None
    note: Text | None = None
    number: str | None = None
    issuer: Text | None = None
    date: datetime.date | None = None
    addresses: tuple[str, ...] = ()
    seen: SeenAs | None = None
    default: bool = False

    @property
    def cited(self) -> Text:
        """The title, and what was read in place of the office's own text."""
        return Text.joined((self.title, self.seen.cited), en="") if self.seen else self.title

    @property
    def all_named(self) -> int:
        """How many entities it names."""
        return sum(self.named.values())

    @property
    def without(self) -> int:
        """For how many of them no targets were published; 0 where that is not known."""
        return 0 if self.published is None else self.all_named - self.published


Documents = Mapping[str, PolicyDocument]
"""Documents by id."""


def are_told(documents: Documents) -> bool:
    """Whether outputs name the documents that they are by: others were chosen than the default."""
    return any(not one.default for one in documents.values())


def titles_of(documents: Documents) -> Text:
    """Return the titles of documents in one phrase."""
    return Text.joined((one.title for one in documents.values()), "、", ", ")


def cited_in(id: str, documents: Documents) -> Text:
    """Return the document of this id as a citation names it: by its title, else by the id.

    What was read of it is said where documents are told of.
    """
    document = documents.get(id)
    if document is None:
        return Text.same(id)
    return document.cited if are_told(documents) else document.title


@shown_briefly
class TableCell(NamedTuple):
    """A cell of a table: the table, its row and column, what stands in the cell, and the head over it."""

    table: str
    row: str
    column: str
    cell: str
    head: str | None = None


@shown_briefly
class Citation(NamedTuple):
    """Where a target's words stand: the document, the paragraph counted from 1 or the cell of a table, and
    the words.

    The wording of a cell is what stands in it. ``neutral`` are the words that change nothing about the
    number, as the writer says.
    """

    document: str
    paragraph: int | None
    wording: str
    neutral: tuple[str, ...] = ()
    cell: TableCell | None = None

    @property
    def read(self) -> str:
        """The words in which a comparator may stand: those of a cell with those of its head."""
        head = self.cell.head if self.cell else None
        return f"{head} {self.wording}" if head else self.wording

    @property
    def standing(self) -> Text:
        """Where in the document the words stand."""
        paragraph = _PARAGRAPH.format(paragraph=self.paragraph) if self.paragraph else None
        if self.cell is None:
            return paragraph or Text("", "")
        cell = (_CELL_WITH_HEAD if self.cell.head else _CELL).format(**self.cell._asdict())
        return Text.joined((paragraph, cell), "", ", ") if paragraph else cell

    def told(self, title: Text | str) -> Text:
        """Return where the words stand, with the title of the document."""
        if self.paragraph is None and self.cell is None:
            return title if isinstance(title, Text) else Text.same(title)
        return _TOLD.format(document=title, standing=self.standing)


_PARAGRAPH = Text("第{paragraph}段", "paragraph {paragraph}")
_CELL = Text("{table}“{row}”行“{column}”列", "{table}, row “{row}”, column “{column}”")
_CELL_WITH_HEAD = Text(
    "{table}“{row}”行“{column}”列（表头“{head}”）", "{table}, row “{row}”, column “{column}” (head “{head}”)"
)
_TOLD = Text("{document}{standing}", "{document}, {standing}")


@shown_briefly
class OtherReading(NamedTuple):
    """A second defensible reading of a target's wording; the verdict never follows it."""

    comparator: Comparator
    value: Fraction


@shown_briefly
class Base(NamedTuple):
    """The value that a target starts from, as its document states it.

    ``interval`` is what the decimals written assert, in ``unit``.
    """

    period: Period
    value: Fraction
    unit: str
    interval: Interval
    source: Citation | None = None


@shown_briefly
class Tolerance(NamedTuple):
    """How far a value may lie off the number that a target comes to about: in the target's unit, or, where it
    ``is_relative``, in percent of that number.
    """

    below: Fraction
    above: Fraction
    is_relative: bool
    source: Citation | None = None


@shown_briefly
class Target(NamedTuple):
    """An entity's commitment on one indicator by the end of a year.

    ``value`` and ``stretch`` are in ``unit``; a milestone has neither and may have ``parts``,
    all of which must be achieved. ``since`` is the base date of an added count. ``aspiration``: it has only
    the softer tier. ``per_year``: each year up to ``due`` is a due year.
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
    parts: Mapping[str, Text] = {}
    other_reading: OtherReading | None = None
    superseded_by: str | None = None
    note: Text | None = None
    aspiration: bool = False
    tolerance: Tolerance | None = None
    base: Base | None = None
    per_year: bool = False
    nature: TargetNature | None = None

    @property
    def weighs(self) -> bool:
        """Whether its outcome counts, and bears on a verdict."""
        return not (self.aspiration or self.comparator.is_open)

    @property
    def has_tier(self) -> bool:
        """Whether its stretch is a tier of its own (力争) and not the upper end of a range."""
        return "力争" in self.source.wording or self.comparator.proved_by_growth is False

    @property
    def counting(self) -> Counting | None:
        """The counting that it asks for: of what is added each year that of the year."""
        yearly = self.per_year and self.indicator.is_added
        return Counting.THIS_YEAR if yearly else self.indicator.counting

    @property
    def needed_since_base(self) -> Fraction | None:
        """By how much, in its unit, what is required differs from the base; ``None`` without a base."""
        if self.base is None or self.value is None or self.unit is None:
            return None
        return self.value - self.base.value * self.indicator.units.ratio(self.base.unit, self.unit)

    @property
    def growth_needed(self) -> Fraction | None:
        """What differs as a part of the base; ``None`` where a quotient of two levels says nothing."""
        needed, base = self.needed_since_base, self.base
        if needed is None or base is None or base.value <= 0 or self.indicator.kind.growth_term is None:
            return None
        return needed / (base.value * self.indicator.units.ratio(base.unit, self.unit or ""))

    def due_in(self, year: int) -> "Target":
        """Return the target as it is due in a report of a year: one of each year is due in that year, and
        counts from its first day.
        """
        if not self.per_year:
            return self
        due = min(year, self.due)
        return self._replace(due=due, since=datetime.date(due, 1, 1))

    def adjusted(self, value: Fraction) -> "Target":
        """Return the target with another number required; a second reading is one of the published words."""
        stretch = self.stretch
        if stretch is not None and not self.comparator.shortfall(value, stretch):
            stretch = None
        return self._replace(value=value, stretch=stretch, other_reading=None)

    @property
    def reread(self) -> "Target | None":
        """The target by the second reading of its wording."""
        other = self.other_reading
        if other is None:
            return None
        return self._replace(comparator=other.comparator, value=other.value, other_reading=None)

    def attainment(self, value: Fraction) -> Fraction | None:
        """Return how much of what is required a value attains; ``None`` where a quotient says nothing."""
        required = self.value
        if required is None or not self.indicator.kind.has_quotient(value, required):
            return None
        return self.comparator.attainment(value, required)

    def attained(self, interval: Interval) -> Interval | None:
        """Return what all values of ``interval`` attain; ``None`` where quotients say nothing."""
        required = self.value
        if required is None or not self.indicator.kind.has_quotient(interval.low, required):
            return None
        return self.comparator.attained(interval, required)

    @property
    def id(self) -> str:
        """The target's id among all targets."""
        return f"{self.entity}.{self.key}"


@shown_briefly
class Entity(NamedTuple):
    """A place and its targets in the order of its file. ``tasks`` are recorded, never judged."""

    id: str
    kind: EntityKind
    name: Text
    targets: tuple[Target, ...]
    aliases: tuple[str, ...] = ()
    within: str | None = None
    tasks: tuple[Text, ...] = ()

    def of_catalogue(self, catalogue: Catalogue) -> "Entity":
        """Return the place with the indicators of this catalogue in place of their copies."""
        known = catalogue.indicators
        targets = (one._replace(indicator=known.get(one.indicator.id, one.indicator)) for one in self.targets)
        return self._replace(targets=tuple(targets))

    @property
    def in_force(self) -> tuple[Target, ...]:
        """The targets that no later document replaces."""
        return tuple([target for target in self.targets if target.superseded_by is None])

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that set its targets in force, by their ids."""
        return tuple(dict.fromkeys(target.source.document for target in self.in_force))

    def judged(self, documents: Container[str]) -> tuple[Target, ...]:
        """Return the targets in force that some documents set, by their ids."""
        return tuple([target for target in self.in_force if target.source.document in documents])


def scored_indicators(
    entities: Iterable[Entity], catalogue: Catalogue, documents: Container[str]
) -> Mapping[str, Indicator]:
    """Return the indicators with a numeric target in force that weighs and that some documents set, in the
    order of the catalogue.
    """
    judged = (target for entity in entities for target in entity.judged(documents))
    targets = (target for target in judged if target.weighs)
    ids = {target.indicator.id for target in targets if not target.comparator.is_attested}
    return {id: indicator for id, indicator in catalogue.indicators.items() if id in ids}
