"""JUnit XML, in the form that Jenkins, GitLab and pytest share (xunit2): a suite a report, a case a target.

A missed target is a failure. An undecided target and an error of the data are errors. Targets without data,
not due or waived are skipped, and so is what does not weigh. Only a target that is met counts as passed.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain
from operator import add
from typing import NamedTuple
from xml.etree import ElementTree as ET

from ..diagnostics import Diagnostic, SourceFile, located
from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.findings import Finding
from ..domain.outcomes import Outcome
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead, RunCounts
from ..text import Text
from .annotations import Annotation, message_of, of_diagnostic, place_of
from .escape import xml_no_command, xml_visible
from .lint import last_lines
from .text import lines_of
from .verdicts import NONE_FOUND, beside_lines, last_line, named
from .view import View

ENDINGS: dict[Outcome, str | None] = {
    Outcome.MET: None,
    Outcome.MISSED: "failure",
    Outcome.UNDECIDED: "error",
    Outcome.NO_DATA: "skipped",
    Outcome.NOT_DUE: "skipped",
    Outcome.WAIVED: "skipped",
}
"""The element of a test case for each outcome; ``None`` where it passed."""

NEEDED = Text("需{by}{what}", "Needed: {what} (from {by})")
TOTALS = ("tests", "failures", "errors")
"""The counts of the whole document. Only suites count what was skipped: the schema of Jenkins (junit-10.xsd)
refuses that count at the root.
"""

READ = "read"
"""The name of the case of a file that was read without an error."""


class _UniqueNames:
    """Makes names unique by counting those that are alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def own(self, name: str) -> str:
        """Return ``name`` where it is free, else with a number."""
        while True:
            self._counts[name] += 1
            number = self._counts[name]
            one = name if number == 1 else f"{name} ({number})"
            if one not in self._taken:
                self._taken.add(one)
                return one


@dataclass(slots=True)
class _Suite:
    """A suite under construction: its cases, and how many of them ended in which way."""

    name: str
    cases: list[ET.Element] = field(default_factory=list)
    ended: Counter[str] = field(default_factory=Counter)
    names: _UniqueNames = field(default_factory=_UniqueNames)

    def add(
        self, name: str, ending: str | None = None, kind: str = "", said: str = "", more: str = ""
    ) -> None:
        """Add a case. ``said`` is its result in one line, ``more`` is all that there is to say."""
        attributes = {"classname": self.name, "name": self.names.own(name), "time": "0"}
        case = ET.Element("testcase", attributes)
        if ending is None:
            ET.SubElement(case, "system-out").text = more
        else:
            self.ended[ending] += 1
            ET.SubElement(case, ending, {"type": kind, "message": said}).text = more
        self.cases.append(case)

    def counts(self) -> dict[str, str]:
        """Return the counts of the suite."""
        return {
            "tests": str(len(self.cases)),
            "failures": str(self.ended["failure"]),
            "errors": str(self.ended["error"]),
            "skipped": str(self.ended["skipped"]),
            "time": "0",
        }


class SuiteWritten(NamedTuple):
    """A suite as it is written, up to its name, which is told apart from others only in the whole."""

    name: str
    written: str
    counts: tuple[int, ...]


_NAME = "\0"
"""Stands for the name of a suite; no text that is shown has it."""


def part(assessment: Assessment, run: Run, view: View) -> SuiteWritten:
    """Return the suite of a report."""
    suite = _Suite(_NAME)
    for finding in assessment.findings:
        _add_finding(suite, finding, assessment, run, view)
    told = _add_errors(suite, assessment.diagnostics, assessment.source, view)
    last = xml_visible(last_line(assessment, view))
    if not suite.cases:  # it has no targets: a suite without a case would look as if all had passed
        suite.add("check", "error", "nothing_judged", last, last)
    facts = {
        "entity": assessment.entity,
        "period": assessment.period,
        "revision": assessment.revision,
        "document": assessment.document if assessment.document_title else None,
        "illustrative": "true" if assessment.illustrative else "false",
        "as_of": run.as_of,
        "verdict": assessment.verdict.id,
        "sha256": assessment.source.sha256,
        "ignored": assessment.ignored or None,
    }
    properties = {key: str(value) for key, value in facts.items() if value is not None}
    return _shown(suite, xml_visible(named(assessment)), properties, "\n".join([*told, last]))


def whole(parts: Iterable[SuiteWritten], run: RunInParts, view: View) -> Iterator[str]:
    """Return the run as one document. A run that found nothing to check has an error in it."""
    beside = [*(_of_file(file, view) for file in run.file_diagnostics), *_beside(run.counts, view)]
    if not run.reports:
        beside.append(_nothing("check", view.say(NONE_FOUND)))
    return _document(parts, beside)


