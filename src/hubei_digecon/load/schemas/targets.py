"""The shapes of target files: the catalogue, a document that sets targets, a city or zone with its own."""

from typing import Annotated

from ...text import Text
from .base import Shape, Words
from .texts import (
    BareNumber,
    ComparatorWord,
    Date,
    Decimals,
    EntityKindWord,
    FromOne,
    FromZero,
    FullUnit,
    ItemField,
    KindWord,
    LevelWord,
    NatureWord,
    OfNumbers,
    TargetsFormat,
    Year,
)

_FORMAT = Text(
    "`digecon/targets/v1`；不填也是此版", "`digecon/targets/v1`, which is also meant where it is left out"
)
_NAME = Text("名称，中英文", "its name, in both languages")


class Eligible(Shape):
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
        dict[str, Words] | None,
        Text(
            "这一指标对字段的叫法，以字段为键，如 `recognised_on`；填报表用作列名，也能读取",
            "what fields are called for this count, by field, as `recognised_on`: headings of its forms, and "
            "read",
        ),
    ] = None


class Indicator(Shape):
    """What is measured."""

    called = Text("指标", "indicator")

    name: Annotated[Words, _NAME]
    short: Annotated[
        Words | None, Text("表格中用的简称；不填用名称", "the name for tables; left out, the name")
    ] = None
    kind: Annotated[KindWord, Text("指标类型", "what sort of thing it is")]
    unit: Annotated[
        FullUnit | None,
        Text("计量单位，写全；定性任务没有", "the canonical unit, in full; a milestone has none"),
    ] = None
    units_alike: Annotated[
        list[FullUnit] | None,
        Text(
            "对本指标含义相同的计量单位，如家、个；数值后写其一、单位栏写另一，均予读取并提示",
            "units that are words for the same thing here, as 家 and 个: one beside the value and another in "
            "the column of units are read, with a note",
        ),
    ] = None
    nature: Annotated[
        NatureWord | None,
        Text(
            "总量填 `flow` 或 `stock`，数量填 `stock` 或 `added`，比重和定性任务不填",
            "of an amount `flow` or `stock`, of a count `stock` or `added`; shares and milestones have none",
        ),
    ] = None
    decimals: Annotated[
        Decimals | None, Text("该单位下通常的小数位数", "how many are usual in that unit")
    ] = None
    definition: Annotated[Words, Text("指标定义，中英文", "what exactly is measured, in both languages")]
    standard: Annotated[
        str | None, Text("所依据的标准或分类", "the standard or classification behind the definition")
    ] = None
    scopes: Annotated[list[str] | None, Text("可用的统计口径", "the scopes that a figure may be of")] = None
    eligible: Annotated[
        Eligible | None, Text("数量指标的清单项计入条件", "of a count: what makes an item count")
    ] = None


class Scope(Shape):
    """A statistical scope."""

    called = Text("统计口径", "statistical scope")

    name: Annotated[Words, _NAME]
    definition: Annotated[Words, Text("范围，中英文", "what it takes in, in both languages")]
    wider_than: Annotated[
        list[str] | None,
        Text(
            "完全包含在本口径之内的其他口径：按本口径填报的数值是那些口径数值的上界",
            "scopes that lie wholly within this one: a figure of this scope is an upper bound of theirs",
        ),
    ] = None
    aliases: Annotated[list[str] | None, Text("其他能读取的名称", "other names that it is read by")] = None


class Relation(Shape):
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
    because: Annotated[Words | None, Text("理由，中英文", "why, in both languages")] = None


class Catalogue(Shape):
    """All indicators, scopes and relations."""

    called = Text("指标目录", "the catalogue of indicators")

    format: Annotated[TargetsFormat | None, _FORMAT] = None
    scopes: Annotated[
        dict[str, Scope] | None,
        Text("数据可以注明的统计口径，以标识为键", "the statistical scopes that a figure may state, by id"),
    ] = None
    indicators: Annotated[
        dict[str, Indicator], Text("可以考核的指标，以标识为键", "what can be measured, by id")
    ]
    relations: Annotated[
        list[Relation] | None, Text("指标之间应当成立的关系", "what must hold between indicators")
    ] = None


class Named(Shape):
    """How many entities of each kind a document names."""

    called = Text("所列数目", "how many are named")

    city: Annotated[FromZero | None, Text("示范城市数", "how many demonstration cities")] = None
    zone: Annotated[FromZero | None, Text("标杆园区数", "how many benchmark zones")] = None
    province: Annotated[FromZero | None, Text("省数", "how many provinces")] = None


