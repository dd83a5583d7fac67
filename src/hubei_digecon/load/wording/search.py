"""Finds words of closed lists in a text, longest first, and the years that it names."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple


class WordSearch:
    """Finds the longest of some words at a place in a text; regular expressions would cost every start."""

    def __init__(self, words: Iterable[str]) -> None:
        self._by_sign: dict[str, list[str]] = {}
        for word in sorted({*words} - {""}, key=len, reverse=True):
            self._by_sign.setdefault(word[0], []).append(word)

    def at(self, text: str, at: int, fits: Callable[[str], bool] = bool) -> str:
        """Return the longest word that begins at a position and ``fits``; none is an empty text."""
        words = self._by_sign.get(text[at : at + 1], ())
        return next((word for word in words if text.startswith(word, at) and fits(word)), "")


class YearAt(NamedTuple):
    """A year in a text and where it ends. ``after``: that many years after the document's own instead.
    ``is_compared``: something is compared with that year, and not due by it. ``spans``: it is no year, but so
    many of them.
    """

    end: int
    year: int = 0
    after: int | None = None
    is_compared: bool = False
    spans: int = 0


_YEAR_END = "(?:12月)?(?:年?底|年?末|31日|前|全年)*"
_YEAR = (
    f"(?:到|至|截至|截止)?(?:[0-9]{{4}}年?[-—–~～至])?(?P<last>[12][0-9]{{3}})年{_YEAR_END}(?!均|增长|平均)"
)
_SPAN = "[12][0-9]{3}[-—–~～至]{1,2}(?P<last>[12][0-9]{3})(?=[）)]|$)"
_PLAN = '(?:到|至)?[“"]?十(?P<plan>[三四五六])五[”"]?(?:时期|期间|规划期)?(?:期?末|底|期间)?'
_AGO = "(?:较|比|相比|相较于?|在)"
_THEN = '(?P<year>[12][0-9]{3})年(?:底|末)?|[“"]?十(?P<plan>[三四五六])五[”"]?(?:期?末|底)'
_TIMES_OF = "(?P<of>[12][0-9]{3})年(?:底|末)?的(?=[0-9.一两二三四五六七八九十]+倍)"
_COMPARED = f"{_AGO}(?:于)?(?:{_THEN})(?:的?基础上)?"
_SPANS = "一二三四五六七八九十"
_SPAN_OF_YEARS = f"(?:未来|今后|用)?(?:(?P<digits>[1-9])|(?P<han>[{_SPANS}两]))年(?:时间|以来|间|内|来)?"
_RELATIVE = {"今年": 0, "本年": 0, "明年": 1, "后年": 2}
_RELATIVES = WordSearch(_RELATIVE)
_BEGIN_YEARS = frozenset(f'到至截较比相在今本明后未用两{_SPANS}“"0123456789')
_PLANS = {"三": 2020, "四": 2025, "五": 2030, "六": 2035}
"""The last year of each five-year plan: 十四五 ends in 2025."""


def year_at(text: str, at: int) -> YearAt | None:
    """Return the year by which something is due, or with which it is compared."""
    if text[at] not in _BEGIN_YEARS:
        return None
    if times := re.compile(_TIMES_OF).match(text, at):
        return YearAt(times.end(), int(times["of"]), is_compared=True)
    if year := re.compile(_YEAR).match(text, at) or re.compile(_SPAN).match(text, at):
        return YearAt(year.end(), int(year["last"]))
    if plan := re.compile(_PLAN).match(text, at):
        return YearAt(plan.end(), _PLANS[plan["plan"]])
    if compared := re.compile(_COMPARED).match(text, at):
        year_of = int(compared["year"]) if compared["year"] else _PLANS[compared["plan"]]
        return YearAt(compared.end(), year_of, is_compared=True)
    if relative := _RELATIVES.at(text, at):
        return YearAt(at + len(relative), after=_RELATIVE[relative])
    if span := re.compile(_SPAN_OF_YEARS).match(text, at):
        number = 2 if span["han"] == "两" else _SPANS.find(span["han"] or " ") + 1
        return YearAt(span.end(), spans=int(span["digits"] or number))
    return None


_BASE = r"(?P<from>由|从)?(?P<in>[（(])?(?:于)?(?:(?P<year>[12][0-9]{3})年(?:底|末)?)?的?(?:为|是|：|:)?\s*"


def base_at(text: str, at: int) -> "tuple[int, int, bool] | None":
    """Return the year (0 where none is named) of a value that a wording says it starts from, the position of
    that value, and whether a bracket closes it: 由2020年的8.7%提高到, （2020年8.7%）.
    """
    if text[at] not in "由从（(":
        return None
    found = re.compile(_BASE).match(text, at)
    if found is None or not (found["from"] or (found["in"] and found["year"])):
        return None
    return int(found["year"] or 0), found.end(), bool(found["in"])
