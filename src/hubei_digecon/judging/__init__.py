"""Judge a report against targets in the four steps of the design: value, satisfaction, time, waiver.

Judging is pure: no files, no clock, no terminal, no third-party import, and never a float. ``grounds`` finds
the value, ``satisfaction`` holds it against the target, ``timing`` turns that into an outcome by the period,
``message`` puts it into words, ``assessment`` puts the findings of a report together, ``by_document`` does so
for each document that the report is judged by.
"""

from .assessment import assess, invalid
from .by_document import assess_by_documents

__all__ = ["assess", "assess_by_documents", "invalid"]
