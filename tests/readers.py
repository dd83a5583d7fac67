"""Every output format read back by a reader that is not ours: one table, for tests and for fuzzing.

A reader takes what was shown of some reports, or of files that were only read, and raises where that
cannot be relied on. A format without a row here fails ``test_readers.py``.
"""

import csv
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import StringIO
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

from jsonschema_rs import Draft202012Validator
from pydantic import TypeAdapter

from hubei_digecon.shapes.json_schema import listing_schema, result_schema, scoreboard_schema, trend_schema
from hubei_digecon.shapes.result import Result
from hubei_digecon.shapes.scoreboard_result import BoardResult
from hubei_digecon.shapes.target_list import Listing
from hubei_digecon.shapes.trend_result import TrendResult
from hubei_digecon.show.formats import FORMATS

from .docx_reader import Letter, docx
from .hostile import RAW
from .html_reader import HtmlPage, html
from .junit_reader import junit
from .markdown_reader import Page, markdown
from .parquet_reader import parquet
from .reader_checks import UnreadableError, holds, reader_checks
from .sarif_reader import sarif
from .workflow_commands import Command, parse
from .xlsx_reader import Book, xlsx

__all__ = ["PRINTED", "READERS", "UnreadableError", "read_back"]

PRINTED = [name for name, format in FORMATS.items() if not format.binary]
"""The formats that can go to standard output; the others go into files only."""

Reader = Callable[[Any], object]

_COUNTED = re.compile(
    "judged [0-9]+ of [0-9]+|应核验[0-9]+项，已认定[0-9]+项|files read: [0-9]+;|共检查[0-9]+个文件："
)
_DIAGNOSTIC = re.compile(r".+?:[1-9][0-9]*:[1-9][0-9]*: (?:error|warning|note) [a-z0-9_.-]+ .+")


def terminal(text: str) -> list[str]:
    """Read lines for people: nothing hidden stands in them, and they say how much was judged or read."""
    _nothing_is_hidden(text)
    lines = text.split("\n")
    holds(lines.pop() == "", "the last line has no end")
    holds(any(_COUNTED.search(line) for line in lines), "it does not say how much was judged or read")
    return lines


def _nothing_is_hidden(text: str) -> None:
    hidden = RAW.search(text)
    holds(hidden is None, f"there is a hidden character, {hidden and ascii(hidden.group())}")


def diagnostic_lines(text: str) -> list[str]:
    """Read ``file:line:col: severity id message`` as editors do; the verdicts come last."""
    lines = terminal(text)
    places = [index for index, line in enumerate(lines) if _DIAGNOSTIC.fullmatch(line)]
    holds(places == list(range(len(places))), "something stands between the diagnostics")
    return lines


def _page(text: str) -> Page:
    """Read Markdown, which may stand in a log as well."""
    terminal(text)
    _no_command_stands_in(text)
    return markdown(text)


def _no_command_stands_in(text: str) -> None:
    holds(parse(text) == [], f"the log of GitHub Actions would find commands in it: {parse(text)}")


def _json_result(text: str) -> Result:
    """Read the JSON result strictly, by its schema and by the type that ``verify`` reads."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    result = reader_checks(text)
    _result_validator().validate(result)
    return TypeAdapter(Result).validate_python(result)


def _closed(schema: Any) -> Any:
    """Return an open schema with the keys and words known now and no others: what this version writes."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(one) for key, one in schema.items()}
    if "examples" in schema:
        closed["enum"] = schema["examples"]
    return {"additionalProperties": False} | closed if "properties" in schema else closed


@cache
def _result_validator() -> Draft202012Validator:
    return Draft202012Validator(_closed(json.loads(result_schema())))


_NUMBER = re.compile("-?[0-9]+([.][0-9]+)?")
_FORMULA = re.compile(r"\s*[=+@＝＋－＠-]")


def _cells(text: str) -> list[list[str]]:
    """Read CSV strictly: a row of names, each its own, rows as long as that, and no cell a formula."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    rows = list(csv.reader(StringIO(text, newline=""), strict=True))
    holds(bool(rows), "there is no row of names")
    holds(len(set(rows[0])) == len(rows[0]), "two columns have one name")
    holds({len(row) for row in rows} == {len(rows[0])}, "rows are not equally long")
    for cell in (cell for row in rows for cell in row if cell != "-"):
        holds(not _FORMULA.match(cell) or bool(_NUMBER.fullmatch(cell)), f"a cell begins a formula: {cell}")
    return rows


def _cells_for_excel(text: str) -> list[list[str]]:
    """Read CSV that begins with a byte order mark, once."""
    holds(text.startswith("\ufeff"), "there is no byte order mark")
    return _cells(text[1:])


def _html(text: str) -> HtmlPage:
    """Read the page, which may stand in a log as well."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    page = html(text)
    holds(any(map(_COUNTED.search, page.lines)), "it does not say how much was judged or read")
    return page


