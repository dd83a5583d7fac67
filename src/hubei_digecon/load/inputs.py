"""Which files a run is about: the files named, the reports in the folders named, standard input."""

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..diagnostics import DiagnosticKind, Example, Severity, Sort, SourceFile, remark
from ..findings import FileRemarks
from ..text import Text
from .document import Document
from .folders import search
from .source import STANDARD_INPUT

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
LEADS_OUT = DiagnosticKind(
    "leads-out",
    Severity.NOTE,
    Text("这个链接指向文件夹以外，已跳过", "this link leads out of the folder and was left out"),
    Text("要读取它，请直接给出该文件", "to have it read, name the file itself"),
    example=Example(
        Text(
            "给出的文件夹中有指向别处文件的链接",
            "a link in the folder given that leads to a file elsewhere",
        ),
        Text("给出的文件夹中只有文件", "nothing but files in the folder given"),
        Sort.FILE,
    ),
)
KINDS = (NOT_A_REPORT, GIVEN_AS_REPORT, LEADS_OUT)

_SORTS = {
    "report": Text("报告", "a report"),
    "review": Text("评估方复核文件", "a review"),
    "targets": Text("目标文件", "a target file"),
    "weights": Text("权重文件", "a weights file"),
    "table": Text("其他内容的表", "a table of something else"),
}
_TARGET_KEYS = {"targets", "indicators", "document", "relations"}


class Input(NamedTuple):
    """A path to read; ``found``: it was found in a folder, not named. One that ``leads_out`` of the
    folder is not read.
    """

    path: str
    found: bool = False
    leads_out: bool = False


def find_inputs(paths: Iterable[str]) -> Iterator[Input]:
    """Return the inputs in the order given, folders searched in the order of names.

    A path that is not there is an input all the same: reading it says what is wrong.
    """
    for path in paths:
        if path != STANDARD_INPUT and os.path.isdir(path):
            yield from (Input(file.path, found=True, leads_out=file.leads_out) for file in search(path))
        else:
            yield Input(path)


def count_inputs(paths: Iterable[str]) -> int:
    """Return how many inputs there are, without reading any."""
    return sum(1 for _ in find_inputs(paths))


def left_out(one: Input) -> FileRemarks:
    """Return what there is to say of a link that leads out of the folder it was found in."""
    return FileRemarks(SourceFile(one.path), (remark(LEADS_OUT),))


def sort_of(document: Document) -> str:
    """Return what sort of file it is, told by its keys: report, review, targets, weights or table."""
    if document.sort:
        return document.sort
    if "reviewer" in document.root:
        return "review"
    if _TARGET_KEYS & set(document.root):
        return "targets"
    return "weights" if "weights" in document.root else "report"


def sort_in_words(sort: str) -> Text:
    """Return a sort of file in words."""
    return _SORTS[sort]
