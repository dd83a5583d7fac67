"""Reads a workbook from its own XML, and once more with two libraries of others, which must agree on all cells."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import defusedxml.ElementTree as Defused
import openpyxl
from python_calamine import CalamineWorkbook

from .reader_checks import holds

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:app|core)\.xml"
    r"|xl/(?:workbook|styles|theme/theme1|worksheets/sheet[0-9]+)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/(?:charts/chart|drawings/drawing)[0-9]+\.xml|xl/(?:worksheets|drawings)/_rels/[a-z]+[0-9]+\.xml\.rels"
)
_DIGITS = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_FORMULA = re.compile(r"\s*[=+@＝＋－＠-]")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LITERAL = re.compile('"[^"]*"')
_NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_UNDATED = (1980, 1, 1, 0, 0, 0)
_FIRST_DAY = datetime.date(1899, 12, 30)
_CHARTED = ("进展图", "Charts")
"""How the sheets begin that hold charts."""

_MOST_UNITS, _MOST_DIGITS, _MOST_FORMATS = 32_767, 15, 200


@dataclass(frozen=True)
class Cell:
    """A cell: the text in it, or the digits of a number or a day with the format that shows it."""

    value: str
    format: str = ""

    def __str__(self) -> str:
        return f"{self.value}  {self.format}" if self.format else self.value


Row = dict[str, Cell]
"""The cells of a row by their headings; what is empty is not there."""


@dataclass(frozen=True)
class Sheet:
    """A sheet: its title, its headings, and the rows below them; ``xml`` is what it was read from.

    One that ``is_printed`` has lines above and below its tables: its columns go by their letters.
    """

    title: str
    headings: list[str]
    rows: list[Row]
    xml: ET.Element
    is_printed: bool = False


@dataclass(frozen=True)
class Book:
    """A workbook by the titles of its sheets."""

    sheets: dict[str, Sheet]

    @property
    def texts(self) -> list[str]:
        """Everything that stands in a cell, and the titles of the sheets."""
        cells = [cell.value for sheet in self.sheets.values() for row in sheet.rows for cell in row.values()]
        return [*self.sheets, *(name for sheet in self.sheets.values() for name in sheet.headings), *cells]

    @property
    def outline(self) -> str:
        """What stands in it, a line a cell, under its sheet."""
        return "".join(f"{line}\n" for sheet in self.sheets.values() for line in _lines(sheet))


def xlsx(data: bytes) -> Book:
    """Read a workbook strictly: nothing in it runs or leads out, and every cell is a plain number or text."""
    parts = _parts(data)
    styles = _Styles(Defused.fromstring(parts["xl/styles.xml"]))
    titles = [one.get("name", "") for one in Defused.fromstring(parts["xl/workbook.xml"]).iter(f"{_NS}sheet")]
    sheets = {
        title: _sheet(title, Defused.fromstring(parts[f"xl/worksheets/sheet{number}.xml"]), styles)
        for number, title in enumerate(titles, 1)
    }
    holds(len(sheets) == len(titles) > 0, "two sheets have one title, or there is none")
    for sheet in sheets.values():
        _is_for_print(sheet) if sheet.is_printed else _is_laid_out(sheet)
    _others_read_the_same(data, sheets)
    return Book(sheets)


def _parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of the file: none with macros, links or anything else that leads out, none dated."""
    with ZipFile(BytesIO(data)) as archive:
        holds(archive.testzip() is None, "a part is damaged")
        infos = archive.infolist()
        strange = [one.filename for one in infos if not _PARTS.fullmatch(one.filename)]
        holds(strange == [], f"there are parts that no table needs: {strange}")
        holds({one.date_time for one in infos} == {_UNDATED}, "a part is dated")
        holds(len({one.filename for one in infos}) == len(infos), "a part stands twice")
        return {one.filename: archive.read(one) for one in infos}


