"""JSON Schemas (2020-12) made from the types that read and write the files: one module for each.

Whatever a file is read as without an error, its schema takes (tests hold that); what a schema cannot
see is listed in docs/editors.md.
"""

from .report import report_schema
from .result import diff_schema, listing_schema, result_schema, scoreboard_schema, trend_schema
from .review import review_schema, weights_schema
from .targets import targets_schema

__all__ = [
    "diff_schema",
    "listing_schema",
    "report_schema",
    "result_schema",
    "review_schema",
    "scoreboard_schema",
    "targets_schema",
    "trend_schema",
    "weights_schema",
]
