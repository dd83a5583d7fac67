"""A form as a CSV table: a row an indicator, and below a count a row for its list. What is asked for stands
in a column of its own that is not read.
"""

from collections.abc import Iterator, Mapping, Sequence

from ..domain.reports import ITEM_TERMS
from ..domain.targets import Indicator
from ..load.tables.csv import GUIDE
from ..shapes.columns import BY_KEY, ENTITY, INDICATOR, PERIOD, ColumnLevel, TableColumn
from ..show.csv import csv_line
from ..show.escape import csv_cell
from ..show.explain import LINE
from ..text import Lang, Text
from . import Asked, FormHeading
from .fill import blanks, field_told

BYTE_ORDER_MARK = "\ufeff"
"""Without it Chinese Excel takes the file for GB18030."""

LEFT_OUT = ("illustrative", "base.value", "base.year", "source.document", "figure_period")
"""Columns that few reports need: whoever does adds them."""

OF_RATES = ("previous.unit", "previous.period")
"""Columns that only what rates are computed from needs."""

BEFORE = Text("上年同期值", "previous.value")
"""How the earlier figure is headed where no rate asks for that of another period."""

NOT_ASKED = "/"
"""What stands in a cell of a list that is not asked for; it counts as blank."""

LISTED = Text(
    "清单，每项一行，行数不够的复制本行续填：{fields}",
    "the things counted, a row each; copy this row for more: {fields}",
)
_UNDER = Text("“{heading}”填{field}", "{heading}: {field}")


def write(heading: FormHeading, asked: Sequence[Asked], lang: Lang) -> str:
    """Return the table: its headings, then the rows of each indicator that is asked for."""
    items = _items([one.indicator for one in asked])
    headings = {**{column: heading_of(column, asked) for column in columns(asked)}, **items}
    head = [*(words.pick(lang) for words in headings.values()), GUIDE.pick(lang)]
    rows = [row for one in asked for row in _rows(one, items, lang, heading.rows or 1)]
    about = {ENTITY: heading.entity.name.pick(lang), PERIOD: str(heading.period)}
    rows[:1] = [(_handing(heading) | cells, told) for cells, told in rows[:1]]
    lines = ([*((about | cells).get(column, "") for column in headings), told] for cells, told in rows)
    return BYTE_ORDER_MARK + "".join(csv_line(map(csv_cell, line)) for line in (head, *lines))


def columns(asked: Sequence[Asked]) -> tuple[TableColumn, ...]:
    """Return the columns of the report and of what is asked for, without those of items."""
    left_out = (*LEFT_OUT, *(() if any(one.rates for one in asked) else OF_RATES))
    return tuple(
        column
        for column in BY_KEY.values()
        if column.level is not ColumnLevel.ITEM and column.key not in left_out
    )


def heading_of(column: TableColumn, asked: Sequence[Asked]) -> Text:
    """Return how a column is headed in a form."""
    is_before = column.key == BEFORE.en and not any(one.rates for one in asked)
    return BEFORE if is_before else column.heading


def _handing(heading: FormHeading) -> dict[TableColumn, str]:
    """Return what is said of the whole report, which stands in its first row."""
    given = {"by": heading.by, "date": heading.date, "revision": 1}
    return {BY_KEY[f"submitted.{key}"]: str(text or "") for key, text in given.items()}


def _items(indicators: Sequence[Indicator]) -> Mapping[TableColumn, Text]:
    """Return the columns of what is asked of the items of some counts, each by what all of them call it."""
    counts = [one for one in indicators if one.is_listed]
    found = {}
    for key, usual in ITEM_TERMS.items():
        terms = {one.item_term(key).zh for one in counts if key in one.item_columns}
        if terms:
            column = BY_KEY[f"item.{key}"]
            found[column] = Text(terms.pop() if len(terms) == 1 else usual.zh, column.heading.en)
    return found


def _rows(
    one: Asked, items: Mapping[TableColumn, Text], lang: Lang, number: int
) -> Iterator[tuple[dict[TableColumn, str], str]]:
    """Return the cells of the row of one indicator and what is told of it, then those of its list, as many
    as are asked for.
    """
    indicator = one.indicator
    named = {INDICATOR: indicator.name.pick(lang)}
    open_to_fill = blanks(indicator, one.scopes, one.rates, one.counting)
    given = {BY_KEY[blank.key]: blank.given.pick(lang) for blank in open_to_fill if blank.given.zh}
    if one.targets:
        given[BY_KEY["target"]] = one.targets[0].source.wording
    yield (
        named | given,
        ("；" if lang == "zh" else "; ").join(part.rstrip("。.") for part in _told(one, lang)),
    )
    if indicator.is_listed:
        keys = {BY_KEY[f"item.{key}"]: key for key in indicator.item_columns}
        closed = {column: NOT_ASKED for column in items if column not in keys}
        fields = (_field(indicator, key, items[column]) for column, key in keys.items())
        row = named | closed, LISTED.format(fields=Text.joined(fields, "、", ", ")).pick(lang)
        yield from [row] * number


def _field(indicator: Indicator, key: str, heading: Text) -> Text:
    """Return what a field of an item is called, and under which heading it stands where that is another."""
    told = field_told(indicator, key)
    under = _UNDER.format(heading=heading, field=told)
    return Text(told.zh if indicator.item_term(key).zh == heading.zh else under.zh, under.en)


def _told(one: Asked, lang: Lang) -> Iterator[str]:
    """Return the lines on what is asked for: what is required, in which words, how it is defined."""
    yield one.purpose.pick(lang)
    for line in one.lines:
        words = line.words.pick(lang) if isinstance(line.words, Text) else line.words
        yield LINE.format(label=line.label, words=words).pick(lang)
