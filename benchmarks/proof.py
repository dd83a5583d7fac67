"""Shows that the peers do the same work: they know the same lines, and see each number on the same side.

A peer that let everything pass would be measured for nothing, so the bench stops where this fails.
check-jsonschema is held against digecon number by number; the other peers against it, file by file.
"""

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .commands import ROOT, WORK, BenchError, Command
from .measured import PEERS, SAMPLE, Reports, limits, reading_peer
from .programs import JUDGED, check_jsonschema, digecon
from .progress import doing
from .thresholds import Threshold, read_thresholds

SAMPLE_ENTITY = "wuhan-east-lake"
BROKEN = "tests/invalid/syntax-at-sign.yaml"

Value = tuple[str, str]
"""The value of an indicator in a report: path and indicator."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What was shown, in numbers: copies of the sample refused, lines and decisions held alike, files
    that every peer refuses of so many; and which peers there are, and readers that judge nothing.
    """

    refused: int
    lines: int
    decided: int
    outcomes: Counter[str]
    refused_files: int
    files: int
    peers: tuple[str, ...]
    readers: tuple[str, ...]


def prove(reports: Reports) -> Proof:
    """Hold the peers against digecon, on the sample and on some reports.

    Raises:
        BenchError: where they part.
    """
    doing("comparing the peers")
    short = _refuses_what_falls_short()
    assessments, refused = _judged(reports), _refused(reports.paths())
    files = {path for path, _indicator in refused}
    _refuse_the_same(reports, files)
    return Proof(
        short,
        _knows_the_lines(assessments),
        _decides_alike(assessments, refused),
        Counter(finding["outcome"] for one in assessments for finding in one["findings"]),
        len(files),
        reports.files,
        tuple(PEERS),
        _stop_at_what_is_broken(),
    )


def _refuse_the_same(reports: Reports, refused: set[str]) -> None:
    """See that each of the other peers refuses these files, and none beside them."""
    for name, command in PEERS.items():
        said = command(reports).run(subprocess.PIPE, subprocess.STDOUT).decode()
        paths = re.findall(rf"(?m)^(?:fail: )?({reports.folder}/\S+)$", said)
        parted = refused ^ set(paths)
        _hold(not parted, f"{name} parts from check-jsonschema: {sorted(parted)[:3]}")


def _stop_at_what_is_broken() -> tuple[str, ...]:
    """See that what only reads does read: none of them passes over a file that is no YAML."""
    folder = WORK / "broken"
    (ROOT / folder).mkdir()
    shutil.copy(ROOT / BROKEN, ROOT / folder)
    readers = (*limits(Reports(str(folder), 1)), reading_peer(Reports(str(folder), 1)))
    for reader in readers:
        replace(reader, codes=(1,)).run()
    return tuple(reader.name for reader in readers)


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


def _judged(reports: Reports) -> list[dict[str, Any]]:
    """Return what digecon says of the reports, all of which it must be able to read."""
    line = digecon("check", "--fail-on", "never", "--output-format", "json", reports.folder)
    said = json.loads(Command("digecon check", line, JUDGED).run(subprocess.PIPE))
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
