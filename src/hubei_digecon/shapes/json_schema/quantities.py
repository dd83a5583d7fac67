"""Written values, such as ``3360 亿元`` or ``超169家``, and their units: what an editor lets pass.

Made from the tables of units and hedges, by the grammar of :mod:`hubei_digecon.quantity.parsing`.
"""

from collections.abc import Collection, Iterable, Iterator

from ...quantity.change_words import DOUBLING, FALLS, RISES
from ...quantity.hedges import HEDGES
from ...quantity.kinds import IndicatorKind, Units
from ...quantity.parsing import FULL_WIDTH, INSIDE, MAX_DIGITS
from ...records import NamedTuple
from ..holds import Holds, JsonSchema
from ..office_words import FORECASTS, NO_VALUES, NONE, STATUSES, STATUSES_ASKED, YUAN
from ..patterns import BLANKS, alternatives, literal, too_many_digits
from .generator import filled

_GAP = r"[ \u3000]*"
"""Blanks between the parts of a value."""


def _wide(text: str) -> str:
    """Return what matches a text written with ordinary or with full-width characters."""
    return "".join(map(_either, text))


def _either(character: str) -> str:
    others = [chr(wide) for wide, ordinary in FULL_WIDTH.items() if ordinary == ord(character)]
    return f"[{character}{''.join(others)}]" if others else literal(character)


_DIGIT = "[0-9０-９]"
_ZERO, _COMMA, _POINT = map(_either, "0,.")
_SIGN = "[-+＋－]"


def _whole_part(digit: str) -> str:
    return f"(?:{digit}{{1,3}}(?:{_COMMA}{digit}{{3}})+|{digit}+)"


def _number(units: Units, places: int = 0, signed: bool = True) -> str:
    """Return what matches a number; of things one that is not negative, with so many decimal places."""
    whole = _whole_part(_DIGIT)
    if not units.of_things:
        return f"{f'{_SIGN}?' if signed else ''}{whole}(?:{_POINT}{_DIGIT}+)?"
    decimals = f"(?:{_DIGIT}{{1,{places}}}{_ZERO}*)" if places else f"{_ZERO}+"
    number = f"{whole}(?:{_POINT}{decimals})?"
    zero = f"{_either('-')}{_whole_part(_ZERO)}(?:{_POINT}{_ZERO}+)?"
    return f"(?:{_either('+')}?{number}|{zero})" if signed else number


class _Places(NamedTuple):
    """Units in which a number of things can have so many decimal places and still be whole; ``unit`` matches
    one of them, and is empty for a value without its unit.
    """

    places: int
    unit: str


def _by_places(units: Units, symbols: Iterable[str]) -> list[_Places]:
    found: dict[int, list[str]] = {}
    for symbol in symbols:
        found.setdefault(_places(units, symbol), []).append(symbol)
    return [_Places(places, f"(?:{'|'.join(map(_wide, some))})") for places, some in found.items()]


def _places(units: Units, symbol: str) -> int:
    return len(str(units[symbol].factor)) - 1 if units.of_things else 0


_BEFORE = alternatives(hedge.word for hedge in HEDGES if hedge.before)
_AFTER = alternatives(hedge.word for hedge in HEDGES if not hedge.before)
_OPEN, _CLOSE = f"{BLANKS}[（(]", "[）)]"
_SETTLED = f"{_OPEN}(?:{alternatives((*STATUSES, *STATUSES_ASKED))}){_CLOSE}"
"""How settled a value is, in brackets behind it."""


_YUAN_BEFORE, _YUAN_BEHIND = f"(?:{YUAN}{BLANKS})?", f"(?:{BLANKS}(?:{YUAN}|[（(]{YUAN}[）)]))?"
"""The currency, as it may stand beside an amount or its unit."""


def _priced(kind: IndicatorKind, value: str) -> str:
    """Return what matches a value or a unit, beside an amount the currency too."""
    return f"{_YUAN_BEFORE}(?:{value}){_YUAN_BEHIND}" if kind.is_money else f"(?:{value})"


def _with_unit(kind: IndicatorKind, units: Units, hedged: bool, symbols: Iterable[str]) -> str:
    """Return what matches a value with one of these units; one hedge at most may stand with it."""
    some = _by_places(units, symbols)
    if not hedged:
        values = [f"{_stated(kind, units, one)}{_GAP}{one.unit}" for one in some]
        return _priced(kind, "|".join((*values, *_ordinals(kind, units))))
    priced = _YUAN_BEFORE if kind.is_money else ""
    before = f"(?:(?:{_BEFORE}){_GAP})?" if kind.takes_hedges else ""
    in_brackets = "|".join(
        f"{_stated(kind, units, one)}{_OPEN}{BLANKS}{one.unit}{BLANKS}{_CLOSE}" for one in some
    )
    return f"{_hedged(kind, units, some)}|{priced}{before}(?:{in_brackets})"


