"""The pages of a document: A4, its margins, the line on top, and the number below on the outer side."""

from typing import NamedTuple

from docx.document import Document

from ...text import Lang
from .elements import Element, element, of_millimetres, page_number, paragraph, paragraph_of, run, twips
from .package import fill
from .styles import FOOTER, HEADER, size_of


class Margins(NamedTuple):
    """The margins of a page in millimetres, and how far from its edges the lines on top and below stand."""

    top: float
    right: float
    bottom: float
    left: float
    header: float = 15
    footer: float = 24


MARGINS: dict[Lang, Margins] = {"zh": Margins(37, 26, 35, 28), "en": Margins(25, 25, 25, 25, footer=12)}
"""Those of official documents (GB/T 9704), and plain ones."""

_A4 = (210, 297)
_POINTS = 72 / 25.4
_KINDS = ("default", "even")
"""Right-hand pages, and left-hand ones."""


def room_on(lang: Lang, is_wide: bool = False) -> float:
    """Return how long lines are, in points; ``is_wide``: the page lies on its side."""
    margins = MARGINS[lang]
    beside = margins.top + margins.bottom if is_wide else margins.left + margins.right
    return (_A4[is_wide] - beside) * _POINTS


class Pages:
    """The pages of one document: their numbers, and the lines on top of them, each made once."""

    __slots__ = ("_footers", "_headers", "_lang", "_part")

    def __init__(self, document: Document, lang: Lang) -> None:
        self._part, self._lang = document.part, lang
        self._headers: dict[str, list[str]] = {}
        self._footers = [self._footer(kind) for kind in _KINDS]

    def section(self, running: str, is_wide: bool = False, begins: bool = False) -> Element:
        """Return the layout of pages with a ``running`` line on top; ``begins``: they are counted from 1."""
        headers = self._headers.setdefault(running, []) or self._header(running)
        return element(
            "sectPr",
            *_named("headerReference", headers),
            *_named("footerReference", self._footers),
            element("type", val="nextPage"),
            _size(is_wide),
            _margins(MARGINS[self._lang], is_wide),
            element("pgNumType", start=1) if begins else None,
        )

    def _header(self, running: str) -> list[str]:
        for _kind in _KINDS:
            part, name = self._part.add_header_part()  # type: ignore[no-untyped-call]
            fill(part.element, [paragraph(running, self._lang, HEADER)])
            self._headers[running].append(str(name))
        return self._headers[running]

    def _footer(self, kind: str) -> str:
        part, name = self._part.add_footer_part()  # type: ignore[no-untyped-call]
        lang = self._lang
        if lang == "en":
            fill(part.element, [paragraph_of([page_number(lang)], FOOTER)])
            return str(name)
        align, side = ("right", "right") if kind == "default" else ("left", "left")
        indent = {f"{side}Chars": 100, side: twips(size_of(FOOTER, lang))}
        number = [run("— ", lang), page_number(lang), run(" —", lang)]
        line = paragraph_of(number, FOOTER, element("ind", **indent), element("jc", val=align))
        fill(part.element, [line])
        return str(name)


def _named(tag: str, names: list[str]) -> list[Element]:
    named = zip(_KINDS, names, strict=True)
    return [Element(f'<w:{tag} w:type="{kind}" r:id="{name}"/>') for kind, name in named]


def _size(is_wide: bool) -> Element:
    width, height = (of_millimetres(side) for side in (_A4[::-1] if is_wide else _A4))
    turned = {"orient": "landscape"} if is_wide else {}
    return element("pgSz", w=width, h=height, **turned)


def _margins(margins: Margins, is_wide: bool) -> Element:
    """Return the margins; those of a page on its side are turned with it."""
    top, right, bottom, left = margins[:4]
    if is_wide:
        top, right, bottom, left = left, top, right, bottom
    sides = {"top": top, "right": right, "bottom": bottom, "left": left}
    beside = {"header": margins.header, "footer": min(margins.footer, bottom - 10)}
    lengths = {key: of_millimetres(length) for key, length in {**sides, **beside}.items()}
    return element("pgMar", **lengths, gutter=0)