class _Styles:
    """The formats of cells by their number, and which of them are marked as texts."""

    def __init__(self, root: ET.Element) -> None:
        own = {int(one.get("numFmtId", "")): one.get("formatCode", "") for one in root.iter(f"{_NS}numFmt")}
        holds(len(own) <= _MOST_FORMATS, f"there are {len(own)} number formats")
        (ways,) = root.iter(f"{_NS}cellXfs")
        ids = [int(one.get("numFmtId", "")) for one in ways]
        self.formats = [own.get(id, {0: "General", 1: "0"}.get(id, "")) for id in ids]
        self.quoted = [one.get("quotePrefix") == "1" for one in ways]


def _sheet(title: str, root: ET.Element, styles: _Styles) -> Sheet:
    holds(0 < len(title) <= 31 and not re.search(r"[\[\]:*?/\\]", title), f"no sheet can be called {title}")
    for name in ("f", "hyperlink", "hyperlinks", "oleObjects", "legacyDrawing", "drawing", "dataValidations"):
        if name == "drawing" and title.startswith(_CHARTED):
            continue
        holds(root.find(f".//{_NS}{name}") is None, f"{title} has {name}")
    rows = [dict(_cells(row, styles)) for row in root.iter(f"{_NS}row")]
    holds(rows != [], f"{title} is empty")
    if root.find(f".//{_NS}mergeCells") is not None:
        columns = [_letters(number) for number in range(len(list(root.iter(f"{_NS}col"))))]
        return Sheet(title, columns, rows, root, is_printed=True)
    headings = [cell.value for cell in rows[0].values()]
    holds(list(rows[0]) == [_letters(number) for number in range(len(headings))], "the headings have gaps")
    holds(len(set(headings)) == len(headings), f"two columns of {title} have one heading")
    named = dict(zip(rows[0], headings, strict=True))
    return Sheet(title, headings, [{named[at]: cell for at, cell in row.items()} for row in rows[1:]], root)


def _cells(row: ET.Element, styles: _Styles) -> Iterator[tuple[str, Cell]]:
    """Return the cells of a row by the letters of their columns."""
    for one in row:
        at, style, kind = one.get("r", ""), int(one.get("s", "")), one.get("t")
        holds(at.endswith(row.get("r", "?")), f"{at} stands in another row")
        if len(one) == 0:  # only a box around nothing
            continue
        holds(kind in ("inlineStr", "n"), f"{at} is of type {kind}")
        yield (
            at.rstrip("0123456789"),
            _text(one, style, styles) if kind == "inlineStr" else _number(one, style, styles),
        )


