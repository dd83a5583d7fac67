"""What is put into the parts of a workbook as they are packed."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from hubei_digecon.show.workbook.packed import MergedLines, PackedWorkbook

PART = "xl/worksheets/sheet1.xml"


def packed(sheet: str, folder: Path, merged: dict[str, MergedLines] | None = None) -> dict[str, str]:
    """Return the parts of a workbook of one sheet."""
    path, file = folder / "sheet.xml", BytesIO()
    path.write_text(sheet, "utf-8")
    with PackedWorkbook(file, merged) as archive:
        archive.write(path, PART)
        archive.writestr(
            "xl/styles.xml", '<fonts><font><name val="Calibri"/></font><font>other</font></fonts>'
        )
    with ZipFile(file) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_texts_that_look_like_numbers_are_not_marked(tmp_path: Path) -> None:
    text = packed("<worksheet><pageSetup/></worksheet>", tmp_path)[PART]
    assert text.startswith("<worksheet><pageSetup/><ignoredErrors>")
    assert 'numberStoredAsText="1"' in text
    assert text.endswith("</ignoredErrors></worksheet>")


def test_a_drawing_stands_behind_that(tmp_path: Path) -> None:
    long = "<row/>" * 1000
    text = packed(f'<worksheet>{long}<drawing r:id="1"/></worksheet>', tmp_path)[PART]
    assert text.endswith('</ignoredErrors><drawing r:id="1"/></worksheet>')
    assert text.count("<row/>") == 1000


def test_widths_are_measured_by_the_first_font(tmp_path: Path) -> None:
    styles = packed("<worksheet/>", tmp_path)["xl/styles.xml"]
    assert '<name val="Arial"/>' in styles
    assert styles.endswith("<font>other</font></fonts>")


@pytest.mark.parametrize("rows", [10, 100_000])
def test_every_line_is_merged_where_the_first_was(rows: int, tmp_path: Path) -> None:
    first = '<mergeCells count="1"><mergeCell ref="A3:F3"/></mergeCells>'
    sheet = f"<worksheet>{'<row/>' * rows}{first}<pageSetup/></worksheet>"
    text = packed(sheet, tmp_path, {PART: MergedLines((3, 7), "F")})[PART]
    assert text.count("<row/>") == rows
    told = '<mergeCells count="2"><mergeCell ref="A3:F3"/><mergeCell ref="A7:F7"/></mergeCells><pageSetup/>'
    assert told in text
