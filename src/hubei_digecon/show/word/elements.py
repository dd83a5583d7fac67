"""The elements of WordprocessingML that a document is made of: paragraphs, runs of text, a page number.

Lengths are in twentieths of a point, as the format has them, and said so by ``twips``.
"""

import html
from collections.abc import Iterable
from typing import NewType

from ...text import Lang
from ..escape import xml_visible

Element = NewType("Element", str)
"""An element as it is written, one after the other: nobody holds all of a document as a tree."""


def twips(points: float) -> int:
    """Return a length in points as twentieths of a point."""
    return round(points * 20)


def of_millimetres(length: float) -> int:
    """Return a length in millimetres as twentieths of a point."""
    return twips(length * 72 / 25.4)


def element(tag: str, *parts: Element | None, **attributes: object) -> Element:
    """Return an element with its attributes and what stands in it; ``None`` stands for nothing."""
    marks = "".join(f' w:{key}="{html.escape(str(value))}"' for key, value in attributes.items())
    inside = "".join(part for part in parts if part)
    return Element(f"<w:{tag}{marks}>{inside}</w:{tag}>" if inside else f"<w:{tag}{marks}/>")


def run(text: str, lang: Lang, *looks: Element) -> Element:
    """Return text, hidden characters made visible. In Chinese, marks such as quotation marks take the Chinese
    font.
    """
    hint = [element("rFonts", hint="eastAsia")] if lang == "zh" else []
    marks = (*hint, *looks)
    words = Element(f'<w:t xml:space="preserve">{html.escape(xml_visible(text), quote=False)}</w:t>')
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
