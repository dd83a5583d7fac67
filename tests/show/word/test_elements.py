"""The elements that a document is made of."""

from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from hubei_digecon.show.escape import xml_visible
from hubei_digecon.show.word.elements import (
    element,
    of_millimetres,
    page_number,
    paragraph,
    paragraph_of,
    run,
    twips,
)

from ...docx_reader import words_in
from .drawn import tree


def test_lengths_are_twentieths_of_a_point() -> None:
    assert (twips(10.5), of_millimetres(25.4), of_millimetres(210)) == (210, 1440, 11906)


def test_a_paragraph_has_its_style_and_its_text() -> None:
    made = paragraph("一 =2+3 {PAGE}\t<b>\x07", "zh", "Title", element("jc", val="center"))
    assert words_in(tree(made)) == "一 =2+3 {PAGE}<U+0009><b><U+0007>"
    assert ['w:pStyle w:val="Title"' in made, 'w:hint="eastAsia"' in made] == [True, True]
    assert 'w:hint="eastAsia"' not in paragraph("a", "en")
    assert paragraph("", "en") == "<w:p/>"


def test_the_only_field_is_the_number_of_the_page() -> None:
    made = paragraph_of([run("— ", "zh"), page_number("zh")])
    assert made.count("fldSimple") == 2
    assert 'w:instr=" PAGE "' in made


@given(st.text(max_size=20), st.text(st.characters(codec="utf-8", exclude_characters="'"), max_size=20))
def test_an_element_is_written_as_a_library_writes_it(text: str, value: str) -> None:
    value = xml_visible(value)
    made = element("p", element("jc", val=value), run(text, "en") if text else None)
    words = "".join(xml_visible(text))
    assert words_in(tree(made)) == words
    assert tree(made)[0].get(qn("w:val")) == value
    assert etree.tostring(tree(made), encoding="unicode").replace(f" {nsdecls('w')}", "", 1) == made
