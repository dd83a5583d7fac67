"""What a person sees of a workbook's cells and what they hold: where the two differ, that is told, or refused."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import DataBar, FormatObject, Rule
from openpyxl.styles import Color, Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat as NumberFormatWritten

from ....conftest import Digecon
from ....printed_diagnostics import ids_in, said
from ....spoiled_workbooks import made, whole
from ....workbooks import NUMBERS, cell_of, patched

SHEET = r"xl/worksheets/sheet2\.xml"
Change = Callable[[Workbook], Any]


def value(workbook: Workbook) -> Any:
    return cell_of(workbook, "gdp", "value")


def put(number: object, code: str = "General", **looks: Any) -> Change:
    """Return what puts a value with a look into the form."""

    def change(workbook: Workbook) -> None:
        cell = value(workbook)
        cell.value, cell.number_format = number, code
        for name, look in looks.items():
            setattr(cell, name, look)

    return change


def ground(colour: Any) -> PatternFill:
    return PatternFill("solid", fgColor=colour)


def runs(*parts: Any) -> CellRichText:
    return CellRichText(*(part if isinstance(part, str) else TextBlock(*part) for part in parts))


def rule(change: Callable[[Any], Rule]) -> Change:
    def put_rule(workbook: Workbook) -> None:
        put(1000)(workbook)
        workbook[NUMBERS].conditional_formatting.add("A1:Z99", change(workbook))

    return put_rule


def _changes_format(_: Workbook) -> Rule:
    style = DifferentialStyle(numFmt=NumberFormatWritten(numFmtId=200, formatCode='"4000"'))
    return Rule(type="expression", formula=["TRUE"], dxf=style)


def _strikes(_: Workbook) -> Rule:
    return Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(font=Font(strike=True)))


def _red(_: Workbook) -> Rule:
    return Rule(type="expression", formula=["TRUE"], dxf=DifferentialStyle(font=Font(color="FFFF0000")))


def _bars(shown: bool) -> Callable[[Workbook], Rule]:
    ends = [FormatObject("min"), FormatObject("max")]
    return lambda _: Rule(type="dataBar", dataBar=DataBar(cfvo=ends, color="FF638EC6", showValue=shown))


def _no_zeros(workbook: Workbook) -> None:
    put(0)(workbook)
    workbook[NUMBERS].sheet_view.showZeros = False


def _size(what: str, size: float) -> Change:
    def change(workbook: Workbook) -> None:
        cell, sheet = value(workbook), workbook[NUMBERS]
        if what == "row":
            sheet.row_dimensions[cell.row].height = size
        else:
            sheet.column_dimensions[cell.column_letter].width = size

    return change


def _no_rows(workbook: Workbook) -> None:
    workbook[NUMBERS].sheet_format.zeroHeight = True


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (put(1000), []),
        (put(1000, "0.0"), []),
        (put(1000, '0"万元"'), ["shown-otherwise"]),
        (put(1000, ";;;"), ["shown-otherwise"]),
        (put("1000", ";;;"), ["shown-otherwise"]),
        (put("1000", '0;0;0;"无"'), ["shown-otherwise"]),
        (put("1000", '@"万元"'), ["shown-otherwise"]),
        (put("1000", "0;0;0;@"), []),
        (put("1000", "[Foo]0"), ["unknown-number-format"]),
        (put(runs("100", (InlineFont(vertAlign="superscript"), "1"))), ["marked-text"]),
        (put(runs("100", (InlineFont(vertAlign="subscript"), "1"))), ["marked-text"]),
        (put(runs((InlineFont(strike=True), "900"), "1000")), ["marked-text"]),
        (put(runs("10", (InlineFont(b=True), "00"))), []),
        (put(runs("10", (InlineFont(color=Color("FFFFFFFF")), "00"))), ["hidden-cells"]),
        (put(1000, font=Font(strike=True)), ["marked-text"]),
        (put(1000, font=Font(vertAlign="superscript")), ["marked-text"]),
        (put(1000, font=Font(color="FFFFFFFF")), ["hidden-cells"]),
        (put(1000, font=Font(color="FFFEFDFF")), ["hidden-cells"]),
        (put(1000, font=Font(color=Color(theme=0))), ["hidden-cells"]),
        (put(1000, font=Font(color=Color(indexed=9))), ["hidden-cells"]),
        (put(1000, font=Font(color=Color(theme=1, tint=1))), ["hidden-cells"]),
        (put(1000, font=Font(color=Color(theme=1))), []),
        (put(1000, font=Font(color="FF808080")), []),
        (put(1000, fill=ground("FF000000")), ["hidden-cells"]),
        (put(1000, font=Font(color="FFFFFFFF"), fill=ground("FF1F497D")), []),
        (put(1000, font=Font(color="FFC00000"), fill=ground("FFC00000")), ["hidden-cells"]),
        (put(1000, "[White]0", fill=PatternFill()), ["hidden-cells"]),
        (put(1000, "[Color2]0", fill=PatternFill()), ["hidden-cells"]),
        (put(1000, "[Red]0"), []),
        (rule(_changes_format), ["unknown-number-format"]),
        (rule(_red), []),
        (rule(_bars(shown=True)), []),
        (rule(_bars(shown=False)), ["unknown-number-format"]),
        (rule(_strikes), ["unknown-number-format"]),
        (_no_zeros, ["shown-otherwise"]),
        (_size("row", 0.01), ["hidden-cells"]),
        (_size("row", 0.5), ["hidden-cells"]),
        (_size("row", 9), []),
        (_size("column", 0.1), ["hidden-cells"]),
        (_no_rows, ["hidden-cells"]),
    ],
)
def test_what_is_seen_is_what_is_read(
    change: Change, kinds: list[str], digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / "report.xlsx").write_bytes(made(change))
    assert ids_in(said(digecon("lint", str(tmp_path / "report.xlsx"), "--lang", "en"))) == kinds


X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
XM = "http://schemas.microsoft.com/office/excel/2006/main"


def later_rule(inside: str, cells: str) -> Callable[[str], str]:
    """Return what adds a rule as later editions of the format write it, in an extension of the sheet."""
    return after(
        f'<extLst><ext xmlns:x14="{X14}" xmlns:xm="{XM}"><x14:conditionalFormattings>'
        f"<x14:conditionalFormatting><x14:cfRule>{inside}</x14:cfRule><xm:sqref>{cells}</xm:sqref>"
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst>"
    )


_CODED = '<x14:dxf><numFmt numFmtId="200" formatCode="&quot;4000&quot;"/></x14:dxf>'


@pytest.mark.parametrize(
    ("inside", "cells", "kinds"),
    [
        (_CODED, "A1:B2 F14", ["unknown-number-format"]),
        (_CODED, "A1:B2", []),
        ('<x14:iconSet iconSet="3Stars" showValue="0"/>', "F14", ["unknown-number-format"]),
        ('<x14:iconSet iconSet="3Stars"/>', "F14", []),
        ("<x14:dxf><font><strike/></font></x14:dxf>", "F14", ["unknown-number-format"]),
        ('<x14:dxf><font><strike val="0"/><b/></font></x14:dxf>', "F14", []),
    ],
)
def test_a_rule_in_an_extension_is_a_rule(
    inside: str, cells: str, kinds: list[str], digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / "report.xlsx").write_bytes(patched(made(put(1000)), (SHEET, later_rule(inside, cells))))
    assert ids_in(said(digecon("lint", str(tmp_path / "report.xlsx"), "--lang", "en"))) == kinds


FOREIGN = "http://example.org/other"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CELL = r'<c r="F14"([^>]*)t="n"><v>1000</v></c>'


def inside(xml: str) -> Callable[[str], str]:
    """Return what puts other XML in the place of the cell of the value."""

    def change(sheet: str) -> str:
        changed, count = re.subn(CELL, xml, sheet)
        assert count == 1
        return changed

    return change


def after(xml: str) -> Callable[[str], str]:
    return lambda sheet: sheet.replace("</worksheet>", f"{xml}</worksheet>")


KEPT = r'<c r="F14"\1><v>1000</v>'


@pytest.mark.parametrize(
    ("change", "kinds"),
    [
        (inside(f"{KEPT}</c>"), []),
        (inside(f"{KEPT}<v>2000</v></c>"), ["several-values-in-cell"]),
        (inside(r'<c r="F14"\1><v>10<b>9</b>00</v></c>'), ["not-a-workbook"]),
        (inside(f"{KEPT}<v/></c>"), ["several-values-in-cell"]),
        (inside(f"{KEPT}<is><t>2000</t></is></c>"), ["several-values-in-cell"]),
        (
            inside(r'<c r="F14"\1 t="inlineStr"><v>1000</v><is><t>2000</t></is></c>'),
            ["several-values-in-cell"],
        ),
        (
            inside(r'<c r="F14"\1 t="inlineStr"><is><t>1</t></is><is><t>2</t></is></c>'),
            ["several-values-in-cell"],
        ),
        (inside(r'<c r="F14"\1 t="inlineStr"><is><t>1</t><t>000</t></is></c>'), ["several-values-in-cell"]),
        (
            inside(r'<c r="F14"\1 t="inlineStr"><is><t>1</t><r><t>000</t></r></is></c>'),
            ["several-values-in-cell"],
        ),
        (
            inside(r'<c r="F14"\1 t="inlineStr"><is><r><t>1</t><t>000</t></r></is></c>'),
            ["several-values-in-cell"],
        ),
        (inside(f'{KEPT}</c><c r="F14"><v>2000</v></c>'), ["several-values-in-cell"]),
        (inside(f'{KEPT}<x:v xmlns:x="{FOREIGN}">9</x:v></c>'), []),
        (inside(f"{KEPT}<extLst><ext><v>9</v><is><t>9</t></is></ext></extLst></c>"), []),
        (inside(f'{KEPT}</c><x:c xmlns:x="{FOREIGN}" r="F14"><x:v>9</x:v></x:c>'), []),
        (inside(r'<c r="F14"\1 t="s"><v>-1</v></c>'), ["not-a-workbook"]),
        (inside(r'<c r="F14"\1 t="s"><v>１</v></c>'), ["not-a-workbook"]),
        (inside(r'<c r="F14"\1 t="x"><v>1</v></c>'), ["not-a-workbook"]),
        (inside(f'<m:AlternateContent xmlns:m="{MC}">{KEPT}</c></m:AlternateContent>'), ["not-a-workbook"]),
        (after('<extLst><ext><row r="14"><c r="F14"><v>9</v></c></row></ext></extLst>'), []),
        (
            after(
                '<extLst><ext><sheetData><row r="14"><c r="F14"><v>9</v></c></row></sheetData></ext></extLst>'
            ),
            [],
        ),
        (
            after(
                f'<x:sheetData xmlns:x="{FOREIGN}"><x:row r="14"><x:c r="F14"><x:v>9</x:v></x:c></x:row></x:sheetData>'
            ),
            [],
        ),
    ],
)
def test_a_cell_is_one_of_the_standard_with_one_value(
    change: Callable[[str], str], kinds: list[str], digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / "report.xlsx").write_bytes(patched(made(put(1000)), (SHEET, change)))
    assert ids_in(said(digecon("lint", str(tmp_path / "report.xlsx"), "--lang", "en"))) == kinds
    if not kinds:
        ran = digecon("check", str(tmp_path / "report.xlsx"), "--lang", "en", "--output-format", "json")
        assert "9000" not in ran.out


@pytest.mark.parametrize(
    ("stored", "code", "kind"),
    [
        (0.20014, "0.0%", "rounded-across-target"),
        (0.2003, "0%", "rounded-across-target"),
        (0.19996, "0.00%", "shown-rounded"),
        (0.20014, "0.000%", None),
        (0.1234, "0%", "shown-rounded"),
        (20.014, "0.0", "rounded-across-target"),
        (20.014, '0.0"%"', "rounded-across-target"),
    ],
)
def test_rounding_is_a_warning_where_the_target_lies_between(
    stored: float, code: str, kind: str | None, digecon: Digecon, tmp_path: Path
) -> None:
    def change(workbook: Workbook) -> None:
        cell = cell_of(workbook, "core_share_of_gdp", "value")
        cell.value, cell.number_format = stored, code
        cell_of(workbook, "core_share_of_gdp", "scope").value = "core-2021"

    (tmp_path / "report.xlsx").write_bytes(made(change))
    kinds = ids_in(said(digecon("lint", str(tmp_path / "report.xlsx"), "--lang", "en")))
    assert kinds == ([kind] if kind else [])


def test_the_rate_of_the_form_takes_no_fraction_for_a_percentage() -> None:
    """A number below 1 under % is what it says; only a cell in a format of per cent holds a hundredth."""
    (formula,) = {
        cell.value
        for row in whole()[NUMBERS].iter_rows()
        for cell in row
        if str(cell.value).startswith("=") and "*100" in str(cell.value)
    }
    assert re.search(
        r'IF\(ISNUMBER\((F\d+)\),IF\(LEFT\(CELL\("format",\1\),1\)="P",\1\*100,\1\)', str(formula)
    )