def linted(files: FilesRead, view: View) -> str:
    """Return files that were only read: a suite a file, and a case an error or one case that passes.

    A run that found nothing to read has an error.
    """
    suites = [
        *(_of_file(file, view, passes=file.left is None) for file in files),
        *_beside(files.counts, view),
    ]
    if all(file.left for file in files):
        suites.append(_nothing("lint", last_lines(files, view).strip()))
    return "".join(_document(suites, ()))


def _nothing(command: str, said: str) -> SuiteWritten:
    suite = _Suite(_NAME)
    suite.add(command, "error", "nothing_found", said, said)
    return _shown(suite, "digecon", {}, "")


def _beside(counts: RunCounts, view: View) -> Iterator[SuiteWritten]:
    """Return what is told beside verdicts as a suite without cases."""
    told = "\n".join(xml_visible(line) for line in beside_lines(counts, view))
    if told:
        yield _shown(_Suite(_NAME), "digecon", {}, told)


def _add_finding(suite: _Suite, finding: Finding, assessment: Assessment, run: Run, view: View) -> None:
    place = assessment.source.find(place_of(finding))
    said = xml_visible(view.say(message_of(finding, assessment, run, view)))
    lines = [said]
    if place:
        lines.insert(0, xml_visible(located(assessment.source.path, place)))
    if finding.needed:
        needed = view.say(NEEDED, what=finding.needed.what, by=finding.needed.by.term)
        lines.append(xml_visible(f"{needed} {view.say(finding.needed.where(assessment.source))}"))
    ending = ENDINGS[finding.outcome] if finding.weighs else "skipped"
    suite.add(finding.target.id, ending, finding.outcome.id, said, "\n".join(lines))


def _of_file(file: FileDiagnostics, view: View, passes: bool = False) -> SuiteWritten:
    """Return a file that was only read. ``passes`` gives a file without an error a case that passes."""
    suite = _Suite(_NAME)
    told = _add_errors(suite, file.diagnostics, file.source, view)
    if file.left and file.left.why.may_be_report:
        suite.add("check", "error", file.left.why.id, told[0], "\n".join(told))
    if passes and not suite.cases:
        suite.add(READ)
    properties = {"ignored": str(file.ignored)} if file.ignored else {}
    return _shown(suite, xml_visible(file.source.path), properties, "\n".join(told))


def _add_errors(
    suite: _Suite, diagnostics: Iterable[Diagnostic], listed_with: SourceFile, view: View
) -> list[str]:
    """Add a case for each error, and return a line for each other diagnostic."""
    lines = []
    for diagnostic in diagnostics:
        one = of_diagnostic(diagnostic, listed_with)
        line = _line(one, view)
        if diagnostic.is_error:
            name = xml_visible(f"{one.id} {one.where}".rstrip())
            suite.add(name, "error", one.id, xml_visible(view.say(one.message)), line)
        else:
            lines.append(line)
    return lines


def _line(one: Annotation, view: View) -> str:
    return xml_visible(next(iter(lines_of([one], view))))


def _shown(suite: _Suite, name: str, properties: dict[str, str], told: str) -> SuiteWritten:
    counts = suite.counts()
    element = ET.Element("testsuite", {"name": _NAME, **counts})
    if properties:
        holder = ET.SubElement(element, "properties")
        for key, value in properties.items():
            ET.SubElement(holder, "property", {"name": key, "value": xml_visible(value)})
    element.extend(suite.cases)
    if told:
        ET.SubElement(element, "system-out").text = told
    ET.indent(element, " ", level=1)
    return SuiteWritten(name, _written(element), tuple(int(counts[key]) for key in TOTALS))


def _document(parts: Iterable[SuiteWritten], beside: Iterable[SuiteWritten]) -> Iterator[str]:
    """Return suites as one document, each with a name of its own, even where a file is named twice."""
    counts = [0] * len(TOTALS)
    for suite in chain(parts, beside):
        counts = list(map(add, counts, suite.counts))
    totals = {key: str(number) for key, number in zip(TOTALS, counts, strict=True)}
    head = _written(ET.Element("testsuites", {"name": "digecon", **totals}))
    yield f'<?xml version="1.0" encoding="utf-8"?>\n{head.removesuffix(" />")}>\n'
    names = _UniqueNames()
    for suite in chain(parts, beside):
        name = _written(ET.Element("a", {"b": names.own(suite.name)}))[len('<a b="') : -len('" />')]
        yield f" {suite.written.replace(_NAME, name)}\n"
    yield "</testsuites>\n"


def _written(element: ET.Element) -> str:
    return xml_no_command(ET.tostring(element, encoding="unicode"))
