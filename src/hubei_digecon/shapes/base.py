"""What the shapes are made of: mappings whose keys are known, each told in both languages beside it.

A key is written ``key: Annotated[its type, Text(zh, en)]``. What its text must hold is a mark within
the type (:mod:`~hubei_digecon.shapes.holds`); the reader holds it, and editors are told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from ..text import Text
from .holds import ANY_TEXT, Holds
from .text_kinds import TEXT, TextKind


@dataclass(frozen=True)
class ShortForm:
    """Marks a mapping for which plain text may stand, meaning ``{key: text}``."""

    key: str

    def __call__(self, value: Any) -> Any:
        """Expand plain text to the mapping it stands for."""
        return {self.key: value} if isinstance(value, str) else value


class ColumnHeading:
    """Marks a key as a column of a table: how the column is headed in Chinese, and what else it is known by.

    ``en`` is its heading in English where that is not the path of the key; ``after`` the column that it
    stands behind where that is not the one of the key before.
    """

    def __init__(self, zh: str, *others: str, en: str = "", after: str = "") -> None:
        self.zh, self.others, self.en, self.after = zh, others, en, after


class Shape(BaseModel):
    """A mapping whose keys are known; any other key is refused. ``called``: what it is, in a word;
    ``record``: the type of the domain that has a field for each key, where all of them are read alike.
    """

    model_config = ConfigDict(extra="forbid")
    called: ClassVar[Text]
    record: ClassVar[type | None] = None


class WordsShape(Shape):
    """The same words in both languages."""

    called = Text("中英文", "in both languages")

    zh: Annotated[str, Text("中文", "in Chinese")]
    en: Annotated[str, Text("英文", "in English")]


@dataclass(frozen=True, slots=True)
class TextForm:
    """A value that is text, of what kind it is, and what an editor takes for one."""

    holds: Holds
    kind: TextKind


@dataclass(frozen=True, slots=True)
class ShapeForm:
    """A value that is a mapping of known keys; ``short``: the key that plain text may stand for."""

    shape: type[Shape]
    short: str = ""


@dataclass(frozen=True, slots=True)
class ListForm:
    """A value that is a list; ``exactly``: how many elements it has, where that is known."""

    of: "Form"
    exactly: int = 0


@dataclass(frozen=True, slots=True)
class MapForm:
    """A value that is a mapping of any keys; ``gaps``: an entry may be left empty."""

    of: "Form"
    gaps: bool = False


Form = TextForm | ShapeForm | ListForm | MapForm


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a shape: what it is for, whether it can be left out, what sort of value it has, and how it is
    headed as a column of a table.
    """

    name: str
    told: Text
    required: bool
    form: Form
    heading: ColumnHeading | None = None


def name_of(shape: type[Shape]) -> str:
    """Return what a shape is called in schemas and documents."""
    return shape.__name__.removesuffix("Shape")


def keys_of(shape: type[Shape]) -> Iterator[Key]:
    """Return the keys of a shape in order: the one reading of the models, for tables and schemas."""
    hints = shape.__annotations__
    for name, field in shape.model_fields.items():
        hint, *marks = get_args(hints[name])
        (told,) = (mark for mark in marks if isinstance(mark, Text))
        heading = next((mark for mark in marks if isinstance(mark, ColumnHeading)), None)
        yield Key(field.alias or name, told, field.is_required(), _form(hint, marks), heading)


def _form(hint: Any, marks: Sequence[Any] = ()) -> Form:
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if len(choices) == 1 and NoneType in get_args(hint):
        hint = choices[0]  # it may be left empty
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
    if hint is str:
        holds = next((mark for mark in marks if isinstance(mark, Holds)), ANY_TEXT)
        return TextForm(holds, next((mark for mark in marks if isinstance(mark, TextKind)), TEXT))
    if get_origin(hint) is list:
        return ListForm(_form(*get_args(hint)))
    if get_origin(hint) is dict:
        _, value = get_args(hint)
        return MapForm(_form(value), gaps=NoneType in get_args(value))
    return ShapeForm(hint, next((mark.key for mark in marks if isinstance(mark, ShortForm)), ""))
