"""The texts that the cells of a workbook share: written once, named by their number."""

import re

from .archive import local

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SURROGATES = range(0xD800, 0xE000)


class Strings:
    """Takes the part of shared texts; ``texts`` are they. How Chinese is pronounced is no part of them."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._takes, self._spoken = False, 0

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        """Begin an element."""
        name = local(tag)
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._spoken += 1
        self._takes = name == "t" and not self._spoken

    def end(self, tag: str) -> None:
        """End an element."""
        name = local(tag)
        if name == "si":
            self.texts.append(unescaped("".join(self._pieces)))
        elif name == "rPh":
            self._spoken -= 1
        self._takes = False

    def data(self, text: str) -> None:
        """Take text inside an element."""
        if self._takes:
            self._pieces.append(text)


def unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, and a workbook writes as ``_x000D_``."""
    return _ESCAPED.sub(_character, text).replace("\r\n", "\n") if "_x" in text or "\r" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match.group() if code in _SURROGATES else chr(code)
