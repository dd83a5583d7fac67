"""What a weights file says: an office's own weights, and who answers for them."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ..diagnostics import Diagnostic, SourceFile


@dataclass(frozen=True, slots=True)
class Weighting:
    """A weight, 0 or more, for every indicator that is scored, by id; ``by`` and ``date`` tell who
    issued them and when.
    """

    source: SourceFile
    by: str
    date: datetime.date
    weights: Mapping[str, Fraction]
    remarks: tuple[Diagnostic, ...] = ()
