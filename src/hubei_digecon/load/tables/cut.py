"""A number cut at its comma: 4,250.5 without quotes is two cells of a CSV table, and shifts the rest."""

import re
from collections.abc import Sequence
from itertools import takewhile

from ...diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ...quantity.hedges import HEDGES
from ...quantity.kinds import unit_symbols
from ...shapes.columns import BY_KEY, VALUE, ColumnLevel, TableColumn
from ...text import Text
from ..tree import Scalar, between, place_of
from .separated import Row

CUT_NUMBER = DiagnosticKind(
    "number-cut-at-comma",
    Severity.ERROR,
    Text(
        "“{text}”没有用引号括起，从逗号处被分成了几格，其后各格都错了位",
        "“{text}” is not in quotes, so its commas cut it into several cells and shift all that follow",
    ),
    Text(
        "去掉千分位逗号，写成{plain}，或用引号括起；确为不同的内容时，写明计量单位以示区别",
        "write {plain} without commas, or put it in quotes; where the cells are right, give units too",
    ),
    example=Example(
        Text("没有用引号括起的完成值 4,250.5", "a value written 4,250.5 without quotes"),
        Text("写成 4250.5 的完成值", "the same value written 4250.5"),
        Sort.FILE,
    ),
)
DECIMAL_COMMA = DiagnosticKind(
    "comma-of-two-meanings",
    Severity.ERROR,
    Text(
        "以分号分隔的表中，“{text}”的逗号可能是千分位，也可能是小数点",
        "where semicolons separate the cells, the comma of “{text}” may mean thousands or a decimal point",
    ),
    Text("去掉千分位逗号，小数点写成“.”", "write no comma between thousands, and a decimal point as “.”"),
    example=Example(
        Text("以分号分隔的表中写成 4,250 的完成值", "a value written 4,250 in a table with semicolons"),
        Text("写成 4250 的完成值", "the same value written 4250"),
        Sort.FILE,
    ),
)
KINDS = (CUT_NUMBER, DECIMAL_COMMA)

_NUMBERS = tuple(BY_KEY[key] for key in ("value", "base.value", "target"))
"""Columns whose numbers can be cut."""

_MAY_BE_NUMBERS = (*_NUMBERS, *(BY_KEY[key] for key in ("base.year", "figure_period", "submitted.revision")))
"""Columns in which a number alone is nothing strange; so are those of items."""

_COMMAS = (",", "，")
_BEGINNING = re.compile(r"(?:.*[^0-9.])?[0-9]{1,3}", re.ASCII | re.DOTALL)
_AFTER = (*unit_symbols(), *(hedge.word for hedge in HEDGES if not hedge.before))
_REST = re.compile(rf"[0-9]{{3}}(?:\.[0-9]+)?(?:\s|{'|'.join(map(re.escape, _AFTER))})*", re.ASCII)
_ALONE = re.compile(r"[0-9]+(?:\.[0-9]+)?", re.ASCII)
_TWO_MEANINGS = re.compile(r"[+-]?[0-9]{1,3}[,，][0-9]{3}(?![0-9,，.]).*", re.ASCII)


def cut_number(columns: Sequence[TableColumn | None], row: Row, separator: str) -> Diagnostic | None:
    """Return what there is to say of a row with a number whose comma separated cells, or cannot be told
    from a decimal point; ``None`` where there is none.
    """
    for at, column in enumerate(columns[: len(row)]):
        if column not in _NUMBERS:
            continue
        if separator in _COMMAS and _is_cut(columns, row, at):
            return _cut(row, at, separator)
        if separator == ";" and column is VALUE and _TWO_MEANINGS.fullmatch(row[at]):
            return diagnose(DECIMAL_COMMA, (), place_of(row[at]), text=str(row[at]))
    return None


def _is_cut(columns: Sequence[TableColumn | None], row: Row, at: int) -> bool:
    """Whether the cell is the beginning of a number and the next its rest: where that stands under a heading
    of words; else only where the row has not as many cells as there are headings, or the first heading of
    words further on has a number alone under it.
    """
    if at + 1 >= len(row) or not (_begins(row[at]) and _goes_on(row[at + 1])):
        return False
    words = next((index for index in range(at + 1, len(columns)) if not _may_be_number(columns[index])), None)
    if words == at + 1 or len(row) != len(columns):
        return True
    return words is not None and bool(_ALONE.fullmatch(row[words]))


def _may_be_number(column: TableColumn | None) -> bool:
    return column is None or column in _MAY_BE_NUMBERS or column.level is ColumnLevel.ITEM


def _begins(cell: Scalar) -> bool:
    return _is_bare(cell) and bool(_BEGINNING.fullmatch(cell))


def _goes_on(cell: Scalar) -> bool:
    return _is_bare(cell) and bool(_REST.fullmatch(cell))


def _is_bare(cell: Scalar) -> bool:
    """Whether a cell is written without quotes."""
    return cell.end.column - cell.start.column == len(cell)


def _cut(row: Row, at: int, separator: str) -> Diagnostic:
    rest = list(takewhile(_goes_on, row[at + 1 :]))
    text, plain = (sign.join((row[at], *rest)) for sign in (separator, ""))
    place = between(row[at].start, rest[-1].end)
    return diagnose(CUT_NUMBER, (), place, text=text, plain=plain)
