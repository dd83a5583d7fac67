"""The summary of one report (总体情况): place, period, documents, what came out, and how final it is."""

from collections.abc import Iterator, Mapping, Sequence

from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.outcomes import INTERIM, Outcome, Verdict
from ..domain.reports import Period
from ..domain.run import Run
from ..domain.targets import titles_of
from ..domain.words import Status
from ..text import Text
from .met import ALL_ATTESTED, met_clauses
from .missed import missed_clause
from .still_open import listed, open_sentences

ILLUSTRATIVE = Text("（示例数据，未经公布）", "(Illustrative data, not published.) ")
YEAR = Text("{year}年度", "{year}")
OPENING = Text("对照{documents}，{name}{period}", "Held against the {documents}, {name} ")
HAS = Text("应核验指标{all}项，", "had {all} {targets} to be checked for {period}: ")
NOTHING = Text("没有应核验的指标。", "had no target to be checked for {period}.")
WAIVED = Text(
    "应核验指标{all}项，其中经批准不纳入{waived}项；纳入认定的{rest}项",
    "had {all} {targets} to be checked for {period}, of which {waived} waived; of the other {rest}, ",
)
ALL_WAIVED = Text(
    "应核验指标{all}项，均经批准不纳入。", "had {all} {targets} to be checked for {period}, all waived."
)
ALL_MET = Text("全部完成。", "all are met.")
AMONG = Text("中，", "")
COUNTS: Mapping[Outcome, Text] = {
    Outcome.MET: Text("完成{number}项", "{number} met"),
    Outcome.MISSED: Text("未完成{number}项", "{number} missed"),
    Outcome.UNDECIDED: Text("待核定{number}项", "{number} undecided"),
    Outcome.NO_DATA: Text("未填报{number}项", "{number} without data"),
    Outcome.NOT_DUE: Text("未到期{number}项", "{number} not due"),
}
OF_EXPECTED = Text("{missed}（其中预期性指标{number}项）", "{missed} (of these {number} expected ones)")
NONE_MISSED = Text("无未完成指标", "none missed")
MISSED = Text("未完成的是：{clauses}。", "Missed: {clauses}.")
MET = Text("完成的是：{clauses}。", "Met: {clauses}.")
AMONG_THEM = Text("其中，{clauses}。", "Of these, {clauses}.")
LEFT_OUT = Text("{names}经批准不纳入。", "Waived by approval: {names}.")
ASPIRED = Text(
    "另有力争等目标{number}项，不作为认定结论的依据。",
    "Of {number} further targets, aspirations above all, no verdict depends.",
)
ERRORS = Text(
    "填报内容有错误{number}处，须更正后重报。",
    "Errors in what was reported, to be corrected: {number}.",
)
PROVISIONAL = Text(
    "部分数据为初步核算数，本意见为阶段性结论。", "Some figures are provisional, so this opinion is interim."
)
VERDICT = Text("总体结论：{verdict}{interim}。", "Verdict: {verdict}{interim}.")
OF_PERIOD = Text("{period}", ", {period}")
RETURNED = Text(
    "{name}{period}材料不合格式，退回重报：错误{number}处，首处{where}为“{message}”。本次未作核验。",
    "{name}{period}: returned to be reported again; errors: {number}, the first{where}: {message}. "
    "Nothing was judged.",
)
UNREAD = Text("{name}：材料未能读取，未作核验。", "{name}: it could not be read, and nothing was judged.")
_INTERIM = Text("（{term}）", " ({term})").format(term=INTERIM)
_LATER = {"period": "{period}", "targets": "{targets}"}
_SETTLED = (Verdict.COMPLIANT, Verdict.NONCOMPLIANT)


def summary_of(assessment: Assessment, run: Run) -> Text:
    """Return the paragraph on one report."""
    if assessment.verdict is Verdict.INVALID or assessment.period is None:
        return returned(assessment)
    mark = ILLUSTRATIVE if assessment.illustrative else Text("", "")
    return Text.joined((mark, Text.joined(_sentences(assessment, assessment.period, run))), en="")


