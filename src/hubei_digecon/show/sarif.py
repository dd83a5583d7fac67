"""SARIF 2.1.0 (OASIS), for code scanners and viewers: a rule a target, and one a kind of diagnostic."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from ..diagnostics import Diagnostic, Place, SourceFile, written
from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.outcomes import Outcome
from ..domain.run import Run
from ..domain.run_counts import FilesRead, RunCounts
from ..version import VERSION
from .annotations import message_of, of_diagnostic, place_of
from .escape import json_visible, visible
from .json import result
from .lint import last_lines
from .paths import ROOT, artifact_location
from .sarif_rules import LEVELS, diagnostic_rule, target_rule
from .verdicts import NONE_FOUND, beside_lines, verdict_line
from .view import View

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


@dataclass(slots=True)
class _SarifLog:
    """A log under construction: its rules and files in the order of their first use, and its results."""

    view: View
    locations: dict[str, dict[str, str]] = field(default_factory=dict)
    rules: dict[str, dict[str, Any]] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)
    results: list[dict[str, Any]] = field(default_factory=list)
    indices: dict[str, int] = field(default_factory=dict)
    marks: Counter[str] = field(default_factory=Counter)

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

    def add(self, id: str, rule: Callable[[], dict[str, Any]], said: dict[str, Any], found: _Found) -> None:
        """Add a result of a rule, which is made at its first use."""
        if id not in self.rules:
            self.rules[id] = rule()
            self.indices[id] = len(self.indices)
        physical = {"artifactLocation": self.file(found.source)["location"]}
        named = [visible(found.at)] if found.at else []
        if found.place and found.place.sheet:  # a workbook has no lines of text (3.29.4)
            named.append(visible(str(found.place)))
        else:
            physical["region"] = _region(found.place)
        location: dict[str, Any] = {"physicalLocation": physical}
        if named:
            location["logicalLocations"] = [{"fullyQualifiedName": name} for name in named]
        mark = {"primaryLocationLineHash": self._mark(id, found)}
        one = {"ruleId": id, "ruleIndex": self.indices[id], **said}
        self.results.append({**one, "locations": [location], "partialFingerprints": mark})

    def _mark(self, id: str, found: _Found) -> str:
        """Return the fingerprint of a result by rule, place and text, which stays when its line moves."""
        uri = self.location(found.source)["uri"]
        told = "\n".join((uri, id, found.at, found.line)).encode("utf-8", "surrogatepass")
        mark = sha256(told).hexdigest()[:16]
        self.marks[mark] += 1
        return f"{mark}:{self.marks[mark]}"


def render(run: Run, view: View) -> str:
    """Return the run as a log of one run. A run that found nothing to check says so in a notification."""
    log, judged = _SarifLog(view), result(run)
    for assessment, shown in zip(run.assessments, judged.assessments, strict=True):
        about = {
            "entity": shown.entity,
            "period": shown.period,
            "illustrative": shown.illustrative,
            "verdict": shown.verdict,
            "final": shown.final,
            "counts": asdict(shown.counts),
        }
        artifact = log.file(assessment.source)
        if assessment.document_title:  # one file has an assessment for each document
            artifact.setdefault("properties", {})[str(assessment.document)] = about
        else:
            artifact["properties"] = about
        for finding, told in zip(assessment.findings, shown.findings, strict=True):
            _add_finding(log, finding, assessment, run, {name: getattr(told, name) for name in TOLD})
        _add_diagnostics(log, assessment.diagnostics, assessment.source)
    for file in run.file_diagnostics:
        _add_diagnostics(log, file.diagnostics, file.source)
    lines = [
        _notification(verdict_line(one, view), "note" if one.outcomes else "error") for one in run.assessments
    ]
    lines.extend(_beside(run.counts, view))
    properties = {"as_of": judged.as_of, "settings": asdict(judged.settings), "ignored": judged.ignored}
    if not run.assessments:
        lines.insert(0, _notification(view.say(NONE_FOUND), "error"))
    return _log(log, lines, properties)


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
    return _log(log, told, {"ignored": sum(file.ignored for file in files)})


def _add_finding(
    log: _SarifLog, finding: Finding, assessment: Assessment, run: Run, told: dict[str, Any]
) -> None:
    kind, level = OUTCOMES[finding.outcome] if finding.weighs else _INFORMATIVE
    at = place_of(finding)
    message = log.view.say(message_of(finding, assessment, run, log.view))
    said = {"kind": kind, "level": level, "message": _message(message), "properties": told}
    rule = partial(target_rule, finding.target, run, log.view)
    source = assessment.source
    found = _Found(source, written(at), source.find(at), stands=finding.at is not None)
    log.add(finding.target.id, rule, said, found)


def _add_diagnostics(log: _SarifLog, diagnostics: Iterable[Diagnostic], listed_with: SourceFile) -> None:
    for diagnostic in diagnostics:
        one = of_diagnostic(diagnostic, listed_with)
        said = {"kind": "fail", "level": LEVELS[one.severity], "message": _message(log.view.say(one.message))}
        rule = partial(diagnostic_rule, diagnostic.kind, log.view)
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


def _log(log: _SarifLog, told: list[dict[str, Any]], properties: dict[str, Any]) -> str:
    driver = {"name": "digecon", "version": VERSION, "semanticVersion": VERSION}
    one: dict[str, Any] = {
        "tool": {"driver": {**driver, "language": log.view.lang, "rules": list(log.rules.values())}},
        "language": log.view.lang,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {ROOT: {}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": told}],
        "artifacts": list(log.files.values()),
        "results": log.results,
        "properties": properties,
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [one]}
    return json_visible(json.dumps(whole, ensure_ascii=False, indent=1)) + "\n"
