"""Judge again what a JSON result names, and return what differs: digests, outcomes, numbers."""

import datetime
from collections.abc import Iterable, Iterator

from ..comparison.findings import differing_keys, is_absent
from ..diagnostics import Severity
from ..domain.assessments import FileDiagnostics, Settings
from ..domain.outcomes import Outcome, Verdict, grade_of
from ..domain.run import Run
from ..domain.verification import Difference, Verification
from ..load.chosen_documents import UnknownDocumentError
from ..load.source import STANDARD_INPUT, is_held_name
from ..load.targets import TargetLibrary, TargetsError
from ..shapes.result import Result, ResultAssessment, ResultFile, ResultFinding
from ..show.json import result as result_of
from ..text import Text
from ..version import VERSION
from .check import check_reports
from .judge import Judge
from .options import RegisterOptions, RunOptions

OTHER_VERSION = Text(
    "结果由 digecon {then} 得出，现为 {now}", "the result was made by digecon {then}; this is {now}"
)
BY_RULES = Text("digecon {now} 认定不同：{what}", "digecon {now} judges otherwise: {what}")
REPORT_GONE = Text(
    "{path} 中已没有{entity}{period}的这份报告",
    "{path} no longer holds this report of {entity} for {period}",
)
DOCUMENT_GONE = Text(
    "设定目标的文件“{id}”已不存在", "the document “{id}” that sets targets is no longer there"
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

FROM_MEMORY = Text(
    "{path} 是程序内存中的报告，无法复核", "{path} was held in a program's memory and cannot be verified"
)

_OF_AN_ASSESSMENT = ("entity", "period", "revision", "illustrative", "final", "counts", "changes", "schedule")
_UNKNOWN = Text("不明", "unknown")
REPORT = Text("报告", "report")
REVIEW = Text("复核意见", "review")
REGISTER = Text("名录", "register")
HISTORY = Text("往期报告", "earlier report")
TARGETS = Text("目标文件", "target file")
DOCUMENT = Text("佐证材料", "document")


def verify(result: Result, library: TargetLibrary) -> Verification:
    """Judge again the files that ``result`` names, as of its day, by its settings and its documents."""
    for path in _read_by(result):
        if path == STANDARD_INPUT:
            return Verification(0, 0, (Difference(FROM_INPUT, unreadable=True),))
        if is_held_name(path):
            return Verification(0, 0, (Difference(FROM_MEMORY.format(path=path), unreadable=True),))
    beside = (*result.targets.files, *result.reviews, *result.history, *result.registers)
    named = (*beside, *{one.path: one for one in result.assessments}.values())
    try:
        again = result_of(_judged_again(result, library.by_documents(result.judged_documents)))
    except UnknownDocumentError as error:
        gone = Difference(DOCUMENT_GONE.format(id=error.id), unreadable=True)
        return Verification(len(named), 0, (gone,), _notes(result))
    except TargetsError as error:
        broken = tuple(Difference(_broken(file), unreadable=True) for file in error.files)
        return Verification(len(named), 0, broken, _notes(result))
    return Verification(
        len(named),
        sum(len(one.findings) for one in result.assessments),
        tuple(_differences(result, again, library)),
        _notes(result),
    )


def _read_by(result: Result) -> Iterator[str]:
    yield from (one.path for one in result.assessments)
    yield from (one.path for one in (*result.reviews, *result.history, *result.registers))


def _notes(result: Result) -> tuple[Text, ...]:
    values = {"then": result.tool.version, "now": VERSION}
    return (OTHER_VERSION.format(**values),) if _is_other(result) else ()


def _is_other(result: Result) -> bool:
    """Whether another version made the result: it may judge by other rules, in other words."""
    return result.tool.version != VERSION


def _judged_again(result: Result, library: TargetLibrary) -> Run:
    paths = tuple(dict.fromkeys(one.path for one in result.assessments))  # a table holds several reports
    return check_reports(Judge.of(options_of(result, library, paths)))


def options_of(result: Result, library: TargetLibrary, paths: tuple[str, ...]) -> RunOptions:
    """Return the options by which a result was made, for some reports: its day, settings and reviews."""
    settings = result.settings
    return RunOptions(
        paths,
        library,
        datetime.date.fromisoformat(result.as_of),
        Settings(
            grade_of(settings.min_evidence),
            settings.waivers,
            settings.documents,
            tuple(settings.select),
            tuple(settings.ignore),
            schedule=settings.schedule,
            cut_offs=tuple(settings.schedule_cutoffs) or None,
        ),
        tuple(one.path for one in result.reviews),
        history=tuple(one.path for one in result.history),
        register=next((RegisterOptions(one.path) for one in result.registers), None),
    )


def _differences(then: Result, now: Result, library: TargetLibrary) -> Iterator[Difference]:
    """Return all that differs. Where no file has changed, a difference comes from other rules."""
    reviews = _digests(REVIEW, then.reviews, now.reviews)
    history = _digests(HISTORY, then.history, now.history)
    registers = _digests(REGISTER, then.registers, now.registers)
    shared = [*_targets(then, now, library), *reviews, *history, *registers]
    yield from shared
    yield from _by_rules(_refused(then, now), _is_other(then) and not shared)
    for before, after in _pairs(then, now):
        own = _own_files(before, after) if after else []
        yield from own
        same_files = not shared and not own
        yield from _by_rules(_judged(before, after, _is_other(then)), _is_other(then) and same_files)


def _own_files(before: ResultAssessment, after: ResultAssessment) -> list[Difference]:
    """Return what differs in the file of a report, and in the documents that it names."""
    return [
        *_digests(REPORT, _digest_of(before), _digest_of(after)),
        *_digests(DOCUMENT, before.documents, after.documents),
    ]


def _by_rules(differences: Iterable[Difference], are: bool) -> Iterator[Difference]:
    """Return differences. Where they ``are`` from other rules, each says so."""
    for one in differences:
        what = BY_RULES.format(now=VERSION, what=one.what)
        yield Difference(what, one.unreadable, by_rules=True) if are else one


def _pairs(then: Result, now: Result) -> Iterator[tuple[ResultAssessment, ResultAssessment | None]]:
    """Return every assessment with what its report is judged to now: the one of the same place, period,
    revision and document in the same file, else the only one of that file.
    """
    judged: dict[str, list[ResultAssessment]] = {}
    for one in now.assessments:
        judged.setdefault(one.path, []).append(one)
    for before in then.assessments:
        here = judged[before.path]
        alike = [one for one in here if _is_same(one, before)]
        yield before, alike[0] if alike else here[0] if len(here) == 1 else None


def _is_same(one: ResultAssessment, before: ResultAssessment) -> bool:
    """Whether two assessments are of one report by one document; older results do not name it."""
    alike = all(getattr(one, name) == getattr(before, name) for name in ("entity", "period", "revision"))
    return alike and before.document in (one.document, None)


def _targets(then: Result, now: Result, library: TargetLibrary) -> Iterator[Difference]:
    targets = {one.path: one for one in now.targets.files}
    for file in then.targets.files:  # one that no report rests on any more may still be as it was
        digest = library.digest_of(file.path)
        if digest is not None:
            targets[file.path] = ResultFile(file.path, digest)
    yield from _digests(TARGETS, then.targets.files, targets.values())


def _digest_of(assessment: ResultAssessment) -> list[ResultFile]:
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


def _judged(before: ResultAssessment, after: ResultAssessment | None, other: bool) -> Iterator[Difference]:
    """Return what a report is judged to now that it was not then; ``other``: by another version."""
    if after is None:
        yield Difference(REPORT_GONE.format(path=before.path, entity=before.entity, period=before.period))
        return
    if after.sha256 is None:
        return  # that it is gone has been told; what it held is lost with it
    changed = list(_findings(before, after, other))
    yield from changed
    if not changed and (keys := _otherwise(before, after)):
        yield Difference(OTHERWISE.format(path=before.path, keys=Text.listed(keys)))
    if before.verdict != after.verdict:
        terms = {verdict.id: verdict.term for verdict in Verdict}
        values = {"then": terms.get(before.verdict, _UNKNOWN), "now": terms.get(after.verdict, _UNKNOWN)}
        refused = after.verdict == Verdict.INVALID.id
        yield Difference(VERDICT.format(path=before.path, **values), unreadable=refused)


def _refused(then: Result, now: Result) -> Iterator[Difference]:
    """Return the reviews and earlier reports that could be relied on, and no longer can."""
    before = {one.path for one in then.diagnostics if one.severity == Severity.ERROR.id}
    sorts = {one.path: REVIEW for one in now.reviews} | {one.path: HISTORY for one in now.history}
    for one in now.diagnostics:
        if one.severity == Severity.ERROR.id and one.path in sorts.keys() - before:
            values = {"sort": sorts[one.path], "path": one.path, "why": one.message}
            yield Difference(FILE_BROKEN.format(**values), unreadable=True)


def _broken(file: FileDiagnostics) -> Text:
    why = next(one.message for one in file.diagnostics if one.is_error)
    return FILE_BROKEN.format(sort=TARGETS, path=file.source.path, why=why)


def _findings(before: ResultAssessment, after: ResultAssessment, other: bool) -> Iterator[Difference]:
    judged = {finding.target: finding for finding in after.findings}
    for finding in before.findings:
        again = judged.pop(finding.target, None)
        if again is None or again.outcome != finding.outcome:
            yield _outcome(finding.target, finding, again)
        elif keys := _differing(finding, again, other):
            yield Difference(NUMBERS.format(target=finding.target, keys=Text.listed(keys)))
    for target, finding in judged.items():
        yield _outcome(target, None, finding)


def _otherwise(before: ResultAssessment, after: ResultAssessment) -> list[str]:
    """Return the fields of two assessments that differ; files, findings and verdict are told apart."""
    keys = [name for name in _OF_AN_ASSESSMENT if getattr(before, name) != getattr(after, name)]
    diagnostics = [sorted((one.id, one.at or "") for one in each.diagnostics) for each in (before, after)]
    return keys if diagnostics[0] == diagnostics[1] else [*keys, "diagnostics"]


def _outcome(target: str, then: ResultFinding | None, now: ResultFinding | None) -> Difference:
    terms = {outcome.id: outcome.term for outcome in Outcome}
    said = {
        "then": terms.get(then.outcome, _UNKNOWN) if then else "–",
        "now": terms.get(now.outcome, _UNKNOWN) if now else "–",
    }
    return Difference(OUTCOME.format(target=target, **said))


def _differing(finding: ResultFinding, again: ResultFinding, other: bool) -> list[str]:
    """Return the fields, words and places aside, in which two findings of one outcome differ.

    A result of an ``other`` version may be without keys that came later, and puts needs in its own words.
    """
    keys = differing_keys(finding, again)
    return [key for key in keys if not other or (key != "needed" and not is_absent(finding, key))]
