"""Reads JUnit XML with three readers that are not ours, and holds it to what they agree on (junit-10.xsd)."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

from junitparser import JUnitXml
from lxml import etree

from .reader_checks import holds

_ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"classname", "name", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
}
"""The attributes that an element has: all of them, and no others."""

_CHILDREN = {
    "testsuites": {"testsuite"},
    "testsuite": {"properties", "testcase", "system-out"},
    "properties": {"property"},
    "testcase": {"failure", "error", "skipped", "system-out"},
}
_TIME = re.compile(r"[0-9]{1,3}(\.[0-9]{0,3})?")
_ENDINGS = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def junit(text: str) -> ET.Element:
    """Read JUnit XML, and return what expat made of it; lxml must have made the same."""
    holds("<!" not in text, "there is a declaration, a comment or a CDATA section")
    root = ET.fromstring(text.encode())
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    other = etree.tostring(etree.fromstring(text.encode(), parser), method="c14n")
    holds(ET.canonicalize(text) == other.decode(), "two parsers read two documents")
    holds(root.tag == "testsuites", f"the root is {root.tag}")
    for element in root.iter():
        _has_its_form(element)
    _counts_are_right(root)
    _names_are_unique(root)
    _junitparser_agrees(text, root)
    return root


def _has_its_form(element: ET.Element) -> None:
    tag, within = element.tag, Counter(child.tag for child in element)
    holds(set(element.keys()) == _ATTRIBUTES.get(tag), f"{tag} has the attributes {element.keys()}")
    holds(set(within) <= _CHILDREN.get(tag, set()), f"{tag} holds {dict(within)}")
    holds(within["properties"] <= 1 and within["system-out"] <= 1, f"{tag} holds {dict(within)}")
    holds(tag != "testcase" or len(element) == 1, "a case ends in several ways, or in none")
    holds(tag != "properties" or len(element) > 0, "there are properties without any")
    holds(_TIME.fullmatch(element.get("time", "0")) is not None, "a time is none")
    if tag in _CHILDREN:
        beside = [element.text, *(child.tail for child in element)]
        holds(not any(text and text.strip() for text in beside), f"{tag} holds text")


def _counts_are_right(root: ET.Element) -> None:
    for counted in (root, *root):
        cases = list(counted.iter("testcase"))
        holds(counted.get("tests") == str(len(cases)), "the cases are miscounted")
        for attribute, ending in _ENDINGS.items():
            found = sum(case[0].tag == ending for case in cases)
            holds(counted.get(attribute, str(found)) == str(found), f"{attribute} are miscounted")


def _names_are_unique(root: ET.Element) -> None:
    holds(len({suite.get("name") for suite in root}) == len(root), "two suites have one name")
    cases = [(case.get("classname"), case.get("name")) for case in root.iter("testcase")]
    holds(len(set(cases)) == len(cases), "two cases have one name")
    for suite in root:
        of_it = {case.get("classname") for case in suite.iter("testcase")}
        holds(of_it <= {suite.get("name")}, "a case is of another class than its suite")


def _junitparser_agrees(text: str, root: ET.Element) -> None:
    read = JUnitXml.fromstring(text.encode())
    holds(len(list(read)) == len(root), "junitparser finds other suites")
    for suite, ours in zip(read, root, strict=True):
        stated = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()  # type: ignore[no-untyped-call]
        holds(
            stated == (suite.tests, suite.failures, suite.errors, suite.skipped), "junitparser counts others"
        )
        names = [(case.classname, case.name) for case in suite]
        holds(
            names == [(one.get("classname"), one.get("name")) for one in ours.iter("testcase")], "other names"
        )
        told = {one.name: one.value for one in suite.properties()}  # type: ignore[no-untyped-call]
        holds(
            told == {one.get("name"): one.get("value") for one in ours.iter("property")}, "other properties"
        )
