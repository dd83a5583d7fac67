"""Shows that the peer does the same work: it knows the same lines, and sees each number on the same side.

A peer that let everything pass would be measured for nothing, so the bench stops where this fails.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .commands import ROOT, SAMPLE, WORK, BenchError, Command, check_jsonschema, digecon
from .thresholds import Threshold, read_thresholds

SAMPLE_ENTITY = "wuhan-east-lake"

Value = tuple[str, str]
"""The value of an indicator in a report: path and indicator."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was shown, in numbers: copies of the sample refused, lines and decisions held alike."""

    refused: int
    lines: int
    decided: int
    outcomes: Counter[str]


def prove(reports: tuple[str, ...]) -> Proof:
    """Hold the peer against digecon, on the sample and on the reports of the batch.

    Raises:
        BenchError: where the two part.
    """
    refused = _refuses_what_falls_short()
    assessments = _judged(reports)
    return Proof(
        refused,
        _knows_the_lines(assessments),
        _decides_alike(assessments, _refused(reports)),
        Counter(finding["outcome"] for one in assessments for finding in one["findings"]),
    )


def _refuses_what_falls_short() -> int:
    """See that the peer accepts the sample and refuses copies in which one number falls short."""
    copies = {(str(path), threshold.indicator) for path, threshold in _copies()}
    _hold(not _refused([str(SAMPLE)]), f"check-jsonschema refuses {SAMPLE}")
    _hold(_refused(path for path, _ in copies) == copies, "check-jsonschema lets pass what falls short")
    return len(copies)


def _copies() -> Iterator[tuple[Path, Threshold]]:
    """Write copies of the sample, each with one number just short of its line."""
    text = (ROOT / SAMPLE).read_text("utf-8")
    for threshold in read_thresholds():
        if threshold.entity == SAMPLE_ENTITY:
            path = WORK / f"short-of-{threshold.indicator}.yaml"
            (ROOT / path).write_text(_falling_short(text, threshold), "utf-8")
            yield path, threshold


def _falling_short(text: str, threshold: Threshold) -> str:
    value = re.compile(rf"(?m)(?<=^  {threshold.indicator}:\n    value: )\S+$")
    copy, replaced = value.subn(str(threshold.just_short), text)
    _hold(replaced == 1, f"{SAMPLE} has no plain value of {threshold.indicator}")
    return copy


def _refused(paths: Iterable[str]) -> set[Value]:
    """Return the values that the peer refuses."""
    line = (*check_jsonschema("--output-format", "json"), *paths)
    said = json.loads(Command("check-jsonschema", line, codes=(0, 1)).run(subprocess.PIPE))
    _hold(not said.get("parse_errors"), "check-jsonschema cannot read all reports")
    return {(error["filename"], _indicator(error["path"])) for error in said.get("errors", ())}


def _indicator(path: str) -> str:
    """Return the indicator whose value an error is about; nothing else may be refused."""
    match = re.fullmatch(r"\$\.observations\.(\w+)\.value", path)
    if match is None:
        raise BenchError(f"check-jsonschema refuses {path}, which is no value")
    return match[1]


def _judged(reports: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return what digecon says of the reports, all of which it must be able to read."""
    line = (*digecon("--fail-on", "never", "--output-format", "json"), *reports)
    said = json.loads(Command("digecon check", line).run(subprocess.PIPE))
    assessments: list[dict[str, Any]] = said["assessments"]
    return assessments


def _knows_the_lines(assessments: list[dict[str, Any]]) -> int:
    """See that the schema holds the numeric targets that digecon judges by, and no others."""
    judged = {
        (one["entity"], finding["indicator"], finding["comparator"], finding["required"], finding["unit"])
        for one in assessments
        for finding in one["findings"]
        if finding["required"] is not None
    }
    in_schema = {
        (line.entity, line.indicator, line.comparator, str(line.line), line.unit)
        for line in read_thresholds()
    }
    _hold(judged == in_schema, f"the schema holds other targets: {sorted(judged ^ in_schema)}")
    return len(in_schema)


def _decides_alike(assessments: list[dict[str, Any]], refused: set[Value]) -> int:
    """See that the peer refuses each number that digecon calls missed, and none it calls met.

    Of what digecon leaves undecided (estimates, hedges, parts of a year) the peer may say anything.
    """
    met, missed = _numbers(assessments, "met"), _numbers(assessments, "missed")
    parted = (met & refused) | (missed - refused)
    _hold(not parted, f"check-jsonschema parts from digecon: {sorted(parted)[:3]}")
    return len(met) + len(missed)


def _numbers(assessments: list[dict[str, Any]], outcome: str) -> set[Value]:
    """Return the values, milestones aside, that have this outcome."""
    return {
        (one["path"], finding["indicator"])
        for one in assessments
        for finding in one["findings"]
        if finding["outcome"] == outcome and finding["required"] is not None
    }


def _hold(holds: bool, otherwise: str) -> None:
    if not holds:
        raise BenchError(otherwise)
