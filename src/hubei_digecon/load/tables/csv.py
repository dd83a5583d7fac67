"""A CSV file → the reports that stand in it: long form, a row an observation or an item."""

import hashlib
from collections import abc
from collections.abc import Iterable, Sequence

from ...diagnostics import Diagnostic, DiagnosticKind, Example, Place, Severity, Sort, diagnose
from ...domain.names import folded
from ...shapes.columns import VALUE, TableColumn, headings_of
from ...text import Text
from ..document import Document, listed
from ..faults import EMPTY, SYNTAX, InputError, RefusedInput
from ..search.top_keys import text_is_ours
from ..source import MadeOf, Source, decoded, is_made_of, source_file
from ..targets import TargetLibrary
from ..tree import Mapping, NamedPoint, Point, RefusedError, Scalar
from .cut import cut_number
from .grouping import ReportGroup, grouped
from .heading import read_heading, under
from .separated import Row
from .separators import HeadingRow, found_heading

GUIDE = Text("填报说明", "guide")
"""The heading of a column in which a form says what to fill; it is not read."""

RESULTS_BEGIN = (
    "path,entity,period,revision,illustrative,verdict,",
    "entity,kind,name_zh,name_en,within,period,reports,",
    "entity,kind,within,period,reports,",  # without words, as in Parquet
    "sort,change,entity,period,document,target,",
    "entity,category,period,since,record,reason,",
)
"""How the headings begin under which the program writes its results as CSV: reports have no such columns."""

TREND_BEGINS = "entity,indicator,target,document,due,comparator,required,unit,base_period,"
"""How those of a trend begin, which have values as reports do, and a base that no report has."""

_NO_TABLE = Text("内容是YAML或JSON，不是表", "it holds YAML or JSON, and no table")
NOT_READ = (folded(GUIDE.zh), folded(GUIDE.en))

READ_AS_GB18030 = DiagnosticKind(
    "read-as-gb18030",
    Severity.NOTE,
    Text("文件不是UTF-8编码，已按GB18030读取", "the file is not UTF-8 and was read as GB18030"),
    Text("另存为“CSV UTF-8”就不再提示", "save it as “CSV UTF-8” and this is not said any more"),
    example=Example(
        Text("按GB18030保存的CSV文件", "a CSV file saved as GB18030"),
        Text("按UTF-8保存的同一文件", "the same file saved as UTF-8"),
        Sort.FILE,
    ),
)
KINDS = (READ_AS_GB18030,)


def read_table(path: str, data: bytes, library: TargetLibrary) -> list[Document | RefusedInput]:
    """Read the reports of a CSV file, in the order in which they begin; what cannot be said to belong to
    one of them is a :class:`~hubei_digecon.load.faults.RefusedInput` in their place.

    Raises:
        InputError: where the file cannot be read as a table at all.
    """
    source, said = decoded_table(path, data)
    return tabled(source, library, said)


def decoded_table(path: str, data: bytes) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Return the text of a table, in UTF-8 or else in GB18030, and what there is to say of that.

    Raises:
        InputError: where it is neither, or has line breaks that editors do not show.
    """
    text = _gb18030(data)
    if text is None:
        return decoded(path, data), ()
    source = decoded(path, text.encode("utf-8"))
    source.sha256 = hashlib.sha256(data).hexdigest()
    return source, (diagnose(READ_AS_GB18030),)


def _gb18030(data: bytes) -> str | None:
    """Return the text of bytes that are GB18030 and not UTF-8; ``None`` where they are not."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            return data.decode("gb18030")
        except UnicodeDecodeError:
            return None
    return None


def tabled(
    source: Source, library: TargetLibrary, said: Iterable[Diagnostic] = ()
) -> list[Document | RefusedInput]:
    """Read the reports in the text of a CSV file; ``said`` of all of it is told with the first."""
    if is_result_heading(source.text):
        return [Document(source, _nothing(), (), sort="result")]
    try:
        found = found_heading(source)
        rows = [row for row in found.below if row] if found else []
    except RefusedError as refusal:
        raise InputError(source_file(source), (refusal.fault,)) from None
    if found is None and text_is_ours(source.text):
        fault = diagnose(SYNTAX, (), Place(1, 1), language="CSV", problem=_NO_TABLE)
        raise InputError(source_file(source), (fault,))
    if found is None and source.text.strip():
        return [Document(source, _nothing(), (), sort="table")]
    if found is None or not rows:
        raise InputError(source_file(source), (diagnose(EMPTY),))
    if is_made_of(source.path, MadeOf.ROWS):
        source.lines = []  # the lines of the text are none of who gave the table
        rows = [_row_of_table(number, row, found.cells) for number, row in enumerate(rows)]
        for column, cell in enumerate(found.cells):
            cell.start, cell.end = (NamedPoint(0, column + at, f"column {cell}") for at in (0, 1))
    groups, lost = grouped(_cells(source, found, rows, headings_of(library.catalogue)), library)
    return _documents(source, groups, lost, tuple(said))


def _row_of_table(number: int, row: Row, heading: Row) -> Row:
    """Return a row of a table in memory, ``number`` counted from 0: its cells stand where that has them."""
    for column, cell in enumerate(row):
        under_heading = f", {heading[column]}" if column < len(heading) else ""
        cell.start = NamedPoint(number, column, f"row {number + 1}{under_heading}")
        cell.end = NamedPoint(number, column + 1, cell.start.called)
    return row


def is_result_heading(text: str) -> bool:
    """Whether the first line of a text is a heading under which the program writes its results."""
    if text.startswith(TREND_BEGINS):
        return True
    return text.startswith(RESULTS_BEGIN) and VALUE.key not in text.partition("\n")[0].strip().split(",")


def begins_table(source: Source) -> bool:
    """Whether a text begins as a table of reports does: with its headings, titles above them aside."""
    try:
        return found_heading(source) is not None
    except RefusedError:
        return False


def _nothing() -> Mapping:
    root = Mapping()
    root.start = root.end = Point(0, 0)
    return root


def _cells(
    source: Source, found: HeadingRow, rows: Iterable[Row], known: abc.Mapping[str, TableColumn]
) -> list[dict[TableColumn, Scalar]]:
    """Return the cells of every row by their column, of which the headings are ``known``.

    Raises:
        InputError: where a cell stands in no column that is known, or a number is cut at its comma.
    """
    columns, faults = read_heading(found.cells, known, computed=NOT_READ)
    read = []
    for row in rows:
        cut = cut_number(columns, row, found.separator)
        cells, wrong = under(columns, enumerate(row))
        read.append(cells)
        faults.extend([cut] if cut else wrong)
    if faults:
        raise InputError(source_file(source), listed(tuple(faults)))
    return read


def _documents(
    source: Source, groups: Sequence[ReportGroup], lost: Sequence[Diagnostic], said: tuple[Diagnostic, ...]
) -> list[Document | RefusedInput]:
    read: list[Document | RefusedInput] = []
    for part, group in enumerate(groups):
        faults = (*(said if part == 0 else ()), *group.faults)
        read.append(Document(source, group.root, faults, is_headed=True))
    if lost:
        read.append(RefusedInput(source_file(source), listed((*(() if groups else said), *lost))))
    return read
