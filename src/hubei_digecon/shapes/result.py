"""The JSON result, version 1: its own types, which the writer fills and the schema comes from.

What others parse is never a dump of internals. Numbers are strings, so that they stay exact;
places are 1-based; texts are in both languages. What a type is called, and what is told of a key
beside it, the schema shows.

The format only grows: a new key stands last in its object and has a default, so that results of earlier
versions are read without it; the schema takes keys and words that a later version adds.
"""

from __future__ import annotations  # evaluated for the schema alone

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, ClassVar, Literal, TypeVar, dataclass_transform

from ..diagnostics import Severity
from ..domain.changes import WhyNoChange
from ..domain.comparators import COMPARATORS
from ..domain.findings import BOUNDS_DECIDED_ON
from ..domain.left_out import WhyLeftOut
from ..domain.outcomes import Grade, Outcome, Party, Reason, Verdict
from ..domain.schedules import StandingWord, WhyNoSchedule
from ..domain.words import Status, TargetNature
from ..late import late_pattern
from ..quantity.hedges import Bound
from ..text import Text

FORMAT: Literal["digecon/result/v1"] = "digecon/result/v1"


_NO_CHARACTER = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
"""What no string of JSON may hold that all programs must read (RFC 7493, 2.1): lone surrogates, by which
names that are not UTF-8 stand in Python, and noncharacters."""

_RARE = late_pattern("[\ufdd0-\ufdef\ufffe-\U0010ffff]")
"""Noncharacters and all beyond the basic plane. Nearly no text holds any, so that the regular expression of
``_NO_CHARACTER``, which takes long to compile, is next to never needed."""

_CODE = "U\\+((?:[1-9A-F]|10)?[0-9A-F]{4})>"


def written_text(text: str) -> str:
    """Return a text as JSON holds it: ``<U+DCFF>`` for what strict readers refuse."""
    return text if _is_plain(text) else re.sub(f"[{_NO_CHARACTER}]", _name_character, text)


def written_path(path: str) -> str:
    """Return a path as JSON holds it, so that :func:`read_path` gives back the same, whatever its name."""
    if "<" not in path and _is_plain(path):
        return path
    return re.sub(f"[{_NO_CHARACTER}]|<(?={_CODE})", _name_character, path)


def read_path(text: str) -> str:
    """Return the path that JSON holds as ``text``."""
    return re.sub(f"<{_CODE}", lambda match: chr(int(match[1], 16)), text)


