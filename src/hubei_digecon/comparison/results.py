"""Compare two results: report by report, by place, period and document; target by target."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ..domain.conditions import Conditions
from ..domain.differences import DifferenceSort, FoundDifference, Side, Subject, in_order
from ..domain.outcomes import Verdict
from ..quantity.kinds import Units
from ..shapes.dates import period_words
from ..shapes.result import Result, ResultAssessment, ResultFinding
from ..text import Text
from .fields import ComparedField, differences_in, ratio_in
from .findings import OUTCOME, finding_differences

VERDICTS = {one.id: one.term for one in Verdict}
OF_A_REPORT = (
    ComparedField("verdict", DifferenceSort.VERDICT, Text("总体结论", "verdict"), VERDICTS),
    ComparedField("final", DifferenceSort.FINAL, Text("总体结论是最终的", "verdict is final")),
    ComparedField("illustrative", DifferenceSort.REPORT, Text("示例（数值未经公布）", "illustrative")),
    ComparedField("revision", DifferenceSort.REPORT, Text("第几次报送", "revision")),
)
"""What is compared of two assessments beside their findings."""

REPORT = Text("报告", "report")
TARGET = Text("目标", "target")
SUPERSEDED = Text(
    "{side}中“{entity}”{period}的报告有多份，只比较最后一次报送的",
    "{side} holds several reports of {entity} for {period}; only the highest revision is compared",
)
CLASHING = Text(
    "{side}中“{entity}”{period}同为第{revision}次报送的报告不止一份且不相同，未作比较",
    "{side} holds several reports of {entity} for {period} of revision {revision}, and they are not the "
    "same; they were not compared",
)
UNREADABLE = Text(
    "{side}中{subject}无法读取，没有逐项比较",
    "{side}: {subject} could not be read, so that no target of it was compared",
)

UnitsOf = Callable[[str], Units | None]
"""Returns the units of an indicator by its id; ``None`` where it is not known."""


class ReportKey(NamedTuple):
    """What tells reports apart: place, period and document. One that tells no place is told by its path."""

    entity: str
    period: str
    document: str
    path: str = ""

    @property
    def subject(self) -> Subject:
        """The report as the subject of a difference."""
        entity, period, document, path = (part or None for part in self)
        return Subject(entity, period, document, path=path)


class ResultComparison(NamedTuple):
    """In what two results differ, and what could not be compared."""

    differences: tuple[FoundDifference, ...]
    notes: tuple[Text, ...]


def compare_results(a: Result, b: Result, units_of: UnitsOf) -> ResultComparison:
    """Return in what ``b`` differs from ``a``, whatever the order of the reports in either."""
    notes: list[Text] = []
    one, other = (reports_by_key(result, Text.same(side), notes) for result, side in ((a, "A"), (b, "B")))
    found: list[FoundDifference] = []
    for key, before, after in _pairs(one, other):
        if before is None or after is None:
            differing: Iterable[FoundDifference] = (_only_in_one(key, before, after),)
        else:
            differing = _differences(key, before, after, units_of, notes)
        illustrative = any(one.illustrative for one in (before, after) if one)
        found.extend(one._replace(illustrative=illustrative) for one in differing)
    return ResultComparison(in_order(found), tuple(sorted(dict.fromkeys(notes), key=lambda note: note.en)))


def conditions_of(result: Result) -> Conditions:
    """Return the conditions that a result was made under."""
    files = (result.targets.files, result.reviews, result.history)
    return Conditions(
        result.as_of,
        result.tool.version,
        result.settings.min_evidence,
        result.settings.waivers,
        tuple(result.judged_documents),
        *({one.path: one.sha256 for one in each} for each in files),
    )


def key_of(assessment: ResultAssessment) -> ReportKey:
    """Return what a report is told by."""
    if assessment.entity is None or assessment.period is None:
        return ReportKey(assessment.entity or "", assessment.period or "", "", assessment.path)
    return ReportKey(assessment.entity, assessment.period, assessment.document or "")


def reports_by_key(result: Result, side: Text, notes: list[Text]) -> dict[ReportKey, ResultAssessment]:
    """Return the report that counts for each key: of several the highest revision. ``notes`` take in what is
    left out, in sentences that call the result ``side``.
    """
    found: dict[ReportKey, list[ResultAssessment]] = {}
    for one in result.assessments:
        found.setdefault(key_of(one), []).append(one)
    counting = ((key, _counting(key, every, side, notes)) for key, every in found.items())
    return {key: one for key, one in counting if one}


def _counting(
    key: ReportKey, every: list[ResultAssessment], side: Text, notes: list[Text]
) -> ResultAssessment | None:
    highest = max(one.revision or 0 for one in every)
    first, *others = (one for one in every if (one.revision or 0) == highest)
    values = {"side": side, "entity": key.entity, "period": period_words(key.period)}
    if any(not _is_same(first, one) for one in others):
        notes.append(CLASHING.format(revision=highest, **values))
        return None
    if len(every) > 1 + len(others):
        notes.append(SUPERSEDED.format(**values))
    return first


def _is_same(one: ResultAssessment, other: ResultAssessment) -> bool:
    return (one.sha256, one.findings) == (other.sha256, other.findings)


def _pairs(
    a: Mapping[ReportKey, ResultAssessment], b: Mapping[ReportKey, ResultAssessment]
) -> Iterator[tuple[ReportKey, ResultAssessment | None, ResultAssessment | None]]:
    """Return every report with its fellow. One that no document is told of, since it could not be read or an
    older version judged it, goes with those of its place and period by any document.
    """
    for key in sorted({*a, *b}):
        one, other = a.get(key) or _of_any(key, a, b), b.get(key) or _of_any(key, b, a)
        if key.document or key.path or (one and other) or not _with_document(key, a if other else b):
            yield key, one, other


def _of_any(
    key: ReportKey, here: Mapping[ReportKey, ResultAssessment], there: Mapping[ReportKey, ResultAssessment]
) -> ResultAssessment | None:
    bare = key._replace(document="")
    return here.get(bare) if key.document and bare not in there else None


def _with_document(key: ReportKey, reports: Iterable[ReportKey]) -> bool:
    return any(one.document and one._replace(document="") == key for one in reports)


def _only_in_one(key: ReportKey, a: ResultAssessment | None, b: ResultAssessment | None) -> FoundDifference:
    return FoundDifference(DifferenceSort.REPORT, key.subject, "", REPORT, _verdict(a), _verdict(b))


def _verdict(one: ResultAssessment | None) -> Side | None:
    return Side(one.verdict, VERDICTS.get(one.verdict, Text.same(one.verdict))) if one else None


def _differences(
    key: ReportKey, a: ResultAssessment, b: ResultAssessment, units_of: UnitsOf, notes: list[Text]
) -> Iterator[FoundDifference]:
    yield from differences_in(a, b, OF_A_REPORT, key.subject, ratio_in(None))
    unread = [side for side, one in (("A", a), ("B", b)) if one.verdict == Verdict.INVALID.id]
    if unread:
        told = (Text.same(key.entity), period_words(key.period), Text.same(key.path))
        subject = Text.joined((one for one in told if one.en), " ")
        notes.extend(UNREADABLE.format(side=side, subject=subject) for side in unread)
        return
    one, other = ({finding.target: finding for finding in each.findings} for each in (a, b))
    for target in {**one, **other}:
        yield from _of_target(key, one.get(target), other.get(target), units_of)


def _of_target(
    key: ReportKey, a: ResultFinding | None, b: ResultFinding | None, units_of: UnitsOf
) -> Iterator[FoundDifference]:
    there = a or b
    assert there is not None
    is_one = a is None or b is None or a.indicator == b.indicator
    subject = key.subject._replace(target=there.target, indicator=there.indicator if is_one else None)
    if a is None or b is None:
        yield FoundDifference(DifferenceSort.TARGET, subject, "", TARGET, _outcome(a), _outcome(b))
        return
    yield from finding_differences(a, b, subject, ratio_in(units_of(b.indicator)))


def _outcome(finding: ResultFinding | None) -> Side | None:
    if finding is None:
        return None
    return Side(finding.outcome, OUTCOME.terms.get(finding.outcome, Text.same(finding.outcome)))
