"""The shapes of a report: what an entity submits for one period."""

from typing import Annotated

from pydantic import BeforeValidator

from ..domain.reports import Evidence, Item
from ..text import Text
from .base import ColumnHeading, Shape, ShortForm
from .texts import (
    ArrivalWord,
    CellText,
    CountingWord,
    Date,
    DatedText,
    DocumentPath,
    FigurePeriod,
    Flag,
    FromOne,
    ItemYear,
    LevelWord,
    MissingWord,
    PeriodText,
    ReportFormat,
    StateWord,
    StatusWord,
    ValidUntil,
    Year,
)


class SubmittedShape(Shape):
    """Who handed the report in, when, and which submission it is."""

    called = Text("填报", "submission")

    by: Annotated[str, Text("填报单位", "the office that hands it in"), ColumnHeading("填报单位")]
    date: Annotated[
        Date,
        Text(
            "填报日期，如 `2026-01-20`；早于报告期末的，数据按预计数处理",
            "the day, as `2026-01-20`; a report dated before its period ended counts as an estimate",
        ),
        ColumnHeading("填报日期"),
    ]
    revision: Annotated[
        FromOne | None,
        Text(
            "第几次报送，从1起的整数；不填为1",
            "which submission of this report it is, a whole number from 1; left out: 1",
        ),
        ColumnHeading("第几次报送", "报送次数"),
    ] = None


class SourceShape(Shape):
    """A publication or document."""

    called = Text("来源或材料", "source or document")
    record = Evidence

    title: Annotated[CellText | None, Text("名称", "what it is called"), ColumnHeading("数据来源")] = None
    issuer: Annotated[CellText | None, Text("发布机构", "who issued it"), ColumnHeading("数据发布单位")] = (
        None
    )
    document: Annotated[
        DocumentPath | None,
        Text(
            "材料本身：报告所在文件夹之内的相对路径，或文号",
            "the document itself: a path below the folder of the report, or its number",
        ),
        ColumnHeading("数据来源文件"),
    ] = None
    dated: Annotated[
        DatedText | None,
        Text("落款日期，如 `2026-01-15`；可只写年月", "the day it bears, as `2026-01-15`, or its month"),
        ColumnHeading("数据来源日期"),
    ] = None


class ItemShape(Shape):
    """One countable thing behind a count."""

    called = Text("清单项", "item")
    record = Item

    name: Annotated[str, Text("名称", "the name"), ColumnHeading("", "名称")]
    code: Annotated[CellText | None, Text("统一社会信用代码", "the unified social credit code")] = None
    level: Annotated[
        LevelWord | None, Text("认定（批准）单位的级别", "the level of the authority that recognised it")
    ] = None
    arrival: Annotated[
        ArrivalWord | None,
        Text(
            "引进方式，用于新引进的企业；只签约的不计",
            "how a firm that was attracted came; one that has only signed does not count",
        ),
    ] = None
    recognised_on: Annotated[
        DatedText | None,
        Text(
            "认定（批准）日期，如 `2025-11-02`；只写年月的，整月都在期内才计",
            "the day it was recognised, as `2025-11-02`; a month alone counts where all of it is in time",
        ),
    ] = None
    valid_until: Annotated[
        ValidUntil | None,
        Text(
            "有效期至（含当日）；没有期限的写“长期有效”",
            "the last day on which that holds; `长期有效` where it has no end",
        ),
    ] = None
    by: Annotated[
        CellText | None,
        Text("认定（批准）单位", "who recognised it"),
        ColumnHeading("", "认定（批准）机关", "认定机关", "批准机关"),
    ] = None
    publisher: Annotated[CellText | None, Text("榜单的发布机构", "who publishes the list")] = None
    year: Annotated[ItemYear | None, Text("榜单年度", "the year of the list")] = None
    certificate: Annotated[CellText | None, Text("证书编号", "the certificate")] = None
    document: Annotated[
        DocumentPath | None,
        Text("认定文件及文号：路径或文号", "the document behind it: a path, or its number"),
        ColumnHeading("", "文号", "佐证材料（清单项）"),
    ] = None
    list: Annotated[CellText | None, Text("榜单名称", "the list it stands on")] = None


class BaseShape(Shape):
    """The value of a base year."""

    called = Text("基期值", "base value")

    year: Annotated[Year, Text("基期年份", "the base year"), ColumnHeading("基期年份", after="base.value")]
    value: Annotated[
        str, Text("基期值，照原样显示", "its value, shown as it is written"), ColumnHeading("基期值")
    ]