def _is_plain(text: str) -> bool:
    """Whether a text surely holds nothing that strict readers refuse."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return _RARE.search(text) is None


def _name_character(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"


class Keyword:
    """Marks a value with what JSON Schema says of it beside its type."""

    def __init__(self, **schema: Any) -> None:
        self.schema = schema


class OpenList(Keyword):
    """Marks a text as one of a list that may grow: the schema gives its members as examples, so that a
    client written for today takes what a later version writes.
    """

    def __init__(self, members: Iterable[Any]) -> None:
        super().__init__(examples=[member.id for member in members])


class Matching(Keyword):
    """Marks a text as matching a regular expression."""

    def __init__(self, pattern: str) -> None:
        super().__init__(pattern=pattern)


class Pair(Keyword):
    """Marks a list as having exactly two elements."""

    def __init__(self) -> None:
        super().__init__(exactly=2)


Number = Annotated[str, Matching(r"^-?[0-9]+(\.[0-9]+)?$")]
Digest = Annotated[str, Matching("^[0-9a-f]{64}$")]
Day = Annotated[str, Matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


_PATH = Text(
    "文件路径；JSON不能写的字符写作<U+DCFF>的样子",
    "the path of the file; what JSON cannot hold stands as in <U+DCFF>",
)
_SHA256 = Text("文件的SHA-256", "the SHA-256 of the file")
_LINE = Text("行号，从1数起；不知道时为空", "the line, counted from 1; null where none is known")
_COLUMN = Text("列号，从1数起；不知道时为空", "the column, counted from 1; null where none is known")
_SHEET = Text(
    "工作簿中的工作表，行号和列号是单元格的；其他文件为空",
    "the sheet of a workbook, where line and column are those of a cell; null for other files",
)
_DIAGNOSTICS = Text("数据审核情况", "diagnostics on the file")
JUDGED_DOCUMENTS = Text(
    "据以核验的文件的标识", "the ids of the documents whose targets the reports were held against"
)
HISTORY = Text("用于与上年比较的往期报告", "the earlier reports that others were compared with")
REGISTERS = Text("据以核计的名录", "the registers of items that counts were proved by")
BASELINE = Text(
    "基准结果，其中已有的不使命令失败；没有给出的为空",
    "the baseline, which has what does not fail the run; null where none was given",
)
LEFT_OUT = Text("找到而未核验的文件和文件夹", "files and folders that were found and not judged")


CALLED = "called"
"""What every type has in place of a field: what it is called in both languages."""

_Form = TypeVar("_Form")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def form(declared: type[_Form]) -> type[_Form]:
    """Make a type of a JSON format of what a class declares: a dataclass, which takes no other methods than
    these. ``dataclass`` writes and compiles what it adds to a class, which is much of a start for all types
    of a format: a class becomes one when a value is made that leaves a field out, or somebody asks for its
    fields.
    """
    names = tuple(name for name in declared.__annotations__ if name != CALLED)
    every = set(names)

    def construct(self: Any, *values: Any, **named: Any) -> None:
        if len(values) + len(named) == len(names) and every == {*names[: len(values)], *named}:
            vars(self).update(zip(names, values, strict=False), **named)
        else:
            _completed(declared)
            self.__init__(*values, **named)

    of_it = {"__eq__": _is_same, "__hash__": None, "__repr__": _shown, "__init__": construct}
    late = {"__dataclass_fields__": _LateFields(), "__match_args__": names}
    for name, method in (of_it | late).items():
        setattr(declared, name, method)
    return declared


class _LateFields:
    """Makes a class a dataclass when its fields are asked for."""

    def __get__(self, _value: Any, declared: Any) -> Any:
        _completed(declared)
        return declared.__dataclass_fields__


def _completed(declared: Any) -> None:
    """Make a class what a dataclass of its fields is. Another thread that uses it meanwhile sees it whole."""
    body = {name: one for name, one in vars(declared).items() if name not in _NOT_ITS_OWN}
    made: Any = dataclass(eq=False, repr=False)(type(declared.__name__, (), body))
    for name in ("__dataclass_params__", "__init__", "__dataclass_fields__"):
        setattr(declared, name, getattr(made, name))


_NOT_ITS_OWN = ("__dict__", "__weakref__", "__init__", "__dataclass_fields__")


def _is_same(one: Any, other: object) -> bool:
    return type(one) is type(other) and _values(one) == _values(other)


def _shown(one: Any) -> str:
    return f"{type(one).__name__}{_values(one)}"


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, name) for name in one.__match_args__)


@form
class Tool:
    """The program that made the result."""

    called: ClassVar[Text] = Text("程序", "the program")

    name: Annotated[Literal["digecon"], Text("程序名称", "its name")]
    version: Annotated[str, Text("程序版本", "its version")]


@form
class ResultSetting:
    """A setting that bears on a verdict and came from a configuration file."""

    called: ClassVar[Text] = Text("配置文件中的设置", "a setting that came from a configuration file")

    key: Annotated[str, Text("设置的名称", "its key")]
    value: Annotated[str, Text("设置的值", "its value")]
    origin: Annotated[str, Text("所在的文件和行", "the file and line that it came from")]


@form
class ResultSettings:
    """What the run was asked to hold."""

    called: ClassVar[Text] = Text("运行设置", "what the run was asked to hold")

    min_evidence: Annotated[
        str,
        OpenList(Grade),
        Text("认定完成所需的最低佐证", "the weakest evidence on which a target counts as met"),
    ]
    waivers: Annotated[bool, Text("是否计不纳入的批准", "whether waivers count")]
    documents: Annotated[bool, Text("是否核对佐证材料", "whether documents were looked up")]
    select: Annotated[
        list[str], Text("只保留的疑点和提示；空表示全部", "the only warnings and notes kept; empty: all")
    ] = field(default_factory=list)
    ignore: Annotated[list[str], Text("略去的疑点和提示", "the warnings and notes left out")] = field(
        default_factory=list
    )
    exclude: Annotated[
        list[str], Text("在文件夹中不查找的", "patterns of what was left out of the folders searched")
    ] = field(default_factory=list)
    configured: Annotated[
        list[ResultSetting], Text("配置文件中的设置", "settings that came from a configuration file")
    ] = field(default_factory=list)
    schedule: Annotated[bool, Text("是否列出序时进度", "whether the schedule of the year was asked for")] = (
        False
    )
    schedule_cutoffs: Annotated[
        list[Number], Text("序时进度的分界值", "the cut-offs that the office has set for it")
    ] = field(default_factory=list)


@form
class ResultLeftOut:
    """A file or folder that was found and not judged."""

    called: ClassVar[Text] = Text("未核验的文件或文件夹", "a file or folder that was found and not judged")

    path: Annotated[str, _PATH]
    why: Annotated[str, OpenList(WhyLeftOut), Text("原因", "why it was not judged")]
    files: Annotated[
        int,
        Text("文件数；文件夹为其中可读取的", "how many files that is; of a folder those that would be read"),
    ]
    counted: Annotated[bool, Text("文件是否数完", "whether all of them were counted")]


@form
class ResultFile:
    """A file that the result rests on."""

    called: ClassVar[Text] = Text("所依据的文件", "a file that the result rests on")

    path: Annotated[str, _PATH]
    sha256: Annotated[Digest, _SHA256]


@form
class ResultTargets:
    """The target files used; paths are relative to the folder of targets."""

    called: ClassVar[Text] = Text("所用目标文件", "the target files used")

    files: Annotated[
        list[ResultFile],
        Text("路径相对于目标文件夹", "their paths are relative to the folder of targets"),
    ]


@form
class ResultDiagnostic:
    """A diagnostic on a file. ``at`` is the symbolic place; line and column are null without one."""

    called: ClassVar[Text] = Text("数据审核情况", "a diagnostic on a file")

    id: Annotated[str, Text("问题的标识，见 digecon explain", "its kind, as digecon explain takes it")]
    severity: Annotated[str, OpenList(Severity), Text("程度", "how severe it is")]
    message: Annotated[Text, Text("问题说明", "what it says")]
    path: Annotated[str, _PATH]
    at: Annotated[
        str | None,
        Text("所在的键，逐级以点分隔；关于整个文件时为空", "the key it is about; null for the whole file"),
    ]
    line: Annotated[int | None, _LINE]
    column: Annotated[int | None, _COLUMN]
    sheet: Annotated[str | None, _SHEET] = None


@form
class ResultNeeded:
    """What would settle a finding, who gives it, and under which key it goes."""

    called: ClassVar[Text] = Text("需补充内容", "what would settle a finding")

    what: Annotated[Text, Text("还缺什么", "what is needed")]
    by: Annotated[str, OpenList(Party), Text("由谁提供", "who gives it")]
    at: Annotated[str, Text("填写的位置", "under which key it goes")]


@form
class ResultCell:
    """The cell of a table that a target's words are; the words are what stands in it."""

    called: ClassVar[Text] = Text("出处所在的单元格", "a cell of a table that is cited")

    table: Annotated[str, Text("表名或表号", "the table")]
    row: Annotated[str, Text("行的名称", "the name of its row")]
    column: Annotated[str, Text("列的名称", "the name of its column")]
    head: Annotated[str | None, Text("表头的文字", "what stands in the head over it")]


