"""Tables in Word: the head on every page, whole rows, as wide as the lines."""

import pytest
from docx.oxml.ns import qn

from hubei_digecon.show.view import View
from hubei_digecon.show.word import tables
from hubei_digecon.show.word.tables import DrawnTable

from ...docx_reader import words_in
from .drawn import CELLS, table, tree


def test_the_head_is_repeated_and_no_row_is_broken() -> None:
    made = tree(DrawnTable(table("表"), View("zh")))
    head, *rows = made.findall(qn("w:tr"))
    assert len(rows) == 40
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    for row in (head, *rows):
        assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    assert [words_in(one) for one in rows[0].findall(qn("w:tc"))] == list(CELLS)


def test_a_table_fits_by_what_its_columns_need() -> None:
    assert not DrawnTable(table("表"), View("zh")).is_wide
    assert DrawnTable(table("表", 3), View("zh")).is_wide


def test_rows_that_nobody_holds_are_drawn_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    held = list(DrawnTable(table("表"), View("zh")))
    monkeypatch.setattr(tables, "_HELD", 39)
    made = DrawnTable(table("表"), View("zh"))
    assert list(made) == list(made) == held
