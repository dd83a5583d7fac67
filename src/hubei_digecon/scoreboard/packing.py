"""The figures of reports, packed: large tables have millions, of which only those of one place are looked at
together.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from ..quantity.hedges import Bound
from ..quantity.kinds import Units
from ..quantity.parsing import Quantity
from .choice import FoundReport, StatedFigure

_QUICKLY = 1
_KEPT = 8
"""How many packs are kept open: the reports of a place stand in few parts of a table."""


class PackedFigures(Iterable[StatedFigure]):
    """The figures of one of the reports whose figures are packed together."""

    __slots__ = ("number", "pack")

    def __init__(self, pack: bytes, number: int) -> None:
        self.pack, self.number = pack, number

    def __iter__(self) -> Iterator[StatedFigure]:
        return iter(_unpacked(self.pack)[self.number])


def packed(found: Sequence[FoundReport]) -> Iterator[FoundReport]:
    """Return the reports of one input with the figures of all of them packed together."""
    stated = pickle.dumps([list(map(_in_integers, one.stated)) for one in found], pickle.HIGHEST_PROTOCOL)
    pack = zlib.compress(stated, _QUICKLY)
    return (one._replace(stated=PackedFigures(pack, number)) for number, one in enumerate(found))


@lru_cache(_KEPT)
def _unpacked(pack: bytes) -> list[list[StatedFigure]]:
    return [[_figure(*one) for one in stated] for stated in pickle.loads(zlib.decompress(pack))]


def _in_integers(one: StatedFigure) -> tuple[Any, ...]:
    """Return a figure without fractions, which pickle at a tenth of the speed of integers."""
    quantity = one.quantity
    number, half = quantity.number.as_integer_ratio(), quantity.half.as_integer_ratio()
    beside = quantity.text, quantity.unit, quantity.units, quantity.bound
    return number, half, beside, one.indicator, one.period, one.scope, one.counting


def _figure(
    number: tuple[int, int],
    half: tuple[int, int],
    beside: tuple[str, str, Units, Bound | None],
    indicator: str,
    *others: Any,
) -> StatedFigure:
    text, unit, units, bound = beside
    quantity = Quantity(text, Fraction(*number), unit, units, _half(half), bound)
    return StatedFigure(indicator, quantity, *others)


@cache
def _half(ratio: tuple[int, int]) -> Fraction:
    """Return half a step of a decimal, of which there are few."""
    return Fraction(*ratio)
