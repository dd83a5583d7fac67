"""The shapes of target files: the catalogue, a document that sets targets, a place with its own."""

from typing import Annotated

from pydantic import Field

from ..text import Text
from .base import Shape, WordsShape
from .texts import (
    BareNumber,
    ComparatorWord,
    Date,
    Decimals,
    EntityKindWord,
    Flag,
    FromOne,
    FromZero,
    FullUnit,
    ItemField,
    KindWord,
    LevelWord,
    MeasureWord,
    NatureWord,
    OfNumbers,
    PeriodText,
    PricesWord,
    SeenWord,
    TargetNatureWord,
    TargetsFormat,
    ToleratedIn,
    Year,
)

_FORMAT = Text(
    "`digecon/targets/v1`；不填也是此版", "`digecon/targets/v1`, which is also meant where it is left out"
)
_NAME = Text("名称，中英文", "its name, in both languages")


class EligibleShape(Shape):
    """What makes an item count."""

    called = Text("计入条件", "what makes an item count")

    levels: Annotated[
        list[LevelWord] | None,
        Text(
            "可以计入的级别，如 `[national, provincial]`",
            "the levels of authority that do, as `[national, provincial]`",
        ),
    ] = None
    requires: Annotated[
        list[ItemField] | None, Text("清单项必须写明的字段", "the fields that an item must state")
    ] = None
    certificate: Annotated[
        str | None, Text("证书应当依据的标准", "the standard that its certificate must be to")
    ] = None
    asks: Annotated[
        list[ItemField] | None,
        Text(
            "填报表另外列出的字段，不作为计入条件",
            "fields that forms ask for as well; they need not be stated",
        ),
    ] = None
    terms: Annotated[
        dict[str, WordsShape] | None,
        Text(
            "这一指标对字段的叫法，以字段为键，如 `recognised_on`；填报表用作列名，也能读取",
            "what fields are called for this count, by field, as `recognised_on`: headings of its forms, and "
            "read",
        ),
    ] = None


class UnitFamilyShape(Shape):
    """Units that measure the same."""

    called = Text("一组计量单位", "family of units")

    name: Annotated[WordsShape, Text("所计量的内容，中英文", "what they measure, in both languages")]
    factors: Annotated[
        dict[str, BareNumber],
        Text(
            "各单位的大小，以最小的为1，如 `{PFLOPS: 1, EFLOPS: 1000}`；只有一个单位的写 `{个/万人: 1}`",
            "how large each unit is, the smallest being 1, as `{PFLOPS: 1, EFLOPS: 1000}`; a unit alone is "
            "`{个/万人: 1}`",
        ),
    ]


class ChangeShape(Shape):
    """What a rate is a change of."""

    called = Text("增减变动的对象", "what a rate is a change of")

    of: Annotated[str, Text("哪一项指标的变动：目录中的标识", "the indicator that changes, by its id")]
    how: Annotated[
        MeasureWord,
        Text(
            "`growth` 增速，`mean_growth` 年均增速，`difference` 增减量，`multiple` 倍数（翻一番为2倍）",
            "`growth`, `mean_growth` (a year), `difference`, or `multiple` (翻一番 is 2倍)",
        ),
    ]
    since: Annotated[
        PeriodText | None,
        Text(
            "对比的基期；增速不填即以上年同期为基期，其他各项没有基期的不能认定",
            "the period that it is measured from; left out, a growth is on the year before, and nothing is "
            "decided on any other",
        ),
    ] = None
    prices: Annotated[
        PricesWord | None,
        Text(
            "总量的价格：`constant` 不变价，`current` 现价；不填为不变价，不据两期数值推算",
            "of an amount: `constant` or `current` prices; left out, constant ones, at which a change is "
            "never computed from two figures",
        ),
    ] = None


