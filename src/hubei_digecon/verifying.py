"""Judges again what a JSON result names, and tells what differs: digests, outcomes, numbers."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import fields

from .checking import check_paths
from .diagnostics import Severity
from .findings import Batch, FileRemarks, Outcome, Settings, Verdict, grade_of
from .load.source import STANDARD_INPUT
from .load.targets import TargetLibrary, TargetsError
from .render.json import result as result_of
from .result import Result, ResultAssessment, ResultFile, ResultFinding
from .text import Text
from .verification import Difference, Verification
from .version import VERSION

OTHER_VERSION = Text(
    "结果由 digecon {then} 得出，现为 {now}", "the result was made by digecon {then}; this is {now}"
)
FILE_CHANGED = Text("{sort}{path} 已改动", "{sort} {path} has changed")
FILE_GONE = Text("{sort}{path} 已不存在或无法读取", "{sort} {path} is no longer there, or cannot be read")
FILE_NEW = Text("{sort}{path} 原来没有用到", "{sort} {path} was not used before")
OUTCOME = Text("{target}：原为“{then}”，现为“{now}”", "{target}: was {then}, is now {now}")
NUMBERS = Text("{target}：结果未变，但不同的有 {keys}", "{target}: the outcome stands, but not {keys}")
OTHERWISE = Text("{path}：不同的有 {keys}", "{path}: what differs is {keys}")
FILE_BROKEN = Text("{sort}{path} 现在不能采用：{why}", "{sort} {path} cannot be relied on any more: {why}")
VERDICT = Text("{path} 总体结论：原为“{then}”，现为“{now}”", "{path}, verdict: was {then}, is now {now}")
FROM_INPUT = Text("标准输入的报告无法复核", "a report from standard input cannot be verified")

_OF_AN_ASSESSMENT = ("entity", "period", "revision", "illustrative", "final", "counts")
_UNKNOWN = Text("不明", "unknown")
REPORT = Text("报告", "report")
REVIEW = Text("复核文件", "review")
TARGETS = Text("目标文件", "target file")
DOCUMENT = Text("佐证材料", "document")

_NOT_COMPARED = ("outcome", "line", "column", "sheet", "message")
"""Fields of a finding that are no part of the comparison of numbers: words and places may change."""


def verify(result: Result, library: TargetLibrary) -> Verification:
    """Judge again the files that ``result`` names, as of its day and by its settings."""
    if STANDARD_INPUT in (*(one.path for one in result.assessments), *(one.path for one in result.reviews)):
        return Verification(0, 0, (Difference(FROM_INPUT, unreadable=True),))
    named = (*result.targets.files, *result.reviews, *result.assessments)
    try:
        again = result_of(_judged_again(result, library))
    except TargetsError as error:
        broken = tuple(Difference(_broken(file), unreadable=True) for file in error.files)
        return Verification(len(named), 0, broken)
    differences = (*_files(result, again, library), *_refused(result, again), *_assessments(result, again))
    return Verification(
        len(named),
        sum(len(one.findings) for one in result.assessments),
        differences,
        (OTHER_VERSION.format(then=result.tool.version, now=VERSION),)
        if result.tool.version != VERSION
        else (),
    )


def _judged_again(result: Result, library: TargetLibrary) -> Batch:
    settings = result.settings
    return check_paths(
        [one.path for one in result.assessments],
        library,
        datetime.date.fromisoformat(result.as_of),
        Settings(
            grade_of(settings.min_evidence),
            settings.waivers,
            settings.documents,
            tuple(settings.select),
            tuple(settings.ignore),
        ),
        [one.path for one in result.reviews],
    )


def _files(then: Result, now: Result, library: TargetLibrary) -> Iterator[Difference]:
    targets = {one.path: one for one in now.targets.files}
    for file in then.targets.files:  # one that no report rests on any more may still be as it was
        digest = library.digest_of(file.path)
        if digest is not None:
            targets[file.path] = ResultFile(file.path, digest)
    yield from _digests(TARGETS, then.targets.files, targets.values())
    yield from _digests(REVIEW, then.reviews, now.reviews)
    for before, after in zip(then.assessments, now.assessments, strict=True):
        yield from _digests(REPORT, _own_file(before), _own_file(after))
        yield from _digests(DOCUMENT, before.documents, after.documents)


def _own_file(assessment: ResultAssessment) -> list[ResultFile]:
    return [ResultFile(assessment.path, assessment.sha256)] if assessment.sha256 else []


def _digests(sort: Text, then: Iterable[ResultFile], now: Iterable[ResultFile]) -> Iterator[Difference]:
    before, after = ({one.path: one.sha256 for one in files} for files in (then, now))
    for path, digest in before.items():
        if path not in after:
            yield Difference(FILE_GONE.format(sort=sort, path=path), unreadable=True)
        elif after[path] != digest:
            yield Difference(FILE_CHANGED.format(sort=sort, path=path))
    for path in after.keys() - before.keys():
        yield Difference(FILE_NEW.format(sort=sort, path=path))


def _assessments(then: Result, now: Result) -> Iterator[Difference]:
    for before, after in zip(then.assessments, now.assessments, strict=True):
        if after.sha256 is None:
            continue  # that it is gone has been told; what it held is lost with it
        changed = list(_findings(before, after))
        yield from changed
        if not changed and (keys := _otherwise(before, after)):
            yield Difference(OTHERWISE.format(path=before.path, keys=", ".join(keys)))
        if before.verdict != after.verdict:
            terms = {verdict.id: verdict.term for verdict in Verdict}
            values = {"then": terms.get(before.verdict, _UNKNOWN), "now": terms.get(after.verdict, _UNKNOWN)}
            refused = after.verdict == Verdict.INVALID.id
            yield Difference(VERDICT.format(path=before.path, **values), unreadable=refused)


def _refused(then: Result, now: Result) -> Iterator[Difference]:
    """Return the reviews that could be relied on, and no longer can."""
    before = {one.path for one in then.diagnostics if one.severity == Severity.ERROR.id}
    reviews = {one.path for one in now.reviews}
    for one in now.diagnostics:
        if one.severity == Severity.ERROR.id and one.path in reviews - before:
            yield Difference(FILE_BROKEN.format(sort=REVIEW, path=one.path, why=one.message), unreadable=True)


def _broken(file: FileRemarks) -> Text:
    why = next(one.message for one in file.diagnostics if one.is_error)
    return FILE_BROKEN.format(sort=TARGETS, path=file.source.path, why=why)


def _findings(before: ResultAssessment, after: ResultAssessment) -> Iterator[Difference]:
    judged = {finding.target: finding for finding in after.findings}
    for finding in before.findings:
        again = judged.pop(finding.target, None)
        if again is None or again.outcome != finding.outcome:
            yield _outcome(finding.target, finding, again)
        elif keys := _differing(finding, again):
            yield Difference(NUMBERS.format(target=finding.target, keys=", ".join(keys)))
    for target, finding in judged.items():
        yield _outcome(target, None, finding)


def _otherwise(before: ResultAssessment, after: ResultAssessment) -> list[str]:
    """Return the fields of two assessments that differ; files, findings and verdict are told apart."""
    keys = [name for name in _OF_AN_ASSESSMENT if getattr(before, name) != getattr(after, name)]
    remarks = [sorted((one.id, one.at or "") for one in each.diagnostics) for each in (before, after)]
    return keys if remarks[0] == remarks[1] else [*keys, "diagnostics"]


def _outcome(target: str, then: ResultFinding | None, now: ResultFinding | None) -> Difference:
    terms = {outcome.id: outcome.term for outcome in Outcome}
    said = {
        "then": terms.get(then.outcome, _UNKNOWN) if then else "–",
        "now": terms.get(now.outcome, _UNKNOWN) if now else "–",
    }
    return Difference(OUTCOME.format(target=target, **said))


def _differing(finding: ResultFinding, again: ResultFinding) -> list[str]:
    """Return the fields, words and places aside, in which two findings differ."""
    names = (field.name for field in fields(ResultFinding) if field.name not in _NOT_COMPARED)
    return [name for name in names if getattr(finding, name) != getattr(again, name)]
