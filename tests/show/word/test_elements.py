"""The elements that a document is made of."""

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


def test_lengths_are_twentieths_of_a_point() -> None:
    assert (twips(10.5), of_millimetres(25.4), of_millimetres(210)) == (210, 1440, 11906)


def test_a_paragraph_has_its_style_and_its_text() -> None:
    made = paragraph("一 =2+3 {PAGE}\t<b>\x07", "zh", "Title", element("jc", val="center"))
    assert words_in(made) == "一 =2+3 {PAGE}<U+0009><b><U+0007>"
    assert ['w:pStyle w:val="Title"' in made.xml, 'w:hint="eastAsia"' in made.xml] == [True, True]
    assert 'w:hint="eastAsia"' not in paragraph("a", "en").xml
    assert len(paragraph("", "en")) == 0


def test_the_only_field_is_the_number_of_the_page() -> None:
    made = paragraph_of([run("— ", "zh"), page_number("zh")])
    assert made.xml.count("fldSimple") == 2
    assert 'w:instr=" PAGE "' in made.xml