class IndicatorShape(Shape):
    """What is measured."""

    called = Text("指标", "indicator")

    name: Annotated[WordsShape, _NAME]
    short: Annotated[
        WordsShape | None, Text("表格中用的简称；不填用名称", "the name for tables; left out, the name")
    ] = None
    kind: Annotated[KindWord, Text("指标类型", "what sort of thing it is")]
    unit: Annotated[
        str | None,
        Text(
            "计量单位，写全；定性任务没有，数值可以没有（如指数、PUE）",
            "the canonical unit, in full; a milestone has none, and a number can do without (an index, PUE)",
        ),
    ] = None
    units_alike: Annotated[
        list[FullUnit] | None,
        Text(
            "对本指标含义相同的计量单位，如家、个；数值后写其一、单位栏写另一，均予读取并提示",
            "units that are words for the same thing here, as 家 and 个: one beside the value and another in "
            "the column of units are read, with a note",
        ),
    ] = None
    change: Annotated[
        ChangeShape | None,
        Text(
            "增减变动指标是哪一项指标的变动，如何计算；其他指标不填",
            "of a rate: what it is a change of, and how it is measured; no other has it",
        ),
    ] = None
    nature: Annotated[
        NatureWord | None,
        Text(
            "总量填 `flow` 或 `stock`，数量填 `stock` 或 `added`，其他类型不填",
            "of an amount `flow` or `stock`, of a count `stock` or `added`; other kinds have none",
        ),
    ] = None
    decimals: Annotated[
        Decimals | None, Text("该单位下通常的小数位数", "how many are usual in that unit")
    ] = None
    definition: Annotated[WordsShape, Text("指标定义，中英文", "what exactly is measured, in both languages")]
    standard: Annotated[
        str | None, Text("所依据的标准或分类", "the standard or classification behind the definition")
    ] = None
    scopes: Annotated[list[str] | None, Text("可用的统计口径", "the scopes that a figure may be of")] = None
    eligible: Annotated[
        EligibleShape | None, Text("数量指标的清单项计入条件", "of a count: what makes an item count")
    ] = None


class ScopeShape(Shape):
    """A statistical scope."""

    called = Text("统计口径", "statistical scope")

    name: Annotated[WordsShape, _NAME]
    definition: Annotated[WordsShape, Text("范围，中英文", "what it takes in, in both languages")]
    wider_than: Annotated[
        list[str] | None,
        Text(
            "完全包含在本口径之内的其他口径：按本口径填报的数值是那些口径数值的上界",
            "scopes that lie wholly within this one: a figure of this scope is an upper bound of theirs",
        ),
    ] = None
    aliases: Annotated[list[str] | None, Text("其他能读取的名称", "other names that it is read by")] = None


class RelationShape(Shape):
    """What must hold between indicators: one of ratio, no_more_than, plausible."""

    called = Text("指标关系", "relation between indicators")

    ratio: Annotated[
        str | None,
        Text(
            "比重指标，等于同一地区、同一时期两个总量之比",
            "a share that is the quotient of two amounts of the same area and period",
        ),
    ] = None
    numerator: Annotated[str | None, Text("分子", "the amount above")] = None
    denominator: Annotated[str | None, Text("分母", "the amount below")] = None
    no_more_than: Annotated[
        list[str] | None,
        Text("`[部分, 整体]`：部分不大于整体", "`[part, whole]`: the part is never larger than the whole"),
    ] = None
    plausible: Annotated[
        str | None,
        Text(
            "高于界限的数值几乎都属于其他口径的指标",
            "an indicator whose values are nearly always of another scope above a limit",
        ),
    ] = None
    at_most: Annotated[
        BareNumber | None, Text("界限，以该指标的单位计", "that limit, in the indicator's unit")
    ] = None
    because: Annotated[WordsShape | None, Text("理由，中英文", "why, in both languages")] = None


