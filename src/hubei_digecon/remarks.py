"""The one table of all kinds of remarks, gathered from the modules that raise them."""

from dataclasses import dataclass

from . import internal, relation_remarks, value_remarks
from .checking import reviews as book
from .diagnostics import DiagnosticKind, Severity
from .evaluate import assessment, checks, dates, magnitude, reviewing
from .items import remarks as items
from .load import (
    attached,
    catalogue,
    entities,
    faults,
    fields,
    inputs,
    later,
    named,
    observations,
    report_keys,
    reports,
    results,
    reviews,
    targets,
    weights,
    wording,
)
from .load.near import near_miss
from .load.tables import csv as separated
from .load.tables import cut, grouping, heading
from .load.tables.workbook import remarks as workbook
from .scoreboard import across, over_time
from .text import Text

UNKNOWN_ID = Text(
    "没有标识为“{id}”的问题。{suggestion}全部标识见 docs/diagnostics.md",
    "no remark has the id “{id}”; {suggestion}docs/diagnostics.md lists all",
)
IS_AN_ERROR = Text(
    "“{id}”是错误，须更正，不能忽略；能忽略的只有疑点和提示",
    "“{id}” is an error and must be mended; only warnings and notes can be left out",
)


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds of remarks that are about the same thing."""

    title: Text
    kinds: tuple[DiagnosticKind, ...]


GROUPS = (
    Group(Text("文件、语法和键", "Files, their syntax and their keys"), faults.KINDS),
    Group(
        Text("表格的列和行", "Columns and rows of tables"),
        (*separated.KINDS, *heading.KINDS, *cut.KINDS, *grouping.KINDS),
    ),
    Group(Text("工作簿", "Workbooks"), workbook.KINDS),
    Group(Text("日期、整数和选项", "Dates, whole numbers and words"), fields.KINDS),
    Group(Text("数值和计量单位", "Values and units"), value_remarks.KINDS),
    Group(Text("考核对象和指标", "Places and indicators"), named.KINDS),
    Group(Text("填报内容", "What a report says"), (*reports.KINDS, *report_keys.KINDS, *observations.KINDS)),
    Group(Text("佐证材料", "Documents"), attached.KINDS),
    Group(Text("复核内容", "What a review says"), reviews.KINDS),
    Group(Text("权重", "Weights"), weights.KINDS),
    Group(Text("给出的文件", "The files given"), (*inputs.KINDS, *results.KINDS)),
    Group(Text("复核文件与报告", "Which report a review is of"), book.KINDS),
    Group(Text("指标目录", "The catalogue"), catalogue.KINDS),
    Group(Text("目标", "Targets"), (*entities.KINDS, *later.KINDS)),
    Group(Text("目标原文", "The words that targets cite"), wording.KINDS),
    Group(Text("目标文件夹", "The folder of target files"), targets.KINDS),
    Group(Text("填报的数", "The figures of a report"), (*checks.KINDS, *dates.KINDS, *magnitude.KINDS)),
    Group(Text("指标之间的关系", "Figures held against each other"), relation_remarks.KINDS),
    Group(Text("清单", "Items"), items.KINDS),
    Group(Text("复核内容的效力", "What a review comes to"), reviewing.KINDS),
    Group(Text("核验结果", "The assessment"), assessment.KINDS),
    Group(Text("程序本身", "The program itself"), internal.KINDS),
    Group(Text("各地报告之间", "Reports of several places"), across.KINDS),
    Group(Text("同一地各期报告之间", "Reports of one place for several periods"), over_time.KINDS),
)
"""The kinds of each module, in the order in which a file meets them."""

DIAGNOSTICS: dict[str, DiagnosticKind] = {kind.id: kind for group in GROUPS for kind in group.kinds}
"""Every kind of remark by its id."""


def why_not_told(id: str, errors: bool) -> Text | None:
    """Return why a kind of remark cannot be selected or ignored by its ``id``, ``None`` where it can;
    ``errors``: whether those of errors may be.
    """
    if id not in DIAGNOSTICS:
        return UNKNOWN_ID.format(id=id, suggestion=near_miss(id, DIAGNOSTICS))
    is_error = DIAGNOSTICS[id].severity is Severity.ERROR
    return IS_AN_ERROR.format(id=id) if is_error and not errors else None
