"""Texts from files made harmless for where they go."""

import re

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
_HIDDEN_IN_JSON = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\ufff9-\ufffb\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Make control, bidi, zero-width and lone surrogate characters visible: ``<U+202E>``.

    So nothing from a file can move the cursor, hide a text, or reorder it
    (CVE-2021-25743, CVE-2021-42574).
    """
    return _HIDDEN.sub(lambda match: f"<U+{ord(match.group()):04X}>", text)


def json_visible(text: str) -> str:
    """Escape the same characters in finished JSON, where they can only stand inside strings."""
    return _HIDDEN_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
