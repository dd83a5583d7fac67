"""The keys at the top of a text that may not parse: whether it is one of our files, or a result of ours."""

import re
from collections.abc import Iterator

from .own_files import are_ours, has_key_of_report, is_result_format

_TOKEN = re.compile(
    r"""(?P<key>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^\s"'{}\[\],:：#]+)[ \t]*[:：](?=[\s"'{\[]|[^\s/]|$)"""
    r"""|(?P<open>[{\[])|(?P<close>[}\]])|(?P<text>"(?:[^"\\\n]|\\.)*"|'[^'\n]*')"""
)
_LINE_KEY = re.compile(
    r"""^(?P<indent>[ \t]*(?:-[ \t]+)*)(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s"'#&*!|>%@`\-][^:：\n]{0,60}?)"""
    r"""[ \t]*(?:：|:(?=\s|$|[^\x00-\x7f]))""",
    re.MULTILINE,
)
_EXPLICIT_KEY = re.compile(r"^(?P<indent>[ \t]*)\?[ \t]+(?P<key>[^:：\n]{1,60})$", re.MULTILINE)
_ABOVE_FLOW = re.compile(
    r"(?>\s+|\ufeff|//[^\n]*\n|#[^\n]*\n|/\*.*?\*/)*+(?:[\w$.][\w$. ]*[=(]\s*)?(?=[{\[])", re.DOTALL
)
"""What may stand before the outermost bracket: comments, and in JavaScript what takes the value."""

_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
_DOCUMENT_START = re.compile(r"^---(?:\s|$)", re.MULTILINE)
_FORMAT_VALUE = re.compile(r"""^[ \t{]*["']?format["']?[ \t]*:[ \t]*["']?(digecon/[a-z\-]+/)""", re.MULTILINE)
_OBSERVATIONS = re.compile(r"""["']?observations["']?[ \t]*[:：]""")


def text_is_ours(text: str) -> bool:
    """Whether a text that may not parse is ours by the keys at the top of any of its documents."""
    if _FORMAT_VALUE.search(text):
        return True
    return any(map(are_ours, _top_keys(text)))


def text_is_result(text: str) -> bool:
    """Whether a text that may not parse is a result that the program wrote."""
    match = _FORMAT_VALUE.search(text)
    if match is None or not is_result_format(match[1]) or _OBSERVATIONS.search(text):
        return False
    return not any(map(has_key_of_report, _top_keys(text)))


def unescaped(text: str) -> str:
    """Return a text with what it writes as numbers of characters, as JSON does, as these characters."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "\\u" in text else text


def _top_keys(text: str) -> Iterator[set[str]]:
    """Return the keys at the top of each document of a text."""
    for document in _DOCUMENT_START.split(unescaped(text)):
        yield _in_flow(document) if _ABOVE_FLOW.match(document) else _in_block(document)


def _in_block(text: str) -> set[str]:
    """Return the keys that stand farthest to the left."""
    found: dict[int, set[str]] = {}
    text = text.replace("\ufeff", "")
    for match in (*_LINE_KEY.finditer(text), *_EXPLICIT_KEY.finditer(text)):
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