class PreviousShape(Shape):
    """The figure of an earlier period."""

    called = Text("对比期数值", "earlier figure")

    value: Annotated[
        str,
        Text("对比期的数值，可带单位", "the figure of that period, with its unit or without"),
        ColumnHeading("对比期数值", "上年同期值"),
    ]
    period: Annotated[
        PeriodText | None,
        Text(
            "对比期：年份，或1月至某月；不填为上年同期",
            "the earlier period: a year, or January to the end of a month; left out: the same of the year "
            "before",
        ),
        ColumnHeading("对比期", after="previous.unit"),
    ] = None
    unit: Annotated[
        str | None,
        Text("对比期数值的计量单位，数值后没有写单位时填写", "its unit, where it does not stand beside it"),
        ColumnHeading("对比期计量单位"),
    ] = None


class DeviationShape(Shape):
    """Why a target was missed, and what is done about it."""

    called = Text("偏差", "deviation")

    cause: Annotated[
        str | None,
        Text("偏差原因", "why the target was missed"),
        ColumnHeading("未完成原因", "偏差原因及改进措施", "偏差原因"),
    ] = None
    measures: Annotated[
        str | None, Text("改进措施", "what is done about it"), ColumnHeading("下一步措施", "改进措施")
    ] = None
    deadline: Annotated[
        str | None, Text("完成时限", "by when it is to be met"), ColumnHeading("完成时限")
    ] = None


class OfficeShape(Shape):
    """The office that answers for a figure."""

    called = Text("责任单位", "office that answers for it")

    name: Annotated[
        CellText | None,
        Text("责任单位（牵头处室）", "the office that answers for it"),
        ColumnHeading("责任单位（牵头处室）", "责任单位", "牵头处室"),
    ] = None
    contact: Annotated[
        CellText | None,
        Text(
            "联系人及电话；`--redact-items` 时隐去", "whom to call, and where; `--redact-items` withholds it"
        ),
        ColumnHeading("联系人及电话", "联系人", "联系电话"),
    ] = None


_SHORT_SOURCE, _SHORT_VALUE = ShortForm("title"), ShortForm("value")
ShortSource = Annotated[SourceShape, _SHORT_SOURCE, BeforeValidator(_SHORT_SOURCE)]


class ObservationShape(Shape):
    """One reported value or state."""

    called = Text("填报值", "observation")

    value: Annotated[
        str | None,
        Text(
            "完成值：数值，可带单位；定性任务不填",
            "the number, with its unit or without; not for milestones",
        ),
        ColumnHeading("完成值", "实际完成值", "进展情况", "state"),
    ] = None
    unit: Annotated[
        str | None,
        Text("计量单位，数值后没有写单位时填写", "the unit, where it does not stand beside the number"),
        ColumnHeading("计量单位", "单位（计量）"),
    ] = None
    state: Annotated[
        StateWord | None,
        Text("进展情况，只用于定性任务", "for milestones only: how far it has come"),
    ] = None
    missing: Annotated[
        MissingWord | None,
        Text("没有数值的原因，代替数值填写", "why there is no value; stands in place of one"),
        ColumnHeading("无数据原因", after="counting"),
    ] = None
    status: Annotated[
        StatusWord | None,
        Text("数据性质；不填为未注明", "how settled the figure is; left out, it is unstated"),
        ColumnHeading("数据性质"),
    ] = None
    scope: Annotated[
        str | None,
        Text(
            "统计口径：目录中的标识或名称；其他文字按其他口径处理，不能据以认定，并提示",
            "the statistical scope: an id of the catalogue, or a name of one. Any other text is another "
            "scope, on which nothing is decided, with a warning",
        ),
        ColumnHeading("统计口径"),
    ] = None
    counting: Annotated[
        CountingWord | None,
        Text(
            "统计方式：时点指标填 `in_force`，新增指标填 `cumulative`",
            "what a count takes in. A stock wants `in_force`, an added count `cumulative`",
        ),
        ColumnHeading("统计方式", "计数方式"),
    ] = None
    period: Annotated[
        FigurePeriod | None,
        Text(
            "该数据的时期，与报告期不同时填写，按其本身的时期认定",
            "the period of this figure, where it is not that of the report; it is judged as of its own",
        ),
        ColumnHeading("数据所属期", en="figure_period", after="status"),
    ] = None
    items: Annotated[
        list[ItemShape] | None, Text("清单：逐项列出所计的企业、平台等", "the things counted, one by one")
    ] = None
    source: Annotated[ShortSource | None, Text("数据来源", "where the figure comes from")] = None
    evidence: Annotated[
        list[ShortSource] | None,
        Text("佐证材料清单", "a list of documents behind it"),
        ColumnHeading("佐证材料", "佐证材料编号", after="office.contact"),
    ] = None
    target: Annotated[
        str | None,
        Text(
            "填报单位所理解的目标值：通知原文，如 突破400亿元；或比较符号加数值，如 `>400亿元`。"
            "与公布的不同即为错误",
            "the commitment as the submitter understands it: the words of the notice, as 突破400亿元, or the "
            "number with its comparator, as `>400亿元`. Another one than the published is an error",
        ),
        ColumnHeading("目标值（原文）", "目标值"),
    ] = None
    base: Annotated[
        BaseShape | None,
        Text(
            "基期值：`{year: 2020, value: 300亿元}`",
            "the value of a base year: `{year: 2020, value: 300亿元}`",
        ),
    ] = None
    previous: Annotated[
        PreviousShape | None,
        Text(
            "对比期数值：`{period: 2024, value: 300亿元}`，用于核对或推算以本指标计算的增减变动；"
            "不写 `period` 的是上年同期值",
            "the figure of an earlier period: `{period: 2024, value: 300亿元}`; without `period`, that of "
            "the year before. A rate of this indicator is held against it, or derived from it",
        ),
    ] = None
    deviation: Annotated[
        DeviationShape | None,
        Text("偏差原因及改进措施", "why a target was missed, and what is done about it"),
    ] = None
    office: Annotated[
        OfficeShape | None,
        Text("责任单位和联系人", "the office that answers for the figure, and whom to call there"),
    ] = None
    explanation: Annotated[
        str | None, Text("情况说明，回应疑点", "an answer to a warning"), ColumnHeading("情况说明")
    ] = None
    note: Annotated[str | None, Text("备注", "a note"), ColumnHeading("备注")] = None


