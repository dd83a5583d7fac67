"""Splits an official wording into its parts: clauses of numbers, words, names, and what is left over.

A number is read with its scale and unit, in digits or written out: 1万家, 万亿元, 三十家, 百分之十, 全覆盖.
"""

import enum
import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..comparators import COMPARATORS
from ..units import UNITS
from .wording_words import TERMS, WORDS, Sense

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_HAN = "".join((*_DIGITS, *_TENS, *_MYRIADS))
_SCALE = "[十百千万亿]*"
_FULL_WIDTH = str.maketrans("０１２３４５６７８９．％＋＜＞＝　", "0123456789.%+<>= ")

_COUNTED = (
    "件",
    "台",
    "辆",
    "人",
    "架",
    "条",
    "座",
    "所",
    "款",
    "处",
    "次",
    "名",
    "位",
    "种",
    "类",
    "支",
    "只",
    "套",
)
_OTHER_UNITS = ("个百分点", "百分点", "元", "倍", "公里", "平方公里", "亩", "吨", "年", "月", "日", "天")


class Quantity(NamedTuple):
    """A number with its unit, in terms of the unit without its scale: 元, not 亿元."""

    number: Fraction
    unit: str


class PartKind(enum.Enum):
    """What a part of a wording is."""

    PHRASE = "a phrase of a comparator"
    WORD = "a word of the table"
    NUMBER = "a number, or a range of two"
    YEAR = "a year by which something is due"
    NAME = "a name of the indicator"
    NEUTRAL = "words that the writer lists as neutral"
    LEFT = "what is left over"


class Part(NamedTuple):
    """A part of a wording: its text, and what it is: a comparator id, a sense, numbers, or a year."""

    kind: PartKind
    text: str
    comparator: str = ""
    sense: Sense | None = None
    quantities: tuple[Quantity, ...] = ()
    year: int = 0


class Clause(NamedTuple):
    """The parts between two commas, and which sentence they are of."""

    sentence: int
    parts: tuple[Part, ...]


def clauses_of(wording: str, names: Iterable[str], neutral: Iterable[str] = ()) -> list[Clause]:
    """Return the clauses of a wording with their parts, in order.

    Args:
        wording: the official words.
        names: the indicator's own names; they say what the number is of.
        neutral: words that the writer says change nothing.
    """
    known = tuple(names), tuple(neutral)
    return [
        Clause(number, tuple(_parts(clause, *known)))
        for number, sentence in enumerate(_STOP.split(wording.translate(_FULL_WIDTH)))
        for clause in _PAUSE.split(sentence)
    ]


_STOP = re.compile("[。；;！!？?]")
_PAUSE = re.compile("、|(?<![0-9])[,，]|[,，](?![0-9]{3}(?![0-9]))")
"""What ends a clause; a comma between digits in threes is part of the number."""


def is_of_table(words: str) -> bool:
    """Whether some words hold a number, a word of the table or a phrase of a comparator."""
    if words in _BESIDE_NUMBERS:
        return True
    return any(
        part.kind in (PartKind.PHRASE, PartKind.WORD, PartKind.NUMBER) for part in _parts(words, (), ())
    )


def _parts(clause: str, names: tuple[str, ...], neutral: tuple[str, ...]) -> Iterator[Part]:
    pattern = _pattern(names, neutral)
    at, left, after_number = 0, "", False
    while at < len(clause):
        part, end = _part_at(clause, at, pattern, after_number)
        if part is None:
            left, after_number = left + clause[at:end], False
        else:
            if left:
                yield Part(PartKind.LEFT, left)
                left = ""
            yield part
            after_number = part.kind is PartKind.NUMBER
        at = end
    if left:
        yield Part(PartKind.LEFT, left)


_SILENT = re.compile(r"[\s“”\"'‘’（）()《》〈〉【】\[\]：:·]+")


def _part_at(clause: str, at: int, pattern: "_Pattern", after_number: bool) -> tuple[Part | None, int]:
    """Return the part that begins at a position and where it ends; no part where it is to be left over."""
    if silent := _SILENT.match(clause, at):
        return Part(PartKind.NEUTRAL, ""), silent.end()
    if name := pattern.names.match(clause, at):
        return Part(PartKind.NAME, name[0]), name.end()
    if year := _YEAR.match(clause, at):
        return Part(PartKind.YEAR, year[0], year=int(year["last"])), year.end()
    if compared := _COMPARED_YEAR.match(clause, at):
        return Part(PartKind.WORD, compared[0], sense=Sense.COMPARED), compared.end()
    if number := _number_at(clause, at):
        return number
    if after_number and (sign := _AFTER.match(clause, at)):
        return _word(sign[0]), sign.end()
    if term := _TERM.match(clause, at):
        is_neutral = pattern.neutral.match(clause, at)
        return (Part(PartKind.NEUTRAL, is_neutral[0]), is_neutral.end()) if is_neutral else (None, term.end())
    if word := _WORD.match(clause, at):
        return _word(word[0]), word.end()
    if neutral := pattern.neutral.match(clause, at):
        return Part(PartKind.NEUTRAL, neutral[0]), neutral.end()
    return None, at + 1


class _Pattern(NamedTuple):
    names: re.Pattern[str]
    neutral: re.Pattern[str]


