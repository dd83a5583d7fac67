"""Gathers the files that both versions read."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from shutil import copytree

from ..generate import write_reports
from .configurations import CONFIGURATIONS
from .version import LANGS, WRITTEN, CommandLine, Version, environment

OLD_CASES = Path(__file__).with_name("old_cases.py")
KEPT = (
    "sample_reports",
    "targets",
    "tests/invalid",
    "tests/faulty_targets",
    "tests/faulty_weights",
    "tests/weights",
)
"""Folders of the old commit that are read as they are."""
JUDGED = "judging.json"
"""The file that holds how each judging case is judged."""
FORMS, ANSWERS = "forms", "answers"
"""Folders of empty reports and of results, both written by the old version."""


def write_inputs(old: Path, folders: Sequence[Path], reports: int) -> None:
    """Write what the tests of the old commit read, and generated reports, into each of the new folders."""
    first, *others = folders
    for kept in KEPT:
        copytree(old / kept, first / kept)
    _write_cases(old, first)
    _write_configurations(first)
    write_reports(reports, first / "generated")
    for folder in others:
        subprocess.run(("cp", "-a", str(first), str(folder)), check=True)  # pipes too, which copytree reads


def _write_cases(old: Path, folder: Path) -> None:
    """Have the tests of the old commit write what they make themselves."""
    printed = subprocess.run(
        (sys.executable, "-P", str(OLD_CASES)),
        cwd=folder,
        env=environment(old, old / "src"),
        stdout=subprocess.PIPE,
        check=True,
    )
    (folder / JUDGED).write_bytes(printed.stdout)


def _write_configurations(folder: Path) -> None:
    for number, (name, text) in enumerate(CONFIGURATIONS):
        home = folder / "configured" / f"{number:02}"
        (home / ".git").mkdir(parents=True)
        (home / name).write_text(text, "utf-8")


def write_answers(old: Version, folders: Sequence[Path]) -> None:
    """Have the old version write empty reports and results, and put them into each of the folders."""
    for folder in folders:
        for name in (FORMS, ANSWERS):
            (folder / name).mkdir()
    for name, data in (*_forms(old), *_results(old)):
        for folder in folders:
            (folder / name).write_bytes(data)


def _forms(old: Version) -> Iterator[tuple[str, bytes]]:
    for place in old.proposed("new"):
        for form in old.proposed("new", "--format"):
            for lang in LANGS:
                words = ("new", place, "--format", form, "--lang", lang, "-o", f"{WRITTEN}/form")
                yield f"{FORMS}/{place}-{lang}.{form}", old.run(CommandLine(words))["form"]


def _results(old: Version) -> Iterator[tuple[str, bytes]]:
    """Return a result for each sample, and the same with another outcome and another digest."""
    for path in sorted((old.work / "sample_reports").rglob("*.yaml")):
        report = str(path.relative_to(old.work))
        result = old.run(CommandLine(("check", report, "--as-of", "2026-02-28", "--output-format", "json")))[
            "stdout"
        ]
        yield f"{ANSWERS}/{path.stem}.json", result
        spoiled = result.replace(b'"met"', b'"missed"', 1).replace(b'"sha256": "', b'"sha256": "0', 1)
        yield f"{ANSWERS}/{path.stem}-spoiled.json", spoiled
