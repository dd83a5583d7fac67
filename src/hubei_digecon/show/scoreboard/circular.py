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
from ..document import Column, Entry, EntryList, Paragraph, Part, Section, ShownDocument, Table
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
HEADED = Text("{group}（{counted}）", "{group} ({counted})")
NO_TITLE = Text.same("")
"""The title of a table of a group whose places are of one kind: the heading says all."""
MET_ALL = Text("{name}：应核验{all}项，全部完成{interim}。", "{name}: all {all} targets are met{interim}.")
PLACE = Text("单位", "Place")
MET_OF = Text("完成／应核验", "Met of")
MET_OF_ALL = Text("{met}／{all}项", "{met} of {all}")
WHICH = Text("尚未完成、待核定、未填报的目标", "Targets missed, undecided, or without data")
DETAILS = {
    Outcome.MISSED: Text("未完成：{names}。", "Missed: {names}."),
    Outcome.UNDECIDED: Text("待核定：{names}。", "Undecided: {names}."),
    Outcome.NO_DATA: Text("未填报：{names}。", "Without data: {names}."),
}
"""The outcomes whose indicators a circular names."""
SHORT_BY = Text("{indicator}（差{gap}）", "{indicator} (short by {gap})")
RETURNED = Text(
    "报告无法读取或不合格式，退回重报。", "The report cannot be read, or is not in form; it is returned."
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
ASKED = Text("{asked}。", "Asked for: {asked}.")
ASKED_OF = {
    Verdict.NONCOMPLIANT: Text(
        "尚有未完成指标的，请说明原因和下一步措施", "causes and measures of places with targets missed"
    ),
    Verdict.INCOMPLETE: Text("待补充核实的，请按补充材料通知补报", "what is needed of those to be completed"),
    Verdict.INVALID: Text("报告退回的，请更正后重报", "a mended report of those whose report is returned"),
    None: Text("未报送的，请尽快报送", "a report of those without one"),
}
"""What is asked of places, by the verdict on their report."""
NOTHING_ASKED = Text("无。", "Nothing is asked for.")


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
        *(_part(group, rows, view) for group, rows in told if rows),
        Part(view.say(NEXT), (Paragraph(tuple(_next(board, view))),)),
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
    """Return a group that has places: of each kind of place a list, or a table of what is open."""
    kinds = {kind: [row for row in rows if row.entity.kind is kind] for kind in EntityKind}
    counts = {
        kind.term: COUNTED.format(group=kind.term, number=len(found))
        for kind, found in kinds.items()
        if found
    }
    heading = HEADED.format(group=group.term, counted=Text.joined(counts.values(), "、", ", "))
    tables, listings = [], []
    for kind, of_kind in kinds.items():
        title = counts[kind.term] if of_kind and len(counts) > 1 else NO_TITLE
        if lines := _lines(of_kind):
            listings.append(EntryList(view.say(title), tuple(Entry(view.say(line)) for line in lines)))
        elif of_kind:
            tables.append(Table(title, COLUMNS, of_kind))
    return Part(view.say(heading), tables=tuple(tables), listings=tuple(listings))


def _lines(rows: list[ScoreboardRow]) -> list[Text]:
    """Return a line a place that met all; the places without a report in one; none of other places."""
    assessed = [(row, row.assessment) for row in rows if row.assessment]
    if rows and not assessed:
        return [Text.joined((row.entity.name for row in rows), "、", ", ")]
    return [_met(row, one) for row, one in assessed if one.verdict is Verdict.COMPLIANT]


def _met(row: ScoreboardRow, assessment: Assessment) -> Text:
    interim = "" if assessment.final else INTERIM
    return MET_ALL.format(name=_name(row), all=len(assessment.outcomes), interim=interim)


def _name(row: ScoreboardRow) -> Text:
    name = row.entity.name
    return MARKED.format(name=name) if row.assessment and row.assessment.illustrative else name


def _met_of_all(row: ScoreboardRow, view: View) -> str:
    """Return how many targets are met, of how many; nothing of a report that is returned."""
    if row.assessment is None or row.assessment.verdict is Verdict.INVALID:
        return ""
    outcomes = row.assessment.outcomes
    return view.say(MET_OF_ALL, met=outcomes.count(Outcome.MET), all=len(outcomes))


def _open_targets(row: ScoreboardRow, view: View) -> str:
    """Return which targets are open, by outcome; of what is missed how much is lacking."""
    assessment = row.assessment
    if assessment is None or assessment.verdict is Verdict.INVALID:
        return view.say(RETURNED) if assessment else ""
    told = (_named(outcome, text, assessment, view) for outcome, text in DETAILS.items())
    return view.say(Text.joined(filter(None, told), en=" "))


COLUMNS: tuple[Column[ScoreboardRow], ...] = (
    Column("place", PLACE, lambda row, view: view.say(_name(row)), "name"),
    Column("met", MET_OF, _met_of_all, "short"),
    Column("which", WHICH, _open_targets, "words"),
)
"""The columns of a group in which something is open."""


def _named(outcome: Outcome, text: Text, assessment: Assessment, view: View) -> Text | None:
    """Return the indicators of one outcome; nothing where there are none."""
    findings = [one for one in assessment.findings if one.weighs and one.outcome is outcome]
    names = Text.joined((_indicator(one, view) for one in findings), "、", ", ")
    return text.format(names=names) if findings else None


def _indicator(finding: Finding, view: View) -> Text:
    indicator, gap = finding.target.indicator.short, gap_in_short(finding)
    if finding.outcome is not Outcome.MISSED or not gap:
        return indicator
    return SHORT_BY.format(indicator=indicator, gap=difference_cell(finding, abs(gap), view).lstrip("+"))


def _next(board: Scoreboard, view: View) -> Iterator[str]:
    """Return what is asked of the places, and what is not in the circular."""
    verdicts = {row.verdict for row in board.rows}
    asked = [text for verdict, text in ASKED_OF.items() if verdict in verdicts]
    yield view.say(ASKED, asked=Text.joined(asked, "；", "; ")) if asked else view.say(NOTHING_ASKED)
    if board.unread:
        yield view.say(UNREAD, number=len(board.unread))
    if board.unpublished:
        yield view.say(UNPUBLISHED, named=board.named, without=board.unpublished)
