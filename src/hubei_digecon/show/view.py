"""The view: language, width, colour, and the characters that can be written."""

from ..records import NamedTuple
from ..text import Lang, Text

_ALONE = Text.same("{value}")


class View(NamedTuple):
    """How to show something: what the user asked for and the terminal can do. ``width`` is in columns.

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

    def written(self, value: object) -> str:
        """Return a value as a sentence in the language of the view has it: a day, a period."""
        return self.say(_ALONE, value=value)

    def sign(self, preferred: str, plain: str) -> str:
        """Return ``preferred`` where it can be written, else its ASCII form ``plain``."""
        try:
            preferred.encode(self.encoding)
        except (UnicodeEncodeError, LookupError):
            return plain
        return preferred