class CatalogueShape(Shape):
    """All indicators, scopes and relations."""

    called = Text("指标目录", "the catalogue of indicators")

    format: Annotated[TargetsFormat | None, _FORMAT] = None
    scopes: Annotated[
        dict[str, ScopeShape] | None,
        Text("数据可以注明的统计口径，以标识为键", "the statistical scopes that a figure may state, by id"),
    ] = None
    units: Annotated[
        dict[str, UnitFamilyShape] | None,
        Text(
            "数值指标的计量单位，成组列出，以标识为键",
            "units of numbers in families, by id; those of one family can be converted",
        ),
    ] = None
    indicators: Annotated[
        dict[str, IndicatorShape], Text("可以考核的指标，以标识为键", "what can be measured, by id")
    ]
    relations: Annotated[
        list[RelationShape] | None, Text("指标之间应当成立的关系", "what must hold between indicators")
    ] = None


class NamedShape(Shape):
    """How many entities of each kind a document names."""

    called = Text("所列数目", "how many are named")

    city: Annotated[FromZero | None, Text("示范城市数", "how many demonstration cities")] = None
    zone: Annotated[FromZero | None, Text("标杆园区数", "how many benchmark zones")] = None
    province: Annotated[FromZero | None, Text("省数", "how many provinces")] = None
    nation: Annotated[FromZero | None, Text("全国，填1", "1 where it is the nation")] = None


class IssuedShape(Shape):
    """A document that sets targets."""

    called = Text("文件", "document")

    id: Annotated[str, Text("标识，供目标引用", "the id, by which targets cite it")]
    title: Annotated[WordsShape, Text("标题，中英文", "its title, in both languages")]
    number: Annotated[str | None, Text("文号", "its number")] = None
    issuer: Annotated[WordsShape | None, Text("发文机关，中英文", "who issued it, in both languages")] = None
    date: Annotated[Date | None, Text("成文日期", "its date")] = None
    addresses: Annotated[list[str] | None, Text("网址", "where it can be read")] = None
    seen: Annotated[
        SeenWord | None,
        Text(
            "读到的是什么：官方原文（`official`）、媒体报道（`press`）或转载文本（`copy`）",
            "what was read: the office's own text (`official`), a press report (`press`), or a copy (`copy`)",
        ),
    ] = None
    default: Annotated[
        Flag | None,
        Text(
            "未指定文件时即按它核验；没有一个文件注明的，各个都按",
            "it is judged by where nobody names documents; where no document says so, all are",
        ),
    ] = None
    named: Annotated[
        NamedShape | None,
        Text(
            "所列各类地方的数目：`city`、`zone`、`province`、`nation`",
            "how many places of each kind it names: `city`, `zone`, `province`, `nation`",
        ),
    ] = None
    published: Annotated[
        FromZero | None,
        Text(
            "其中已公布目标的数目，与引用它的地方数一致",
            "for how many of them targets are published: as many as cite it",
        ),
    ] = None
    note: Annotated[
        WordsShape | None, Text("已知和未知的情况，中英文", "what is known of it, and what is not")
    ] = None


class PolicyDocumentShape(Shape):
    """The file of one such document."""

    called = Text("规定目标的文件", "a document that sets targets")

    format: Annotated[TargetsFormat | None, _FORMAT] = None
    document: Annotated[IssuedShape, Text("规定目标的文件", "a document that sets targets")]


