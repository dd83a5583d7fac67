"""A written value: text → exact number, unit, hedge, and the interval that it asserts.

Decimals written are decimals meant: ``13.0%`` asserts [12.95, 13.05], ``13%`` asserts
[12.5, 13.5]. Counts are exact. A hedge asserts a half-line whose bound is exact.
"""

import re
from collections.abc import Collection
from fractions import Fraction
from functools import cache, partial
from typing import NamedTuple

from .diagnostics import DiagnosticKind
from .exact import Interval, magnitude, plain
from .text import Text
from .units import DIFFERENCE, HEDGES, UNITS, Bound, HedgeWord, IndicatorKind, ratio, units_of
from .value_remarks import (
    DIFFERENCE_AS_LEVEL,
    FRACTIONAL_COUNT,
    FULL_WIDTH_DIGITS,
    HEDGED_VALUE,
    MISSING_UNIT,
    NEGATIVE_COUNT,
    NOT_A_NUMBER,
    SEVERAL_HEDGES,
    SHORT_UNIT,
    TWO_UNITS,
    UNIT_ALIKE,
    UNIT_MISMATCH,
    UNKNOWN_UNIT,
)

MAX_DIGITS = 30

NO_BOUND = Text("没有确定的界限", "asserting nothing certain")
"""What a hedge such as 约 or 左右 is read for."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－　", "0123456789.,%+- ")
"""Characters that are read as ordinary ones, with a warning."""

NUMBER = re.compile(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
"""A number alone: all of it that can be written with ordinary characters."""

_NOT_IN_UNIT = re.compile(r"[0-9０-９,.:;_+\-—–~～/\s]")
_BEGIN_HEDGES = frozenset(hedge.word[0] for hedge in HEDGES if hedge.before)
_END_HEDGES = frozenset(hedge.word[-1] for hedge in HEDGES if not hedge.before)
INSIDE = {hedge.word: hedge for hedge in HEDGES if hedge.word in ("多", "余")}
"""The hedges that may also stand between a number and its unit."""


class UnreadableError(Exception):
    """A text that our grammar of values refuses; carries the kind of fault and its details."""

    def __init__(self, kind: DiagnosticKind, /, **values: object) -> None:
        super().__init__(kind.id)
        self.kind = kind
        self.values = values


class Quantity(NamedTuple):
    """One written value.

    ``text`` is the value as it was written; ``number`` is exact and in ``unit``, the full form
    of the unit written; ``half`` is half a step of its last decimal (0 for counts);
    ``bound`` tells what a hedge asserts, ``None`` where the value is not hedged.
    """

    text: str
    number: Fraction
    unit: str
    half: Fraction
    bound: Bound | None = None

    @property
    def kind(self) -> IndicatorKind:
        """The kind of the unit."""
        return UNITS[self.unit].kind

    def number_in(self, unit: str) -> Fraction:
        """Return the number in another unit of the same kind, exactly."""
        return self.number if unit == self.unit else self.number * ratio(self.unit, unit)

    def interval_in(self, unit: str) -> Interval:
        """Return what the written value asserts, in another unit of the same kind."""
        asserted = self._asserted()
        return asserted if unit == self.unit else asserted.scaled(ratio(self.unit, unit))

    def _asserted(self) -> Interval:
        if self.bound is None:
            return Interval.around(self.number, self.half) if self.half else Interval.point(self.number)
        step = 1 if self.kind is IndicatorKind.COUNT else 0  # a count being whole, >169 is ≥170
        match self.bound:
            case Bound.AT_LEAST:
                return Interval(self.number, None)
            case Bound.MORE_THAN:
                return Interval(self.number + step, None, low_open=not step)
            case Bound.AT_MOST:
                return Interval(None, self.number)
            case Bound.LESS_THAN:
                return Interval(None, self.number - step, high_open=not step)
            case Bound.NOTHING:
                return Interval(None, None)

    def written_in(self, unit: str) -> str:
        """Write the number in another unit of the same kind, with as many decimals as it asserts."""
        number = plain(self.number_in(unit))
        step = self.half * 2 * ratio(self.unit, unit)
        if not 0 < step < 1:
            return number
        whole, _, fraction = number.partition(".")
        return f"{whole}.{fraction:0<{-magnitude(step)}}"

    @property
    def shown(self) -> Text:
        """The value as a sentence can hold it: hedge in words, number as exact as written, unit."""
        value = f"{self.written_in(self.unit)}{self.unit}"
        return _with_value(self.bound.term, value) if self.bound else Text.same(value)


class Reading(NamedTuple):
    """A quantity and what has to be said of how it was written: kinds with their details."""

    quantity: Quantity
    remarks: tuple[tuple[DiagnosticKind, dict[str, object]], ...] = ()


def read_quantity(
    text: str,
    kind: IndicatorKind,
    unit: str | None = None,
    usual_unit: str | None = None,
    alike: Collection[str] = (),
) -> Reading:
    """Read a value such as ``3360 亿元``, ``31.2%``, ``超169家`` or, with ``unit`` apart, ``1048.3``.

    Args:
        text: the value as written, possibly with a hedge and a unit.
        kind: what the indicator is; the unit must be of this kind.
        unit: the unit where it stands under a key of its own.
        usual_unit: the indicator's canonical unit, for suggestions.
        alike: units that are words for the same thing.

    Raises:
        UnreadableError: where the text is no number of ours, or the unit is missing, unknown,
            of another kind or stated twice differently.
    """
    if (quantity := ordinary_quantity(text, kind, unit)) is not None:
        return Reading(quantity)
    return read_by_parts(text, kind, unit, usual_unit, alike)


def read_by_parts(
    text: str,
    kind: IndicatorKind,
    unit: str | None = None,
    usual_unit: str | None = None,
    alike: Collection[str] = (),
) -> Reading:
    """Read a value as :func:`read_quantity` does, whatever there may be to say of it."""
    return _Reader(text, kind, unit, usual_unit or units_of(kind)[-1], alike).read()


def ordinary_quantity(text: str, kind: IndicatorKind, apart: str | None = None) -> Quantity | None:
    """Return the quantity in a text of digits and one unit in full, which may stand ``apart``; ``None``
    where :func:`read_quantity` may have something to say. Most values need not be taken apart.
    """
    match = NUMBER.match(text)
    if match is None:
        return None
    digits, beside = match.group(), text[match.end() :].strip(" ")
    symbol = beside or apart or ""
    unit = UNITS.get(symbol)
    if unit is None or unit.kind is not kind or unit.stands_for or (beside and apart):
        return None
    whole, point, decimals = digits.partition(".")
    if len(digits) > MAX_DIGITS or not whole.isdigit():
        return None
    if kind is IndicatorKind.COUNT:
        return None if point else Quantity(text, Fraction(int(whole)), symbol, _EXACT)
    number = Fraction(int(whole + decimals), 10 ** len(decimals)) if point else Fraction(int(whole))
    return Quantity(text, number, symbol, _half_step(len(decimals)))


def read_number(text: str) -> Fraction:
    """Read a bare number, exactly.

    Raises:
        UnreadableError: where the text is anything else.
    """
    if not NUMBER.fullmatch(text) or sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise _no_number(text)
    return _exact(text)


def _no_number(text: str) -> UnreadableError:
    return UnreadableError(NOT_A_NUMBER, text=text, clue=partial(_clue, text))


def _clue(text: str) -> Text:
    """Return what a text that cannot be read probably is; looked for only where it is said."""
    from .value_clues import clue

    return clue(text)


def _exact(digits: str) -> Fraction:
    """Return the number that the digits of our grammar write."""
    whole, point, decimals = digits.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if point else Fraction(int(whole))


_EXACT = Fraction(0)
"""Half a step of what is counted."""


@cache
def _half_step(decimals: int) -> Fraction:
    """Return half a step of the last of so many decimals."""
    return Fraction(1, 2 * 10**decimals)


def _taken(hedges: list[HedgeWord], text: str, before: bool) -> str:
    """Take the hedges off the beginning or the end of a text, and note them: two at the most, which are
    one too many.
    """
    while len(hedges) < 2 and (hedge := _hedge_at(text, before)):
        hedges.append(hedge)
        rest = text.removeprefix(hedge.word) if before else text.removesuffix(hedge.word)
        text = rest.strip(" ")
    return text


def _hedge_at(text: str, before: bool) -> HedgeWord | None:
    """Return the hedge that a text begins or ends with."""
    stands = text.startswith if before else text.endswith
    return next((hedge for hedge in HEDGES if hedge.before is before and stands(hedge.word)), None)


class _Reader:
    """Takes one written value apart: hedge, number, hedge, unit, hedge."""

    def __init__(
        self, text: str, kind: IndicatorKind, unit: str | None, usual_unit: str, alike: Collection[str]
    ) -> None:
        self.text, self.kind, self.unit, self.usual_unit = text, kind, unit, usual_unit
        self.alike = alike
        self.remarks: list[tuple[DiagnosticKind, dict[str, object]]] = []

    def read(self) -> Reading:
        hedges, digits, unit = self._parts(self._half_width())
        number = self._number(digits)
        symbol = self._unit(digits, unit, number)
        self._check_count(number)
        bound = hedges[0].bound if hedges else None
        if bound:
            reading = NO_BOUND if bound is Bound.NOTHING else _with_value(bound.term, digits + symbol)
            self._remark(HEDGED_VALUE, text=self.text, reading=reading)
        return Reading(Quantity(self.text, number, symbol, self._half(digits), bound), tuple(self.remarks))

    def _half_width(self) -> str:
        text = self.text.translate(FULL_WIDTH)
        if text != self.text:
            self._remark(FULL_WIDTH_DIGITS, text=self.text, read_as=text.strip(" "))
        return text.strip(" \t")

    def _parts(self, text: str) -> tuple[list[HedgeWord], str, str]:
        """Split the text into its hedges, its digits and its unit."""
        hedges: list[HedgeWord] = []
        if text[:1] in _BEGIN_HEDGES:
            text = _taken(hedges, text, before=True)
        if text[-1:] in _END_HEDGES:
            text = _taken(hedges, text, before=False)
        if len(hedges) > 1:
            raise UnreadableError(SEVERAL_HEDGES, text=self.text)
        match = NUMBER.match(text)
        if match is None:
            raise _no_number(self.text)
        digits, unit = match.group(), text[match.end() :].strip(" ")
        if unit[:1] in INSIDE:
            hedges.append(INSIDE[unit[0]])
            unit = unit[1:].strip(" ")
        if len(hedges) > 1:
            raise UnreadableError(SEVERAL_HEDGES, text=self.text)
        return hedges, digits, unit

    def _number(self, digits: str) -> Fraction:
        if sum(map(str.isdigit, digits)) > MAX_DIGITS:
            raise _no_number(self.text)
        return _exact(digits)

    def _unit(self, digits: str, beside: str, number: Fraction) -> str:
        """Return the full form of the unit, stated beside the value or under its own key."""
        if _NOT_IN_UNIT.search(beside):
            raise _no_number(self.text)
        apart = self._apart()
        if beside and apart and _in_full(beside) != _in_full(apart):
            if beside not in self.alike or apart not in self.alike:
                raise UnreadableError(TWO_UNITS, unit=beside, other=apart)
            self._remark(UNIT_ALIKE, unit=beside, other=apart)
        symbol = beside or apart
        if not symbol:
            raise UnreadableError(MISSING_UNIT, text=self.text, suggestion=self._suggestion(digits, number))
        return self._known(symbol)

    def _apart(self) -> str:
        """Return the unit under its own key, half-width."""
        if not self.unit:
            return ""
        apart = self.unit.translate(FULL_WIDTH).strip(" \t")
        if apart != self.unit.strip(" \t"):
            self._remark(FULL_WIDTH_DIGITS, text=self.unit, read_as=apart)
        return apart

    def _known(self, symbol: str) -> str:
        if symbol.endswith(DIFFERENCE) and self.kind is IndicatorKind.SHARE:
            raise UnreadableError(
                DIFFERENCE_AS_LEVEL, text=self.text if symbol in self.text else f"{self.text}{symbol}"
            )
        unit = UNITS.get(symbol)
        if unit is None:
            raise UnreadableError(
                UNKNOWN_UNIT, unit=symbol, units=self._units(), clue=partial(_clue, self.text + symbol)
            )
        if unit.kind is not self.kind:
            raise UnreadableError(UNIT_MISMATCH, unit=symbol, kind=self.kind.term, units=self._units())
        if unit.stands_for:
            self._remark(SHORT_UNIT, unit=symbol, stands_for=unit.stands_for)
        return unit.stands_for or symbol

    def _units(self) -> str:
        return " ".join(units_of(self.kind))

    def _suggestion(self, digits: str, number: Fraction) -> str:
        """Return what was probably meant; a share below 1 without a unit is probably a quotient."""
        if self.kind is IndicatorKind.SHARE and 0 < number < 1:
            return f"{plain(number * 100)}%"
        return f"{digits}{self.usual_unit}"

    def _check_count(self, number: Fraction) -> None:
        if self.kind is not IndicatorKind.COUNT:
            return
        if number.denominator != 1:
            raise UnreadableError(FRACTIONAL_COUNT, text=self.text)
        if number < 0:
            raise UnreadableError(NEGATIVE_COUNT, text=self.text)

    def _half(self, digits: str) -> Fraction:
        if self.kind is IndicatorKind.COUNT:
            return _EXACT
        return _half_step(len(digits.partition(".")[2]))

    def _remark(self, kind: DiagnosticKind, /, **values: object) -> None:
        self.remarks.append((kind, values))


def _in_full(symbol: str) -> str:
    """Return the full form of a unit, itself where it is none or not known."""
    unit = UNITS.get(symbol)
    return (unit.stands_for if unit else None) or symbol


def _with_value(term: Text, value: str) -> Text:
    return Text(f"{term.zh}{value}", f"{term.en} {value}")
