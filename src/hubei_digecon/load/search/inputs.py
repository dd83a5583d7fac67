"""Which files a run is about: the files named, the reports in the folders named, standard input."""

import os
from collections.abc import Iterable, Iterator, Sequence

from ...diagnostics import DiagnosticKind, Example, Severity, Sort, SourceFile, diagnose
from ...domain.assessments import FileDiagnostics
from ...domain.left_out import LeftOut, WhyLeftOut
from ...records import NamedTuple
from ...text import Text
from ..document import Document
from ..faults import NOT_A_FILE, InputError, RefusedInput
from ..readers import SUFFIXES, is_folder_of_table
from ..source import has_no_file
from .own_files import are_ours, has_key_of_report, is_our_format, is_result_format

NOT_A_REPORT = DiagnosticKind(
    "not-a-report",
    Severity.NOTE,
    Text("这是{sort}，不是报告，已跳过", "this is {sort}, not a report, and was left out"),
    Text("无需处理", "nothing needs to be fixed"),
    example=Example(
        Text("文件夹中有复核意见", "a review in the folder given"),
        Text("文件夹中只有报告", "nothing but reports in the folder given"),
        Sort.FILE,
    ),
)
GIVEN_AS_REPORT = DiagnosticKind(
    "given-as-report",
    Severity.ERROR,
    Text("这是{sort}，不是报告", "this is {sort}, not a report"),
    Text(
        "目标文件夹用 --targets、复核意见用 --review 指明；此处只给报告",
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
LOOKS_LIKE_REPORT = DiagnosticKind(
    "looks-like-report",
    Severity.WARNING,
    Text(
        "这个文件的内容像是报告，但文件名不是可读取的类型，没有核验",
        "this looks like a report, but files of such a name are not read; it was not judged",
    ),
    Text(
        "是报告的，改为 {suffixes} 之一的文件再报；不是的，移出文件夹，或用 --exclude 排除",
        "if it is a report, hand it in as one of {suffixes}; if not, move it out of the folder, or leave it "
        "out by --exclude",
    ),
    example=Example(
        Text("给出的文件夹中有 report.yaml.txt", "report.yaml.txt in the folder given"),
        Text("给出的文件夹中有 report.yaml", "report.yaml in the folder given"),
        Sort.FILE,
    ),
    always_told=True,
)
CANNOT_LOOK = DiagnosticKind(
    "cannot-look-into",
    Severity.NOTE,
    Text(
        "无法看出这个文件是不是报告（打不开、加密或超出查看范围），没有核验",
        "whether this is a report cannot be told (it cannot be opened, is encrypted, or is too large to be "
        "looked at whole); it was not judged",
    ),
    Text("其中有报告的，请直接给出报告文件", "if there is a report in it, give the report itself"),
    example=Example(
        Text("给出的文件夹中有加密的压缩包", "an encrypted archive in the folder given"),
        Text("给出的文件夹中没有压缩包", "no archive in the folder given"),
        Sort.FILE,
    ),
    always_told=True,
)
FOLDER_PASSED_OVER = DiagnosticKind(
    "folder-passed-over",
    Severity.NOTE,
    Text(
        "没有查找这个文件夹（隐藏的、指向别处的、程序自用的文件夹不查找），其中可读取的文件有{number}个",
        "this folder was not searched (hidden ones, links and folders that tools fill are not); files in it "
        "that would be read: {number}",
    ),
    Text("要核验其中的报告，请直接给出这个文件夹", "to have reports in it judged, name the folder itself"),
    example=Example(
        Text(
            "给出的文件夹中有 node_modules，其中有 YAML 文件",
            "node_modules with YAML files in the folder given",
        ),
        Text("给出的文件夹中只有报告", "nothing but reports in the folder given"),
        Sort.FILE,
    ),
    always_told=True,
)
LOCK_FILE = DiagnosticKind(
    "lock-file",
    Severity.NOTE,
    Text(
        "这是办公软件打开文件时留下的锁定文件，已跳过",
        "this is the lock file of an office program, and was left out",
    ),
    Text("关闭该文件后会自动消失", "it goes away when the file beside it is closed"),
    example=Example(
        Text("在Excel中打开着的填报表旁的“~$”文件", "the “~$” file beside a form that is open in Excel"),
        Text("没有打开的填报表", "a form that is not open"),
        Sort.FILE,
    ),
)
EXCLUDED = DiagnosticKind(
    "excluded",
    Severity.NOTE,
    Text("按 --exclude 没有查找的文件：{number}个", "files left out by --exclude: {number}"),
    Text("要核验这些文件，去掉相应的 --exclude", "to have them judged, take back that --exclude"),
    example=Example(
        Text("用 --exclude 排除的文件", "a file that --exclude leaves out"),
        Text("没有用 --exclude", "no --exclude"),
        Sort.FILE,
    ),
    always_told=True,
)
NOT_ALL_LOOKED_AT = DiagnosticKind(
    "not-all-looked-at",
    Severity.WARNING,
    Text(
        "文件太多，有{number}个其他类型的文件没有查看是不是报告",
        "there are too many files: {number} whose names are not read were not looked at",
    ),
    Text("给出更小的文件夹", "give a smaller folder"),
    example=Example(
        Text("文件夹中有几万个图片", "tens of thousands of pictures in the folder given"),
        Text("文件夹中只有报告", "nothing but reports in the folder given"),
        Sort.FILE,
    ),
    always_told=True,
)
KINDS = (
    NOT_A_REPORT,
    GIVEN_AS_REPORT,
    LEADS_OUT,
    LOOKS_LIKE_REPORT,
    CANNOT_LOOK,
    FOLDER_PASSED_OVER,
    LOCK_FILE,
    EXCLUDED,
    NOT_ALL_LOOKED_AT,
)

_SORTS = {
    "report": Text("报告", "a report"),
    "review": Text("核验单位复核意见", "a review"),
    "targets": Text("目标文件", "a target file"),
    "weights": Text("权重文件", "a weights file"),
    "table": Text("其他内容的表", "a table of something else"),
    "result": Text("本程序写出的结果", "a result that this program wrote"),
    "other": Text("其他内容的文件", "a file of something else"),
}
_OF_ONE_REPORT = {"entity", "period"}
_TARGET_KEYS = {"indicators", "document", "relations"}

_SAID = {
    WhyLeftOut.LOOKS_LIKE_REPORT: LOOKS_LIKE_REPORT,
    WhyLeftOut.CLOSED: CANNOT_LOOK,
    WhyLeftOut.FOLDER: FOLDER_PASSED_OVER,
    WhyLeftOut.LINK: LEADS_OUT,
    WhyLeftOut.LOCK: LOCK_FILE,
    WhyLeftOut.EXCLUDED: EXCLUDED,
    WhyLeftOut.NOT_SEARCHED: NOT_ALL_LOOKED_AT,
}
_AT_LEAST = Text("至少{number}", "at least {number}")


class Input(NamedTuple):
    """A path to read; ``found``: it was found in a folder, not named. It is not read where it was ``left``
    out, or is ``to_look_into``: what it is, only its content tells. ``refused``: it could not be opened.
    """

    path: str
    found: bool = False
    left: LeftOut | None = None
    to_look_into: bool = False
    refused: RefusedInput | None = None

    @property
    def is_read(self) -> bool:
        """Whether it is read as an input."""
        return self.left is None and not self.to_look_into


def find_inputs(paths: Iterable[str], exclude: Sequence[str] = ()) -> Iterator[Input]:
    """Return the inputs in the order given, folders searched in the order of names; what one of the patterns
    in ``exclude`` matches in a folder is left out.

    A path that is not there is an input all the same: reading it says what is wrong.

    Raises:
        OSError: where a folder is named from a working directory that is no more: it would look empty.
    """
    for path in paths:
        if not has_no_file(path) and os.path.isdir(path) and not is_folder_of_table(path):
            if not os.path.isabs(path):
                os.getcwd()
            from .folders import search  # a run over single files does without

            for file in search(path, exclude):
                yield Input(file.path, True, file.left, file.to_look_into)
        else:
            yield Input(path)


def left_out(one: Input) -> list[FileDiagnostics]:
    """Return what there is to say of an input that is not read; often that is nothing."""
    left = LeftOut(why) if one.to_look_into and (why := _why_left_out(one.path)) else one.left
    if left is None:
        return []
    number: object = left.files if left.counts_all else _AT_LEAST.format(number=left.files)
    said = diagnose(_SAID[left.why], number=number, suffixes="、".join(SUFFIXES))
    return [FileDiagnostics(SourceFile(one.path), (said,), left=left)]


def not_a_report(source: SourceFile, sort: str) -> list[FileDiagnostics]:
    """Leave out a file of another sort that a folder holds; of a result of ours nothing is said, so that a
    run that is made again says the same.
    """
    if sort == "result":
        return []
    if sort == "large":
        return [FileDiagnostics(source, (diagnose(CANNOT_LOOK),), left=LeftOut(WhyLeftOut.CLOSED))]
    said = diagnose(NOT_A_REPORT, sort=sort_in_words(sort))
    return [FileDiagnostics(source, (said,), left=LeftOut(WhyLeftOut.OTHER))]


def _why_left_out(path: str) -> WhyLeftOut | None:
    """Return why a file whose suffix is not read is worth telling of; ``None`` where it is not."""
    from .first_look import Look, is_lock, look_into

    try:
        look = look_into(path)
        if look is Look.REPORT:
            return WhyLeftOut.LOOKS_LIKE_REPORT
        if is_lock(path):
            return WhyLeftOut.LOCK
        return WhyLeftOut.CLOSED if look is Look.CLOSED else None
    except InputError as error:
        is_file = all(fault.kind is not NOT_A_FILE for fault in error.faults)
        return WhyLeftOut.CLOSED if is_file else None


def sort_of(document: Document) -> str:
    """Return what sort of file it is: report, review, targets, weights, table, result, or another."""
    if document.sort:
        return document.sort
    root = document.root
    if "observations" in root and "entity" in root:
        return "report"
    if is_result_format(root.get("format")) and not has_key_of_report(root):
        return "result"
    is_ours = are_ours(root) or is_our_format(root.get("format"))
    if is_ours and has_key_of_report(root):
        return "report"
    if "reviewer" in root:
        return "review"
    if "targets" in root:
        return "targets"
    if root.keys() >= _OF_ONE_REPORT:
        return "report"
    if not _TARGET_KEYS.isdisjoint(root):
        return "targets"
    if "weights" in root:
        return "weights"
    return "report" if is_ours else "other"


def sort_in_words(sort: str) -> Text:
    """Return a sort of file in words."""
    return _SORTS[sort]
