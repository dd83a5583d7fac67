"""Draws a document for Word, section by section, without holding all of them at once."""

import datetime
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, NamedTuple

import docx

from ..document import ShownDocument
from ..undated import packed, spooled
from ..view import View
from .blocks import LetterBlock, blocks_of, turned
from .elements import Element, element, twips
from .package import pack, prepare
from .pages import Pages


class DrawnSection(NamedTuple):
    """The blocks of a section, and the line on top of its pages."""

    blocks: Iterable[LetterBlock]
    running: str = ""


class Letter(NamedTuple):
    """A document in the language of ``view``, whose sections are each on pages of their own.

    It is of a ``day``, since nothing in it tells when it was made.
    """

    view: View
    title: str
    sections: Iterable[DrawnSection]
    day: datetime.date


def written(document: ShownDocument, day: datetime.date) -> bytes:
    """Return a document as the bytes of a Word file: the same for the same input."""
    view = document.view
    sections = (DrawnSection(blocks_of(one, view), one.running) for one in document.sections)
    return b"".join(bits_of(Letter(view, document.title, sections, day)))


def bits_of(letter: Letter) -> Iterator[bytes]:
    """Return a Word file bit by bit."""
    return packed(lambda file: _write(letter, file))


def _write(letter: Letter, file: IO[bytes]) -> None:
    """Write a Word file; which headers its pages have is known only after the last section."""
    made = docx.Document()
    prepare(made, letter.title, letter.view.lang, letter.day)
    with spooled() as body:
        for one in _body(letter.sections, Pages(made, letter.view.lang)):
            body.write(one.encode())
        pack(made, body, file)


def _body(sections: Iterable[DrawnSection], pages: Pages) -> Iterator[Element]:
    """Return the sections, each on pages counted from 1."""
    layout = None
    for section in sections:
        begins = True
        for is_wide, blocks in groupby(turned(section.blocks), lambda one: one[0]):
            if layout is not None:
                yield _closing(layout)
            for _, block in blocks:
                yield from block.elements
            layout = pages.section(section.running, is_wide, begins)
            begins = False
    if layout is not None:
        yield layout


def _closing(layout: Element) -> Element:
    """Return what ends pages before others: a paragraph of their own that takes no room."""
    thin = element("spacing", before=0, after=0, line=twips(1), lineRule="exact")
    return element("p", element("pPr", thin, layout))
