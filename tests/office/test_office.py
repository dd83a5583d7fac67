"""The form in LibreOffice: filled and saved there it is judged like the same report in YAML; printed, it fits."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from hubei_digecon.forms.xlsx.indicators import COLUMNS

from ..conftest import ROOT
from ..load.test_readers import findings
from ..tabling import rows_of_report
from ..workbooks import cell_of, entries, form, opened
from .office import MISSING, Typed, is_there, printed, typed

SAMPLE = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"
A4 = (842, 595)
"""A4 across, in points."""

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
    empty.write_bytes(form())
    filled = typed(empty, _entries(empty.read_bytes()), tmp_path)
    assert findings(filled) == findings(SAMPLE)


def test_every_page_of_the_form_is_a4_across_and_the_table_is_cut_nowhere(tmp_path: Path) -> None:
    empty = tmp_path / "form.xlsx"
    empty.write_bytes(form())
    pages = PdfReader(printed(empty, tmp_path)).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {A4}
    first = "".join(pages[1].extract_text().split())
    assert [one.heading.zh for one in COLUMNS if one.heading.zh not in first] == []


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
