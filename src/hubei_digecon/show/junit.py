"""JUnit XML, in the form that Jenkins, GitLab and pytest share (xunit2): a suite a report, a case a target.

A missed target is a failure. An undecided target and an error of the data are errors. Targets without data,
not due or waived are skipped, and so is what does not weigh. Only a target that is met counts as passed.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from ..diagnostics import Diagnostic, SourceFile, located
from ..domain.assessments import Assessment, FileDiagnostics
from ..domain.findings import Finding
from ..domain.outcomes import Outcome
from ..domain.run import Run
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


def render(run: Run, view: View) -> str:
    """Return the run as one document. A run that found nothing to check has an error in it."""
    root = ET.Element("testsuites", {"name": "digecon"})
    names = _UniqueNames()
    for assessment in run.assessments:
        _add_assessment(root, assessment, run, names, view)
    for file in run.file_diagnostics:
        _add_file(root, file, names, view)
    _add_beside(root, run.counts, names, view)
    if not run.assessments:
        _add_nothing(root, "check", view.say(NONE_FOUND), names)
    return _document(root)


def linted(files: FilesRead, view: View) -> str:
    """Return files that were only read: a suite a file, and a case an error or one case that passes.

    A run that found nothing to read has an error.
    """
    root = ET.Element("testsuites", {"name": "digecon"})
    names = _UniqueNames()
    for file in files:
        _add_file(root, file, names, view, passes=file.left is None)
    _add_beside(root, files.counts, names, view)
    if all(file.left for file in files):
        _add_nothing(root, "lint", last_lines(files, view).strip(), names)
    return _document(root)


def _add_nothing(root: ET.Element, command: str, said: str, names: _UniqueNames) -> None:
    suite = _Suite(names.own("digecon"))
    suite.add(command, "error", "nothing_found", said, said)
    _add(root, suite, {}, "")


def _add_beside(root: ET.Element, counts: RunCounts, names: _UniqueNames, view: View) -> None:
    """Add what is told beside verdicts as a suite without cases."""
    told = "\n".join(xml_visible(line) for line in beside_lines(counts, view))
    if told:
        _add(root, _Suite(names.own("digecon")), {}, told)


def _add_assessment(
    root: ET.Element, assessment: Assessment, run: Run, names: _UniqueNames, view: View
) -> None:
    suite = _Suite(names.own(xml_visible(named(assessment))))
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
    _add(root, suite, properties, "\n".join([*told, last]))


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


def _add_file(
    root: ET.Element, file: FileDiagnostics, names: _UniqueNames, view: View, passes: bool = False
) -> None:
    """Add a file that was only read. ``passes`` gives a file without an error a case that passes."""
    suite = _suite(file.source, names)
    told = _add_errors(suite, file.diagnostics, file.source, view)
    if file.left and file.left.why.may_be_report:
        suite.add("check", "error", file.left.why.id, told[0], "\n".join(told))
    if passes and not suite.cases:
        suite.add(READ)
    _add(root, suite, {"ignored": str(file.ignored)} if file.ignored else {}, "\n".join(told))


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


def _suite(source: SourceFile, names: _UniqueNames) -> _Suite:
    """Return a suite for a file, with a unique name even where a file is named twice."""
    return _Suite(names.own(xml_visible(source.path)))


def _add(root: ET.Element, suite: _Suite, properties: dict[str, str], told: str) -> None:
    element = ET.SubElement(root, "testsuite", {"name": suite.name, **suite.counts()})
    if properties:
        holder = ET.SubElement(element, "properties")
        for key, value in properties.items():
            ET.SubElement(holder, "property", {"name": key, "value": xml_visible(value)})
    element.extend(suite.cases)
    if told:
        ET.SubElement(element, "system-out").text = told


def _document(root: ET.Element) -> str:
    for key in TOTALS:
        root.set(key, str(sum(int(suite.attrib[key]) for suite in root)))
    ET.indent(root, " ")
    written = xml_no_command(ET.tostring(root, encoding="unicode"))
    return f'<?xml version="1.0" encoding="utf-8"?>\n{written}\n'