def _letter(data: bytes) -> Letter:
    """Read a document for Word: nothing hidden stands in it, and it begins with what came out."""
    letter = docx(data)
    for text in letter.texts:
        _nothing_is_hidden(text)
    first = "".join(letter.headings[1:2])
    holds(
        first.endswith(("、总体情况", " Summary", "、各报告核验情况", " All reports")),
        f"it begins with {first}",
    )
    return letter


def _letter_of_trend(data: bytes) -> Letter:
    """Read a trend for Word."""
    letter = docx(data)
    for text in letter.texts:
        _nothing_is_hidden(text)
    holds(bool(_BY_METHOD.search("\n".join(letter.texts))), "it does not say by which method its pace is")
    return letter


_WITH_COUNTS = (("应核验项数", "已认定项数"), ("Targets", "Judged"))
_DISCLAIMED = ("不代表主管部门考核结论", "Not the conclusion of the competent authority")


def _book(data: bytes, sheets: int) -> Book:
    """Read a workbook: nothing hidden stands in it, and it says how much was judged and by whom it was not."""
    book = xlsx(data)
    for text in book.texts:
        _nothing_is_hidden(text)
    data_sheets = [sheet for sheet in book.sheets.values() if not sheet.is_printed]
    holds(sheets <= len(data_sheets) <= sheets + 3, f"there are {len(data_sheets)} sheets of data")
    holds(any(text in _DISCLAIMED for text in book.texts), "it does not say whose conclusion it is not")
    return book


def _book_of_check(data: bytes) -> Book:
    """Read the workbook on a check."""
    book = _book(data, 4)
    headings = [sheet.headings for sheet in book.sheets.values()]
    holds(
        any(set(pair) <= set(one) for pair in _WITH_COUNTS for one in headings),
        "it does not say how much was judged",
    )
    return book


def _book_of_board(data: bytes) -> Book:
    """Read the workbook on a scoreboard."""
    book = _book(data, 5)
    holds(any(map(_OF_ALL.search, book.texts)), "it does not say how many places reported")
    holds(any("nofficial" in text or "非官方" in text for text in book.texts), "its score looks official")
    return book


def _junit(text: str) -> ET.Element:
    """Read JUnit XML."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    return junit(text)


def _sarif(text: str) -> Any:
    """Read SARIF."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    return sarif(text)


@dataclass
class Log:
    """What the runner of GitHub Actions makes of a log: annotations, and lines that it just shows."""

    annotations: list[Command]
    lines: list[str]


_PROPERTIES = ["file", "line", "col", "endColumn", "title"]
_WORST_FIRST = ["error", "warning", "notice"]
_SHOWN_OF_A_STEP = 10


def _log(text: str) -> Log:
    """Read a log of GitHub Actions: annotations come first, worst first, and no other line is a command."""
    lines = terminal(text)
    annotations = [command for line in lines for command in parse(line)]
    number = len(annotations)
    holds(parse("\n".join(lines[number:])) == [], "a command stands among the lines that are none")
    holds(number <= _SHOWN_OF_A_STEP, f"{number} annotations are more than are shown")
    weights = [_WORST_FIRST.index(one.name) for one in annotations]
    holds(all(one <= next for one, next in pairwise(weights)), "the worst do not come first")
    for one in annotations:
        holds(list(one.properties) == _PROPERTIES, f"it has the properties {list(one.properties)}")
        places = [int(one.properties[name]) for name in ("line", "col", "endColumn")]
        holds(min(places) >= 1 and places[2] >= places[1], f"it stands nowhere: {places}")
        holds(one.message.strip() != "" and "\n" not in one.message, "it says nothing, or several lines")
    return Log(annotations, lines[number:])


_OF_ALL = re.compile("[0-9]+ of [0-9]+ places reported, [0-9]+ did not|应报送单位[0-9]+个，已报送[0-9]+个")


def _board_terminal(text: str) -> list[str]:
    """Read a scoreboard for people: nothing hidden stands in it, and it says how many places reported."""
    _nothing_is_hidden(text)
    holds(text.endswith("\n"), "the last line has no end")
    holds(bool(_OF_ALL.search(text)), "it does not say how many places reported")
    holds("nofficial" in text or "非官方" in text, "it does not say that its score is unofficial")
    return text.splitlines()


def _page_of_board(text: str) -> Page:
    """Read a scoreboard in Markdown."""
    _board_terminal(text)
    _no_command_stands_in(text)
    return markdown(text)


def _html_of_board(text: str) -> HtmlPage:
    """Read the page of a scoreboard."""
    _board_terminal(text)
    _no_command_stands_in(text)
    return html(text)


