"""Sorts the items behind one count, and says which numbers are in question for it."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ..diagnostics import Diagnostic, remark
from ..exact import Interval, compared
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


class Tally(NamedTuple):
    """The items of one count. ``reported`` is what the written value asserts."""

    items: tuple[Sorted, ...]
    reported: Interval
    remarks: tuple[Diagnostic, ...]

    def having(self, standing: Standing) -> tuple[Sorted, ...]:
        """Return the items that stand so."""
        return tuple([one for one in self.items if one.standing is standing])

    @property
    def counted(self) -> Interval:
        """From the eligible items to those plus what lacks a field and what is reported but not listed."""
        eligible, most = len(self.having(Standing.ELIGIBLE)), self.reported.high
        if most is None:
            return Interval(Fraction(eligible), None)
        unlisted = max(int(most) - len(self.items), 0)  # a count is whole
        lacking = len(self.having(Standing.LACKING))
        return Interval(Fraction(eligible), Fraction(eligible + lacking + unlisted))

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
    alone = [eligibility.examine(position, item) for position, item in enumerate(items)]
    made = Tally(_settled(alone, figure), figure.interval, ())
    remarks = (*_codes(made, figure), *_of_items(made), *_similar(made, figure), *_mismatch(figure, made))
    return made._replace(remarks=remarks)


def _settled(alone: list[Sorted], figure: Figure) -> tuple[Sorted, ...]:
    """Return every item; of those that are the same thing one stands for all, whatever their order."""
    settled = list(alone)
    for same in _same_things(alone):
        stands = _standing_for(same, figure)
        for one in same:
            settled[one.position] = _duplicate(one, stands, figure)
        settled[stands.position] = stands
    return tuple(settled)


def _duplicate(one: Sorted, stands: Sorted, figure: Figure) -> Sorted:
    at = ("observations", figure.indicator.id, "items", one.position)
    told = remark(DUPLICATE_ITEM, at, name=one.item.name, first=stands.position + 1)
    return one._replace(standing=Standing.NOT_COUNTED, remark=told)


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
        at = ("observations", figure.indicator.id, "items", counts.position)
        told = remark(ITEM_CONTRADICTED, at, name=counts.item.name, other=against.position + 1)
        return counts._replace(standing=Standing.LACKING, remark=told)
    return counts or found.get(Standing.LACKING) or same[0]


def _same_things(items: Sequence[Sorted]) -> list[list[Sorted]]:
    """Return the groups of items that are joined by a name or a code, each in the order of the file."""
    groups: dict[str, list[Sorted]] = {}
    for one in items:
        group = [one]
        for key in _keys(one):
            known = groups.setdefault(key, group)
            if known is not group:
                group = _joined(known, group, groups)
    several = {id(group): group for group in groups.values() if len(group) > 1}
    return [sorted(group, key=lambda one: one.position) for group in several.values()]


def _keys(one: Sorted) -> tuple[str, ...]:
    name, code = f"name {one.name}", one.item.code
    return (name, f"code {folded(code)}") if code else (name,)


def _joined(one: list[Sorted], other: list[Sorted], groups: dict[str, list[Sorted]]) -> list[Sorted]:
    """Make two groups one, wherever they are referred to."""
    fewer, more = sorted((one, other), key=len)
    for key in (key for member in fewer for key in _keys(member)):
        if groups.get(key) is fewer:
            groups[key] = more
    more.extend(fewer)
    return more


def _codes(made: Tally, figure: Figure) -> Iterator[Diagnostic]:
    for one in made.items:
        code = one.item.code
        if code and not is_valid(folded(code).upper()):
            at = ("observations", figure.indicator.id, "items", one.position, "code")
            yield remark(BAD_CREDIT_CODE, at, code=code)


def _of_items(made: Tally) -> Iterator[Diagnostic]:
    yield from (one.remark for one in made.items if one.remark)


def _similar(made: Tally, figure: Figure) -> Iterator[Diagnostic]:
    """Remark on names that are spelling variants of each other, among items that are not the same thing."""
    named: dict[str, Sorted] = {}
    for one in made.items:
        if one.remark and one.remark.kind is DUPLICATE_ITEM:
            continue
        first = named.setdefault(alike(one.name), one)
        if first is not one:
            at = ("observations", figure.indicator.id, "items", one.position)
            values = {"first": first.position + 1, "other": first.item.name}
            yield remark(SIMILAR_ITEM, at, name=one.item.name, **values)


def _mismatch(figure: Figure, made: Tally) -> Iterator[Diagnostic]:
    """Remark where the list does not come to the value, hedged or not."""
    listed = Fraction(len(made.items))
    if not Interval.point(listed).meets(made.reported):
        yield remark(
            ITEM_COUNT_MISMATCH,
            ("observations", figure.indicator.id, "value"),
            value=figure.shown,
            listed=len(made.items),
            eligible=len(made.having(Standing.ELIGIBLE)),
        )
