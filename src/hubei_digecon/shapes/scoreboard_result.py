"""The scoreboard in JSON, version 1: its own types, which the writer fills and the schema comes from.

As in the result of ``check``, numbers are strings, so that they stay exact, and texts are in both
languages. Means, bounds and changes are shares of 1, a quotient rounded half-even to six digits.
"""

from dataclasses import field
from typing import Annotated, ClassVar, Literal

from ..domain.outcomes import Verdict
from ..domain.words import EntityKind
from ..text import Text
from .result import (
    BASELINE,
    HISTORY,
    JUDGED_DOCUMENTS,
    LEFT_OUT,
    REGISTERS,
    Day,
    Digest,
    Number,
    OpenList,
    ResultAssessment,
    ResultBaseline,
    ResultDiagnostic,
    ResultFile,
    ResultLeftOut,
    ResultSettings,
    ResultTargets,
    Tool,
    form,
)

_DOCUMENT = Text(
    "所依据的文件的标识；没有的为空", "the id of the document that it is by; null where there is none"
)

FORMAT: Literal["digecon/scoreboard/v1"] = "digecon/scoreboard/v1"

_PERIOD = Text("报告期", "the period")


@form
class BoardScore:
    """The mean attainment with its bounds, which are null where nothing can be said."""

    called: ClassVar[Text] = Text("平均实现程度（非官方）", "the mean attainment (unofficial)")

    mean: Annotated[
        Number | None, Text("平均实现程度；没有数值时为空", "the mean; null where there is no value")
    ]
    lower: Annotated[Number | None, Text("下限：缺少的按0", "the lower bound: 0 for what is missing")]
    upper: Annotated[Number | None, Text("上限：缺少的按1", "the upper bound: 1 for what is missing")]
    coverage: Annotated[
        Number | None, Text("指标填报率；没有数值目标时为空", "the coverage; null without numeric targets")
    ]
    valued: Annotated[int, Text("有数值的数值目标项数", "numeric targets with a value")]
    numeric: Annotated[int, Text("数值目标项数，经批准不纳入的除外", "numeric targets that are not waived")]


@form
class BoardValueChange:
    """What one target's value came to then and now, in the target's unit."""

    called: ClassVar[Text] = Text("一项目标数值的变化", "the change of one target's value")

    target: Annotated[str, Text("目标的标识", "the id of the target")]
    unit: Annotated[str | None, Text("计量单位", "the unit")]
    earlier: Annotated[Number | None, Text("上次的认定值", "what was decided on then")]
    now: Annotated[Number | None, Text("本次的认定值", "what is decided on now")]
    difference: Annotated[
        Number | None, Text("变化；任一次没有数值时为空", "now less then; null without both")
    ]
    indicator: Annotated[str | None, Text("指标的标识", "the id of its indicator")] = None
    relative: Annotated[
        Number | None,
        Text(
            "变化与上次数值之比，可超过1；比重等只有差数的指标，或任一次没有数值时为空",
            "the difference divided by the value then, however large; null for shares and others of which "
            "only differences are told, and without both",
        ),
    ] = None


@form
class BoardChange:
    """The change since the latest earlier report of the same length."""

    called: ClassVar[Text] = Text("较上一份同长度报告的变化", "the change since the report before")

    path: Annotated[str, Text("上一份报告的路径", "the path of the earlier report")]
    sha256: Annotated[Digest | None, Text("上一份报告的SHA-256", "its SHA-256")]
    period: Annotated[str, Text("上一份报告的报告期", "its period")]
    illustrative: Annotated[bool, Text("数值未公布，仅作示例", "whether its values are not published")]
    mean: Annotated[
        Number | None,
        Text(
            "两次都有数值的目标，平均实现程度之差；超过1的按1计，超过目标的升降不在其中，见values",
            "the mean now less then, over the targets with a value in both; each is capped at 1, so it tells "
            "nothing of a change above the target: see values",
        ),
    ]
    targets: Annotated[int, Text("两次都有数值的目标项数", "how many targets those are")]
    values: Annotated[list[BoardValueChange], Text("各数值目标的变化", "the change of each numeric target")]


@form
class BoardRank:
    """The rank of a place among those of its kind, with its interval."""

    called: ClassVar[Text] = Text("位次（非官方）", "the rank (unofficial)")

    rank: Annotated[int, Text("位次，相同的并列", "the rank; ties share one")]
    low: Annotated[int, Text("位次区间的下端", "the lower end of its interval")]
    high: Annotated[int, Text("位次区间的上端", "the upper end of its interval")]
    among: Annotated[int, Text("参加排位的个数", "how many are ranked")]


