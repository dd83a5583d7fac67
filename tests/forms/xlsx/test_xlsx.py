"""The form as a workbook: what is open to fill, what can be chosen, what is given; and that it is read back."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hubei_digecon.text import LANGS, Lang

from ...building import LIBRARY, PLACES
from ...conftest import ROOT, Digecon
from ...workbooks import (
    COVER,
    DOCUMENTS,
    LISTS,
    NUMBERS,
    cell_of,
    cover_of,
    form,
    headings_row,
    list_of,
    opened,
)

ENTITIES = tuple(place.id for place in PLACES)


def _headings(sheet: Worksheet, row: int | None = None) -> list[str]:
    row = row or headings_row(sheet)
    return [str(cell.value).replace("\n", "") for cell in sheet[row] if cell.value]


def test_the_sheets_stand_in_the_order_of_the_tables() -> None:
    assert opened(form()).sheetnames == [COVER, NUMBERS, LISTS, DOCUMENTS]


def test_the_table_of_indicators_has_the_columns_of_the_forms() -> None:
    assert _headings(opened(form())[NUMBERS]) == [
        "序号", "指标名称", "计量单位", "目标值（原文）", "上年同期值", "完成值", "完成率", "数据所属期", "数据性质",
        "统计口径", "统计方式", "数据来源", "责任单位（牵头处室）", "联系人及电话", "佐证材料编号", "未完成原因",
        "下一步措施", "完成时限",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "headings"),
    [
        ("attracted_top100_firms", ["引进方式", "落地（注册）日期", "榜单名称", "发布机构", "榜单年度"]),
        ("integration_certified_firms", ["发证机构", "发证日期", "有效期至", "依据标准及证书编号"]),
        ("new_innovation_platforms", ["级别", "认定（批准）单位", "认定（批准）日期"]),
    ],
)
def test_a_list_asks_for_what_makes_an_item_count_as_people_know_it(id: str, headings: list[str]) -> None:
    _number, _name, _code, *others, document, opinion = _headings(*list_of(opened(form()), id))
    assert (others, document, opinion) == (headings, "认定文件及文号", "核验意见")


@pytest.mark.parametrize(
    ("id", "key", "locked"),
    [
        ("core_value_added", "target", True),
        ("core_value_added", "indicator", True),
        ("core_value_added", "value", False),
        ("core_value_added", "counting", True),
        ("core_value_added", "office.contact", False),
        ("core_value_added", "evidence", False),
        ("core_value_added", "deviation.deadline", False),
        ("gdp", "previous.value", False),
        ("manufacturing_path", "value", False),
        ("manufacturing_path", "unit", True),
        ("manufacturing_path", "previous.value", True),
        ("manufacturing_path", "deviation.measures", False),
        ("attracted_top100_firms", "counting", False),
        ("attracted_top100_firms", "scope", True),
        ("gdp", "deviation.cause", True),
    ],
)
def test_only_what_is_to_be_filled_can_be(id: str, key: str, locked: bool) -> None:
    assert cell_of(opened(form()), id, key).protection.locked is locked


def test_every_sheet_is_a4_and_protected_where_no_rows_are_added() -> None:
    across = {"landscape": True, "portrait": False}
    sheets = opened(form()).worksheets
    assert {sheet.page_setup.paperSize for sheet in sheets} == {9}
    assert [across[sheet.page_setup.orientation or ""] for sheet in sheets] == [False, True, True, True]
    assert [bool(sheet.protection.sheet) for sheet in sheets] == [True, True, False, False]
    assert [bool(sheet.freeze_panes and sheet.print_title_rows) for sheet in sheets] == [
        False,
        True,
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("id", "key", "choices"),
    [
        ("gdp", "unit", '"元,千元,万元,百万元,亿元,万亿元"'),
        ("gdp", "status", '"最终核实数,初步核算数,预计数"'),
        ("core_value_added", "scope", '"核心产业（2021分类01—04大类）"'),
        ("attracted_top100_firms", "counting", '"自起算日累计,期末有效（存量）,本年累计（当年新增）"'),
        ("manufacturing_path", "value", '"已完成,推进中（部分完成）,未启动"'),
    ],
)
def test_words_can_be_chosen(id: str, key: str, choices: str) -> None:
    workbook = opened(form())
    cell = cell_of(workbook, id, key)
    rules = [rule for rule in cell.parent.data_validations.dataValidation if cell.coordinate in rule.sqref]
    assert [rule.formula1 for rule in rules] == [choices]


def test_targets_stand_in_their_published_words() -> None:
    workbook = opened(form())
    entity = LIBRARY.entity("wuhan-wedz")
    assert entity is not None
    for target in entity.in_force:
        assert cell_of(workbook, target.indicator.id, "target").value == target.source.wording
    assert cell_of(workbook, "gdp", "target").value is None


def test_the_attainment_is_a_formula_of_value_and_target() -> None:
    workbook = opened(form())
    cell = cell_of(workbook, "core_value_added", "value")
    rate = cell.parent.cell(cell.row, cell.column + 1)
    assert rate.protection.locked
    assert rate.value == (
        '=IF(OR(F5="",C5<>"亿元"),"",IFERROR(VALUE(SUBSTITUTE(SUBSTITUTE(F5,",",""),"亿元",""))/400,""))'
    )


def test_the_attainment_of_a_ceiling_is_required_by_reported(digecon: Digecon, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    zone = tmp_path / "targets" / "zones" / "wuhan-wedz.yaml"
    text = zone.read_text("utf-8").replace("突破400亿元", "低于400亿元")
    zone.write_text(re.sub(r"more_than\n(    value: 400)", r"less_than\n\1", text), "utf-8")
    path = tmp_path / "form.xlsx"
    ran = digecon("new", "wuhan-wedz", "-o", str(path), "--targets", str(tmp_path / "targets"))
    assert ran.code == 0
    cell = cell_of(opened(path.read_bytes()), "core_value_added", "value")
    assert "IFERROR(400/VALUE(SUBSTITUTE(" in cell.parent.cell(cell.row, cell.column + 1).value


def test_the_meaning_of_an_indicator_is_told_where_its_value_is_typed() -> None:
    cell = cell_of(opened(form()), "gdp", "value")
    rules = cell.parent.data_validations.dataValidation
    (told,) = (rule for rule in rules if cell.coordinate in rule.sqref)
    assert told.prompt == LIBRARY.catalogue.indicators["gdp"].definition.zh
    assert told.showInputMessage


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("entity", ENTITIES)
def test_an_empty_form_is_read_without_a_diagnostic(
    entity: str, lang: Lang, digecon: Digecon, tmp_path: Path
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(form(entity, lang))
    ran = digecon("lint", str(path), "--lang", "en", "--strict")
    assert (ran.code, ran.err) == (0, "")


def test_the_same_day_gives_the_same_bytes() -> None:
    assert form() == form()


def test_the_command_writes_a_form_that_says_what_it_was_told(digecon: Digecon, tmp_path: Path) -> None:
    path = tmp_path / "form.xlsx"
    options = ("--by", "示例单位", "--date", "2026-01-20", "--period", "2025-M09")
    assert digecon("new", "车谷", "-o", str(path), *options, "--lang", "zh").code == 0
    workbook = opened(path.read_bytes())
    keys = ("entity", "period", "submitted.by", "submitted.date", "submitted.revision")
    told = [str(cover_of(workbook, key).value) for key in keys]
    assert told == ["武汉经济技术开发区", "2025-M09", "示例单位", "2026-01-20 00:00:00", "1"]
