"""The kinds of indicators: one class a kind, with its units and everything that follows from the kind.

A kind alone knows how its values are written (units, whole or with decimals, a hint), how two of them are
compared (the unit of a difference, the largest possible value, the usual slips), and what a report states of
them (a value or a state, items, the natures). No other module asks which kind a kind is.
"""

import enum
from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from functools import cache
from typing import ClassVar

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Text
from .numbers import ONE, plain


@shown_briefly
class Nature(enum.Enum):
    """Whether a figure sums over a period, stands at its end, or counts what was added since a base date.

    ``grows``: the figure of a year can only grow during the year.
    """

    FLOW = "flow", Text("时期指标", "flow"), True
    STOCK = "stock", Text("时点指标（期末数）", "stock"), False
    ADDED = "added", Text("新增指标", "added"), True

    def __init__(self, id: str, term: Text, grows: bool) -> None:
        self.id, self.term, self.grows = id, term, grows


@shown_briefly
class ChangeMeasure(enum.Enum):
    """How a change is told: against the figure before it, a year on average, as a difference, as a multiple.

    ``needs_since``: it says nothing without the period that it starts from; the others mean the year before.
    """

    GROWTH = "growth", Text("增速", "growth"), False
    MEAN_GROWTH = "mean_growth", Text("年均增速", "mean growth a year"), True
    DIFFERENCE = "difference", Text("增减量", "difference"), True
    MULTIPLE = "multiple", Text("倍数", "multiple"), True

    def __init__(self, id: str, term: Text, needs_since: bool) -> None:
        self.id, self.term, self.needs_since = id, term, needs_since


@shown_briefly
class Unit(NamedTuple):
    """A unit. ``factor`` is its size in the smallest unit of its ``family``; only units of one family can be
    converted. ``stands_for`` is the full form of a short one.
    """

    symbol: str
    factor: int | Fraction
    stands_for: str | None = None
    family: str = ""

    @property
    def in_full(self) -> str:
        """The full form of the unit."""
        return self.stands_for or self.symbol


@shown_briefly
class Units(dict[str, Unit]):
    """Units by their symbols, smallest first. ``of_things``: they count things, which are whole, and
    ``least`` at least.
    """

    __slots__ = ("_halves", "_ratios", "least", "of_things")

    def __init__(self, units: Iterable[Unit] = (), of_things: bool = False, least: int = 0) -> None:
        super().__init__(
            (unit.symbol, unit)
            for unit in sorted(units, key=lambda unit: (bool(unit.stands_for), unit.factor))
        )
        self.of_things, self.least = of_things, least
        self._ratios: dict[tuple[str, str], Fraction] = {}
        self._halves: dict[tuple[str, int], Fraction] = {}

    def __reduce__(self) -> tuple[type["Units"], tuple[object, ...]]:
        """Pickle without what is remembered of the units."""
        return Units, (tuple(self.values()), self.of_things, self.least)

    def __hash__(self) -> int:  # type: ignore[override]
        """Hash by the symbols: units are made once and never changed."""
        return hash(tuple(self))

    @property
    def full(self) -> tuple[str, ...]:
        """The full forms, smallest first."""
        return tuple(unit.symbol for unit in self.values() if not unit.stands_for)

    @property
    def listed(self) -> Text:
        """The full forms as a sentence lists them."""
        return Text.same(" ".join(self.full)) if any(self.full) else _NO_UNIT

    def in_full(self, symbol: str) -> str:
        """Return the full form of a unit; the symbol itself where it is no unit here."""
        return self[symbol].in_full if symbol in self else symbol

    def ratio(self, unit: str, other: str) -> Fraction:
        """Return how many of ``other`` make one ``unit``; both are of one family."""
        pair = unit, other
        if pair not in self._ratios:
            self._ratios[pair] = Fraction(self[unit].factor) / self[other].factor
        return self._ratios[pair]

    def half_step(self, unit: str, decimals: int) -> Fraction:
        """Return half a step of the last of so many decimals of a number in a unit; 0 where that is less than
        one thing, as things are whole.
        """
        step = unit, decimals
        if step not in self._halves:
            half = Fraction(1, 2 * 10**decimals)
            self._halves[step] = _NO_STEP if self.of_things and half * self[unit].factor < 1 else half
        return self._halves[step]

    def least_step(self, unit: str) -> Fraction:
        """Return the least difference between two values, in a unit; 0 where there is none."""
        return Fraction(1) / self[unit].factor if self.of_things else _NO_STEP


