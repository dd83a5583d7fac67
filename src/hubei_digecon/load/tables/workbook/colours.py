"""The colours of a workbook → red, green and blue, so that text in the colour of its ground is found."""

import re
from collections.abc import Mapping, Sequence

BLACK, WHITE = "000000", "FFFFFF"
NEAR = 16
"""How far two colours may be apart, of 255 in each of red, green and blue, and look the same to people."""

_FIRST = (BLACK, WHITE, "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF")
_INDEXED = (
    *_FIRST, *_FIRST, "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080",
    "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF", "000080", "FF00FF",
    "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99",
    "99CCFF", "FF99CC", "CC99FF", "FFCC99", "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600",
    "666699", "969696", "003366", "339966", "003300", "333300", "993300", "993366", "333399",
    "333333", BLACK, WHITE,
)  # fmt: skip
"""The colours that are named by number (ECMA-376-1, 18.8.27); the last two are those of the system."""

_NUMBERED_FROM = 7
"""Number 1 of the colours that a number format can name is this one of the indexed ones, and so on."""

_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{number}" for number in range(1, 7)), "hlink", "folHlink")
_RGB = re.compile("(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})")


class Theme:
    """Takes the part of the theme; ``colours`` are those of its scheme, by their names."""

    def __init__(self) -> None:
        self.colours: dict[str, str] = {}
        self._name = ""

    def take(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element as it begins."""
        if name in _THEME:
            self._name = name
        elif name in ("srgbClr", "sysClr"):
            self.colours.setdefault(self._name, attributes.get("lastClr") or attributes.get("val", ""))


def rgb(colour: Mapping[str, str], theme: Mapping[str, str], usual: str) -> str | None:
    """Return a colour in hexadecimal; ``usual`` where none is given, ``None`` where it cannot be told."""
    named: str | None = usual
    if "rgb" in colour:
        named = colour["rgb"]
    elif "theme" in colour:
        named = theme.get(_at(_THEME, colour["theme"]) or "")
    elif "indexed" in colour:
        named = _at(_INDEXED, colour["indexed"])
    match = _RGB.fullmatch(named or "")
    return _tinted(match[1], float(colour.get("tint", 0))) if match else None


def numbered_colour(number: str) -> str | None:
    """Return the colour of a number format that is named by its number, from 1 to 56."""
    return _at(_INDEXED, str(int(number) + _NUMBERED_FROM))


def _at(listed: Sequence[str], number: str) -> str | None:
    index = int(number)
    return listed[index] if 0 <= index < len(listed) else None


def _tinted(colour: str, tint: float) -> str:
    """Return a colour lighter, or darker where ``tint`` is below 0 (ECMA-376-1, 18.8.19)."""
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    mixed = (part * (1 + tint) if tint < 0 else part + (255 - part) * tint for part in parts)
    return "".join(f"{min(max(round(part), 0), 255):02X}" for part in mixed)


def look_the_same(one: str | None, other: str | None) -> bool:
    """Whether two colours look the same; of one that cannot be told, nobody knows."""
    if one is None or other is None:
        return False
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (0, 2, 4))
    return all(abs(first - second) <= NEAR for first, second in pairs)
