"""A form of a place with rates asks for what they are computed from, and what is filled in is read and judged."""

import csv
import datetime
import io
from pathlib import Path

import openpyxl
import pytest

from hubei_digecon import check
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.reports import Period
from hubei_digecon.forms import FORMS, Asked, FormHeading, asked
from hubei_digecon.load.targets import TargetLibrary

from ..conftest import AS_OF
from ..rates import library_with_rates


@pytest.fixture(scope="module")
def rated(tmp_path_factory: pytest.TempPathFactory) -> TargetLibrary:
    return library_with_rates(tmp_path_factory.mktemp("rates") / "targets")


def form(library: TargetLibrary) -> tuple[FormHeading, tuple[Asked, ...]]:
    """Return the heading of a form of the place, and what it asks for."""
    entity = library.entity("wuhan-wedz")
    assert entity
    heading = FormHeading(entity, Period(2025), "示例单位", datetime.date(2026, 1, 20))
    return heading, asked(entity, library.catalogue, library.documents)


def test_what_a_rate_is_computed_from_is_asked_for_with_its_earlier_figure(rated: TargetLibrary) -> None:
    wanted = {one.indicator.id: one for one in form(rated)[1]}
    assert [rate.id for rate in wanted["gazelle_firms"].rates] == ["firms_growth", "firms_times"]
    assert [rate.id for rate in wanted["gdp"].rates] == ["gdp_mean"]
    assert wanted["core_value_added"].rates == ()
    assert "sample gdp_mean" in wanted["gdp"].purpose.en


def test_the_form_in_yaml_says_of_which_period(rated: TargetLibrary) -> None:
    text = FORMS["yaml"].write(*form(rated), "zh")
    assert isinstance(text, str)
    assert "    # previous: {period: , value: , unit: }  # 对比期数值：上年同期或2020年的数值\n" in text
    assert text.count("# previous: {period: , value: , unit: }") == 2
    assert text.count("# previous: {value: }  # 上年同期值") == 9


FILLED = {
    "完成值": "112", "计量单位": "家", "统计方式": "期末有效（存量）",
    "对比期数值": "100", "对比期计量单位": "家", "对比期": "2024年",
}  # fmt: skip


def judged(path: Path, library: TargetLibrary) -> Finding:
    """Return the finding on the growth of a report."""
    (assessment,) = check(path, targets=library.folder, as_of=datetime.date.fromisoformat(AS_OF))
    return next(one for one in assessment.findings if one.target.key == "firms_growth")


def test_a_table_has_columns_for_it_and_is_judged_by_them(rated: TargetLibrary, tmp_path: Path) -> None:
    text = FORMS["csv"].write(*form(rated), "zh")
    assert isinstance(text, str)
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    row = next(row for row in rows if row[head.index("指标名称")] == "数字经济瞪羚企业")
    for heading, said in FILLED.items():
        row[head.index(heading)] = said
    written = io.StringIO()
    csv.writer(written).writerows([head, *rows])
    (tmp_path / "form.csv").write_text(written.getvalue(), "utf-8")
    finding = judged(tmp_path / "form.csv", rated)
    assert finding.outcome is Outcome.MET
    assert finding.decided_on == 12


def test_a_workbook_has_columns_for_it_and_is_judged_by_them(rated: TargetLibrary, tmp_path: Path) -> None:
    data = FORMS["xlsx"].write(*form(rated), "zh")
    assert isinstance(data, bytes)
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = next(one for one in book if any(cell.value == "对比期数值" for row in one for cell in row))
    head = next(row for row in sheet.iter_rows() if any(cell.value == "对比期数值" for cell in row))
    at = {str(cell.value).replace("\n", ""): number for number, cell in enumerate(head)}
    row = next(row for row in sheet.iter_rows() if row[at["指标名称"]].value == "数字经济瞪羚企业")
    for heading, said in FILLED.items():
        if heading in at:  # the unit is that of the row
            row[at[heading]].value = said
    book.save(tmp_path / "form.xlsx")
    finding = judged(tmp_path / "form.xlsx", rated)
    assert finding.outcome is Outcome.MET
    assert finding.decided_on == 12


def test_a_place_without_rates_is_asked_for_that_of_the_year_before_alone(rated: TargetLibrary) -> None:
    entity = rated.entity("wuhan")
    assert entity
    wanted = asked(entity, rated.catalogue, rated.documents)
    text = FORMS["csv"].write(form(rated)[0], wanted, "zh")
    assert isinstance(text, str)
    assert "对比期" not in text
    assert "上年同期值" in text
