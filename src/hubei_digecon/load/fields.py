"""Reads the values of one mapping by our own grammar: text, dates, periods, words, whole numbers.

Nothing here stops at a fault: it is noted, the value counts as absent, and reading goes on, so that
all faults of a file are told in one run.
"""

import datetime
import enum
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, remark
from ..model.reports import Dated, Period
from ..text import Text
from . import tree
from .dates import YEARS, Readings, date_of, dates_in_question, period_of, period_within, periods_in_question
from .faults import MISSING_KEY, UNKNOWN_FORMAT
from .later import NOT_YET, is_later_word
from .near import suggestion

BAD_DATE = DiagnosticKind(
    "bad-date",
    Severity.ERROR,
    Text("“{text}”不是日历上的日期", "“{text}” is not a date of the calendar"),
    Text(
        "{clue}写成“年-月-日”，如 2026-01-20（2026/1/20、2026年1月20日亦可）",
        "{clue}write year-month-day, as in 2026-01-20 (2026/1/20 and 2026年1月20日 too)",
    ),
    example=Example(
        fails="submitted: {by: 示例单位, date: 2026-02-30}",
        passes="submitted: {by: 示例单位, date: 2026-02-28}",
    ),
)
BAD_PERIOD = DiagnosticKind(
    "bad-period",
    Severity.ERROR,
    Text("“{text}”不是可以读取的报告期", "“{text}” is not a period that can be read"),
    Text(
        "{clue}写成年份，如 2025；或1月至某月，如 2025-M09（2025年1—9月、2025年前三季度亦可）",
        "{clue}write a year, as in 2025, or January to a month, as in 2025-M09 (2025年1—9月 and 2025-Q3 too)",
    ),
    example=Example(fails="period: 2025-12", passes="period: 2025"),
)
NOT_WHOLE = DiagnosticKind(
    "not-whole",
    Severity.ERROR,
    Text(
        "“{key}”应为{least}到{most}之间的整数，实际是“{text}”",
        "“{key}” should be a whole number from {least} to {most}, but is “{text}”",
    ),
    Text("用半角数字写整数", "write a whole number in digits"),
    example=Example(
        fails="submitted: {by: 示例单位, date: 2026-01-20, revision: 二}",
        passes="submitted: {by: 示例单位, date: 2026-01-20, revision: 2}",
    ),
)
UNKNOWN_WORD = DiagnosticKind(
    "unknown-word",
    Severity.ERROR,
    Text("“{text}”不能用于“{key}”", "“{text}” is not a word for “{key}”"),
    Text("{suggestion}可用：{words}", "{suggestion}words that can stand here: {words}"),
    example=Example(
        fails="illustrative: 也许",
        passes="illustrative: 是",
    ),
)
TWO_READINGS = DiagnosticKind(
    "two-readings",
    Severity.WARNING,
    Text(
        "“{text}”可指{one}，也可指{other}，按未填写处理",
        "“{text}” can mean {one}, or {other}; it counts as not given",
    ),
    Text("写明是哪一种", "say which it is"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, period: 2025年9月}}",
        passes="observations: {gdp: {value: 1000亿元, period: 2025年1—9月}}",
    ),
)
YEAR_OF_REPORT = DiagnosticKind(
    "year-of-report",
    Severity.NOTE,
    Text(
        "“{text}”没有写年份，按报告期所在年份读作{period}",
        "“{text}” has no year; with that of the report it was read as {period}",
    ),
    Text("写明年份，如 2025年1—9月", "write the year too, as in 2025年1—9月"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, period: 前三季度}}",
        passes="observations: {gdp: {value: 1000亿元, period: 2025年前三季度}}",
    ),
)
KINDS = (BAD_DATE, BAD_PERIOD, TWO_READINGS, YEAR_OF_REPORT, NOT_WHOLE, UNKNOWN_WORD)

BLANK_MARKS = ("/", "／", "—", "——", "－", "-", "–", "--", "无", "暂无")
"""What people write into a cell that they have nothing to write in."""

REVISIONS = (1, 9999)
WHOLE_DIGITS = 6
"""How many digits a whole number may be written with, zeros before it included."""

_CAN_MEAN = Text("可指{one}，也可指{other}；", "it can mean {one}, or {other}; ")
_WHOLE = re.compile(f"[0-9]{{1,{WHOLE_DIGITS}}}")

