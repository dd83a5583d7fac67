"""Rows as plain values: they can be sent to another process, and a table of them shows the same."""

import pickle
from fractions import Fraction

from hubei_digecon.show.document import Column, Table
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.numbers import number
from hubei_digecon.show.workbook.plain import of_plain, of_plain_columns, plain_block, plain_rows
from hubei_digecon.show.workbook.printed import Block, PrintedLine
from hubei_digecon.text import Text

COLUMNS: tuple[Column[int], ...] = (
    Column(
        "name", Text("名称", "Name"), lambda row, view: view.say(Text("第", "No")) + str(row), role="name"
    ),
    Column("value", Text("数值", "Value"), lambda row, _: number(Fraction(row), "%"), most=7),
    Column("none", Text("空", "None"), lambda row, _: None),
)
TABLE: Table[int] = Table(Text("表", "Table"), COLUMNS, (3, 1, 2), repeated=2)
EN = View("en")


def test_a_table_of_plain_values_shows_the_same() -> None:
    rows = pickle.loads(pickle.dumps(plain_rows(TABLE, EN)))
    plain = of_plain(TABLE)._replace(rows=rows)
    assert plain_rows(plain, EN) == plain_rows(TABLE, EN) == rows
    assert plain.cells(EN) == TABLE.cells(EN)
    for one, other in zip(plain.columns, COLUMNS, strict=True):
        assert one._replace(value=other.value) == other


def test_a_block_keeps_its_lines() -> None:
    block = Block((PrintedLine("a"),), (3, 1), pages=1)
    plain = plain_block(block, COLUMNS, EN)
    assert plain._replace(rows=()) == block._replace(rows=())
    values = [[column.value(row, EN) for column in of_plain_columns(COLUMNS)] for row in plain.rows]
    assert values == [[column.value(row, EN) for column in COLUMNS] for row in block.rows]
