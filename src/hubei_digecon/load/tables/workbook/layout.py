"""The sheets of the workbook that is a form, and what stands on its cover: one table for form and reader."""

import re
from typing import NamedTuple

from ....domain.names import folded
from ....shapes.columns import BY_HEADING, COLUMNS, INDICATOR, ColumnLevel, TableColumn
from ....shapes.text_kinds import DATED
from ....text import Text


class FormSheet(NamedTuple):
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


COVER = FormSheet(Text("封面", "Cover"))
INDICATORS = FormSheet(Text("表1 指标完成情况", "Table 1 Indicators"), Text("表1", "Table 1"))
ITEMS = FormSheet(Text("表2 清单", "Table 2 Lists"), Text("表2", "Table 2"))
MILESTONES = FormSheet(Text("表3 定性任务进展", "Table 3 Milestones"), Text("表3", "Table 3"))
DOCUMENTS = FormSheet(Text("佐证材料目录", "Documents"))
GUIDE = FormSheet(Text("填报说明", "Guide"))

SHEETS = (COVER, INDICATORS, ITEMS, MILESTONES, DOCUMENTS, GUIDE)
"""Every sheet of a form, in the order in which they stand; those of milestones and the guide are of forms of
the first version, whose lists have a sheet each.
"""

ON_COVER = tuple(column for column in COLUMNS if column.level is ColumnLevel.REPORT)
"""What is told of the whole report; each has a line on the cover."""

NUMBER = Text("序号", "No.")
ATTAINMENT, _FORMERLY = Text("完成率", "Rate"), Text("完成率", "Attainment")
OPINION = Text("核验意见", "Opinion of the assessor")
COMPUTED = frozenset(
    folded(words)
    for heading in (NUMBER, ATTAINMENT, _FORMERLY, OPINION)
    for words in (heading.zh, heading.en)
)
"""Columns of the form that the submitter does not fill and that are not read."""

DOCUMENT_NUMBER = TableColumn("number", "编号", "report", ("number",))
OF_DOCUMENTS = (
    DOCUMENT_NUMBER,
    TableColumn("title", "材料名称", "report", ("title",)),
    TableColumn("issuer", "出具单位", "report", ("issuer",)),
    TableColumn("document", "文号或文件", "report", ("document",)),
    TableColumn("dated", "日期", "report", ("dated",), DATED.name),
)
"""The columns of the list of documents, in its order."""


def sheet_named(name: str) -> FormSheet | None:
    """Return the sheet of this name; ``None`` where it is none of the form."""
    return next((sheet for sheet in SHEETS if sheet.is_named(name)), None)


def label(text: str) -> TableColumn | None:
    """Return the column that a label of the cover, or above a list of items, stands for."""
    column = BY_HEADING.get(folded(text).rstrip(":"))
    return column if column in ON_COVER or column is INDICATOR else None


OPTIONAL = tuple(column for column in ON_COVER if column.key == "illustrative")
"""Lines that a cover can do without."""
