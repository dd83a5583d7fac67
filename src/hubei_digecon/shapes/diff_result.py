"""What differs, in JSON, version 1: its own types, which the writer fills and the schema comes from.

As in the result of ``check``, numbers are strings, so that they stay exact, and texts are in both languages.
"""

from typing import Annotated, ClassVar, Literal

from ..domain.differences import ChangeMade, ComparedSort, DifferenceSort
from ..text import Text
from .result import Day, OpenList, ResultDiagnostic, ResultLeftOut, Tool, form

FORMAT: Literal["digecon/diff/v1"] = "digecon/diff/v1"


@form
class DiffSide:
    """One of the two things that are compared."""

    called: ClassVar[Text] = Text("比较的一方", "one of the two things compared")

    path: Annotated[str, Text("路径", "its path")]
    sort: Annotated[str, OpenList(ComparedSort), Text("类别", "what sort of thing it is")]
    number: Annotated[
        int,
        Text(
            "核验结果份数；目标文件夹为目标项数",
            "how many assessments it has; of a folder of targets, targets",
        ),
    ]
    as_of: Annotated[
        Day | None, Text("核验基准日；目标文件夹为空", "the day judged as of; null for a folder of targets")
    ]
    illustrative: Annotated[
        bool, Text("含有未公布的数值，仅作示例", "whether any of its values is not published")
    ]


@form
class DiffEntry:
    """One thing in which B is not as A. A side without anything there is null: it is never taken for 0."""

    called: ClassVar[Text] = Text("一处不同", "one difference")

    sort: Annotated[str, OpenList(DifferenceSort), Text("关于什么", "what it is about")]
    change: Annotated[str, OpenList(ChangeMade), Text("新增、去掉或改变", "only in B, only in A, or changed")]
    entity: Annotated[
        str | None, Text("考核对象；不属于任何对象的为空", "the place; null where it is of none")
    ]
    period: Annotated[str | None, Text("报告期；目标文件夹为空", "the period; null for folders of targets")]
    document: Annotated[str | None, Text("所依据的文件的标识", "the id of the document, or null")]
    target: Annotated[str | None, Text("目标的标识", "the id of the target, or null")]
    indicator: Annotated[str | None, Text("指标的标识", "the id of the indicator, or null")]
    path: Annotated[
        str,
        Text(
            "读不出对象的报告的路径；否则为空文本",
            "a report of which no place could be read; else an empty text",
        ),
    ]
    field: Annotated[
        str,
        Text(
            "JSON结果中的键，逐级以点分隔；整项只在一方的为空文本",
            "the key in the JSON result, its parts parted by dots; empty where the whole is in one side only",
        ),
    ]
    a: Annotated[str | None, Text("A中的内容；没有的为空", "what A has; null where it has nothing")]
    b: Annotated[str | None, Text("B中的内容；没有的为空", "what B has; null where it has nothing")]
    unit_a: Annotated[
        str | None, Text("A中数值的计量单位", "the unit of the number of A; null for no number")
    ]
    unit_b: Annotated[
        str | None, Text("B中数值的计量单位", "the unit of the number of B; null for no number")
    ]
    words: Annotated[Text, Text("一句话说明", "the difference in words")]
    illustrative: Annotated[
        bool, Text("任一方的报告数值未公布，仅作示例", "whether values of either report are not published")
    ]


@form
class DiffResult:
    """What one run of ``digecon diff`` found."""

    called: ClassVar[Text] = Text("比较结果，第1版", "the difference, version 1: one run of digecon diff")

    format: Annotated[Literal["digecon/diff/v1"], Text("文件格式", "the format")]
    tool: Annotated[Tool, Text("生成结果的程序", "the program that made it")]
    a: Annotated[DiffSide, Text("比较的一方（原）", "the one that is compared with")]
    b: Annotated[DiffSide, Text("比较的另一方（现）", "the one that is compared")]
    counts: Annotated[dict[str, int], Text("各类不同的处数", "how many differences there are of each sort")]
    differences: Annotated[list[DiffEntry], Text("各处不同", "the differences, by place, period and target")]
    notes: Annotated[
        list[Text],
        Text("影响比较的情况", "what bears on the comparison: other settings, what could not be compared"),
    ]
    diagnostics: Annotated[
        list[ResultDiagnostic],
        Text(
            "无法读取的文件和其他文件的数据审核情况",
            "diagnostics on inputs that could not be read, and others",
        ),
    ]
    left_out: Annotated[
        list[ResultLeftOut],
        Text("找到而未核验的文件和文件夹", "files and folders that were found and not judged"),
    ]
