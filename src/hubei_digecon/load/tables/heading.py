"""The first row of a table: which column each cell of the rows below stands in."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from ...diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ...diagnostics.suggest import suggestion
from ...domain.names import folded
from ...shapes.columns import COLUMNS, ENTITY, INDICATOR, PERIOD, SIGNED, VALUE, TableColumn, are_headings
from ...text import Text
from ..tree import Scalar, place_of

UNKNOWN_COLUMN = DiagnosticKind(
    "unknown-column",
    Severity.ERROR,
    Text("不认识的列“{text}”", "there is no column “{text}”"),
    Text(
        "{suggestion}改用表中已有的列名，或删去这一列",
        "{suggestion}use a heading that is known, or remove the column",
    ),
    example=Example(
        Text("列名写成“完成数”的表", "a table with a column headed “amount”"),
        Text("列名写成“完成值”的表", "a table with that column headed “value”"),
        Sort.FILE,
    ),
)
DUPLICATE_COLUMN = DiagnosticKind(
    "duplicate-column",
    Severity.ERROR,
    Text(
        "列“{text}”重复，第一次出现在第{first}列",
        "the column “{text}” stands here a second time, after column {first}",
    ),
    Text("只保留一列", "keep one of the two"),
    example=Example(
        Text("有两列“完成值”的表", "a table with two columns headed “value”"),
        Text("只有一列“完成值”的表", "a table with one column headed “value”"),
        Sort.FILE,
    ),
)
MISSING_COLUMN = DiagnosticKind(
    "missing-column",
    Severity.ERROR,
    Text("表中没有“{heading}”一列", "the table has no column “{heading}”"),
    Text("补上这一列", "add the column"),
    example=Example(
        Text("没有“报告期”一列的表", "a table without the column “period”"),
        Text("有“报告期”一列的表", "a table with the column “period”"),
        Sort.FILE,
    ),
)
NO_HEADING = DiagnosticKind(
    "cell-without-column",
    Severity.ERROR,
    Text("“{text}”所在的列没有列名", "“{text}” stands in a column without a heading"),
    Text(
        "在第一行写上列名，或删去多出的内容",
        "give the column a heading in the first row, or remove what is too much",
    ),
    example=Example(
        Text("比第一行多出一格的一行", "a row with one cell more than the first row has"),
        Text("与第一行格数相同的一行", "a row with as many cells as the first row has"),
        Sort.FILE,
    ),
)
KINDS = (UNKNOWN_COLUMN, DUPLICATE_COLUMN, MISSING_COLUMN, NO_HEADING)

NEEDED = (ENTITY, PERIOD, INDICATOR, VALUE)
_SILENT = TableColumn("?", "?", "report", ())
"""Stands for a column of whose cells nothing is said: one that is told to be unknown, or is computed."""


def is_ours(heading: Sequence[Scalar]) -> bool:
    """Whether a first row is that of a report; of a table of something else it has hardly any heading."""
    return are_headings(heading)


def read_heading(
    heading: Sequence[Scalar],
    known: Mapping[str, TableColumn],
    needed: Sequence[TableColumn] = NEEDED,
    computed: Collection[str] = (),
) -> tuple[list[TableColumn | None], list[Diagnostic]]:
    """Return the column of every cell of the first row, ``None`` where it has no heading; and what is
    wrong with it: it must have those ``needed``. ``known`` are the columns by plain
    headings, ``computed`` plain headings of what is not read.
    """
    columns: list[TableColumn | None] = []
    faults: list[Diagnostic] = []
    for cell in heading:
        column = _SILENT if folded(cell) in computed else known.get(folded(cell))
        if column is None and cell.strip():
            faults.append(
                diagnose(UNKNOWN_COLUMN, (), place_of(cell), text=str(cell), suggestion=_meant(cell))
            )
            column = _SILENT
        elif is_read(column) and column in columns:
            first = columns.index(column) + 1
            faults.append(diagnose(DUPLICATE_COLUMN, (), place_of(cell), text=str(cell), first=first))
        columns.append(column)
    for column in needed:
        if column not in columns:
            place = place_of(heading[0])
            faults.append(diagnose(MISSING_COLUMN, (), place, heading=column.heading))
    return columns, faults


def is_read(column: TableColumn | None) -> bool:
    """Whether the cells of a column are read."""
    return column is not None and column is not _SILENT


def _meant(cell: Scalar) -> object:
    return suggestion(
        str(cell), [text for column in COLUMNS for text in (column.heading.en, column.heading.zh)]
    )


def under(
    columns: Sequence[TableColumn | None], row: Iterable[tuple[int, Scalar]]
) -> tuple[dict[TableColumn, Scalar], list[Diagnostic]]:
    """Return the cells of a row that hold something, by their column, and those that must; and what stands
    under no heading.

    A cell comes with the number of its column, counted from 0.
    """
    cells: dict[TableColumn, Scalar] = {}
    faults: list[Diagnostic] = []
    for index, cell in row:
        column = columns[index] if index < len(columns) else None
        if (not cell or cell.isspace()) and column not in SIGNED:
            continue
        if column is None:
            faults.append(diagnose(NO_HEADING, (), place_of(cell), text=str(cell)))
        elif is_read(column):
            cells.setdefault(column, cell)
    return cells, faults
