"""An earlier list of tasks, read from the workbook that it was written into."""

import datetime
from pathlib import Path

import openpyxl
import pytest

from hubei_digecon.domain.tasks import Task
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.tasks import read_tasks
from hubei_digecon.shapes.columns import TASKS
from hubei_digecon.show.document import Table
from hubei_digecon.show.tasks import COLUMNS
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.book import written
from hubei_digecon.text import LANGS, Lang

DAY = datetime.date(2026, 2, 28)
LIST = (
    Task("wuhan|gdp|observations.gdp.value", "武汉市", "填报数值", "填报单位", "3月底", DAY),
    Task("wuhan|rank|deviation", "武汉市", "=说明", "", "", DAY, is_open=False),
)


def listed(path: Path, lang: Lang = "zh") -> Path:
    path.write_bytes(written("title", (Table(TASKS, COLUMNS, LIST),), DAY, View(lang)))
    return path


@pytest.mark.parametrize("lang", LANGS)
def test_what_was_written_is_read_again(lang: Lang, tmp_path: Path) -> None:
    assert read_tasks(str(listed(tmp_path / "list.xlsx", lang))) == LIST


def test_a_day_that_an_office_typed_is_read(tmp_path: Path) -> None:
    path = listed(tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["F2"] = "2026-01-05"
    book.save(path)
    assert read_tasks(str(path))[0].first == datetime.date(2026, 1, 5)


def _fault(path: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_tasks(str(path))
    (fault,) = caught.value.faults
    return fault.message.zh


def test_a_workbook_without_a_list_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foreign.xlsx"
    openpyxl.Workbook().save(path)
    assert "其中没有“督办清单”工作表" in _fault(path)
    path.write_bytes(b"nothing")
    assert _fault(path)


@pytest.mark.parametrize(
    ("cell", "text", "told"),
    [
        ("E2", "done?", "督办清单!2：“done?”无法作为“销号状态”读取"),
        ("F3", "soon", "督办清单!3：“soon”无法作为“首次列入”读取"),
        ("G2", "", "督办清单!2：“”无法作为“对应编号”读取"),
        ("G1", "?", "督办清单!1：表头应为“对应编号”，工作表缺少这一列"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(cell: str, text: str, told: str, tmp_path: Path) -> None:
    path = listed(tmp_path / "list.xlsx")
    book = openpyxl.load_workbook(path)
    book.worksheets[0][cell] = text or None
    book.save(path)
    assert told in _fault(path)
