"""What a scoreboard is made of, in words and cells: one table of columns, from which all formats derive."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ...diagnostics import located
from ...exact import plain
from ...findings import INTERIM, Assessment, FileRemarks, Outcome, Verdict
from ...result_sheets import MARKED as MARKED
from ...scoreboard import recipe
from ...scoreboard.board import Row, Scoreboard, ValueChange
from ...text import Text
from ..numbers import decided_in_short, percent
from ..parts import difference_cell, gap_cell
from ..verdicts import beside_lines
from ..view import View

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
    "文件共列{named}个城市和园区，其中{without}个的目标未公布，不在表内。",
    "The documents name {named} cities and zones; the targets of {without} are not published, so they are "
    "not in the table.",
)
IN_ALL = Text(
    "应报送{places}个，已报送{reported}个，未报送{absent}个。{verdicts}",
    "{reported} of {places} places reported, {absent} did not. {verdicts}",
)
COUNTED = Text("{verdict}{number}个", "{verdict}: {number}")
NO_REPORT = Text("未报送", "no report")
REFUSED = Text("退回重报", "invalid")
NO_FILES = Text("没有找到可读取的报告。", "No report that can be read was found.")
REMARKS = Text("填报问题", "Remarks on the files")
RANKS = Text("{kind}：{why}", "{kind}: {why}")
LEFT_OUT = Text("{name}：{why}", "{name}: {why}")
_MEAN = Text("{mean}（{lower}—{upper}）", "{mean} ({lower}–{upper})")
_CHANGES = Text("{now}比{before}：{changes}", "{now} against {before}: {changes}")
_CHANGE = Text(
    "{indicator}由{before}到{now}，{difference}", "{indicator} from {before} to {now}, {difference}"
)
_RANK = Text("{rank}（共{among}）", "{rank} of {among}")
_INTERVAL = Text("{low}—{high}", "{low}–{high}")
_GAP = Text("{indicator} {gap}", "{indicator} {gap}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, and what stands in it for a place, nothing where nothing is known."""

    id: str
    heading: Text
    cell: Callable[[Row, View], str]
    number: bool = False


def name_cell(row: Row, view: View) -> str:
    """Return the name of a place, marked where its report is illustrative."""
    marked = row.assessment is not None and row.assessment.illustrative
    name = row.entity.name
    return view.say(MARKED, name=name) if marked else view.say(name)


def verdict_cell(row: Row, view: View) -> str:
    """Return the verdict, and whether it is interim; or that there is no report."""
    if row.assessment is None:
        return view.say(NO_REPORT)
    return verdict_in_short(row.assessment, view)


def verdict_in_short(assessment: Assessment, view: View) -> str:
    """Return the verdict in few words, an interim one as such."""
    verdict = view.say(short(assessment.verdict))
    if assessment.final or assessment.verdict is Verdict.INVALID:
        return verdict
    return verdict + view.say(Text("（{term}）", " ({term})"), term=INTERIM)


def short(verdict: Verdict) -> Text:
    """Return a verdict in few words."""
    return REFUSED if verdict is Verdict.INVALID else verdict.term


def mean_cell(row: Row, view: View) -> str:
    """Return the mean attainment with its bounds."""
    score = row.score
    if score is None or score.lower is None or score.upper is None:
        return ""
    mean = view.sign("–", "-") if score.mean is None else percent(score.mean)
    return view.say(_MEAN, mean=mean, lower=percent(score.lower), upper=percent(score.upper))


def largest_gap_cell(row: Row, view: View) -> str:
    """Return the indicator that falls short by most, and by how much."""
    finding = row.largest_gap
    if finding is None:
        return ""
    return view.say(_GAP, indicator=finding.target.indicator.short, gap=gap_cell(finding, view))


def change_cell(row: Row, view: View) -> str:
    """Return the change of each indicator since the earlier report, with both values and both periods."""
    change, assessment = row.change, row.assessment
    told = [_change_of(one, view) for one in change.values if one.difference is not None] if change else []
    if change is None or assessment is None or not told:
        return ""
    periods = {"now": period_cell(assessment, view), "before": period_cell(change.earlier, view)}
    return view.say(_CHANGES, changes=view.say(Text("；", "; ")).join(told), **periods)


def _change_of(one: ValueChange, view: View) -> str:
    finding, unit = one.finding, one.finding.target.unit or ""
    now, before = decided_in_short(finding) or Fraction(0), decided_in_short(one.earlier) or Fraction(0)
    values = {"before": f"{plain(before)}{unit}", "now": f"{plain(now)}{unit}"}
    difference = difference_cell(finding, now - before, view)
    return view.say(_CHANGE, indicator=finding.target.indicator.short, difference=difference, **values)


def period_cell(assessment: Assessment, view: View) -> str:
    """Return the period of a report, marked where its values are not published."""
    period = str(assessment.period)
    return view.say(MARKED, name=period) if assessment.illustrative else period


def rank_cell(row: Row, view: View) -> str:
    """Return the rank among how many."""
    return view.say(_RANK, rank=row.rank.rank, among=row.rank.among) if row.rank else ""


