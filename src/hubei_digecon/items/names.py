"""When two names mean the same thing: after NFKC, without blanks; spelling variants are only alike."""

import re
import unicodedata

_BLANKS = re.compile("[\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+")
"""White space, and the format characters (Unicode category Cf) that take no room."""


def folded(text: str) -> str:
    """Return a text as it is compared: NFKC, so that widths do not matter, and without blanks.

    Characters that take no room are blanks too, and letters are compared without their case.
    """
    name = unicodedata.normalize("NFKC", text)
    return (name if name.isalnum() else _BLANKS.sub("", name)).casefold()


def alike(name: str) -> str:
    """Return a folded name with the variants of company forms made one: 有限责任公司 is 有限公司."""
    return name.replace("有限责任公司", "有限公司")
