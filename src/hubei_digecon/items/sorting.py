"""Sorts the items behind one count, and says which numbers are in question for it."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..diagnostics import Diagnostic, DiagnosticKind, Path, remark
from ..exact import Interval, compared
from ..figures import Figure
from ..model.reports import Item
from ..model.reviews import RejectedItem
from .codes import is_spoiled
from .eligibility import OPEN, OUT, Days, Sorted, Standing, eligibility_of
from .remarks import (
    BAD_CREDIT_CODE,
    DUPLICATE_ITEM,
    ITEM_COUNT_MISMATCH,
    ITEM_HISTORY,
    ITEM_PERHAPS_REJECTED,
    ITEM_REJECTED,
    ITEM_UNNAMED,
    SIMILAR_ITEM,
    SPOILED_CODE,
)
from .things import Thing, as_companies, by_mistyped_codes, look_alike, perhaps_one, things_of

_ORDER = tuple(Standing)


class Tally(NamedTuple):
    """The items of one count. ``reported`` is what the written value asserts."""

    items: tuple[Sorted, ...]
    reported: Interval
    remarks: tuple[Diagnostic, ...]

    def having(self, standing: Standing) -> tuple[Sorted, ...]:
        """Return the items that stand so."""
        return tuple([one for one in self.items if one.standing is standing])

    def number(self, standing: Standing) -> int:
        """Return how many items stand so."""
        return [one.standing for one in self.items].count(standing)

    @property
    def listed(self) -> int:
        """How many items are listed: a record from another time is none beside the item that it is of."""
        return len(self.items) - self.number(Standing.HISTORY)

    @property
    def things(self) -> int:
        """How many of the items listed are things, and no row that is a sum."""
        return self.listed - sum(map(_is_sum, self.items))

    @property
    def counted(self) -> Interval:
        """From the eligible items to those plus what is in question and what is reported but not listed."""
        eligible, most = self.number(Standing.ELIGIBLE), self.reported.high
        if most is None:
            return Interval(Fraction(eligible), None)
        unlisted = max(int(most) - self.things, 0)  # a count is whole
        open_ = self.number(Standing.IN_QUESTION)
        return Interval(Fraction(eligible), Fraction(eligible + open_ + unlisted))

    @property
    def in_question(self) -> tuple[Interval, ...]:
        """The numbers in question; where more are eligible than were reported, the reported one too."""
        counted, most = self.counted, self.reported.high
        exceeds = most is not None and counted.low is not None and compared(counted.low, most) > 0
        return (self.reported, counted) if exceeds else (counted,)


def tally(
    figure: Figure,
    items: Sequence[Item],
    rejected: Iterable[RejectedItem],
    days: Days,
) -> Tally:
    """Sort ``items`` by what the catalogue asks of them.

    Args:
        figure: the count as reported.
        items: what is listed behind it, in the order of the file.
        rejected: the items that a review does not count, by name.
        days: the days that count.
    """
    path = ("observations", figure.indicator.id, "items")
    eligibility = eligibility_of(figure.indicator, tuple(rejected), days)
    alone = [eligibility.examine(position, item) for position, item in enumerate(items)]
    made = Tally(_sorted(alone, path), figure.interval, ())
    remarks = (*_codes(made, path), *_of_items(made), *_mismatch(figure, made))
    return Tally(made.items, made.reported, remarks) if remarks else made


def _sorted(alone: list[Sorted], path: Path) -> tuple[Sorted, ...]:
    """Return every item as it stands among the others, whatever their order."""
    things = [_settled(thing, path) for thing in things_of(alone)]
    found = {one.position: one for thing in things for one in thing}
    open_to_doubt = [thing for thing in things if not _is_rejected(thing[0])]
    for likenesses, kind, doubtful in _LIKENESSES:
        for group in perhaps_one(open_to_doubt, likenesses):
            stands = sorted((found[thing[0].position] for thing in group), key=lambda one: one.position)
            found.update((one.position, one) for one in _similar(stands, kind, doubtful, path))
    return tuple([found[position] for position in range(len(alone))])


def _settled(thing: Thing, path: Path) -> list[Sorted]:
    """Return the records of one thing: the first stands for it, the others are that thing once more.

    A thing counts where any of its records does, and a record from outside the days that count is its
    history. Where one of several records is rejected by its name, that may mean the record, being one too
    many, or the thing itself: whether it counts is in question.
    """
    if len(thing) == 1:
        return thing
    stands, *others = sorted(thing, key=_precedence)
    rejected = next(filter(_is_rejected, others), None)
    if rejected and stands.standing is Standing.ELIGIBLE:
        values = {"name": stands.item.name, "first": rejected.position + 1, "other": rejected.item.name}
        told = remark(ITEM_PERHAPS_REJECTED, (*path, stands.position), **values)
        stands = stands._replace(standing=Standing.IN_QUESTION, remark=told)
    return [stands, *(_once_more(one, stands, path) for one in others)]


def _precedence(one: Sorted) -> tuple[int, bool, bool, str, int]:
    """Return what is smallest for the record that stands for a thing; its place in the list is asked last."""
    said = one.remark.kind.id if one.remark else ""
    return _ORDER.index(one.standing), not _is_rejected(one), one.history, said, one.position


def _once_more(one: Sorted, stands: Sorted, path: Path) -> Sorted:
    once_more = DUPLICATE_ITEM, Standing.NOT_COUNTED
    kind, standing = (ITEM_HISTORY, Standing.HISTORY) if one.history else once_more
    told = remark(kind, (*path, one.position), name=one.item.name, first=stands.position + 1, so=OUT)
    if _is_rejected(one) and not _is_rejected(stands):
        return one._replace(standing=standing, similar=told)
    return one._replace(standing=standing, remark=told)


def _is_sum(one: Sorted) -> bool:
    return one.remark is not None and one.remark.kind is ITEM_UNNAMED and one.standing is Standing.NOT_COUNTED


def _is_rejected(one: Sorted) -> bool:
    return one.remark is not None and one.remark.kind is ITEM_REJECTED


_LIKENESSES = (
    (as_companies, SIMILAR_ITEM, False),
    (look_alike, SIMILAR_ITEM, True),
    (by_mistyped_codes, DUPLICATE_ITEM, True),
)
"""What things that may be one have in common, what is told of it, and whether they may then count as one."""


def _similar(stands: list[Sorted], kind: DiagnosticKind, doubtful: bool, path: Path) -> Iterator[Sorted]:
    """Return the items of a group that may be one thing, but for the one that counts in any case.

    Of those that are eligible the first does; whether the others do is in question where it is ``doubtful``
    that they are several.
    """
    first = next((one for one in stands if one.standing is Standing.ELIGIBLE), stands[0])
    for one in stands:
        if one is first:
            continue
        values = {"first": first.position + 1, "other": first.item.name, "so": OPEN}
        told = remark(kind, (*path, one.position), name=one.item.name, **values)
        if doubtful and one.standing is Standing.ELIGIBLE:
            yield one._replace(standing=Standing.IN_QUESTION, remark=told, similar=None)
        else:
            yield one._replace(similar=told)


def _codes(made: Tally, path: Path) -> Iterator[Diagnostic]:
    for one in made.items:
        code = one.item.code
        if code and not one.code:
            kind = SPOILED_CODE if is_spoiled(code) else BAD_CREDIT_CODE
            yield remark(kind, (*path, one.position, "code"), code=code, name=one.item.name)


def _of_items(made: Tally) -> list[Diagnostic]:
    return [said for one in made.items for said in (one.remark, one.similar) if said]


def _mismatch(figure: Figure, made: Tally) -> Iterator[Diagnostic]:
    """Remark where the list does not come to the value, hedged or not."""
    if not Interval.point(Fraction(made.things)).meets(made.reported):
        yield remark(
            ITEM_COUNT_MISMATCH,
            ("observations", figure.indicator.id, "value"),
            value=figure.shown,
            listed=made.things,
            eligible=made.number(Standing.ELIGIBLE),
        )
