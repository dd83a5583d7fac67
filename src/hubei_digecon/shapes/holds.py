"""What a text must hold to be read, and how that is said to an editor.

An editor types what it reads (YAML 1.2 core: ``2025`` is a number, ``true`` a truth value) where for
us all is text. So each kind of text tells two things: which texts are read, as a regular expression,
and which typed values such a text may look like. Both are as wide as the reader, never narrower.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ..text import Text
from .patterns import BLANK, NOT_BLANK, alternatives, padded, padded_or_blank

_SOMETHING = Text("填写文字，不能为空", "write text; it cannot be left empty")

JsonSchema = dict[str, Any]
"""A JSON Schema, or a part of one."""


@dataclass(frozen=True, eq=False)
class Holds:
    """Which texts are read: those that match ``regex`` once the blanks around them are taken off.

    ``typed``: how such a text looks where an editor has typed it. ``words``: the closed list that it
    is from, by what each word stands for. ``never``: what no such text contains. ``fix``: what to
    write instead of anything else.
    """

    regex: str | None = None
    typed: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    never: str | None = None
    fix: Text | None = None

    def schema(self, empty: bool = False) -> JsonSchema:
        """Return the JSON Schema of such a text; ``empty``: nothing may stand there as well."""
        types = ["string", *self.typed.get("type", ()), *(["null"] if empty else [])]
        made: JsonSchema = {"type": types, **self._strings(empty)}
        made |= {key: value for key, value in self.typed.items() if key != "type"}
        if self.never:
            made["not"] = {"type": "string", "pattern": self.never}
        fix = self.fix or (_SOMETHING if self.regex is None and not empty else None)
        if fix:
            made["errorMessage"] = in_both(fix)
        return {"anyOf": [{"enum": as_typed(self.words)}, made]} if self.words else made

    @property
    def meanings(self) -> str:
        """The words that can stand here, those that mean the same together; nothing without a choice."""
        spellings: dict[Any, list[str]] = {}
        for word, meant in self.words.items():
            spellings.setdefault(meant, []).append(word)
        if len(spellings) < 2:
            return ""
        listed = "; ".join(_with_term(words, meant) for meant, words in spellings.items())
        return f"可写 / can be: {listed}"

    def _strings(self, empty: bool) -> JsonSchema:
        if self.regex is None:
            return {} if empty else {"pattern": NOT_BLANK}
        return {"pattern": padded_or_blank(self.regex) if empty else padded(self.regex)}


def one_of(words: Mapping[str, Any], also: Iterable[str] = ()) -> Holds:
    """Return what holds a word of a closed list, given by what each word stands for, or one that ``also``
    may stand there and says nothing.
    """
    return Holds(regex=alternatives((*words, *also)), words=words)


def as_typed(words: Mapping[str, Any]) -> list[Any]:
    """Return words as an editor may see them: as text, and typed where they look like something else."""
    typed = (value for word in words for value in (word, core_value(word)) if value is not None)
    return list({(type(value), value): value for value in typed}.values())


def _with_term(words: list[str], meant: Any) -> str:
    """Return words that mean the same, with their term where that cannot be written."""
    term: Text | None = getattr(meant, "term", None)
    listed = " = ".join(words)
    return f"{listed}（{in_both(term, ' / ')}）" if term and term.zh not in words else listed


def in_both(text: Text, between: str = "\n") -> str:
    """Return a sentence in both languages, as the one text that JSON Schema has room for."""
    return text.zh if text.zh == text.en else f"{text.zh}{between}{text.en}"


NOTHING: JsonSchema = {"type": ["null", "string"], "pattern": BLANK}
"""Nothing, or blanks: a key that is there and yet says nothing."""

ANY_TEXT = Holds(typed={"type": ["number", "boolean"]})


# The core schema of YAML 1.2 (10.3.2)
_CORE: tuple[tuple[re.Pattern[str], Callable[[str], Any]], ...] = (
    (re.compile("null|Null|NULL|~"), lambda text: None),
    (re.compile("true|True|TRUE"), lambda text: True),
    (re.compile("false|False|FALSE"), lambda text: False),
    (re.compile("[-+]?[0-9]+"), int),
    (re.compile("0o[0-7]+"), lambda text: int(text, 8)),
    (re.compile("0x[0-9a-fA-F]+"), lambda text: int(text, 16)),
    (re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"), float),
)


def core_value(text: str) -> Any:
    """Return what a text is to an editor: itself, or the value of JSON that it looks like."""
    return next((make(text) for pattern, make in _CORE if pattern.fullmatch(text)), text)
