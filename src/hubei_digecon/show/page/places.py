"""Where a diagnostic stands, in words: the line or the row, the item of a list, and what the field is called.

The page tells no key of a file: whoever reads it holds a form, or a report that others typed.
"""

import re

from ...diagnostics import Diagnostic, Path, Place, letters
from ...domain.reports import ITEM_TERMS
from ...shapes.columns import BY_KEY
from ...text import Text
from ..document import ListedDiagnostic

LINE = Text("第{line}行", "line {line}")
CELL = Text("“{sheet}”表第{line}行{column}列", "sheet “{sheet}”, row {line}, column {column}")
ITEM = Text("清单第{number}项", "item {number}")
FIELD = Text("{place}（{field}）", "{place} ({field})")

_KEYS = re.compile("（(?:-{0,2}[a-z][a-z_.-]+|YAML、JSON中的键是“[^”]*”)）")
"""What our own sentences say in brackets to whoever types keys or commands."""

_PARENTS = ("submitted", "source", "base", "previous", "deviation")
"""Keys whose own keys are columns of a table under both of their names."""


def place_in_words(listed: ListedDiagnostic) -> Text:
    """Return where a diagnostic was found; empty where no place is known."""
    _source, place = listed.diagnostic.found_in(listed.listed_with)
    if place is None:
        return Text.same("")
    field = field_in_words(listed.diagnostic.at)
    return FIELD.format(place=_standing(place), field=field) if field else _standing(place)


def told_in_words(diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic whose Chinese sentences tell what a field is called in place of its key."""
    field, values = field_in_words(diagnostic.at), diagnostic.values
    if field and values.get("key") == diagnostic.at[-1]:
        values = {**values, "key": Text(field.zh, str(values["key"]))}
    kind = diagnostic.kind
    kind = kind._replace(message=_without_keys(kind.message), fix=_without_keys(kind.fix))
    return diagnostic._replace(kind=kind, values=values)


def _without_keys(template: Text) -> Text:
    return Text(_KEYS.sub("", template.zh), template.en)


def _standing(place: Place) -> Text:
    if place.name:
        return Text.same(place.name)
    if place.sheet:
        return CELL.format(sheet=place.sheet, line=place.line, column=letters(place.column))
    return LINE.format(line=place.line)


def field_in_words(at: Path) -> Text | None:
    """Return what the value at a symbolic place is called; ``None`` for what no form has a heading for."""
    names = [step for step in at if isinstance(step, str)]
    if not names:
        return None
    if "items" in at:
        return _of_item(at)
    key = ".".join(names[-2:]) if len(names) > 1 and names[-2] in _PARENTS else names[-1]
    return BY_KEY[key].heading if key in BY_KEY else None


def _of_item(at: Path) -> Text | None:
    into = at.index("items") + 1
    number, field = at[into : into + 1], at[into + 1 : into + 2]
    if not number or not isinstance(number[0], int):
        return None
    item = ITEM.format(number=number[0] + 1)
    term = ITEM_TERMS.get(str(field[0])) if field else None
    return Text.joined((item, term)) if term else item