def _text(one: ET.Element, style: int, styles: _Styles) -> Cell:
    written = one.findtext(f"{_NS}is/{_NS}t") or ""
    holds(0 < len(written.encode("utf-16-le")) // 2 <= _MOST_UNITS, f"{one.get('r')} is empty or too long")
    text: str = _unescaped(written)
    quoted = styles.quoted[style]
    holds(bool(_FORMULA.match(text)) <= (quoted or text == "-"), f"{one.get('r')} begins a formula: {text}")
    return Cell(text)


def _number(one: ET.Element, style: int, styles: _Styles) -> Cell:
    digits, format = one.findtext(f"{_NS}v") or "", styles.formats[style]
    holds(bool(_DIGITS.fullmatch(digits)), f"{one.get('r')} is no plain number: {digits}")
    kept = re.sub(r"[-.]", "", digits).lstrip("0")
    holds(len(kept) <= _MOST_DIGITS, f"{one.get('r')} has more digits than are kept: {digits}")
    holds(format != "", f"{one.get('r')} has no number format")
    return Cell(digits, format)


def _is_laid_out(sheet: Sheet) -> None:
    """The headings stay in sight, all rows can be filtered, colour follows texts, and A4 is printed across."""
    root, last = sheet.xml, f"{_letters(len(sheet.headings) - 1)}{len(sheet.rows) + 1}"
    pane = root.find(f".//{_NS}pane")
    holds(
        pane is not None and pane.get("ySplit") == "1" and pane.get("state") == "frozen", "nothing is frozen"
    )
    filtered = [one.get("ref") for one in root.iter(f"{_NS}autoFilter")]
    holds(filtered == [f"A1:{last}"], f"the filter is on {filtered}, the last cell is {last}")
    _is_drawn_plainly(root)


def _is_drawn_plainly(root: ET.Element) -> None:
    """Colour follows texts, and A4 is printed across."""
    for rule in root.iter(f"{_NS}cfRule"):
        formulas = [one.text or "" for one in rule]
        holds(len(formulas) == 1 and bool(_LITERAL.fullmatch(formulas[0])), f"a rule asks for {formulas}")
    (page,) = root.iter(f"{_NS}pageSetup")
    holds(
        (page.get("orientation"), page.get("paperSize")) == ("landscape", "9"),
        "it is not printed on A4 across",
    )
    holds(all(len(one.get("width", "")) > 0 for one in root.iter(f"{_NS}col")), "a column has no width")


def _is_for_print(sheet: Sheet) -> None:
    """Nothing is frozen or filtered, and lines run across all columns that are printed."""
    root = sheet.xml
    holds(root.find(f".//{_NS}pane") is None, f"{sheet.title} is frozen")
    holds(root.find(f".//{_NS}autoFilter") is None, f"{sheet.title} has a filter")
    across = {one.get("ref", "") for one in root.iter(f"{_NS}mergeCell")}
    runs = [re.fullmatch(r"A([0-9]+):([A-Z])\1", one) for one in across]
    ends = {run and run[2] for run in runs}
    holds(len(ends) == 1 and ends <= set(sheet.headings), f"lines of {sheet.title} do not run across")
    _is_drawn_plainly(root)


def _others_read_the_same(data: bytes, sheets: dict[str, Sheet]) -> None:
    theirs = openpyxl.load_workbook(BytesIO(data))
    calamine = CalamineWorkbook.from_filelike(BytesIO(data))
    holds(calamine.sheet_names == theirs.sheetnames == list(sheets), "others find other sheets")
    for title, sheet in sheets.items():
        cells = ([_value(row.get(name)) for name in sheet.headings] for row in sheet.rows)
        wanted: list[list[object]] = [*cells] if sheet.is_printed else [list(sheet.headings), *cells]
        for name, rows in (
            (
                "openpyxl",
                [[_unescaped(one) for one in row] for row in theirs[title].iter_rows(values_only=True)],
            ),
            ("calamine", calamine.get_sheet_by_name(title).to_python()),
        ):
            found = [[_plain(one) for one in row] for row in rows]
            if sheet.is_printed:  # one without a table is as wide as what is merged, or as what is filled
                found = [[*row, *[None] * (len(sheet.headings) - len(row))] for row in found]
            holds(found == wanted, f"{name} reads {title} otherwise: {_first(found, wanted)}")


def _first(found: list[list[object]], wanted: list[list[object]]) -> object:
    pairs = (
        (a, b) for one, other in zip(found, wanted, strict=False) for a, b in zip(one, other, strict=False)
    )
    return next(((a, b) for a, b in pairs if a != b), (len(found), len(wanted)))


def _value(cell: Cell | None) -> object:
    """Return what another library makes of a cell: a float is the nearest to the digits."""
    if cell is None:
        return None
    if cell.format == "yyyy-mm-dd":
        return _FIRST_DAY + datetime.timedelta(int(cell.value))
    return float(Fraction(cell.value)) if cell.format else cell.value


def _plain(value: object) -> object:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, int | float):
        return float(value)
    return None if value == "" else value


def _unescaped(value: Any) -> Any:
    """Return a text with what is escaped in it (ECMA-376, ST_Xstring), which openpyxl leaves as it is."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), value) if isinstance(value, str) else value


def _letters(number: int) -> str:
    letters = ""
    while number >= 0:
        number, digit = divmod(number, 26)
        letters, number = chr(ord("A") + digit) + letters, number - 1
    return letters


def _lines(sheet: Sheet) -> Iterator[str]:
    yield f"=== {sheet.title}: {' | '.join(sheet.headings)}"
    for number, row in enumerate(sheet.rows, 1 if sheet.is_printed else 2):
        yield f"--- {number}"
        yield from (f"{name}: {cell}" for name, cell in row.items())
