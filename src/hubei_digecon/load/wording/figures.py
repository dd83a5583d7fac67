"""Reads the numbers of an official wording, in digits and written out, with scale and unit.

1万家, 万亿元, 三十家, 百分之十, 全覆盖, 2至3个, 翻一番, 增长1倍, 首位, 前五.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from ...quantity.kinds import unit_symbols
from .search import WordSearch

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
TENS = {"十": 10, "百": 100, "千": 1000}
MYRIADS = {"万": 10**4, "亿": 10**8}
HAN = "".join((*DIGITS, *TENS, *MYRIADS))
_SCALE = "[十百千万亿]*"
_COUNTED = "件 台 辆 人 架 条 座 所 款 处 次 名 位 种 类 支 只 套"
_OTHER_UNITS = "个百分点 百分点 元 倍 公里 平方公里 亩 吨 年 月 日 天 毫秒 秒"
ANY_UNIT = "*"
"""Stands for the unit of a number that has a scale or 以上 as + and leaves the unit out: 12亿, 1000+."""


class WordedQuantity(NamedTuple):
    """A number with its unit, in terms of the unit without its scale: 元, not 亿元.

    ``whole_unit`` is the unit as it is written, with its scale.
    """

    number: Fraction
    unit: str
    whole_unit: str = ""


class Figure(NamedTuple):
    """One number or both ends of a range, and where it ends in its text. ``is_multiple``: it says how many
    times as much; ``is_rank``: it is a place in an order.
    """

    quantities: tuple[WordedQuantity, ...]
    end: int
    is_multiple: bool = False
    is_rank: bool = False


def in_plain_unit(number: Fraction, unit: str) -> WordedQuantity:
    """Return a number in terms of its unit without the scale: 4200 of 亿元 in 元, 13 of % in ‰."""
    plain = unit.lstrip("十百千万亿")
    scaled = number
    for sign in unit[: len(unit) - len(plain)]:
        scaled *= TENS.get(sign) or MYRIADS[sign]
    if plain == "%":
        return WordedQuantity(scaled * 10, "‰", unit)
    return WordedQuantity(scaled, plain.removeprefix("个") if plain == "个百分点" else plain, unit)


def figure_at(text: str, at: int, units: WordSearch | None = None) -> Figure | None:
    """Return the number that begins at a position, or the range of two; ``units`` are those it can have."""
    units = units or UNITS
    sign = text[at]
    if sign in _BEGIN_WORDS and (figure := _in_fixed_words(text, at)):
        return figure
    if sign.isdigit():
        return None if re.compile(_OF_NAME).match(text, at) else _in_digits(text, at, units)
    if percent := sign == "百" and re.compile(_PERCENT).match(text, at):
        number = with_places(percent["number"]) * 10
        return Figure((WordedQuantity(number, "‰", "%"),), percent.end())
    if tenths := re.compile(_TENTHS).match(text, at):
        return Figure((WordedQuantity(_read(tenths["tenths"]) * 100, "‰", "%"),), tenths.end())
    return _in_han(text, at, units) if sign in HAN and not re.compile(_A_HEAD).match(text, at) else None


def signed_at(text: str, at: int, units: WordSearch | None = None) -> Figure | None:
    """Return the number below 0 whose sign stands at a position."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    if text[at] not in _MINUS or not behind.isdigit() or re.match("[A-Za-z0-9%）)]", before):
        return None
    figure = figure_at(text, at + 1, units)
    if figure is None or len(figure.quantities) > 1:
        return None
    return figure._replace(quantities=tuple(one._replace(number=-one.number) for one in figure.quantities))


_MINUS = "-−－"
"""Signs of numbers below 0. Between numbers they are those of a range."""
_TENTHS = "(?P<tenths>[一二三四五六七八九])成(?![立为果都效本功长])"
_A_HEAD = "[百千万][人户](?=拥有|口|均|有效|发明|高价值|专利|[0-9]+G)"
"""What begins a number for so many heads, as 万人拥有, and is no number of people."""


_ALL_COVERED = "全覆盖 全面覆盖 全部覆盖 100%覆盖 100%全覆盖"
_TIMES = {"翻一番": 2, "翻两番": 4, "翻三番": 8, "翻番": 2, "翻倍": 2, "倍增": 2}
_FIRST = "首位 榜首 首名"
_FIXED: dict[str, tuple[Fraction, str]] = {
    **dict.fromkeys(_ALL_COVERED.split(), (Fraction(1000), "‰")),
    **{word: (Fraction(times), "倍") for word, times in _TIMES.items()},
    **dict.fromkeys(_FIRST.split(), (Fraction(1), "位")),
}
_FIXED_WORDS = WordSearch(_FIXED)
_BEGIN_WORDS = frozenset({word[0] for word in _FIXED} | set("第前增提扩"))
_AFTER_RANK = "[位名强](?:以内|之内)?|行列|(?=$|[^\u4e00-\u9fff0-9]|以内|之内|的)"
_RANK = f"(?:第|前)(?P<place>[0-9]+|[{HAN}]+)(?:{_AFTER_RANK})"
_MORE_TIMES = "(?:增长|增加|提高|提升|扩大)(?:了)?(?P<times>[0-9]+(?:[.][0-9]+)?|[一两二三四五六七八九十])倍"


def _in_fixed_words(text: str, at: int) -> Figure | None:
    """Return a number that words say: 全覆盖 is 100%, 翻两番 4倍, 增长1倍 2倍, 首位 the first place."""
    if word := _FIXED_WORDS.at(text, at):
        number, unit = _FIXED[word]
        end = at + len(word)
        return Figure((WordedQuantity(number, unit, unit),), end, unit == "倍", unit == "位")
    if more := re.compile(_MORE_TIMES).match(text, at):
        return Figure((WordedQuantity(_read(more["times"]) + 1, "倍", "倍"),), more.end(), is_multiple=True)
    if rank := re.compile(_RANK).match(text, at):
        return Figure((WordedQuantity(_read(rank["place"]), "位", "位"),), rank.end(), is_rank=True)
    return None


