"""A CSV file → the reports that stand in it: long form, a row an observation or an item."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ...diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, remark
from ...text import Text
from ..document import Document, listed
from ..faults import EMPTY, InputError
from ..source import Source, decoded, read_bytes, source_file
from ..targets import TargetLibrary
from ..tree import Mapping, RefusedError, Scalar
from .columns import VALUE, Column, plain
from .grouping import Group, grouped
from .heading import is_ours, read_heading, under
from .separated import rows_of

MAX_BYTES = 8 * 2**20
"""A table holds many reports, so it may be larger than one report may be."""

GUIDE = Text("填报说明", "guide")
"""The heading of a column in which a form says what to fill; it is not read."""

RESULTS_BEGIN = (
    ("path", "entity", "period", "revision", "illustrative", "verdict"),
    ("entity", "kind", "name_zh", "name_en", "within", "period", "reports"),
)
"""How the headings begin under which the program writes its results as CSV: reports have no such columns."""

_NOT_READ = (plain(GUIDE.zh), plain(GUIDE.en))

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


def read_table(path: str, library: TargetLibrary) -> list[Document | InputError]:
    """Read the reports of a CSV file, in the order in which they begin; what cannot be said to belong to
    one of them is an :class:`InputError` in their place.

    Raises:
        InputError: where the file cannot be read as a table at all.
    """
    data = read_bytes(path, MAX_BYTES)
    text = _gb18030(data)
    if text is None:
        return tabled(decoded(path, data), library)
    source = replace(decoded(path, text.encode("utf-8")), sha256=hashlib.sha256(data).hexdigest())
    return tabled(source, library, [remark(READ_AS_GB18030)])


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
) -> list[Document | InputError]:
    """Read the reports in the text of a CSV file; ``said`` of all of it is told with the first."""
    try:
        heading, *rows = [row for row in rows_of(source) if row] or [[]]
    except RefusedError as refusal:
        raise InputError(source_file(source), (refusal.fault,)) from None
    if heading and (sort := _other_sort(heading)):
        return [Document(source, _nothing(heading[0]), (), sort=sort)]
    if not heading or not rows:
        raise InputError(source_file(source), (remark(EMPTY),))
    groups, lost = grouped(_cells(source, heading, rows), library)
    return _documents(source, groups, lost, tuple(said))


def _other_sort(heading: Sequence[Scalar]) -> str:
    """Return what sort of file a table is by its heading, where it holds no reports; else nothing."""
    if any(tuple(heading[: len(begins)]) == begins for begins in RESULTS_BEGIN) and VALUE.key not in heading:
        return "result"
    return "" if is_ours(heading) else "table"


def begins_table(source: Source) -> bool:
    """Whether the first line of a text is the heading of a report that is a table."""
    first = source.text.partition("\n")[0]
    try:
        return is_ours(next(rows_of(Source(source.path, first, ""))))
    except RefusedError:
        return False


def _nothing(at: Scalar) -> Mapping:
    root = Mapping()
    root.start = root.end = at.start
    return root


def _cells(
    source: Source, heading: Sequence[Scalar], rows: Iterable[Sequence[Scalar]]
) -> list[dict[Column, Scalar]]:
    """Return the cells of every row by their column.

    Raises:
        InputError: where a cell stands in no column that is known.
    """
    columns, faults = read_heading(heading, computed=_NOT_READ)
    found = []
    for row in rows:
        cells, wrong = under(columns, enumerate(row))
        found.append(cells)
        faults.extend(wrong)
    if faults:
        raise InputError(source_file(source), listed(tuple(faults)))
    return found


def _documents(
    source: Source, groups: Sequence[Group], lost: Sequence[Diagnostic], said: tuple[Diagnostic, ...]
) -> list[Document | InputError]:
    read: list[Document | InputError] = []
    for part, group in enumerate(groups):
        faults = (*(said if part == 0 else ()), *group.faults)
        read.append(Document(source, group.root, faults))
    if lost:
        read.append(InputError(source_file(source), listed((*(() if groups else said), *lost))))
    return read
