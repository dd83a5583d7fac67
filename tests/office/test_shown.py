"""What a workbook's cells show, in LibreOffice: the same as we say, for each number of the table of cells."""

import csv
import io
import subprocess
from pathlib import Path

import pytest
from openpyxl import Workbook

from ..test_cells import STORED
from ..workbooks import saved
from .office import _SECONDS, MISSING, _office, is_there

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(not is_there(), reason=MISSING)]

AS_SHOWN = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true"
"""CSV in UTF-8, every cell as it is shown."""

EXCEPTIONS = {
    "#.##": "the point of a whole number is left out; Excel shows it",
    "#.#": "the point of a whole number is left out; Excel shows it",
    "0!.0": "! is no escape outside of East Asian editions of Excel; an error either way",
    '0!.0,"万"': "! is no escape outside of East Asian editions of Excel; an error either way",
    "#,##0,.00": "a comma before the point is no scale; Excel divides by 1000; an error either way",
    "General": "all digits are shown where there is room; Excel shows eleven characters at most",
    "*-0.0": "what fills the rest of a column is left out of CSV; an error",
    "0.0*-": "what fills the rest of a column is left out of CSV; an error",
    "0.0%%": "a second sign is only shown; Excel multiplies by 100 for each; an error either way",
}
"""Formats that LibreOffice shows otherwise than we say, each with the reason."""


def shown_in_libreoffice(rows: list[dict[str, str]], folder: Path) -> list[str]:
    """Return what LibreOffice shows of each number in its format."""
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.column_dimensions["A"].width = 60
    for number, row in enumerate(rows, 1):
        cell = sheet.cell(number, 1)
        cell.value, cell.number_format = float(row["stored"]), row["format"]
        sheet.cell(number, 2).value = "end"
    path = folder / "shown.xlsx"
    path.write_bytes(saved(workbook))
    command = [*_office(folder), "--convert-to", AS_SHOWN, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, timeout=_SECONDS, capture_output=True)
    text = (folder / "shown.csv").read_text("utf-8-sig")
    return [row[0] for row in csv.reader(io.StringIO(text))]


def test_libreoffice_shows_what_we_say_is_shown(tmp_path: Path) -> None:
    rows = [row for row in STORED if row["shown"] is not None]
    seen = shown_in_libreoffice(rows, tmp_path)
    differing = {
        row["format"]: (row["stored"], row["shown"], text)
        for row, text in zip(rows, seen, strict=True)
        if text.split() != row["shown"].split()
    }
    assert {format: one for format, one in differing.items() if format not in EXCEPTIONS} == {}
    assert set(EXCEPTIONS) <= set(differing), "an exception that is none any more"
