"""The summary of a scoreboard: how many places, and what came out for them; then their problems."""

from collections import Counter
from collections.abc import Iterator, Sequence

from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.outcomes import Outcome, Verdict
from ..domain.scoreboard import Scoreboard, ScoreboardRow
from ..domain.targets import titles_of
from ..text import Text
from .figures import gap_of, name_of
from .problems import Problem
from .reports import COUNTS, ILLUSTRATIVE, period_of, returned
from .still_open import listed

OPENING = Text(
    "对照{documents}，{period}应报送单位{all}个，已报送{reported}个",
    "Held against the {documents}, {reported} of {all} places reported for {period}",
)
NO_PERIOD = Text("未收到报告", "no period")
ABSENT = Text("，未报送{number}个（{names}）", ", {number} did not ({names})")
END = Text("。", ".")
VERDICTS = Text("已报送的单位中，{verdicts}。", "Of those that reported: {verdicts}.")
OF_VERDICT = Text("{term}{number}个（{names}）", "{number} {term} ({names})")
TARGETS = Text("合计应核验指标{all}项，{counts}。", "In all {all} targets to be checked: {counts}.")
WAIVED = Text("经批准不纳入{number}项", "{number} waived")
MISSED_MOST = Text("未完成较多的指标：{indicators}。", "Missed most often: {indicators}.")
OF_INDICATOR = Text("{name}（{number}个单位）", "{name} ({number} places)")
INTERIM = Text(
    "其中{number}个单位的意见为阶段性结论。", "The opinions on {number} of the places are interim."
)
NOT_SUBMITTED = Text("未报送", "not submitted")
NOTHING_SENT = Text("未报送{period}报告。", "No report for {period}.")
OF_PLACE = Text("{counts}：{told}。", "{counts}: {told}.")
SHORT_BY = Text("{name}差{gap}", "{name} {gap} short")
ERRORS = Text("错误{number}处，须更正后重报。", "Errors to be corrected: {number}.")
UNREAD = Text(
    "另有{number}份材料不合格式或无法读取，未计入。",
    "Inputs not read, and not counted: {number}.",
)
MOST_MISSED = 3
"""How many indicators that several places missed are named."""
OPEN = (Outcome.UNDECIDED, Outcome.NO_DATA)
TOLD = (Outcome.MISSED, *OPEN)


def board_summary(board: Scoreboard) -> Text:
    """Return the paragraph on all places."""
    mark = ILLUSTRATIVE if board.illustrative else Text("", "")
    return Text.joined((mark, Text.joined(_sentences(board))), en="")


def board_problems(board: Scoreboard) -> tuple[Problem, ...]:
    """Return a problem for each place that something is to be said of: those that miss most come first, those
    without a report last.
    """
    reported = [row for row in board.rows if row.assessment]
    worst = sorted(reported, key=lambda row: -_missed(row))
    told = [problem for row in worst if (problem := _of_row(row))]
    absent = [row for row in board.rows if row.assessment is None]
    return (*told, *(_absent(row, board) for row in absent))


def _sentences(board: Scoreboard) -> Iterator[Text]:
    period = period_of(board.period) if board.period else NO_PERIOD
    places = {row.entity.id for row in board.rows}
    reported = {row.entity.id for row in board.rows if row.assessment}
    absent = [row.entity.name for row in board.rows if row.entity.id not in reported]
    opening = OPENING.format(
        documents=titles_of(board.documents), period=period, all=len(places), reported=len(reported)
    )
    left = ABSENT.format(number=len(places - reported), names=listed(absent)) if absent else Text("", "")
    yield Text.joined((opening, left, END), en="")
    assessed = [row.assessment for row in board.rows if row.assessment]
    if assessed:
        yield VERDICTS.format(verdicts=_verdicts(board.rows))
        yield from _targets(assessed)
        interim = sum(not one.final and bool(one.outcomes) for one in assessed)
        if interim:
            yield INTERIM.format(number=interim)
    if board.unread:
        yield UNREAD.format(number=len(board.unread))


def _verdicts(rows: Sequence[ScoreboardRow]) -> Text:
    """Return how many places have each verdict, the best first, and which they are."""
    parts = []
    for verdict in reversed(Verdict):
        names = [row.entity.name for row in rows if row.verdict is verdict]
        if names:
            parts.append(OF_VERDICT.format(term=verdict.term, number=len(names), names=listed(names)))
    return Text.joined(parts, "，", ", ")


def _targets(assessed: Sequence[Assessment]) -> Iterator[Text]:
    """Return how many targets have each outcome over all places, and which are missed by several."""
    counts = Counter(outcome for one in assessed for outcome in one.outcomes)
    if not counts:
        return
    parts = [text.format(number=counts[one]) for one, text in COUNTS.items() if counts[one]]
    if counts[Outcome.WAIVED]:
        parts.append(WAIVED.format(number=counts[Outcome.WAIVED]))
    yield TARGETS.format(all=counts.total(), counts=Text.joined(parts, "，", ", "))
    missed = Counter(
        name_of(finding.target.indicator)
        for one in assessed
        for finding in one.findings
        if finding.weighs and finding.outcome is Outcome.MISSED
    )
    often = [(name, number) for name, number in missed.most_common(MOST_MISSED) if number > 1]
    if often:
        names = [OF_INDICATOR.format(name=name, number=number) for name, number in often]
        yield MISSED_MOST.format(indicators=listed(names))


def _missed(row: ScoreboardRow) -> int:
    return row.assessment.counts[Outcome.MISSED] if row.assessment else 0


def _of_row(row: ScoreboardRow) -> Problem | None:
    """Return the problem of one place that reported; ``None`` where nothing is open."""
    assessment = row.assessment
    assert assessment is not None
    name, called = row.entity.name, assessment.verdict.term
    if assessment.verdict is Verdict.INVALID:
        return Problem(name, Outcome.MISSED.id, returned(assessment), called)
    weighing = [one for one in assessment.findings if one.weighs]
    told = []
    for outcome in TOLD:
        found = [one for one in weighing if one.outcome is outcome]
        if found:
            counts = COUNTS[outcome].format(number=len(found))
            told.append(OF_PLACE.format(counts=counts, told=listed(map(_briefly, found))))
    errors = sum(one.is_error for one in assessment.diagnostics)
    if errors:
        told.append(ERRORS.format(number=errors))
    if not told:
        return None
    mark = Outcome.MISSED if assessment.verdict is Verdict.NONCOMPLIANT else Outcome.UNDECIDED
    return Problem(name, mark.id, Text.joined(told), called)


def _briefly(finding: Finding) -> Text:
    name, gap = finding.target.indicator.short, gap_of(finding)
    if finding.outcome is not Outcome.MISSED or gap is None or not finding.target.comparator.better:
        return name
    return SHORT_BY.format(name=name, gap=gap)


def _absent(row: ScoreboardRow, board: Scoreboard) -> Problem:
    period = period_of(board.period) if board.period else Text("本期", "this period")
    told = NOTHING_SENT.format(period=period)
    return Problem(row.entity.name, Outcome.NO_DATA.id, told, NOT_SUBMITTED)
