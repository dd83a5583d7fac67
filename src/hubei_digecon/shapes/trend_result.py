"""The trend in JSON, version 1: its own types, which the writer fills and the schema comes from.

As in the result of ``check``, numbers are strings, so that they stay exact. A quotient is rounded half-even
to six significant digits, and to as many more as keep it on its side of the target or of a cut-off.
"""

from dataclasses import field
from typing import Annotated, ClassVar, Literal

from ..domain.comparators import COMPARATORS
from ..domain.outcomes import Outcome
from ..domain.pace import BaseOrigin, BreakKind, NoPace, PaceMethod, PaceState
from ..domain.words import Status
from ..quantity.hedges import Bound
from ..text import Text
from .result import (
    LEFT_OUT,
    Day,
    Number,
    OpenList,
    ResultDiagnostic,
    ResultFile,
    ResultLeftOut,
    ResultSettings,
    ResultTargets,
    Tool,
    form,
)

FORMAT: Literal["digecon/trend/v1"] = "digecon/trend/v1"

_PERIOD = Text("报告期", "the period")
_METHOD = Text("进度的计算方法", "the method of the pace")


@form
class TrendBase:
    """The value that a target starts from."""

    called: ClassVar[Text] = Text("基期值", "the base of a series")

    period: Annotated[str, _PERIOD]
    value: Annotated[Number, Text("基期值，单位同目标", "the value, in the unit of the series")]
    source: Annotated[str, OpenList(BaseOrigin), Text("出自何处", "where it is stated")]


@form
class TrendChange:
    """The change to the year before."""

    called: ClassVar[Text] = Text("较上年增减", "the change to the year before")

    absolute: Annotated[
        Number, Text("增减，比重以百分点计", "the difference; of shares in percentage points")
    ]
    relative: Annotated[
        Number | None,
        Text(
            "增速，总量为现价增速；比重等为空",
            "growth, of money at current prices; null for shares and the like",
        ),
    ]


@form
class TrendPace:
    """How a series stands between its base and its target."""

    called: ClassVar[Text] = Text("进度", "the pace at one point")

    method: Annotated[str, OpenList(PaceMethod), _METHOD]
    ratio: Annotated[Number | None, Text("进度比", "the ratio; null without one")]
    state: Annotated[
        Annotated[str, OpenList(PaceState)] | None,
        Text("状态；不能判断时为空", "the state; null where nothing can be told"),
    ]
    reason: Annotated[
        Annotated[str, OpenList(NoPace)] | None,
        Text("不能判断的原因", "why nothing can be told; null otherwise"),
    ]
    months: Annotated[int | None, Text("基期以来的月数", "the months since the base")]
    of: Annotated[
        int | None, Text("基期至目标年年底的月数", "the months from the base to the end of the due year")
    ]


@form
class TrendResultPoint:
    """One value of a series; ``value`` is null where the report has none."""

    called: ClassVar[Text] = Text("一个报告期的数值", "the value of one period")

    period: Annotated[str, _PERIOD]
    value: Annotated[
        Number | None, Text("数值", "the value: what the judge decided on, else what was reported")
    ]
    hedge: Annotated[
        Annotated[str, OpenList(Bound)] | None,
        Text("概数用语", "the hedge of the value reported; null without one"),
    ]
    status: Annotated[
        Annotated[str, OpenList(Status)] | None,
        Text("数据性质", "how settled it is; null without an observation"),
    ]
    illustrative: Annotated[bool, Text("数值未公布，仅作示例", "whether the value is not published")]
    outcome: Annotated[
        Annotated[str, OpenList(Outcome)] | None,
        Text("完成情况；没有目标时为空", "the outcome; null without a target"),
    ]
    change: Annotated[TrendChange | None, Text("较上年增减", "the change to the year before")]
    scheduled: Annotated[Number | None, Text("序时进度目标值", "the value that the schedule has")]
    pace: Annotated[TrendPace | None, Text("进度；没有目标时为空", "the pace; null without a target")]
    path: Annotated[str, Text("报告的路径", "the path of the report")]
    line: Annotated[int | None, Text("行号，从1数起", "the line, counted from 1; null where there is none")]
    sheet: Annotated[str | None, Text("工作簿中的工作表", "the sheet of a workbook; null for other files")]


