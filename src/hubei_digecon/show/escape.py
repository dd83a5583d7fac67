"""Escaping: makes texts from files harmless in each format."""

import re
from functools import cache

from ..late import late_pattern

_UNSEEN = (
    "\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""Characters that are invisible or change how other text looks: controls, characters that reorder, join or
separate, blank letters, lone surrogates. Variation selectors are not among them: ideographs differ by them.
"""
_HIDDEN = f"[\x00-\x1f{_UNSEEN}]"
_NOT_XML = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_NOT_HTML = (
    "[\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(1, 17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_HIDDEN_IN_JSON = f"[{_UNSEEN}]"
_BEGINS_COMMAND = late_pattern(r"^([^\S\n]*):(?=:)", re.MULTILINE)
_OLDER_COMMAND = late_pattern(r"(?<=#)#(?=\[)")
_BEGINS_FORMULA = "=+-@＝＋－＠"
_MARKUP = (
    r"[\\`*_\[\]<>&|~#!@$]"  # what means something anywhere
    r"|:(?=//)|(?<=[wW]{3})\.|:(?=[A-Za-z0-9_+-]+:)"  # links that need no brackets, names of emoji
    r"|^\s*[-+=]|^\s*[0-9]+[.)]"  # lists and underlines at the start of a line
    r"|^\s*:(?=:)"  # what GitHub Actions takes for a command in its log
)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a pattern compiled. Long lists of characters take time, so each is compiled when it is used."""
    return re.compile(pattern)


def visible(text: str) -> str:
    """Make control, bidi, zero-width and lone surrogate characters visible: ``<U+202E>``.

    So nothing from a file can move the cursor, hide a text, or reorder it
    (CVE-2021-25743, CVE-2021-42574).
    """
    return text if text.isascii() and text.isprintable() else _compiled(_HIDDEN).sub(_shown, text)


def json_visible(text: str) -> str:
    """Escape the same characters in finished JSON, where they can only stand inside strings.

    What GitHub Actions would take for a command in its log is escaped too. Programs read the same value.
    """
    return _OLDER_COMMAND.sub(_as_json, _compiled(_HIDDEN_IN_JSON).sub(_as_json, text))


def xml_visible(text: str) -> str:
    """Make hidden characters visible, and those that XML 1.0 (2.2) cannot write. CJK extensions stay."""
    return _compiled(_NOT_XML).sub(_shown, visible(text))


def html_visible(text: str) -> str:
    """Make hidden characters visible, and those that HTML (13.2.3.5) forbids."""
    return _compiled(_NOT_HTML).sub(_shown, xml_visible(text))


def xml_no_command(document: str) -> str:
    """Escape finished XML or HTML so that no line of it is a workflow command. Programs read the same."""
    document = _BEGINS_COMMAND.sub(r"\g<1>&#58;", document)
    return _OLDER_COMMAND.sub("&#35;", document)


def github_data(text: str) -> str:
    """Escape the message of a workflow command of GitHub Actions."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Escape a property of a workflow command: a colon or a comma would end it."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def not_a_command(text: str) -> str:
    """Return text in which GitHub Actions finds no workflow command when it stands in a log.

    A line that begins with ``::``, or has ``##[`` anywhere, would be one.
    """
    text = _BEGINS_COMMAND.sub(lambda match: match[1] + _named(":"), text)
    return _OLDER_COMMAND.sub(_named("#"), text)


def csv_cell(text: str) -> str:
    """Return a text for a cell that no spreadsheet takes for a formula: an apostrophe stands before one.

    Numbers do not go this way: an apostrophe before a negative one would make it a text. Nor does a
    lone dash, the path of standard input, which is no formula anywhere.
    """
    shown = not_a_command(visible(text))
    return f"'{shown}" if begins_like_a_formula(shown) else shown


def begins_like_a_formula(shown: str) -> bool:
    """Whether a spreadsheet could take a text for a formula if it were typed in."""
    begins = shown.strip()[:1]
    return bool(begins) and begins in _BEGINS_FORMULA and shown != "-"


def markdown_text(text: str) -> str:
    """Escape everything that CommonMark (2.4) or GitHub's tables could take for markup."""
    return _compiled(_MARKUP).sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", visible(text).strip())


def _shown(match: re.Match[str]) -> str:
    return _named(match.group())


def _named(character: str) -> str:
    return f"<U+{ord(character):04X}>"


def _as_json(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True))
