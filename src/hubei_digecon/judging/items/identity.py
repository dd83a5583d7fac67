"""Tell which records of a list are of one thing, and which things may be the same."""

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache
from itertools import chain

from ...domain.names import looks
from .credit_codes import code_written
from .eligibility import ExaminedItem

Thing = list[ExaminedItem]
"""The records of one thing."""

Likenesses = Callable[[Thing], Sequence[Hashable]]
"""Returns what things that may be one have in common."""


def things_of(records: Sequence[ExaminedItem]) -> list[Thing]:
    """Return the listed things: the records with one valid code, or without a code with one name.

    A record without a code belongs to the thing with its name; if several have the name, to any of them.
    """
    names, known = [one.name for one in records], [one.code for one in records if one.code]
    if len(set(names)) == len(names) and len(set(known)) == len(known):
        return [[one] for one in records]
    things: dict[str, Thing] = {}
    codes: dict[str, str] = {}
    uncoded = []
    for one in records:
        if one.code is None:
            uncoded.append(one)
        else:
            things.setdefault(one.code, []).append(one)
            codes[one.name] = min(one.code, codes.get(one.name, one.code))
    for one in uncoded:
        things.setdefault(codes.get(one.name) or f" {one.name}", []).append(one)
    return list(things.values())


def perhaps_one(things: Sequence[Thing], likenesses: Likenesses) -> list[list[Thing]]:
    """Return the groups of things that share a likeness."""
    all_likenesses = [likenesses(thing) for thing in things]
    listed = list(chain.from_iterable(all_likenesses))
    if len(set(listed)) == len(listed):
        return []
    group_of: dict[int, list[Thing]] = {}
    first: dict[Hashable, Thing] = {}
    for thing, alike in zip(things, all_likenesses, strict=True):
        group_of[id(thing)] = [thing]
        for likeness in alike:
            _join(group_of, first.setdefault(likeness, thing), thing)
    return list({id(group): group for group in group_of.values() if len(group) > 1}.values())


def look_alike(thing: Thing) -> Sequence[Hashable]:
    """Return how the names of a thing look in small letters, in capitals, and as written."""
    if len(thing) == 1:
        return _forms(thing[0].item.name, thing[0].name)
    return [form for one in thing for form in _forms(one.item.name, one.name)]


@lru_cache(1024)
def _forms(name: str, fold: str) -> tuple[Hashable, ...]:
    forms = looks(name, fold)
    return tuple(enumerate(forms * 3 if len(forms) == 1 else forms))


def as_companies(thing: Thing) -> Sequence[Hashable]:
    """Return the names of a thing with the two forms of a limited company unified."""
    return [one.name.replace("有限责任公司", "有限公司") for one in thing]


def by_mistyped_codes(thing: Thing) -> Sequence[Hashable]:
    """Return the codes of a thing that have the right form and a wrong check character.

    They identify nothing, but one of them rarely stands behind two things.
    """
    codes = [code_written(one.item.code) for one in thing if one.item.code and not one.code]
    return [code for code in codes if code]


def _join(group_of: dict[int, list[Thing]], one: Thing, other: Thing) -> None:
    """Merge the groups of two things."""
    kept, joined = group_of[id(one)], group_of[id(other)]
    if kept is not joined:
        kept.extend(joined)
        for thing in joined:
            group_of[id(thing)] = kept