@form
class TrendBreak:
    """Why a value does not compare with the one before without more."""

    called: ClassVar[Text] = Text("口径调整及可比性", "a break of a series")

    period: Annotated[str, Text("变动之后的报告期", "the period of the value after the break")]
    kind: Annotated[str, OpenList(BreakKind), Text("类别", "its kind")]
    message: Annotated[Text, Text("说明", "it in words")]


@form
class TrendSeries:
    """One indicator of one place over its periods, towards one target if there is one."""

    called: ClassVar[Text] = Text("一项指标的历年数值", "one indicator of one place over its periods")

    entity: Annotated[str, Text("考核对象的标识", "the id of the place")]
    indicator: Annotated[str, Text("指标的标识", "the id of the indicator")]
    target: Annotated[
        str | None, Text("目标的标识；没有目标时为空", "the id of the target; null without one")
    ]
    document: Annotated[str | None, Text("文件的标识", "the id of the document")]
    due: Annotated[int | None, Text("目标年", "the due year")]
    comparator: Annotated[
        Annotated[str, OpenList(COMPARATORS.values())] | None, Text("比较方式", "the comparator")
    ]
    required: Annotated[Number | None, Text("目标值", "what is required")]
    unit: Annotated[str | None, Text("计量单位", "the unit of all values of the series")]
    base: Annotated[TrendBase | None, Text("基期值", "the base; null without one")]
    points: Annotated[list[TrendResultPoint], Text("各报告期的数值", "the values in order of period")]
    breaks: Annotated[
        list[TrendBreak], Text("口径调整及可比性：仅作提示，不影响结论", "the breaks: told, never decided")
    ]
    reason: Annotated[
        Annotated[str, OpenList(NoPace)] | None,
        Text("全部报告期都不作进度判断的原因", "why nothing can be told of its pace at all; null otherwise"),
    ]


@form
class TrendPlace:
    """One place, and what its trend was."""

    called: ClassVar[Text] = Text("一个对象的历年进展", "what the trend of one place was")

    entity: Annotated[str, Text("对象的标识", "the id of the place")]
    summary: Annotated[Text, Text("历年进展的总体情况", "its trend in a paragraph")]


@form
class TrendResult:
    """One run of ``digecon trend``."""

    called: ClassVar[Text] = Text("历年进展，第1版", "the trend, version 1: one run of digecon trend")

    format: Annotated[Literal["digecon/trend/v1"], Text("文件格式", "the format")]
    tool: Annotated[Tool, Text("生成结果的程序", "the program that made it")]
    as_of: Annotated[Day, Text("核验基准日", "the day that was judged as of")]
    documents: Annotated[list[str], Text("所用目标文件的标识", "the ids of the documents chosen")]
    method: Annotated[str, OpenList(PaceMethod), _METHOD]
    base: Annotated[
        str | None, Text("用 --base 指定的报告期", "the period named by --base; null where none was")
    ]
    settings: Annotated[ResultSettings, Text("运行设置", "what the run was asked to hold")]
    targets: Annotated[ResultTargets, Text("所用目标文件", "the target files used")]
    reviews: Annotated[list[ResultFile], Text("所用复核意见", "the reviews used")]
    illustrative: Annotated[bool, Text("含有未公布的数值", "whether any value shown is not published")]
    diagnostics: Annotated[
        list[ResultDiagnostic],
        Text(
            "无法读取的文件和其他文件的数据审核情况",
            "diagnostics on inputs that could not be read and on other files",
        ),
    ]
    series: Annotated[list[TrendSeries], Text("各项指标的历年数值", "the series")]
    ignored: Annotated[
        int, Text("按要求略去的疑点和提示数", "how many diagnostics it was asked to leave out")
    ]
    left_out: Annotated[list[ResultLeftOut], LEFT_OUT]
    places: Annotated[
        list[TrendPlace],
        Text("各对象的总体情况；旧版结果没有", "a paragraph on each place; none in older results"),
    ] = field(default_factory=list)
