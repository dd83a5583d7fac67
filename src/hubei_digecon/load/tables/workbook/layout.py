"""The sheets of the workbook that is a form, and what stands on its cover: one table for form and reader."""

import re
from dataclasses import dataclass

from ....names import folded
from ....text import Text
from ..columns import BY_HEADING, COLUMNS, INDICATOR, Column, Level


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by its name. ``begins`` is how names of it begin, where there can be several or the rest may
    be anything.
    """

    name: Text
    begins: Text | None = None

    def is_named(self, name: str) -> bool:
        """Whether ``name`` is one of this sheet: where a number goes on, it is that of another."""
        rest = "(?![0-9]).*" if self.begins else ""
        words = self.begins or self.name
        return any(
            re.fullmatch(f"{re.escape(folded(each))}{rest}", folded(name)) for each in (words.zh, words.en)
        )


COVER = Sheet(Text("封面", "Cover"))
INDICATORS = Sheet(Text("表1 指标完成情况", "Table 1 Indicators"), Text("表1", "Table 1"))
ITEMS = Sheet(Text("表2-{number} {name}", "Table 2-{number} {name}"), Text("表2", "Table 2"))
MILESTONES = Sheet(Text("表3 定性任务进展", "Table 3 Milestones"), Text("表3", "Table 3"))
GUIDE = Sheet(Text("填报说明", "Guide"))

SHEETS = (COVER, INDICATORS, ITEMS, MILESTONES, GUIDE)
"""Every sheet of the form, in the order in which they stand."""

ON_COVER = tuple(column for column in COLUMNS if column.level is Level.REPORT)
"""What is told of the whole report; each has a line on the cover."""

NUMBER = Text("序号", "No.")
ATTAINMENT = Text("完成率", "Attainment")
COMPUTED = frozenset(folded(words) for heading in (NUMBER, ATTAINMENT) for words in (heading.zh, heading.en))
"""Columns of the form that nobody fills and that are not read."""


def sheet_named(name: str) -> Sheet | None:
    """Return the sheet of this name; ``None`` where it is none of the form."""
    return next((sheet for sheet in SHEETS if sheet.is_named(name)), None)


def label(text: str) -> Column | None:
    """Return the column that a label of the cover, or above a list of items, stands for."""
    column = BY_HEADING.get(folded(text).rstrip(":"))
    return column if column in ON_COVER or column is INDICATOR else None


OPTIONAL = tuple(column for column in ON_COVER if column.key == "illustrative")
"""Lines that a cover can do without."""
