"""What the measured relations should hold to."""

import operator
from collections.abc import Mapping
from dataclasses import dataclass

from .measured import (
    BARE,
    CHECK,
    CHECK_ALIKE,
    CHECK_FEW,
    FAST,
    FAST_SPREAD,
    IMPORTS,
    JSON,
    LIMIT,
    LIMIT_IN_C,
    MANY,
    MOST,
    NATIVE,
    PEER,
    RUST,
    RUST_SPREAD,
    SCHEMA_PEER,
    TABLE,
    YAMLLINT,
    on_alike,
)
from .timing import Timing

Timings = Mapping[str, Timing]

_HOLDS = {
    "at most": operator.le,
    "aim at most": operator.le,
    "below": operator.lt,
    "at least": operator.ge,
    "above": operator.gt,
}


@dataclass(frozen=True, slots=True)
class Bound:
    """What a measured number should hold to, if anything."""

    relation: str = ""
    bound: float = 0

    def said(self, measured: float) -> str:
        """Return the bound in words, and whether ``measured`` keeps to it."""
        if not self.relation:
            return "-"
        kept = _HOLDS[self.relation](measured, self.bound)
        return f"{self.relation} {self.bound:g}: {'kept' if kept else 'NOT KEPT'}"


def bound_line(name: str, measured: float, most: float) -> str:
    """Return the line of a measured number that should be at most another, and whether it is."""
    return f"  {name:46}{measured:8.2f}  {Bound('at most', most).said(measured)}"


@dataclass(frozen=True, slots=True)
class Budget:
    """How many times as long ``name`` takes for a file as ``than``, and what that should hold to."""

    name: str
    than: str
    bound: Bound = Bound()


SINGLE = (
    Budget(TABLE, IMPORTS, Bound("at most", 1.1)),
    Budget(JSON, IMPORTS, Bound("at most", 0.8)),
    Budget(TABLE, PEER, Bound("below", 1)),
    Budget(JSON, PEER, Bound("below", 1)),
    Budget(TABLE, BARE),
    Budget(JSON, BARE),
)
LINEAR = (Budget(MANY, MOST, Bound("at least", 0.85)),)
"""Files a second on most reports, by those on many: it may only get slower by so much."""

PLACED = (Bound("at most", 6), Bound("aim at most", 4))
"""Reading a report with the places of its values, by libyaml's parser alone on the same bytes."""

FORM = Bound("at most", 8)
"""A form that was filled in Excel, by the same form in YAML."""

MEMORY = Bound("below", 250)
"""MB, of all processes together."""
GROWTH = Bound("at most", 1.2)
"""The memory on most reports, by that on many."""


def batch(timings: Timings) -> tuple[Budget, ...]:
    """Return the budgets of many reports; of two limits the quicker one is held to."""
    limits = [timings[name] for name in (LIMIT, LIMIT_IN_C) if name in timings]
    limit = min(limits, key=lambda timing: timing.median).name
    return (
        Budget(CHECK, limit, Bound("at most", 10)),
        Budget(CHECK, limit, Bound("aim at most", 8)),
        Budget(CHECK_ALIKE, on_alike(limit)),
        Budget(RUST, CHECK, Bound("at least", 2)),
        Budget(RUST_SPREAD, CHECK, Bound("at least", 1.5)),
        Budget(FAST, CHECK),
        Budget(FAST_SPREAD, CHECK),
        Budget(NATIVE, CHECK, Bound("above", 1)),
        Budget(SCHEMA_PEER, CHECK, Bound("at least", 40)),
        Budget(SCHEMA_PEER, CHECK_FEW, Bound("at least", 10)),
        Budget(YAMLLINT, CHECK),
    )
