"""Forms as workbooks, each spoiled in one way, by the kind of diagnostic that it gives rise to."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from .workbooks import COVER, NUMBERS, cell_of, cover_of, form, headings_row, opened, patched, saved

OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
"""How a file of the old format, or one that needs a password, begins."""


def whole() -> Workbook:
    """Return a form with one figure in it, of which there is nothing to say."""
    workbook = opened(form())
    cell_of(workbook, "gdp", "value").value = "1000"
    return workbook


def _no_cover(workbook: Workbook) -> None:
    del workbook[COVER]


def _another_sheet(workbook: Workbook) -> None:
    workbook.create_sheet("测算")["A1"] = "1000"


def _no_headings(workbook: Workbook) -> None:
    sheet = workbook[NUMBERS]
    for cell in sheet[headings_row(sheet)]:
        cell.value = None


def _no_label(workbook: Workbook) -> None:
    cover = workbook[COVER]
    cover.cell(cover_of(workbook, "submitted.revision").row, 1).value = None


def _merged(workbook: Workbook) -> None:
    workbook[NUMBERS].merge_cells("L5:L6")


def _no_such_document(workbook: Workbook) -> None:
    cell_of(workbook, "gdp", "evidence").value = "9"


def _hidden(workbook: Workbook) -> None:
    workbook[NUMBERS].row_dimensions[cell_of(workbook, "gdp", "value").row].hidden = True


def _formula(workbook: Workbook) -> None:
    cell_of(workbook, "gdp", "value").value = "=500+500"


def _error(workbook: Workbook) -> None:
    cell = cell_of(workbook, "gdp", "value")
    cell.value, cell.data_type = "#N/A", "e"


def _serial(workbook: Workbook) -> None:
    cell = cover_of(workbook, "submitted.date")
    cell.value, cell.number_format = 46042, "General"


def _shown(id: str, value: float, code: str) -> Callable[[Workbook], None]:
    """Return what puts a number with a format into a form, as the value of an indicator."""

    def change(workbook: Workbook) -> None:
        cell = cell_of(workbook, id, "value")
        cell.value, cell.number_format = value, code
        cell_of(workbook, id, "scope").value = "core-2021" if id == "core_share_of_gdp" else None

    return change


def _marked(workbook: Workbook) -> None:
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
    cell_of(workbook, "gdp", "value").value = CellRichText("1000", raised)


def twice(data: bytes) -> bytes:
    """Return a workbook in which the cell of a number holds another one too."""
    return patched(data, (r"xl/worksheets/sheet2\.xml", lambda xml: xml.replace("<v>", "<v>999</v><v>")))


def calculated(data: bytes, result: str = "1000") -> bytes:
    """Return a workbook with the results of its formulas beside them, as a spreadsheet saves them."""
    sheets = (
        r"xl/worksheets/sheet\d+\.xml",
        lambda xml: re.sub(r"</f><v ?/?>(</v>)?", f"</f><v>{result}</v>", xml),
    )
    return patched(data, sheets)


def made(spoil: Callable[[Workbook], None]) -> bytes:
    """Return a workbook that is spoiled."""
    workbook = whole()
    spoil(workbook)
    return saved(workbook)


SPOILED: dict[str, Callable[[], bytes]] = {
    "not-a-workbook": lambda: OLD_FORMAT,
    "missing-sheet": lambda: made(_no_cover),
    "unknown-sheet": lambda: made(_another_sheet),
    "sheet-without-headings": lambda: made(_no_headings),
    "missing-label": lambda: made(_no_label),
    "merged-cells": lambda: made(_merged),
    "no-such-document": lambda: made(_no_such_document),
    "hidden-cells": lambda: made(_hidden),
    "formula-in-cell": lambda: calculated(made(_formula)),
    "formula-without-result": lambda: made(_formula),
    "error-in-cell": lambda: made(_error),
    "date-as-number": lambda: made(_serial),
    "shown-otherwise": lambda: made(_shown("gdp", 10000000, '#,##0"万元"')),
    "unknown-number-format": lambda: made(_shown("gdp", 1000, "[DBNum2]0")),
    "marked-text": lambda: made(_marked),
    "several-values-in-cell": lambda: twice(made(_shown("gdp", 1000, "0"))),
    "rounded-across-target": lambda: made(_shown("core_share_of_gdp", 0.20014, "0.0%")),
    "shown-rounded": lambda: made(_shown("core_share_of_gdp", 0.12964, "0.0%")),
}
"""Workbooks by the one diagnostic on each."""


def write_spoiled(id: str) -> Callable[[Path], object]:
    """Return what writes the spoiled workbook of a kind of diagnostic to a path."""
    return lambda path: path.write_bytes(_spoiled(id))


@cache
def _spoiled(id: str) -> bytes:
    return SPOILED[id]()