def _json_board(text: str) -> BoardResult:
    """Read a scoreboard in JSON strictly, by its schema and by its types."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    board = reader_checks(text)
    _board_validator().validate(board)
    return TypeAdapter(BoardResult).validate_python(board)


@cache
def _board_validator() -> Draft202012Validator:
    return Draft202012Validator(_closed(json.loads(scoreboard_schema())))


def _trend_terminal(text: str) -> list[str]:
    """Read a trend for people: nothing hidden stands in it, and it says by which method its pace is."""
    _nothing_is_hidden(text)
    holds(text.endswith("\n"), "the last line has no end")
    holds(
        bool(_BY_METHOD.search(text)), "it does not say by which method its pace is, and with which cut-offs"
    )
    return text.splitlines()


_BY_METHOD = re.compile("How the pace is computed: .*ratio|进度的计算方法：.*比", re.DOTALL)


def _page_of_trend(text: str) -> Page:
    """Read a trend in Markdown."""
    _trend_terminal(text)
    _no_command_stands_in(text)
    return markdown(text)


def _html_of_trend(text: str) -> HtmlPage:
    """Read the page of a trend: every chart has its text alternative."""
    _trend_terminal(text)
    _no_command_stands_in(text)
    return html(text)


def _json_trend(text: str) -> TrendResult:
    """Read a trend in JSON strictly, by its schema and by its types."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    trend = reader_checks(text)
    _trend_validator().validate(trend)
    return TypeAdapter(TrendResult).validate_python(trend)


@cache
def _trend_validator() -> Draft202012Validator:
    return Draft202012Validator(_closed(json.loads(trend_schema())))


def _book_of_trend(data: bytes) -> Book:
    """Read the workbook on a trend."""
    book = _book(data, 4)
    holds(bool(_BY_METHOD.search("\n".join(book.texts))), "it does not say by which method its pace is")
    return book


def _listed(text: str) -> list[str]:
    """Read a list of targets for people: nothing hidden stands in it, and no line of it is a command."""
    _nothing_is_hidden(text)
    _no_command_stands_in(text)
    holds(text.endswith("\n"), "the last line has no end")
    return text.splitlines()


def _page_of_targets(text: str) -> Page:
    """Read a list of targets in Markdown: it is a table."""
    _listed(text)
    page = markdown(text)
    holds(len(page.tables) == 1, "it is no table, or several")
    return page


def _json_listing(text: str) -> Listing:
    """Read a list of targets in JSON strictly, by its schema and by its types."""
    _listed(text)
    listing = reader_checks(text)
    _listing_validator().validate(listing)
    return TypeAdapter(Listing).validate_python(listing)


@cache
def _listing_validator() -> Draft202012Validator:
    return Draft202012Validator(_closed(json.loads(listing_schema())))


READERS: dict[str, Reader] = {
    "table": terminal,
    "text": diagnostic_lines,
    "needed": terminal,
    "markdown": _page,
    "html": _html,
    "json": _json_result,
    "csv": _cells,
    "xlsx": _book_of_check,
    "parquet": parquet,
    "docx": _letter,
    "junit": _junit,
    "sarif": _sarif,
    "github": _log,
}
"""What reads each output format back."""


BOARD_READERS: dict[str, Reader] = {
    "table": _board_terminal,
    "markdown": _page_of_board,
    "html": _html_of_board,
    "json": _json_board,
    "csv": _cells,
    "xlsx": _book_of_board,
    "parquet": parquet,
    "docx": _letter,
}
"""What reads each output format of a scoreboard back."""


TREND_READERS: dict[str, Reader] = {
    "table": _trend_terminal,
    "markdown": _page_of_trend,
    "html": _html_of_trend,
    "json": _json_trend,
    "csv": _cells,
    "xlsx": _book_of_trend,
    "parquet": parquet,
    "docx": _letter_of_trend,
}
"""What reads each output format of a trend back."""


def read_trend(format: str, text: str | bytes) -> object:
    """Read a trend that was shown in a format.

    Raises:
        UnreadableError: where its reader cannot.
    """
    return _read(TREND_READERS[format], text)


LISTING_READERS: dict[str, Reader] = {
    "table": _listed,
    "markdown": _page_of_targets,
    "json": _json_listing,
}
"""What reads each output format of published targets back."""


def read_listing(format: str, text: str) -> object:
    """Read published targets that were shown in a format.

    Raises:
        UnreadableError: where its reader cannot.
    """
    return _read(LISTING_READERS[format], text)


def read_board(format: str, text: str | bytes) -> object:
    """Read a scoreboard that was shown in a format.

    Raises:
        UnreadableError: where its reader cannot.
    """
    return _read(BOARD_READERS[format], text)


def read_back(format: str, text: str | bytes) -> object:
    """Read what was shown in a format.

    Raises:
        UnreadableError: where its reader cannot.
    """
    return _read(READERS[format], text)


def _read(reader: Reader, text: str | bytes) -> object:
    try:
        return reader(text)
    except UnreadableError:
        raise
    except Exception as error:  # readers of others have exceptions of their own
        raise UnreadableError(f"{type(error).__name__}: {error}") from error
