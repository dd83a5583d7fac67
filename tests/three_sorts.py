"""A repository with YAML, CSV and the official form in Excel: of each sort a report that misses its target and one
with a unit error, and a report that only its review shows to miss. And what must be said of it, whoever says it.
"""

from pathlib import Path

from openpyxl import load_workbook

from hubei_digecon.cli.main import run

from .repositories import committed
from .small_targets import Small
from .workbooks import NUMBERS, cover_of

_YAML = """\
entity: one
period: 2025
submitted: {{by: 示例单位, date: 2026-01-20}}
observations:
  firms: {{value: {value}, unit: {unit}, counting: in_force}}
"""
_CSV = """\
考核对象,报告期,填报单位,填报日期,指标名称,完成值,计量单位,统计方式
一市,2025,示例单位,2026-01-20,示例企业,{value},{unit},期末有效（存量）
"""
_REVIEWED = """\
entity: two
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  firms: {value: 12家, counting: in_force}
  share: 3.1%
"""
_REVIEW = """\
format: digecon/review/v1
entity: two
period: 2025
reviewer: {name: 示例核验组, organisation: 示例核验单位}
verified:
  share: {value: 2.9, unit: "%", basis: 示例审计报告第3页}
"""
REVIEW = "assessor/two.yaml"

_MISS = "Sample firms: missed. Reported 8家; required: at least 10家; 2家 below the target. The published target is missed."
_UNIT = (
    "the unit “亿元” is not for an indicator of kind count; units that can be used here: "
    "家 个 项 万家 万个 万项 亿家 亿个 亿项"
)
_VERIFIED = (
    "Sample share: missed. Reported 3.1%, verified 2.9%; required: at least 3%; 0.1 percentage points below the "
    "target. Decided on the verified value. The published target is missed."
)
TOLD = {
    "reports/csv-missed.csv": ("2:30", "one.firms", _MISS),
    "reports/csv-unit.csv": ("2:33", "unit-mismatch", _UNIT),
    "reports/excel-missed.xlsx": (f"{NUMBERS}!F5", "one.firms", _MISS),
    "reports/excel-unit.xlsx": (f"{NUMBERS}!C5", "unit-mismatch", _UNIT),
    "reports/reviewed.yaml": ("6:10", "two.share", _VERIFIED),
    "reports/yaml-missed.yaml": ("5:18", "one.firms", _MISS),
    "reports/yaml-unit.yaml": ("5:28", "unit-mismatch", _UNIT),
}
"""Of each report the place, the id and the words of the one error."""


TEXT_LINES = [f"{path}:{place}: error {id} {message}" for path, (place, id, message) in TOLD.items()]
"""What the format ``text`` says of the errors."""
UNIT_ERRORS = [line for line in TEXT_LINES if "unit-mismatch" in line]
"""What is said of reports that are only read."""


def repository(folder: Path) -> Path:
    """Make the repository, its targets and the assessor's review in it, and commit it."""
    Small(folder)
    for path in (folder / "reports", folder / "assessor"):
        path.mkdir()
    for name, value, unit in (("missed", "8", "家"), ("unit", "12", "亿元")):
        (folder / f"reports/yaml-{name}.yaml").write_text(_YAML.format(value=value, unit=unit), "utf-8")
        (folder / f"reports/csv-{name}.csv").write_text(_CSV.format(value=value, unit=unit), "utf-8")
        _fill_form(folder, folder / f"reports/excel-{name}.xlsx", value, unit)
    (folder / "reports/reviewed.yaml").write_text(_REVIEWED, "utf-8")
    (folder / REVIEW).write_text(_REVIEW, "utf-8")
    committed(folder)
    return folder


def _fill_form(folder: Path, path: Path, value: str, unit: str) -> None:
    """Have ``digecon new`` write the form, and fill it as a submitter does."""
    targets = str(folder / "targets")
    assert run(["new", "one", "--isolated", "--lang", "zh", "--targets", targets, "-o", str(path)]) == 0
    form = load_workbook(path)
    cover_of(form, "submitted.by").value = "示例单位"
    cover_of(form, "submitted.date").value = "2026-01-20"
    form[NUMBERS]["F5"], form[NUMBERS]["C5"] = value, unit
    form.save(path)