_NO_UNIT = Text("不写单位", "none")
_NO_STEP = Fraction(0)


@shown_briefly
class DifferenceUnit(NamedTuple):
    """The unit of a difference between two values. It is as large as ``level``, a unit of the kind.

    ``one`` and ``many`` tell a difference in a sentence; ``suffix`` follows the number in a cell.
    """

    symbol: str
    level: str
    one: Text
    many: Text
    suffix: Text


GROWTH = Text("增速", "growth")
"""What the relative change of a value without a price is called."""


@shown_briefly
class IndicatorKind:
    """What sort of number an indicator is.

    ``units`` are its units by symbol, smallest first; an indicator has those of some families of them.
    ``mixed`` are families of units that are read for one another. ``takes_added_units``: a catalogue can add
    families. ``may_lack_unit``: a value can be without a unit.
    ``natures`` are those that an indicator can have. ``difference_unit`` is the unit of a difference of two
    values, where that is not the unit of the values.
    ``growth_term`` is what a relative change of a value is called; ``None`` where only differences are told.
    ``takes_pace``: how far a value has come between a base and a target can be told.
    ``bare`` is the id of the comparator that words without one call for; ``None`` where they call for none.
    ``whole`` is the largest possible value, in the smallest unit.
    ``slips`` are the factors by which a number is commonly written too small.
    ``is_exact``: what it counts is whole, and not negative.
    ``better`` is −1 where only less can be better, ``above`` and ``below`` say on which side of a target a
    value lies.
    ``is_money``: the name of the currency may stand beside a value.
    ``is_revised``: offices publish a figure as provisional first, and as final later.
    ``adds_up``: the value of a place is at least that of any place within it.
    ``takes_items``: the things that are counted can be listed.
    ``takes_state``: a report states how far it has come, and no value.
    ``takes_hedges``: a value can be hedged. ``ordinals`` matches further ways to write one, its unit in them.
    ``is_change``: it is the change of another indicator, which the catalogue names.
    ``can_change``: another indicator can be its change. ``lead`` is the word that may stand before the words
    of a change; ``is_times``: it is a number of times.
    ``how_written`` tells how to write a value.
    """

    id: ClassVar[str]
    term: ClassVar[Text]
    how_written: ClassVar[Text]
    units: Units = Units()
    mixed: ClassVar[tuple[str, ...]] = ()
    takes_added_units: bool = False
    may_lack_unit: bool = False
    natures: ClassVar[tuple[Nature, ...]] = ()
    difference_unit: DifferenceUnit | None = None
    bare: ClassVar[str | None] = "at_least"
    growth_term: ClassVar[Text | None] = None
    takes_pace: ClassVar[bool] = True
    whole: ClassVar[int | None] = None
    slips: ClassVar[tuple[int, ...]] = ()
    is_exact: ClassVar[bool] = False
    better: ClassVar[int] = 0
    above: ClassVar[Text] = Text("高于目标值", "above the target")
    below: ClassVar[Text] = Text("低于目标值", "below the target")
    takes_hedges: ClassVar[bool] = True
    ordinals: ClassVar[str] = ""
    is_money: ClassVar[bool] = False
    is_revised: ClassVar[bool] = True
    adds_up: ClassVar[bool] = False
    takes_items: ClassVar[bool] = False
    takes_state: ClassVar[bool] = False
    is_change: ClassVar[bool] = False
    can_change: ClassVar[bool] = True
    lead: str = ""
    is_times: ClassVar[bool] = False

    def __reduce__(self) -> tuple[Callable[..., "IndicatorKind"], tuple[object, ...]]:
        """Pickle as the id, so that each process has one instance of a kind."""
        return kind_of, (self.id,)

    @property
    def value_key(self) -> str:
        """The key of an observation that holds its value or its state."""
        return "state" if self.takes_state else "value"

    def units_of(self, unit: str | None, alike: tuple[str, ...] = (), added: tuple[Unit, ...] = ()) -> Units:
        """Return the units that values of an indicator in ``unit`` can have: those of its family, and of the
        families of units that are words for the same thing. ``added`` are those of a catalogue.
        """
        return _units_of(self, unit, alike, added)

    def whole_in(self, unit: str) -> Fraction:
        """Return the largest possible value in a unit."""
        return _whole_in(self, unit)

    def is_quotient_of(self, numerator: "IndicatorKind", denominator: "IndicatorKind") -> bool:
        """Whether a value is the quotient of values of two other kinds."""
        return False

    def slips_of(self, unit: str) -> tuple[int, ...]:
        """Return the slips that are common with values written in a unit."""
        return self.slips

    def has_quotient(self, *values: Fraction | None) -> bool:
        """Whether the quotient of such values says how much of one the other attains."""
        return True

    def in_digits(self, text: str) -> str:
        """Return a written value in digits with its unit, where the kind has words of its own for it."""
        return text

    def difference(self, size: Fraction, unit: str) -> Fraction:
        """Return a difference of two values in ``unit`` in the unit that is used for differences."""
        found = self._difference_unit(unit)
        return size * self.units.ratio(unit, found.level) if found else size

    def difference_suffix(self, unit: str) -> Text:
        """Return the unit that is used for differences of values in ``unit``, as it follows a number."""
        found = self._difference_unit(unit)
        return found.suffix if found else Text.same(unit)

    def difference_in_words(self, size: Fraction, unit: str) -> Text:
        """Return a difference of two values in ``unit``, as a sentence holds it."""
        number, found = self.difference(size, unit), self._difference_unit(unit)
        if found is None:
            return Text.same(f"{plain(number)}{unit}")
        return found.one if number == 1 else found.many.format(number=plain(number))

    def _difference_unit(self, unit: str) -> DifferenceUnit | None:
        """Return the unit of a difference of values in ``unit``, ``None`` where that is the same one."""
        level = self.difference_unit and self.units.get(self.difference_unit.level)
        here = self.units.get(unit)
        return self.difference_unit if here and level and here.family == level.family else None

    def is_difference(self, symbol: str) -> bool:
        """Whether a symbol is the unit of a difference, which no value can have."""
        return self.difference_unit is not None and symbol.endswith(self.difference_unit.symbol)

    def suggest_unit(self, digits: str, number: Fraction, usual_unit: str) -> str:
        """Return what a number without a unit probably means: ``digits`` with the usual unit."""
        return f"{digits}{usual_unit}"

    def measured(self, how: ChangeMeasure, of: "IndicatorKind", yearly: bool) -> "IndicatorKind":
        """Return the kind of the changes of values of the kind ``of`` that are measured so; ``yearly``:
        against the year before. A kind that is no change stays what it is.
        """
        return self

    def change_in(self, unit: str, of: "IndicatorKind", of_unit: str, of_units: "Units") -> Fraction:
        """Return what a change of 1, or of 1 ``of_unit`` of the kind ``of``, is in a unit of this kind."""
        raise NotImplementedError


