"""Markdown (CommonMark with GitHub's tables): draws a document for summaries, wikis and merge requests."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ..diagnostics import located
from ..text import Text
from .annotations import of_diagnostic
from .bits import joined
from .document import (
    SUMMARY,
    AnyTable,
    Diagnostics,
    EntryList,
    Paragraph,
    Part,
    Section,
    ShownDocument,
    Summarised,
)
from .escape import markdown_text
from .view import View

DIAGNOSTIC = Text("{severity} {id}：{message}", "{severity} {id}: {message}")

Block = list[str]
"""Lines that stand together; a blank line stands between two blocks."""


def draw(document: ShownDocument) -> str:
    """Return a document in Markdown."""
    return "".join(drawn(document, (section(one, document.view) for one in document.sections)))


def section(shown: Section, view: View) -> str:
    """Return one section of a document."""
    return "\n".join(map(_text, _section(shown, view)))


def drawn(document: ShownDocument, sections: Iterable[str]) -> Iterator[str]:
    """Return a document with its sections as they are drawn, a blank line between every two blocks."""
    return joined(chain(map(_text, _head(document)), sections, map(_text, _tail(document))), "\n")


def _text(block: Block) -> str:
    return "".join(f"{line}\n" for line in block)


def _head(document: ShownDocument) -> Iterator[Block]:
    view = document.view
    if document.title:
        yield [_heading(2, document.title)]
    yield from map(_paragraph, document.lead)
    yield from _summarised(document.summarised, view)
    for at, table in enumerate(document.tables):
        if at:
            yield [_heading(3, view.say(table.title))]
        yield list(_table(table, view))
    yield from _diagnostics(3, document.diagnostics, view)
    if document.notes:
        yield from _listing(document.notes)


def _tail(document: ShownDocument) -> Iterator[Block]:
    yield from _diagnostics(2, document.beside, document.view)
    yield from ([_strong(line)] for line in document.ends)


def _section(section: Section, view: View) -> Iterator[Block]:
    yield [_heading(2, section.title)]
    yield from map(_paragraph, section.lead)
    if section.summarised:
        yield from _summarised((section.summarised,), view)
    if section.table:
        yield list(_table(section.table, view))
        yield from ([markdown_text(view.say(line))] for line in section.table.legend)
    for table in section.further:
        yield [_heading(3, view.say(table.title))]
        yield list(_table(table, view))
    for listing in section.listings:
        yield from _listing(listing)
    for part in section.parts:
        yield from _part(part, view)
    yield from _diagnostics(3, section.diagnostics, view)
    if section.verdict:
        yield [_strong(section.verdict)]
    else:
        yield [line for paragraph in section.closing for line in _paragraph(paragraph)]


def _summarised(told: Sequence[Summarised], view: View) -> Iterator[Block]:
    if told:
        yield [_heading(3, view.say(SUMMARY))]
    for one in told:
        yield [markdown_text(one.paragraph)]
        if one.problems:
            yield from _listing(one.problems)


def _part(part: Part, view: View) -> Iterator[Block]:
    if part.heading:
        yield [_heading(3, part.heading)]
    yield from map(_paragraph, part.lead)
    for table in part.tables:
        if (title := view.say(table.title)) not in ("", part.heading):
            yield [_heading(4, title)]
        yield list(_table(table, view))
    for listing in part.listings:
        yield from _listing(listing, 4)


def _heading(level: int, text: str) -> str:
    return f"{'#' * level} {markdown_text(text)}"


def _strong(text: str) -> str:
    return f"**{markdown_text(text)}**"


def _paragraph(paragraph: Paragraph) -> Block:
    mark = "> " if paragraph.is_warning else ""
    return [mark + markdown_text(line) for line in paragraph.lines]


def _listing(listing: EntryList, level: int = 3) -> Iterator[Block]:
    yield [_heading(level, listing.heading)]
    if not listing.is_numbered:
        yield [f"- {markdown_text(' '.join((one.heading, *one.lines)))}" for one in listing.entries]
        return
    for number, entry in enumerate(listing.entries, 1):
        mark = f"{number}. "
        yield [mark + (_strong(entry.heading) if entry.lines else markdown_text(entry.heading))]
        for line in entry.lines:  # set in as far as the mark, or the list would end
            yield [" " * len(mark) + markdown_text(line)]


def _diagnostics(level: int, diagnostics: Diagnostics, view: View) -> Iterator[Block]:
    if diagnostics.listed and diagnostics.heading:
        yield [_heading(level, diagnostics.heading)]
    if diagnostics.listed:
        yield list(_items(diagnostics, view))


def _items(diagnostics: Diagnostics, view: View) -> Iterator[str]:
    for listed in diagnostics.listed:
        one = of_diagnostic(listed.diagnostic, listed.listed_with)
        where = located(one.source.path, one.place)
        said = view.say(DIAGNOSTIC, severity=one.severity.term, id=one.id, message=one.message)
        yield f"- {markdown_text(f'{where} {said}')}"


def _table(table: AnyTable, view: View) -> Iterator[str]:
    """Return the lines of a table, columns of numbers set to the right."""
    yield _row(table.headings(view))
    yield "|" + "|".join("---:" if column.role == "number" else "---" for column in table.columns) + "|"
    for row in table.cells(view):
        yield _row(cell.text for cell in row)


def _row(texts: Iterable[str]) -> str:
    shown = (" / ".join(markdown_text(part) for part in text.split("\n")) for text in texts)
    return f"| {' | '.join(shown)} |"
