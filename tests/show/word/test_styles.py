"""The styles: the type sizes and lines of official documents, under names that programs know."""

import pytest
from docx.shared import Pt

from hubei_digecon.show.word.styles import HEADINGS, KEPT, STYLES, TABLE, size_of

from .drawn import letter, section


def test_headings_are_those_that_programs_know() -> None:
    styles = letter(section("意见")).document.styles
    assert [styles[f"Heading {level}"].style_id for level in (1, 2, 3)] == list(HEADINGS)
    assert set(HEADINGS) < KEPT


@pytest.mark.parametrize(
    ("name", "size", "font"),
    [
        ("Normal", 16, "仿宋_GB2312"),
        ("Title", 22, "方正小标宋简体"),
        ("Heading 1", 16, "黑体"),
        ("Heading 2", 16, "楷体_GB2312"),
    ],
)
def test_chinese_documents_have_the_sizes_and_fonts_of_official_ones(name: str, size: int, font: str) -> None:
    style = letter(section("意见")).document.styles[name]
    assert style.font.size == Pt(size)
    assert f'w:eastAsia="{font}"' in style.element.xml


def test_lines_of_text_are_28_points_apart_and_set_in_by_two_characters() -> None:
    normal = letter(section("意见")).document.styles["Normal"]
    assert normal.paragraph_format.line_spacing == Pt(28)
    assert normal.paragraph_format.first_line_indent == Pt(32)


def test_every_style_is_one_and_a_table_is_smaller_than_text() -> None:
    assert len({one.id for one in STYLES}) == len(STYLES)
    assert size_of(TABLE, "zh") < size_of("Normal", "zh")
    assert size_of(TABLE, "en") < size_of("Normal", "en")
