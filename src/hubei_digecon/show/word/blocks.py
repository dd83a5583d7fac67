"""The blocks of a section for Word: titles, facts, numbered parts, tables, where to sign, appendices."""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import NamedTuple

from ...text import Text
from ..document import AnyTable, EntryList, PageFact, Paragraph, Part, Section
from ..view import View
from . import styles
from .elements import Element, paragraph
from .numbering import appendix, numbered
from .tables import DrawnTable

FACT = Text("{label}：{value}", "{label}: {value}")


_STYLES = {"signature": styles.SIGNED, "answer": styles.ANSWER}
"""The styles of the paragraphs of a part by its sort; those of others are plain text."""


class LetterBlock(NamedTuple):
    """A paragraph or a table, element by element. ``is_kept``: it stands on the page of what follows.
    ``is_wide``: a table that fits only on a page that lies on its side; ``None``: it is no table.
    """

    elements: Iterable[Element]
    is_kept: bool = False
    is_wide: bool | None = None

    def whole(self) -> "LetterBlock":
        """Return the block with all its elements drawn, which can be sent to another process."""
        return self._replace(elements=(Element("".join(self.elements)),))


def turned(blocks: Iterable[LetterBlock]) -> list[tuple[bool, LetterBlock]]:
    """Return blocks, and whether each stands on a page that lies on its side: a table that does not fit
    otherwise, with its headings.
    """
    found: list[tuple[bool, LetterBlock]] = []
    is_wide = False
    for block in reversed(list(blocks)):
        if block.is_wide is not None:
            is_wide = block.is_wide
        elif not block.is_kept:
            is_wide = False
        found.append((is_wide, block))
    return found[::-1]


def blocks_of(section: Section, view: View) -> Iterator[LetterBlock]:
    """Return the blocks of a section."""
    pen = _LetterPen(view)
    yield pen.line(section.title, styles.TITLE)
    if section.name:
        yield pen.line(section.name, styles.SUBTITLE)
    yield from map(pen.fact, section.facts)
    for one in section.lead:
        yield from pen.paragraph(one)
    numbers, appendices = count(1), count(1)
    for part in section.parts:
        if part.sort == "appendix":
            yield from appendix_blocks(part, next(appendices), view)
        else:
            yield from pen.heading(part, numbers)
            yield from pen.part(part)


def appendix_blocks(part: Part, number: int, view: View) -> Iterator[LetterBlock]:
    """Return the blocks of an appendix, which begins a page."""
    pen = _LetterPen(view)
    yield pen.line(appendix(number, view), styles.APPENDIX)
    yield pen.line(part.heading, styles.APPENDIX_TITLE)
    yield from pen.part(part)


class _LetterPen(NamedTuple):
    """Makes blocks of what stands in a section."""

    view: View

    def heading(self, part: Part, numbers: "count[int]") -> Iterator[LetterBlock]:
        """Return the heading of a part with its number."""
        if part.heading:
            is_counted = part.sort == "body"
            text = numbered(1, next(numbers), part.heading, self.view) if is_counted else part.heading
            yield self.line(text, styles.HEADINGS[0])

    def part(self, part: Part) -> Iterator[LetterBlock]:
        """Return what stands under the heading of a part."""
        style = _STYLES.get(part.sort, "")
        for one in part.lead:
            yield from self.paragraph(one, style)
        for table in part.tables:
            yield from self._table(table, part.heading)
        numbers = count(1)
        for listing in part.listings:
            yield from self._listing(listing, numbers)

    def _table(self, table: AnyTable, heading: str) -> Iterator[LetterBlock]:
        """Return a table, with its title above it where that is not the heading of its part."""
        title = self.view.say(table.title)
        if title and title != heading:
            yield self.line(title, styles.CAPTION)
        made = DrawnTable(table, self.view)
        yield LetterBlock(made, is_wide=made.is_wide)

    def _listing(self, listing: EntryList, numbers: "count[int]") -> Iterator[LetterBlock]:
        """Return a list; its entries are headed if they have lines, else they are paragraphs."""
        level = 2
        if listing.heading:
            heading = numbered(level, next(numbers), listing.heading, self.view)
            yield self.line(heading, styles.HEADINGS[level - 1])
            level = 3
        for number, entry in enumerate(listing.entries, 1):
            lines = tuple(filter(None, (*entry.lines, entry.cited)))
            if lines:
                heading = numbered(level, number, entry.heading, self.view)
                yield self.line(heading, styles.HEADINGS[level - 1])
                yield from map(self.line, lines)
            elif listing.is_numbered:
                yield self.line(numbered(3, number, entry.heading, self.view))
            else:
                yield self.line(entry.heading)

    def fact(self, fact: PageFact) -> LetterBlock:
        """Return a fact as a line."""
        return self.line(self.view.say(FACT, label=fact.label, value=fact.value), styles.FACT)

    def paragraph(self, one: Paragraph, style: str = "") -> Iterator[LetterBlock]:
        """Return the lines of a paragraph."""
        return (self.line(line, styles.NOTE if one.is_warning else style) for line in one.lines)

    def line(self, text: str, style: str = "") -> LetterBlock:
        """Return a line of text in a style."""
        return LetterBlock((paragraph(text, self.view.lang, style),), style in styles.KEPT)
