"""Texts as cells: never a formula, nothing hidden, and no longer than a cell can be."""

import re

from ..escape import xml_visible
from ..view import View
from .words import CUT

MOST_UNITS = 32_767
"""UTF-16 code units that a cell holds."""

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_UNDERSCORE = "_x005F_"


def harmless(text: str, view: View) -> str:
    """Return a text as a cell can hold it: what is hidden made visible, what is too long cut.

    A spreadsheet would take ``_x0041_`` for a letter A (ECMA-376, ST_Xstring), so that is escaped.
    """
    shown = _ESCAPED.sub(_UNDERSCORE, xml_visible(text))
    if _units(shown) <= MOST_UNITS:
        return shown
    ending = view.say(CUT)
    kept = shown.encode("utf-16-le")[: 2 * (MOST_UNITS - _units(ending))]
    return kept.decode("utf-16-le", "ignore") + ending


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