def returned(assessment: Assessment) -> Text:
    """Return what is told of a report that was not judged: how many errors it has, and the first."""
    errors = [one for one in assessment.diagnostics if one.is_error]
    name = assessment.name or Text.same(assessment.source.path)
    if not errors:
        return UNREAD.format(name=name)
    _, place = errors[0].found_in(assessment.source)
    period = OF_PERIOD.format(period=period_of(assessment.period)) if assessment.period else Text("", "")
    return RETURNED.format(
        name=name,
        period=period,
        number=len(errors),
        where=Text(f"（{place.words.zh}）", f" ({place.words.en})") if place else "",
        message=errors[0].message.in_quotes,
    )


def period_of(period: Period) -> Text:
    """Return a period as an opinion names it."""
    return YEAR.format(year=period.year) if period.whole else period.words


def _sentences(assessment: Assessment, period: Period, run: Run) -> Iterator[Text]:
    documents = assessment.document_title or titles_of(run.documents)
    opening = OPENING.format(documents=documents, name=assessment.name or "", period=period_of(period))
    one = len(assessment.outcomes) == 1
    counted = _counted(assessment).format(period=period_of(period), targets="target" if one else "targets")
    yield Text.joined((opening, counted), en="")
    weighing = [one for one in assessment.findings if one.weighs]
    yield from _found(weighing)
    if assessment.beside:
        yield ASPIRED.format(number=assessment.beside)
    errors = sum(one.is_error for one in assessment.diagnostics)
    if errors:
        yield ERRORS.format(number=errors)
    if not assessment.final and any(map(_is_provisional, weighing)):
        yield PROVISIONAL
    interim = _INTERIM if assessment.verdict in _SETTLED and not assessment.final else ""
    yield VERDICT.format(verdict=assessment.verdict.term, interim=interim)


def _counted(assessment: Assessment) -> Text:
    """Return how many targets there were, and how many of them have each outcome."""
    counts, whole = assessment.counts, len(assessment.outcomes)
    waived = counts[Outcome.WAIVED]
    rest = whole - waived
    if not whole:
        return NOTHING
    if not rest:
        return ALL_WAIVED.format(all=whole, waived=waived, **_LATER)
    first = (WAIVED if waived else HAS).format(all=whole, waived=waived, rest=rest, **_LATER)
    if counts[Outcome.MET] == rest:
        return Text.joined((first, ALL_MET), en="")
    parts = [text.format(number=counts[one]) for one, text in COUNTS.items() if counts[one]]
    if counts[Outcome.MISSED] and assessment.expected_missed:
        at = 1 if counts[Outcome.MET] else 0
        parts[at] = OF_EXPECTED.format(missed=parts[at], number=assessment.expected_missed)
    if not counts[Outcome.MISSED]:
        parts.append(NONE_MISSED)
    told = Text.joined(parts, "，", ", ")
    return Text.joined((first, AMONG if waived else Text("", ""), told, Text("。", ".")), en="")


def _found(findings: Sequence[Finding]) -> Iterator[Text]:
    """Return what is missed, what is met, what was waived, and what is open."""
    missed = [one for one in findings if one.outcome is Outcome.MISSED]
    if missed:
        yield MISSED.format(clauses=_joined(map(missed_clause, missed)))
    yield from _met([one for one in findings if one.outcome is Outcome.MET], bool(missed))
    waived = [one.target.indicator.name for one in findings if one.outcome is Outcome.WAIVED]
    if waived:
        yield LEFT_OUT.format(names=listed(waived))
    yield from open_sentences(findings)


def _met(met: Sequence[Finding], is_beside: bool) -> Iterator[Text]:
    """Return what is met; several tasks without a number have a sentence of their own."""
    tasks = [one for one in met if one.target.comparator.is_attested]
    told = [one for one in met if one not in tasks] if len(tasks) > 1 else met
    if told:
        yield (MET if is_beside else AMONG_THEM).format(clauses=_joined(met_clauses(told)))
    if len(tasks) > 1:
        yield ALL_ATTESTED.format(number=len(tasks))


def _joined(clauses: Iterator[Text]) -> Text:
    return Text.joined(clauses, "；", "; ")


def _is_provisional(finding: Finding) -> bool:
    """Whether a finding rests on a figure that was reported as provisional."""
    observation = finding.observation
    stated = observation is not None and observation.status is Status.PROVISIONAL
    return stated and finding.verified is None and finding.outcome in (Outcome.MET, Outcome.MISSED)
