"""What can be chosen or must be written in a cell: drop-downs and the dates of days, with a word of help."""

from collections.abc import Iterable
from typing import Any

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...domain.targets import Indicator
from ...shapes.columns import COLUMNS
from ...shapes.text_kinds import STATE
from ...show.view import View
from ...text import Text

NOT_LISTED = Text("不在选项中，核验时可能读不出。", "This is none of the choices, and may not be read.")
NOT_A_DAY = Text("请写成日期，如 2026-01-20。", "Write a date, as in 2026-01-20.")

_FIRST, _LAST = 36_526, 73_050
"""The serial numbers of 2000-01-01 and 2099-12-31, between which a day is expected."""

_MOST = 255
"""Characters that a list of choices holds."""

WORDS: dict[str, tuple[Any, ...]] = {
    "state": STATE.choices,
    **{column.key: column.kind.choices for column in COLUMNS if column.kind.choices},
}
"""The closed lists of words, by the columns whose cells take one of them."""


class Choices:
    """The choices on one sheet; cells with the same ones share them."""

    def __init__(self, sheet: Worksheet, view: View) -> None:
        self._sheet, self._view = sheet, view
        self._made: dict[str, DataValidation] = {}

    def words(self, cell: str, key: str, name: str = "") -> None:
        """Let a cell take one of the words of a column; cells share that by the words, or by a name."""
        self.one_of(cell, [self._view.say(_as_read(word, self._view)) for word in WORDS[key]], name)

    def units(self, cell: str, indicator: Indicator) -> None:
        """Let a cell take one of the units of an indicator."""
        self.one_of(cell, indicator.units.full)

    def one_of(self, cell: str, choices: Iterable[str], name: str = "") -> None:
        """Let a cell take one of some choices; where they make no list of a rule, all is left open."""
        known = tuple(choices)
        listed = ",".join(known)
        if len(listed) <= _MOST and not any(mark in one for one in known for mark in ',"'):
            rule = DataValidation("list", formula1=f'"{listed}"', allow_blank=True)
            self._add(cell, name or listed, rule, NOT_LISTED)

    def day(self, cell: str) -> None:
        """Let a cell take a day."""
        rule = DataValidation(
            "date", operator="between", formula1=str(_FIRST), formula2=str(_LAST), allow_blank=True
        )
        self._add(cell, "", rule, NOT_A_DAY)

    def tell(self, cell: str, title: str, words: str, key: str = "") -> None:
        """Say something when a cell is selected; with a ``key``, it takes one of the words of a column."""
        if key:
            self.words(cell, key, words)
            rule = self._made[words]
        else:
            rule = DataValidation(allow_blank=True)
            self._sheet.add_data_validation(rule)
            rule.add(cell)
        rule.showInputMessage, rule.promptTitle, rule.prompt = True, title, words

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
