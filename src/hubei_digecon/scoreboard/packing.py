"""The figures of reports, packed: large tables have millions, of which only those of one place are looked at
together.
"""

import pickle
import zlib
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

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
    stated = pickle.dumps([tuple(one.stated) for one in found], pickle.HIGHEST_PROTOCOL)
    pack = zlib.compress(stated, _QUICKLY)
    return (one._replace(stated=PackedFigures(pack, number)) for number, one in enumerate(found))


@lru_cache(_KEPT)
def _unpacked(pack: bytes) -> Any:
    return pickle.loads(zlib.decompress(pack))
