"""Exit codes: one table, from which the help, the README and the tests derive."""

import enum
from typing import TYPE_CHECKING

from ..diagnostics import Severity
from ..diagnostics.internal import is_internal
from ..text import Text
from .outcomes import Verdict
from .run_counts import FilesRead, RunCounts

if TYPE_CHECKING:
    from .verification import Verification


class Exit(enum.IntEnum):
    """How a run ended. A crash never looks like a missed target, nor like a pass."""

    meaning: Text

    def __new__(cls, code: int, meaning: Text) -> "Exit":
        """Make a member that is its code and knows its meaning."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    COMPLIANT = 0, Text("每份报告均全部完成", "every report compliant")
    MISSED = 1, Text("有目标未完成", "something missed")
    USAGE = 2, Text("命令用法有误", "usage")
    INVALID = 3, Text("有输入无法读取或不合格式", "an input unreadable or invalid")
    UNDECIDED = (
        4,
        Text(
            "没有未完成的，但尚未全部认定，或没有找到可核验的报告",
            "nothing missed but not everything decided: incomplete, pending, or nothing found to check",
        ),
    )
    FAULT = 70, Text("程序内部故障（已捕获）", "internal fault, caught")
    NOT_WRITTEN = 74, Text("结果无法写出", "the output could not be written")
    HUNG_UP = 129, Text("终端挂断", "hung up")
    INTERRUPTED = 130, Text("被中断", "interrupted")
    TERMINATED = 143, Text("被终止", "terminated")


FAIL_ON = {
    "undecided": Text(
        "未完成或未全部认定时失败（默认）", "fail where something is missed or undecided (default)"
    ),
    "missed": Text(
        "有目标未完成，或一项也未认定，或未认定的不可能完成、填报有错误、有疑似报告未核验时失败",
        "fail where something is missed, nothing is decided, what is undecided cannot be met, a report "
        "has an error, or what looks like a report was not judged",
    ),
    "never": Text("同 missed，但有目标未完成时不失败", "as missed, but what is missed passes"),
}
"""The choices of ``--fail-on``. What could not be read or written always fails."""

_EASED: dict[str, tuple[Exit, ...]] = {
    "undecided": (),
    "missed": (Exit.UNDECIDED,),
    "never": (Exit.UNDECIDED, Exit.MISSED),
}
"""The codes that pass as 0 under each choice, provided that at least one target was decided."""

_EXIT_OF = {
    Verdict.INVALID: Exit.INVALID,
    Verdict.NONCOMPLIANT: Exit.MISSED,
    Verdict.INCOMPLETE: Exit.UNDECIDED,
    Verdict.PENDING: Exit.UNDECIDED,
    Verdict.COMPLIANT: Exit.COMPLIANT,
}
_WORST_FIRST = (Exit.FAULT, Exit.INVALID, Exit.MISSED, Exit.UNDECIDED, Exit.COMPLIANT)


def exit_of(counts: RunCounts, fail_on: str = "undecided") -> Exit:
    """Return the code of a run: the worst over its reports, eased by ``fail_on``.

    A file beside the reports that cannot be relied on, such as a review, is an invalid input too. A place
    without a report leaves something undecided. What a baseline has already does not count. Never eased: a
    file that looks like a report and was not judged, and what no later figure can settle.
    """
    codes = {_EXIT_OF[verdict] for verdict in counts.failing_verdicts}
    if counts.absent or not codes:
        codes.add(Exit.UNDECIDED)
    if counts.failing:
        codes.add(Exit.INVALID)
    if counts.internal:
        codes.add(Exit.FAULT)
    if counts.decided:
        codes.difference_update(_EASED[fail_on])
    if counts.left_out.may_hold_reports or counts.blocked:
        codes.add(Exit.UNDECIDED)
    return next((code for code in _WORST_FIRST if code in codes), Exit.COMPLIANT)


def exit_of_files(files: FilesRead, strict: bool = False) -> Exit:
    """Return the code for what was only read; ``strict``: a warning weighs as much as an error. What looks
    like a report and was not read leaves it open.
    """
    if any(is_internal(file.diagnostics) for file in files):
        return Exit.FAULT
    broken = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    found = {one.kind.severity for file in files for one in file.diagnostics}
    if found.intersection(broken):
        return Exit.INVALID
    is_open = all(file.left for file in files) or any(
        file.left and file.left.why.may_be_report for file in files
    )
    return Exit.UNDECIDED if is_open else Exit.COMPLIANT


def exit_of_verification(verification: "Verification") -> Exit:
    """Return the code for a result that was judged again."""
    if verification.unreadable:
        return Exit.INVALID
    return Exit.COMPLIANT if verification.holds else Exit.MISSED
