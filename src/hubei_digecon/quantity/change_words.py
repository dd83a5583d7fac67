"""Words of change in a value, written as what they assert: 下降3% is -3%, 翻一番 is 2倍.

A word is read only where one meaning is left: 下降 stands before a bare number, since of 下降3%以上 nobody
can tell on which side of -3% it lies, and 翻 only before 番.
"""

import re
from collections.abc import Iterable
from fractions import Fraction
from functools import cache

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..text import Text
from .numbers import plain

CHANGE_IN_WORDS = DiagnosticKind(
    "change-in-words",
    Severity.NOTE,
    Text("“{text}”按“{read_as}”读取", "“{text}” was read as “{read_as}”"),
    Text("写成数值，下降的写负数，如 -1.5%", "write the number, a fall as a negative one, as in -1.5%"),
    example=Example(
        Text("增速填报为“下降1.5%”", "a growth reported as 下降1.5%"),
        Text("增速填报为“-1.5%”", "a growth reported as -1.5%"),
        Sort.FILE,
    ),
)
KINDS = (CHANGE_IN_WORDS,)

RISES = ("增长", "提高", "上升", "增加")
FALLS = ("下降", "降低", "减少")
TIMES = "倍"

_DOUBLINGS = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "1": 1, "2": 2, "3": 3}
DOUBLING = f"翻了?(?:{'|'.join(filter(None, _DOUBLINGS))})?番"
"""How often something was doubled."""

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"


def times_of(text: str) -> Fraction | None:
    """Return how many times a value is after a doubling in words: 2 for 翻一番, 4 for 翻两番."""
    if not _pattern(DOUBLING).fullmatch(text):
        return None
    return Fraction(2 ** _DOUBLINGS[text.removeprefix("翻").removeprefix("了").removesuffix("番")])


def in_figures(text: str, lead: str, is_times: bool, units: Iterable[str]) -> str:
    """Return a change with its words as a sign or digits; as it is where nothing or too much is said.

    ``lead`` is a word that may stand before them; ``is_times``: it is a number of times, and what grew by
    so many times is one time more. ``units`` are those that can stand behind a fall.
    """
    bare = text.removeprefix(lead).strip(" ")
    times = times_of(bare) if is_times else None
    if times is not None:
        return f"{plain(times)}{TIMES}"
    if rise := _pattern(f"(?:{'|'.join(RISES)}) *(.+)").fullmatch(bare):
        return _one_more(rise[1], text) if is_times else rise[1]
    unit = "|".join(map(re.escape, units))
    fall = _pattern(f"(?:{'|'.join(FALLS)}) *({_NUMBER} *(?:{unit})?)").fullmatch(bare)
    return f"-{fall[1]}" if fall and not is_times else text


def _one_more(grown: str, text: str) -> str:
    """Return 2倍 for 1倍, with the decimals written."""
    found = _pattern(f"([^0-9]*)({_NUMBER})( *[^0-9]?{TIMES}.*)").fullmatch(grown)
    if found is None:
        return text
    whole, point, decimals = found[2].replace(",", "").partition(".")
    return f"{found[1]}{int(whole) + 1}{point}{decimals}{found[3]}"


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)