class AmountKind(IndicatorKind):
    """An amount of money."""

    id = "amount"
    term = Text("总量", "amount")
    how_written = Text("写数值和单位，如 1,048.3亿元", "write a number and its unit, as in 1,048.3亿元")
    units = Units(
        (
            Unit("元", 1),
            Unit("千元", 10**3),
            Unit("万元", 10**4),
            Unit("百万元", 10**6),
            Unit("亿元", 10**8),
            Unit("万亿元", 10**12),
            Unit("万", 10**4, stands_for="万元"),
            Unit("亿", 10**8, stands_for="亿元"),
            Unit("万亿", 10**12, stands_for="万亿元"),
        )
    )
    natures = (Nature.FLOW, Nature.STOCK)
    growth_term = Text("现价增速", "growth at current prices")
    slips = (10**4, 10**8)
    """An amount of 亿元 is written under 万元 or 元."""
    is_money = True
    adds_up = True


PERCENTAGE_POINTS = DifferenceUnit(
    "百分点",
    "%",
    one=Text("1个百分点", "1 percentage point"),
    many=Text("{number}个百分点", "{number} percentage points"),
    suffix=Text("百分点", " pp"),
)
_PERCENT = Units((Unit("‰", 1), Unit("%", 10)))


class ShareKind(IndicatorKind):
    """A part of its own whole."""

    id = "share"
    term = Text("比重", "share")
    how_written = Text("写数值和单位，如 31.2%", "write a number and its unit, as in 31.2%")
    units = _PERCENT
    difference_unit = PERCENTAGE_POINTS
    whole = 1000
    slips = (100,)
    """A fraction is written under %."""

    def is_quotient_of(self, numerator: IndicatorKind, denominator: IndicatorKind) -> bool:
        """Whether both kinds are amounts of money."""
        return numerator.is_money and denominator.is_money

    def slips_of(self, unit: str) -> tuple[int, ...]:
        """Return the slips that are common: nobody writes a fraction under ‰."""
        return self.slips if unit == "%" else ()

    def suggest_unit(self, digits: str, number: Fraction, usual_unit: str) -> str:
        """Return what a number without a unit probably means: one below 1 is a quotient."""
        if 0 < number < 1:
            return f"{plain(number * 100)}%"
        return super().suggest_unit(digits, number, usual_unit)


