"""Which files are ours: told by their top-level keys, whether or not they parse.

What is ours is judged or is an error; what is not is left out of a folder with a note.
"""

from collections.abc import Collection, Iterable
from functools import cache

from ...diagnostics.suggest import one_keystroke_apart
from ...domain.names import folded, meant_by
from ...shapes.compiled import keys_of

FORMATS = "digecon/"
RESULT_FORMATS = tuple(f"digecon/{sort}/" for sort in ("result", "scoreboard", "trend", "listing", "diff"))
"""How the formats begin that the program writes and does not read as an input."""

OF_A_REPORT = ("observations", "submitted")
"""The keys without which a file with a reviewer is a review, and one with targets a target file."""

_AT_LEAST = 2
_FORMAT = "format"
_CHINESE = (
    "考核对象",
    "报告期",
    "填报单位",
    "填报日期",
    "第几次报送",
    "报送次数",
    "示例数据",
    "指标",
    "指标名称",
    "完成值",
)
"""Headings of the forms that stand where a key should."""

_CHINESE_OF_A_REPORT = ("填报单位", "填报日期", "指标", "指标名称", "完成值")


@cache
def _telling() -> frozenset[str]:
    """Return the keys of which two make a file ours: those of a report, a review, the targets of a place."""
    keys = {*keys_of("report"), *keys_of("review"), *keys_of("entity"), *_CHINESE}
    return frozenset(keys - {_FORMAT, "note"})


@cache
def _beside() -> frozenset[str]:
    """Return keys of other files of ours, common words that tell only beside one of a report."""
    return frozenset({*keys_of("catalogue"), *keys_of("weights"), *keys_of("document")} - {_FORMAT, "note"})


def are_ours(keys: Collection[str]) -> bool:
    """Whether the top-level keys of a file, or keys one keystroke away from them, are those of ours."""
    known = {meant_by(folded(key), _CHINESE) for key in keys}
    if len(known & _telling()) >= _AT_LEAST:
        return True
    telling = {key for key in known if _is_near(key, _telling())}
    if len(telling) >= _AT_LEAST:
        return True
    return has_key_of_report(telling) and any(_is_near(key, _beside()) for key in known - telling)


def has_key_of_report(keys: Collection[str]) -> bool:
    """Whether one of the keys is one that only a report has, or one keystroke away from it."""
    words = (*OF_A_REPORT, *_CHINESE_OF_A_REPORT)
    known = {meant_by(folded(key), _CHINESE) for key in keys}
    return any(key in words or _is_near(key, OF_A_REPORT) for key in known)


def is_result_format(format: object) -> bool:
    """Whether a ``format`` is one of results that the program writes."""
    return isinstance(format, str) and format.startswith(RESULT_FORMATS)


def is_our_format(format: object) -> bool:
    """Whether a ``format`` is one of ours."""
    return isinstance(format, str) and format.startswith(FORMATS)


def _is_near(key: str, known: Iterable[str]) -> bool:
    return key in known or any(one_keystroke_apart(key, one) for one in known if one.isascii())