class CitationShape(Shape):
    """Where a target's words stand."""

    called = Text("出处", "citation")

    document: Annotated[str, Text("文件标识", "the id of the document")]
    paragraph: Annotated[
        FromOne | None,
        Text(
            "段落，从1数起；未数段落或出自表格的可以不填",
            "the paragraph, counted from 1; left out where none were counted, or of a cell of a table",
        ),
    ] = None
    wording: Annotated[
        str | None,
        Text(
            "能够确定比较方式和数值的最短原文，逐字照录；出自表格的不填，以 `cell` 为原文",
            "the shortest official phrase that fixes comparator and number, copied letter by letter; "
            "a cell of a table is its own wording",
        ),
    ] = None
    table: Annotated[
        str | None,
        Text("出自表格的：表名或表号，如 `专栏1`", "of a cell: its table, by title or number, as `专栏1`"),
    ] = None
    row: Annotated[
        str | None,
        Text(
            "所在行的名称，逐字照录；计量单位可以写在这里",
            "the name of its row, copied letter by letter; the unit may stand in it",
        ),
    ] = None
    column: Annotated[
        str | None,
        Text("所在列的名称，如 `2025年`", "the name of its column, as `2025年`"),
    ] = None
    cell: Annotated[
        str | None,
        Text(
            "单元格的内容，逐字照录，如 `55` 或 `≥55%`",
            "what stands in it, copied letter by letter, as `55` or `≥55%`",
        ),
    ] = None
    head: Annotated[
        str | None,
        Text(
            "表头中说明比较方式或计量单位的文字，如 `不低于` 或 `%`",
            "words of the head that say comparator or unit, as `不低于` or `%`",
        ),
    ] = None
    neutral: Annotated[
        list[str] | None,
        Text(
            "原文中不改变数值含义的词，如 `[建成并开通]`；比较、增减、预计、否定等词不能列入",
            "words of it that change nothing about the number, as `[建成并开通]`; none that compares, "
            "qualifies, negates or speaks of a change can be listed",
        ),
    ] = None


class OtherReadingShape(Shape):
    """A second defensible reading."""

    called = Text("另一种理解", "other reading")

    comparator: Annotated[OfNumbers, Text("另一种比较方式", "the other relation")]
    value: Annotated[BareNumber, Text("另一数值，单位相同", "the other number, in the same unit")]


class TargetBaseShape(Shape):
    """The value that a target starts from."""

    called = Text("基期值", "base value")

    period: Annotated[PeriodText, Text("基期，如 `2020`", "the period that it is of, as `2020`")]
    value: Annotated[BareNumber, Text("基期值，以 `unit` 计", "the number, in `unit`")]
    unit: Annotated[
        str | None,
        Text(
            "计量单位，写全；指标没有单位的不写", "its unit, in full; left out where the indicator has none"
        ),
    ] = None
    source: Annotated[CitationShape | None, Text("基期值的原文出处", "where the words on the base stand")] = (
        None
    )


class ToleranceShape(Shape):
    """How far a value may lie off the number that a target comes to about."""

    called = Text("容差", "tolerance")

    below: Annotated[BareNumber, Text("可低于目标值多少", "how far below the number required")]
    above: Annotated[BareNumber, Text("可高于目标值多少", "how far above it")]
    in_: Annotated[
        ToleratedIn,
        Text(
            "以何计：`unit` 为目标的计量单位，`percent` 为目标值的百分之几",
            "what these two are in: `unit`, the target's unit; `percent` of the number required",
        ),
        Field(alias="in"),
    ]
    source: Annotated[
        CitationShape | None, Text("容差的原文出处", "where the words on the tolerance stand")
    ] = None


