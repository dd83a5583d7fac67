"""The circular on a scoreboard (情况通报): places in groups by what came out, in the order of the notice.

It has no ranks, no scores and no names of persons.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...domain.assessments import Assessment
from ...domain.findings import Finding
from ...domain.outcomes import Outcome, Verdict
from ...domain.printed import gap_in_short
from ...domain.scoreboard import Scoreboard, ScoreboardRow
from ...domain.targets import titles_of
from ...domain.words import EntityKind
from ...shapes.columns import MARKED
from ...text import Text
from ..document import Entry, EntryList, Paragraph, Part, Section, ShownDocument
from ..findings import difference_cell
from ..report import illustrative_paragraph
from ..view import View
from .columns import NO_REPORT
from .document import ILLUSTRATIVE

TITLE = Text("关于{period}数字经济{kinds}目标完成情况的通报", "Circular on the targets of {kinds}, {period}")
NO_PERIOD = Text("本期", "this period")
ADDRESSED = Text("各有关城市、园区：", "To the cities and zones concerned:")
OPENING = Text(
    "对照{documents}，对{period}目标完成情况进行了核验（核验基准日{as_of}）。应报送{all}个，"
    "已报送{reported}个，其中{counted}。现将有关情况通报如下，各组内按通知所列顺序排列，不分先后。",
    "The reports for {period} were held against {documents}, as of {as_of}. Of {all} places {reported} "
    "reported: {counted}. Within each group places stand in the order of the notice.",
)
COUNTED = Text("{group}{number}个", "{group}: {number}")
HEADED = Text("{group}（{number}个）", "{group} ({number})")
NONE = Text("无。", "None.")
OF_KIND = Text("{kind}（{number}个）", "{kind} ({number})")
MET_ALL = Text("{name}：应核验{all}项，全部完成{interim}。", "{name}: all {all} targets are met{interim}.")
COUNTS = Text("{name}：应核验{all}项，{counts}。{details}", "{name}: of {all} targets {counts}.{details}")
OF_OUTCOME = Text("{outcome}{number}项", "{number} {outcome}")
DETAILS = {
    Outcome.MISSED: Text("未完成：{names}。", " Missed: {names}."),
    Outcome.UNDECIDED: Text("待核定：{names}。", " Undecided: {names}."),
    Outcome.NO_DATA: Text("未填报：{names}。", " Without data: {names}."),
}
"""The outcomes whose indicators a circular names."""
SHORT_BY = Text("{indicator}（差{gap}）", "{indicator} (short by {gap})")
RETURNED = Text(
    "{name}：报告无法读取或不合格式，退回重报。",
    "{name}: the report cannot be read, or is not in form; it is returned.",
)
INTERIM = Text("（阶段性结论）", " (interim)")
UNREAD = Text(
    "另有{number}份材料无法读取，不能确定所属对象。",
    "Inputs that cannot be read, of places that are not known: {number}.",
)
UNPUBLISHED = Text(
    "文件共列{named}个，其中{without}个的目标未公布，不在本通报之内。",
    "The documents name {named} places; the targets of {without} are not published, so they are not told of.",
)
NEXT = Text("下一步工作", "What is next")
ASKED = Text(
    "尚有未完成指标的，请说明原因和下一步措施；待补充核实的，请按补充材料通知补报；未报送的，请尽快报送。",
    "Places with targets missed give causes and measures; those to be completed hand in what is asked for; "
    "those without a report hand it in.",
)
SIGNED = Text("印发单位（盖章）：", "Office (seal):")
DATED = Text("　　　　年　　月　　日", "Date:")


class PlaceGroup(NamedTuple):
    """A group of a circular, and the verdicts of the places in it; ``None`` is no report."""

    term: Text
    verdicts: tuple[Verdict | None, ...]
    is_always_told: bool = True


GROUPS = (
    PlaceGroup(Text("全部完成", "All targets met"), (Verdict.COMPLIANT,)),
    PlaceGroup(Text("尚有未完成", "Targets missed"), (Verdict.NONCOMPLIANT,)),
    PlaceGroup(Text("待补充核实", "To be completed"), (Verdict.INCOMPLETE, Verdict.INVALID)),
    PlaceGroup(Verdict.PENDING.term, (Verdict.PENDING,), is_always_told=False),
    PlaceGroup(NO_REPORT, (None,)),
)
"""The groups in their order. What cannot be read is not missed: it is to be completed."""


def circular_document(board: Scoreboard, view: View) -> ShownDocument:
    """Return the circular as a document of one section."""
    title = TITLE.format(period=_period(board), kinds=Text.joined(_kinds(board), "和", " and "))
    groups = [(group, _rows_of(group, board)) for group in GROUPS]
    told = [(group, rows) for group, rows in groups if rows or group.is_always_told]
    parts = (
        *(_part(group, rows, view) for group, rows in told),
        Part(view.say(NEXT), (Paragraph(tuple(_next(board, view))),)),
        Part(lead=(Paragraph((view.say(SIGNED), view.say(DATED))),), sort="signature"),
    )
    opening = _opening(board, told, view)
    return ShownDocument(view, sections=(Section(view.say(title), opening, parts=parts),))


def _period(board: Scoreboard) -> Text:
    return board.period.words if board.period else NO_PERIOD


def _kinds(board: Scoreboard) -> list[Text]:
    return list(dict.fromkeys(row.entity.kind.term for row in board.rows))


def _rows_of(group: PlaceGroup, board: Scoreboard) -> list[ScoreboardRow]:
    return [row for row in board.rows if row.verdict in group.verdicts]


def _opening(
    board: Scoreboard, told: Iterable[tuple[PlaceGroup, list[ScoreboardRow]]], view: View
) -> tuple[Paragraph, ...]:
    counted = Text.joined(
        (COUNTED.format(group=group.term, number=len(rows)) for group, rows in told), "、", ", "
    )
    values = {
        "documents": titles_of(board.documents),
        "period": _period(board),
        "as_of": board.as_of,
        "all": len(board.rows),
        "reported": sum(row.assessment is not None for row in board.rows),
        "counted": counted,
    }
    opening = Paragraph((view.say(ADDRESSED), view.say(OPENING, **values)))
    return (illustrative_paragraph(ILLUSTRATIVE, view), opening) if board.illustrative else (opening,)


def _part(group: PlaceGroup, rows: list[ScoreboardRow], view: View) -> Part:
    """Return a group: a list a kind of place, or that there is no place in it."""
    heading = view.say(HEADED, group=group.term, number=len(rows))
    if not rows:
        return Part(heading, (Paragraph((view.say(NONE),)),))
    listings = []
    for kind in dict.fromkeys(row.entity.kind for row in rows):
        of_kind = [row for row in rows if row.entity.kind is kind]
        listings.append(_listing(kind, of_kind, view))
    return Part(heading, listings=tuple(listings))


def _listing(kind: EntityKind, rows: list[ScoreboardRow], view: View) -> EntryList:
    entries = tuple(Entry(line) for line in _lines(rows, view))
    return EntryList(view.say(OF_KIND, kind=kind.term, number=len(rows)), entries)


def _lines(rows: list[ScoreboardRow], view: View) -> Iterator[str]:
    """Return a line a place; the places without a report in one."""
    absent = [row.entity.name for row in rows if row.assessment is None]
    if absent:
        yield view.say(Text.joined(absent, "、", ", "))
    for row in rows:
        if row.assessment:
            yield view.say(_told(row.entity.name, row.assessment, view))


def _told(place: Text, assessment: Assessment, view: View) -> Text:
    """Return how one place stands."""
    name = MARKED.format(name=place) if assessment.illustrative else place
    if assessment.verdict is Verdict.INVALID:
        return RETURNED.format(name=name)
    number = assessment.outcomes.count
    if assessment.verdict is Verdict.COMPLIANT:
        interim = "" if assessment.final else INTERIM
        return MET_ALL.format(name=name, all=len(assessment.outcomes), interim=interim)
    details = [
        _named(outcome, text, assessment, view) for outcome, text in DETAILS.items() if number(outcome)
    ]
    counts = [
        OF_OUTCOME.format(outcome=outcome.term, number=number(outcome))
        for outcome in Outcome
        if number(outcome)
    ]
    return COUNTS.format(
        name=name,
        all=len(assessment.outcomes),
        counts=Text.joined(counts, "、", ", "),
        details=Text.joined(details, en=""),
    )


def _named(outcome: Outcome, text: Text, assessment: Assessment, view: View) -> Text:
    """Return the indicators of one outcome; of what is missed how much is lacking."""
    findings = [one for one in assessment.findings if one.weighs and one.outcome is outcome]
    return text.format(names=Text.joined((_indicator(one, view) for one in findings), "、", ", "))


def _indicator(finding: Finding, view: View) -> Text:
    indicator, gap = finding.target.indicator.short, gap_in_short(finding)
    if finding.outcome is not Outcome.MISSED or not gap:
        return indicator
    return SHORT_BY.format(indicator=indicator, gap=difference_cell(finding, abs(gap), view).lstrip("+"))


def _next(board: Scoreboard, view: View) -> Iterator[str]:
    """Return what is asked of the places, and what is not in the circular."""
    yield view.say(ASKED)
    if board.unread:
        yield view.say(UNREAD, number=len(board.unread))
    if board.unpublished:
        yield view.say(UNPUBLISHED, named=board.named, without=board.unpublished)
