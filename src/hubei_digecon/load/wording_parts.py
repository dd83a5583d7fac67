"""Splits an official wording into its parts: clauses of numbers, words, names, and what is left over.

A number is read with its scale and unit, in digits or written out: 1万家, 万亿元, 三十家, 百分之十, 全覆盖.
"""

import enum
import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from ..comparators import COMPARATORS
from ..units import UNITS
from .wording_words import FIRM, TERMS, WORDS, Sense

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
    NEUTRAL = "words that change nothing, by the table of firm ones or as the writer lists them"
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


class _Words:
    """Finds the longest of some words at a place in a text; regular expressions would cost every start."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_sign: dict[str, list[str]] = {}
        for word in sorted({*words} - {""}, key=len, reverse=True):
            self._by_sign.setdefault(word[0], []).append(word)

    def at(self, text: str, at: int, fits: Callable[[str], bool] = bool) -> str:
        """Return the longest word that begins at a position and ``fits``; none is an empty text."""
        words = self._by_sign.get(text[at : at + 1], ())
        return next((word for word in words if text.startswith(word, at) and fits(word)), "")


_CALLS_FOR = {phrase.word: one.id for one in COMPARATORS.values() for phrase in one.phrases}
_SENSES = {word: sense for sense, words in WORDS.items() for word in words}
_BESIDE_NUMBERS = {word for word in (*_CALLS_FOR, *WORDS[Sense.ABOUT]) if len(word) == 1}
"""Signs that are a word of the table only beside a number: 达 in 发达 is none."""

_AFTER = _Words(_BESIDE_NUMBERS)
_TABLE = _Words((*_CALLS_FOR, *_SENSES))
_TERMS = _Words(TERMS)
_FIRM = _Words(FIRM)
_UNITS = _Words((*(symbol.lstrip("十百千万亿") for symbol in UNITS), *_COUNTED, *_OTHER_UNITS))
_SILENT = frozenset(" \t\n“”\"'‘’（）()《》〈〉【】[]：:·")


def _parts(clause: str, names: tuple[str, ...], neutral: tuple[str, ...]) -> Iterator[Part]:
    known = _Words(names), _Words(word.translate(_FULL_WIDTH) for word in neutral)
    at, left, after_number = 0, "", False
    while at < len(clause):
        part, end = _part_at(clause, at, *known, after_number)
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


def _part_at(
    clause: str, at: int, names: _Words, neutral: _Words, after_number: bool
) -> tuple[Part | None, int]:
    """Return the part that begins at a position and where it ends; no part where it is to be left over."""
    if clause[at] in _SILENT:
        return Part(PartKind.NEUTRAL, ""), at + 1
    if name := names.at(clause, at):
        return Part(PartKind.NAME, name), at + len(name)
    if found := _year_at(clause, at) or _number_at(clause, at):
        return found
    if after_number and (sign := _AFTER.at(clause, at)):
        return _word(sign), at + 1
    if term := _TERMS.at(clause, at):
        listed = neutral.at(clause, at)
        return (Part(PartKind.NEUTRAL, listed), at + len(listed)) if listed else (None, at + len(term))
    if word := _TABLE.at(clause, at, lambda word: _is_word(clause, at, word)):
        return _word(word), at + len(word)
    if listed := neutral.at(clause, at) or _FIRM.at(clause, at):
        return Part(PartKind.NEUTRAL, listed), at + len(listed)
    return None, at + 1


def _is_word(clause: str, at: int, word: str) -> bool:
    """Whether a word of the table is one where it stands: some signs only before a number."""
    if word not in _BESIDE_NUMBERS:
        return True
    rest = clause[at + 1 :].lstrip()
    return rest[:1].isdigit() or _number_at(rest, 0) is not None


def _word(word: str) -> Part:
    if word in _CALLS_FOR:
        return Part(PartKind.PHRASE, word, comparator=_CALLS_FOR[word])
    return Part(PartKind.WORD, word, sense=_SENSES[word])


_YEAR_END = "(?:12月)?(?:年?底|年?末|31日|前|全年)*"
_YEAR = f"(?:到|至|截至|截止)?(?:[0-9]{{4}}[-—–~～至])?(?P<last>[12][0-9]{{3}})年{_YEAR_END}(?!均)"
_COMPARED_YEAR = "(?:较|比|相比|相较于?|在)(?:[12][0-9]{3}年(?:底|末)?)(?:的?基础上)?"
_BEGIN_YEARS = frozenset("到至截较比相在0123456789")


def _year_at(clause: str, at: int) -> tuple[Part, int] | None:
    """Return the year by which something is due, or with which it is compared."""
    if clause[at] not in _BEGIN_YEARS:
        return None
    if year := re.compile(_YEAR).match(clause, at):
        return Part(PartKind.YEAR, year[0], year=int(year["last"])), year.end()
    if compared := re.compile(_COMPARED_YEAR).match(clause, at):
        return Part(PartKind.WORD, compared[0], sense=Sense.COMPARED), compared.end()
    return None


_IN_THREES = r"[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
_NUMBER = rf"(?P<digits>{_IN_THREES}|[0-9]+(?:\.[0-9]+)?)(?P<scale>{_SCALE})\s*"
_TO = r"\s*(?:[-—–~～]{1,2}|至|到)\s*(?=[0-9])"
_PLACES = f"(?:点[{''.join(_DIGITS)}]+)?"
_WRITTEN_OUT = f"(?P<number>[{_HAN}]+{_PLACES})(?P<scale>{_SCALE})"
_PERCENT = f"百分之(?P<number>[{_HAN}]+{_PLACES})"
_ALL_COVERED = ("全覆盖", "100%覆盖")


def _number_at(clause: str, at: int) -> tuple[Part, int] | None:
    """Return the number that begins at a position, or the range of two."""
    for covered in _ALL_COVERED:
        if clause.startswith(covered, at):
            return _number_part(clause, at, at + len(covered), Quantity(Fraction(1000), "‰"))
    if clause[at].isdigit():
        return _in_digits(clause, at)
    if percent := clause[at] == "百" and re.compile(_PERCENT).match(clause, at):
        return _number_part(clause, at, percent.end(), Quantity(_with_places(percent["number"]) * 10, "‰"))
    return _in_words(clause, at) if clause[at] in _HAN else None


def _number_part(clause: str, at: int, end: int, *quantities: Quantity) -> tuple[Part, int]:
    return Part(PartKind.NUMBER, clause[at:end], quantities=quantities), end


def _with_places(text: str) -> Fraction:
    whole, _, places = text.partition("点")
    decimals = "".join(str(_DIGITS[digit]) for digit in places)
    return Fraction(f"{_written_out(whole)}.{decimals or 0}")


def _in_digits(clause: str, at: int) -> tuple[Part, int] | None:
    """Read a number, or both ends of a range; the first end has the scale and unit of the second."""
    number = re.compile(_NUMBER)
    low = number.match(clause, at)
    if low is None:
        return None
    low_unit = _unit_at(clause, low.end())
    end = low.end() + len(low_unit)
    to = re.compile(_TO).match(clause, end)
    high = number.match(clause, to.end()) if to else None
    if high is None:
        return _number_part(clause, at, end, _quantity(low["digits"], low["scale"], low_unit))
    high_unit = _unit_at(clause, high.end())
    scale = low["scale"] if low_unit else low["scale"] or high["scale"]
    return _number_part(
        clause,
        at,
        high.end() + len(high_unit),
        _quantity(low["digits"], scale, low_unit or high_unit),
        _quantity(high["digits"], high["scale"], high_unit),
    )


def _in_words(clause: str, at: int) -> tuple[Part, int] | None:
    written = re.compile(_WRITTEN_OUT).match(clause, at)
    unit = _UNITS.at(clause, written.end()) if written else ""
    if written is None or not unit:
        return None
    number = in_plain_unit(_with_places(written["number"]), written["scale"] + unit)
    return _number_part(clause, at, written.end() + len(unit), number)


def _unit_at(clause: str, at: int) -> str:
    """Return the unit at a position: one of ours, a measure word, or letters."""
    if unit := _UNITS.at(clause, at):
        return unit
    letters = re.compile("[A-Za-zµ]+").match(clause, at)
    return letters[0] if letters else ""


def _quantity(digits: str, scale: str, unit: str) -> Quantity:
    """Return a written number; one with a scale and no unit is of money: 50亿."""
    return in_plain_unit(
        Fraction(digits.replace(",", "").replace("，", "")), scale + (unit or ("元" if scale else ""))
    )


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
