"""Read a written value into an exact number, its unit, its hedge, and the interval that it asserts.

The decimals written are the precision meant: ``13.0%`` asserts [12.95, 13.05], ``13%`` asserts [12.5, 13.5].
Counts are exact. A hedge asserts a half-line whose bound is exact.
"""

from collections.abc import Collection
from fractions import Fraction
from functools import partial

from ..brief import shown_briefly
from ..diagnostics import DiagnosticKind
from ..late import late_pattern
from ..records import NamedTuple
from ..text import Text
from .diagnostics import (
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
from .hedges import HEDGES, Bound, HedgeWord
from .kinds import IndicatorKind, Units, full_unit
from .numbers import Interval, magnitude, plain

MAX_DIGITS = 30

_TO_WRITE = Text("{how}。", "{how}; ")
_THIS = Text("这一", "this indicator")
_OF_KIND = Text("{kind}", "an indicator of kind {kind}")
NO_BOUND = Text("没有确定的界限", "asserting nothing certain")
"""What a hedge such as 约 or 左右 is read for."""

FULL_WIDTH = str.maketrans("０１２３４５６７８９．，％＋－　", "0123456789.,%+- ")
"""Characters that are read as ordinary ones, with a warning."""

NUMBER = late_pattern(r"[+-]?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?")
"""A number alone: all of it that can be written with ordinary characters."""

_ORDINARY = late_pattern(r"(?s)([0-9]+)(?:\.([0-9]+))? *([^ .,0-9](?:.*[^ ])?)? *")
"""Digits and what stands behind them, which most values are."""

_NOT_IN_UNIT = late_pattern(r"[0-9０-９,.:;_+\-—–~～/\s]")
_BEGIN_HEDGES = frozenset(hedge.word[0] for hedge in HEDGES if hedge.before)
_END_HEDGES = frozenset(hedge.word[-1] for hedge in HEDGES if not hedge.before)
INSIDE = {hedge.word: hedge for hedge in HEDGES if hedge.word in ("多", "余")}
"""The hedges that may also stand between a number and its unit."""


class UnreadableError(Exception):
    """A text that the grammar of values refuses, with the kind of fault and its details."""

    def __init__(self, kind: DiagnosticKind, /, **values: object) -> None:
        super().__init__(kind.id)
        self.kind = kind
        self.values = values


@shown_briefly
class Quantity(NamedTuple):
    """One written value.

    ``text`` is the value as written. ``number`` is exact and in ``unit``, the full form of the unit written,
    which is one of ``units``. ``half`` is half a step of the last decimal (0 where things are counted one by
    one). ``bound`` is what a hedge asserts, ``None`` if the value is not hedged.
    """

    text: str
    number: Fraction
    unit: str
    units: Units
    half: Fraction
    bound: Bound | None = None

    def number_in(self, unit: str) -> Fraction:
        """Return the number in another unit of the same family, exactly."""
        return self.number if unit == self.unit else self.number * self.units.ratio(self.unit, unit)

    def interval_in(self, unit: str) -> Interval:
        """Return what the written value asserts, in another unit of the same family."""
        asserted = self._asserted()
        return asserted if unit == self.unit else asserted.scaled(self.units.ratio(self.unit, unit))

    def _asserted(self) -> Interval:
        if self.bound is None:
            return Interval.around(self.number, self.half) if self.half else Interval.point(self.number)
        step = self.units.least_step(self.unit)  # a count is whole: >169 is ≥170
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
        """Write the number in another unit of the same family, with as many decimals as it asserts."""
        number = plain(self.number_in(unit))
        step = self.half * 2 * self.units.ratio(self.unit, unit)
        if not 0 < step < 1:
            return number
        whole, _, fraction = number.partition(".")
        return f"{whole}.{fraction:0<{-magnitude(step)}}"

    @property
    def shown(self) -> Text:
        """The value as a sentence holds it: the hedge in words, the number as exact as written, the unit."""
        value = f"{self.written_in(self.unit)}{self.unit}"
        return _with_value(self.bound.term, value) if self.bound else Text.same(value)


class Reading(NamedTuple):
    """A quantity, and the diagnostics on how it is written: kinds with their details."""

    quantity: Quantity
    diagnostics: tuple[tuple[DiagnosticKind, dict[str, object]], ...] = ()


def read_quantity(
    text: str,
    kind: IndicatorKind,
    unit: str | None = None,
    usual_unit: str | None = None,
    alike: Collection[str] = (),
    units: Units | None = None,
) -> Reading:
    """Read a value such as ``3360 亿元``, ``31.2%``, ``超169家`` or, with ``unit`` apart, ``1048.3``.

    Args:
        text: the value as written, possibly with a hedge and a unit.
        kind: what the indicator is.
        unit: the unit where it stands under a key of its own.
        usual_unit: the indicator's canonical unit, for suggestions.
        alike: units that are words for the same thing.
        units: the units that it can be in; left out, all of its kind.

    Raises:
        UnreadableError: where the text is no number of ours, or the unit is missing, unknown,
            of another kind or stated twice differently.
    """
    if (quantity := ordinary_quantity(text, kind.units if units is None else units, unit)) is not None:
        return Reading(quantity)
    return read_by_parts(text, kind, unit, usual_unit, alike, units)


def read_by_parts(
    text: str,
    kind: IndicatorKind,
    unit: str | None = None,
    usual_unit: str | None = None,
    alike: Collection[str] = (),
    units: Units | None = None,
) -> Reading:
    """Read a value as :func:`read_quantity` does, without the short way for ordinary values."""
    known = kind.units if units is None else units
    return _ValueReader(text, kind, known, unit, usual_unit or known.full[-1], alike).read()


def ordinary_quantity(text: str, units: Units, apart: str | None = None) -> Quantity | None:
    """Return the quantity in a text of digits and one full unit, which may stand ``apart``.

    Return ``None`` if the value needs :func:`read_by_parts`. Most values do not.
    """
    match = _ORDINARY.fullmatch(text)
    if match is None:
        return None
    whole, decimals, beside = match.groups("")
    symbol = beside or apart or ""
    unit = units.get(symbol)
    if unit is None or unit.stands_for or (beside and apart) or len(whole) + len(decimals) >= MAX_DIGITS:
        return None
    if units.of_things and (decimals or int(whole) < units.least):
        return None
    places = len(decimals)
    number = Fraction(int(whole + decimals), 10**places) if places else Fraction(int(whole))
    return Quantity(text, number, symbol, units, units.half_step(symbol, places))


def read_number(text: str) -> Fraction:
    """Read a bare number exactly.

    Raises:
        UnreadableError: if the text is anything else.
    """
    if not NUMBER.fullmatch(text) or sum(map(str.isdigit, text)) > MAX_DIGITS:
        raise _no_number(text)
    return _exact(text)


def _no_number(text: str) -> UnreadableError:
    return UnreadableError(NOT_A_NUMBER, text=text, clue=partial(_clue, text))


def _clue(text: str) -> Text:
    """Return a hint on a text that cannot be read. It is looked up only when the diagnostic is shown."""
    from .clues import clue

    return clue(text)


def _exact(digits: str) -> Fraction:
    """Return the number that digits in our grammar write."""
    whole, point, decimals = digits.replace(",", "").partition(".")
    return Fraction(int(whole + decimals), 10 ** len(decimals)) if point else Fraction(int(whole))


def _taken(hedges: list[HedgeWord], text: str, before: bool) -> str:
    """Remove the hedges from the beginning or the end of a text and add them to ``hedges``.

    Stop after two, since two are already a fault.
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


def is_unit(symbol: str) -> bool:
    """Whether a new unit can have this symbol: no number, no hedge and no other unit is in the way of it."""
    text = symbol.translate(FULL_WIDTH)
    hedged = any(symbol.startswith(one.word) if one.before else symbol.endswith(one.word) for one in HEDGES)
    if text != symbol or hedged or symbol[:1] in INSIDE or symbol != symbol.strip() or " " in symbol:
        return False
    return bool(symbol) and not (symbol[0] in "0123456789.,+-" or full_unit(symbol))


class _ValueReader:
    """Splits one written value into hedge, number, hedge, unit, hedge."""

    def __init__(
        self,
        text: str,
        kind: IndicatorKind,
        units: Units,
        unit: str | None,
        usual_unit: str,
        alike: Collection[str],
    ) -> None:
        self.text, self.kind, self.units, self.unit = text, kind, units, unit
        self.usual_unit = usual_unit
        self.alike = alike
        self.diagnostics: list[tuple[DiagnosticKind, dict[str, object]]] = []

    def read(self) -> Reading:
        hedges, digits, unit = self._parts(self._in_digits(self._half_width()))
        if hedges and not self.kind.takes_hedges:
            raise self._refused()
        number = self._number(digits)
        symbol = self._unit(digits, unit, number)
        self._check_count(number, symbol)
        bound = hedges[0].bound if hedges else None
        if bound:
            reading = NO_BOUND if bound is Bound.NOTHING else _with_value(bound.term, digits + symbol)
            self._diagnostic(HEDGED_VALUE, text=self.text, reading=reading)
        return Reading(
            Quantity(
                self.text,
                number,
                symbol,
                self.units,
                self.units.half_step(symbol, len(digits.partition(".")[2])),
                bound,
            ),
            tuple(self.diagnostics),
        )

    def _half_width(self) -> str:
        text = self.text.translate(FULL_WIDTH)
        if text != self.text:
            self._diagnostic(FULL_WIDTH_DIGITS, text=self.text, read_as=text.strip(" "))
        return text.strip(" \t")

    def _in_digits(self, text: str) -> str:
        digits = self.kind.in_digits(text)
        if digits != text and self.kind.is_change:
            from .change_words import CHANGE_IN_WORDS  # few values are in words

            self._diagnostic(CHANGE_IN_WORDS, text=self.text, read_as=digits)
        return digits

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
        if beside not in self.units and _NOT_IN_UNIT.search(beside):
            raise _no_number(self.text)
        apart = self._apart()
        if beside and apart and self.units.in_full(beside) != self.units.in_full(apart):
            if not self._are_alike(beside, apart):
                raise UnreadableError(TWO_UNITS, unit=beside, other=apart)
            self._diagnostic(UNIT_ALIKE, unit=beside, other=apart)
        symbol = beside or apart
        if not symbol and "" not in self.units:
            raise UnreadableError(
                MISSING_UNIT,
                text=self.text,
                suggestion=self.kind.suggest_unit(digits, number, self.usual_unit),
            )
        return self._known(symbol)

    def _are_alike(self, one: str, other: str) -> bool:
        """Whether two units are words for the same thing."""
        here, there = self.units.get(one), self.units.get(other)
        if here is None or there is None or here.factor != there.factor:
            return False
        return here.family == there.family or {here.family, there.family} <= set(self.alike)

    def _apart(self) -> str:
        """Return the unit under its own key, half-width."""
        if not self.unit:
            return ""
        apart = self.unit.translate(FULL_WIDTH).strip(" \t")
        if apart != self.unit.strip(" \t"):
            self._diagnostic(FULL_WIDTH_DIGITS, text=self.unit, read_as=apart)
        return apart

    def _known(self, symbol: str) -> str:
        if self.kind.is_difference(symbol):
            raise UnreadableError(
                DIFFERENCE_AS_LEVEL,
                text=self.text if symbol in self.text else f"{self.text}{symbol}",
                unit=symbol.removeprefix("个"),
                how=self.kind.how_written,
            )
        unit = self.units.get(symbol)
        if unit is None:
            units = self.units.listed
            if full_unit(symbol):
                raise UnreadableError(UNIT_MISMATCH, unit=symbol, kind=self._called(symbol), units=units)
            raise UnreadableError(
                UNKNOWN_UNIT, unit=symbol, units=units, clue=partial(_clue, self.text + symbol)
            )
        if unit.stands_for:
            self._diagnostic(SHORT_UNIT, unit=symbol, stands_for=unit.stands_for)
        return unit.in_full

    def _called(self, symbol: str) -> Text:
        """Return what an indicator is called that a unit is not for: of this kind, or this one alone."""
        return _THIS if symbol in self.kind.units else _OF_KIND.format(kind=self.kind.term)

    def _check_count(self, number: Fraction, unit: str) -> None:
        if not self.units.of_things:
            return
        if self.units.least and (number < self.units.least or number.denominator != 1):
            raise self._refused()
        if (number / self.units.least_step(unit)).denominator != 1:
            raise UnreadableError(FRACTIONAL_COUNT, text=self.text)
        if number < 0:
            raise UnreadableError(NEGATIVE_COUNT, text=self.text)

    def _refused(self) -> UnreadableError:
        """Return that the text is no value of the kind, whatever number stands in it."""
        clue = _TO_WRITE.format(how=self.kind.how_written)
        return UnreadableError(NOT_A_NUMBER, text=self.text, clue=clue)

    def _diagnostic(self, kind: DiagnosticKind, /, **values: object) -> None:
        self.diagnostics.append((kind, values))


def _with_value(term: Text, value: str) -> Text:
    return Text(f"{term.zh}{value}", f"{term.en} {value}")