ShortObservation = Annotated[ObservationShape, _SHORT_VALUE, BeforeValidator(_SHORT_VALUE)]


class ReportShape(Shape):
    """What an entity submits for one period."""

    called = Text("报告：一个地方一个报告期的填报材料", "a report: what a place submits for one period")

    format: Annotated[
        ReportFormat | None,
        Text(
            "`digecon/report/v1`；不填也是此版",
            "`digecon/report/v1`, which is also meant where it is left out",
        ),
    ] = None
    entity: Annotated[
        str,
        Text(
            "考核对象：标识、名称或别名，`digecon targets` 列有全部",
            "the place: its id, its name or an alias, as listed by `digecon targets`",
        ),
        ColumnHeading("考核对象", "单位", "城市（园区）"),
    ]
    period: Annotated[
        PeriodText,
        Text(
            "报告期：年份，如 `2025`、`2025年`；或1月至某月，`2025-M01` 至 `2025-M11`、`2025年1—9月`、"
            "`2025年前三季度`；`2025-Q1`、`2025-H1`、`2025-Q2`、`2025-Q3` 依次读作 `M03`、`M06`、`M06`、"
            "`M09`",
            "the period: a year, `2025` or `2025年`, or January to the end of a month, `2025-M01` to "
            "`2025-M11`, `2025年1—9月`, `2025年前三季度`; `2025-Q1`, `2025-H1`, `2025-Q2` and `2025-Q3` are "
            "read as `M03`, `M06`, `M06` and `M09`",
        ),
        ColumnHeading("报告期"),
    ]
    submitted: Annotated[SubmittedShape, Text("填报单位、日期和次数", "who hands the report in, and when")]
    illustrative: Annotated[
        Flag | None,
        Text(
            "`true`（是）：数值未公布，仅作示例，各种输出均予注明；不填为 `false`（否）",
            "`true` (是) where the values are not published; every output repeats it. Left out: `false` (否)",
        ),
        ColumnHeading("示例数据"),
    ] = None
    note: Annotated[
        str | None,
        Text("附注，供查看文件的人阅读，不显示", "a note for people who open the file; it is not shown"),
    ] = None
    observations: Annotated[
        dict[str, ShortObservation | None] | None,
        Text("各项填报值，以指标标识为键", "the values, each under the key of its indicator"),
        ColumnHeading("指标名称", "指标", en="indicator"),
    ] = None
