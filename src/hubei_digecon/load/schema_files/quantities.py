"""Written values, such as ``3360 亿元`` or ``超169家``, and their units: what an editor lets pass.

Made from the tables of units and hedges, by the grammar of :mod:`hubei_digecon.quantity`.
"""

from collections.abc import Collection, Iterable

from ...quantity import FULL_WIDTH, INSIDE, MAX_DIGITS
from ...text import Text
from ...units import HEDGES, UNITS, IndicatorKind
from ..named import YUAN
from ..office_words import FORECASTS, NO_VALUES, NONE, STATUSES, STATUSES_ASKED
from ..schemas.holds import Holds, JsonSchema
from ..schemas.patterns import alternatives, literal, too_many_digits
from .shapes import filled

_MEND = {
    IndicatorKind.AMOUNT: Text(
        "写数值和单位，如 1,048.3亿元", "write a number and its unit, as in 1,048.3亿元"
    ),
    IndicatorKind.SHARE: Text("写数值和单位，如 31.2%", "write a number and its unit, as in 31.2%"),
    IndicatorKind.COUNT: Text("写整数和单位，如 182家", "write a whole number and its unit, as in 182家"),
}
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


def _number(kind: IndicatorKind, signed: bool = True) -> str:
    """Return what matches a number; of a count, a whole one that is not negative."""
    if kind is not IndicatorKind.COUNT:
        return f"{f'{_SIGN}?' if signed else ''}{_whole_part(_DIGIT)}(?:{_POINT}{_DIGIT}+)?"
    whole = _whole_part(_DIGIT)
    if signed:
        whole = f"(?:{_either('+')}?{whole}|{_either('-')}{_whole_part(_ZERO)})"
    return f"{whole}(?:{_POINT}{_ZERO}+)?"


_BEFORE = alternatives(hedge.word for hedge in HEDGES if hedge.before)
_AFTER = alternatives(hedge.word for hedge in HEDGES if not hedge.before)
_OPEN, _CLOSE = r"\s*[（(]", "[）)]"
_SETTLED = f"{_OPEN}(?:{alternatives((*STATUSES, *STATUSES_ASKED))}){_CLOSE}"
"""How settled a value is, in brackets behind it."""


_YUAN_BEFORE, _YUAN_BEHIND = rf"(?:{YUAN}\s*)?", rf"(?:\s*(?:{YUAN}|[（(]{YUAN}[）)]))?"
"""The currency, as it may stand beside an amount or its unit."""


def _priced(kind: IndicatorKind, value: str) -> str:
    """Return what matches a value or a unit, beside an amount the currency too."""
    return f"{_YUAN_BEFORE}(?:{value}){_YUAN_BEHIND}" if kind is IndicatorKind.AMOUNT else f"(?:{value})"


def _bare(kind: IndicatorKind, hedged: bool) -> str:
    """Return what matches a value without its unit."""
    return _hedged(kind, "", f"(?:{_GAP}(?:{_AFTER}))?") if hedged else _priced(kind, _number(kind))


def _with_unit(kind: IndicatorKind, hedged: bool, units: Iterable[str]) -> str:
    """Return what matches a value with one of these units; one hedge at most may stand with it."""
    unit = f"(?:{'|'.join(map(_wide, units))})"
    if not hedged:
        return _priced(kind, f"{_number(kind)}{_GAP}{unit}")
    inside = f"(?:{alternatives(INSIDE)}){_GAP}{unit}"
    priced = _YUAN_BEFORE if kind is IndicatorKind.AMOUNT else ""
    in_brackets = f"{priced}(?:(?:{_BEFORE}){_GAP})?{_number(kind)}{_OPEN}\\s*{unit}\\s*{_CLOSE}"
    behind = f"{_GAP}(?:{unit}(?:{_GAP}(?:{_AFTER}))?|{inside})"
    return f"{_hedged(kind, f'{_GAP}{unit}', behind)}|{in_brackets}"


