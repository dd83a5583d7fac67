"""The fonts: each is told with others that stand in for it."""

from hubei_digecon.show.word.fonts import FONTS, fonts, fonts_told

from .drawn import letter, section, tree


def test_every_font_used_has_others_that_stand_in() -> None:
    assert all(font.others for font in FONTS)
    told = letter(section("意见")).parts["word/fontTable.xml"]
    for font in FONTS:
        assert f'w:name="{font.name}"' in told
        assert f'w:val="{",".join(font.others)}"' in told
    assert len(list(fonts_told())) == len(FONTS)


def test_chinese_and_letters_have_fonts_of_their_own() -> None:
    assert sorted(tree(fonts("黑体")).values()) == ["Times New Roman", *["Times New Roman"] * 2, "黑体"]
