"""The shapes of our files, as pydantic models: which keys can stand where, and what sort of value.

Every scalar is text here; numbers, units, dates and words are read by our own grammar afterwards,
and what that grammar wants of a text is marked in its type. Keys a file does not need may be left
empty, as in a form that is not yet filled. A :class:`ShortForm` lets plain text stand for a mapping
with that text under one key.
"""

from .base import (
    Form,
    Key,
    ListForm,
    MapForm,
    Shape,
    ShapeForm,
    ShortForm,
    TextForm,
    Words,
    keys_of,
    shapes_in,
)
from .report import Report
from .review import Review
from .targets import Catalogue, Entity, PolicyDocument
from .weights import Weights

FILES: dict[str, type[Shape]] = {
    "report": Report,
    "review": Review,
    "catalogue": Catalogue,
    "document": PolicyDocument,
    "entity": Entity,
    "weights": Weights,
}
"""The shape of each sort of file."""

SHAPES: dict[str, type[Shape]] = {
    shape.__name__: shape for file in FILES.values() for shape in shapes_in(file)
}
"""Every shape by its name, those of files and those that stand inside."""

__all__ = [
    "FILES",
    "SHAPES",
    "Form",
    "Key",
    "ListForm",
    "MapForm",
    "Shape",
    "ShapeForm",
    "ShortForm",
    "TextForm",
    "Words",
    "keys_of",
    "shapes_in",
]
