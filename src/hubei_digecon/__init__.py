"""digecon: whether a place's report meets its published 2025 digital-economy targets.

The public API: :func:`check`, :func:`score`, :func:`load_report`, :func:`load_targets`, and the types
they give. Names are imported when first used, so that the command line starts fast.
"""

from typing import TYPE_CHECKING, Any

from .version import VERSION

__version__ = VERSION

if TYPE_CHECKING:
    from .api import check, load_report, load_targets, score
    from .findings import Assessment, Finding, Outcome, Settings, Verdict
    from .load.faults import InputError
    from .load.targets import TargetLibrary, TargetsError
    from .model.reports import Report
    from .scoreboard.board import Scoreboard

_HOMES = {
    "check": "api",
    "load_report": "api",
    "load_targets": "api",
    "score": "api",
    "Assessment": "findings",
    "Finding": "findings",
    "Outcome": "findings",
    "Settings": "findings",
    "Verdict": "findings",
    "InputError": "load.faults",
    "TargetLibrary": "load.targets",
    "TargetsError": "load.targets",
    "Report": "model.reports",
    "Scoreboard": "scoreboard.board",
}

__all__ = [
    "Assessment",
    "Finding",
    "InputError",
    "Outcome",
    "Report",
    "Scoreboard",
    "Settings",
    "TargetLibrary",
    "TargetsError",
    "Verdict",
    "__version__",
    "check",
    "load_report",
    "load_targets",
    "score",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
