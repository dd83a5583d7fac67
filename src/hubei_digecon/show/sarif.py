"""SARIF 2.1.0 (OASIS), for code scanners and viewers: a rule a target, and one a kind of diagnostic."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import cache, lru_cache
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from ..diagnostics import Diagnostic, DiagnosticKind, Place, SourceFile
from ..diagnostics import written as written_at
from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.outcomes import Outcome
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead, RunCounts
from ..domain.targets import Target
from ..version import VERSION
from .annotations import message_of, of_diagnostic, place_of
from .bits import EmptyList, filled, written
from .escape import visible
from .json import assessment_result, settings_result
from .lint import last_lines
from .paths import ROOT, artifact_location
from .sarif_rules import LEVELS, diagnostic_rule, target_rule
from .verdicts import NONE_FOUND, beside_lines, verdict_line
from .view import View

Held = TypeVar("Held")

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

OUTCOMES: dict[Outcome, tuple[str, str]] = {
    Outcome.MET: ("pass", "none"),
    Outcome.MISSED: ("fail", "error"),
    Outcome.UNDECIDED: ("open", "none"),
    Outcome.NO_DATA: ("open", "none"),
    Outcome.NOT_DUE: ("notApplicable", "none"),
    Outcome.WAIVED: ("notApplicable", "none"),
}
"""The kind and level of each outcome (3.27.9, 3.27.10): what is not known is open and is no failure."""
_INFORMATIVE = ("informational", "none")
"""Those of a finding that does not weigh."""

_ENDS_LINK = re.compile(r"(\\*)\]\(")
"""Where the text of a link would end, with the backslashes before it: they are doubled when one is added."""

TOLD = (
    "outcome",
    "underlying",
    "reasons",
    "final",
    "required",
    "stretch",
    "unit",
    "observed",
    "decided_on",
    "decided_bound",
    "gap",
    "attainment",
    "evidence",
)
"""The fields of a finding that its result has as properties, by the names of the JSON result."""


class _Found(NamedTuple):
    """Where a result was found: a file, the symbolic place, and line and column where there are some.

    ``stands`` is false where ``place`` only tells where something would stand.
    """

    source: SourceFile
    at: str
    place: Place | None
    stands: bool = True

    @property
    def line(self) -> str:
        """The text of the line without blanks."""
        return "".join(self.source.line(self.place.line).split()) if self.place and self.stands else ""


class ResultWritten(NamedTuple):
    """A result as it is written, but for what only the whole log knows: the position of its ``rule``, and how
    many results up to it have the same ``mark``.
    """

    rule: str
    mark: str
    written: str


class LogPart(NamedTuple):
    """What a log has of a report, or of other files: rules, files in the order of their first use, results.

    ``properties`` are those of the file of a report; ``document`` is that judged by where outputs name it.
    """

    rules: dict[str, str]
    files: dict[str, dict[str, Any]]
    results: list[ResultWritten]
    told: str = ""
    properties: dict[str, Any] | None = None
    document: str = ""


@dataclass(slots=True)
class _SarifLog:
    """A part of a log under construction."""

    view: View
    locations: dict[str, dict[str, str]] = field(default_factory=dict)
    rules: dict[str, str] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    results: list[ResultWritten] = field(default_factory=list)

    def location(self, source: SourceFile) -> dict[str, str]:
        """Return where a file is."""
        if source.path not in self.locations:
            self.locations[source.path] = artifact_location(source.path, self.view)
        return self.locations[source.path]

    def file(self, source: SourceFile) -> dict[str, Any]:
        """Return the artifact of a file: the same one for every way to write its path."""
        location = self.location(source)
        if location["uri"] not in self.files:
            digest = {"hashes": {"sha-256": source.sha256}} if source.sha256 else {}
            self.files[location["uri"]] = {"location": location, **digest}
        return self.files[location["uri"]]

    def add(self, id: str, rule: str, said: dict[str, Any], found: _Found) -> None:
        """Add a result of a rule."""
        self.rules.setdefault(id, rule)
        physical = {"artifactLocation": self.file(found.source)["location"]}
        named = [visible(found.at)] if found.at else []
        if found.place and found.place.sheet:  # a workbook has no lines of text (3.29.4)
            named.append(visible(str(found.place)))
        else:
            physical["region"] = _region(found.place)
        location: dict[str, Any] = {"physicalLocation": physical}
        if named:
            location["logicalLocations"] = [{"fullyQualifiedName": name} for name in named]
        mark = self._mark(id, found)
        one = {"ruleId": id, "ruleIndex": None, **said}
        one = {**one, "locations": [location], "partialFingerprints": {"primaryLocationLineHash": None}}
        self.results.append(ResultWritten(id, mark, written(one, 4)))

    def _mark(self, id: str, found: _Found) -> str:
        """Return the fingerprint of a result by rule, place and text, which stays when its line moves."""
        uri = self.location(found.source)["uri"]
        told = "\n".join((uri, id, found.at, found.line)).encode("utf-8", "surrogatepass")
        return sha256(told).hexdigest()[:16]


_INDEX = '\n     "ruleIndex": null'
_MARK = '\n      "primaryLocationLineHash": null'
"""Where a result has what only the whole log knows. How deep it is set in tells it from any text, since none
has a line break.
"""


def part(assessment: Assessment, run: Run, view: View) -> LogPart:
    """Return what the log has of a report."""
    log, shown = _SarifLog(view), assessment_result(assessment, run)
    about = {
        "entity": shown.entity,
        "period": shown.period,
        "illustrative": shown.illustrative,
        "verdict": shown.verdict,
        "final": shown.final,
        "counts": asdict(shown.counts),
    }
    log.file(assessment.source)
    for finding, told in zip(assessment.findings, shown.findings, strict=True):
        _add_finding(log, finding, assessment, run, {name: getattr(told, name) for name in TOLD})
    _add_diagnostics(log, assessment.diagnostics, assessment.source)
    said = _notification(verdict_line(assessment, view), "note" if assessment.outcomes else "error")
    document = str(assessment.document) if assessment.document_title else ""
    return LogPart(log.rules, log.files, log.results, written(said, 6), about, document)


def whole(parts: Iterable[LogPart], run: RunInParts, view: View) -> Iterator[str]:
    """Return the run as a log of one run. A run that found nothing to check says so in a notification."""
    log = _SarifLog(view)
    for file in run.file_diagnostics:
        _add_diagnostics(log, file.diagnostics, file.source)
    told = [*_beside(run.counts, view)]
    if not run.reports:
        told.insert(0, _notification(view.say(NONE_FOUND), "error"))
    properties = {
        "as_of": run.as_of.isoformat(),
        "settings": asdict(settings_result(run.settings)),
        "ignored": run.ignored,
    }
    return _log(parts, log, told, properties)


def _beside(came_to: RunCounts, view: View) -> Iterator[dict[str, Any]]:
    """Return what is told beside verdicts as notifications: errors where a report may be left out."""
    level = "error" if came_to.left_out.may_hold_reports else "note"
    return (_notification(line, level) for line in beside_lines(came_to, view))


def linted(files: FilesRead, view: View) -> str:
    """Return files that were only read as a log of one run. A run that read none says so."""
    log = _SarifLog(view)
    for file in files:
        log.file(file.source)
        _add_diagnostics(log, file.diagnostics, file.source)
    came_to = files.counts
    is_good = any(file.left is None for file in files) and not came_to.left_out.may_hold_reports
    level = "note" if is_good else "error"
    told = [_notification(line, level) for line in last_lines(files, view).splitlines()]
    return "".join(_log((), log, told, {"ignored": sum(file.ignored for file in files)}))


def _add_finding(
    log: _SarifLog, finding: Finding, assessment: Assessment, run: Run, told: dict[str, Any]
) -> None:
    kind, level = OUTCOMES[finding.outcome] if finding.weighs else _INFORMATIVE
    at = place_of(finding)
    message = log.view.say(message_of(finding, assessment, run, log.view))
    said = {"kind": kind, "level": level, "message": _message(message), "properties": told}
    rule = _written_target(_RuleOf(finding.target, run, log.view))
    source = assessment.source
    found = _Found(source, written_at(at), source.find(at), stands=finding.at is not None)
    log.add(finding.target.id, rule, said, found)


class _RuleOf:
    """What the rule of a target is written from; the same where target and documents are the same objects."""

    __slots__ = ("run", "target", "view")

    def __init__(self, target: Target, run: Run, view: View):
        self.target, self.run, self.view = target, run, view

    def __hash__(self) -> int:
        return hash((self.target.id, self.view))

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _RuleOf)
            and self.target is other.target
            and self.run.documents is other.run.documents
            and self.view == other.view
        )


@lru_cache(maxsize=4096)
def _written_target(rule: _RuleOf) -> str:
    """Return the rule of a target as it is written: once for all reports of a run on the target, since the
    rules of a report take longer than its results.
    """
    return written(target_rule(rule.target, rule.run, rule.view), 6)


@cache
def _written_rule(kind: DiagnosticKind, view: View) -> str:
    return written(diagnostic_rule(kind, view), 6)


def _add_diagnostics(log: _SarifLog, diagnostics: Iterable[Diagnostic], listed_with: SourceFile) -> None:
    for diagnostic in diagnostics:
        one = of_diagnostic(diagnostic, listed_with)
        said = {"kind": "fail", "level": LEVELS[one.severity], "message": _message(log.view.say(one.message))}
        rule = _written_rule(diagnostic.kind, log.view)
        log.add(one.id, rule, said, _Found(one.source, one.where, one.place))


def _region(place: Place | None) -> dict[str, int]:
    """Return the region of a value. Columns count characters from 1; the end is the column after it."""
    if place is None:
        return {"startLine": 1}
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.line,
        "endColumn": place.column + max(place.width, 1),
    }


def _message(text: str) -> dict[str, str]:
    """Return a plain message in which nothing is taken for a link (3.11.6) or a placeholder (3.11.5)."""
    shown = _ENDS_LINK.sub(lambda match: f"{match[1] * 2}\\](", visible(text))
    return {"text": shown.replace("{", "{{").replace("}", "}}")}


def _notification(line: str, level: str) -> dict[str, Any]:
    return {"level": level, "message": _message(line)}


def _log(
    parts: Iterable[LogPart], beside: _SarifLog, told: list[dict[str, Any]], properties: dict[str, Any]
) -> Iterator[str]:
    """Return parts, and what is told beside them, as one log."""
    last = LogPart(beside.rules, beside.files, beside.results)
    rules, files = dict[str, str](), dict[str, dict[str, Any]]()
    for one in chain(parts, [last]):
        _add_once(rules, one.rules)
        _add_files(files, one)
    lang = beside.view.lang
    driver = {
        "name": "digecon",
        "version": VERSION,
        "semanticVersion": VERSION,
        "language": lang,
        "rules": [],
    }
    run: dict[str, Any] = {
        "tool": {"driver": driver},
        "language": lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": []}],
        "artifacts": [],
        "results": [],
        "properties": properties,
    }
    lists = (
        EmptyList("rules", 5, rules.values()),
        EmptyList(
            "toolExecutionNotifications",
            5,
            chain((one.told for one in parts), (written(one, 6) for one in told)),
        ),
        EmptyList("artifacts", 3, (written(one, 4) for one in files.values())),
        EmptyList("results", 3, _results(chain(parts, [last]), list(rules))),
    )
    whole = written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})
    return chain(filled(whole, lists), "\n")


def _add_once(held: dict[str, Held], more: dict[str, Held]) -> None:
    for key, value in more.items():
        held.setdefault(key, value)


def _add_files(files: dict[str, dict[str, Any]], shown: LogPart) -> None:
    """Add the files that a part speaks of, and what is told of the first of them: that of its report."""
    _add_once(files, shown.files)
    if not shown.properties:
        return
    artifact = files[next(iter(shown.files))]
    if shown.document:  # one file has an assessment for each document
        artifact.setdefault("properties", {})[shown.document] = shown.properties
    else:
        artifact["properties"] = shown.properties


def _results(parts: Iterable[LogPart], rules: list[str]) -> Iterator[str]:
    indices = {id: index for index, id in enumerate(rules)}
    marks = Counter[str]()
    for one in chain.from_iterable(part.results for part in parts):
        marks[one.mark] += 1
        mark = f'{_MARK.removesuffix("null")}"{one.mark}:{marks[one.mark]}"'
        index = f"{_INDEX.removesuffix('null')}{indices[one.rule]}"
        yield one.written.replace(_INDEX, index, 1).replace(_MARK, mark, 1)