@cache
def _pattern(names: tuple[str, ...], neutral: tuple[str, ...]) -> _Pattern:
    return _Pattern(_any_of(names), _any_of(word.translate(_FULL_WIDTH) for word in neutral))


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return what matches any of some words, a longer one first; of no words, nothing."""
    return re.compile("|".join(map(re.escape, sorted(filter(None, words), key=len, reverse=True))) or "(?!)")


_CALLS_FOR = {phrase.word: one.id for one in COMPARATORS.values() for phrase in one.phrases}
_SENSES = {word: sense for sense, words in WORDS.items() for word in words}
_BESIDE_NUMBERS = {word for word in (*_CALLS_FOR, *WORDS[Sense.ABOUT]) if len(word) == 1}
"""Signs that are a word of the table only beside a number: 达 in 发达 is none."""

_AFTER = _any_of(_BESIDE_NUMBERS)
_A_NUMBER = rf"\s*(?:[0-9]|百分之|[{_HAN}]+\s*(?:元|家|个|户|项|件|台|辆|人|架|条))"
_WORD = re.compile(
    "|".join(
        re.escape(word) + (f"(?={_A_NUMBER})" if word in _BESIDE_NUMBERS else "")
        for word in sorted({*_CALLS_FOR, *_SENSES}, key=len, reverse=True)
    )
)
_TERM = _any_of(TERMS)
_YEAR = re.compile(
    "(?:到|至|截至|截止)?(?:[0-9]{4}[-—–~～至])?(?P<last>[12][0-9]{3})年(?:年?底|年?末|前|全年)?(?!均)"
)
_COMPARED_YEAR = re.compile("(?:较|比|相比|相较于?|在)(?:[12][0-9]{3}年(?:底|末)?)(?:的?基础上)?")


def _word(word: str) -> Part:
    if word in _CALLS_FOR:
        return Part(PartKind.PHRASE, word, comparator=_CALLS_FOR[word])
    return Part(PartKind.WORD, word, sense=_SENSES[word])


_UNITS = "|".join(
    map(
        re.escape,
        sorted(
            {*(symbol.lstrip("十百千万亿") for symbol in UNITS), *_COUNTED, *_OTHER_UNITS} - {""},
            key=len,
            reverse=True,
        ),
    )
)
_UNIT = rf"{_UNITS}|[A-Za-zµ]+"
_DIGITED = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?"
_TO = "[-—–~～]{1,2}|至|到"
_NUMBER = re.compile(
    rf"(?P<low>{_DIGITED})(?P<low_scale>{_SCALE})\s*(?P<low_unit>{_UNIT})?"
    rf"(?:\s*(?:{_TO})\s*(?P<high>{_DIGITED})(?P<high_scale>{_SCALE})\s*(?P<high_unit>{_UNIT})?)?"
)
_WRITTEN_OUT = re.compile(rf"(?P<number>[{_HAN}]+)(?P<unit>{_UNITS})")
_PERCENT = re.compile(rf"百分之(?P<number>[{_HAN}]+(?:点[{''.join(_DIGITS)}]+)?)")
_WHOLE = re.compile("全覆盖|100%覆盖")


def _number_at(clause: str, at: int) -> tuple[Part, int] | None:
    for pattern, read in (
        (_WHOLE, _whole),
        (_PERCENT, _percent),
        (_NUMBER, _in_digits),
        (_WRITTEN_OUT, _in_words),
    ):
        if match := pattern.match(clause, at):
            return Part(PartKind.NUMBER, match[0], quantities=read(match)), match.end()
    return None


def _whole(_match: re.Match[str]) -> tuple[Quantity, ...]:
    return (Quantity(Fraction(1000), "‰"),)


def _percent(match: re.Match[str]) -> tuple[Quantity, ...]:
    whole, _, places = match["number"].partition("点")
    decimals = "".join(str(_DIGITS[digit]) for digit in places)
    return (Quantity(Fraction(f"{_written_out(whole)}.{decimals or 0}") * 10, "‰"),)


def _in_digits(match: re.Match[str]) -> tuple[Quantity, ...]:
    """Return the number, or both ends of a range; the first end has the scale and unit of the second."""
    if match["high"] is None:
        return (_quantity(match["low"], match["low_scale"], match["low_unit"]),)
    scale = match["low_scale"] if match["low_unit"] else match["low_scale"] or match["high_scale"]
    return (
        _quantity(match["low"], scale, match["low_unit"] or match["high_unit"]),
        _quantity(match["high"], match["high_scale"], match["high_unit"]),
    )


def _in_words(match: re.Match[str]) -> tuple[Quantity, ...]:
    return (in_plain_unit(Fraction(_written_out(match["number"])), match["unit"]),)


def _quantity(digits: str, scale: str, unit: str | None) -> Quantity:
    """Return a written number; one with a scale and no unit is of money: 50亿."""
    return in_plain_unit(Fraction(re.sub("[,，]", "", digits)), scale + (unit or ("元" if scale else "")))


def in_plain_unit(number: Fraction, unit: str) -> Quantity:
    """Return a number in terms of its unit without the scale: 4200 of 亿元 in 元, 13 of % in ‰."""
    plain = unit.lstrip("十百千万亿")
    for sign in unit[: len(unit) - len(plain)]:
        number *= _TENS.get(sign) or _MYRIADS[sign]
    return Quantity(number * 10, "‰") if plain == "%" else Quantity(number, plain)


def _written_out(text: str) -> int:
    """Return the number that Chinese numerals write; a scale without a number is one of it: 万亿, 百."""
    total, section, digit = 0, 0, None
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign] if digit is None else digit * 10 + _DIGITS[sign]
        elif sign in _TENS:
            section += (1 if digit is None or digit == 0 else digit) * _TENS[sign]
            digit = None
        else:
            section += digit or 0
            total = ((total + section) or 1) * _MYRIADS[sign]
            section, digit = 0, None
    return total + section + (digit or 0)