def _read(number: str) -> Fraction:
    return Fraction(number) if number[0].isdigit() else Fraction(written_out(number))


_OF_NAME = "[0-9]+[GKD](?![A-Za-z])"
"""What has digits and is a name: 5G, 4K, 3D."""
_IN_THREES = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
_NUMBER = rf"(?P<digits>{_IN_THREES}|[0-9]+(?:\.[0-9]+)?) ?(?P<scale>{_SCALE})\s*"
_TO = r"\s*(?:[-—–~～]{1,2}|至|到)\s*(?=[0-9])"
_PLACES = f"(?:点[{''.join(DIGITS)}]+)?"
_WRITTEN_OUT = f"(?P<number>[{HAN}]+{_PLACES})(?P<scale>{_SCALE})"
_PERCENT = f"百分之(?P<number>[{HAN}]+{_PLACES})"
_LOW_END = f"(?P<low>[{HAN}]+)(?:到|至|[-—–~～]{{1,2}})(?=[{HAN}])"


def _in_digits(text: str, at: int, units: WordSearch) -> Figure | None:
    """Read a number, or both ends of a range; the first end has the scale and unit of the second."""
    number = re.compile(_NUMBER)
    low = number.match(text, at)
    if low is None:
        return None
    low_unit = unit_at(text, low.end(), units)
    end = low.end() + len(low_unit)
    to = re.compile(_TO).match(text, end)
    high = number.match(text, to.end()) if to else None
    if high is None:
        plus = text[end : end + 1] == "+"
        unit = low_unit or (unit_behind(text, end + 1)[0] or ANY_UNIT if plus else "")
        return Figure((_quantity(low["digits"], low["scale"], unit),), end)
    high_unit = unit_at(text, high.end(), units)
    scale = low["scale"] if low_unit else low["scale"] or high["scale"]
    ends = (
        _quantity(low["digits"], scale, low_unit or high_unit),
        _quantity(high["digits"], high["scale"], high_unit),
    )
    return Figure(ends, high.end() + len(high_unit))


def _in_han(text: str, at: int, units: WordSearch) -> Figure | None:
    written = re.compile(_WRITTEN_OUT).match(text, at)
    unit = units.at(text, written.end()) if written else ""
    if written is None or not unit:
        return _range_in_han(text, at, units)
    number = in_plain_unit(with_places(written["number"]), written["scale"] + unit)
    return Figure((number,), written.end() + len(unit))


def _range_in_han(text: str, at: int, units: WordSearch) -> Figure | None:
    low = re.compile(_LOW_END).match(text, at)
    high = _in_han(text, low.end(), units) if low else None
    if low is None or high is None:
        return None
    end = high.quantities[0]
    return Figure((in_plain_unit(with_places(low["low"]), end.unit), end), high.end)


_SYMBOLS = (
    *(symbol.lstrip("十百千万亿") for symbol in unit_symbols()), *_COUNTED.split(), *_OTHER_UNITS.split()
)  # fmt: skip
UNITS = WordSearch(_SYMBOLS)


def units_with(symbols: Iterable[str]) -> WordSearch:
    """Return the units that a number can have, with those that a catalogue adds."""
    added = {symbol.lstrip("十百千万亿") for symbol in symbols} - set(_SYMBOLS)
    return WordSearch((*_SYMBOLS, *added)) if added - {""} else UNITS


def unit_at(text: str, at: int, units: WordSearch | None = None) -> str:
    """Return the unit at a position: one of ours, a measure word, or letters; and what it is counted per."""
    unit = (units or UNITS).at(text, at)
    letters = re.compile("[A-Za-zµ]+").match(text, at)
    if letters and len(letters[0]) > len(unit):
        unit = letters[0]
    per = re.compile(r"[/／][\u4e00-\u9fffA-Za-z]+").match(text, at + len(unit)) if unit else None
    return unit + (per[0].replace("／", "/") if per else "")


def unit_behind(text: str, at: int) -> tuple[str, int]:
    """Return the unit that stands behind the + of a number, in or after its quotes, and where it ends."""
    begins = at + (text[at : at + 1] in tuple("”’\"'"))
    unit = unit_at(text, begins)
    return unit, begins + len(unit) if unit else at


def _quantity(digits: str, scale: str, unit: str) -> WordedQuantity:
    """Return a written number; one with a scale and no unit leaves the unit out: 50亿."""
    number = Fraction(digits.replace(",", "").replace("，", ""))
    return in_plain_unit(number, scale + (unit or (ANY_UNIT if scale else "")))


def with_places(text: str) -> Fraction:
    """Return a number written out, with the places after its 点."""
    whole, _, places = text.partition("点")
    decimals = "".join(str(DIGITS[digit]) for digit in places)
    return Fraction(f"{written_out(whole)}.{decimals or 0}")


def written_out(text: str) -> int:
    """Return the number that Chinese numerals write; a scale without a number is one of it: 万亿, 百."""
    total, section, digit = 0, 0, None
    for sign in text:
        if sign in DIGITS:
            digit = DIGITS[sign] if digit is None else digit * 10 + DIGITS[sign]
        elif sign in TENS:
            section += (1 if digit is None or digit == 0 else digit) * TENS[sign]
            digit = None
        else:
            section += digit or 0
            total = ((total + section) or 1) * MYRIADS[sign]
            section, digit = 0, None
    return total + section + (digit or 0)