def _hedged(kind: IndicatorKind, units: Units, some: Iterable[_Places]) -> str:
    """Return what matches a value with a hedge before it or behind it, and beside it the words of offices for
    how settled it is: in brackets, or of an estimate before its digits.
    """
    before: list[str] = []
    whole: list[str] = []
    unsigned: list[str] = []
    for one in some:
        places, unit = one
        if unit:
            whole.extend(_ordinals(kind, units))
        number, positive = _stated(kind, units, one), _number(units, places, signed=False)
        digits = f"(?:{number}|{_YUAN_BEFORE}{positive})" if kind.is_money else number
        before.append(f"{digits}{_GAP if unit else ''}{unit}")
        behind = _behind(unit) if kind.takes_hedges else f"{_GAP if unit else ''}{unit}"
        whole.append(f"{number}{behind}")
        unsigned.append(f"{positive}{behind}")
    value = "|".join(whole)
    if kind.takes_hedges:
        value = f"(?:{_BEFORE}){_GAP}(?:{'|'.join(before)})|{value}"
    estimate = f"(?:{alternatives(FORECASTS)})(?:{'|'.join(unsigned)}){_YUAN_BEHIND if kind.is_money else ''}"
    return f"{_priced(kind, value)}(?:{_SETTLED})?|{estimate}"


def _behind(unit: str) -> str:
    """Return what matches a unit behind digits, and a hedge with it."""
    if not unit:
        return f"(?:{_GAP}(?:{_AFTER}))?"
    return f"{_GAP}(?:{unit}(?:{_GAP}(?:{_AFTER}))?|(?:{alternatives(INSIDE)}){_GAP}{unit})"


_NO_VALUE = f"^[^1-9１-９]*{_ZERO}[^1-9１-９]*$|[.．][0０]*[1-9１-９]"
"""What stands in a value that is 0 or not whole, where it must be 1 at least."""


class Quantities:
    """The values of indicators of one kind, in some units; ``hedged``: a hedge may stand with them;
    ``alike``: units that are words for the same thing.
    """

    def __init__(
        self,
        kind: IndicatorKind,
        units: Units,
        hedged: bool = True,
        alike: Collection[str] = (),
    ) -> None:
        self.kind, self.units, self.hedged, self.alike = kind, units, hedged, alike

    @property
    def alone(self) -> Holds:
        """A value with its unit, or a word that there is none."""
        typed = self._typed if "" in self.units else None
        return self._holds(_or_none(self._stated(self.units), self.none), typed)

    @property
    def value(self) -> Holds:
        """A value with its unit or without, as it stands under a key of its own, or a word that there is
        none.
        """
        return self._holds(_or_none(f"{self._stated(self.units)}|{self._bare()}", self.none), self._typed)

    def _stated(self, symbols: Iterable[str]) -> str:
        return _changing(self.kind, _with_unit(self.kind, self.units, self.hedged, symbols), symbols)

    def _bare(self) -> str:
        most = max(_places(self.units, symbol) for symbol in self.units)
        return _changing(self.kind, _bare(self.kind, self.units, self.hedged, most))

    @property
    def none(self) -> list[str]:
        """The words that there is no value; 无 of a count is asked about."""
        return no_values(self.kind) if self.hedged else []

    @property
    def unit(self) -> Holds:
        """A unit, as it stands under a key of its own."""
        return _unit(self.kind, self.units, self.units)

    def rules(self) -> list[JsonSchema]:
        """Return how value and unit go together: the unit stands at one of the two, or at both alike."""
        unit, *others = self.agreeing()
        return [unit, *self.needed(), *others]

    def needed(self) -> list[JsonSchema]:
        """Return that a value without its unit has it under ``unit``, where the units are not empty."""
        bare = self._holds(self._bare(), self._typed).schema()
        needs = {"required": ["unit"], "properties": {"unit": self.unit.schema()}}
        without = {"required": ["value"], "properties": {"value": _only(bare)}}
        return [] if "" in self.units else [{"if": without, "then": needs}]

    def agreeing(self) -> list[JsonSchema]:
        """Return how a value goes together with the unit that stands beside it, if any does."""
        return [
            {
                "if": filled("value", self.none),
                "then": {"properties": {"unit": self.unit.schema(empty=True)}},
            },
            *map(self._alike, self._families()),
            *self._whole(),
        ]

    def _whole(self) -> Iterator[JsonSchema]:
        """Return in which units a number of things can have decimals, where its unit stands apart."""
        units = self.units
        for places in sorted({_places(units, symbol) for symbol in units})[:-1]:
            larger = [symbol for symbol in units if _places(units, symbol) > places]
            whole = self._holds(_bare(self.kind, units, self.hedged, places)).schema()
            bare = self._holds(self._bare()).schema()
            fractional = {"type": "string", "pattern": bare["pattern"], "not": {"pattern": whole["pattern"]}}
            typed = {"type": "number", "not": {"multipleOf": 1}}
            broken = {"anyOf": [fractional, *([typed] if not places else [])]}
            yield {
                "if": {"required": ["value"], "properties": {"value": broken}},
                "then": {"properties": {"unit": _unit(self.kind, units, larger).schema()}},
            }

    def _alike(self, family: list[str]) -> JsonSchema:
        """Return that a value with a unit of ``family`` has no other unit under ``unit``."""
        stated = self._holds(self._stated(family)).schema()
        return {
            "if": {"required": ["value"], "properties": {"value": _only(stated)}},
            "then": {"properties": {"unit": _unit(self.kind, self.units, family).schema(empty=True)}},
        }

    def _families(self) -> list[list[str]]:
        """Return the units, those that stand for one another together."""
        full: dict[object, list[str]] = {}
        for symbol, unit in self.units.items():
            family = "alike" if unit.family in self.alike else unit.family
            full.setdefault((family, unit.factor), []).append(symbol)
        return list(full.values())

    @property
    def _typed(self) -> JsonSchema:
        """A number as an editor types it; of things it is whole where it counts one by one."""
        if not self.units.of_things:
            return {"type": ["number"]}
        one_by_one = not any(_places(self.units, symbol) for symbol in self.units)
        return {"type": ["integer" if one_by_one else "number"], "minimum": 0}

    def _holds(self, regex: str, typed: JsonSchema | None = None) -> Holds:
        never = too_many_digits(_DIGIT, MAX_DIGITS)
        if self.units.least:
            never = f"{never}|{_NO_VALUE}"
        return Holds(regex, typed or {}, never=never, fix=self.kind.how_written)


