"""A form as a CSV table: a row an indicator, what is asked for in a column of its own that is not read."""

from collections.abc import Iterator, Sequence

from ..load.tables.columns import BY_KEY, ENTITY, INDICATOR, PERIOD, Column, Level
from ..load.tables.csv import GUIDE
from ..render.csv import csv_line
from ..render.escape import csv_cell
from ..render.explain import LINE
from ..text import Lang, Text
from . import Asked, Heading
from .fill import blanks

BYTE_ORDER_MARK = "\ufeff"
"""Without it Chinese Excel takes the file for GB18030."""

LEFT_OUT = ("illustrative", "base.value", "base.year", "source.document", "figure_period")
"""Columns that few reports need: whoever does adds them."""

COLUMNS: tuple[Column, ...] = tuple(
    column for column in BY_KEY.values() if column.level is not Level.ITEM and column.key not in LEFT_OUT
)


def write(heading: Heading, asked: Sequence[Asked], lang: Lang) -> str:
    """Return the table: its headings, then a row for each indicator that is asked for."""
    head = [*(column.heading.pick(lang) for column in COLUMNS), GUIDE.pick(lang)]
    rows = (_row(heading, one, number, lang) for number, one in enumerate(asked))
    return BYTE_ORDER_MARK + "".join(map(csv_line, (head, *rows)))


def _row(heading: Heading, one: Asked, number: int, lang: Lang) -> list[str]:
    """Return the row of one indicator; what is said of the whole report stands in the first."""
    cells = {ENTITY: heading.entity.id, PERIOD: str(heading.period), INDICATOR: one.indicator.name.pick(lang)}
    if number == 0:
        handing = {"by": heading.by, "date": heading.date.isoformat(), "revision": "1"}
        cells |= {BY_KEY[f"submitted.{key}"]: text for key, text in handing.items()}
    if one.targets:
        cells[BY_KEY["target"]] = one.targets[0].source.wording
    cells |= {BY_KEY[blank.key]: blank.given for blank in blanks(one.indicator) if blank.given}
    told = ("；" if lang == "zh" else "; ").join(part.rstrip("。.") for part in _told(one, lang))
    return [csv_cell(text) for text in (*(cells.get(column, "") for column in COLUMNS), told)]


def _told(one: Asked, lang: Lang) -> Iterator[str]:
    """Return the lines on what is asked for: what is required, in which words, how it is defined."""
    yield one.purpose.pick(lang)
    for line in one.lines:
        words = line.words.pick(lang) if isinstance(line.words, Text) else line.words
        yield LINE.format(label=line.label, words=words).pick(lang)
