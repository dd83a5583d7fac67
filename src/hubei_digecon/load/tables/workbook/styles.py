"""The styles of a workbook: the number format, look and ground of each that a cell can name by number."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ....text import Text
from .archive import Archive, Started, feed, local, main_name
from .colours import BLACK, WHITE, Theme, look_the_same, numbered_colour, rgb
from .formats import GENERAL, UNKNOWN, NumberFormat, numbered
from .strings import TextLook

_NO_GROUND = ("", "none")


@dataclass(slots=True)
class Ground:
    """What fills a cell: the pattern of its fill, and the colour as the format has it."""

    pattern: str = ""
    colour: dict[str, str] = field(default_factory=dict)


class CellStyle(NamedTuple):
    """How a cell shows what it holds: its number format, what its font marks, its colour and its ground.

    A colour that cannot be told is ``None``.
    """

    format: NumberFormat = GENERAL
    marks: tuple[Text, ...] = ()
    colour: str | None = BLACK
    ground: str | None = WHITE

    def hides(self, colour: str | None) -> bool:
        """Whether text in some colour has that of the ground."""
        return look_the_same(colour, self.ground)


class _StylesTaker:
    """Takes the part of styles: codes of formats by their ids, fonts, fills, and what each style names."""

    def __init__(self) -> None:
        self.codes: dict[int, str] = {}
        self.fonts: list[TextLook] = []
        self.fills: list[Ground] = []
        self.named: list[tuple[int, int, int]] = []
        self.with_format: list[bool] = []
        self._path: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        name = main_name(tag)
        match (*self._path[1:], name):
            case ("numFmts", "numFmt"):
                self.codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
            case ("fonts", "font"):
                self.fonts.append(TextLook())
            case ("fonts", "font", _):
                self.fonts[-1].take(name, attributes)
            case ("fills", "fill"):
                self.fills.append(Ground("gradient"))
            case ("fills", "fill", "patternFill"):
                self.fills[-1].pattern = attributes.get("patternType", "none")
            case ("fills", "fill", "patternFill", "fgColor"):
                self.fills[-1].colour = attributes
            case ("cellXfs", "xf"):
                ids = (int(attributes.get(key, 0)) for key in ("numFmtId", "fontId", "fillId"))
                self.named.append((*ids,))  # type: ignore[arg-type]
            case ("dxfs", "dxf"):
                self.with_format.append(False)
            case ("dxfs", "dxf", "numFmt"):
                self.with_format[-1] = True
            case ("dxfs", "dxf", "font", "strike") if attributes.get("val") not in ("0", "false"):
                self.with_format[-1] = True
        self._path.append(name)

    def end(self, _tag: str) -> None:
        """End an element."""
        self._path.pop()


class Styles:
    """The styles of a workbook by their numbers: those that are made, and those ``read``, each put together
    as it is asked for.
    """

    def __init__(
        self,
        made: Iterable[CellStyle] = (),
        read: _StylesTaker | None = None,
        theme: dict[str, str] | None = None,
    ) -> None:
        self._made = dict(enumerate(made))
        self._read, self._theme = read or _StylesTaker(), theme or {}
        self.changing = frozenset(index for index, changes in enumerate(self._read.with_format) if changes)

    def __getitem__(self, number: int) -> CellStyle:
        """Return a style; one that is not there shows nobody knows what, but for the first."""
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = self._style(number)
        return made

    def _style(self, number: int) -> CellStyle:
        if 0 <= number < len(self._read.named):
            return _style(self._read, self._theme, *self._read.named[number])
        return CellStyle() if number == 0 else CellStyle(UNKNOWN, (), None, None)

    def colour_of(self, look: TextLook, style: CellStyle) -> str | None:
        """Return the colour of a run of a text in a cell of some style."""
        return rgb(look.colour, self._theme, BLACK) if look.colour else style.colour


def read_styles(archive: Archive, part: str | None, theme_part: str | None) -> Styles:
    """Read the styles of a workbook; of one without, there is only the usual one."""
    theme = archive.made(theme_part, _theme_of) if theme_part and theme_part in archive else Theme()
    return Styles((), archive.made(part, _styles_of) if part else None, theme.colours)


_KEPT = 8
"""Styles, and themes, that are kept: workbooks that began as one form have the same."""


@lru_cache(_KEPT)
def _theme_of(data: bytes) -> Theme:
    theme = Theme()
    feed(data, Started(theme.take, local))
    return theme


@lru_cache(_KEPT)
def _styles_of(data: bytes) -> _StylesTaker:
    read = _StylesTaker()
    feed(data, read)
    return read


def _style(read: _StylesTaker, theme: dict[str, str], format: int, font: int, fill: int) -> CellStyle:
    look = read.fonts[font] if font < len(read.fonts) else TextLook()
    ground = read.fills[fill] if fill < len(read.fills) else Ground()
    shown = rgb(look.colour, theme, BLACK)
    return CellStyle(numbered(format, read.codes), look.marks, shown, _ground(ground, theme))


def _ground(ground: Ground, theme: dict[str, str]) -> str | None:
    """Return the colour of a ground; ``None`` of one with a pattern of several."""
    if ground.pattern in _NO_GROUND:
        return WHITE
    return rgb(ground.colour, theme, BLACK) if ground.pattern == "solid" else None


def colour_named(colour: str) -> str | None:
    """Return the colour that a section of a number format names, by name or by number."""
    return numbered_colour(colour) if len(colour) < len(BLACK) else colour
