"""The one table of all kinds of diagnostics, gathered from the modules that raise them."""

from importlib import import_module

from ..records import NamedTuple
from ..text import Text
from . import DiagnosticKind, Severity
from .suggest import near_miss

UNKNOWN_ID = Text(
    "没有标识为“{id}”的问题。{suggestion}全部标识见 docs/diagnostics.md",
    "no diagnostic has the id “{id}”; {suggestion}docs/diagnostics.md lists all",
)
IS_AN_ERROR = Text(
    "“{id}”是错误，须更正，不能忽略；能忽略的只有疑点和提示",
    "“{id}” is an error and must be fixed; only warnings and notes can be left out",
)


class Group(NamedTuple):
    """Kinds of diagnostics that are about the same thing, by the modules that raise them."""

    title: Text
    modules: tuple[str, ...]

    @property
    def kinds(self) -> tuple[DiagnosticKind, ...]:
        """The kinds of each module, in the order in which a file meets them."""
        package = __package__.rpartition(".")[0]
        return tuple(kind for name in self.modules for kind in import_module(f"{package}.{name}").KINDS)


GROUPS = (
    Group(Text("文件、语法和键", "Files, their syntax and their keys"), ("load.faults",)),
    Group(
        Text("表格的列和行", "Columns and rows of tables"),
        (
            "load.tables.csv",
            "load.tables.heading",
            "load.tables.cut",
            "load.tables.grouping",
            "load.tables.arrow.diagnostics",
        ),
    ),
    Group(Text("工作簿", "Workbooks"), ("load.tables.workbook.diagnostics",)),
    Group(Text("日期、整数和选项", "Dates, whole numbers and words"), ("shapes.diagnostics",)),
    Group(Text("数值和计量单位", "Values and units"), ("quantity.diagnostics", "quantity.change_words")),
    Group(Text("考核对象和指标", "Places and indicators"), ("load.references",)),
    Group(
        Text("填报内容", "What a report says"),
        (
            "load.reports",
            "load.observations",
        ),
    ),
    Group(Text("佐证材料", "Documents"), ("load.attachments",)),
    Group(Text("复核内容", "What a review says"), ("load.reviews",)),
    Group(Text("权重", "Weights"), ("load.weights",)),
    Group(
        Text("给出的文件", "The files given"),
        (
            "load.search.inputs",
            "load.results",
        ),
    ),
    Group(Text("复核意见与报告", "Which report a review is of"), ("run.reviews",)),
    Group(Text("名录", "Registers of items"), ("load.registers.diagnostics",)),
    Group(Text("往期报告", "Earlier reports"), ("run.history",)),
    Group(Text("指标目录", "The catalogue"), ("load.catalogue", "load.changes")),
    Group(Text("目标", "Targets"), ("load.entities",)),
    Group(Text("目标原文", "The words that targets cite"), ("load.wording.diagnostics",)),
    Group(Text("目标文件夹", "The folder of target files"), ("load.targets",)),
    Group(
        Text("核验所依据的文件", "The documents judged by"),
        ("judging.by_document", "judging.between_documents"),
    ),
    Group(
        Text("填报的数", "The figures of a report"),
        (
            "judging.checks",
            "judging.late_dates",
            "judging.magnitude",
        ),
    ),
    Group(
        Text("指标之间的关系", "Figures held against each other"),
        ("judging.relation_diagnostics", "judging.rate_diagnostics"),
    ),
    Group(Text("清单", "Items"), ("judging.items.diagnostics", "judging.registered")),
    Group(Text("复核内容的效力", "What a review comes to"), ("judging.reviewing",)),
    Group(Text("核验结果", "The assessment"), ("judging.assessment",)),
    Group(Text("程序本身", "The program itself"), ("diagnostics.internal",)),
    Group(Text("各地报告之间", "Reports of several places"), ("scoreboard.across",)),
    Group(Text("同一地各期报告之间", "Reports of one place for several periods"), ("scoreboard.over_time",)),
)
"""All kinds by what they are about: the one list of modules that raise diagnostics."""

DIAGNOSTICS: dict[str, DiagnosticKind] = {kind.id: kind for group in GROUPS for kind in group.kinds}
"""Every kind of diagnostic by its id."""


def why_not_told(id: str, errors: bool) -> Text | None:
    """Return why a kind of diagnostic cannot be selected or ignored by its ``id``, ``None`` where it can;
    ``errors``: whether those of errors may be.
    """
    if id not in DIAGNOSTICS:
        return UNKNOWN_ID.format(id=id, suggestion=near_miss(id, DIAGNOSTICS))
    is_error = DIAGNOSTICS[id].severity is Severity.ERROR
    return IS_AN_ERROR.format(id=id) if is_error and not errors else None