def interval_cell(row: Row, view: View) -> str:
    """Return the interval of the rank."""
    return view.say(_INTERVAL, low=row.rank.low, high=row.rank.high) if row.rank else ""


def coverage_cell(row: Row, view: View) -> str:
    """Return how many of the numeric targets have a value."""
    coverage = row.score.coverage if row.score else None
    return percent(coverage) if coverage is not None else ""


def _count_cell(outcome: Outcome) -> Callable[[Row, View], str]:
    def cell(row: Row, view: View) -> str:
        judged = row.assessment is not None and row.assessment.verdict is not Verdict.INVALID
        return str(row.assessment.counts[outcome]) if judged and row.assessment else ""

    return cell


_COUNT_HEADINGS = {
    Outcome.MET: Text("完成", "met"),
    Outcome.MISSED: Text("未完成", "missed"),
}
"""Headings that are shorter than the term of the outcome."""

COLUMNS = (
    Column("entity", Text("单位", "Place"), name_cell),
    Column("kind", Text("类别", "Kind"), lambda row, view: view.say(row.entity.kind.term)),
    Column("reports", Text("报告数", "Reports"), lambda row, _view: str(row.found), number=True),
    Column("verdict", Text("总体结论", "Verdict"), verdict_cell),
    *(
        Column(outcome.id, _COUNT_HEADINGS.get(outcome, outcome.term), _count_cell(outcome), number=True)
        for outcome in Outcome
    ),
    Column(
        "mean", Text("平均实现程度（下限—上限）", "Mean attainment (lower–upper)"), mean_cell, number=True
    ),
    Column("largest_gap", Text("差距最大指标", "Largest gap"), largest_gap_cell),
    Column("change", Text("较上年同期", "Change"), change_cell),
)
"""The columns of every scoreboard, in the order of the published form."""

RANK_COLUMNS = (
    Column("rank", Text("位次（非官方）", "Rank (unofficial)"), rank_cell, number=True),
    Column("interval", Text("位次区间", "Interval"), interval_cell, number=True),
    Column("coverage", Text("数据覆盖率", "Coverage"), coverage_cell, number=True),
)
"""The columns beside them where ranks were asked for."""


def columns_of(board: Scoreboard) -> tuple[Column, ...]:
    """Return the columns of a scoreboard."""
    return (*COLUMNS, *RANK_COLUMNS) if board.recipe.ranked else COLUMNS


def rows_of(board: Scoreboard, view: View) -> list[list[str]]:
    """Return all rows as cells: the places in the order of the notice, then the inputs not read."""
    nothing = view.sign("–", "-")
    rows = [[column.cell(row, view) for column in columns_of(board)] for row in board.rows]
    rows.extend(list(cells_of_unread(one, board, view)) for one in board.unread)
    return [[cell or nothing for cell in row] for row in rows]


def cells_of_unread(assessment: Assessment, board: Scoreboard, view: View) -> Iterator[str]:
    """Return the row of an input that could not be read: where the first fault is, and the verdict."""
    for column in columns_of(board):
        match column.id:
            case "entity":
                yield where(assessment)
            case "verdict":
                yield verdict_in_short(assessment, view)
            case _:
                yield ""


def where(assessment: Assessment) -> str:
    """Return the path of a report, with the line and column of its first error, where it has any."""
    errors = (one for one in assessment.diagnostics if one.is_error)
    first = next(errors, None)
    place = first.found_in(assessment.source)[1] if first else None
    return located(assessment.source.path, place)


def subtitle(board: Scoreboard, view: View) -> str:
    """Return the period, the day and how many reports were read."""
    period = board.period or view.sign("–", "-")
    return view.say(SUBTITLE, period=period, as_of=board.as_of, files=board.files)


def rank_notes(board: Scoreboard, view: View) -> Iterator[str]:
    """Return why a kind of place, or a place, has no rank, where ranks were asked for."""
    names = {row.entity.id: row.entity.name for row in board.rows}
    for kind, ranking in board.rankings.items():
        if ranking.why_not:
            yield view.say(RANKS, kind=kind.term, why=ranking.why_not)
        for id, why in ranking.left_out.items():
            yield view.say(LEFT_OUT, name=names[id], why=why)


def recipe_lines(board: Scoreboard, view: View) -> Iterator[str]:
    """Return the recipe in words."""
    return (view.say(sentence) for sentence in recipe.sentences(board.recipe))


def files_of(board: Scoreboard) -> list[Assessment | FileRemarks]:
    """Return what there is to say of files: of those not read, of the reports scored, of all others."""
    assessed = (row.assessment for row in board.rows if row.assessment)
    return [*board.unread, *assessed, *board.remarks]


def ends(board: Scoreboard, view: View) -> Iterator[str]:
    """Return what a scoreboard ends with: the places without targets, what was found of the others, and
    what is told beside them.
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
    values = {
        "places": len(board.rows),
        "reported": len(verdicts),
        "absent": len(board.rows) - len(verdicts),
        "verdicts": Text(
            "、".join(one.zh for one in counted) + ("。" if counted else ""),
            ", ".join(one.en for one in counted) + ("." if counted else ""),
        ),
    }
    yield view.say(IN_ALL, **values)
    yield from beside_lines(board.tally, view)
