"""Compare two values of one type field by field, by a table of its fields."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from ..domain.differences import DifferenceSort, FoundDifference, Side, Subject
from ..quantity.kinds import INDICATOR_KINDS, Units
from ..quantity.numbers import plain
from ..text import Text

Ratio = Callable[[str, str], Fraction | None]
"""Returns how many of the second unit make one of the first; ``None`` where they do not go together."""

_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?", re.ASCII)

_LISTS = (list, tuple)
YES, NO = Text("是", "yes"), Text("否", "no")


class ComparedField(NamedTuple):
    """A field that is compared: the path of its attributes, what a difference in it is about and is called.

    ``terms`` are the words for its ids, ``said`` returns those for any other text. ``unit`` is the path of
    the unit that its number is in; ``None`` where it is no number.
    """

    path: str
    sort: DifferenceSort
    called: Text
    terms: Mapping[str, Text] = {}
    unit: str | None = None
    said: Callable[[str], Text] = Text.same

    @property
    def key(self) -> str:
        """The field of the whole that it is, or is a part of."""
        return self.path.partition(".")[0]

    def differences(self, a: Any, b: Any, subject: Subject, ratio: Ratio) -> Iterator[FoundDifference]:
        """Return in what two values differ here. Of lists and tables every element is told by itself."""
        one, other = value_at(a, self.path), value_at(b, self.path)
        if type(one) in _LISTS or type(other) in _LISTS:  # a period is a tuple too, and one value
            yield from self._elements(one or (), other or (), subject)
        elif isinstance(one, dict) and isinstance(other, dict):
            for key in sorted({*one, *other}):
                yield from self._told(one.get(key), other.get(key), subject, f"{self.path}.{key}")
        elif not self._are_alike(a, b, ratio):
            yield self._difference(self._side(a, one), self._side(b, other), subject)

    def _elements(
        self, one: Sequence[Any], other: Sequence[Any], subject: Subject
    ) -> Iterator[FoundDifference]:
        for element in dict.fromkeys((*one, *other)):
            if (element in one) != (element in other):
                side = self._side(None, element)
                yield self._difference(
                    side if element in one else None, side if element in other else None, subject
                )

    def _told(self, one: Any, other: Any, subject: Subject, path: str) -> Iterator[FoundDifference]:
        if one != other:
            made = self._difference(self._side(None, one), self._side(None, other), subject)
            yield made._replace(field=path)

    def _difference(self, a: Side | None, b: Side | None, subject: Subject) -> FoundDifference:
        return FoundDifference(self.sort, subject, self.path, self.called, a, b)

    def _are_alike(self, a: Any, b: Any, ratio: Ratio) -> bool:
        one, other = value_at(a, self.path), value_at(b, self.path)
        if one == other and self.unit is None:
            return True
        numbers = number_in(one), number_in(other)
        if self.unit is None or numbers[0] is None or numbers[1] is None:
            return bool(one == other)
        factor = ratio(value_at(a, self.unit) or "", value_at(b, self.unit) or "")
        return factor is not None and numbers[0] * factor == numbers[1]

    def _side(self, whole: Any, value: Any) -> Side | None:
        if value is None:
            return None
        unit = value_at(whole, self.unit) if self.unit and number_in(value) is not None else None
        return Side(data_of(value), self._words(value, unit), unit)

    def _words(self, value: Any, unit: str | None) -> Text:
        if isinstance(value, Text):
            return value
        if isinstance(value, bool):
            return YES if value else NO
        if unit is not None:
            return Text.same(f"{value}{unit}")
        own: Text | None = getattr(value, "term", None) or getattr(value, "words", None)
        return self.terms.get(str(value)) or own or self.said(data_of(value))


def value_at(whole: Any, path: str) -> Any:
    """Return what stands at a path of attributes; ``None`` where there is nothing on the way."""
    for part in path.split("."):
        whole = None if whole is None else getattr(whole, part)
    return whole


def data_of(value: Any) -> str:
    """Return a value as data: ids and exact numbers as they are; words in both languages."""
    if isinstance(value, Text):
        return value.zh if value.zh == value.en else f"{value.zh} / {value.en}"
    if isinstance(value, Fraction):
        return plain(value)
    value = getattr(value, "id", value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def number_in(value: Any) -> Fraction | None:
    """Return a number, or that which a text writes as results do; nothing else that Python reads is one."""
    if isinstance(value, Fraction | int) and not isinstance(value, bool):
        return Fraction(value)
    if not isinstance(value, str) or not _DECIMAL.fullmatch(value):
        return None
    try:
        return Fraction(value)
    except ValueError:  # it has more digits than Python reads
        return None


def differences_in(
    a: Any, b: Any, table: Iterable[ComparedField], subject: Subject, ratio: Ratio
) -> Iterator[FoundDifference]:
    """Return in what two values differ, field by field of a table."""
    for field in table:
        yield from field.differences(a, b, subject, ratio)


def ratio_in(units: Units | None) -> Ratio:
    """Return how units of an indicator are converted; of one that no catalogue has, by those of all kinds."""

    def ratio(one: str, other: str) -> Fraction | None:
        if one == other:
            return Fraction(1)
        known = (units,) if units is not None else tuple(kind.units for kind in INDICATOR_KINDS.values())
        return next((found for of in known if (found := _ratio(of, one, other)) is not None), None)

    return ratio


def _ratio(units: Units, one: str, other: str) -> Fraction | None:
    if one not in units or other not in units or units[one].family != units[other].family:
        return None
    return units.ratio(one, other)
