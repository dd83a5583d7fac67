"""The columns of a scoreboard: what stands in each for a place, and for an input that could not be read."""

from collections.abc import Callable
from fractions import Fraction

from ...diagnostics import located
from ...domain.assessments import Assessment
from ...domain.outcomes import INTERIM, Outcome, Verdict
from ...domain.printed import decided_in_short, growth, percent
from ...domain.scoreboard import Scoreboard, ScoreboardRow, ValueChange
from ...domain.targets import Documents, cited_in
from ...quantity.numbers import plain
from ...shapes.columns import MARKED as MARKED
from ...text import Text
from ..document import Column, Value
from ..findings import difference_cell, gap_cell
from ..view import View

NO_REPORT = Text("未报送", "no report")
DOCUMENT = Text("依据文件", "Judged by")
INTERIM_VERDICT = Text("（{term}）", " ({term})")
REFUSED = Text("退回重报", "invalid")
VERDICT_MARKS = {
    Verdict.INVALID: "missed",
    Verdict.NONCOMPLIANT: "missed",
    Verdict.INCOMPLETE: "undecided",
    Verdict.PENDING: "not_due",
    Verdict.COMPLIANT: "met",
}
"""The outcome that a verdict is coloured like."""

PlaceCell = Callable[[ScoreboardRow, View], Value]
"""Returns the value of a cell for a place."""

_MEAN = Text("{mean}（{lower}—{upper}）", "{mean} ({lower}–{upper})")
_CHANGES = Text("{now}比{before}：{changes}", "{now} against {before}: {changes}")
_CHANGE = Text(
    "{indicator}由{before}到{now}，{difference}", "{indicator} from {before} to {now}, {difference}"
)
_GROWTH = Text("（{term}{growth}）", " ({term} {growth})")
_RANK = Text("{rank}（共{among}）", "{rank} of {among}")
_INTERVAL = Text("{low}—{high}", "{low}–{high}")
_GAP = Text("{indicator} {gap}", "{indicator} {gap}")


BoardLine = ScoreboardRow | Assessment
"""A place, or an input that could not be read."""


def assessment_of(line: BoardLine) -> Assessment | None:
    """Return the assessment of a line; ``None`` for a place without a report."""
    return line if isinstance(line, Assessment) else line.assessment


def name_cell(line: BoardLine, view: View) -> str:
    """Return the name of a place, marked where its report is illustrative.

    An input that could not be read has its path and the place of its first fault.
    """
    if isinstance(line, Assessment):
        return where(line)
    marked = line.assessment is not None and line.assessment.illustrative
    name = line.entity.name
    return view.say(MARKED, name=name) if marked else view.say(name)


def verdict_cell(line: BoardLine, view: View) -> str:
    """Return the verdict and whether it is interim, or that there is no report."""
    assessment = assessment_of(line)
    return verdict_in_short(assessment, view) if assessment else view.say(NO_REPORT)


def _verdict_mark(line: BoardLine) -> str:
    assessment = assessment_of(line)
    return VERDICT_MARKS[assessment.verdict] if assessment else ""


def verdict_in_short(assessment: Assessment, view: View) -> str:
    """Return the verdict in few words, and whether it is interim."""
    verdict = view.say(short(assessment.verdict))
    if assessment.final or assessment.verdict is Verdict.INVALID:
        return verdict
    return verdict + view.say(INTERIM_VERDICT, term=INTERIM)


def short(verdict: Verdict) -> Text:
    """Return a verdict in few words."""
    return REFUSED if verdict is Verdict.INVALID else verdict.term


def mean_cell(row: ScoreboardRow, view: View) -> str:
    """Return the mean attainment with its bounds."""
    score = row.score
    if score is None or score.lower is None or score.upper is None:
        return ""
    mean = view.sign("–", "-") if score.mean is None else percent(score.mean)
    return view.say(_MEAN, mean=mean, lower=percent(score.lower), upper=percent(score.upper))


def largest_gap_cell(row: ScoreboardRow, view: View) -> str:
    """Return the indicator with the largest gap, and the gap."""
    finding = row.largest_gap
    if finding is None:
        return ""
    return view.say(_GAP, indicator=finding.target.indicator.short, gap=gap_cell(finding, view))


def change_cell(row: ScoreboardRow, view: View) -> str:
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
    difference = difference_cell(finding, now - before, view) + _growth_of(one, view)
    return view.say(_CHANGE, indicator=finding.target.indicator.short, difference=difference, **values)


def _growth_of(one: ValueChange, view: View) -> str:
    """Return the growth of an amount or a count, however large; nothing where only differences are told."""
    change = one.change
    if change is None or change.relative is None:
        return ""
    return view.say(_GROWTH, term=change.kind.growth_term, growth=growth(change.relative))


