"""Workbooks as they come: numbers with their formats, days, formulas, hidden and merged cells, hostile ones."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from hubei_digecon.diagnostics import Place
from hubei_digecon.load.tables.workbook.archive import MAX_ENTRIES, MAX_TAGS
from hubei_digecon.load.tables.workbook.cells import At, Held, at_of
from hubei_digecon.load.tables.workbook.formats import BUILT_IN, GENERAL, NumberFormat, format_of, numbered
from hubei_digecon.load.tables.workbook.reading import held_against
from hubei_digecon.load.tables.workbook.sheets import SheetRead, WorkbookRead
from hubei_digecon.load.tables.workbook.styles import CellStyle, Styles
from hubei_digecon.load.tables.workbook.values import SheetCells
from hubei_digecon.shapes.columns import BY_KEY, VALUE

from ....building import PROPERTY
from ....conftest import Digecon
from ....printed_diagnostics import ids_in, said
from ....spoiled_workbooks import OLD_FORMAT, calculated, made, whole
from ....workbooks import COVER, NUMBERS, cell_of, cover_of, form, list_of, opened, patched, saved

SHEET = r"xl/worksheets/sheet2\.xml"
"""The part of Table 1."""

Said = Callable[..., list[str]]


@pytest.fixture
def diagnosticed(digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Said:
    """Return the kinds of diagnostics on a workbook."""
    monkeypatch.chdir(tmp_path)

    def of(data: bytes, name: str = "report.xlsx") -> list[str]:
        (tmp_path / name).write_bytes(data)
        return ids_in(said(digecon("lint", name, "--lang", "en")))

    return of


def read(
    text: str, code: str = "General", unit: str = "", since_1904: bool = False
) -> tuple[str | None, list[str]]:
    """Return how a value of a format is read in a row of a unit, and the kinds of what is said of it."""
    sheet = SheetRead("a", is_hidden=False)
    cells = SheetCells(WorkbookRead((sheet,), Styles([CellStyle(format_of(code))]), since_1904), sheet, [])
    read = cells.read(At(0, 0), Held("n", text), VALUE, unit)
    said = [one.kind.id for one in cells.faults] or ["shown-rounded"] * len(cells.rounded)
    return read and str(read), said


@pytest.mark.parametrize(
    ("stored", "code", "text", "diagnostics"),
    [
        ("400", "General", "400", []),
        ("400", "0.00", "400.00", []),
        ("13", "0.0", "13.0", []),
        ("12.964", "0.0", "12.964", ["shown-rounded"]),
        ("0.12964", "0.0%", "12.964%", ["shown-rounded"]),
        ("0.12964", "0.000%", "12.964%", []),
        ("0.13", "0.0%", "13.0%", []),
        ("0.13", "0%", "13%", []),
        ("0.28700000000000003", "0.0%", "28.700000000000003%", ["shown-rounded"]),
        ("1.1000000000000001", "General", "1.1", []),
        ("0.30000000000000004", "General", "0.30000000000000004", ["shown-rounded"]),
        ("1E-5", "General", "0.00001", []),
        ("123456.78", "#,##0.00_);[Red](#,##0.00)", "123456.78", []),
        ("1234567", "#,##0,", None, ["shown-otherwise"]),
        ("1000", '0.00"亿元"', "1000.00亿元", []),
        ("1000", "0.00元", "1000.00元", []),
        ("-0", "General", "0", []),
        ("46042", "yyyy-mm-dd", None, ["shown-otherwise"]),
        ("0.5", "h:mm", None, ["shown-otherwise"]),
        ("60", "yyyy-mm-dd", None, ["shown-otherwise"]),
        ("nan", "General", "nan", []),
        ("1_000", "General", "1_000", []),
    ],
)
def test_a_number_is_read_as_it_is_stored(stored: str, code: str, text: str, diagnostics: list[str]) -> None:
    assert read(stored, code) == (text, diagnostics)


@given(st.integers(-10, 10**10 + 10) | st.integers(10**9, 10**11), st.sampled_from(["", "家", "%"]))
def test_a_whole_number_in_the_general_format_is_shown_by_its_digits(number: int, unit: str) -> None:
    same = NumberFormat("general", GENERAL.sections)  # read piece by piece
    assert held_against(GENERAL, Decimal(number), unit) == held_against(same, Decimal(number), unit)


def day(text: str, code: str, since_1904: bool = False) -> str | None:
    """Return the day of submission that a number of a format is read as."""
    sheet = SheetRead("a", is_hidden=False)
    cells = SheetCells(WorkbookRead((sheet,), Styles([CellStyle(format_of(code))]), since_1904), sheet, [])
    read = cells.read(At(0, 0), Held("n", text), BY_KEY["submitted.date"])
    return cells.faults[0].kind.id if cells.faults else str(read)


@pytest.mark.parametrize(
    ("stored", "code", "came"),
    [
        ("46042", "yyyy-mm-dd", "2026-01-20"),
        ("46042.5", 'yyyy"年"m"月"d"日"', "2026-01-20"),
        ("46042", "[$-804]yyyy/m/d;@", "2026-01-20"),
        ("46042", "e/m/d", "2026-01-20"),
        ("46042", "yyyy/m/d h:mm", "2026-01-20"),
        ("46023", 'yyyy"年"m"月"', "2026年1月"),
        ("46042", 'm"月"d"日"', "shown-otherwise"),
        ("46042", "d-mmm", "shown-otherwise"),
        ("46042", "yyyy", "2026年"),
        ("46042", "h:mm", "shown-otherwise"),
        ("46042", r"[$-F800]dddd\,\ mmmm\ dd\,\ yyyy", "2026-01-20"),
        ("46042", '[DBNum1]yyyy"年"m"月"d"日"', "unknown-number-format"),
        ("46042", "0", "date-as-number"),
        ("60", "yyyy-mm-dd", "shown-otherwise"),
        ("46023", "yyyy-mm", "2026年1月"),
        ("46023", "mmm-yy", "2026年1月"),
        ("2025", "General", "2025"),
        ("2025", "0.00", "2025.00"),
        ("2025", '0"年"', "2025年"),
        ("2025.12", "General", "2025.12"),
        ("2025.12", "0.00", "2025.12"),
        ("2025.12", "0.0", "shown-otherwise"),
        ("2025.12", "0", "shown-otherwise"),
        ("2025.1", "General", "2025.1"),
        ("2025.1", "0.00", "2025.10"),
        ("202512", "General", "202512"),
        ("20251231", "General", "20251231"),
        ("20251231", "0", "20251231"),
        ("1220", "General", "1220"),
        ("45992", "General", "date-as-number"),
        ("45992.5", "General", "date-as-number"),
    ],
)
def test_a_day_is_read_where_all_of_it_is_shown(stored: str, code: str, came: str) -> None:
    assert day(stored, code) == came


def test_days_may_be_counted_from_1904() -> None:
    assert day("44580", "yyyy-mm-dd", since_1904=True) == "2026-01-20"


@PROPERTY
@given(st.decimals(0, 10**9, places=4), st.integers(4, 8))
def test_no_digit_is_lost(number: Decimal, decimals: int) -> None:
    """A number of 15 digits or fewer goes through a workbook as it was; the format only adds zeros."""
    text, diagnostics = read(repr(float(number)), f"0.{'0' * decimals}")
    assert text is not None
    assert (Decimal(text), len(text.partition(".")[2]), diagnostics) == (number, decimals, [])


@PROPERTY
@given(st.floats(0, 1, allow_nan=False), st.integers(0, 6))
def test_what_is_shown_is_told_where_it_is_another_number(number: float, decimals: int) -> None:
    text, diagnostics = read(repr(number), f"0.{'0' * decimals}%".replace(".%", "%"))
    exact = Decimal(repr(number)) * 100
    assert text is not None
    assert Decimal(text.rstrip("%")) == exact
    assert bool(diagnostics) == (exact != exact.quantize(Decimal(1).scaleb(-decimals), "ROUND_HALF_UP"))


@pytest.mark.parametrize(
    ("id", "code"), [(14, "yyyy/m/d"), (10, "0.00%"), (0, "General"), (31, BUILT_IN[31])]
)
def test_formats_are_known_by_number(id: int, code: str) -> None:
    assert numbered(id, {}) == format_of(code)
    assert numbered(id, {id: "0.0"}) == format_of("0.0")


@pytest.mark.parametrize("id", [23, 26, 59, 81, 163, 164, 9999, -1])
def test_a_number_of_no_format_is_none_and_never_the_general_one(id: int) -> None:
    assert numbered(id, {}).sections == ()


def test_every_format_that_is_built_in_is_of_the_grammar() -> None:
    assert [id for id in BUILT_IN if not numbered(id, {}).sections] == []


@pytest.mark.parametrize(
    ("name", "at"), [("A1", At(0, 0)), ("E7", At(6, 4)), ("XFD1048576", At(1048575, 16383))]
)
def test_cells_have_names(name: str, at: At) -> None:
    assert at_of(name) == at
    assert str(Place(at.row + 1, at.column + 1, sheet="指标")) == f"指标!{name}"


@pytest.mark.parametrize("name", ["", "A0", "1A", "XFE1", "A1048577", "a1", "AAAA1", "A１"])
def test_what_is_no_name_of_a_cell_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=re.escape(name) or ".*"):
        at_of(name)


def _spoil(change: Callable[[Workbook], Any]) -> bytes:
    return made(lambda workbook: change(workbook))


def _set(id: str, key: str, value: object) -> Callable[[Workbook], None]:
    def change(workbook: Workbook) -> None:
        cell_of(workbook, id, key).value = value

    return change


def _renamed(workbook: Workbook) -> None:
    workbook[NUMBERS].title = "指标"


def _hide_sheet(workbook: Workbook) -> None:
    workbook[NUMBERS].sheet_state = "veryHidden"


def _hide_column(workbook: Workbook) -> None:
    workbook[NUMBERS].column_dimensions["F"].hidden = True


def _beside(workbook: Workbook) -> None:
    workbook[NUMBERS]["Z5"] = "1"


def _no_period(workbook: Workbook) -> None:
    cover_of(workbook, "period").value = None


def _empty_sheet(workbook: Workbook) -> None:
    workbook.create_sheet("Sheet1")


def _no_indicator(workbook: Workbook) -> None:
    sheet, top = list_of(workbook, "attracted_top100_firms")
    sheet.cell(top - 2, 1).value = sheet.cell(top - 2, 2).value = None
    sheet.cell(top + 1, 2).value = "示例公司"


def _nameless_item(workbook: Workbook) -> None:
    sheet, top = list_of(workbook, "attracted_top100_firms")
    sheet.cell(top + 1, 3).value = "91420100MA4K0000XJ"


def _blank_formula(workbook: Workbook) -> None:
    cover_of(workbook, "submitted.date").value = "=TODAY()"


@pytest.mark.parametrize(
    ("change", "diagnostics"),
    [
        (_set("gdp", "value", "1000"), []),
        (_set("gdp", "value", 1000), []),
        (_set("gdp", "value", True), ["not-a-number"]),
        (_set("gdp", "value", datetime.date(2026, 1, 2)), ["shown-otherwise"]),
        (_set("gdp", "value", "约1000"), ["hedged-value"]),
        (_set("gdp", "target", "达到1000亿元"), []),
        (_set("gdp", "missing", "未公布"), ["value-and-missing"]),
        (_renamed, ["unknown-sheet"]),
        (_hide_sheet, ["hidden-cells"]),
        (_hide_column, ["hidden-cells"]),
        (_beside, ["cell-without-column"]),
        (_no_period, ["row-without-name"]),
        (_empty_sheet, []),
        (_no_indicator, ["row-without-name"]),
        (_nameless_item, ["missing-key", "items-without-value"]),
        (_blank_formula, ["formula-without-result", "cover-not-filled"]),
    ],
)
def test_what_people_do_to_a_form_is_told(
    change: Callable[[Workbook], None], diagnostics: list[str], diagnosticed: Said
) -> None:
    assert diagnosticed(_spoil(change)) == diagnostics


def test_a_sheet_of_another_name_is_known_by_what_it_holds(digecon: Digecon, tmp_path: Path) -> None:
    (tmp_path / "report.xlsx").write_bytes(_spoil(_renamed))
    out = digecon("lint", str(tmp_path / "report.xlsx"), "--lang", "zh").out
    assert "是否应为“表1 指标完成情况”？" in out


def test_a_target_other_than_the_published_one_is_an_error(digecon: Digecon, tmp_path: Path) -> None:
    workbook = whole()
    for key, value in (("value", "410"), ("scope", "core-2021"), ("target", "突破300亿元")):
        cell_of(workbook, "core_value_added", key).value = value
    (tmp_path / "report.xlsx").write_bytes(saved(workbook))
    out = digecon("check", str(tmp_path / "report.xlsx"), "--lang", "en").out
    assert re.search(r":表1 指标完成情况!D5: error restated-target: .*突破300亿元", out)


def test_a_rate_that_somebody_typed_over_is_not_read(diagnosticed: Said) -> None:
    workbook = whole()
    workbook[NUMBERS].cell(5, 7).value = "#N/A"
    assert diagnosticed(calculated(saved(workbook), "0.5")) == []


def test_a_workbook_of_something_else_is_no_report(digecon: Digecon, tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.worksheets[0]["A1"] = "台账"
    (tmp_path / "other.xlsx").write_bytes(saved(workbook))
    named = digecon("check", str(tmp_path / "other.xlsx"), "--lang", "en")
    found = digecon("check", str(tmp_path), "--lang", "en")
    assert ids_in(said(named)) == ["given-as-report"]
    assert ids_in(said(found)) == ["not-a-report"]


def test_what_an_office_program_leaves_beside_an_open_workbook_is_passed_over(
    digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / "~$report.xlsx").write_bytes(b"\x05user")
    (tmp_path / "report.xlsx").write_bytes(saved(whole()))
    told = digecon("check", str(tmp_path), "--lang", "en").out
    assert told.count("~$report.xlsx") == 2
    assert "note lock-file: " in told


SHARED = (
    '<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><t>10</t></r>'
    '<r><t>00</t></r><rPh sb="0" eb="1"><t>qian</t></rPh></si></sst>'
)


def _sharing(text: str) -> bytes:
    """Return a workbook whose figure is a text that cells share, as most programs write it."""
    cell = r'(<c r="F14"[^>]*) t="inlineStr"><is><t>1000</t></is>'
    return patched(
        saved(whole()),
        (SHEET, lambda xml: re.sub(cell, r'\1 t="s"><v>0</v>', xml)),
        (
            r"xl/_rels/workbook\.xml\.rels",
            lambda xml: xml.replace(
                "</Relationships>",
                '<Relationship Id="texts" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
            ),
        ),
        sharedStrings=text,
    )


def test_shared_texts_are_read_without_how_they_are_pronounced(diagnosticed: Said) -> None:
    assert diagnosticed(_sharing(SHARED)) == []
    assert diagnosticed(_sharing(SHARED.replace("10<", "a<"))) == ["not-a-number"]
    assert diagnosticed(_sharing(SHARED.replace("rPh", "r"))) == ["two-units"]


def test_the_stricter_edition_of_the_format_is_read(diagnosticed: Said) -> None:
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    usual = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    assert (
        diagnosticed(patched(saved(whole()), (r"xl/.*\.xml", lambda xml: xml.replace(usual, strict)))) == []
    )


def _inserted(xml: str) -> Callable[[bytes], bytes]:
    return lambda data: patched(data, (SHEET, lambda old: old.replace("</sheetData>", f"{xml}</sheetData>")))


def _declared(data: bytes) -> bytes:
    return patched(data, (SHEET, lambda old: re.sub("<dimension[^>]*>", '<dimension ref="A1:B2"/>', old)))


def _entity(data: bytes) -> bytes:
    declared = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    return patched(data, (SHEET, lambda old: old.replace("<worksheet", f"{declared}<worksheet", 1)))


def _unpacks_to_a_lot(data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, b" " * 2**25 if re.fullmatch(SHEET, name) else old.read(name))
    return file.getvalue()


def _many_parts(_data: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as new:
        for number in range(MAX_ENTRIES + 1):
            new.writestr(str(number), b"")
    return file.getvalue()


def _with_macros(data: bytes) -> bytes:
    file = io.BytesIO(data)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"")
    return file.getvalue()


@pytest.mark.parametrize(
    ("change", "diagnostics"),
    [
        (_declared, []),
        (_inserted('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), ["cell-without-column"]),
        (_inserted("<a>" * 20_000 + "</a>" * 20_000), []),
        (_inserted("<a/>" * MAX_TAGS), ["not-a-workbook"]),
        (_inserted('<row r="x"/>'), ["not-a-workbook"]),
        (_inserted('<c r="A1" t="s"><v>99999</v></c>'), ["not-a-workbook"]),
        (_entity, ["not-a-workbook"]),
        (_unpacks_to_a_lot, ["not-a-workbook"]),
        (_many_parts, ["not-a-workbook"]),
        (_with_macros, ["not-a-workbook"]),
        (lambda data: data[: len(data) // 2], ["not-a-workbook"]),
        (lambda _: b"", ["not-a-workbook"]),
        (lambda _: b"entity: wuhan-wedz\n", ["not-a-workbook"]),
        (lambda _: OLD_FORMAT, ["not-a-workbook"]),
    ],
)
def test_hostile_workbooks_are_refused_or_harmless(
    change: Callable[[bytes], bytes], diagnostics: list[str], diagnosticed: Said
) -> None:
    assert diagnosticed(change(saved(whole()))) == diagnostics


def test_all_cells_merged_into_one_take_no_time(diagnosticed: Said) -> None:
    def merge(xml: str) -> str:
        return re.sub("<mergeCells[^>]*>", '<mergeCells><mergeCell ref="A1:XFD1048576"/>', xml)

    assert diagnosticed(patched(saved(whole()), (SHEET, merge))) == ["merged-cells"]


def test_the_cover_is_told_by_its_labels() -> None:
    assert opened(form())[COVER]["A4"].value == "考核对象"
