"""digecon: whether a place's report meets its published 2025 digital-economy targets.

The public API: :func:`check`, :func:`score`, :func:`load_report`, :func:`load_targets`, and the types
that they take and give. Names are imported when first used, so that the command line starts fast.
"""

from typing import TYPE_CHECKING, Any

from .version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from .api import check, load_report, load_targets, score
    from .comparators import Comparator, Phrase
    from .diagnostics import Diagnostic, DiagnosticKind, Example, Place, Severity, Sort, SourceFile
    from .exact import Interval
    from .findings import (
        Assessment,
        FileDigest,
        FileRemarks,
        Finding,
        Grade,
        Needed,
        Outcome,
        Party,
        Reason,
        Settings,
        SettingTold,
        Verdict,
    )
    from .left_out import LeftOut, LeftOutTally, WhyLeftOut
    from .load.faults import InputError
    from .load.targets import TargetLibrary, TargetsError
    from .model.reports import Evidence, Item, Observation, Period, Report, Span, Submission
    from .model.targets import Citation, Eligibility, Entity, Indicator, OtherReading, PolicyDocument, Target
    from .model.weights import Weighting
    from .model.words import Arrival, Counting, EntityKind, Level, Missing, Nature, State, Status
    from .quantity import Quantity
    from .run import Run
    from .scoreboard.board import Change, Row, Scoreboard, ValueChange
    from .scoreboard.ranking import Rank, Ranking
    from .scoreboard.recipe import Recipe
    from .scoreboard.score import Part, Score
    from .tally import Tally
    from .text import Text
    from .units import Bound, IndicatorKind

_HOMES = {
    "api": "check load_report load_targets score",
    "comparators": "Comparator Phrase",
    "diagnostics": "Diagnostic DiagnosticKind Example Place Severity Sort SourceFile",
    "exact": "Interval",
    "findings": (
        "Assessment FileDigest FileRemarks Finding Grade Needed Outcome Party Reason Settings SettingTold "
        "Verdict"
    ),
    "left_out": "LeftOut LeftOutTally WhyLeftOut",
    "load.faults": "InputError",
    "load.targets": "TargetLibrary TargetsError",
    "model.reports": "Evidence Item Observation Period Report Span Submission",
    "model.targets": "Citation Eligibility Entity Indicator OtherReading PolicyDocument Target",
    "model.weights": "Weighting",
    "model.words": "Arrival Counting EntityKind Level Missing Nature State Status",
    "quantity": "Quantity",
    "run": "Run",
    "scoreboard.board": "Change Row Scoreboard ValueChange",
    "scoreboard.ranking": "Rank Ranking",
    "scoreboard.recipe": "Recipe",
    "scoreboard.score": "Part Score",
    "tally": "Tally",
    "text": "Text",
    "units": "Bound IndicatorKind",
}
"""The public names by the module in which they are defined."""

__all__ = [
    "Arrival",
    "Assessment",
    "Bound",
    "Change",
    "Citation",
    "Comparator",
    "Counting",
    "Diagnostic",
    "DiagnosticKind",
    "Eligibility",
    "Entity",
    "EntityKind",
    "Evidence",
    "Example",
    "FileDigest",
    "FileRemarks",
    "Finding",
    "Grade",
    "Indicator",
    "IndicatorKind",
    "InputError",
    "Interval",
    "Item",
    "LeftOut",
    "LeftOutTally",
    "Level",
    "Missing",
    "Nature",
    "Needed",
    "Observation",
    "OtherReading",
    "Outcome",
    "Part",
    "Party",
    "Period",
    "Phrase",
    "Place",
    "PolicyDocument",
    "Quantity",
    "Rank",
    "Ranking",
    "Reason",
    "Recipe",
    "Report",
    "Row",
    "Run",
    "Score",
    "Scoreboard",
    "SettingTold",
    "Settings",
    "Severity",
    "Sort",
    "SourceFile",
    "Span",
    "State",
    "Status",
    "Submission",
    "Tally",
    "Target",
    "TargetLibrary",
    "TargetsError",
    "Text",
    "ValueChange",
    "Verdict",
    "Weighting",
    "WhyLeftOut",
    "__version__",
    "check",
    "load_report",
    "load_targets",
    "score",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names.split():
            return getattr(import_module(f".{home}", __name__), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return __all__
