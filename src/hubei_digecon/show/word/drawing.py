"""Draws a document for Word: titles, facts, numbered parts, tables, what is to be signed, appendices."""

import datetime
from collections.abc import Iterator
from io import BytesIO
from itertools import count, groupby
from typing import NamedTuple

import docx
from docx.document import Document
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ...text import Text
from ..document import AnyTable, EntryList, PageFact, Paragraph, Part, Section, ShownDocument
from ..undated import without_days
from ..view import View
from . import styles
from .elements import element, paragraph, twips
from .numbering import appendix, numbered
from .package import prepare
from .pages import Pages, room_on
from .tables import DrawnTable, drawn

FACT = Text("{label}：{value}", "{label}: {value}")


_STYLES = {"signature": styles.SIGNED, "answer": styles.ANSWER}
"""The styles of the paragraphs of a part by its sort; those of others are plain text."""


def written(document: ShownDocument, day: datetime.date) -> bytes:
    """Return the sections of a document, each on pages of its own, as the bytes of a Word file: the same for
    the same input.

    The file is of a day, since nothing in it tells when it was made.
    """
    made = docx.Document()
    prepare(made, document.title, document.view.lang, day)
    _Drawing(made, document.view).draw(document)
    file = BytesIO()
    made.save(file)
    return without_days(file.getvalue())


class _Block(NamedTuple):
    """A paragraph or a table; ``is_kept``: it stands on the page of what follows."""

    made: Element | DrawnTable
    is_kept: bool = False


class _Drawing:
    """The drawing of one document: what is written so far, and the pages that it stands on."""

    def __init__(self, made: Document, view: View) -> None:
        self.view, self.pages = view, Pages(made, view.lang)
        self.body = made.element.body
        for child in list(self.body):
            self.body.remove(child)

    def draw(self, document: ShownDocument) -> None:
        """Write the sections, each on pages counted from 1."""
        layout = None
        for section in document.sections:
            begins = True
            for is_wide, blocks in groupby(self._turned(section), lambda one: one[0]):
                if layout is not None:
                    self._close(layout)
                self.body.extend(self._made(block, is_wide) for _, block in blocks)
                layout = self.pages.section(section.running, is_wide, begins)
                begins = False
        if layout is not None:
            self.body.append(layout)

    def _turned(self, section: Section) -> list[tuple[bool, _Block]]:
        """Return the blocks of a section, and whether each stands on a page that lies on its side: a table
        that does not fit otherwise, with its headings.
        """
        turned: list[tuple[bool, _Block]] = []
        is_wide = False
        for block in reversed(list(self._section(section))):
            if isinstance(block.made, DrawnTable):
                is_wide = not block.made.fits(room_on(self.view.lang))
            elif not block.is_kept:
                is_wide = False
            turned.append((is_wide, block))
        return turned[::-1]

    def _made(self, block: _Block, is_wide: bool) -> Element:
        if isinstance(block.made, DrawnTable):
            return block.made.element(room_on(self.view.lang, is_wide))
        return block.made

    def _close(self, layout: Element) -> None:
        """End pages in the last paragraph, or after a table in one of its own that takes no room."""
        thin = element("spacing", before=0, after=0, line=twips(1), lineRule="exact")
        self.body.append(element("p", element("pPr", thin, layout)))

    def _section(self, section: Section) -> Iterator[_Block]:
        yield self._line(section.title, styles.TITLE)
        if section.name:
            yield self._line(section.name, styles.SUBTITLE)
        yield from map(self._fact, section.facts)
        for one in section.lead:
            yield from self._paragraph(one)
        numbers, appendices = count(1), count(1)
        for part in section.parts:
            yield from self._heading(part, numbers, appendices)
            yield from self._part(part)

    def _heading(self, part: Part, numbers: "count[int]", appendices: "count[int]") -> Iterator[_Block]:
        """Return the heading of a part with its number; that of an appendix begins a page."""
        if part.sort == "appendix":
            yield self._line(appendix(next(appendices), self.view), styles.APPENDIX)
            yield self._line(part.heading, styles.APPENDIX_TITLE)
        elif part.heading:
            is_counted = part.sort == "body"
            text = numbered(1, next(numbers), part.heading, self.view) if is_counted else part.heading
            yield self._line(text, styles.HEADINGS[0])

    def _part(self, part: Part) -> Iterator[_Block]:
        style = _STYLES.get(part.sort, "")
        for one in part.lead:
            yield from self._paragraph(one, style)
        for table in part.tables:
            yield from self._table(table, part.heading)
        numbers = count(1)
        for listing in part.listings:
            yield from self._listing(listing, numbers)

    def _table(self, table: AnyTable, heading: str) -> Iterator[_Block]:
        """Return a table, with its title above it where that is not the heading of its part."""
        title = self.view.say(table.title)
        if title and title != heading:
            yield self._line(title, styles.CAPTION)
        yield _Block(drawn(table, self.view))

    def _listing(self, listing: EntryList, numbers: "count[int]") -> Iterator[_Block]:
        """Return a list; its entries are headed if they have lines, else they are paragraphs."""
        level = 2
        if listing.heading:
            heading = numbered(level, next(numbers), listing.heading, self.view)
            yield self._line(heading, styles.HEADINGS[level - 1])
            level = 3
        for number, entry in enumerate(listing.entries, 1):
            lines = tuple(filter(None, (*entry.lines, entry.cited)))
            if lines:
                heading = numbered(level, number, entry.heading, self.view)
                yield self._line(heading, styles.HEADINGS[level - 1])
                yield from map(self._line, lines)
            elif listing.is_numbered:
                yield self._line(numbered(3, number, entry.heading, self.view))
            else:
                yield self._line(entry.heading)

    def _fact(self, fact: PageFact) -> _Block:
        return self._line(self.view.say(FACT, label=fact.label, value=fact.value), styles.FACT)

    def _paragraph(self, one: Paragraph, style: str = "") -> Iterator[_Block]:
        return (self._line(line, styles.NOTE if one.is_warning else style) for line in one.lines)

    def _line(self, text: str, style: str = "") -> _Block:
        return _Block(paragraph(text, self.view.lang, style), style in styles.KEPT)
