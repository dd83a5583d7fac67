"""The form as a workbook: what is open to fill, what can be chosen, what is given; and that it is read back."""

import re
import shutil
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from hubei_digecon.text import LANGS, Lang

from ..building import LIBRARY
from ..conftest import ROOT, Digecon
from ..workbooks import COVER, MILESTONES, NUMBERS, cell_of, cover_of, form, headings_row, opened

ENTITIES = tuple(entity.id for entity in LIBRARY.entities())


def _headings(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for cell in sheet[headings_row(sheet)] if cell.value]


def test_the_sheets_stand_in_the_order_of_the_tables() -> None:
    assert opened(form()).sheetnames == [
        COVER, NUMBERS, "表2-1 新引进百强企业", "表2-2 两化融合贯标企业", "表2-3 新建省级及以上创新平台",
        MILESTONES, "填报说明",
    ]  # fmt: skip


def test_the_table_of_indicators_has_the_columns_of_the_forms() -> None:
    assert _headings(opened(form())[NUMBERS]) == [
        "序号", "指标名称", "计量单位", "基期年份", "基期值", "目标值（原文）", "完成值", "完成率", "数据所属期",
        "数据性质", "统计口径", "统计方式", "无数据原因", "数据来源", "偏差原因及改进措施", "佐证材料",
    ]  # fmt: skip


def test_a_list_asks_for_what_makes_an_item_count() -> None:
    assert _headings(opened(form())["表2-3 新建省级及以上创新平台"]) == [
        "序号", "清单项名称", "统一社会信用代码", "级别", "认定（批准）单位", "认定（批准）日期", "认定文件及文号",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sheet", "headings"),
    [
        ("表2-1 新引进百强企业", ["引进方式", "落地（注册）日期", "榜单名称", "发布机构", "榜单年度"]),
        ("表2-2 两化融合贯标企业", ["发证机构", "发证日期", "有效期至", "依据标准及证书编号"]),
    ],
)
def test_a_list_calls_its_columns_as_people_know_them(sheet: str, headings: list[str]) -> None:
    _number, _name, _code, *others, _document = _headings(opened(form())[sheet])
    assert others == headings


@pytest.mark.parametrize(
    ("id", "key", "locked"),
    [
        ("core_value_added", "target", True),
        ("core_value_added", "indicator", True),
        ("core_value_added", "value", False),
        ("core_value_added", "counting", True),
        ("attracted_top100_firms", "counting", False),
        ("attracted_top100_firms", "scope", True),
        ("gdp", "deviation.cause", True),
    ],
)
def test_only_what_is_to_be_filled_can_be(id: str, key: str, locked: bool) -> None:
    assert cell_of(opened(form()), id, key).protection.locked is locked


def test_every_sheet_is_a4_across_protected_and_keeps_its_headings_in_sight() -> None:
    for sheet in opened(form()).worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.protection.sheet
        assert sheet.freeze_panes or sheet.title == COVER
        assert sheet.print_title_rows or sheet.title == COVER


@pytest.mark.parametrize(
    ("id", "key", "choices"),
    [
        ("gdp", "unit", '"元,千元,万元,百万元,亿元,万亿元"'),
        ("gdp", "status", '"最终核实数,初步核算数,预计数"'),
        ("core_value_added", "scope", '"核心产业（2021分类01—04大类）"'),
        ("attracted_top100_firms", "counting", '"自起算日累计,期末有效（存量）,本年累计（当年新增）"'),
        ("manufacturing_path", "value", '"已实现,部分实现,未启动"'),
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
        '=IF(OR(G5="",C5<>"亿元"),"",IFERROR(VALUE(SUBSTITUTE(SUBSTITUTE(G5,",",""),"亿元",""))/400,""))'
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


def test_a_list_has_room_for_more_than_is_required() -> None:
    sheet = opened(form())["表2-2 两化融合贯标企业"]
    assert sheet.max_row - headings_row(sheet) == 180


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("entity", ENTITIES)
def test_an_empty_form_is_read_without_a_remark(
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
