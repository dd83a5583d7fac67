"""Sort the items behind one count, and tell which numbers are in question for it."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction

from ...diagnostics import Diagnostic, DiagnosticKind, Path, diagnose
from ...domain.reports import Item
from ...domain.reviews import RejectedItem
from ...domain.targets import Indicator
from ...quantity.numbers import Interval, compared
from ...records import NamedTuple
from ..facts import Fact
from .credit_codes import is_spoiled
from .diagnostics import (
    BAD_CREDIT_CODE,
    DUPLICATE_ITEM,
    ITEM_COUNT_MISMATCH,
    ITEM_HISTORY,
    ITEM_PERHAPS_REJECTED,
    ITEM_REJECTED,
    ITEM_UNNAMED,
    OPEN,
    OUT,
    SIMILAR_ITEM,
    SPOILED_CODE,
)
from .eligibility import CountedDays, ExaminedItem, ItemStanding, eligibility_of
from .identity import Thing, as_companies, by_mistyped_codes, look_alike, perhaps_one, things_of

_ORDER = tuple(ItemStanding)


class ItemTally(NamedTuple):
    """The examined items of one count. ``reported`` is what the written value asserts, in things."""

    items: tuple[ExaminedItem, ...]
    reported: Interval
    diagnostics: tuple[Diagnostic, ...]

    def having(self, standing: ItemStanding) -> tuple[ExaminedItem, ...]:
        """Return the items with a standing."""
        return tuple([one for one in self.items if one.standing is standing])

    def number(self, standing: ItemStanding) -> int:
        """Return how many items have a standing."""
        return [one.standing for one in self.items].count(standing)

    @property
    def listed(self) -> int:
        """How many items are listed, without records of another time."""
        return len(self.items) - self.number(ItemStanding.HISTORY)

    @property
    def things(self) -> int:
        """How many of the listed items are things, not rows with a sum."""
        return self.listed - sum(map(_is_sum, self.items))

    @property
    def counted(self) -> Interval:
        """From the eligible items to those plus what is in question and what is reported but not listed."""
        eligible, most = self.number(ItemStanding.ELIGIBLE), self.reported.high
        if most is None:
            return Interval(Fraction(eligible), None)
        unlisted = max(int(most) - self.things, 0)  # a count is whole
        open_ = self.number(ItemStanding.IN_QUESTION)
        return Interval(Fraction(eligible), Fraction(eligible + open_ + unlisted))

    @property
    def in_question(self) -> tuple[Interval, ...]:
        """The numbers in question; if more items are eligible than reported, the reported number too."""
        counted, most = self.counted, self.reported.high
        exceeds = most is not None and counted.low is not None and compared(counted.low, most) > 0
        return (self.reported, counted) if exceeds else (counted,)


def tally_items(
    fact: Fact,
    items: Sequence[Item],
    rejected: Iterable[RejectedItem],
    days: CountedDays,
) -> ItemTally:
    """Sort ``items`` by what the catalogue asks of them.

    Args:
        fact: the count as reported.
        items: what is listed behind it, in the order of the file.
        rejected: the items that a review does not count, by name.
        days: the days that count.
    """
    path = ("observations", fact.indicator.id, "items")
    stand = sort_items(fact.indicator, items, tuple(rejected), days)
    made = ItemTally(stand, fact.interval.scaled(fact.indicator.things), ())
    diagnostics = (*_codes(made, path), *_of_items(made), *_mismatch(fact, made))
    return ItemTally(made.items, made.reported, diagnostics) if diagnostics else made


def sort_items(
    indicator: Indicator, items: Sequence[Item], rejected: tuple[RejectedItem, ...], days: CountedDays
) -> tuple[ExaminedItem, ...]:
    """Return how every item stands among the others."""
    eligibility = eligibility_of(indicator, rejected, days)
    alone = [eligibility.examine(position, item) for position, item in enumerate(items)]
    return sort_examined(alone, ("observations", indicator.id, "items"))


def sort_examined(alone: Sequence[ExaminedItem], path: Path) -> tuple[ExaminedItem, ...]:
    """Return every item, examined alone, as it stands among the others, whatever their order in the file."""
    things = [_settled(thing, path) for thing in things_of(alone)]
    found = {one.position: one for thing in things for one in thing}
    open_to_doubt = [thing for thing in things if not _is_rejected(thing[0])]
    for likenesses, kind, doubtful in _LIKENESSES:
        for group in perhaps_one(open_to_doubt, likenesses):
            stands = sorted((found[thing[0].position] for thing in group), key=lambda one: one.position)
            found.update((one.position, one) for one in _similar(stands, kind, doubtful, path))
    has_codes = any(map(by_mistyped_codes, open_to_doubt))
    for group in perhaps_one(open_to_doubt, _doubtful) if has_codes else ():
        stands = sorted((found[thing[0].position] for thing in group), key=lambda one: one.position)
        still = [one for one in stands if one.standing is ItemStanding.ELIGIBLE]
        if len(still) > 1:  # one looks like another, which has the code of a third
            found.update((one.position, one) for one in _similar(still, DUPLICATE_ITEM, True, path))
    return tuple([found[position] for position in range(len(alone))])


def _settled(thing: Thing, path: Path) -> list[ExaminedItem]:
    """Return the records of one thing: the first represents it, the others repeat it.

    A thing counts if any of its records does. A record of other days than those that count is its history. If
    one of several records is rejected by its name, the rejection may mean that record or the thing itself, so
    whether the thing counts is in question.
    """
    if len(thing) == 1:
        return thing
    stands, *others = sorted(thing, key=_precedence)
    rejected = next(filter(_is_rejected, others), None)
    if rejected and stands.standing is ItemStanding.ELIGIBLE:
        values = {"name": stands.item.name, "first": rejected.position + 1, "other": rejected.item.name}
        told = diagnose(ITEM_PERHAPS_REJECTED, (*path, stands.position), **values)
        stands = stands._replace(standing=ItemStanding.IN_QUESTION, diagnostic=told)
    return [stands, *(_once_more(one, stands, path) for one in others)]


def _precedence(one: ExaminedItem) -> tuple[int, bool, bool, str, bool, int]:
    """Return the sort key that puts the record that represents a thing first; its position counts last, and
    only among records that are not counted for one reason.
    """
    said = one.diagnostic.kind.id if one.diagnostic else ""
    late = bool(one.diagnostic and one.diagnostic.values.get("late"))
    return _ORDER.index(one.standing), not _is_rejected(one), one.history, said, late, one.position


def _once_more(one: ExaminedItem, stands: ExaminedItem, path: Path) -> ExaminedItem:
    once_more = DUPLICATE_ITEM, ItemStanding.NOT_COUNTED
    kind, standing = (ITEM_HISTORY, ItemStanding.HISTORY) if one.history else once_more
    told = diagnose(kind, (*path, one.position), name=one.item.name, first=stands.position + 1, so=OUT)
    if _is_rejected(one) and not _is_rejected(stands):
        return one._replace(standing=standing, similar=told)
    return one._replace(standing=standing, diagnostic=told)


def _is_sum(one: ExaminedItem) -> bool:
    return (
        one.diagnostic is not None
        and one.diagnostic.kind is ITEM_UNNAMED
        and one.standing is ItemStanding.NOT_COUNTED
    )


def _is_rejected(one: ExaminedItem) -> bool:
    return one.diagnostic is not None and one.diagnostic.kind is ITEM_REJECTED


_LIKENESSES = (
    (as_companies, SIMILAR_ITEM, False),
    (look_alike, SIMILAR_ITEM, True),
    (by_mistyped_codes, DUPLICATE_ITEM, True),
)
"""What things that may be one have in common, what is told of it, and whether they may then count as one."""


def _doubtful(thing: Thing) -> list[Hashable]:
    """Return all that makes it doubtful that a thing is another than one which has it too."""
    return [*look_alike(thing), *by_mistyped_codes(thing)]


def _similar(
    stands: list[ExaminedItem], kind: DiagnosticKind, doubtful: bool, path: Path
) -> Iterator[ExaminedItem]:
    """Return the items of a group that may be one thing, except the one that counts in any case.

    The first eligible item counts. Whether the others count is in question if it is ``doubtful`` that they
    are separate things.
    """
    first = next((one for one in stands if one.standing is ItemStanding.ELIGIBLE), stands[0])
    for one in stands:
        if one is first:
            continue
        values = {"first": first.position + 1, "other": first.item.name, "so": OPEN}
        told = diagnose(kind, (*path, one.position), name=one.item.name, **values)
        if doubtful and one.standing is ItemStanding.ELIGIBLE:
            yield one._replace(standing=ItemStanding.IN_QUESTION, diagnostic=told, similar=None)
        else:
            yield one._replace(similar=told)


def _codes(made: ItemTally, path: Path) -> Iterator[Diagnostic]:
    for one in made.items:
        code = one.item.code
        if code and not one.code:
            kind = SPOILED_CODE if is_spoiled(code) else BAD_CREDIT_CODE
            yield diagnose(kind, (*path, one.position, "code"), code=code, name=one.item.name)


def _of_items(made: ItemTally) -> list[Diagnostic]:
    return [said for one in made.items for said in (one.diagnostic, one.similar) if said]


def _mismatch(fact: Fact, made: ItemTally) -> Iterator[Diagnostic]:
    """Return a diagnostic if the list does not match the value, hedged or not."""
    if not Interval.point(Fraction(made.things)).meets(made.reported):
        yield diagnose(
            ITEM_COUNT_MISMATCH,
            ("observations", fact.indicator.id, "value"),
            value=fact.shown,
            listed=made.things,
            eligible=made.number(ItemStanding.ELIGIBLE),
        )
