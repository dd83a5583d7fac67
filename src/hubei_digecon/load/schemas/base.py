"""What the shapes are made of: mappings whose keys are known, each told in both languages beside it.

A key is written ``key: Annotated[its type, Text(zh, en)]``. What its text must hold is a mark within
the type (:mod:`~hubei_digecon.load.schemas.holds`); the reader holds it, and editors are told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import NoneType
from typing import Annotated, Any, ClassVar, get_args, get_origin

from pydantic import BaseModel, ConfigDict

from ...text import Text
from .holds import ANY_TEXT, Holds


@dataclass(frozen=True)
class ShortForm:
    """Marks a mapping for which plain text may stand, meaning ``{key: text}``."""

    key: str

    def __call__(self, value: Any) -> Any:
        """Expand plain text to the mapping it stands for."""
        return {self.key: value} if isinstance(value, str) else value


class Shape(BaseModel):
    """A mapping whose keys are known; any other key is refused. ``called``: what it is, in a word."""

    model_config = ConfigDict(extra="forbid")
    called: ClassVar[Text]


class Words(Shape):
    """The same words in both languages."""

    called = Text("中英文", "in both languages")

    zh: Annotated[str, Text("中文", "in Chinese")]
    en: Annotated[str, Text("英文", "in English")]


@dataclass(frozen=True, slots=True)
class TextForm:
    """A value that is text, and what it must hold."""

    holds: Holds


@dataclass(frozen=True, slots=True)
class ShapeForm:
    """A value that is a mapping of known keys; ``short``: plain text may stand for it."""

    shape: type[Shape]
    short: bool = False


@dataclass(frozen=True, slots=True)
class ListForm:
    """A value that is a list."""

    of: "Form"


@dataclass(frozen=True, slots=True)
class MapForm:
    """A value that is a mapping of any keys; ``gaps``: an entry may be left empty."""

    of: "Form"
    gaps: bool = False


Form = TextForm | ShapeForm | ListForm | MapForm


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a shape: what it is for, whether it can be left out, and what sort of value it has."""

    name: str
    told: Text
    required: bool
    form: Form


def keys_of(shape: type[Shape]) -> Iterator[Key]:
    """Return the keys of a shape in order: the one reading of the models, for tables and schemas."""
    hints = shape.__annotations__
    for name, field in shape.model_fields.items():
        hint, *marks = get_args(hints[name])
        (told,) = (mark for mark in marks if isinstance(mark, Text))
        yield Key(name, told, field.is_required(), _form(hint, marks))


def shapes_in(shape: type[Shape]) -> Iterator[type[Shape]]:
    """Return a shape and all that stand inside it."""
    yield shape
    for key in keys_of(shape):
        form = key.form
        while isinstance(form, ListForm | MapForm):
            form = form.of
        if isinstance(form, ShapeForm):
            yield from shapes_in(form.shape)


def _form(hint: Any, marks: Sequence[Any] = ()) -> Form:
    choices = [choice for choice in get_args(hint) if choice is not NoneType]
    if len(choices) == 1 and NoneType in get_args(hint):
        hint = choices[0]  # it may be left empty
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
    if hint is str:
        return TextForm(next((mark for mark in marks if isinstance(mark, Holds)), ANY_TEXT))
    if get_origin(hint) is list:
        return ListForm(_form(*get_args(hint)))
    if get_origin(hint) is dict:
        _, value = get_args(hint)
        return MapForm(_form(value), gaps=NoneType in get_args(value))
    return ShapeForm(hint, short=any(isinstance(mark, ShortForm) for mark in marks))
