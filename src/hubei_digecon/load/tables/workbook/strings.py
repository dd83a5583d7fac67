"""Texts of cells: those that cells share, written once and named by their number, and those inside a cell.

A text may be made of runs, each with a look of its own: struck out, raised, lowered, coloured.
"""

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from ....text import Text
from .archive import main_name

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)

STRUCK, RAISED, LOWERED = (
    Text("删除线", "struck out"), Text("上标", "superscript"), Text("下标", "subscript"),
)  # fmt: skip
_PLACED = {"superscript": RAISED, "subscript": LOWERED}


@dataclass(slots=True)
class TextLook:
    """How a text looks, as far as it bears on what a person takes it for; ``colour`` as the format has it."""

    marks: tuple[Text, ...] = ()
    colour: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, attributes: dict[str, str]) -> None:
        """Take a property of a font."""
        value = attributes.get("val", "1")
        if name == "strike" and value not in ("0", "false"):
            self.marks += (STRUCK,)
        elif name == "vertAlign" and value in _PLACED:
            self.marks += (_PLACED[value],)
        elif name == "color":
            self.colour = attributes


class TextRun(NamedTuple):
    """A part of a text in one look."""

    text: str
    look: TextLook


@dataclass(slots=True)
class RichText:
    """A text as it is gathered: its runs, and whether there are several texts where one can stand."""

    runs: list[TextRun] = field(default_factory=list)
    is_doubled: bool = False

    @property
    def text(self) -> str:
        """The whole text."""
        return unescaped("".join(run.text for run in self.runs))


class TextTaker:
    """Takes the elements inside a text. How Chinese is pronounced is no part of it."""

    def __init__(self) -> None:
        self.rich = RichText()
        self._path: list[str] = []
        self._look = TextLook()
        self._pieces: list[str] | None = None
        self._in_run = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin an element, by its name."""
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        if name == "r" and not above:
            self._look, self._in_run = TextLook(), 0
        elif name == "t" and above in ("", "r") and self._path[:-2] == []:
            self._begin(above)
        elif above == "rPr":
            self._look.take(name, attributes)

    def _begin(self, above: str) -> None:
        """Begin a text: one alone, or one in each run."""
        alone = not above and self.rich.runs
        self.rich.is_doubled |= bool(alone or self._in_run or (above and self._had_plain()))
        self._in_run += bool(above)
        self._pieces = []

    def _had_plain(self) -> bool:
        return any(run.look is _PLAIN for run in self.rich.runs)

    def end(self) -> None:
        """End the innermost element."""
        self._path.pop()
        if self._pieces is not None:
            self.rich.runs.append(TextRun("".join(self._pieces), self._look if self._path else _PLAIN))
            self._pieces = None

    def data(self, text: str) -> None:
        """Take text."""
        if self._pieces is not None:
            self._pieces.append(text)


_PLAIN = TextLook()
"""How a text without runs looks."""


class Strings:
    """Takes the part of shared texts; ``texts`` are they."""

    def __init__(self) -> None:
        self.texts: list[RichText] = []
        self._inside: TextTaker | None = None
        self._path: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin an element."""
        name = main_name(tag)
        if self._inside:
            self._inside.start(name, attributes)
        elif name == "si" and self._path == ["sst"]:
            self._inside = TextTaker()
        self._path.append(name)

    def end(self, _tag: str) -> None:
        """End an element."""
        self._path.pop()
        if not self._inside:
            return
        if self._path == ["sst"]:
            self.texts.append(self._inside.rich)
            self._inside = None
        else:
            self._inside.end()

    def data(self, text: str) -> None:
        """Take text inside an element."""
        if self._inside:
            self._inside.data(text)


def unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, and a workbook writes as ``_x000D_``."""
    return _ESCAPED.sub(_character, text).replace("\r\n", "\n") if "_x" in text or "\r" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match.group() if code in _SURROGATES else chr(code)