@form
class ResultSource:
    """Where the target's words stand."""

    called: ClassVar[Text] = Text("目标原文及出处", "where the words of a target stand")

    document: Annotated[str, Text("文件标识", "the id of the document")]
    paragraph: Annotated[
        int | None,
        Text("段落，从1数起；不在段落中的为空", "the paragraph, counted from 1; null for words in none"),
    ]
    wording: Annotated[str, Text("原文", "the official words")]
    cell: Annotated[
        ResultCell | None,
        Text("出自表格的，所在的单元格；否则为空", "the cell of a table that the words are; else null"),
    ] = None


@form
class ResultBase:
    """The value that a target starts from. ``difference`` is in the unit of the target."""

    called: ClassVar[Text] = Text("基期值", "the value that a target starts from")

    period: Annotated[str, Text("基期", "the period that it is of")]
    value: Annotated[Number, Text("基期值", "the number")]
    unit: Annotated[str, Text("计量单位", "its unit")]
    difference: Annotated[
        Number | None,
        Text("目标值与基期值之差，单位同目标", "what is required less the base, in the target's unit"),
    ]
    growth: Annotated[
        Number | None,
        Text(
            "达到目标所需的增长（该差÷基期值）；比重等只有差的为空",
            "the growth needed: that difference divided by the base; null where a quotient says nothing",
        ),
    ]


