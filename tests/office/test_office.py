"""The form in LibreOffice: filled and saved there it is judged like the same report in YAML; printed, it fits."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PageObject, PdfReader

from hubei_digecon.domain.reports import Report
from hubei_digecon.forms.xlsx.indicators import COLUMNS
from hubei_digecon.load.document import Document
from hubei_digecon.load.readers import reader_of
from hubei_digecon.load.reports import read_report
from hubei_digecon.text import LANGS, Lang

from ..building import LIBRARY, PLACES
from ..conftest import ROOT
from ..load.test_readers import findings
from ..reports_as_rows import rows_of_report
from ..workbooks import DOCUMENTS, MANY, cell_of, entries, form, opened
from .office import MISSING, Typed, is_there, printed, typed

SAMPLE = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"
A4 = (842, 595)
"""A4 across, in points."""

MOST_PAGES = {"zh": 4, "en": 5}
LEAST_SIZE = 9
"""In points."""

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(not is_there(), reason=MISSING)]


def _entries(data: bytes) -> list[Typed]:
    """Return what of the sample can be typed into its form: what stands in cells that are open to it."""
    workbook = opened(data)
    kept = []
    for sheet, row, column, text in entries(workbook, rows_of_report(SAMPLE)):
        sheet.cell(row, column).value = text or None
        if not sheet.cell(row, column).protection.locked:
            kept.append((sheet.title, row, column, text))
    return kept


def test_a_form_filled_in_libreoffice_is_judged_like_the_report_in_yaml(tmp_path: Path) -> None:
    empty = tmp_path / "form.xlsx"
    empty.write_bytes(form(rows=MANY))
    filled = typed(empty, _entries(empty.read_bytes()), tmp_path)
    assert findings(filled) == findings(SAMPLE)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("place", [place.id for place in PLACES])
def test_the_form_prints_on_four_pages_and_is_cut_nowhere(place: str, lang: Lang, tmp_path: Path) -> None:
    empty = tmp_path / "form.xlsx"
    empty.write_bytes(form(place, lang))
    pages = PdfReader(printed(empty, tmp_path)).pages
    assert len(pages) <= MOST_PAGES[lang]
    upright, *across = [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages]
    assert upright == A4[::-1]
    assert {*across} == {A4}
    assert min(size for page in pages for size in _sizes(page)) >= LEAST_SIZE
    first = "".join(pages[1].extract_text().split())
    assert [one.heading for one in COLUMNS if "".join(one.heading.pick(lang).split()) not in first] == []


def _sizes(page: PageObject) -> list[float]:
    """Return the sizes of type on a page, in points."""
    found: list[float] = []

    def take(text: str, at: Any, of_text: Any, _font: Any, size: float) -> None:
        if text.strip():
            found.append(round(size * of_text[3] * at[3], 2))

    page.extract_text(visitor_text=take)
    return found


def test_rows_typed_below_the_documents_are_read(tmp_path: Path) -> None:
    empty = tmp_path / "form.xlsx"
    empty.write_bytes(form())
    workbook = opened(empty.read_bytes())
    kept = []
    for id, key, text in (("gdp", "value", "1000"), ("gdp", "evidence", "16")):
        cell = cell_of(workbook, id, key)
        kept.append((cell.parent.title, cell.row, cell.column, text))
    filled = typed(empty, [*kept, (DOCUMENTS, 19, 1, "16"), (DOCUMENTS, 19, 2, "示例材料")], tmp_path)
    (document,) = reader_of(str(filled)).documents(str(filled), filled.read_bytes(), LIBRARY)
    assert isinstance(document, Document)
    report = read_report(document, LIBRARY)
    assert isinstance(report, Report), report
    assert [one.title for one in report.observations["gdp"].evidence] == ["示例材料"]


@pytest.mark.parametrize(
    ("text", "rate"), [("21.2%", 1.06), ("21.2", 1.06), ("0.212", 0.0106), ("0.5%", 0.025)]
)
def test_the_rate_that_a_form_shows_is_of_the_share_that_is_read(
    text: str, rate: float, tmp_path: Path
) -> None:
    empty = tmp_path / "form.xlsx"
    empty.write_bytes(form())
    cell = cell_of(opened(empty.read_bytes()), "core_share_of_gdp", "value")
    filled = typed(empty, [(cell.parent.title, cell.row, cell.column, text)], tmp_path)
    shown = load_workbook(filled, data_only=True)[cell.parent.title].cell(cell.row, cell.column + 1).value
    assert shown == pytest.approx(rate)
