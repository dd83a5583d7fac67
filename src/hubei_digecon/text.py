"""Sentences in two languages, written once where the thing they speak of is defined."""

import datetime
import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from .brief import shown_briefly

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def lang_of_locale(environment: Mapping[str, str]) -> Lang:
    """Return the language of the locale. The first variable that is set decides, as POSIX has it."""
    for name in _VARIABLES:
        if environment.get(name):
            return "zh" if environment[name].lower().startswith("zh") else "en"
    return "en"


@shown_briefly
@dataclass(frozen=True, slots=True, repr=False)
class Text:
    """One sentence, name or template in Chinese and in English.

    The same shape as ``{zh: …, en: …}`` in the YAML files. Which of the two is shown
    is decided last, by :meth:`pick`.
    """

    zh: str
    en: str

    def pick(self, lang: Lang) -> str:
        """Return the sentence in ``lang``."""
        return self.zh if lang == "zh" else self.en

    def format(self, **values: object) -> "Text":
        """Fill the placeholders of both languages; a ``Text`` among the values is picked for each.

        A value that costs something to find can be a function, which is called where it is needed.
        """
        return Text(self.filled("zh", values), self.filled("en", values))

    def filled(self, lang: Lang, values: Mapping[str, object]) -> str:
        """Return the sentence in ``lang`` with its placeholders filled: what is shown in one language."""
        return self.pick(lang).format(**{key: _picked(value, lang) for key, value in values.items()})

    @property
    def in_quotes(self) -> "Text":
        """The words as they stand within quotes: their own quotes are single ones."""
        return Text(self.zh.translate(_SINGLE), self.en.translate(_SINGLE))

    def stripped(self, of: str = "") -> "Text":
        """Return the words without what may stand around them: blanks, and the characters of ``of``."""
        return Text(self.zh.strip(f" {of}"), self.en.strip(f" {of}"))

    def blanked(self) -> "Text":
        """Return a template as people read it: … where something is filled in."""
        return Text(self.zh.format_map(_BLANKS), self.en.format_map(_BLANKS))

    @classmethod
    def same(cls, words: str) -> "Text":
        """Return words that read alike in both languages: an identifier, a number, a file name."""
        return cls(words, words)

    @classmethod
    def of_day(cls, day: datetime.date) -> "Text":
        """Return a day as people write it in each language."""
        return cls(*(str(_picked(day, lang)) for lang in LANGS))

    @classmethod
    def listed(cls, words: Iterable[str]) -> "Text":
        """Return words that read alike in both languages, one after another."""
        return cls.joined(map(cls.same, words), "、", ", ")

    @classmethod
    def joined(cls, texts: Iterable["Text"], zh: str = "", en: str = " ") -> "Text":
        """Join ``texts``: Chinese sentences need no blank between them, English ones do."""
        parts = list(texts)
        return cls(zh.join(part.zh for part in parts), en.join(part.en for part in parts))


class Closed(enum.Enum):
    """A closed list. Its members are found for being themselves, which is sooner done than by their names."""

    __hash__ = object.__hash__


class _Blanks(dict[str, str]):
    """What every placeholder is filled with, where nothing is known of it."""

    def __missing__(self, name: str) -> str:
        return "…"


_BLANKS = _Blanks()
_SINGLE = str.maketrans("“”", "‘’")


def _picked(value: object, lang: Lang) -> object:
    """Return a value as a sentence in ``lang`` holds it: what has ``words`` in these, a day in full; a
    function is asked for it only now.
    """
    if callable(value):
        value = value()
    if isinstance(value, str):
        return value
    if isinstance(value, datetime.date) and lang == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    value = getattr(value, "words", value)
    return value.pick(lang) if isinstance(value, Text) else value
