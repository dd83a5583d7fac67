"""A document for Word: parts in order with their numbers, wide tables on pages that lie on their side."""

from docx.enum.section import WD_ORIENT

from hubei_digecon.show.document import ShownDocument
from hubei_digecon.show.view import View
from hubei_digecon.show.word.drawing import written

from .drawn import DAY, letter, section


def test_parts_are_numbered_and_stand_in_their_order() -> None:
    assert letter(section("意见")).headings == [
        "意见",
        "一、总体情况",
        "二、情况表",
        "三、逐项",
        "（一）甲",
        "（二）乙",
        "（一）依据",
        "四、宽表",
        "附件1",
        "目录",
        "附件2",
        "清单",
    ]  # fmt: skip
    assert letter(section("Opinion"), lang="en").headings[1:6] == [
        "1. 总体情况",
        "2. 情况表",
        "3. 逐项",
        "(1) 甲",
        "(2) 乙",
    ]


def test_the_same_document_gives_the_same_bytes_and_hidden_characters_are_shown() -> None:
    document = ShownDocument(View("zh"), "意见", sections=(section("意见"),))
    assert written(document, DAY) == written(document, DAY)
    assert "a<U+0000>b<U+202E>c" in letter(section("意见")).texts


def test_a_table_that_does_not_fit_turns_the_page_with_its_headings_and_no_other() -> None:
    read = letter(section("意见", "示例"), section("另一份"))
    turned = [one.orientation == WD_ORIENT.LANDSCAPE for one in read.document.sections]
    assert turned == [False, True, False] * 2
    assert read.running == ["示例"] * 3 + [""] * 3
    starts = [
        one.get(key)
        for layout in read.document.sections
        for one in layout._sectPr.findall("{*}pgNumType")
        for key in one.attrib
    ]
    assert starts == ["1", "1"]


def test_every_table_has_its_title_where_that_is_not_the_heading() -> None:
    texts = letter(section("意见")).texts
    assert (texts.count("目录"), texts.count("另一张")) == (1, 1)


def test_a_document_without_sections_is_an_empty_one() -> None:
    assert letter().headings == []
