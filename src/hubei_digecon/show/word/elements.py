"""The elements of WordprocessingML that a document is made of: paragraphs, runs of text, a page number.

Lengths are in twentieths of a point, as the format has them, and said so by ``twips``.
"""

from collections.abc import Iterable
from functools import cache

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ...text import Lang
from ..escape import xml_visible

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def twips(points: float) -> int:
    """Return a length in points as twentieths of a point."""
    return round(points * 20)


def of_millimetres(length: float) -> int:
    """Return a length in millimetres as twentieths of a point."""
    return twips(length * 72 / 25.4)


@cache
def _name(tag: str) -> str:
    return str(qn(f"w:{tag}"))


def element(tag: str, *parts: Element | None, **attributes: object) -> Element:
    """Return an element with its attributes and what stands in it; ``None`` stands for nothing."""
    made: Element = OxmlElement(f"w:{tag}")  # type: ignore[assignment]  # of that class, say its own types
    for key, value in attributes.items():
        made.set(_name(key), str(value))
    made.extend([part for part in parts if part is not None])
    return made


def run(text: str, lang: Lang, *looks: Element) -> Element:
    """Return text, hidden characters made visible. In Chinese, marks such as quotation marks take the Chinese
    font.
    """
    hint = [element("rFonts", hint="eastAsia")] if lang == "zh" else []
    words = element("t")
    words.set(_SPACE, "preserve")
    words.text = xml_visible(text)
    marks = (*hint, *looks)
    return element("r", element("rPr", *marks) if marks else None, words)


def paragraph(text: str, lang: Lang, style: str = "", *looks: Element) -> Element:
    """Return a paragraph in a style, with further looks of its own in the order that the format asks for."""
    runs = [run(text, lang)] if text else []
    return paragraph_of(runs, style, *looks)


def paragraph_of(runs: Iterable[Element], style: str = "", *looks: Element) -> Element:
    """Return a paragraph of runs."""
    styled = [element("pStyle", val=style)] if style else []
    marks = (*styled, *looks)
    return element("p", element("pPr", *marks) if marks else None, *runs)


def page_number(lang: Lang) -> Element:
    """Return the field that shows the number of a page."""
    return element("fldSimple", run("1", lang), instr=" PAGE ")