class CountKind(IndicatorKind):
    """A number of whole things, such as firms or platforms."""

    id = "count"
    term = Text("数量", "count")
    how_written = Text(
        "写整数和单位，如 182家；以万、亿计的可带小数，如 11.4万户",
        "write a whole number and its unit, as in 182家; in 万 or 亿 as 11.4万户",
    )
    units = Units(
        (
            Unit(scale + word, factor, family=word)
            for scale, factor in (("", 1), ("万", 10**4), ("亿", 10**8))
            for word in "家户个项件台辆人架条"
        ),
        of_things=True,
    )
    mixed = ("家", "个", "项")
    natures = (Nature.STOCK, Nature.ADDED)
    growth_term = GROWTH
    is_exact = True
    is_revised = False
    adds_up = True
    takes_items = True


class NumberKind(IndicatorKind):
    """A plain decimal with a unit of the catalogue or without one: an index, a multiple, so many a head."""

    id = "number"
    bare = None
    term = Text("数值", "number")
    how_written = Text(
        "写数值，指标有单位的写上单位，如 33.5个/万人、1.28",
        "write a number, with the unit where the indicator has one, as in 33.5个/万人 or 1.28",
    )
    units = Units((Unit("‰", 1, family="%"), Unit("%", 10, family="%"), Unit("倍", 1, family="倍")))
    takes_added_units = True
    may_lack_unit = True
    difference_unit = PERCENTAGE_POINTS
    growth_term = GROWTH

    def has_quotient(self, *values: Fraction | None) -> bool:
        """Whether all values are above 0."""
        return all(value is not None and value > 0 for value in values)


