"""Which files are ours: told by their top-level keys, whether or not they parse.

What is ours is judged or is an error; what is not is left out of a folder with a note.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from .door import keys_of
from .near import one_keystroke_apart

FORMATS = "digecon/"
RESULT_FORMATS = ("digecon/result/", "digecon/scoreboard/", "digecon/trend/", "digecon/listing/")
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
    folded = {fold(key) for key in keys}
    if len(folded & _telling()) >= _AT_LEAST:
        return True
    telling = {key for key in folded if _is_near(key, _telling())}
    if len(telling) >= _AT_LEAST:
        return True
    return has_key_of_report(telling) and any(_is_near(key, _beside()) for key in folded - telling)


def has_key_of_report(keys: Collection[str]) -> bool:
    """Whether one of the keys is one that only a report has, or one keystroke away from it."""
    words = (*OF_A_REPORT, *_CHINESE_OF_A_REPORT)
    return any(fold(key) in words or _is_near(fold(key), OF_A_REPORT) for key in keys)


def is_result_format(format: object) -> bool:
    """Whether a ``format`` is one of results that the program writes."""
    return isinstance(format, str) and format.startswith(RESULT_FORMATS)


def is_our_format(format: object) -> bool:
    """Whether a ``format`` is one of ours."""
    return isinstance(format, str) and format.startswith(FORMATS)


def fold(key: str) -> str:
    """Return a key as it is compared: blanks, case and the width of characters make no difference."""
    return "".join(unicodedata.normalize("NFKC", key).split()).lower()


def _is_near(key: str, known: Iterable[str]) -> bool:
    return key in known or any(one_keystroke_apart(key, one) for one in known if one.isascii())


_TOKEN = re.compile(
    r"""(?P<key>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'{}\[\],:：#]+)[ \t]*[:：](?=[\s"'{\[]|[^\s/]|$)"""
    r"""|(?P<open>[{\[])|(?P<close>[}\]])|(?P<text>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
)
_LINE_KEY = re.compile(
    r"""^(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s"'#&*!|>%@`\-][^:：\n]{0,60}?)"""
    r"""[ \t]*[:：](?=\s|$|[^\x00-\x7f])""",
    re.MULTILINE,
)
_DOCUMENT_START = re.compile(r"^---(?:\s|$)", re.MULTILINE)
_FORMAT_VALUE = re.compile(r"""^[ \t{]*["']?format["']?[ \t]*:[ \t]*["']?(digecon/[a-z\-]+/)""", re.MULTILINE)
_OBSERVATIONS = re.compile(r"""["']?observations["']?[ \t]*[:：]""")


def text_is_ours(text: str) -> bool:
    """Whether a text that may not parse is ours by the keys at the top of any of its documents."""
    if _FORMAT_VALUE.search(text):
        return True
    return any(are_ours(keys) for keys in _top_keys(text))


def text_is_result(text: str) -> bool:
    """Whether a text that may not parse is a result that the program wrote."""
    match = _FORMAT_VALUE.search(text)
    return match is not None and is_result_format(match[1]) and not _OBSERVATIONS.search(text)


def _top_keys(text: str) -> Iterator[set[str]]:
    """Return the keys at the top of each document of a text."""
    for document in _DOCUMENT_START.split(text):
        yield (
            _in_flow(document) if document.lstrip("\ufeff \t\r\n")[:1] in ("{", "[") else _in_block(document)
        )


def _in_block(text: str) -> set[str]:
    """Return the keys that stand farthest to the left."""
    found: dict[int, set[str]] = {}
    for match in _LINE_KEY.finditer(text.replace("\ufeff", "")):
        found.setdefault(len(match["indent"]), set()).add(match["key"].strip("\"'"))
    return found[min(found)] if found else set()


def _in_flow(text: str) -> set[str]:
    """Return the keys inside the outermost brackets; of a list, those of its elements."""
    depth, wanted, keys = 0, 0, set()
    for match in _TOKEN.finditer(text):
        if match["open"]:
            depth += 1
            wanted = wanted or (1 if match["open"] == "{" else 2)
        elif match["close"]:
            depth -= 1
        elif match["key"] and depth == wanted:
            keys.add(match["key"].strip("\"'"))
    return keys
