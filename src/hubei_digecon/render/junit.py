"""JUnit XML, in the form that Jenkins, GitLab and pytest share (xunit2): a suite a report, a case a target.

Missed is a failure; undecided, and an error of the data, is an error; without data, not due and
waived are skipped. A case states what it rests on; nothing is counted as passed but what is met.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from ..diagnostics import Diagnostic, SourceFile, located
from ..findings import Assessment, FileRemarks, Finding, Outcome
from ..run import Run
from ..tally import FilesRead, Tally
from ..text import Text
from .annotations import Annotation, message_of, of_remark, place_of
from .escape import xml_no_command, xml_visible
from .linted import summary
from .text import lines_of
from .verdicts import NONE_FOUND, beside_lines, last_line
from .view import View

ENDINGS: dict[Outcome, str | None] = {
    Outcome.MET: None,
    Outcome.MISSED: "failure",
    Outcome.UNDECIDED: "error",
    Outcome.NO_DATA: "skipped",
    Outcome.NOT_DUE: "skipped",
    Outcome.WAIVED: "skipped",
}
"""What a test case holds for each outcome; ``None``: it passed."""

NEEDED = Text("所需：{what}（{by}）", "Needed: {what} (from {by})")
TOTALS = ("tests", "failures", "errors")
"""What the whole document counts. How many were skipped stands in the suites only: readers that hold to
the schema of Jenkins (junit-10.xsd) refuse it at the root.
"""

READ = "read"
"""The case of a file that was only read, without an error."""


class _Names:
    """Gives each thing a name of its own, counting those that would be called alike."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: Counter[str] = Counter()

    def own(self, name: str) -> str:
        """Return ``name`` where it is free, else with a number that makes it so."""
        while True:
            self._counts[name] += 1
            number = self._counts[name]
            one = name if number == 1 else f"{name} ({number})"
            if one not in self._taken:
                self._taken.add(one)
                return one


@dataclass(slots=True)
class _Suite:
    """A suite under way: its cases, and how many of them ended in which way."""

    name: str
    cases: list[ET.Element] = field(default_factory=list)
    ended: Counter[str] = field(default_factory=Counter)
    names: _Names = field(default_factory=_Names)

    def add(
        self, name: str, ending: str | None = None, kind: str = "", said: str = "", more: str = ""
    ) -> None:
        """Add a case; ``said`` is what it ended with in one line, ``more`` everything there is to it."""
        attributes = {"classname": self.name, "name": self.names.own(name), "time": "0"}
        case = ET.Element("testcase", attributes)
        if ending is None:
            ET.SubElement(case, "system-out").text = more
        else:
            self.ended[ending] += 1
            ET.SubElement(case, ending, {"type": kind, "message": said}).text = more
        self.cases.append(case)

    def counts(self) -> dict[str, str]:
        """Return the counts that a suite states."""
        return {
            "tests": str(len(self.cases)),
            "failures": str(self.ended["failure"]),
            "errors": str(self.ended["error"]),
            "skipped": str(self.ended["skipped"]),
            "time": "0",
        }


def render(run: Run, view: View) -> str:
    """Return the run as one document; a run that found nothing to check is an error in it."""
    root = ET.Element("testsuites", {"name": "digecon"})
    names = _Names()
    for assessment in run.assessments:
        _add_assessment(root, assessment, run, names, view)
    for file in run.remarks:
        _add_file(root, file, names, view)
    _add_beside(root, run.tally, names, view)
    if not run.assessments:
        _add_nothing(root, "check", view.say(NONE_FOUND), names)
    return _document(root)


def linted(files: FilesRead, view: View) -> str:
    """Return files that were only read: a suite a file, a case an error; one passes where there is none.

    A run that found nothing to read is an error, as is one that found nothing to check.
    """
    root = ET.Element("testsuites", {"name": "digecon"})
    names = _Names()
    for file in files:
        _add_file(root, file, names, view, passes=file.left is None)
    _add_beside(root, files.tally, names, view)
    if all(file.left for file in files):
        _add_nothing(root, "lint", summary(files, view).strip(), names)
    return _document(root)


def _add_nothing(root: ET.Element, command: str, said: str, names: _Names) -> None:
    suite = _Suite(names.own("digecon"))
    suite.add(command, "error", "nothing_found", said, said)
    _add(root, suite, {}, "")


def _add_beside(root: ET.Element, tally: Tally, names: _Names, view: View) -> None:
    """Add what is told beside verdicts, where there is any: a suite that ran nothing."""
    told = "\n".join(xml_visible(line) for line in beside_lines(tally, view))
    if told:
        _add(root, _Suite(names.own("digecon")), {}, told)


def _add_assessment(root: ET.Element, assessment: Assessment, run: Run, names: _Names, view: View) -> None:
    suite = _suite(assessment.source, names)
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
    suite.add(finding.target.id, ENDINGS[finding.outcome], finding.outcome.id, said, "\n".join(lines))


def _add_file(root: ET.Element, file: FileRemarks, names: _Names, view: View, passes: bool = False) -> None:
    """Add a file that was only read; where it has no error, ``passes`` gives it a case that says so."""
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
    """Add a case an error; return a line for each remark that is none."""
    lines = []
    for diagnostic in diagnostics:
        one = of_remark(diagnostic, listed_with)
        line = _line(one, view)
        if diagnostic.is_error:
            name = xml_visible(f"{one.id} {one.where}".rstrip())
            suite.add(name, "error", one.id, xml_visible(view.say(one.message)), line)
        else:
            lines.append(line)
    return lines


def _line(one: Annotation, view: View) -> str:
    return xml_visible(next(iter(lines_of([one], view))))


def _suite(source: SourceFile, names: _Names) -> _Suite:
    """Return a suite for a file, its name its own even where a file is named twice."""
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
