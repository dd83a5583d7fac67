"""The words of ``verify``: every difference, and whether a result still holds."""

from ..domain.verification import Verification
from ..text import Text
from .escape import visible
from .view import View

HOLDS = Text(
    "结果成立：核对文件{files}个、逐项意见{findings}项，均与结果一致。",
    "The result holds. All is as it says; files: {files}, findings: {findings}.",
)
DIFFERS = Text(
    "结果已不成立：{number}处不同（核对文件{files}个、逐项意见{findings}项）。",
    "The result no longer holds. Differences: {number}; files: {files}, findings: {findings}.",
)
JUDGED_OTHERWISE = Text(
    "文件均未改动，但现行规则认定不同：{number}处（核对文件{files}个、逐项意见{findings}项）。",
    "No file has changed, but the rules of this version judge otherwise. "
    "Differences: {number}; files: {files}, findings: {findings}.",
)
UNREADABLE = Text(
    "无法复核：有内容无法读取，{number}处不同。",
    "It cannot be verified: something cannot be read. Differences: {number}.",
)


def verification_result(verification: Verification) -> dict[str, object]:
    """Return a verification as JSON has it."""
    return {
        "holds": verification.holds,
        "files": verification.files,
        "findings": verification.findings,
        "differences": [one._asdict() for one in verification.differences],
        "notes": list(verification.notes),
    }


def verified_text(verification: Verification, view: View) -> str:
    """Return every difference, then whether the result holds; where quiet, only the last line."""
    said = [] if view.quiet else [*verification.notes, *(one.what for one in verification.differences)]
    values = {
        "files": verification.files,
        "findings": verification.findings,
        "number": len(verification.differences),
    }
    lines = [*(view.say(text) for text in said), view.say(_last_line(verification), **values)]
    return "".join(f"{visible(line)}\n" for line in lines)


def _last_line(verification: Verification) -> Text:
    if verification.holds:
        return HOLDS
    if verification.unreadable:
        return UNREADABLE
    return JUDGED_OTHERWISE if verification.by_rules else DIFFERS
