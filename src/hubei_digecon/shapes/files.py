"""The shapes of our files, as pydantic models: which keys can stand where, and what sort of value.

Every scalar is text here; numbers, units, dates and words are read by our own grammar afterwards,
and what that grammar wants of a text is marked in its type. Keys a file does not need may be left
empty, as in a form that is not yet filled. A :class:`ShortForm` lets plain text stand for a mapping
with that text under one key.
"""

from collections.abc import Iterator

from .base import ListForm, MapForm, Shape, ShapeForm, keys_of, name_of
from .report import ReportShape
from .review import ReviewShape
from .targets import CatalogueShape, EntityShape, PolicyDocumentShape
from .weights import WeightsShape

FILES: dict[str, type[Shape]] = {
    "report": ReportShape,
    "review": ReviewShape,
    "catalogue": CatalogueShape,
    "document": PolicyDocumentShape,
    "entity": EntityShape,
    "weights": WeightsShape,
}
"""The shape of each sort of file."""


def shapes_in(shape: type[Shape]) -> Iterator[type[Shape]]:
    """Return a shape and all that stand inside it."""
    yield shape
    for key in keys_of(shape):
        form = key.form
        while isinstance(form, ListForm | MapForm):
            form = form.of
        if isinstance(form, ShapeForm):
            yield from shapes_in(form.shape)


SHAPES: dict[str, type[Shape]] = {
    name_of(shape): shape for file in FILES.values() for shape in shapes_in(file)
}
"""Every shape by its name, those of files and those that stand inside."""
