"""What can be chosen or must be written in a cell: drop-downs and the dates of days, with a word of help."""

from collections.abc import Iterable
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...model.targets import Indicator
from ...model.words import Arrival, Counting, Level, Missing, State, Status
from ...render.view import View
from ...text import Text
from ...units import units_of

NOT_LISTED = Text("不在选项中，核验时可能读不出。", "This is none of the choices, and may not be read.")
NOT_A_DAY = Text("请写成日期，如 2026-01-20。", "Write a date, as in 2026-01-20.")

_FIRST, _LAST = 36_526, 73_050
"""The serial numbers of 2000-01-01 and 2099-12-31, between which a day is expected."""

_MOST = 255
"""Characters that a list of choices holds."""

WORDS: dict[str, tuple[Any, ...]] = {
    "status": tuple(word for word in Status if word is not Status.UNSTATED),
    "state": tuple(word for word in State if word is not State.NOT_ACHIEVED),
    "counting": tuple(Counting),
    "missing": tuple(Missing),
    "item.level": tuple(Level),
    "item.arrival": tuple(word for word in Arrival if word is not Arrival.SIGNED),
}
"""The closed lists of words, by the columns whose cells take one of them."""


class Choices:
    """The choices on one sheet; cells with the same ones share them."""

    def __init__(self, sheet: Worksheet, view: View) -> None:
        self._sheet, self._view = sheet, view
        self._made: dict[str, DataValidation] = {}

    def words(self, cell: str, key: str) -> None:
        """Let a cell take one of the words of a column."""
        self.one_of(cell, [self._view.say(_as_read(word, self._view)) for word in WORDS[key]])

    def units(self, cell: str, indicator: Indicator) -> None:
        """Let a cell take one of the units of an indicator's kind."""
        self.one_of(cell, units_of(indicator.kind))

    def one_of(self, cell: str, choices: Iterable[str]) -> None:
        """Let a cell take one of some choices; where they make no list of a rule, all is left open."""
        known = tuple(choices)
        listed = ",".join(known)
        if len(listed) <= _MOST and not any(mark in one for one in known for mark in ',"'):
            self._add(
                cell, listed, DataValidation("list", formula1=f'"{listed}"', allow_blank=True), NOT_LISTED
            )

    def day(self, cell: str) -> None:
        """Let a cell take a day."""
        rule = DataValidation("date", "between", _FIRST, _LAST, allow_blank=True)
        self._add(cell, "", rule, NOT_A_DAY)

    def _add(self, cell: str, key: str, rule: DataValidation, wrong: Text) -> None:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = rule
            made.showErrorMessage, made.errorStyle = True, "warning"
            made.error = self._view.say(wrong)
            self._sheet.add_data_validation(made)
        made.add(cell)


def _as_read(word: Any, view: View) -> Text:
    """Return a word of a closed list as a report can hold it: the term in Chinese, the id in English."""
    return Text(word.term.zh, word.id)
