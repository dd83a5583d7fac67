"""Tables in Word: the head on every page, whole rows, as wide as the lines."""

from docx.oxml.ns import qn

from hubei_digecon.show.view import View
from hubei_digecon.show.word.pages import room_on
from hubei_digecon.show.word.tables import drawn

from ...docx_reader import words_in
from .drawn import CELLS, table


def test_the_head_is_repeated_and_no_row_is_broken() -> None:
    made = drawn(table("表"), View("zh")).element(room_on("zh"))
    head, *rows = made.findall(qn("w:tr"))
    assert len(rows) == 40
    assert head.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    for row in (head, *rows):
        assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    assert [words_in(one) for one in rows[0].findall(qn("w:tc"))] == list(CELLS)


def test_a_table_fits_by_what_its_columns_need() -> None:
    assert drawn(table("表"), View("zh")).fits(room_on("zh"))
    assert not drawn(table("表", 3), View("zh")).fits(room_on("zh"))
