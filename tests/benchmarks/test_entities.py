"""Made-up places have target files that hold to the lint, say that they are made up, and can be judged by."""

import json
from pathlib import Path

from benchmarks.entities import MADE_UP, targets_text, write_targets
from benchmarks.generate import write_all_periods
from benchmarks.places import Aim, Place

from hubei_digecon.domain.exit_codes import Exit

from ..conftest import AS_OF, Digecon

NUMBER = 15
PERIODS = ("2024", "2025-M03", "2025-M06", "2025-M09", "2025")

PLACE = Place(
    "bench-zone-007",
    (
        Aim("core_value_added", 350, "亿元", "more_than"),
        Aim("core_share_of_gdp", 12, "%"),
        Aim("new_innovation_platforms", 5, "家"),
    ),
    ("manufacturing_path",),
)
TEXT = f"""\
{MADE_UP}
format: digecon/targets/v1
entity:
  id: bench-zone-007
  kind: zone
  name: {{zh: 基准测试园区007（虚构）, en: Benchmark Zone 007 (fictional)}}
targets:
  core_value_added:
    due: 2025
    comparator: more_than
    value: 350
    unit: "亿元"
    source: {{document: made-up, paragraph: 1, wording: 超过350亿元}}
  core_share_of_gdp:
    due: 2025
    comparator: at_least
    value: 12
    unit: "%"
    source: {{document: made-up, paragraph: 1, wording: 达到12%}}
  new_innovation_platforms:
    due: 2025
    comparator: at_least
    value: 5
    stretch: 8
    unit: "家"
    source: {{document: made-up, paragraph: 1, wording: 5—8家}}
    note: {{zh: 按不低于下限理解。, en: Read as at least the lower end.}}
  manufacturing_path:
    due: 2025
    comparator: milestone
    source: {{document: made-up, paragraph: 1, wording: 形成}}
"""


def test_a_target_file() -> None:
    assert targets_text(PLACE) == TEXT


def test_the_lint_finds_nothing(tmp_path: Path, digecon: Digecon) -> None:
    write_targets(NUMBER, tmp_path / "targets")
    ran = digecon("lint", "--lang", "en", str(tmp_path / "targets"))
    assert (ran.code, ran.out) == (
        Exit.COMPLIANT,
        f"files read: {NUMBER + 2}; errors 0, warnings 0, notes 0.\n",
    )


def test_each_place_is_judged_by_its_own_targets(tmp_path: Path, digecon: Digecon) -> None:
    places = write_targets(NUMBER, tmp_path / "targets")
    write_all_periods(places, PERIODS, tmp_path / "reports")
    options = ("--as-of", AS_OF, "--fail-on", "never", "--output-format", "json")
    ran = digecon("check", "--targets", str(tmp_path / "targets"), *options, str(tmp_path / "reports"))
    judged = {
        (one["entity"], one["period"]): {finding["indicator"] for finding in one["findings"]}
        for one in json.loads(ran.out)["assessments"]
    }
    assert judged == {
        (place.entity, period): {*(aim.indicator for aim in place.aims), *place.milestones}
        for place in places
        for period in PERIODS
    }
