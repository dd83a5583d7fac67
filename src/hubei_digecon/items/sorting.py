"""Sorts the items behind one count, and says which numbers are in question for it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..diagnostics import Diagnostic, remark
from ..exact import Interval
from ..figures import Figure
from ..model.reports import Item
from ..model.reviews import RejectedItem
from .codes import is_valid
from .eligibility import Eligibility, Sorted, Standing
from .names import alike, folded
from .remarks import (
    BAD_CREDIT_CODE,
    DUPLICATE_ITEM,
    ITEM_CONTRADICTED,
    ITEM_COUNT_MISMATCH,
    ITEM_REJECTED,
    SIMILAR_ITEM,
)


@dataclass(frozen=True, slots=True)
class Tally:
    """The items of one count. ``reported`` is what the written value asserts."""

    items: tuple[Sorted, ...]
    reported: Interval
    remarks: tuple[Diagnostic, ...]

    def having(self, standing: Standing) -> tuple[Sorted, ...]:
        """Return the items that stand so."""
        return tuple(one for one in self.items if one.standing is standing)

    @property
    def counted(self) -> Interval:
        """From the eligible items to those plus what lacks a field and what is reported but not listed."""
        eligible = len(self.having(Standing.ELIGIBLE))
        lacking = len(self.having(Standing.LACKING))
        most = self.reported.high
        unlisted = None if most is None else max(most - len(self.items), Fraction(0))
        high = None if unlisted is None else eligible + lacking + unlisted
        return Interval(Fraction(eligible), high)

    @property
    def in_question(self) -> tuple[Interval, ...]:
        """The numbers in question; where more are eligible than were reported, the reported one too."""
        counted, most = self.counted, self.reported.high
        exceeds = most is not None and counted.low is not None and counted.low > most
        return (self.reported, counted) if exceeds else (counted,)


def tally(
    figure: Figure,
    items: Sequence[Item],
    rejected: Iterable[RejectedItem],
    since: datetime.date | None,
    end: datetime.date,
    dated: bool = False,
) -> Tally:
    """Sort ``items`` by what the catalogue asks of them.

    Args:
        figure: the count as reported.
        items: what is listed behind it, in the order of the file.
        rejected: the items that a review does not count, by name.
        since: the base date of an added count, if it is stated.
        end: the last day that counts: the end of the period, or of the due year if that is earlier.
        dated: whether every item must be dated: the period goes on after ``end``.
    """
    eligibility = Eligibility(figure.indicator, rejected, since, end, dated)
    alone = [eligibility.examine(index, item) for index, item in enumerate(items)]
    in_order = sorted(_settled(alone, figure), key=lambda one: one.index)
    made = Tally(tuple(in_order), figure.interval, ())
    remarks = (*_codes(items, figure), *_of_items(made), *_similar(made, figure), *_mismatch(figure, made))
    return Tally(made.items, figure.interval, remarks)


def _settled(alone: list[Sorted], figure: Figure) -> Iterator[Sorted]:
    """Return every item; of those that are the same thing one stands for all, whatever their order."""
    for group in _same_things([one.item for one in alone]):
        if len(group) == 1:
            yield alone[group[0]]
            continue
        same = [alone[index] for index in group]
        stands = _standing_for(same, figure)
        yield stands
        for one in same:
            if one.index != stands.index:
                at = ("observations", figure.indicator.id, "items", one.index)
                told = remark(DUPLICATE_ITEM, at, name=one.item.name, first=stands.index + 1)
                yield Sorted(one.index, one.item, Standing.NOT_COUNTED, told)


def _standing_for(same: list[Sorted], figure: Figure) -> Sorted:
    """Return the item that stands for all that are the same thing.

    One that is rejected is so under every name. Where one would count and another would not, they
    contradict each other, and it is not known whether the thing counts.
    """
    found: dict[Standing, Sorted] = {}
    for one in same:
        if one.remark and one.remark.kind is ITEM_REJECTED:
            return one
        found.setdefault(one.standing, one)
    against, counts = found.get(Standing.NOT_COUNTED), found.get(Standing.ELIGIBLE)
    if against and counts:
        at = ("observations", figure.indicator.id, "items", counts.index)
        told = remark(ITEM_CONTRADICTED, at, name=counts.item.name, other=against.index + 1)
        return Sorted(counts.index, counts.item, Standing.LACKING, told)
    return counts or found.get(Standing.LACKING) or same[0]


def _same_things(items: Sequence[Item]) -> list[list[int]]:
    """Return the positions of items, those together that are joined by a name or a code."""
    group_of: list[list[int]] = []
    by_key: dict[str, list[int]] = {}
    for index, item in enumerate(items):
        group = [index]
        for key in _keys(item):
            known = by_key.get(key)
            if known is not None and known is not group:
                group = _joined(known, group, group_of, by_key)
            by_key[key] = group
        group_of.append(group)
    return list({id(group): group for group in group_of}.values())


def _keys(item: Item) -> Iterator[str]:
    yield f"name {folded(item.name)}"
    if item.code:
        yield f"code {folded(item.code)}"


def _joined(
    known: list[int], group: list[int], group_of: list[list[int]], by_key: dict[str, list[int]]
) -> list[int]:
    """Make two groups one, wherever they are referred to."""
    known.extend(group)
    known.sort()
    for index in group:
        if index < len(group_of):
            group_of[index] = known
    for key, other in by_key.items():
        if other is group:
            by_key[key] = known
    return known


def _codes(items: Sequence[Item], figure: Figure) -> Iterator[Diagnostic]:
    for index, item in enumerate(items):
        if item.code and not is_valid(folded(item.code).upper()):
            at = ("observations", figure.indicator.id, "items", index, "code")
            yield remark(BAD_CREDIT_CODE, at, code=item.code)


def _of_items(made: Tally) -> Iterator[Diagnostic]:
    yield from (one.remark for one in made.items if one.remark)


def _similar(made: Tally, figure: Figure) -> Iterator[Diagnostic]:
    """Remark on names that are spelling variants of each other, among items that are not the same thing."""
    named: dict[str, list[Sorted]] = defaultdict(list)
    for one in made.items:
        if one.remark is None or one.remark.kind is not DUPLICATE_ITEM:
            named[alike(folded(one.item.name))].append(one)
    for first, *others in named.values():
        for one in others:
            at = ("observations", figure.indicator.id, "items", one.index)
            values = {"first": first.index + 1, "other": first.item.name}
            yield remark(SIMILAR_ITEM, at, name=one.item.name, **values)


def _mismatch(figure: Figure, made: Tally) -> Iterator[Diagnostic]:
    """Remark where the list does not come to the value, hedged or not."""
    listed, reported = Fraction(len(made.items)), made.reported
    if not Interval.point(listed).meets(reported):
        yield remark(
            ITEM_COUNT_MISMATCH,
            ("observations", figure.indicator.id, "value"),
            value=figure.quantity.shown,
            listed=len(made.items),
            eligible=len(made.having(Standing.ELIGIBLE)),
        )
