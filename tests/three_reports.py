"""A repository with three reports: one compliant, one missed, one with a unit error; and what is said of them."""

from dataclasses import dataclass
from pathlib import Path

from .repositories import committed
from .small_targets import REPORTS, Small

GOOD, MISSED, FAULTY = "reports/good.yaml", "reports/未完成 2025.yaml", "reports/示例/unit.json"

FILES = {
    GOOD: REPORTS["compliant"],
    MISSED: """\
entity: one
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  firms:
    counting: in_force
    value: 8家
""",
    FAULTY: """\
{"entity": "one", "period": "2025", "submitted": {"by": "示例单位", "date": "2026-01-20"},
 "observations": {"firms": {"note": "示例", "value": "12亿元", "counting": "in_force"}}}
""",
}


@dataclass(frozen=True)
class Told:
    """What must be said of one value: where it stands, how long it is, and what the matter is."""

    path: str
    line: int
    column: int
    width: int
    id: str
    message: str

    @property
    def as_text(self) -> str:
        """The line that editors read, and that pre-commit shows."""
        return f"{self.path}:{self.line}:{self.column}: error {self.id} {self.message}"


A_MISS = Told(
    MISSED, 7, 12, 2, "one.firms",
    "Sample firms: missed. Reported 8家; required: at least 10家; 2家 below the target. The published target is missed.",
)  # fmt: skip
A_UNIT_ERROR = Told(
    FAULTY, 2, 52, 6, "unit-mismatch",
    "the unit “亿元” is not for an indicator of kind count; units that can be used here: 家 个 项 万家 万个 万项 亿家 亿个 亿项",
)  # fmt: skip
TOLD = (A_MISS, A_UNIT_ERROR)
"""In the order of the names of their files."""

VERDICTS = {
    GOOD: "judged 1 of 1: met 1, missed 0; undecided 0, no data 0, not due 0, waived 0. Verdict: compliant (interim)",
    MISSED: "judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. "
    "Verdict: noncompliant (interim)",
    FAULTY: "judged 0 of 0: met 0, missed 0; undecided 0, no data 0, not due 0, waived 0. "
    "Verdict: invalid (it cannot be read, or not as a report)",
}


def repository(folder: Path, *paths: str) -> Path:
    """Make a repository of the reports named, by default all three, and of their folder of targets."""
    Small(folder)
    for path in paths or FILES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(FILES[path], "utf-8")
    committed(folder)
    return folder