@form
class ResultAdjusted:
    """A target adjusted by approval; ``required`` of the finding is the adjusted number."""

    called: ClassVar[Text] = Text("目标调整", "a target adjusted by approval")

    published: Annotated[Number, Text("公布的目标值，单位同目标", "the published number, in the same unit")]
    approved_by: Annotated[str, Text("批准机关", "who approved it")]
    approved_on: Annotated[Day, Text("批准日期", "the day of approval")]
    document: Annotated[str | None, Text("批准文号", "the number of the approval")]


@form
class ResultRegister:
    """What the records of a register came to for a count."""

    called: ClassVar[Text] = Text("名录的核计情况", "what a register came to for a count")

    records: Annotated[int, Text("名录中的记录数", "how many records it has of the place and indicator")]
    eligible: Annotated[int, Text("符合条件的项数", "how many things are eligible")]
    in_question: Annotated[int, Text("不能确定的记录数", "how many records are not known to count")]
    complete: Annotated[
        bool, Text("复核意见是否写明名录完整", "whether a review says that it holds all there is")
    ]
    not_counted: Annotated[
        dict[str, int],
        Text(
            "未计入或不能确定的记录数，按理由", "how many records are not counted, or in question, by reason"
        ),
    ]


@form
class ResultFinding:
    """One target judged against one report. ``observed``, ``decided_on``, ``decided_interval`` and
    ``gap`` are in ``unit``; an end of the interval is null where there is no bound.
    """

    called: ClassVar[Text] = Text("逐项核验意见", "a finding: one target judged against one report")

    target: Annotated[str, Text("目标的标识", "the id of the target")]
    indicator: Annotated[str, Text("指标的标识", "the id of the indicator")]
    due: Annotated[int, Text("目标年", "the year by the end of which it is due")]
    outcome: Annotated[str, OpenList(Outcome), Text("完成情况", "what the finding comes to")]
    underlying: Annotated[
        Annotated[str, OpenList(Outcome)] | None,
        Text(
            "经批准不纳入的，原本的完成情况；否则为空", "of a waived target: what it would be else; else null"
        ),
    ]
    reasons: Annotated[list[Annotated[str, OpenList(Reason)]], Text("理由", "the reasons")]
    final: Annotated[bool, Text("是否依据最终数或核定值", "whether it rests on final or verified figures")]
    comparator: Annotated[str, OpenList(COMPARATORS.values()), Text("比较方式", "the relation required")]
    required: Annotated[
        Number | None, Text("目标值；定性任务为空", "the number required; null for a milestone")
    ]
    stretch: Annotated[
        Number | None, Text("上限或力争目标；没有时为空", "the upper end or stretch; null without one")
    ]
    unit: Annotated[str | None, Text("各数值的计量单位", "the unit of all numbers here")]
    observed: Annotated[str | None, Text("自报值；未填报时为空", "what was reported; null where nothing was")]
    status: Annotated[Annotated[str, OpenList(Status)] | None, Text("数据性质", "how settled the figure is")]
    decided_on: Annotated[
        Number | None,
        Text(
            "认定值：核定值、复算的比重或逐项核计的数量",
            "what the outcome rests on: a verified, recomputed or counted value, or the reported",
        ),
    ]
    decided_interval: Annotated[
        Annotated[list[Number | None], Pair()] | None,
        Text(
            "认定值的区间；一端没有界限时为空", "the interval that it asserts; an end without a bound is null"
        ),
    ]
    gap: Annotated[Number | None, Text("与目标值相差", "what is decided on less what is required")]
    attainment: Annotated[
        Number | None,
        Text(
            "完成率：认定值÷目标值，要求不超过或低于的，目标值÷认定值",
            "what is decided on divided by what is required, or the inverse where the target must not be "
            "exceeded",
        ),
    ]
    rounding_sensitive: Annotated[
        bool, Text("临界值，修约影响结论", "whether rounding would change the outcome")
    ]
    reading_sensitive: Annotated[
        bool,
        Text("目标表述有不同理解，结论因理解而异", "whether the other reading of the words would change it"),
    ]
    evidence: Annotated[Annotated[str, OpenList(Grade)] | None, Text("佐证情况", "the evidence behind it")]
    message: Annotated[Text, Text("核验意见", "the finding in words")]
    needed: Annotated[
        ResultNeeded | None,
        Text("需补充内容；已认定的为空", "what would settle it; null where it is settled"),
    ]
    line: Annotated[int | None, _LINE]
    column: Annotated[int | None, _COLUMN]
    source: Annotated[ResultSource, Text("目标原文及出处", "where the words of the target stand")]
    sheet: Annotated[str | None, _SHEET] = None
    hedge: Annotated[
        Annotated[str, OpenList(Bound)] | None,
        Text("自报值是概数时所表示的界限，否则为空", "what the hedge of observed asserts; null without one"),
    ] = None
    decided_bound: Annotated[
        Annotated[str, OpenList(BOUNDS_DECIDED_ON)] | None,
        Text(
            "认定值只是至少或至多的数时说明是哪一种，与目标值相差、完成率也随之（不得超过的，完成率反之）；否则为空",
            "whether what is decided on is only the least or the most that the number can be, and so gap and "
            "attainment (of what must not be exceeded, the other way round); else null",
        ),
    ] = None
    weighs: Annotated[
        bool,
        Text(
            "是否计入项数、影响总体结论；力争目标和没有容差的“左右”为否",
            "whether it is counted and bears on the verdict; not so of an aspiration, nor of about without a "
            "tolerance",
        ),
    ] = True
    nature: Annotated[
        Annotated[str, OpenList(TargetNature)] | None,
        Text("约束性或预期性；文件未区分的为空", "how binding it is; null where its document does not say"),
    ] = None
    per_year: Annotated[
        bool,
        Text("每年的目标，due为所核验的年份", "whether it is due each year; due is then the year judged"),
    ] = False
    base: Annotated[
        ResultBase | None,
        Text("文件写明的基期值；没有时为空", "the base that its document states; null without one"),
    ] = None
    adjusted: Annotated[
        ResultAdjusted | None,
        Text("目标调整；没有时为空", "how the target was adjusted by approval; null where it was not"),
    ] = None
    register: Annotated[
        ResultRegister | None,
        Text("按名录核计的情况；没有用到名录的为空", "what a register came to; null where none was used"),
    ] = None