class Issued(Shape):
    """A document that sets targets."""

    called = Text("文件", "document")

    id: Annotated[str, Text("标识，供目标引用", "the id, by which targets cite it")]
    title: Annotated[Words, Text("标题，中英文", "its title, in both languages")]
    named: Annotated[
        Named,
        Text(
            "所列各类地方的数目：`city`、`zone`、`province`",
            "how many places of each kind it names: `city`, `zone`, `province`",
        ),
    ]
    published: Annotated[
        FromZero,
        Text(
            "其中已公布目标的数目，与引用它的地方数一致",
            "for how many of them targets are published: as many as cite it",
        ),
    ]
    note: Annotated[
        Words | None, Text("已知和未知的情况，中英文", "what is known of it, and what is not")
    ] = None


class PolicyDocument(Shape):
    """The file of one such document."""

    called = Text("规定目标的文件", "a document that sets targets")

    format: Annotated[TargetsFormat | None, _FORMAT] = None
    document: Annotated[Issued, Text("规定目标的文件", "a document that sets targets")]


class Citation(Shape):
    """Where a target's words stand."""

    called = Text("出处", "citation")

    document: Annotated[str, Text("文件标识", "the id of the document")]
    paragraph: Annotated[FromOne, Text("段落，从1数起", "the paragraph, counted from 1")]
    wording: Annotated[
        str,
        Text(
            "能够确定比较方式和数值的最短原文，逐字照录",
            "the shortest official phrase that fixes comparator and number, copied letter by letter",
        ),
    ]
    neutral: Annotated[
        list[str] | None,
        Text(
            "原文中不改变数值含义的词，如 `[建成并开通]`；比较、增减、预计、否定等词不能列入",
            "words of it that change nothing about the number, as `[建成并开通]`; none that compares, "
            "qualifies, negates or speaks of a change can be listed",
        ),
    ] = None


class OtherReading(Shape):
    """A second defensible reading."""

    called = Text("另一种理解", "other reading")

    comparator: Annotated[OfNumbers, Text("另一种比较方式", "the other relation")]
    value: Annotated[BareNumber, Text("另一数值，单位相同", "the other number, in the same unit")]


class Target(Shape):
    """An entity's commitment on one indicator."""

    called = Text("目标", "target")

    indicator: Annotated[
        str | None,
        Text(
            "所考核的指标，目录中的标识；不填即为目标的键",
            "what is measured, an id of the catalogue; left out, the key of the target",
        ),
    ] = None
    due: Annotated[Year, Text("目标年份，年底到期", "the year by the end of which the target is due")]
    comparator: Annotated[ComparatorWord, Text("比较方式", "the relation required")]
    value: Annotated[
        BareNumber | None,
        Text(
            "目标值，以 `unit` 计；除定性任务外都有",
            "the number required, in `unit`; every target but a milestone has one",
        ),
    ] = None
    unit: Annotated[
        FullUnit | None,
        Text("计量单位，写全；除定性任务外都有", "its unit, in full; every target but a milestone has one"),
    ] = None
    stretch: Annotated[
        BareNumber | None,
        Text(
            "上限或力争目标；只作说明，不影响结论",
            "a second, softer tier: the upper end of a range, or what is 力争. It is told, and never part of "
            "the outcome",
        ),
    ] = None
    since: Annotated[
        Date | None,
        Text(
            "新增数的起算日期，如 `2023-01-01`；没有的，核验意见予以说明",
            "the base date of an added count, as `2023-01-01`; where there is none, the finding says so",
        ),
    ] = None
    parts: Annotated[
        dict[str, Words] | None,
        Text(
            "定性任务的各部分及名称，须全部实现",
            "the parts of a milestone that must all be achieved, each with its name",
        ),
    ] = None
    other_reading: Annotated[
        OtherReading | None,
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
    source: Annotated[Citation, Text("原文出处", "where the words stand")]
    note: Annotated[
        Words | None,
        Text("原文未明确之处及其理解，中英文", "what the words leave open, and how they are read"),
    ] = None


class Identity(Shape):
    """Who answers for the targets."""

    called = Text("考核对象", "place")

    id: Annotated[str, Text("标识，与文件名一致", "the id; the file is named by it")]
    kind: Annotated[EntityKindWord, Text("类别", "what sort of place it is")]
    name: Annotated[Words, _NAME]
    aliases: Annotated[
        list[str] | None,
        Text("别名，`digecon targets` 也可用来查找", "other names, by which `digecon targets` finds it too"),
    ] = None
    within: Annotated[str | None, Text("所在地方的标识", "the id of the place that it lies in")] = None


class Entity(Shape):
    """The file of one city or zone."""

    called = Text("一个城市或园区及其目标", "a city or zone and its targets")

    format: Annotated[TargetsFormat | None, _FORMAT] = None
    entity: Annotated[Identity, Text("目标的责任主体", "who answers for the targets")]
    tasks: Annotated[
        list[Words] | None,
        Text(
            "文件在目标之外布置的任务，由 `digecon targets` 列出，不核验",
            "what the document sets beside the targets; shown by `digecon targets`, never judged",
        ),
    ] = None
    targets: Annotated[dict[str, Target], Text("各项目标，各有其键", "the targets, each under its key")]
