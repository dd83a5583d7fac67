"""The one table of all kinds of remarks, gathered from the modules that raise them."""

from . import quantity
from .diagnostics import DiagnosticKind
from .evaluate import checks
from .load import catalogue, entities, faults, fields, inputs, reports, targets, wording

_HOMES = (faults, fields, quantity, reports, inputs, catalogue, entities, wording, targets, checks)

DIAGNOSTICS: dict[str, DiagnosticKind] = {kind.id: kind for home in _HOMES for kind in home.KINDS}
"""Every kind of remark by its id, in the order in which a file meets them."""
