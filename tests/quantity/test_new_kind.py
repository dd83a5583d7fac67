"""A new kind is one class: its values are read, judged and shown without a change anywhere else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
import sys

from hubei_digecon.quantity.kinds import INDICATOR_KINDS, IndicatorKind, Unit, Units
from hubei_digecon.text import Text


class IndexKind(IndicatorKind):
    id = "index"
    term = Text("指数", "index")
    how_written = Text("写数值和单位，如 -1.5%", "write a number and its unit, as in -1.5%")
    units = Units((Unit("%", 1), Unit("倍", 100)))
    difference_unit = INDICATOR_KINDS["share"].difference_unit


INDICATOR_KINDS["index"] = IndexKind()

from hubei_digecon.cli.main import run

sys.exit(run(sys.argv[1:]))
"""
CATALOGUE = """
indicators:
  growth:
    name: {zh: 增加值增速, en: Growth of value added}
    kind: index
    unit: "%"
    definition: {zh: 示例。, en: An example.}
"""
DOCUMENT = """
document:
  id: notice
  title: {zh: 示例通知, en: An example}
  named: {city: 1}
  published: 1
"""
PLACE = """
entity:
  id: place
  kind: city
  name: {zh: 示例市, en: Place}
targets:
  growth:
    due: 2025
    comparator: at_least
    value: 12
    unit: "%"
    source: {document: notice, paragraph: 1, wording: 达到12%}
"""
REPORT = """
entity: place
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations: {growth: {value: VALUE, status: final, source: 年报}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with targets of the new kind."""
    files = {"indicators.yaml": CATALOGUE, "documents/notice.yaml": DOCUMENT, "cities/place.yaml": PLACE}
    for name, text in files.items():
        path = tmp_path / "targets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """Run the program that knows the new kind, and return its exit code and what it prints."""
    command = [sys.executable, "-c", PROGRAM, *arguments, "--targets", "targets"]
    done = subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", check=False)
    return done.returncode, done.stdout + done.stderr


def check(folder: Path, value: str, *options: str) -> tuple[int, str]:
    """Check a report with a value of the new kind."""
    (folder / "report.yaml").write_text(REPORT.replace("VALUE", value), encoding="utf-8")
    return run(folder, "check", "report.yaml", "--as-of", "2026-02-28", *options)


def test_a_value_is_judged_and_shown_with_its_difference(folder: Path) -> None:
    code, shown = check(folder, "-1.25%", "--lang", "en")
    assert code == 1
    assert "Growth of value added ≥12% -1.25% -13.25 pp – ✗ missed" in " ".join(shown.split())
    assert "Reported -1.25%; required: at least 12%; 13.25 percentage points below the" in shown


def test_a_value_is_compared_across_the_units_of_its_kind(folder: Path) -> None:
    code, shown = check(folder, "0.125倍", "--output-format", "json")
    (finding,) = json.loads(shown)["assessments"][0]["findings"]
    assert code == 0
    assert (finding["outcome"], finding["observed"], finding["gap"]) == ("met", "12.5", "0.5")


def test_a_unit_of_another_kind_is_refused_with_those_of_the_kind(folder: Path) -> None:
    code, shown = check(folder, "12‰", "--lang", "en")
    assert code == 3
    assert "the unit “‰” is not for an indicator of kind index" in " ".join(shown.split())
    assert "units that can be used here: % 倍" in shown


def test_schemas_forms_and_explanations_know_the_kind(folder: Path) -> None:
    code, schema = run(folder, "schema", "report")
    assert code == 0
    assert json.loads(schema)["$defs"]["Observation-index"]["title"] == "填报值（指数） / observation (index)"
    assert '# unit: "%"' in run(folder, "new", "place", "--lang", "en")[1]
    assert "kind: index" in run(folder, "explain", "growth", "--lang", "en")[1]
    assert run(folder, "lint", "targets/cities/place.yaml", "targets/indicators.yaml")[0] == 0
