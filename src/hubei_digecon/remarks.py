"""The one table of all kinds of remarks, gathered from the modules that raise them."""

from . import consistency, quantity
from .checking import reviews as book
from .diagnostics import DiagnosticKind
from .evaluate import assessment, checks, reviewing
from .items import sorting
from .load import (
    attached,
    catalogue,
    entities,
    faults,
    fields,
    inputs,
    named,
    reports,
    results,
    reviews,
    targets,
    wording,
)

_HOMES = (
    faults, fields, quantity, named, reports, attached, reviews, inputs, book, results, catalogue, entities,
    wording, targets, checks, consistency, sorting, reviewing, assessment,
)  # fmt: skip

DIAGNOSTICS: dict[str, DiagnosticKind] = {kind.id: kind for home in _HOMES for kind in home.KINDS}
"""Every kind of remark by its id, in the order in which a file meets them."""
