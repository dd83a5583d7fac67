"""CSV text → rows of cells that know their places (RFC 4180, read strictly), whatever separates the cells.

The standard library's reader tells no columns and takes a quote that is never closed for a cell that
goes on to the end of the file, so the text is read here cell by cell.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from ...diagnostics import Place
from ...text import Text
from ..faults import SYNTAX, TOO_MANY_VALUES
from ..source import Source
from ..tree import Point, RefusedError, Scalar

MAX_CELLS = 200_000

Row = list[Scalar]

_QUOTED = '"((?>[^"]*(?>""[^"]*)*))"'
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")

NOT_CLOSED = Text("引号没有结束", "a quote is never closed")
AFTER_QUOTE = Text(
    "引号结束后应是分隔符或换行；引号本身要写成两个",
    'after a closing quote a separator or a new line has to come; " itself is written twice',
)
QUOTE_INSIDE = Text(
    "没有用引号括起的格子里不能有引号", "a cell that does not begin with a quote cannot hold one"
)
CONTROL = Text("不允许的字符U+{code}", "the character U+{code} is not allowed")


@lru_cache(8)
def _cell_before(separator: str) -> re.Pattern[str]:
    """Return the pattern of a cell and of what ends it."""
    one = re.escape(separator)
    return re.compile(rf'(?:{_QUOTED}|([^"{one}\r\n]*))({one}|\r?\n|\Z)')


def rows_of(source: Source, separator: str = ",") -> Iterator[Row]:
    """Return the rows; of one that is blank, no cells.

    Raises:
        RefusedError: where a quote stands wrongly, or a character that no text has.
    """
    text, index, line, line_start, cells = source.text, 0, 0, 0, 0
    control = _CONTROL.search(text)
    if control:
        raise _refused(source.place(control.start()), CONTROL.format(code=f"{ord(control.group()):04X}"))
    row: Row = []
    pattern = _cell_before(separator)
    while index < len(text):
        match = pattern.match(text, index)
        if match is None:
            raise _malformed(source, index)
        row.append(_cell(match, line, line_start))
        cells += 1
        if cells > MAX_CELLS:
            raise RefusedError(TOO_MANY_VALUES, Place(line + 1, 1), limit=MAX_CELLS)
        breaks = match.group().count("\n")
        if breaks:
            line, line_start = line + breaks, text.rfind("\n", 0, match.end()) + 1
        if match[3] != separator:
            yield row if any(cell.strip() for cell in row) else []
            row = []
        index = match.end()
        if match[3] == separator and index == len(text):
            row.append(_empty(line, index - line_start))
    if row:
        yield row


def _cell(match: re.Match[str], line: int, line_start: int) -> Scalar:
    quoted = match[1]
    cell = Scalar(quoted.replace('""', '"') if quoted is not None else match[2])
    cell.start = Point(line, match.start() - line_start)
    if quoted is not None and "\n" in quoted:
        cell.end = Point(line + quoted.count("\n"), len(quoted) - quoted.rfind("\n"))
    else:
        cell.end = Point(line, match.start(3) - line_start)
    return cell


def _empty(line: int, column: int) -> Scalar:
    cell = Scalar("")
    cell.start = cell.end = Point(line, column)
    return cell


def _malformed(source: Source, index: int) -> RefusedError:
    """Refuse the cell at ``index``, whose quotes are wrong."""
    text = source.text
    if text[index] != '"':
        return _refused(source.place(text.index('"', index)), QUOTE_INSIDE)
    closed = re.compile(_QUOTED).match(text, index)
    if closed is None:
        return _refused(source.place(index), NOT_CLOSED)
    return _refused(source.place(closed.end()), AFTER_QUOTE)


def _refused(place: Place, problem: Text) -> RefusedError:
    return RefusedError(SYNTAX, place, language="CSV", problem=problem)
