"""The fonts of official documents (GB/T 9704), and what stands in where one of them is not installed."""

from collections.abc import Iterator
from typing import NamedTuple

from .elements import Element, element

TITLE_FONT, HEAD_FONT, SECOND_FONT = "方正小标宋简体", "黑体", "楷体_GB2312"
BODY_FONT, NUMBER_FONT, LATIN_FONT = "仿宋_GB2312", "宋体", "Times New Roman"


class DocumentFont(NamedTuple):
    """A font: its other names, in the order in which they are tried, and what sort of letters it has.

    ``panose`` are the ten bytes by which a program finds a font that looks alike.
    """

    name: str
    others: tuple[str, ...]
    panose: str
    charset: str = "86"
    family: str = "roman"
    pitch: str = "variable"


FONTS = (
    DocumentFont(
        TITLE_FONT,
        (
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05S",
            "华文中宋",
            "STZhongsong",
            "宋体",
            "SimSun",
            "Noto Serif CJK SC",
        ),
        "02010601030101010101",
    ),
    DocumentFont(
        HEAD_FONT,
        ("SimHei", "Heiti SC", "Noto Sans CJK SC"),
        "02010609060101010101",
        family="modern",
        pitch="fixed",
    ),
    DocumentFont(
        SECOND_FONT,
        ("楷体", "KaiTi", "Kaiti SC", "STKaiti", "Noto Serif CJK SC"),
        "02010609060101010101",
        family="modern",
        pitch="fixed",
    ),
    DocumentFont(
        BODY_FONT,
        ("仿宋", "FangSong", "STFangsong", "Noto Serif CJK SC"),
        "02010609060101010101",
        family="modern",
        pitch="fixed",
    ),
    DocumentFont(NUMBER_FONT, ("SimSun", "Songti SC", "Noto Serif CJK SC"), "02010600030101010101"),
    DocumentFont(LATIN_FONT, ("Liberation Serif",), "02020603050405020304", charset="00"),
)


def fonts_told() -> Iterator[Element]:
    """Return what every program that opens the document is told of its fonts."""
    for font in FONTS:
        yield element(
            "font",
            element("altName", val=",".join(font.others)),
            element("panose1", val=font.panose),
            element("charset", val=font.charset),
            element("family", val=font.family),
            element("pitch", val=font.pitch),
            name=font.name,
        )


def fonts(east_asia: str) -> Element:
    """Return the fonts of a text: letters and digits in the one, Chinese in the other."""
    return element("rFonts", ascii=LATIN_FONT, hAnsi=LATIN_FONT, eastAsia=east_asia, cs=LATIN_FONT)