@form
class ResultCounts:
    """How many findings have each outcome."""

    called: ClassVar[Text] = Text("各类完成情况的项数", "how many findings have each outcome")

    met: Annotated[int, Outcome.MET.term]
    missed: Annotated[int, Outcome.MISSED.term]
    undecided: Annotated[int, Outcome.UNDECIDED.term]
    no_data: Annotated[int, Outcome.NO_DATA.term]
    not_due: Annotated[int, Outcome.NOT_DUE.term]
    waived: Annotated[int, Outcome.WAIVED.term]


@form
class ResultStanding:
    """One target in a part of a year against the line of the year. All values are in ``unit``."""

    called: ClassVar[Text] = Text("一项目标的序时进度", "how one target stands in a part of a year")

    target: Annotated[str, Text("目标的标识", "the id of the target")]
    unit: Annotated[
        str | None,
        Text("各数值的计量单位；没有单位的为空", "the unit of all values here; empty where they have none"),
    ]
    months: Annotated[int, Text("本年已过月数", "the months of the year that have passed")]
    of: Annotated[
        int, Text("自上年年末至目标年年末的月数", "the months from the year before to the due date")
    ]
    value: Annotated[Number | None, Text("完成值", "the value")]
    base: Annotated[
        Number | None,
        Text("上年年末值；时期指标为空", "the value of the year before; null for what sums up over the year"),
    ]
    base_path: Annotated[
        str | None,
        Text(
            "上年年末值所在的往期报告；取自目标文件的为空",
            "the report of that value; null for the target file",
        ),
    ]
    scheduled: Annotated[Number | None, Text("序时进度目标值", "what the straight line has for these months")]
    ratio: Annotated[Number | None, Text("进度比", "the ratio")]
    word: Annotated[
        Annotated[str, OpenList(StandingWord)] | None,
        Text("进度判断；未设分界值的为空", "the word of the office; null where it has set no cut-offs"),
    ]
    reason: Annotated[
        Annotated[str, OpenList(WhyNoSchedule)] | None,
        Text("没有进度比的原因", "why there is no ratio; null where there is one"),
    ]