def _stated(kind: IndicatorKind, units: Units, one: _Places) -> str:
    """Return what matches a number; where a unit follows, the sign of an ordinal may stand before it."""
    number = _number(units, one.places)
    return f"(?:第{_GAP})?{number}" if kind.ordinals and one.unit else number


def _ordinals(kind: IndicatorKind, units: Units) -> Iterator[str]:
    """Return what matches a value whose unit lies in how it is written."""
    if kind.ordinals:
        yield f"{kind.ordinals}|第{_GAP}{_number(units)}"


def _changing(kind: IndicatorKind, value: str, symbols: Iterable[str] = ()) -> str:
    """Return what matches a value, or such a change in words: 增长5%, 下降3%, and 翻一番 of a multiple."""
    if not kind.is_change:
        return value
    units = "|".join(map(_wide, symbols))
    fall = f"(?:{'|'.join(FALLS)}){_GAP}{_whole_part(_DIGIT)}(?:{_POINT}{_DIGIT}+)?{_GAP}(?:{units})"
    times = f"|{DOUBLING}" if kind.is_times and units else ""
    return f"(?:{kind.lead})?{_GAP}(?:(?:(?:{'|'.join(RISES)}){_GAP})?(?:{value})|{fall}{times})"


def _bare(kind: IndicatorKind, units: Units, hedged: bool, places: int) -> str:
    """Return what matches a value without its unit that has so many decimal places at most."""
    number = _Places(places, "")
    return _hedged(kind, units, [number]) if hedged else _priced(kind, _number(units, places))


def no_values(kind: IndicatorKind) -> list[str]:
    """Return the words that an observation of a kind has no value."""
    return [word for word in NO_VALUES if word != NONE or not kind.takes_items]


def _or_none(value: str, none: Iterable[str]) -> str:
    return "|".join((value, *map(literal, none)))


def _only(schema: JsonSchema) -> JsonSchema:
    """Return a schema as a condition, which tells nobody what to fix."""
    return {key: value for key, value in schema.items() if key in ("type", "pattern")}


def _unit(kind: IndicatorKind, units: Units, symbols: Iterable[str]) -> Holds:
    """Return a unit, which may stand in brackets."""
    full = {symbol: units.in_full(symbol) for symbol in symbols}
    unit = _priced(kind, "|".join(map(_wide, full)))
    return Holds(f"{unit}|[（(]{unit}[）)]", words=full)
