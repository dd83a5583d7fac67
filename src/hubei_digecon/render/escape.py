"""Texts from files made harmless for where they go."""

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HIDDEN_IN_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BEGINS_COMMAND = re.compile(r"^(\s*):(?=:)")
_BEGINS_FORMULA = "=+-@＝＋－＠"
_MARKUP = re.compile(
    r"[\\`*_\[\]<>&|~#!@$]"  # what means something anywhere
    r"|:(?=//)|(?<=[wW]{3})\.|:(?=[A-Za-z0-9_+-]+:)"  # links that need no brackets, names of emoji
    r"|^\s*[-+=]|^\s*[0-9]+[.)]"  # lists and underlines at the start of a line
)


def visible(text: str) -> str:
    """Make control, bidi, zero-width and lone surrogate characters visible: ``<U+202E>``.

    So nothing from a file can move the cursor, hide a text, or reorder it
    (CVE-2021-25743, CVE-2021-42574).
    """
    return _HIDDEN.sub(_named, text)


def json_visible(text: str) -> str:
    """Escape the same characters in finished JSON, where they can only stand inside strings."""
    return _HIDDEN_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def xml_visible(text: str) -> str:
    """Make visible what is hidden, and what XML 1.0 (2.2) has no way to write; CJK extensions stay."""
    return _NOT_XML.sub(_named, visible(text))


def github_data(text: str) -> str:
    """Escape the message of a workflow command of GitHub Actions."""
    return visible(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def github_property(text: str) -> str:
    """Escape a property of a workflow command, which a colon or comma would end."""
    return github_data(text).replace(":", "%3A").replace(",", "%2C")


def not_a_command(line: str) -> str:
    """Return a line for the log of GitHub Actions that is no workflow command, whatever a file holds.

    A line that begins with ``::``, or has ``##[`` anywhere, would be one.
    """
    line = _BEGINS_COMMAND.sub(lambda match: f"{match[1]}<U+003A>:", line)
    return line.replace("##[", "#<U+0023>[")


def csv_cell(text: str) -> str:
    """Return a text for a cell that no spreadsheet takes for a formula: one that begins like one is quoted.

    Numbers do not go this way: an apostrophe before a negative one would make it a text.
    """
    shown = visible(text)
    return f"'{shown}" if shown.lstrip()[:1] in _BEGINS_FORMULA and shown.strip() else shown


def markdown_text(text: str) -> str:
    """Escape everything that CommonMark (2.4) or GitHub's tables could take for markup."""
    return _MARKUP.sub(lambda match: f"{match[0][:-1]}\\{match[0][-1]}", visible(text).strip())


def _named(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"
