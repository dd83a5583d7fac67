"""The keys at the top of a text that may not parse: whether it is one of our files, or a result of ours."""

import re
from collections.abc import Iterator

from .ours import are_ours, is_result_format

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
