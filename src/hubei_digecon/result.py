"""The JSON result, version 1: its own types, which the writer fills and the schema comes from.

What others parse is never a dump of internals. Numbers are strings, so that they stay exact;
places are 1-based; texts are in both languages. What a type is called, and what is told of a key
beside it, the schema shows.

The format only grows: a new key stands last in its object and has a default, so that results of earlier
versions are read without it; the schema takes keys and words that a later version adds.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields
from typing import Annotated, Any, ClassVar, Literal, TypeVar, dataclass_transform

from .comparators import COMPARATORS
from .diagnostics import Severity
from .findings import BOUNDS_DECIDED_ON, Grade, Outcome, Party, Reason, Verdict
from .left_out import WhyLeftOut
from .model.words import Status
from .text import Text
from .units import Bound

FORMAT: Literal["digecon/result/v1"] = "digecon/result/v1"


_NO_CHARACTER = "\ud800-\udfff\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
"""What no string of JSON may hold that all programs must read (RFC 7493, 2.1): lone surrogates, by which
names that are not UTF-8 stand in Python, and noncharacters."""

_RARE = re.compile("[\ufdd0-\ufdef\ufffe-\U0010ffff]")
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


class OpenList:
    """Marks a text as one of a list that may grow: the schema gives its members as examples, so that a
    client written for today takes what a later version writes.
    """

    def __init__(self, members: Iterable[Any]) -> None:
        self.ids = [member.id for member in members]

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        """Add the members known now to the JSON Schema of the text."""
        return {**handler(core), "examples": self.ids}


class Matching:
    """Marks a text as matching a regular expression."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        """Add the expression to the JSON Schema of the text."""
        return {**handler(core), "pattern": self.pattern}


class Pair:
    """Marks a list as having exactly two elements."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        """Add the length to the JSON Schema of the list."""
        return {**handler(core), "minItems": 2, "maxItems": 2}


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
_REMARKS = Text("填报问题", "remarks on the file")
JUDGED_DOCUMENTS = Text(
    "据以核验的文件的标识", "the ids of the documents whose targets the reports were held against"
)
LEFT_OUT = Text("找到而未核验的文件和文件夹", "files and folders that were found and not judged")


_Form = TypeVar("_Form")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def form(declared: type[_Form]) -> type[_Form]:
    """Make a type of a JSON format of what a class declares: a dataclass, which takes no other methods than
    these. Those of its own that ``dataclass`` writes and compiles for each type are much of a start.
    """
    for name, method in (("__eq__", _is_same), ("__hash__", None), ("__repr__", _shown)):
        setattr(declared, name, method)
    return dataclass(slots=True, eq=False, repr=False)(declared)


def _is_same(one: Any, other: object) -> bool:
    return type(one) is type(other) and _values(one) == _values(other)


def _shown(one: Any) -> str:
    return f"{type(one).__name__}{_values(one)}"


def _values(one: Any) -> tuple[Any, ...]:
    return tuple(getattr(one, field.name) for field in fields(one))


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
    waivers: Annotated[bool, Text("是否计不纳入考核的批准", "whether waivers count")]
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
    """A remark on a file. ``at`` is the symbolic place; line and column are null without one."""

    called: ClassVar[Text] = Text("填报问题", "a remark on a file")

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

    called: ClassVar[Text] = Text("需补正内容", "what would settle a finding")

    what: Annotated[Text, Text("还缺什么", "what is needed")]
    by: Annotated[str, OpenList(Party), Text("由谁提供", "who gives it")]
    at: Annotated[str, Text("填写的位置", "under which key it goes")]


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


@form
class ResultFinding:
    """One target judged against one report. ``observed``, ``decided_on``, ``decided_interval`` and
    ``gap`` are in ``unit``; an end of the interval is null where there is no bound.
    """

    called: ClassVar[Text] = Text("逐项核验意见", "a finding: one target judged against one report")

    target: Annotated[str, Text("目标的标识", "the id of the target")]
    indicator: Annotated[str, Text("指标的标识", "the id of the indicator")]
    due: Annotated[int, Text("目标年份", "the year by the end of which it is due")]
    outcome: Annotated[str, OpenList(Outcome), Text("完成情况", "what the finding comes to")]
    underlying: Annotated[
        Annotated[str, OpenList(Outcome)] | None,
        Text(
            "不纳入考核的，原本的完成情况；否则为空", "of a waived target: what it would be else; else null"
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
            "认定值：核定值、重新计算的比重或逐项核计的数量",
            "what the outcome rests on: a verified, recomputed or counted value, or the reported",
        ),
    ]
    decided_interval: Annotated[
        Annotated[list[Number | None], Pair()] | None,
        Text(
            "认定值的区间；一端没有界限时为空", "the interval that it asserts; an end without a bound is null"
        ),
    ]
    gap: Annotated[Number | None, Text("与目标之差", "what is decided on less what is required")]
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
        bool, Text("文义理解影响结论", "whether the other reading of the words would change it")
    ]
    evidence: Annotated[Annotated[str, OpenList(Grade)] | None, Text("佐证情况", "the evidence behind it")]
    message: Annotated[Text, Text("核验意见", "the finding in words")]
    needed: Annotated[
        ResultNeeded | None,
        Text("需补正内容；已认定的为空", "what would settle it; null where it is settled"),
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
            "认定值只是至少或至多的数时说明是哪一种，与目标之差、完成率也随之（不得超过的，完成率反之）；否则为空",
            "whether what is decided on is only the least or the most that the number can be, and so gap and "
            "attainment (of what must not be exceeded, the other way round); else null",
        ),
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
class ResultAssessment:
    """All findings and remarks for one report; ``documents`` are those that were looked up."""

    called: ClassVar[Text] = Text("核验结果", "an assessment: all findings and remarks for one report")

    path: Annotated[str, _PATH]
    sha256: Annotated[Digest | None, _SHA256]
    entity: Annotated[
        str | None, Text("考核对象；读不出时为空", "the place; null where it could not be read")
    ]
    period: Annotated[str | None, Text("报告期；读不出时为空", "the period; null where it could not be read")]
    revision: Annotated[int | None, Text("报送次数", "which submission of this report it is")]
    illustrative: Annotated[bool, Text("数值未公布，仅作示例", "whether the values are not published")]
    verdict: Annotated[str, OpenList(Verdict), Text("总体结论", "the verdict")]
    final: Annotated[bool, Text("不是阶段性结论", "whether the verdict is final, not interim")]
    counts: Annotated[ResultCounts, Text("各类完成情况的项数", "how many findings have each outcome")]
    findings: Annotated[list[ResultFinding], Text("逐项核验意见", "the findings")]
    diagnostics: Annotated[list[ResultDiagnostic], _REMARKS]
    documents: Annotated[list[ResultFile], Text("已核对的佐证材料", "the documents that were looked up")]


@form
class Result:
    """One run of ``digecon check``; ``ignored`` is how many remarks it was asked to leave out."""

    called: ClassVar[Text] = Text("核验结果，第1版", "the JSON result, version 1: one run of digecon check")

    format: Annotated[Literal["digecon/result/v1"], Text("文件格式", "the format")]
    tool: Annotated[Tool, Text("生成结果的程序", "the program that made it")]
    as_of: Annotated[Day, Text("核验基准日", "the day that was judged as of")]
    settings: Annotated[ResultSettings, Text("运行设置", "what the run was asked to hold")]
    targets: Annotated[ResultTargets, Text("所用目标文件", "the target files used")]
    reviews: Annotated[list[ResultFile], Text("所用复核文件", "the reviews used")]
    diagnostics: Annotated[
        list[ResultDiagnostic], Text("不属于任何一份报告的问题", "remarks that belong to no one report")
    ]
    assessments: Annotated[
        list[ResultAssessment], Text("各份报告的核验结果", "the assessments of all reports")
    ]
    ignored: Annotated[
        int, Text("按要求略去的疑点和提示数", "how many remarks it was asked to leave out")
    ] = 0
    judged_documents: Annotated[list[str], JUDGED_DOCUMENTS] = field(default_factory=list)
    left_out: Annotated[list[ResultLeftOut], LEFT_OUT] = field(default_factory=list)
