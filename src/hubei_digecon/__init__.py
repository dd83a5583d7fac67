"""digecon: whether a place's report meets its published 2025 digital-economy targets.

The public API: :func:`check`, :func:`score`, :func:`trend`, :func:`diff`, :func:`lint`, :func:`verify`,
:func:`new`, :func:`load_report`, :func:`load_targets`, and the types that they take and give. Names are
imported when first used, so that the command line starts fast.
"""

from typing import TYPE_CHECKING, Any

from .version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from .api.empty_report import EmptyReport
    from .api.files import lint, load_report, load_targets, new, verify
    from .api.results import Comparison, FilesRead, Run, Trend, Verification
    from .api.runs import check, diff, score, trend
    from .diagnostics import Diagnostic, DiagnosticKind, Example, Place, Severity, Sort, SourceFile
    from .domain.assessments import (
        Assessment,
        FileDiagnostics,
        FileDigest,
        FollowedReview,
        OverTime,
        Settings,
        SettingTold,
    )
    from .domain.baseline import Baseline, BaselineCounts, KnownFinding, KnownParts, KnownReport, Trouble
    from .domain.changes import FigureChange, IndicatorChange, WhyNoChange
    from .domain.comparators import Comparator, Phrase
    from .domain.conditions import Conditions
    from .domain.differences import (
        ChangeMade,
        Compared,
        ComparedSort,
        DifferenceSort,
        FoundDifference,
        Side,
        Subject,
    )
    from .domain.findings import Finding, Needed, Recomputation, Worth
    from .domain.left_out import LeftOut, LeftOutCounts, WhyLeftOut
    from .domain.outcomes import Grade, Outcome, Party, Reason, Verdict
    from .domain.pace import BaseOrigin, BreakKind, NoPace, PaceCut, PaceMethod, PaceState
    from .domain.registers import RegisterTally, WhyNotCounted
    from .domain.reports import Evidence, Item, Observation, Period, PreviousFigure, Report, Span, Submission
    from .domain.reviews import AdjustedTarget
    from .domain.run_counts import RunCounts
    from .domain.schedules import CutOffs, LineBase, StandingWord, WhyNoSchedule, YearStanding
    from .domain.scoreboard import (
        Rank,
        RankedGroup,
        Ranking,
        Recipe,
        Score,
        Scoreboard,
        ScoreboardRow,
        ScoreChange,
        ScorePart,
        ValueChange,
        Weighting,
    )
    from .domain.targets import (
        Base,
        Change,
        Citation,
        Eligibility,
        Entity,
        Indicator,
        OtherReading,
        PolicyDocument,
        TableCell,
        Target,
        Tolerance,
    )
    from .domain.tasks import Task
    from .domain.verification import Difference
    from .domain.words import (
        Arrival,
        Counting,
        EntityKind,
        ItemLevel,
        Missing,
        Prices,
        SeenAs,
        State,
        Status,
        TargetNature,
    )
    from .load.faults import InputError
    from .load.in_memory import ArrowTable, OpenFile, ReportText
    from .load.targets import TargetLibrary, TargetsError
    from .quantity.hedges import Bound
    from .quantity.kinds import ChangeMeasure, DifferenceUnit, IndicatorKind, Nature, Unit, Units
    from .quantity.numbers import Interval
    from .quantity.parsing import Quantity
    from .text import Text
    from .trends.values import Pace, Series, SeriesBase, SeriesBreak, TrendPoint

