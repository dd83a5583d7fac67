"""Which errors a schema sees: the one table of them, for the documents and for the tests that prove it."""

from ..diagnostics import DiagnosticKind
from ..quantity.diagnostics import (
    DIFFERENCE_AS_LEVEL,
    FRACTIONAL_COUNT,
    MISSING_UNIT,
    NEGATIVE_COUNT,
    NOT_A_NUMBER,
    SEVERAL_HEDGES,
    TWO_UNITS,
    UNIT_MISMATCH,
    UNKNOWN_UNIT,
)
from ..shapes.diagnostics import (
    BAD_DATE,
    BAD_DOCUMENT_PATH,
    BAD_PERIOD,
    BAD_RELATION,
    BAD_WEIGHT,
    BARE_NUMBER,
    CELL_AND_WORDING,
    KEY_OF_COMPARATOR,
    NATURE_OF_KIND,
    NOT_FOR_KIND,
    NOT_WHOLE,
    PARTS_OF_MILESTONE,
    UNKNOWN_FORMAT,
    UNKNOWN_WORD,
    VALUE_AND_MISSING,
)
from .catalogue import UNIT_OF_KIND
from .entities import COMPARATOR_OF_KIND
from .faults import EMPTY, MISSING_KEY, NOT_A_MAPPING, UNKNOWN_KEY, WRONG_TYPE
from .references import UNKNOWN_ENTITY, UNKNOWN_INDICATOR
from .reports import COVER_BLANK
from .reviews import (
    HEDGED_VERIFIED,
    NO_SUCH_TARGET,
    NOT_TO_BE_ADJUSTED,
    NOT_TO_BE_ATTESTED,
    NOT_TO_BE_VERIFIED,
)
from .weights import MISSING_WEIGHT, WEIGHT_OF_MILESTONE

SEEN: tuple[DiagnosticKind, ...] = (
    EMPTY, NOT_A_MAPPING, UNKNOWN_KEY, MISSING_KEY, COVER_BLANK, WRONG_TYPE, UNKNOWN_FORMAT,
    UNKNOWN_ENTITY, UNKNOWN_INDICATOR, BAD_DATE, BAD_PERIOD, NOT_WHOLE, UNKNOWN_WORD, BAD_DOCUMENT_PATH,
    NOT_A_NUMBER, SEVERAL_HEDGES, MISSING_UNIT, UNKNOWN_UNIT, UNIT_MISMATCH, DIFFERENCE_AS_LEVEL, TWO_UNITS,
    NEGATIVE_COUNT, FRACTIONAL_COUNT, NOT_FOR_KIND, VALUE_AND_MISSING, NO_SUCH_TARGET, NOT_TO_BE_ATTESTED,
    NOT_TO_BE_VERIFIED, NOT_TO_BE_ADJUSTED, HEDGED_VERIFIED, PARTS_OF_MILESTONE, UNIT_OF_KIND,
    NATURE_OF_KIND, BAD_RELATION, BARE_NUMBER, KEY_OF_COMPARATOR, COMPARATOR_OF_KIND, BAD_WEIGHT,
    WEIGHT_OF_MILESTONE, MISSING_WEIGHT, CELL_AND_WORDING,
)  # fmt: skip
"""Errors for which a file is refused by its schema, whatever else it holds."""

BUT_SPELLING: tuple[DiagnosticKind, ...] = (
    BAD_PERIOD, NOT_WHOLE, NOT_A_NUMBER, BARE_NUMBER, BAD_WEIGHT,
)  # fmt: skip
"""Those of them that YAML and JSON hide where a value is spelt in another way: ``1.0`` for 1, ``True``."""
