"""The workbooks of results as LibreOffice prints them: few pages, legible type, no column cut."""

import datetime
from math import hypot
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from pypdf import PdfReader

from hubei_digecon import score
from hubei_digecon.show.trend.workbook import trended
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.scoreboard import scored
from hubei_digecon.text import LANGS, Lang
from hubei_digecon.trends.values import Trend

from ..building import run_over
from ..conftest import ROOT
from ..show.trend.conftest import trend as trend  # its reports, made once for each test
from ..workbooks import workbook_on
from .office import MISSING, is_there, printed

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(not is_there(), reason=MISSING)]

SAMPLES = ROOT / "sample_reports" / "illustrative"
REPORTS = [SAMPLES / f"{name}.yaml" for name in ("wuhan-2025", "wuhan-east-lake-2025", "wuhan-wedz-2025")]
REVIEWS = SAMPLES / "reviews"
DAY = datetime.date(2026, 2, 28)
A4 = (842, 595)
LEAST_TYPE = 9.0


def pages_of(data: bytes, folder: Path) -> list[Any]:
    """Return the pages as which a workbook is printed, all of them A4 across, in type that can be read, each
    with all columns of its sheet: as many headings as the widest page has.
    """
    path = folder / "book.xlsx"
    path.write_bytes(data)
    pages = list(PdfReader(printed(path, folder)).pages)
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A4}
    sizes: list[float] = []

    def see(text: str, at: list[float], moved: list[float], _font: Any, size: float) -> None:
        if text.strip():
            sizes.append(size * hypot(*at[2:4]) * hypot(*moved[2:4]))  # an axis is titled upwards

    for page in pages:
        page.extract_text(visitor_text=see)
    assert min(sizes) >= LEAST_TYPE
    return pages


def squeezed(pages: list[Any]) -> str:
    return "".join("".join(page.extract_text().split()) for page in pages)


def headings_in(data: bytes, folder: Path) -> list[str]:
    """Return the headings of the tables of printed sheets."""
    path = folder / "book.xlsx"
    path.write_bytes(data)
    sheets = [sheet for sheet in openpyxl.load_workbook(path) if sheet.merged_cells.ranges]
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True) if row[1] is not None)
    first = next(rows)
    return ["".join(str(cell).split()) for cell in first]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_a_report_is_two_pages_with_every_column(report: Path, lang: Lang, tmp_path: Path) -> None:
    data = workbook_on(run_over([report], DAY, reviews=[REVIEWS]), View(lang))
    pages = pages_of(data, tmp_path)
    assert len(pages) <= 2
    first = squeezed(pages[:1])
    assert [heading for heading in headings_in(data, tmp_path) if heading not in first] == []


def test_every_report_of_a_run_has_two_pages_of_its_own(tmp_path: Path) -> None:
    data = workbook_on(run_over([*REPORTS, SAMPLES / "reading-faults.yaml"], DAY), View("zh"))
    assert len(pages_of(data, tmp_path)) <= 8


@pytest.mark.parametrize("lang", LANGS)
def test_a_scoreboard_of_three_places_is_three_pages(lang: Lang, tmp_path: Path) -> None:
    run = score(*map(str, REPORTS), reviews=[str(REVIEWS)], as_of=DAY)
    assert run.scoreboard is not None
    data = scored(run.scoreboard, View(lang))
    pages = pages_of(data, tmp_path)
    assert len(pages) <= 3
    first = squeezed(pages[:1])
    assert [heading for heading in headings_in(data, tmp_path) if heading not in first] == []


def test_the_charts_of_a_trend_are_printed_two_on_a_page(trend: Trend, tmp_path: Path) -> None:
    pages = pages_of(trended(trend, View("zh")), tmp_path)
    assert len(pages) == 2