_HOMES = {
    "api.empty_report": "EmptyReport",
    "api.files": "lint load_report load_targets new verify",
    "api.results": "Comparison FilesRead Run Trend Verification",
    "api.runs": "check diff score trend",
    "diagnostics": "Diagnostic DiagnosticKind Example Place Severity Sort SourceFile",
    "domain.assessments": (
        "Assessment FileDiagnostics FileDigest FollowedReview OverTime SettingTold Settings"
    ),
    "domain.baseline": "Baseline BaselineCounts KnownFinding KnownParts KnownReport Trouble",
    "domain.changes": "FigureChange IndicatorChange WhyNoChange",
    "domain.comparators": "Comparator Phrase",
    "domain.conditions": "Conditions",
    "domain.differences": ("ChangeMade Compared ComparedSort DifferenceSort FoundDifference Side Subject"),
    "domain.findings": "Finding Needed Recomputation Worth",
    "domain.left_out": "LeftOut LeftOutCounts WhyLeftOut",
    "domain.pace": "BaseOrigin BreakKind NoPace PaceCut PaceMethod PaceState",
    "domain.outcomes": "Grade Outcome Party Reason Verdict",
    "domain.registers": "RegisterTally WhyNotCounted",
    "domain.reports": "Evidence Item Observation Period PreviousFigure Report Span Submission",
    "domain.reviews": "AdjustedTarget",
    "domain.scoreboard": (
        "Rank RankedGroup Ranking Recipe Score ScoreChange ScorePart Scoreboard ScoreboardRow "
        "ValueChange Weighting"
    ),
    "domain.schedules": "CutOffs LineBase StandingWord WhyNoSchedule YearStanding",
    "domain.run_counts": "RunCounts",
    "domain.targets": (
        "Base Change Citation Eligibility Entity Indicator OtherReading PolicyDocument TableCell "
        "Target Tolerance"
    ),
    "domain.tasks": "Task",
    "domain.verification": "Difference",
    "domain.words": "Arrival Counting EntityKind ItemLevel Missing Prices SeenAs State Status TargetNature",
    "load.faults": "InputError",
    "load.in_memory": "ArrowTable OpenFile ReportText",
    "load.targets": "TargetLibrary TargetsError",
    "quantity.hedges": "Bound",
    "quantity.kinds": "ChangeMeasure DifferenceUnit IndicatorKind Nature Unit Units",
    "quantity.numbers": "Interval",
    "quantity.parsing": "Quantity",
    "text": "Text",
    "trends.values": "Pace Series SeriesBase SeriesBreak TrendPoint",
}
"""The public names by the module in which they are defined."""

__all__ = [
    "AdjustedTarget",
    "Arrival",
    "ArrowTable",
    "Assessment",
    "Base",
    "BaseOrigin",
    "Baseline",
    "BaselineCounts",
    "Bound",
    "BreakKind",
    "Change",
    "ChangeMade",
    "ChangeMeasure",
    "Citation",
    "Comparator",
    "Compared",
    "ComparedSort",
    "Comparison",
    "Conditions",
    "Counting",
    "CutOffs",
    "Diagnostic",
    "DiagnosticKind",
    "Difference",
    "DifferenceSort",
    "DifferenceUnit",
    "Eligibility",
    "EmptyReport",
    "Entity",
    "EntityKind",
    "Evidence",
    "Example",
    "FigureChange",
    "FileDiagnostics",
    "FileDigest",
    "FilesRead",
    "Finding",
    "FollowedReview",
    "FoundDifference",
    "Grade",
    "Indicator",
    "IndicatorChange",
    "IndicatorKind",
    "InputError",
    "Interval",
    "Item",
    "ItemLevel",
    "KnownFinding",
    "KnownParts",
    "KnownReport",
    "LeftOut",
    "LeftOutCounts",
    "LineBase",
    "Missing",
    "Nature",
    "Needed",
    "NoPace",
    "Observation",
    "OpenFile",
    "OtherReading",
    "Outcome",
    "OverTime",
    "Pace",
    "PaceCut",
    "PaceMethod",
    "PaceState",
    "Party",
    "Period",
    "Phrase",
    "Place",
    "PolicyDocument",
    "PreviousFigure",
    "Prices",
    "Quantity",
    "Rank",
    "RankedGroup",
    "Ranking",
    "Reason",
    "Recipe",
    "Recomputation",
    "RegisterTally",
    "Report",
    "ReportText",
    "Run",
    "RunCounts",
    "Score",
    "ScoreChange",
    "ScorePart",
    "Scoreboard",
    "ScoreboardRow",
    "SeenAs",
    "Series",
    "SeriesBase",
    "SeriesBreak",
    "SettingTold",
    "Settings",
    "Severity",
    "Side",
    "Sort",
    "SourceFile",
    "Span",
    "StandingWord",
    "State",
    "Status",
    "Subject",
    "Submission",
    "TableCell",
    "Target",
    "TargetLibrary",
    "TargetNature",
    "TargetsError",
    "Task",
    "Text",
    "Tolerance",
    "Trend",
    "TrendPoint",
    "Trouble",
    "Unit",
    "Units",
    "ValueChange",
    "Verdict",
    "Verification",
    "Weighting",
    "WhyLeftOut",
    "WhyNoChange",
    "WhyNoSchedule",
    "WhyNotCounted",
    "Worth",
    "YearStanding",
    "__version__",
    "check",
    "diff",
    "lint",
    "load_report",
    "load_targets",
    "new",
    "score",
    "trend",
    "verify",
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
