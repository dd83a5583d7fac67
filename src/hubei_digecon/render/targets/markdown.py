"""The published targets in Markdown: a table, and the wordings below it."""

from collections.abc import Iterator

from ...model.targets import Entity
from ..escape import markdown_text
from ..markdown import heading, page, table_rows
from ..view import View
from . import (
    NUMBERS,
    PLACES,
    TARGETS,
    WORDINGS,
    Shown,
    details,
    head,
    place_row,
    published,
    target_row,
    tasks,
)


def listed(listing: Shown, view: View) -> str:
    """Return the places, or the targets of one place, as a page."""
    if listing.one:
        return page([list(_place(entity, listing, view)) for entity in listing.entities])
    rows = (place_row(entity, view) for entity in listing.entities)
    table = table_rows([view.say(column) for column in PLACES], rows, NUMBERS["places"])
    return page([[markdown_text(line) for line in published(listing, view)], list(table)])


def _place(entity: Entity, listing: Shown, view: View) -> Iterator[str]:
    yield from (heading(2, head(entity, view)), "")
    rows = (target_row(number, target, view) for number, target in enumerate(entity.targets, 1))
    yield from table_rows([view.say(column) for column in TARGETS], rows, NUMBERS["targets"])
    yield from ("", heading(3, view.say(WORDINGS)), "")
    for number, target in enumerate(entity.targets, 1):
        mark = f"{number}. "
        yield f"{mark}**{markdown_text(view.say(target.indicator.name))}**"
        yield ""
        for line in details(target, listing.documents, view):  # set in as far as the mark
            yield from (" " * len(mark) + markdown_text(line), "")
    for line in tasks(entity, view):
        yield markdown_text(line)
