"""The published targets for people at a terminal: a table, and the wordings below it."""

from collections.abc import Container, Iterable, Sequence

from rich.table import Table

from ...model.targets import Entity
from ...text import Text
from ..sheet import Sheet, shown
from ..view import View
from . import (
    ID,
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
    """Return the places, or the targets of one place, as text for a terminal."""
    sheet = Sheet(view)
    if listing.one:
        for entity in listing.entities:
            _place(entity, listing, sheet)
        return sheet.text
    for line in published(listing, view):
        sheet.prose(line)
    sheet.line("")
    rows = [place_row(entity, view) for entity in listing.entities]
    sheet.draw(_table(PLACES, rows, NUMBERS["places"], view))
    return sheet.text


def _place(entity: Entity, listing: Shown, sheet: Sheet) -> None:
    view = sheet.view
    sheet.line(head(entity, view), style="bold")
    rows = [target_row(number, target, view) for number, target in enumerate(entity.targets, 1)]
    sheet.draw(_table(TARGETS, rows, NUMBERS["targets"], view))
    sheet.section(WORDINGS)
    for number, target in enumerate(entity.targets, 1):
        sheet.line(f"{number} {view.say(target.indicator.name)}")
        for line in details(target, listing.documents, view):
            sheet.prose(line, indent=2)
    for line in tasks(entity, view):
        sheet.line("")
        sheet.prose(line)


def _table(
    columns: Iterable[Text], rows: Iterable[Sequence[str]], numbers: Container[int], view: View
) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False)
    for index, column in enumerate(columns):
        table.add_column(
            shown(view.say(column)),
            overflow="fold",
            justify="right" if index in numbers else "left",
            header_style="bold",
            no_wrap=column is ID,  # it is there to be copied
        )
    for row in rows:
        table.add_row(*map(shown, row))
    return table
