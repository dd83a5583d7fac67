"""Report × targets → assessment, in the design's four steps: value, satisfaction, time, waiver.

Pure: no files, no clock, no terminal, no third-party import, and never a float. ``basis`` finds the
value, ``satisfaction`` holds it against the target, ``timing`` turns that into an outcome by the
period, ``message`` says it in words, ``assessment`` puts the findings of a report together.
"""

from .assessment import assess, invalid

__all__ = ["assess", "invalid"]