def period_cell(assessment: Assessment, view: View) -> str:
    """Return the period of a report, marked where its values are not published."""
    period = assessment.period
    assert period is not None
    return view.say(MARKED, name=period) if assessment.illustrative else view.say(period.words)


def rank_cell(row: ScoreboardRow, view: View) -> str:
    """Return the rank among how many."""
    return view.say(_RANK, rank=row.rank.rank, among=row.rank.among) if row.rank else ""


def interval_cell(row: ScoreboardRow, view: View) -> str:
    """Return the interval of the rank."""
    return view.say(_INTERVAL, low=row.rank.low, high=row.rank.high) if row.rank else ""


def coverage_cell(row: ScoreboardRow, view: View) -> str:
    """Return how many of the numeric targets have a value."""
    coverage = row.score.coverage if row.score else None
    return percent(coverage) if coverage is not None else ""


def _count_cell(outcome: Outcome) -> PlaceCell:
    def cell(row: ScoreboardRow, view: View) -> int | None:
        judged = row.assessment is not None and row.assessment.verdict is not Verdict.INVALID
        return row.assessment.counts[outcome] if judged and row.assessment else None

    return cell


def of_a_place(cell: PlaceCell) -> Callable[[BoardLine, View], Value]:
    """Return the value of a cell for a place; ``None`` for an input that could not be read."""
    return lambda line, view: cell(line, view) if isinstance(line, ScoreboardRow) else None


COLUMNS: tuple[Column[BoardLine], ...] = (
    Column("entity", Text("单位", "Place"), name_cell),
    Column(
        "kind", Text("类别", "Kind"), of_a_place(lambda row, view: view.say(row.entity.kind.term)), most=36
    ),
    Column("verdict", Text("总体结论", "Verdict"), verdict_cell, mark=_verdict_mark),
    *(
        Column(
            outcome.id,
            outcome.term,
            of_a_place(_count_cell(outcome)),
            role="number",
            most=36,
        )
        for outcome in Outcome
    ),
    Column(
        "mean",
        Text("平均实现程度（下限—上限）", "Mean attainment (lower–upper)"),
        of_a_place(mean_cell),
        role="number",
    ),
    Column("largest_gap", Text("差距最大指标", "Largest gap"), of_a_place(largest_gap_cell)),
    Column("change", Text("较上年同期", "Change"), of_a_place(change_cell), most=36),
)
"""The columns of every scoreboard, in the order of the published form."""

RANK_COLUMNS: tuple[Column[BoardLine], ...] = (
    Column("rank", Text("位次（非官方）", "Rank (unofficial)"), of_a_place(rank_cell), role="number"),
    Column("interval", Text("位次区间", "Interval"), of_a_place(interval_cell), role="number"),
    Column("coverage", Text("指标填报率", "Coverage"), of_a_place(coverage_cell), role="number"),
)
"""The further columns where ranks were asked for."""

PLACE, VERDICT = (next(one.heading for one in COLUMNS if one.id == id) for id in ("entity", "verdict"))
"""The headings of places and verdicts, which other tables have too."""


def columns_of(board: Scoreboard) -> tuple[Column[BoardLine], ...]:
    """Return the columns of a scoreboard: the mean where it was asked for, the documents where outputs name
    them.
    """
    told = (one for one in COLUMNS if one.id != "mean" or board.recipe.is_told)
    columns = (*told, *RANK_COLUMNS) if board.recipe.ranked else tuple(told)
    if not board.names_documents:
        return columns
    entity, *others = columns
    return (entity, _document_column(board.documents), *others)


def _document_column(documents: Documents) -> Column[BoardLine]:
    def cell(row: ScoreboardRow, view: View) -> str:
        return view.say(cited_in(row.document, documents)) if row.document else ""

    return Column("document", DOCUMENT, of_a_place(cell), most=36)


def name_by_document(line: BoardLine, board: Scoreboard, view: View) -> str:
    """Return the name of a place, with the id of the document where outputs name it."""
    document = line.document if board.names_documents else None
    return f"{name_cell(line, view)} [{document}]" if document else name_cell(line, view)


def lines_of(board: Scoreboard) -> tuple[BoardLine, ...]:
    """Return all lines: the places in the order of the notice, then the inputs not read."""
    return (*board.rows, *board.unread)


def where(assessment: Assessment) -> str:
    """Return the path of a report, with the line and column of its first error, where it has any."""
    errors = (one for one in assessment.diagnostics if one.is_error)
    first = next(errors, None)
    place = first.found_in(assessment.source)[1] if first else None
    return located(assessment.source.path, place)
