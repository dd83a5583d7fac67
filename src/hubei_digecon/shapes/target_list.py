"""The published targets in JSON, version 1: its own types, which the writer fills and the schema comes from.

As in the result of ``check``, numbers are strings, so that they stay exact, and texts are in both languages.
"""

from dataclasses import field
from typing import Annotated, ClassVar, Literal

from ..domain.comparators import COMPARATORS
from ..domain.words import EntityKind, SeenAs, TargetNature
from ..quantity.kinds import INDICATOR_KINDS
from ..text import Text
from .result import Day, Number, OpenList, ResultBase, ResultSource, ResultTargets, Tool, form

FORMAT: Literal["digecon/listing/v1"] = "digecon/listing/v1"


@form
class ListedDocument:
    """A document that sets targets."""

    called: ClassVar[Text] = Text("设定目标的文件", "a document that sets targets")

    id: Annotated[str, Text("标识", "its id")]
    title: Annotated[Text, Text("标题", "its title")]
    named: Annotated[
        int | None,
        Text("所列的城市和园区数；未列的为空", "how many places it names; null where it names none"),
    ]
    published: Annotated[
        int | None,
        Text(
            "其中目标已公布的；未注明的为空",
            "for how many of them targets are published; null where that is not stated",
        ),
    ]
    number: Annotated[str | None, Text("文号", "its number")] = None
    issuer: Annotated[Text | None, Text("发文机关", "who issued it")] = None
    date: Annotated[Day | None, Text("成文日期", "its date")] = None
    addresses: Annotated[list[str], Text("网址", "where it can be read")] = field(default_factory=list)
    seen: Annotated[
        Annotated[str, OpenList(SeenAs)] | None,
        Text("读到的是什么；未注明的为空", "what was read of it; null where that is not stated"),
    ] = None
    default: Annotated[
        bool, Text("未指定文件时是否按它核验", "whether it is judged by where nobody names documents")
    ] = False
    note: Annotated[Text | None, Text("说明；没有时为空", "a note; null without one")] = None


@form
class ListedReading:
    """A second defensible reading of a wording."""

    called: ClassVar[Text] = Text("另一种理解", "a second reading of the wording")

    comparator: Annotated[str, OpenList(COMPARATORS.values()), Text("比较方式", "its comparator")]
    required: Annotated[Number, Text("目标值，单位同目标", "what it requires, in the target's unit")]


@form
class ListedTolerance:
    """How far a value may lie off the number that a target comes to about."""

    called: ClassVar[Text] = Text("容差", "a tolerance")

    below: Annotated[Number, Text("可低于目标值多少", "how far below the number required")]
    above: Annotated[Number, Text("可高于目标值多少", "how far above it")]
    is_relative: Annotated[
        bool, Text("以目标值的百分之几计", "whether these are in percent of the number required")
    ]


@form
class ListedTarget:
    """One target of a place."""

    called: ClassVar[Text] = Text("一项目标", "one target")

    target: Annotated[str, Text("标识", "its id")]
    indicator: Annotated[str, Text("指标的标识", "the id of the indicator")]
    name: Annotated[Text, Text("指标名称", "the name of the indicator")]
    kind: Annotated[str, OpenList(INDICATOR_KINDS.values()), Text("指标类别", "the kind of the indicator")]
    due: Annotated[int, Text("目标年", "the year at the end of which it is due")]
    comparator: Annotated[str, OpenList(COMPARATORS.values()), Text("比较方式", "its comparator")]
    required: Annotated[Number | None, Text("目标值；定性任务为空", "what it requires; null for a milestone")]
    stretch: Annotated[
        Number | None, Text("上限（或力争目标）；没有时为空", "its upper end or stretch; null without one")
    ]
    unit: Annotated[str | None, Text("计量单位；定性任务为空", "its unit; null for a milestone")]
    since: Annotated[Day | None, Text("起算日期；没有时为空", "the base date; null without one")]
    parts: Annotated[dict[str, Text], Text("定性任务的各方面", "the parts of a milestone, by id")]
    words: Annotated[Text, Text("目标要求的表述", "what it requires, in words")]
    other_reading: Annotated[
        ListedReading | None, Text("另一种理解；没有时为空", "a second reading; null without one")
    ]
    source: Annotated[ResultSource, Text("目标原文及出处", "the wording, and where it stands")]
    superseded_by: Annotated[
        str | None,
        Text(
            "取代它的目标的标识，不再核验；没有时为空",
            "the id of what replaces it, or null; then it is not judged",
        ),
    ]
    note: Annotated[Text | None, Text("说明；没有时为空", "a note; null without one")]
    weighs: Annotated[
        bool,
        Text(
            "是否计入项数、影响总体结论；力争目标和没有容差的“左右”为否",
            "whether it is counted and bears on the verdict",
        ),
    ] = True
    aspiration: Annotated[bool, Text("是否只有力争的要求", "whether it sets the softer tier alone")] = False
    tolerance: Annotated[
        ListedTolerance | None, Text("“左右”的容差；没有时为空", "the tolerance of about; null without one")
    ] = None
    base: Annotated[
        ResultBase | None,
        Text("文件写明的基期值；没有时为空", "the base that its document states; null without one"),
    ] = None
    per_year: Annotated[bool, Text("是否每年都须达到", "whether it is due each year up to due")] = False
    nature: Annotated[
        Annotated[str, OpenList(TargetNature)] | None,
        Text("约束性或预期性；文件未区分的为空", "how binding it is; null where its document does not say"),
    ] = None


@form
class ListedPlace:
    """A place and its targets."""

    called: ClassVar[Text] = Text("一个地方", "one place")

    entity: Annotated[str, Text("标识", "its id")]
    kind: Annotated[str, OpenList(EntityKind), Text("类别", "its kind")]
    name: Annotated[Text, Text("名称", "its name")]
    aliases: Annotated[list[str], Text("别名", "other names it is known by")]
    within: Annotated[str | None, Text("所在的城市；没有时为空", "the place that it lies in, or null")]
    tasks: Annotated[list[Text], Text("任务，只记录，不核验", "tasks, recorded and never judged")]
    targets: Annotated[
        list[ListedTarget], Text("目标，按目标文件中的顺序", "its targets in the order of its file")
    ]


@form
class Listing:
    """What ``digecon targets`` lists."""

    called: ClassVar[Text] = Text(
        "公布的目标，第1版", "the published targets, version 1: what digecon targets lists"
    )

    format: Annotated[Literal["digecon/listing/v1"], Text("文件格式", "the format")]
    tool: Annotated[Tool, Text("生成结果的程序", "the program that made it")]
    targets: Annotated[ResultTargets, Text("所用目标文件", "the target files used")]
    documents: Annotated[list[ListedDocument], Text("设定目标的文件", "the documents that set targets")]
    places: Annotated[list[ListedPlace], Text("各地方，范围大的在前", "the places, the widest kind first")]
