"""How a run is to be shown: language, width, colour, and which characters can be written."""

from dataclasses import dataclass

from ..text import Lang, Text


@dataclass(frozen=True, slots=True)
class View:
    """What the one who looks asked for, or the terminal can do. ``width`` is in columns.

    ``folder`` is where relative paths are told from, ``root`` the root of the repository around it;
    both are empty where nobody says.
    """

    lang: Lang = "zh"
    width: int = 80
    color: bool = False
    encoding: str = "utf-8"
    quiet: bool = False
    verbose: bool = False
    folder: str = ""
    root: str = ""

    def say(self, text: Text, /, **values: object) -> str:
        """Return a sentence in the language of the view, its placeholders filled."""
        return text.filled(self.lang, values) if values else text.pick(self.lang)

    def sign(self, preferred: str, plain: str) -> str:
        """Return ``preferred`` where it can be written, else its ASCII form ``plain``."""
        try:
            preferred.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return plain
        return preferred
