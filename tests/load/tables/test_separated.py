"""CSV text → rows: what a strict reader takes, what it refuses and where, and where each cell stands."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.diagnostics import Place
from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.separated import AFTER_QUOTE, NOT_CLOSED, QUOTE_INSIDE, rows_of
from hubei_digecon.load.tree import RefusedError, between
from hubei_digecon.text import Text

from ...building import PROPERTY


def source(text: str) -> Source:
    return Source("a.csv", text, "")


def placed(text: str) -> list[list[tuple[str, int, int, int]]]:
    """Return every cell with its line, column and width."""
    rows = []
    for row in rows_of(source(text)):
        places = [(str(cell), between(cell.start, cell.end)) for cell in row]
        rows.append([(cell, place.line, place.column, place.width) for cell, place in places])
    return rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("a,b\n", [[("a", 1, 1, 1), ("b", 1, 3, 1)]]),
        ("a,b", [[("a", 1, 1, 1), ("b", 1, 3, 1)]]),
        ("a,\n", [[("a", 1, 1, 1), ("", 1, 3, 1)]]),
        ("a,", [[("a", 1, 1, 1), ("", 1, 3, 1)]]),
        (
            "单位,值\r\n武汉,1\r\n",
            [[("单位", 1, 1, 2), ("值", 1, 4, 1)], [("武汉", 2, 1, 2), ("1", 2, 4, 1)]],
        ),
        ('"a,b",c\n', [[("a,b", 1, 1, 5), ("c", 1, 7, 1)]]),
        ('"a""b"\n', [[('a"b', 1, 1, 6)]]),
        ('""\n', [[]]),
        ("\n , \na\n", [[], [], [("a", 3, 1, 1)]]),
        ('x,"a\nb",c\nd\n', [[("x", 1, 1, 1), ("a\nb", 1, 3, 1), ("c", 2, 4, 1)], [("d", 3, 1, 1)]]),
    ],
)
def test_rows_and_the_places_of_their_cells(text: str, rows: list[list[tuple[str, int, int, int]]]) -> None:
    assert placed(text) == rows


@pytest.mark.parametrize(
    ("text", "problem", "line", "column"),
    [
        ('a,b\nc,"d\ne\n', NOT_CLOSED, 2, 3),
        ('a"b,c\n', QUOTE_INSIDE, 1, 2),
        ('a,"b"c\n', AFTER_QUOTE, 1, 6),
        ('a,"b" ,c\n', AFTER_QUOTE, 1, 6),
        ('a,"b""\n', NOT_CLOSED, 1, 3),
        ("a\n1,\x002\n", Text("不允许的字符U+0000", "the character U+0000 is not allowed"), 2, 3),
        ("a\x1b\n", Text("不允许的字符U+001B", "the character U+001B is not allowed"), 1, 2),
    ],
)
def test_what_is_not_csv_is_refused_where_it_begins(text: str, problem: Text, line: int, column: int) -> None:
    with pytest.raises(RefusedError) as refused:
        list(rows_of(source(text)))
    assert refused.value.fault.place == Place(line, column)
    assert refused.value.fault.values["problem"] == problem


def test_the_number_of_cells_is_bounded() -> None:
    with pytest.raises(RefusedError) as refused:
        list(rows_of(source("," * 200_001)))
    assert refused.value.fault.kind.id == "too-many-values"


def test_a_quote_never_closed_in_a_large_file_is_found_at_once() -> None:
    """Backtracking over every doubled quote would take minutes."""
    with pytest.raises(RefusedError):
        list(rows_of(source('a\n"' + '""' * 500_000 + "x")))


CELLS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")) | st.sampled_from('",\n'))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=5)


@PROPERTY
@given(TABLES, st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]), st.sampled_from(["\n", "\r\n"]))
def test_what_the_standard_library_writes_is_read_back(
    table: list[list[str]], quoting: int, end: str
) -> None:
    written = io.StringIO()
    csv.writer(written, quoting=quoting, lineterminator=end).writerows(table)  # type: ignore[arg-type]
    read = [[str(cell) for cell in row] for row in rows_of(source(written.getvalue()))]
    assert read == [row if any(cell.strip() for cell in row) else [] for row in table]


@PROPERTY
@given(st.text(st.sampled_from('a,"\n\r 1')))
def test_whatever_it_is_given_it_reads_or_refuses_and_every_cell_stands_where_it_says(text: str) -> None:
    try:
        rows = list(rows_of(source(text)))
    except RefusedError:
        return
    lines = text.replace("\r\n", "\n").split("\n")
    for row in rows:
        for cell in row:
            if cell and cell.start.line == cell.end.line:
                written = lines[cell.start.line][cell.start.column : cell.end.column]
                assert written in (cell, '"' + cell.replace('"', '""') + '"')