class RankKind(IndicatorKind):
    """A place among others, counted from the best: whole, from 1 on, and less is better."""

    id = "rank"
    bare = "at_most"
    term = Text("位次", "rank")
    how_written = Text(
        "写名次，从1起，不用概数，如 第3位",
        "write the place, counted from 1 and without a hedge, as in 第3位",
    )
    units = Units((Unit("位", 1), Unit("名", 1)), of_things=True, least=1)
    difference_unit = DifferenceUnit(
        "位次",
        "位",
        one=Text("1个位次", "1 place"),
        many=Text("{number}个位次", "{number} places"),
        suffix=Text("个位次", " places"),
    )
    is_exact = True
    better = -1
    above = Text("落后目标", "behind the target")
    below = Text("领先目标", "ahead of the target")
    takes_hedges = False
    takes_pace = False
    ordinals = "首位|第(?:[一二三四五六七八九十])(?:[位名])?"

    def has_quotient(self, *values: Fraction | None) -> bool:
        """Never: half the way from place 4 to place 2 is no attainment."""
        return False

    def in_digits(self, text: str) -> str:
        """Return 第3名, 第三 and 首位 as 3名, 3位 and 1位."""
        if text == "首位":
            return "1位"
        if not text.startswith("第"):
            return text
        place = text[1:].strip(" ")
        number = "零一二三四五六七八九十".find(place[:1]) if place else -1
        written = f"{number}{place[1:]}" if number > 0 else place
        return f"{written}位" if written[-1:].isdigit() else written


class MilestoneKind(IndicatorKind):
    """A task without a number, which is achieved or not."""

    id = "milestone"
    term = Text("定性任务", "milestone")
    takes_pace = False
    is_revised = False
    takes_state = True
    can_change = False


_POINTS = Units((Unit("百分点", 1, family="points"), Unit("个百分点", 1, "百分点", family="points")))
_TIMES = Units((Unit("倍", 1, family="times"),))


class RateKind(IndicatorKind):
    """A change of another indicator, which may be negative. How it is measured decides its units:
    :meth:`measured` gives the kind of a measure.
    """

    id = "rate"
    term = Text("增减变动", "rate")
    how_written = Text(
        "写数值和单位，下降的写负数，如 8.3%、-1.5%、0.8百分点、2倍",
        "write a number and its unit, a fall as a negative number, as in 8.3%, -1.5%, 0.8百分点 or 2倍",
    )
    units: Units = Units((*_PERCENT.values(), *_POINTS.values(), *_TIMES.values()))
    takes_pace = False
    is_change = True
    can_change = False

    def measured(self, how: ChangeMeasure, of: IndicatorKind, yearly: bool) -> "RateKind":
        """Return the kind of one measure, with its units."""
        return _measured(how, of, yearly)

    def is_difference(self, symbol: str) -> bool:
        """Whether a symbol is a unit that no rate can have: none is, as a rate may be in 百分点."""
        return False

    def has_quotient(self, *values: Fraction | None) -> bool:
        """Never: a growth of -2% is no part of one of 6%."""
        return False

    def in_digits(self, text: str) -> str:
        """Return a rate with its words as a sign or digits: 下降3% is -3%, 增长1倍 and 翻一番 are 2倍."""
        from .change_words import in_figures

        return in_figures(text, self.lead, self.is_times, self.units)


class GrowthKind(RateKind):
    """How much larger a value is than the one before it, as a part of that. ``one`` is a change of 1 in the
    smallest unit.
    """

    units: Units = _PERCENT
    difference_unit: DifferenceUnit | None = PERCENTAGE_POINTS
    one: ClassVar[int] = 1000

    def __init__(self, how: ChangeMeasure, of: IndicatorKind, yearly: bool) -> None:
        self._measured_by = how, of, yearly
        self.lead = _LEADS[how] if yearly or how.needs_since else ""

    def __reduce__(self) -> tuple[Callable[..., IndicatorKind], tuple[object, ...]]:
        """Pickle as what it is measured by."""
        return _measured, self._measured_by

    def change_in(self, unit: str, of: IndicatorKind, of_unit: str, of_units: Units) -> Fraction:
        """Return a change of 1 in a unit."""
        return Fraction(self.one, self.units[unit].factor)