@form
class ResultChange:
    """One indicator now and a year before. ``value``, ``earlier`` and ``absolute`` are in ``unit``."""

    called: ClassVar[Text] = Text("一项指标较上年的变化", "the change of one indicator on the year before")

    indicator: Annotated[str, Text("指标的标识", "the id of the indicator")]
    unit: Annotated[str, Text("各数值的计量单位", "the unit of all numbers here")]
    period: Annotated[str, Text("报告期", "the period of the figure")]
    value: Annotated[
        Number | None,
        Text(
            "自报值，有核定值的为核定值；概数为空", "the value reported, or verified; null for a hedged one"
        ),
    ]
    earlier_period: Annotated[str, Text("上年同期", "the same period of the year before")]
    earlier: Annotated[Number | None, Text("上年的数值；概数为空", "its value; null for a hedged one")]
    absolute: Annotated[
        Number | None,
        Text("增减：本期减上年；不能比较时为空", "the value less the earlier one; null where not compared"),
    ]
    relative: Annotated[
        Number | None,
        Text(
            "增减与上年数值之比（总量为现价增速）；比重等只有差数的指标和不能比较时为空",
            "that divided by the earlier value, for an amount growth at current prices; null for shares and "
            "others of which only differences are told, and where not compared",
        ),
    ]
    reason: Annotated[
        Annotated[str, OpenList(WhyNoChange)] | None,
        Text("不作比较的原因；作了比较的为空", "why they are not compared; null where they are"),
    ]
    path: Annotated[str, _PATH]
    illustrative: Annotated[
        bool, Text("上年的数值未公布，仅作示例", "whether the earlier value is not published")
    ]


@form
class ResultAssessment:
    """All findings and diagnostics for one report; ``documents`` are those that were looked up."""

    called: ClassVar[Text] = Text("核验结果", "an assessment: all findings and diagnostics for one report")

    path: Annotated[str, _PATH]
    sha256: Annotated[Digest | None, _SHA256]
    entity: Annotated[
        str | None, Text("考核对象；读不出时为空", "the place; null where it could not be read")
    ]
    period: Annotated[str | None, Text("报告期；读不出时为空", "the period; null where it could not be read")]
    revision: Annotated[int | None, Text("第几次报送", "which submission of this report it is")]
    illustrative: Annotated[bool, Text("数值未公布，仅作示例", "whether the values are not published")]
    verdict: Annotated[str, OpenList(Verdict), Text("总体结论", "the verdict")]
    final: Annotated[bool, Text("不是阶段性结论", "whether the verdict is final, not interim")]
    counts: Annotated[ResultCounts, Text("各类完成情况的项数", "how many findings have each outcome")]
    findings: Annotated[list[ResultFinding], Text("逐项核验意见", "the findings")]
    diagnostics: Annotated[list[ResultDiagnostic], _DIAGNOSTICS]
    documents: Annotated[list[ResultFile], Text("已核对的佐证材料", "the documents that were looked up")]
    changes: Annotated[
        list[ResultChange],
        Text(
            "各指标较上年的变化；没有给出往期报告的为空",
            "the changes on the year before; none without history",
        ),
    ] = field(default_factory=list)
    document: Annotated[
        str | None,
        Text(
            "所依据的文件的标识；读不出的报告、没有目标可依据的，为空",
            "the id of the document judged by; null for what could not be read, and where none sets a target",
        ),
    ] = None
    schedule: Annotated[
        list[ResultStanding],
        Text(
            "各目标的序时进度；没有要求的为空",
            "how targets stand in a part of a year; none where not asked for",
        ),
    ] = field(default_factory=list)
    expected_missed: Annotated[
        int | None,
        Text(
            "未完成的目标中预期性的项数；没有目标区分约束性、预期性的为空",
            "how many of the missed targets are expected ones; null where no target says how binding it is",
        ),
    ] = None
    summary: Annotated[
        Text | None, Text("总体情况；旧版结果没有", "what came out, in a paragraph; null in older results")
    ] = None


