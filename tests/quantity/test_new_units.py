"""A new family of units is data: its values are read, judged, shown, asked for and proposed without a change
of the program.
"""

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.parsing import read_quantity

from ..conftest import AS_OF, Digecon
from ..laws import examples
from ..load.reading import QUICK

CATALOGUE = """
units:
  compute:
    name: {zh: 算力, en: computing power}
    factors: {PFLOPS: 1, EFLOPS: 1000}
  per_head:
    name: {zh: 每万人拥有数, en: so many for ten thousand people}
    factors: {个/万人: 1, 个/百人: 100}
indicators:
  power: {name: {zh: 算力规模, en: Computing power}, kind: number, unit: EFLOPS, definition: {zh: 示例。, en: Made up.}}
  stations: {name: {zh: 基站, en: Stations}, kind: number, unit: 个/万人, definition: {zh: 示例。, en: Made up.}}
  pue: {name: {zh: 电能利用效率, en: PUE}, kind: number, definition: {zh: 示例。, en: Made up.}}
  users:
    name: {zh: 用户, en: Users}
    kind: count
    unit: 万户
    nature: stock
    definition: {zh: 示例。, en: Made up.}
  place: {name: {zh: 位次, en: Place}, kind: rank, unit: 位, definition: {zh: 示例。, en: Made up.}}
"""
DOCUMENT = """
document: {id: sample, title: {zh: 示例通知, en: A notice}, named: {city: 1}, published: 1}
"""
TARGET = "{{due: 2025, {}, source: {{document: sample, paragraph: 1, wording: {}}}}}"
PLACE = f"""
entity: {{id: one, kind: city, name: {{zh: 一市, en: Oneville}}}}
targets:
  power: {TARGET.format("comparator: more_than, value: 1, unit: EFLOPS", "超过1EFLOPS")}
  pue: {TARGET.format("comparator: at_most, value: 1.3", "降到1.3以下")}
  users: {TARGET.format("comparator: at_least, value: 700, unit: 万户", "达到700万户")}
  place: {TARGET.format("comparator: at_most, value: 3, unit: 位", "不超过3位")}
"""
REPORT = """
entity: one
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  power: 950PFLOPS
  stations: 0.3个/百人
  pue: 1.28
  users: {value: 0.0705亿户, counting: in_force}
  place: 第5名
"""
TABLE = """\
考核对象,报告期,填报单位,填报日期,指标名称,完成值,计量单位,统计方式
一市,2025,示例单位,2026-01-20,算力规模,950,PFLOPS,
一市,2025,示例单位,2026-01-20,基站,0.3个/百人,,
一市,2025,示例单位,2026-01-20,电能利用效率,1.28,,
一市,2025,示例单位,2026-01-20,用户,0.0705,亿户,期末有效（存量）
一市,2025,示例单位,2026-01-20,位次,第5名,位,
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with targets of numbers, a count in 万 and a rank, and a report on them in two sorts of file."""
    folder = tmp_path_factory.mktemp("units")
    files = {
        "targets/indicators.yaml": CATALOGUE,
        "targets/documents/sample.yaml": DOCUMENT,
        "targets/cities/one.yaml": PLACE,
        "report.yaml": REPORT,
        "report.csv": TABLE,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def options(folder: Path) -> tuple[str, ...]:
    return ("--targets", str(folder / "targets"))


def findings(folder: Path, digecon: Digecon, name: str) -> list[dict[str, object]]:
    out = digecon(
        "check", str(folder / name), *options(folder), "--as-of", AS_OF, "--output-format", "json"
    ).out
    keys = ("indicator", "outcome", "observed", "gap", "attainment", "decided_interval", "unit")
    (assessment,) = json.loads(out)["assessments"]
    return [{key: one[key] for key in keys} for one in assessment["findings"]]


def test_values_in_new_units_are_judged(folder: Path, digecon: Digecon) -> None:
    told = [tuple(one.values())[:5] for one in findings(folder, digecon, "report.yaml")]
    assert told == [
        ("power", "missed", "0.950", "-0.05", "0.95"),
        ("pue", "met", "1.28", "-0.02", "1.01562"),
        ("users", "met", "705", "5", "1.00714"),
        ("place", "missed", "5", "2", None),
    ]


def test_a_table_gives_the_same(folder: Path, digecon: Digecon) -> None:
    assert findings(folder, digecon, "report.csv") == findings(folder, digecon, "report.yaml")


def test_a_unit_of_another_family_is_refused_with_those_that_can_be_used(
    folder: Path, tmp_path: Path, digecon: Digecon
) -> None:
    report = tmp_path / "report.yaml"
    report.write_text(REPORT.replace("950PFLOPS", "950EB").replace("1.28", "1.28EFLOPS"), "utf-8")
    ran = digecon("check", str(report), *options(folder), "--as-of", AS_OF, "--lang", "en")
    assert ran.code == 3
    said = " ".join((ran.out + ran.err).split())
    assert "units that can be used here: PFLOPS EFLOPS" in said
    assert "units that can be used here: none" in said


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_forms_ask_for_what_the_kind_needs(lang: str, folder: Path, tmp_path: Path, digecon: Digecon) -> None:
    asked = digecon("new", "one", *options(folder), "--lang", lang).out
    assert "PFLOPS EFLOPS" in asked
    power, pue, users, place = (
        asked.partition(f"\n  {id}:\n")[2].partition("\n\n")[0] for id in ("power", "pue", "users", "place")
    )
    assert "unit: EFLOPS" in power
    assert "unit:" not in pue
    assert "户 万户 亿户" in users
    assert "第3位" in place
    book = tmp_path / "form.xlsx"
    digecon("new", "one", *options(folder), "--lang", lang, "--output", str(book))
    rules = [one.formula1 for one in load_workbook(book).worksheets[1].data_validations.dataValidation]
    assert '"PFLOPS,EFLOPS"' in rules


def test_a_form_that_is_filled_is_read(folder: Path, tmp_path: Path, digecon: Digecon) -> None:
    asked = digecon("new", "one", *options(folder), "--lang", "zh").out
    for id, value in (("power", "0.95EFLOPS"), ("pue", "1.28"), ("users", "705万户"), ("place", "第5名")):
        asked = asked.replace(f"\n  {id}:\n", f"\n  {id}: {value}\n")
    asked = asked.replace("  by:", "  by: 示例单位").replace("  date:", "  date: 2026-01-20")
    (tmp_path / "form.yaml").write_text(asked, "utf-8")
    ran = digecon("check", str(tmp_path / "form.yaml"), *options(folder), "--as-of", AS_OF, "-q")
    assert (ran.code, ran.err) == (1, "")


def test_editors_propose_the_units_of_each_indicator(folder: Path, digecon: Digecon) -> None:
    made = json.loads(digecon("schema", "report", *options(folder)).out)
    shown = made["properties"]["observations"]["properties"]
    proposed = {
        id: made["$defs"][one["$ref"].rpartition("/")[2]]["properties"]["unit"]["anyOf"][0]["enum"]
        for id, one in shown.items()
    }
    assert proposed == {
        "power": ["PFLOPS", "EFLOPS"],
        "stations": ["个/万人", "个/百人"],
        "pue": [],
        "users": ["户", "万户", "亿户"],
        "place": ["位", "名"],
    }


def test_what_can_be_looked_up_names_kind_and_unit(folder: Path, digecon: Digecon) -> None:
    assert (
        "类别：数值\n  计量单位：EFLOPS" in digecon("explain", "power", *options(folder), "--lang", "zh").out
    )
    assert "unit" not in digecon("explain", "pue", *options(folder), "--lang", "en").out
    assert "kind: rank" in digecon("explain", "place", *options(folder), "--lang", "en").out


@pytest.mark.parametrize(
    "name", ["table", "text", "markdown", "html", "csv", "junit", "sarif", "github", "needed"]
)
def test_every_format_shows_them(name: str, folder: Path, digecon: Digecon) -> None:
    ran = digecon(
        "check", str(folder / "report.yaml"), *options(folder), "--as-of", AS_OF, "--output-format", name
    )
    assert ran.code == 1
    assert "None" not in ran.out


def test_the_result_can_be_verified(folder: Path, tmp_path: Path, digecon: Digecon) -> None:
    result = tmp_path / "result.json"
    given = ("check", str(folder / "report.yaml"), *options(folder), "--as-of", AS_OF)
    digecon(*given, "--output-format", f"json={result}")
    assert digecon("verify", str(result), *options(folder)).code == 0


@settings(QUICK, max_examples=examples(60))
@given(steps=st.integers(-(10**9), 10**9), decimals=st.integers(0, 6), data=st.data())
def test_scaling_units_changes_nothing(steps: int, decimals: int, data: st.DataObject, folder: Path) -> None:
    library = TargetLibrary(folder / "targets")
    one = data.draw(
        st.sampled_from([library.catalogue.indicators[id] for id in ("power", "stations", "users")])
    )
    unit, other = (data.draw(st.sampled_from(one.units.full)) for _ in range(2))
    steps = abs(steps) if one.units.of_things else steps
    number = Fraction(steps, 10**decimals) if not one.units.of_things else Fraction(steps)
    first, second = (
        read_quantity(_written(number / one.units[unit].factor) + unit, one.kind, units=one.units).quantity
        for unit in (unit, other)
    )
    assert first.number_in(other) == second.number
    assert first.number_in(one.unit or "") == second.number_in(one.unit or "")
    if one.units.of_things:
        assert first.interval_in(other) == second.interval_in(other)


def _written(number: Fraction) -> str:
    """Write a number with all its decimals."""
    sign, scale = "-" if number < 0 else "", 10**12
    whole, rest = divmod(abs(number) * scale, scale)
    return f"{sign}{whole}.{int(rest):012}"