YES = {
    "true": True, "false": False, "是": True, "否": False, "TRUE": True, "FALSE": False, "True": True,
    "False": False,
}  # fmt: skip
"""How a flag can be written; spreadsheets write it in capitals."""


def words_of(words: type[enum.Enum], *leave_out: enum.Enum) -> dict[str, Any]:
    """Return how the members of a closed list can be written: by id, or by the Chinese term."""
    members = [member for member in words if member not in leave_out]
    written: dict[str, Any] = {member.id: member for member in members}  # type: ignore[attr-defined]
    written.update({member.term.zh: member for member in members})  # type: ignore[attr-defined]
    return written


class Fields:
    """The values of one mapping, and where faults in them are noted."""

    __slots__ = ("at", "faults", "node", "short")

    def __init__(self, node: dict[str, Any], at: Path, faults: list[Diagnostic], short: bool = False) -> None:
        self.node, self.at, self.faults, self.short = node, at, faults, short

    def __contains__(self, key: str) -> bool:
        return self.node.get(key) is not None

    def text(self, key: str) -> str | None:
        """Return the text under ``key``, without blanks around it; ``None`` where nothing is left."""
        value = self.node.get(key)
        return value.strip() or None if isinstance(value, str) else None

    def optional(self, key: str) -> str | None:
        """Return the text under a key that need not be there: a mark that stands for nothing is none."""
        text = self.text(key)
        return None if text in BLANK_MARKS else text

    def needed(self, key: str) -> str | None:
        """Return the text under a required key; blank text is a fault, as no text is to the door."""
        text = self.text(key)
        if text is None and key in self:
            self.fault(MISSING_KEY, key, key=key)
        return text

    def date(self, key: str) -> datetime.date | None:
        """Return the day under ``key``."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return date_of(text)
        except ValueError:
            self.fault(BAD_DATE, key, text=text, clue=_clue(dates_in_question(text)))
            return None

    def dated(self, key: str, read: Callable[[str], Dated]) -> Dated | None:
        """Return the day under ``key``, or the days between which it lies; one that can mean two things is
        asked about, and counts as not given.
        """
        text = self.optional(key)
        if text is None:
            return None
        try:
            return read(text)
        except ValueError:
            readings = dates_in_question(text)
            if readings:
                self.ask(key, text, readings)
            else:
                self.fault(BAD_DATE, key, text=text, clue="")
            return None

    def period(self, key: str) -> Period | None:
        """Return the period under ``key``: a year, or January to the end of a month of it."""
        text = self.text(key)
        if text is None:
            return None
        period = period_of(text)
        if period is None:
            self.fault(BAD_PERIOD, key, text=text, clue=_clue(periods_in_question(text)))
        return period

    def period_of_figure(self, key: str, year: int | None) -> Period | None:
        """Return the period of one figure of a report for ``year``, ``None`` where that could not be read;
        one that can mean two things is asked about.
        """
        text = self.text(key)
        if text is None:
            return None
        period = period_of(text)
        if period is None and (within := period_within(text, year or YEARS[0])):
            if year is None:
                return None  # the report has no period, which is told of the whole of it
            self.fault(YEAR_OF_REPORT, key, text=text, period=within)
            period = within
        if period is None:
            readings = periods_in_question(text)
            if readings:
                self.ask(key, text, readings)
            else:
                self.fault(BAD_PERIOD, key, text=text, clue="")
        return period

    def ask(self, key: str, text: str, readings: Readings) -> None:
        """Note that what stands under ``key`` can mean two things and counts as not given."""
        self.fault(TWO_READINGS, key, text=text, one=readings.one, other=readings.other)

    def whole(self, key: str, least: int, most: int) -> int | None:
        """Return the whole number under ``key``, between two bounds."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return whole_of(text, least, most)
        except ValueError:
            self.fault(NOT_WHOLE, key, key=key, text=text, least=least, most=most)
            return None

    def word(self, key: str, words: Mapping[str, Any], called: str = "") -> Any:
        """Return what the word under ``key`` stands for in a closed list.

        A short form stands under another key than the one it is ``called`` in full.
        """
        text = self.text(key)
        if text is None:
            return None
        if text not in words and is_later_word(key, text):
            self.fault(NOT_YET, key, text=text)
        elif text not in words:
            meant = suggestion(text, words)
            listed = ", ".join(words)
            self.fault(UNKNOWN_WORD, key, key=called or key, text=text, suggestion=meant, words=listed)
        return words.get(text)

    def flag(self, key: str) -> bool:
        """Return whether ``key`` is true; left out, it is not."""
        return bool(self.word(key, YES))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts listed under ``key``."""
        return tuple(str(text).strip() for text in self.node.get(key) or () if text)

    def elements(self, key: str) -> tuple[tree.Scalar, ...]:
        """Return the texts listed under ``key`` with their places."""
        return tuple(text for text in self.node.get(key) or () if isinstance(text, tree.Scalar))

    def both(self, key: str) -> Text | None:
        """Return words given in both languages, ``{zh: …, en: …}``."""
        inside = self.inside(key)
        return inside.as_text() if inside else None

    def as_text(self) -> Text:
        """Return this mapping itself as words in both languages."""
        return Text(self.text("zh") or "", self.text("en") or "")

    def inside(self, key: str, short: str = "") -> "Fields | None":
        """Return the mapping under ``key``; plain text stands for its key ``short``."""
        return self._fields(self.node.get(key), (*self.at, key), short)

    def each(self, key: str, short: str = "") -> "Iterator[Fields]":
        """Return the mappings listed under ``key``."""
        for index, node in enumerate(self.node.get(key) or ()):
            fields = self.element(key, index, node, short)
            if fields:
                yield fields

    def element(self, key: str, index: int, node: Any, short: str = "") -> "Fields | None":
        """Return the mapping ``node``, which is listed under ``key`` as number ``index``."""
        return self._fields(node, (*self.at, key, index), short)

    def entries(self, key: str, short: str = "") -> "Iterator[tuple[str, Fields]]":
        """Return the mappings under the keys of ``key``, by key; those left empty are not there."""
        for name, node in (self.node.get(key) or {}).items():
            fields = self.entry(key, name, node, short)
            if fields:
                yield str(name), fields

    def entry(self, key: str, name: str, node: Any, short: str = "") -> "Fields | None":
        """Return the mapping ``node``, which stands under the key ``name`` of ``key``."""
        return self._fields(node, (*self.at, key, str(name)), short)

    def fault_at(self, kind: DiagnosticKind, key: str, node: tree.Node, /, **values: object) -> None:
        """Note a fault at one value under ``key``: an element of a list."""
        self.faults.append(remark(kind, (*self.at, key), tree.place_of(node), **values))

    def fault(self, kind: DiagnosticKind, key: str = "", /, **values: object) -> None:
        """Note a fault at ``key``, or at the mapping itself."""
        at = (*self.at, key) if key else self.at
        node = self.node.get(key) if key else self.node
        place = tree.key_place(self.node, key) if node is None else tree.place_of(node)
        self.faults.append(remark(kind, at, place, **values))

    def _fields(self, node: Any, at: Path, short: str) -> "Fields | None":
        if isinstance(node, dict):
            return Fields(node, at, self.faults)
        return Fields(_expanded(node, short), at, self.faults, short=True) if isinstance(node, str) else None


def _expanded(text: str, short: str) -> dict[str, Any]:
    """Return the mapping that plain text stands for, in its place."""
    if not isinstance(text, tree.Scalar):
        return {short: text}
    expanded = tree.Mapping({short: text})
    expanded.start, expanded.end = text.start, text.end
    return expanded


def _clue(readings: Readings | None) -> Text | str:
    """Return what a text can mean, as a part of how to mend it."""
    return _CAN_MEAN.format(one=readings.one, other=readings.other) if readings else ""


def whole_of(text: str, least: int, most: int) -> int:
    """Return the whole number that a text writes.

    Raises:
        ValueError: where it is none, or not between the two bounds.
    """
    if not _WHOLE.fullmatch(text) or not least <= int(text) <= most:
        raise ValueError(text)
    return int(text)


def check_format(fields: Fields, expected: str) -> None:
    """Note a fault where a file says that it is of another format or version."""
    stated = fields.text("format")
    if stated is not None and stated != expected:
        fields.fault(UNKNOWN_FORMAT, "format", text=stated, expected=expected)