@form
class ResultKnown:
    """A target that is no better than the baseline has it, and no worse."""

    called: ClassVar[Text] = Text("基准结果中已有的一项", "a finding that the baseline has already")

    entity: Annotated[str, Text("考核对象", "the place")]
    period: Annotated[str, Text("报告期", "the period")]
    document: Annotated[str | None, Text("所依据的文件的标识", "the id of the document, or null")]
    target: Annotated[str, Text("目标的标识", "the id of the target")]
    then: Annotated[str, OpenList(Outcome), Text("基准结果中的完成情况", "its outcome in the baseline")]
    now: Annotated[str, OpenList(Outcome), Text("现在的完成情况", "its outcome now")]
    wider: Annotated[bool, Text("差距是否扩大", "whether the gap of a missed target has grown")]


@form
class ResultBaseline:
    """The earlier result that the run was held against; what it has already does not fail the run."""

    called: ClassVar[Text] = Text("基准结果", "the baseline of a run")

    path: Annotated[str, _PATH]
    sha256: Annotated[Digest, _SHA256]
    as_of: Annotated[Day, Text("基准结果的核验基准日", "the day that it was judged as of")]
    known: Annotated[list[ResultKnown], Text("已在基准结果中的", "the findings that it has already")]
    known_errors: Annotated[int, Text("已在其中的填报错误", "how many errors it has already")]
    new: Annotated[
        dict[str, int],
        Text("新出现的项数，按类", "how many are new, by sort: missed, open, not_due, error"),
    ]
    unmatched: Annotated[int, Text("其中没有的报告份数", "how many assessments are of reports it lacks")]
    notes: Annotated[
        list[Text],
        Text("影响比较的情况", "what bears on the comparison with it: another day, other settings"),
    ]


@form
class Result:
    """One run of ``digecon check``; ``ignored`` is how many diagnostics it was asked to leave out."""

    called: ClassVar[Text] = Text("核验结果，第1版", "the JSON result, version 1: one run of digecon check")

    format: Annotated[Literal["digecon/result/v1"], Text("文件格式", "the format")]
    tool: Annotated[Tool, Text("生成结果的程序", "the program that made it")]
    as_of: Annotated[Day, Text("核验基准日", "the day that was judged as of")]
    settings: Annotated[ResultSettings, Text("运行设置", "what the run was asked to hold")]
    targets: Annotated[ResultTargets, Text("所用目标文件", "the target files used")]
    reviews: Annotated[list[ResultFile], Text("所用复核意见", "the reviews used")]
    diagnostics: Annotated[
        list[ResultDiagnostic], Text("不属于任何一份报告的问题", "diagnostics that belong to no one report")
    ]
    assessments: Annotated[
        list[ResultAssessment], Text("各份报告的核验结果", "the assessments of all reports")
    ]
    ignored: Annotated[
        int, Text("按要求略去的疑点和提示数", "how many diagnostics it was asked to leave out")
    ] = 0
    judged_documents: Annotated[list[str], JUDGED_DOCUMENTS] = field(default_factory=list)
    left_out: Annotated[list[ResultLeftOut], LEFT_OUT] = field(default_factory=list)
    history: Annotated[list[ResultFile], HISTORY] = field(default_factory=list)
    baseline: Annotated[ResultBaseline | None, BASELINE] = None
    registers: Annotated[list[ResultFile], REGISTERS] = field(default_factory=list)
