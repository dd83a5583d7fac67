"""A JSON result file → :class:`~hubei_digecon.shapes.result.Result`, to verify it, to compare it, or
to hold a run against it.
"""

import datetime
import json
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from ..comparison.baseline import baseline_of
from ..diagnostics import DiagnosticKind, Example, Severity, Sort, diagnose
from ..domain.assessments import FileDigest
from ..domain.baseline import Baseline, ReportOf
from ..domain.outcomes import grade_of
from ..shapes.result import FORMAT, Result, read_path
from ..shapes.scoreboard_result import FORMAT as BOARD_FORMAT
from ..shapes.scoreboard_result import BoardResult
from ..text import Text
from .faults import InputError, RefusedInput, refused_by
from .source import Source, read_source, source_file

MAX_BYTES = 2**26
"""A result holds much more than the report it is of, and many of them."""

NOT_A_RESULT = DiagnosticKind(
    "not-a-result",
    Severity.ERROR,
    Text("这不是 {format} 格式的结果：{why}", "this is no result of the format {format}: {why}"),
    Text(
        "给出 digecon check --output-format json 写出的文件",
        "give a file that digecon check --output-format json wrote",
    ),
    example=Example(
        Text("报告，或别的JSON文件", "a report, or any other JSON file"),
        Text("核验报告时写出的JSON结果", "a JSON result that judging a report wrote"),
        Sort.FILE,
    ),
)
KINDS = (NOT_A_RESULT,)

_TWICE = Text("键“{key}”重复", "the key “{key}” stands there twice")
_NOT_JSON = Text("不是JSON", "it is not JSON")
_WRONG = Text("{at} 不合格式", "{at} is not as it should be")


class _RefusedError(Exception):
    """A result that is not one, and why."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.en)
        self.why = why


class LoadedResult(NamedTuple):
    """A result that was read, with the file that it stands in.

    ``absent`` are the places of a scoreboard without a report, by period and document.
    """

    file: FileDigest
    result: Result
    absent: tuple[ReportOf, ...] = ()


def load_result(path: str) -> Result | RefusedInput:
    """Read a result file strictly: by the type that the schema comes from."""
    read = _load(path, (FORMAT,))
    return read if isinstance(read, RefusedInput) else read.result


def load_compared(path: str) -> LoadedResult | RefusedInput:
    """Read a result of ``check`` or of ``score`` strictly; a scoreboard as the assessments of its places."""
    return _load(path, (FORMAT, BOARD_FORMAT))


def load_baseline(path: str) -> Baseline | RefusedInput:
    """Read a result that a run is to be held against."""
    read = load_compared(path)
    return read if isinstance(read, RefusedInput) else baseline_of(*read)


def _load(path: str, formats: Sequence[str]) -> LoadedResult | RefusedInput:
    try:
        source = read_source(path, MAX_BYTES)
    except InputError as error:
        return refused_by(error)
    try:
        return _result(source, formats)
    except _RefusedError as refusal:
        said = diagnose(NOT_A_RESULT, format=" / ".join(formats), why=refusal.why)
        return RefusedInput(source_file(source), (said,))


def _result(source: Source, formats: Sequence[str]) -> LoadedResult:
    from pydantic import TypeAdapter, ValidationError

    try:
        value = json.loads(source.text, object_pairs_hook=_once, parse_constant=_no_constant)
    except (RecursionError, ValueError):
        raise _RefusedError(_NOT_JSON) from None
    absent: tuple[ReportOf, ...] = ()
    is_board = BOARD_FORMAT in formats and isinstance(value, dict) and value.get("format") == BOARD_FORMAT
    try:
        if is_board:
            board = TypeAdapter(BoardResult).validate_python(value)
            result = _of_board(board)
            absent = tuple(
                (row.entity, board.period or "", row.document or "")
                for row in board.places
                if not row.assessment
            )
        else:
            result = TypeAdapter(Result).validate_python(value)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise _wrong(".".join(map(str, first["loc"])) or "$") from None
    _check("as_of", datetime.date.fromisoformat, result.as_of)
    _check("settings.min_evidence", grade_of, result.settings.min_evidence)
    return LoadedResult(FileDigest(source.path, source.sha256), result, absent)


def _of_board(board: BoardResult) -> Result:
    """Return what a scoreboard says of each report, as a result does."""
    return Result(
        FORMAT,
        board.tool,
        board.as_of,
        board.settings,
        board.targets,
        board.reviews,
        board.diagnostics,
        [*(row.assessment for row in board.places if row.assessment), *board.unread],
        board.ignored,
        board.judged_documents,
        board.left_out,
        board.history,
    )


def _check(at: str, read: Callable[[str], object], text: str) -> None:
    """Refuse a text that only its reader can tell from others of its type."""
    try:
        read(text)
    except ValueError:
        raise _wrong(at) from None


def _wrong(at: str) -> _RefusedError:
    return _RefusedError(_WRONG.format(at=at))


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _RefusedError(_TWICE.format(key=twice))
    if isinstance(path := made.get("path"), str):
        made["path"] = read_path(path)
    return made


def _no_constant(name: str) -> Any:
    raise ValueError(name)
