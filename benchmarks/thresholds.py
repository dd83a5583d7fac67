"""The numeric targets as the peer's schema holds them: read from there, so that they stand here once."""

import json
from dataclasses import dataclass
from functools import cache
from typing import Any

from .commands import ROOT
from .programs import SCHEMA

_COMPARATORS = {"minimum": "at_least", "exclusiveMinimum": "more_than"}
"""What JSON Schema calls the comparators of the targets."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The line that one entity has to reach, or to pass, on one indicator."""

    entity: str
    indicator: str
    comparator: str
    line: float
    unit: str

    @property
    def just_short(self) -> float:
        """The nearest whole number that does not satisfy it."""
        return self.line if self.comparator == "more_than" else self.line - 1


@cache
def read_thresholds() -> tuple[Threshold, ...]:
    """Return every threshold of the schema, in its order."""
    schema = json.loads((ROOT / SCHEMA).read_text("utf-8"))
    return tuple(
        _threshold(entity, indicator, observation["properties"])
        for entity, observations in schema["$defs"].items()
        for indicator, observation in observations["properties"].items()
    )


def _threshold(entity: str, indicator: str, keys: dict[str, Any]) -> Threshold:
    ((keyword, line),) = keys["value"].items()
    return Threshold(entity, indicator, _COMPARATORS[keyword], line, keys["unit"]["const"])
