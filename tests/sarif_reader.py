"""Reads SARIF 2.1.0: by the JSON Schema of OASIS, and by what its text asks for beside that."""

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from jsonschema_rs import Draft4Validator

from .fetched import sarif_schema
from .reader_checks import UnreadableError, holds, reader_checks

_URI = re.compile(r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+")
_ESCAPED = re.compile(r"\\([][\\])")
_ESCAPED_END = re.compile(r"(\\*)\\\]\(")
_LINK = re.compile(r"\[(?:[^][\\]|\\[][\\])*\]\(")
_BRACES = re.compile(r"\{\{|\}\}")


def sarif(text: str) -> Any:
    """Read a SARIF log of one run."""
    log = reader_checks(text)
    for error in _validator().iter_errors(log):
        raise UnreadableError(f"{error.instance_path}: {error.message[:300]}")
    (run,) = log["runs"]
    _rules(run)
    uris = {one["location"]["uri"] for one in run["artifacts"]}
    holds(len(uris) == len(run["artifacts"]), "one file is listed twice")
    for uri in uris:
        holds(is_uri(uri), f"this is no URI as SARIF wants it: {uri}")
    for result in run["results"]:
        _result(result, run, uris)
    marks = [one["partialFingerprints"]["primaryLocationLineHash"] for one in run["results"]]
    holds(len(set(marks)) == len(marks), "two results have one fingerprint")
    holds(bool(list(messages(log))), "nothing is told")
    return log


def messages(log: Any) -> Iterator[str]:
    """Return the messages of a log as a viewer shows them: what was said of the run, then its results."""
    (run,) = log["runs"]
    told = run["invocations"][0]["toolExecutionNotifications"]
    yield from (shown(one["message"]["text"]) for one in (*told, *run["results"]))


def shown(text: str) -> str:
    """Return a plain message as a viewer shows it (3.11.5, 3.11.6)."""
    holds(_LINK.search(text) is None, f"there is a link: {text}")
    holds(not set("{}") & set(_BRACES.sub("", text)), f"there is a placeholder: {text}")
    text = _ESCAPED_END.sub(
        lambda match: f"{_ESCAPED.sub(_itself, match[1])}](", text
    )  # else no escapes are read
    return text.replace("{{", "{").replace("}}", "}")


def is_uri(uri: str) -> bool:
    """Whether it is a URI of RFC 3986: relative to the root and below it, or of a file elsewhere."""
    whole = uri.startswith("file:///")
    segments = (uri.removeprefix("file:///") if whole else uri).split("/")
    first = segments[0] if not whole else ""
    plain = _URI.fullmatch(uri) is not None and ".." not in segments
    return plain and ":" not in first and (whole or not uri.startswith("/"))


@cache
def _validator() -> Draft4Validator:
    return Draft4Validator(json.loads(sarif_schema().read_text("utf-8")))


def _itself(match: re.Match[str]) -> str:
    return match[1]


def _rules(run: Any) -> None:
    rules = run["tool"]["driver"]["rules"]
    holds(len({rule["id"] for rule in rules}) == len(rules), "two rules have one id")
    holds({rule["id"] for rule in rules} == {one["ruleId"] for one in run["results"]}, "a rule is of nothing")
    for rule in rules:
        for key in ("shortDescription", "fullDescription", "help"):
            holds(bool(rule[key]["text"].strip()), f"the rule {rule['id']} has no {key}")


def _result(result: Any, run: Any, uris: set[str]) -> None:
    rule = run["tool"]["driver"]["rules"][result["ruleIndex"]]
    holds(rule["id"] == result["ruleId"], "a result is of another rule")
    holds(bool(result["message"]["text"].strip()), "a result says nothing")
    holds(result["kind"] == "fail" or result["level"] == "none", "what is no failure has a level (3.27.10)")
    (location,) = result["locations"]
    place = location["physicalLocation"]
    holds(place["artifactLocation"]["uri"] in uris, "a result is in no file listed")
    region = place["region"]
    holds(region["startLine"] >= 1, "a line is not counted from 1")
    holds(region.get("endColumn", 2) > region.get("startColumn", 1) >= 1, "a region is empty")
