"""The pages: A4 with the margins of official documents, numbers on the outer side."""

import pytest
from docx.oxml.ns import qn

from hubei_digecon.show.word.pages import room_on

from ...docx_reader import words_in
from .drawn import letter, section


def test_pages_are_a4_with_the_margins_of_official_documents() -> None:
    first, wide, *_ = letter(section("意见")).document.sections
    for one, sides in ((first, (210, 297)), (wide, (297, 210))):
        assert one.page_width is not None
        assert one.page_height is not None
        assert (round(one.page_width.mm), round(one.page_height.mm)) == sides
    margins = (first.top_margin, first.right_margin, first.bottom_margin, first.left_margin)
    assert [round(one.mm) for one in margins if one] == [37, 26, 35, 28]
    assert room_on("zh") == pytest.approx(156 / 25.4 * 72)
    assert room_on("zh", is_wide=True) == pytest.approx((297 - 72) / 25.4 * 72)


def test_numbers_stand_on_the_outer_side() -> None:
    read = letter(section("意见"))
    page, *_ = read.document.sections
    assert read.document.settings.odd_and_even_pages_header_footer
    sides = []
    for footer in (page.footer, page.even_page_footer):
        (line,) = footer.paragraphs
        assert words_in(line._p) == "— 1 —"
        (field,) = line._p.findall(qn("w:fldSimple"))
        assert field.get(qn("w:instr")) == " PAGE "
        sides.append(line._p.find(f"{qn('w:pPr')}/{qn('w:jc')}").get(qn("w:val")))
    assert sides == ["right", "left"]