def _hedged(kind: IndicatorKind, unit: str, behind: str) -> str:
    """Return what matches a value with a hedge before it or ``behind`` it, and beside it the words of offices
    for how settled it is: in brackets, or of an estimate before its digits.
    """
    unsigned, priced = _number(kind, signed=False), kind is IndicatorKind.AMOUNT
    digits = f"(?:{_number(kind)}|{_YUAN_BEFORE}{unsigned})" if priced else _number(kind)
    before = f"(?:{_BEFORE}){_GAP}{digits}{unit}"
    estimate = f"(?:{alternatives(FORECASTS)}){unsigned}{behind}{_YUAN_BEHIND if priced else ''}"
    return f"{_priced(kind, f'{before}|{_number(kind)}{behind}')}(?:{_SETTLED})?|{estimate}"


class Quantities:
    """The values of indicators of one kind; ``hedged``: a hedge may stand with them; ``alike``: units that
    are words for the same thing.
    """

    def __init__(self, kind: IndicatorKind, hedged: bool = True, alike: Collection[str] = ()) -> None:
        self.kind, self.hedged, self.alike = kind, hedged, alike
        self.units = [symbol for symbol, unit in UNITS.items() if unit.kind is kind]

    @property
    def alone(self) -> Holds:
        """A value with its unit, or a word that there is none."""
        return self._holds(_or_none(_with_unit(self.kind, self.hedged, self.units), self.none))

    @property
    def value(self) -> Holds:
        """A value with its unit or without, as it stands under a key of its own, or a word that there is
        none.
        """
        both = f"{_with_unit(self.kind, self.hedged, self.units)}|{_bare(self.kind, self.hedged)}"
        return self._holds(_or_none(both, self.none), self._typed)

    @property
    def none(self) -> list[str]:
        """The words that there is no value; 无 of a count is asked about."""
        return no_values(self.kind) if self.hedged else []

    @property
    def unit(self) -> Holds:
        """A unit, as it stands under a key of its own."""
        return _unit(self.kind, self.units)

    def rules(self) -> list[JsonSchema]:
        """Return how value and unit go together: the unit stands at one of the two, or at both alike."""
        bare = self._holds(_bare(self.kind, self.hedged), self._typed).schema()
        needs = {"required": ["unit"], "properties": {"unit": self.unit.schema()}}
        without = {"required": ["value"], "properties": {"value": _only(bare)}}
        return [
            {
                "if": filled("value", self.none),
                "then": {"properties": {"unit": self.unit.schema(empty=True)}},
            },
            {"if": without, "then": needs},
            *map(self._alike, self._families()),
        ]

    def _alike(self, family: list[str]) -> JsonSchema:
        """Return that a value with a unit of ``family`` has no other unit under ``unit``."""
        stated = self._holds(_with_unit(self.kind, self.hedged, family)).schema()
        return {
            "if": {"required": ["value"], "properties": {"value": _only(stated)}},
            "then": {"properties": {"unit": _unit(self.kind, family).schema(empty=True)}},
        }

    def _families(self) -> list[list[str]]:
        """Return the units, those that stand for one another together."""
        full: dict[str, list[str]] = {}
        for symbol in self.units:
            one = min(self.alike) if symbol in self.alike else UNITS[symbol].stands_for or symbol
            full.setdefault(one, []).append(symbol)
        return list(full.values())

    @property
    def _typed(self) -> JsonSchema:
        count = self.kind is IndicatorKind.COUNT
        return {"type": ["integer"], "minimum": 0} if count else {"type": ["number"]}

    def _holds(self, regex: str, typed: JsonSchema | None = None) -> Holds:
        never = too_many_digits(_DIGIT, MAX_DIGITS)
        return Holds(regex, typed or {}, never=never, mend=_MEND[self.kind])


def no_values(kind: IndicatorKind) -> list[str]:
    """Return the words that an observation of a kind has no value."""
    return [word for word in NO_VALUES if word != NONE or kind is not IndicatorKind.COUNT]


def _or_none(value: str, none: Iterable[str]) -> str:
    return "|".join((value, *map(literal, none)))


def _only(schema: JsonSchema) -> JsonSchema:
    """Return a schema as a condition, which tells nobody what to mend."""
    return {key: value for key, value in schema.items() if key in ("type", "pattern")}


def _unit(kind: IndicatorKind, symbols: Iterable[str]) -> Holds:
    """Return a unit, which may stand in brackets."""
    full = {symbol: UNITS[symbol].stands_for or symbol for symbol in symbols}
    unit = _priced(kind, "|".join(map(_wide, full)))
    return Holds(f"{unit}|[（(]{unit}[）)]", words=full)