@form
class BoardRow:
    """One place; ``assessment`` is null where it has no report."""

    called: ClassVar[Text] = Text("一个地方", "one place")

    entity: Annotated[str, Text("标识", "its id")]
    kind: Annotated[str, OpenList(EntityKind), Text("类别", "its kind")]
    name: Annotated[Text, Text("名称", "its name")]
    within: Annotated[str | None, Text("所在的城市", "the place that it lies in")]
    reports: Annotated[int, Text("找到的报告数", "how many reports of it were found")]
    verdict: Annotated[
        Annotated[str, OpenList(Verdict)] | None,
        Text("总体结论；未报送时为空", "the verdict; null without a report"),
    ]
    score: Annotated[BoardScore | None, Text("平均实现程度", "the mean attainment")]
    largest_gap: Annotated[
        str | None,
        Text("差距最大的目标的标识；都达到时为空", "the id of the target that falls short by most; or null"),
    ]
    change: Annotated[BoardChange | None, Text("较上年同期", "the change since the report before")]
    rank: Annotated[BoardRank | None, Text("位次", "the rank")]
    assessment: Annotated[
        ResultAssessment | None, Text("核验结果", "the assessment of the report that counts")
    ]
    document: Annotated[str | None, _DOCUMENT] = None


@form
class BoardNote:
    """Why a kind of place, or a place, has no rank."""

    called: ClassVar[Text] = Text("不排位次的原因", "why there is no rank")

    kind: Annotated[str, OpenList(EntityKind), Text("类别", "the kind of place")]
    entity: Annotated[
        str | None, Text("标识；为空表示全体", "the place; null where all of the kind are meant")
    ]
    why: Annotated[Text, Text("原因", "the reason")]
    document: Annotated[str | None, _DOCUMENT] = None


@form
class BoardRecipe:
    """How the scores were made: unofficial, in words and in what a program needs."""

    called: ClassVar[Text] = Text("评分方法（非官方）", "how the score is made (unofficial)")

    official: Annotated[Literal[False], Text("没有官方公式", "no official formula exists")]
    weights: Annotated[
        dict[str, Number], Text("各指标的权重；空表示相同", "the weight of each indicator; empty: all equal")
    ]
    weights_file: Annotated[ResultFile | None, Text("权重文件", "the file of weights")]
    ranked: Annotated[bool, Text("是否排位次", "whether places are ranked")]
    sentences: Annotated[list[Text], Text("方法说明", "the recipe in words")]
    notes: Annotated[list[BoardNote], Text("不排位次的原因", "why there is no rank")]


@form
class BoardResult:
    """One run of ``digecon score``."""

    called: ClassVar[Text] = Text("汇总结果，第1版", "the scoreboard, version 1: one run of digecon score")

    format: Annotated[Literal["digecon/scoreboard/v1"], Text("文件格式", "the format")]
    tool: Annotated[Tool, Text("生成结果的程序", "the program that made it")]
    as_of: Annotated[Day, Text("核验基准日", "the day that was judged as of")]
    period: Annotated[
        str | None, Text("报告期；没有报告时为空", "the period; null where no report was found")
    ]
    settings: Annotated[ResultSettings, Text("运行设置", "what the run was asked to hold")]
    targets: Annotated[ResultTargets, Text("所用目标文件", "the target files used")]
    reviews: Annotated[list[ResultFile], Text("所用复核意见", "the reviews used")]
    files: Annotated[int, Text("读取的报告数", "how many reports were read")]
    named: Annotated[int, Text("文件所列的城市和园区数", "how many places the documents name")]
    unpublished: Annotated[int, Text("其中目标未公布的", "those whose targets are not published")]
    illustrative: Annotated[bool, Text("含有未公布的数值", "whether any value shown is not published")]
    recipe: Annotated[BoardRecipe, Text("评分方法（非官方）", "how the score is made (unofficial)")]
    places: Annotated[list[BoardRow], Text("各城市和园区", "the places, in the order of the documents")]
    unread: Annotated[list[ResultAssessment], Text("无法读取的文件", "the inputs that could not be read")]
    diagnostics: Annotated[list[ResultDiagnostic], Text("其他数据审核情况", "diagnostics on other files")]
    ignored: Annotated[
        int, Text("按要求略去的疑点和提示数", "how many diagnostics it was asked to leave out")
    ]
    judged_documents: Annotated[list[str], JUDGED_DOCUMENTS] = field(default_factory=list)
    left_out: Annotated[list[ResultLeftOut], LEFT_OUT] = field(default_factory=list)
    history: Annotated[list[ResultFile], HISTORY] = field(default_factory=list)
    summary: Annotated[
        Text | None, Text("总体情况；旧版结果没有", "what came out, in a paragraph; null in older results")
    ] = None
    baseline: Annotated[ResultBaseline | None, BASELINE] = None
    registers: Annotated[list[ResultFile], REGISTERS] = field(default_factory=list)
