"""The terminal: draws a document as text of its width, with colour only where the view has it."""

from collections.abc import Iterable, Iterator, Sequence

from ..diagnostics import Severity
from .diagnostics import diagnostic_lines
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
from .escape import visible
from .grid import HEADING, Line, Marked, lines_of
from .view import View
from .wrap import wrapped

_RED, _GREEN, _YELLOW, _MAGENTA, _CYAN, _BOLD = "31", "32", "33", "35", "36", "1"
_UNDERLINED = "1;4"
_SEVERITIES = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.NOTE: _CYAN}
_MARKS = {
    "": "",
    HEADING: _BOLD,
    "met": _GREEN,
    "missed": _RED,
    "undecided": _YELLOW,
    "no_data": _YELLOW,
    "not_due": _CYAN,
    "waived": _CYAN,
}
"""How an outcome looks, in the numbers that terminals take (ECMA-48, SGR)."""


def draw(document: ShownDocument) -> str:
    """Return a document as text for a terminal, with colour codes only where the view has colour."""
    titled = bool(document.title)
    return "".join(drawn(document, (section(one, document.view, titled) for one in document.sections)))


def section(shown: Section, view: View, is_set_off: bool = False) -> str:
    """Return one section of a document; ``is_set_off``: a blank line stands before it."""
    screen = Screen(view)
    if is_set_off:
        screen.line([])
    _draw_section(screen, shown)
    return screen.text


def drawn(document: ShownDocument, sections: Iterable[str]) -> Iterator[str]:
    """Return a document with its sections as they are drawn."""
    screen = Screen(document.view)
    screen.diagnostics(document.beside)
    if document.title:
        screen.prose(document.title, _BOLD)
    _draw_lead(screen, document.lead)
    _draw_summarised(screen, document.summarised)
    for at, table in enumerate(document.tables):
        screen.table(table, is_further=at > 0)
    _draw_diagnostics(screen, document.diagnostics)
    if document.notes:
        _draw_listing(screen, document.notes)
    yield screen.text
    yield from sections
    screen = Screen(document.view)
    if document.title and document.ends:
        screen.line([])
    for end in document.ends:
        screen.prose(end, _BOLD)
    yield screen.text


class Screen:
    """What is printed for one view, and kept as text."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._lines: list[str] = []

    @property
    def text(self) -> str:
        """What was printed so far; no line ends in blanks."""
        return "".join(f"{line}\n" for line in self._lines)

    def line(self, parts: Line) -> None:
        """Print one line of parts that are already made visible."""
        while parts and not parts[-1].text.strip():
            parts = parts[:-1]
        self._lines.append("".join(self._styled(text, _MARKS[mark]) for text, mark in parts).rstrip())

    def table(self, table: AnyTable, is_further: bool = False) -> None:
        """Print a table after a blank line; with its title, if it has one, where it is not the first."""
        lines = list(lines_of(table, self.view))
        if lines and is_further and (title := self.view.say(table.title)):
            self.heading(title)
        elif lines:
            self.line([])
        self.rows(lines)

    def rows(self, lines: Iterable[Line]) -> None:
        """Print the lines of a table."""
        for line in lines:
            self.line(line)

    def prose(self, text: str, style: str = "", indent: int = 0, hanging: int = 0) -> None:
        """Print text broken into lines of the width there is."""
        for line in wrapped(visible(text), self.view.width, indent, hanging):
            self._lines.append(self._styled(line, style))

    def heading(self, heading: str) -> None:
        """Print a heading with a blank line before it."""
        self.line([])
        self.prose(heading, _UNDERLINED)

    def diagnostics(self, diagnostics: Diagnostics) -> None:
        """Print diagnostics, each with its line."""
        for one in diagnostics.listed:
            first, *cited, last = diagnostic_lines(one.diagnostic, one.listed_with, self.view)
            self.prose(first, _SEVERITIES[one.diagnostic.kind.severity], hanging=2)
            for line in cited:
                self.line([Marked(visible(line))])
            self.prose(last.strip(), indent=2, hanging=2)

    def _styled(self, text: str, style: str) -> str:
        return f"\x1b[{style}m{text}\x1b[0m" if style and text and self.view.color else text


def _draw_section(screen: Screen, section: Section) -> None:
    screen.prose(section.title, _BOLD)
    _draw_lead(screen, section.lead)
    if section.summarised:
        _draw_summarised(screen, (section.summarised,))
        screen.line([])
    if section.table:
        screen.rows(lines_of(section.table, screen.view))
        for line in section.table.legend:
            screen.prose(screen.view.say(line))
    for table in section.further:
        screen.table(table, is_further=True)
    for listing in section.listings:
        _draw_listing(screen, listing)
    for part in section.parts:
        _draw_part(screen, part)
    _draw_diagnostics(screen, section.diagnostics)
    if section.verdict:
        screen.line([])
        screen.prose(section.verdict, _BOLD)
        screen.line([])
    for paragraph in section.closing:
        screen.line([])
        _draw_paragraph(screen, paragraph)


def _draw_summarised(screen: Screen, told: Sequence[Summarised]) -> None:
    """Print what a reader is told first: paragraphs, each with its problems."""
    if told:
        screen.heading(screen.view.say(SUMMARY))
    for one in told:
        screen.prose(one.paragraph)
        if one.problems:
            _draw_listing(screen, one.problems)


def _draw_part(screen: Screen, part: Part) -> None:
    if part.heading:
        screen.heading(part.heading)
    elif part.lead:
        screen.line([])
    _draw_lead(screen, part.lead)
    for table in part.tables:
        screen.table(table, is_further=True)
    for listing in part.listings:
        _draw_listing(screen, listing)


def _draw_lead(screen: Screen, lead: Iterable[Paragraph]) -> None:
    for paragraph in lead:
        _draw_paragraph(screen, paragraph)


def _draw_paragraph(screen: Screen, paragraph: Paragraph) -> None:
    for line in paragraph.lines:
        screen.prose(line, _MAGENTA if paragraph.is_warning else "")


def _draw_listing(screen: Screen, listing: EntryList) -> None:
    screen.heading(listing.heading)
    for number, entry in enumerate(listing.entries, 1):
        screen.prose(f"{number} {entry.heading}" if listing.is_numbered else entry.heading, hanging=2)
        for line in entry.lines:
            screen.prose(line, indent=2)


def _draw_diagnostics(screen: Screen, diagnostics: Diagnostics) -> None:
    if diagnostics.listed:
        screen.heading(diagnostics.heading)
        screen.diagnostics(diagnostics)
