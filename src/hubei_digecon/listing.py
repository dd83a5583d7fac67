"""The published targets in JSON, version 1: its own types, which the writer fills and the schema comes from.

As in the result of ``check``, numbers are strings, so that they stay exact, and texts are in both languages.
"""

from typing import Annotated, ClassVar, Literal

from .comparators import COMPARATORS
from .model.words import EntityKind
from .result import Day, Number, OpenList, ResultSource, ResultTargets, Tool, form
from .text import Text
from .units import IndicatorKind

FORMAT: Literal["digecon/listing/v1"] = "digecon/listing/v1"


@form
class ListedDocument:
    """A document that sets targets."""

    called: ClassVar[Text] = Text("设定目标的文件", "a document that sets targets")

    id: Annotated[str, Text("标识", "its id")]
    title: Annotated[Text, Text("标题", "its title")]
    named: Annotated[int, Text("所列的城市和园区数", "how many places it names")]
    published: Annotated[int, Text("其中目标已公布的", "for how many of them targets are published")]


@form
class ListedReading:
    """A second defensible reading of a wording."""

    called: ClassVar[Text] = Text("另一种理解", "a second reading of the wording")

    comparator: Annotated[str, OpenList(COMPARATORS.values()), Text("比较方式", "its comparator")]
    required: Annotated[Number, Text("目标值，单位同目标", "what it requires, in the target's unit")]


@form
class ListedTarget:
    """One target of a place."""

    called: ClassVar[Text] = Text("一项目标", "one target")

    target: Annotated[str, Text("标识", "its id")]
    indicator: Annotated[str, Text("指标的标识", "the id of the indicator")]
    name: Annotated[Text, Text("指标名称", "the name of the indicator")]
    kind: Annotated[str, OpenList(IndicatorKind), Text("指标类别", "the kind of the indicator")]
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


@form
class ListedPlace:
    """A city or zone and its targets."""

    called: ClassVar[Text] = Text("一个城市或园区", "one city or zone")

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
    places: Annotated[list[ListedPlace], Text("各城市和园区", "the places, cities first")]
