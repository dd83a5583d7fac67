"""The styles of a document: type sizes, lines and indents of an official document, or plain in English."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...text import Lang, Text
from .elements import Element, element, twips
from .fonts import BODY_FONT, HEAD_FONT, NUMBER_FONT, SECOND_FONT, TITLE_FONT, fonts
from .widths import PADDING

TITLE, SUBTITLE, FACT, NOTE = "Title", "Subtitle", "Fact", "Note"
HEADINGS = ("Heading1", "Heading2", "Heading3")
TABLE, TABLE_HEAD, CAPTION, SIGNED = "TableText", "TableHead", "Caption", "Signed"
APPENDIX, APPENDIX_TITLE, ANSWER = "Appendix", "AppendixTitle", "Answer"
HEADER, FOOTER = "Header", "Footer"


class StyleOf(NamedTuple):
    """How a style looks in one language: font of its Chinese, size, lines and indents in points.

    ``line`` is the distance between lines; 0 leaves it to the font. ``first`` is the indent of the first
    line, ``left`` that of all, both in characters. ``level`` is that of a heading, counted from 1.
    """

    font: str
    size: float
    line: float = 0
    first: float = 0
    left: float = 0
    align: str = "left"
    before: float = 0
    after: float = 0
    bold: bool = False
    keeps: bool = False
    page: bool = False
    level: int = 0


class DocumentStyle(NamedTuple):
    """A style: its id and name, how it looks in Chinese and in English, and the ``base`` it stands on."""

    id: str
    name: Text
    zh: StyleOf
    en: StyleOf
    base: str = "Normal"


def _en(size: float = 11, line: float = 0, after: float = 6, **looks: Any) -> StyleOf:
    return StyleOf(NUMBER_FONT, size, line, after=after)._replace(**looks)


_LINE = 28
"""The distance between lines of an official document: 22 lines on a page."""

STYLES = (
    DocumentStyle(
        "Normal", Text.same("Normal"), StyleOf(BODY_FONT, 16, _LINE, first=2), _en(line=15), ""
    ),
    DocumentStyle(
        TITLE,
        Text.same("Title"),
        StyleOf(TITLE_FONT, 22, 36, align="center", after=14, keeps=True),
        _en(18, align="center", bold=True, keeps=True),
    ),
    DocumentStyle(
        SUBTITLE,
        Text.same("Subtitle"),
        StyleOf(SECOND_FONT, 16, _LINE, align="center", after=14, keeps=True),
        _en(13, align="center", after=10, keeps=True),
    ),
    DocumentStyle(
        HEADINGS[0],
        Text.same("heading 1"),
        StyleOf(HEAD_FONT, 16, _LINE, first=2, keeps=True, level=1),
        _en(13, before=10, bold=True, keeps=True, level=1),
    ),
    DocumentStyle(
        HEADINGS[1],
        Text.same("heading 2"),
        StyleOf(SECOND_FONT, 16, _LINE, first=2, keeps=True, level=2),
        _en(11, before=6, after=3, bold=True, keeps=True, level=2),
    ),
    DocumentStyle(
        HEADINGS[2],
        Text.same("heading 3"),
        StyleOf(BODY_FONT, 16, _LINE, first=2, bold=True, keeps=True, level=3),
        _en(11, after=3, bold=True, keeps=True, level=3),
    ),
    DocumentStyle(
        FACT, Text("基本信息", "Fact"), StyleOf(BODY_FONT, 16, _LINE), _en(after=2)
    ),
    DocumentStyle(
        NOTE, Text("提示", "Note"), StyleOf(HEAD_FONT, 12, 24, align="center", after=6), _en(10, bold=True)
    ),
    DocumentStyle(TABLE, Text("表格文字", "Table Text"), StyleOf(BODY_FONT, 10.5), _en(9.5, after=0)),
    DocumentStyle(
        TABLE_HEAD,
        Text("表头", "Table Head"),
        StyleOf(HEAD_FONT, 10.5, align="center"),
        _en(9.5, after=0, bold=True, align="center"),
    ),
    DocumentStyle(
        CAPTION,
        Text.same("caption"),
        StyleOf(HEAD_FONT, 12, align="center", before=6, after=4, keeps=True),
        _en(10, before=6, after=4, bold=True, keeps=True),
    ),
    DocumentStyle(
        SIGNED,
        Text("落款", "Signature"),
        StyleOf(BODY_FONT, 16, 36, left=10, keeps=True),
        _en(line=26, left=14, after=0, keeps=True),
    ),
    DocumentStyle(
        ANSWER,
        Text("意见", "Answer"),
        StyleOf(BODY_FONT, 16, _LINE, first=2, keeps=True),
        _en(keeps=True),
    ),
    DocumentStyle(
        APPENDIX,
        Text("附件序号", "Appendix"),
        StyleOf(HEAD_FONT, 16, _LINE, keeps=True, page=True),
        _en(11, bold=True, keeps=True, page=True),
    ),
    DocumentStyle(
        APPENDIX_TITLE,
        Text("附件标题", "Appendix Title"),
        StyleOf(TITLE_FONT, 22, 36, align="center", before=14, after=14, keeps=True, level=1),
        _en(14, align="center", bold=True, keeps=True, level=1),
    ),
    DocumentStyle(
        HEADER, Text.same("header"), StyleOf(HEAD_FONT, 10.5, align="center"), _en(9, after=0, align="center")
    ),
    DocumentStyle(
        FOOTER, Text.same("footer"), StyleOf(NUMBER_FONT, 14), _en(9, after=0, align="center")
    ),
)  # fmt: skip
"""Every style that a document uses; Word, WPS and LibreOffice list them for who edits it."""

KEPT = {style.id for style in STYLES if style.zh.keeps}
"""The styles of lines that stand on the page of what follows."""

LANGUAGES: dict[Lang, str] = {"zh": "zh-CN", "en": "en-US"}
"""The languages as programs name them."""


def style_elements(lang: Lang) -> Iterator[Element]:
    """Return the styles of a document, its defaults first."""
    yield element(
        "docDefaults",
        element(
            "rPrDefault",
            element("rPr", fonts(BODY_FONT), element("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")),
        ),
        element("pPrDefault"),
    )
    for style in STYLES:
        yield _style(style, lang)
    yield element(
        "style",
        element("name", val="Default Paragraph Font"),
        type="character", default="1", styleId="DefaultParagraphFont",
    )  # fmt: skip
    yield from _table_styles()


def size_of(style: str, lang: Lang) -> float:
    """Return the type size of a style in points."""
    one = next(one for one in STYLES if one.id == style)
    return (one.zh if lang == "zh" else one.en).size


def _style(style: DocumentStyle, lang: Lang) -> Element:
    looks = style.zh if lang == "zh" else style.en
    default = {} if style.base else {"default": "1"}
    return element(
        "style",
        element("name", val=style.name.pick(lang)),
        element("basedOn", val=style.base) if style.base else None,
        element("next", val="Normal") if looks.level else None,
        element("qFormat"),
        element("pPr", *_of_paragraph(looks)),
        element("rPr", *_of_text(looks)),
        type="paragraph", styleId=style.id, **default,
    )  # fmt: skip


def _of_paragraph(looks: StyleOf) -> Iterator[Element]:
    """Return how paragraphs of a style stand, in the order that the format asks for."""
    yield element("keepNext", val=int(looks.keeps))
    yield element("pageBreakBefore", val=int(looks.page))
    line = (
        {"line": twips(looks.line), "lineRule": "exact"} if looks.line else {"line": 240, "lineRule": "auto"}
    )
    if not looks.line:  # a cell of a table: no room is lost between letters and Chinese
        yield element("autoSpaceDE", val=0)
        yield element("autoSpaceDN", val=0)
    yield element("spacing", before=twips(looks.before), after=twips(looks.after), **line)
    indents = {
        "leftChars": round(looks.left * 100),
        "left": twips(looks.left * looks.size),
        "firstLineChars": round(looks.first * 100),
        "firstLine": twips(looks.first * looks.size),
    }
    yield element("ind", **indents)
    yield element("jc", val=looks.align)
    if looks.level:
        yield element("outlineLvl", val=looks.level - 1)


def _of_text(looks: StyleOf) -> Iterator[Element]:
    yield fonts(looks.font)
    yield element("b", val=int(looks.bold))
    yield element("sz", val=round(looks.size * 2))
    yield element("szCs", val=round(looks.size * 2))


def _table_styles() -> Iterator[Element]:
    """Return the styles of tables: with a thin line around every cell, on one with margins alone."""
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (element(edge, val="single", sz=4, space=0, color="auto") for edge in edges)
    sides = (element(side, w=twips(PADDING / 2), type="dxa") for side in ("left", "right"))
    yield element(
        "style",
        element("name", val="Normal Table"),
        element("uiPriority", val=99),
        element("semiHidden"),
        element("tblPr", element("tblCellMar", *sides)),
        type="table", default="1", styleId="TableNormal",
    )  # fmt: skip
    yield element(
        "style",
        element("name", val="Table Grid"),
        element("basedOn", val="TableNormal"),
        element("tblPr", element("tblBorders", *lines)),
        type="table", styleId="TableGrid",
    )  # fmt: skip