class DifferenceKind(GrowthKind):
    """A value minus the one that it is held against; that of any in % in percentage points."""

    def __init__(self, how: ChangeMeasure, of: IndicatorKind, yearly: bool) -> None:
        super().__init__(how, of, yearly)
        in_percent = of.difference_unit is PERCENTAGE_POINTS
        others = (one for one in of.units.values() if not (in_percent and one.symbol in _PERCENT))
        self.units = Units((*(_POINTS.values() if in_percent else ()), *others))
        self.difference_unit = PERCENTAGE_POINTS._replace(level="百分点") if in_percent else None
        self.takes_added_units, self.may_lack_unit = of.takes_added_units, of.may_lack_unit

    def change_in(self, unit: str, of: IndicatorKind, of_unit: str, of_units: Units) -> Fraction:
        """Return a difference of 1 ``of_unit`` in a unit."""
        return of.difference(ONE, of_unit) if unit in _POINTS else of_units.ratio(of_unit, unit)


class MultipleKind(GrowthKind):
    """How many times the value that it is held against a value is."""

    units = _TIMES
    difference_unit = None
    one = 1
    is_times = True


_LEADS = {
    ChangeMeasure.GROWTH: "同比",
    ChangeMeasure.MEAN_GROWTH: "年均",
    ChangeMeasure.DIFFERENCE: "",
    ChangeMeasure.MULTIPLE: "",
}
_OF_MEASURES: Mapping[ChangeMeasure, type[GrowthKind]] = {
    ChangeMeasure.GROWTH: GrowthKind,
    ChangeMeasure.MEAN_GROWTH: GrowthKind,
    ChangeMeasure.DIFFERENCE: DifferenceKind,
    ChangeMeasure.MULTIPLE: MultipleKind,
}


INDICATOR_KINDS: dict[str, IndicatorKind] = {
    kind.id: kind
    for kind in (
        AmountKind(),
        ShareKind(),
        CountKind(),
        NumberKind(),
        RateKind(),
        RankKind(),
        MilestoneKind(),
    )
}
"""Every kind, by the id that files use."""


def kind_of(id: str) -> IndicatorKind:
    """Return the kind with an id.

    Raises:
        KeyError: if there is none.
    """
    return INDICATOR_KINDS[id]


def unit_symbols() -> tuple[str, ...]:
    """Return the symbols of the units of all kinds, short forms too, each once."""
    return tuple(dict.fromkeys(symbol for kind in INDICATOR_KINDS.values() for symbol in kind.units))


def full_unit(symbol: str) -> str | None:
    """Return the full form of a unit of any kind, ``None`` where no kind has it."""
    return next(
        (kind.units[symbol].in_full for kind in INDICATOR_KINDS.values() if symbol in kind.units), None
    )


def full_units() -> tuple[str, ...]:
    """Return the full forms of the units of all kinds, each once."""
    return tuple(symbol for symbol in unit_symbols() if full_unit(symbol) == symbol)


def is_unit_of_money(symbol: str) -> bool:
    """Whether a symbol is a unit of an amount of money."""
    return any(kind.is_money and symbol in kind.units for kind in INDICATOR_KINDS.values())


@cache
def _whole_in(kind: IndicatorKind, unit: str) -> Fraction:
    assert kind.whole is not None
    return Fraction(kind.whole, kind.units[unit].factor)


@cache
def _units_of(
    kind: IndicatorKind, unit: str | None, alike: tuple[str, ...], added: tuple[Unit, ...]
) -> Units:
    if not unit:
        return Units((Unit("", 1),)) if unit is not None else kind.units
    known = {one.symbol: one for one in (*kind.units.values(), *added)}
    families = {known[symbol].family for symbol in (unit, *alike) if symbol in known}
    families |= set(kind.mixed) if not families.isdisjoint(kind.mixed) else set()
    found = [one for one in known.values() if one.family in families]
    return Units(found, kind.units.of_things, kind.units.least) if found else kind.units


@cache
def _measured(how: ChangeMeasure, of: IndicatorKind, yearly: bool) -> RateKind:
    return _OF_MEASURES[how](how, of, yearly)
