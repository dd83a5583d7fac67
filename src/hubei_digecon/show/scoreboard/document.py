"""A scoreboard as a document: one table, the diagnostics on files, the recipe."""

from collections.abc import Iterator

from ...domain.assessments import Assessment, FileDiagnostics
from ...domain.outcomes import Verdict
from ...domain.scoreboard import RankedGroup, Scoreboard, ScoreboardRow
from ...domain.targets import cited_in
from ...scoreboard import recipe
from ...summaries import board_problems, board_summary
from ...text import Text
from ..document import (
    Diagnostics,
    Entry,
    EntryList,
    Paragraph,
    ShownDocument,
    Summarised,
    Table,
    diagnostics_of,
)
from ..escape import visible
from ..report import illustrative_paragraph
from ..verdicts import beside_lines, why_invalid
from ..view import View
from .columns import BoardLine, assessment_of, columns_of, lines_of, name_by_document, verdict_cell
from .matrix import matrices_of

TITLE = Text("完成情况汇总表", "Scoreboard")
SUBTITLE = Text(
    "报告期：{period}  核验基准日：{as_of}  读取报告：{files}份",
    "Period: {period}  As of: {as_of}  Reports read: {files}",
)
ILLUSTRATIVE = Text(
    "示例：标有“示例”的数值未经公布，仅供演示。",
    "Illustrative: values marked so are not published; they only show how the tool works.",
)
UNPUBLISHED = Text(
    "文件共列{named}个城市和园区，其中{without}个未公布目标，不列入本表。",
    "The documents name {named} cities and zones; the targets of {without} are not published, so they are "
    "not in the table.",
)
IN_ALL = Text(
    "应报送单位{places}个，已报送{reported}个，未报送{absent}个。{verdicts}",
    "{reported} of {places} places reported, {absent} did not. {verdicts}",
)
COUNTED = Text("{verdict}{number}个", "{verdict}: {number}")
NO_FILES = Text("没有找到可读取的报告。", "No report that can be read was found.")
DIAGNOSTICS = Text("数据审核情况", "Diagnostics on the files")
RANKS = Text("{kind}：{why}", "{kind}: {why}")
BY_DOCUMENT = Text("{document}{kind}", "{kind} ({document})")
LEFT_OUT = Text("{name}：{why}", "{name}: {why}")
LINE = Text("{name}：{verdict}", "{name}: {verdict}")


def board_document(board: Scoreboard, view: View) -> ShownDocument:
    """Return a scoreboard as a document; quiet, without the diagnostics on files."""
    said = () if view.quiet else diagnostics_of(files_of(board))
    return ShownDocument(
        view,
        view.say(TITLE),
        tuple(_lead(board, view)),
        (board_table(board), *matrices_of(board)),
        Diagnostics(view.say(DIAGNOSTICS), tuple(said)),
        recipe_listing(board, view),
        ends=tuple(ends(board, view)),
        summarised=() if view.quiet else (summarised(board, view),),
    )


def summarised(board: Scoreboard, view: View) -> Summarised:
    """Return what is told first of a scoreboard: the paragraph, and the problems of all places."""
    return Summarised.of(board_summary(board), view, board_problems(board))


def board_table(board: Scoreboard) -> Table[BoardLine]:
    """Return the table of a scoreboard."""
    return Table(TITLE, columns_of(board), lines_of(board), illustrative=board.illustrative)


def verdicts_only(board: Scoreboard, view: View) -> str:
    """Return a line a place, then how a scoreboard ends: what quiet runs show."""
    lines = (
        view.say(
            LINE, name=name_by_document(one, board, view), verdict=verdict_cell(one, view) + _why(one, view)
        )
        for one in lines_of(board)
    )
    return "".join(f"{visible(line)}\n" for line in (*lines, *ends(board, view)))


def _why(line: BoardLine, view: View) -> str:
    """Return why a report cannot be read; nothing for any other."""
    assessment = assessment_of(line)
    return why_invalid(assessment, view, is_placed=isinstance(line, ScoreboardRow)) if assessment else ""


def recipe_listing(board: Scoreboard, view: View) -> EntryList | None:
    """Return the recipe in words, and why a place has no rank; nothing where nobody asked for the mean."""
    lines = (*recipe_lines(board, view), *rank_notes(board, view))
    return EntryList(view.say(recipe.TITLE), tuple(map(Entry, lines))) if lines else None


def _lead(board: Scoreboard, view: View) -> Iterator[Paragraph]:
    yield Paragraph((subtitle(board, view),))
    if board.illustrative:
        yield illustrative_paragraph(ILLUSTRATIVE, view)


def subtitle(board: Scoreboard, view: View) -> str:
    """Return the period, the day and how many reports were read."""
    period = board.period or view.sign("–", "-")
    return view.say(SUBTITLE, period=period, as_of=board.as_of, files=board.files)


def rank_notes(board: Scoreboard, view: View) -> Iterator[str]:
    """Return why a kind of place, or a place, has no rank, where ranks were asked for."""
    names = {row.entity.id: row.entity.name for row in board.rows}
    for group, ranking in board.rankings.items():
        if ranking.why_not:
            yield view.say(RANKS, kind=_group_name(group, board), why=ranking.why_not)
        for id, why in ranking.left_out.items():
            yield view.say(LEFT_OUT, name=names[id], why=why)


def _group_name(group: RankedGroup, board: Scoreboard) -> Text:
    """Return a kind of place, with the document where outputs name it."""
    if group.document is None or not board.names_documents:
        return group.kind.term
    document = cited_in(group.document, board.documents)
    return BY_DOCUMENT.format(document=document, kind=group.kind.term)


def recipe_lines(board: Scoreboard, view: View) -> Iterator[str]:
    """Return the recipe in words; nothing where nobody asked for the mean."""
    return (view.say(one) for one in recipe.sentences(board.recipe)) if board.recipe.is_told else iter(())


def files_of(board: Scoreboard) -> list[Assessment | FileDiagnostics]:
    """Return the files with diagnostics: those not read, the reports scored, then all others."""
    assessed = (row.assessment for row in board.rows if row.assessment)
    return [*board.unread, *assessed, *board.file_diagnostics]


def ends(board: Scoreboard, view: View) -> Iterator[str]:
    """Return the lines that a scoreboard ends with: the places without targets, the verdicts of the others,
    and what is told beside verdicts.
    """
    if not board.files:
        yield view.say(NO_FILES)
    if board.unpublished:
        yield view.say(UNPUBLISHED, named=board.named, without=board.unpublished)
    verdicts = [row.assessment.verdict for row in board.rows if row.assessment]
    counted = [
        COUNTED.format(verdict=verdict.term, number=verdicts.count(verdict))
        for verdict in Verdict
        if verdict in verdicts
    ]
    places = {row.entity.id for row in board.rows}
    reported = {row.entity.id for row in board.rows if row.assessment}
    values = {
        "places": len(places),
        "reported": len(reported),
        "absent": len(places - reported),
        "verdicts": Text(
            "、".join(one.zh for one in counted) + ("。" if counted else ""),
            ", ".join(one.en for one in counted) + ("." if counted else ""),
        ),
    }
    yield view.say(IN_ALL, **values)
    yield from beside_lines(board.counts, view)
