"""A filled form that Chinese Excel, or a person's habits, went over reads like the one that was filled."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hubei_digecon.text import LANGS, Lang

from ..conftest import AS_OF, Digecon
from .filling import DAY, as_csv, code, filled, room

PLACES = ("wuhan", "wuhan-east-lake", "wuhan-wedz")
SPOILED = "9.14201E+17"
TYPED = "914201006822330000"
FORMATS = {"general.xlsx": "General", "number.xlsx": "0.00000E+00"}
"""How a workbook shows a code that was typed as a number, of which it keeps 15 digits."""

SAID = {
    "zh": (
        "code-spoiled-by-spreadsheet：“9.14201E+17”是被电子表格当作数字改坏的统一社会信用代码，不作为识别依据，"
        "“示例企业1号”按名称识别",
        "先把这一列的单元格格式设为“文本”，再重新填写18位代码",
    ),
    "en": (
        "code-spoiled-by-spreadsheet: “9.14201E+17” is a unified social credit code that a spreadsheet took for "
        "a number and spoiled; it identifies nothing, and “示例企业1号” is known by its name",
        "format the column as text first, then enter the 18 characters again",
    ),
}


_FILLED: dict[tuple[str, str, Lang], bytes] = {}
_WITHOUT: dict[str, Any] = {}
"""Filled forms, and what they come to without what is optional, each made once a process."""


def form(entity: str, suffix: str, digecon: Digecon, folder: Path, lang: Lang = "zh") -> Path:
    """Return a form of a place, filled."""
    path = folder / f"form{suffix}"
    if (entity, suffix, lang) not in _FILLED:
        assert digecon("new", entity, "-o", str(path), "--lang", lang, *room(path)).code == 0
        filled(path)
        _FILLED[entity, suffix, lang] = path.read_bytes()
    path.write_bytes(_FILLED[entity, suffix, lang])
    return path


def judged(path: Path, digecon: Digecon) -> Any:
    """Return what a report comes to, its path and places aside."""
    ran = digecon("check", str(path), "--output-format", "json", "--as-of", AS_OF)
    (assessment,) = json.loads(ran.out.replace(str(path.parent), ""))["assessments"]
    del assessment["path"], assessment["sha256"]
    for one in (*assessment["findings"], *assessment["diagnostics"]):
        one["line"] = one["column"] = None
    return assessment


def _as_excel_writes(cell: str) -> str:
    """Return a cell as Excel for Chinese saves it: days in its own form, thousands with commas."""
    day = re.fullmatch(r"([0-9]{4})-0?([0-9]+)-0?([0-9]+)", cell)
    if day:
        return f"{day[1]}/{day[2]}/{day[3]}"
    return f"{float(cell):,.4f}" if re.fullmatch(r"[0-9]{4,}\.[0-9]{4}", cell) else cell


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("entity", PLACES)
def test_a_csv_form_saved_by_chinese_excel_reads_alike(
    entity: str, lang: Lang, tmp_path: Path, digecon: Digecon
) -> None:
    path = form(entity, ".csv", digecon, tmp_path, lang)
    expected = judged(path, digecon)
    head, *rows = csv.reader(io.StringIO(path.read_text("utf-8")))
    for row in rows:
        assert row[1] == "2025"
        row[1] = "2025年"
    saved = as_csv([head, *([_as_excel_writes(cell) for cell in row] for row in rows)])
    assert "2026/1/20" in saved
    assert DAY not in saved
    assert re.search(r'"[0-9]{1,2},[0-9]{3}\.[0-9]{4}"', saved)
    path.write_bytes(saved.encode("gb18030"))
    came = judged(path, digecon)
    told = [one["id"] for one in came["diagnostics"]]
    assert told.count("read-as-gb18030") == 1
    came["diagnostics"] = [one for one in came["diagnostics"] if one["id"] != "read-as-gb18030"]
    assert came == expected


@pytest.mark.heavy
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("suffix", [".csv", ".yaml", ".xlsx", "number.xlsx", "general.xlsx"])
def test_a_code_that_a_spreadsheet_spoiled_is_told_as_that(
    suffix: str, lang: Lang, tmp_path: Path, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "1000")  # each sentence on a line of its own
    path = form("wuhan-wedz", suffix, digecon, tmp_path)
    expected = judged(path, digecon)
    if suffix.endswith(".xlsx"):
        workbook = load_workbook(path)
        sheet = next(sheet for sheet in workbook if sheet.title.startswith("表2"))
        cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == code(1))
        cell.value = 914201006822330012 if suffix in FORMATS else SPOILED
        cell.number_format = FORMATS.get(suffix, "@")
        workbook.save(path)
    else:
        text = path.read_text("utf-8")
        path.write_text(text.replace(code(1), SPOILED, 1), "utf-8")
    ran = digecon("check", str(path), "--as-of", AS_OF, "--lang", lang)
    as_read = TYPED if suffix in FORMATS else SPOILED
    for sentence in SAID[lang]:
        assert sentence.replace(SPOILED, as_read) in ran.out + ran.err
    came = judged(path, digecon)
    assert [one["outcome"] for one in came["findings"]] == [one["outcome"] for one in expected["findings"]]
    assert [one["id"] for one in came["diagnostics"] if one["severity"] != "note"] == [
        "code-spoiled-by-spreadsheet"
    ]


@pytest.mark.heavy
@pytest.mark.parametrize("mark", ["/", "／", "—", "——", "-", "无", "暂无"])
@pytest.mark.parametrize("suffix", [".csv", ".yaml", ".xlsx"])
def test_a_mark_for_nothing_stands_for_nothing(
    suffix: str, mark: str, tmp_path: Path, digecon: Digecon
) -> None:
    if suffix not in _WITHOUT:
        _WITHOUT[suffix] = judged(_marked(form("wuhan-wedz", suffix, digecon, tmp_path), ""), digecon)
    path = _marked(form("wuhan-wedz", suffix, digecon, tmp_path), mark)
    assert judged(path, digecon) == _WITHOUT[suffix]


def _marked(path: Path, mark: str) -> Path:
    """Write a mark into a form in place of all that is optional."""
    optional = ("2027-12-31", "2026-01-10", code(1), "示例〔2025〕1号", "示例机构")
    if path.suffix == ".xlsx":
        _written(load_workbook(path), dict.fromkeys(optional, mark), path)
    else:
        path.write_text(_replaced(path.read_text("utf-8"), optional, mark), "utf-8")
    return path


def _replaced(text: str, known: tuple[str, ...], mark: str) -> str:
    for one in known:
        text = text.replace(one, mark)
    return text


def _written(workbook: Any, instead: dict[str, str], path: Path) -> None:
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str) and cell.value in instead:
                    cell.value = instead[cell.value] or None
    workbook.save(path)
