"""The list of documents of the form, and the numbers by which the other tables name what is in it."""

import re
import unicodedata
from collections.abc import Iterator, Mapping

from ....diagnostics import Diagnostic, Path, diagnose
from ....domain.names import folded
from ....shapes.columns import BY_KEY
from ...tree import Mapping as Tree
from ...tree import Scalar, Sequence, place_of
from ..grouping import CellOfElements, Row
from .diagnostics import NO_SUCH_DOCUMENT
from .layout import DOCUMENT_NUMBER, DOCUMENTS, OF_DOCUMENTS
from .tables import table_of
from .values import SheetCells

EVIDENCE = BY_KEY["evidence"]

_HEADINGS = {
    folded(words): column for column in OF_DOCUMENTS for words in (column.heading.zh, column.heading.en)
}
_NUMBERS = re.compile(r"[0-9]{1,3}(?:-[0-9]{1,3})?(?:[、,;.\s]+[0-9]{1,3}(?:-[0-9]{1,3})?)*")
_DASHES = re.compile(r"\s*[-—–―－~～至到]+\s*")


def read_documents(cells: SheetCells) -> Mapping[int, Tree]:
    """Return the documents of the list by their numbers; a row that holds no more than its number is none."""
    found: dict[int, Tree] = {}
    for row in table_of(cells, DOCUMENTS, OF_DOCUMENTS[:2], _HEADINGS):
        number = unicodedata.normalize("NFKC", row.get(DOCUMENT_NUMBER, "")).strip()
        if number.isdecimal() and len(row) > 1:
            found.setdefault(int(number), _document(row))
    return found


def _document(row: Row) -> Tree:
    document, first = Tree(), next(iter(row.values()))
    document.start = document.end = first.start
    for column, cell in row.items():
        if column is not DOCUMENT_NUMBER:
            document[column.key] = cell
            document.keys_at[column.key] = (cell.start, cell.end)
    return document


def with_documents(row: Row, documents: Mapping[int, Tree], faults: list[Diagnostic]) -> Row:
    """Return a row with the documents that it names by numbers; a number that the list does not have is told,
    and names none. Other words are the documents themselves.
    """
    cell = row.get(EVIDENCE)
    numbers = numbers_in(cell) if cell else ()
    if not cell or not numbers:
        return row
    named = CellOfElements(cell)
    named.start, named.end, named.elements = cell.start, cell.end, Sequence()
    named.elements.start = named.elements.end = cell.start
    for number in numbers:
        if number in documents:
            named.elements.append(documents[number])
        else:
            faults.append(_told(cell, number))
    rest = {column: one for column, one in row.items() if column is not EVIDENCE}
    return {**rest, EVIDENCE: named} if named.elements else rest


def numbers_in(text: str) -> tuple[int, ...]:
    """Return the numbers that a cell lists, as in 1、3 or 1—3; none where it holds other words."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text).strip())
    return tuple(dict.fromkeys(_each(plain))) if _NUMBERS.fullmatch(plain) else ()


def _each(text: str) -> Iterator[int]:
    for one in re.findall(r"[0-9]+(?:-[0-9]+)?", text):
        first, _, last = one.partition("-")
        yield from range(int(first), int(last or first) + 1)


def _told(cell: Scalar, number: int) -> Diagnostic:
    at: Path = ()
    return diagnose(NO_SUCH_DOCUMENT, at, place_of(cell), number=number)
