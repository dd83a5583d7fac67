"""Which files a run is about: the files named, the reports in the folders named, standard input."""

import os
from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..text import Text
from .document import Document
from .source import STANDARD_INPUT

SUFFIXES = (".yaml", ".yml", ".json")
"""The suffixes of files that a folder is searched for."""

NOT_A_REPORT = DiagnosticKind(
    "not-a-report",
    Severity.NOTE,
    Text("这是{sort}，不是报告，已跳过", "this is {sort}, not a report, and was left out"),
    Text("无需改正", "nothing needs to be mended"),
    example=Example(
        Text("文件夹中有复核文件", "a review in the folder given"),
        Text("文件夹中只有报告", "nothing but reports in the folder given"),
        Sort.FILE,
    ),
)
GIVEN_AS_REPORT = DiagnosticKind(
    "given-as-report",
    Severity.ERROR,
    Text("这是{sort}，不是报告", "this is {sort}, not a report"),
    Text(
        "目标文件夹用 --targets、复核文件用 --review 指明；此处只给报告",
        "name a folder of target files with --targets, a review with --review; give only reports here",
    ),
    example=Example(
        fails="entity: {id: example-zone, kind: zone, name: {zh: 示例园区, en: Example Zone}}\ntargets: {}",
        passes="entity: wuhan-wedz\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}",
        sort=Sort.FILE,
    ),
)
KINDS = (NOT_A_REPORT, GIVEN_AS_REPORT)

_SORTS = {
    "report": Text("报告", "a report"),
    "review": Text("评估方复核文件", "a review"),
    "targets": Text("目标文件", "a target file"),
}
_TARGET_KEYS = {"targets", "indicators", "document", "relations"}


@dataclass(frozen=True, slots=True)
class Input:
    """A path to read; ``found``: it was found in a folder, not named."""

    path: str
    found: bool = False


def find_inputs(paths: tuple[str, ...]) -> Iterator[Input]:
    """Return the inputs in the order given, folders searched in the order of names.

    Hidden files and folders are passed over. A path that is not there is an input all the same:
    reading it says what is wrong.
    """
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            yield from (Input(file, found=True) for file in _search(path))
        else:
            yield Input(path)


def _search(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield os.path.join(here, name)


def sort_of(document: Document) -> str:
    """Return what sort of file it is, told by its keys: report, review or targets."""
    if "reviewer" in document.root:
        return "review"
    return "targets" if _TARGET_KEYS & set(document.root) else "report"


def sort_in_words(sort: str) -> Text:
    """Return a sort of file in words."""
    return _SORTS[sort]