class TargetShape(Shape):
    """An entity's commitment on one indicator."""

    called = Text("目标", "target")

    indicator: Annotated[
        str | None,
        Text(
            "所考核的指标，目录中的标识；不填即为目标的键",
            "what is measured, an id of the catalogue; left out, the key of the target",
        ),
    ] = None
    due: Annotated[Year, Text("目标年，年底到期", "the year by the end of which the target is due")]
    comparator: Annotated[ComparatorWord, Text("比较方式", "the relation required")]
    value: Annotated[
        BareNumber | None,
        Text(
            "目标值，以 `unit` 计；除定性任务外都有",
            "the number required, in `unit`; every target but a milestone has one",
        ),
    ] = None
    unit: Annotated[
        str | None,
        Text(
            "计量单位，写全；指标没有单位的不填",
            "its unit, in full; none where the indicator has none",
        ),
    ] = None
    stretch: Annotated[
        BareNumber | None,
        Text(
            "上限或力争目标；只作说明，不影响结论",
            "a second, softer tier: the upper end of a range, or what is 力争. It is told, and never part of "
            "the outcome",
        ),
    ] = None
    aspiration: Annotated[
        Flag | None,
        Text(
            "`true`：原文只有力争、冲刺、争取的要求；只作说明，不计数，不影响结论",
            "`true`: the words set the softer tier alone (力争, 冲刺, 争取). It is told, counted nowhere, "
            "and never part of a verdict",
        ),
    ] = None
    tolerance: Annotated[
        ToleranceShape | None,
        Text(
            "“左右”的容差，须有依据；没有的，只有数值与目标值持平才算达到，且不影响结论",
            "of about: how far off the value may lie, as some text states it. Without one only the number "
            "itself meets the target, which is then never part of a verdict",
        ),
    ] = None
    base: Annotated[
        TargetBaseShape | None,
        Text("文件写明的基期值", "the value that the target starts from, as the document states it"),
    ] = None
    per_year: Annotated[
        Flag | None,
        Text(
            "`true`：每年都须达到，到目标年为止各年均为目标年，按本年累计（`this_year`）核验",
            "`true`: 每年, each year up to `due` is a due year, judged on that year's count (`this_year`)",
        ),
    ] = None
    nature: Annotated[
        TargetNatureWord | None,
        Text(
            "文件区分约束性和预期性指标的，属于哪一种",
            "whether it is binding or expected, where the document tells targets apart by that",
        ),
    ] = None
    since: Annotated[
        Date | None,
        Text(
            "新增指标的起算日期，如 `2023-01-01`；没有的，核验意见予以说明",
            "the base date of an added count, as `2023-01-01`; where there is none, the finding says so",
        ),
    ] = None
    parts: Annotated[
        dict[str, WordsShape] | None,
        Text(
            "定性任务的各部分及名称，须全部完成",
            "the parts of a milestone that must all be achieved, each with its name",
        ),
    ] = None
    other_reading: Annotated[
        OtherReadingShape | None,
        Text(
            "原文的另一种合理理解：结论不同的，核验意见予以说明；结论以第一种为准",
            "a second defensible reading of the words: where it would give another outcome, the finding says "
            "so. The outcome follows the first",
        ),
    ] = None
    superseded_by: Annotated[
        str | None,
        Text(
            "取代本目标的目标的键；此后只列出，不核验",
            "the key of the target that replaces this one; it is listed from then on, and not judged",
        ),
    ] = None
    source: Annotated[CitationShape, Text("原文出处", "where the words stand")]
    note: Annotated[
        WordsShape | None,
        Text("原文未明确之处及其理解，中英文", "what the words leave open, and how they are read"),
    ] = None


class IdentityShape(Shape):
    """Who answers for the targets."""

    called = Text("考核对象", "place")

    id: Annotated[str, Text("标识，与文件名一致", "the id; the file is named by it")]
    kind: Annotated[EntityKindWord, Text("类别", "what sort of place it is")]
    name: Annotated[WordsShape, _NAME]
    aliases: Annotated[
        list[str] | None,
        Text("别名，`digecon targets` 也可用来查找", "other names, by which `digecon targets` finds it too"),
    ] = None
    within: Annotated[str | None, Text("所在地方的标识", "the id of the place that it lies in")] = None


class EntityShape(Shape):
    """The file of one place."""

    called = Text("一个地方及其目标", "a place and its targets")

    format: Annotated[TargetsFormat | None, _FORMAT] = None
    entity: Annotated[IdentityShape, Text("目标的责任主体", "who answers for the targets")]
    tasks: Annotated[
        list[WordsShape] | None,
        Text(
            "文件在目标之外布置的任务，由 `digecon targets` 列出，不核验",
            "what the document sets beside the targets; shown by `digecon targets`, never judged",
        ),
    ] = None
    targets: Annotated[dict[str, TargetShape], Text("各项目标，各有其键", "the targets, each under its key")]
