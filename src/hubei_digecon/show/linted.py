"""What reading files found, as data: in the types of the JSON result, and a row a diagnostic."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..domain.assessments import FileDiagnostics
from ..domain.run_counts import FilesRead
from ..shapes.result import ResultDiagnostic
from ..text import LANGS
from .json import file_diagnostics
from .records import Kind, kinds_of


@dataclass(frozen=True, slots=True)
class LintedFile:
    """A file that was only read, in the types of the JSON result; ``left_out``: why it was not read."""

    path: str
    sha256: str | None
    diagnostics: list[ResultDiagnostic]
    left_out: str | None


def files_result(files: FilesRead) -> dict[str, object]:
    """Return what reading found in the types of the JSON result."""
    return {"files": [_result(file) for file in files], "ignored": files.counts.ignored}


def _result(file: FileDiagnostics) -> LintedFile:
    source, left = file.source, file.left
    return LintedFile(source.path, source.sha256, file_diagnostics(file), left.why.id if left else None)


def column_kinds() -> dict[str, Kind]:
    """Return what the columns of :func:`rows_of` hold."""
    fields = ("path", "id", "severity", "at", "line", "column", "sheet")
    made = kinds_of(ResultDiagnostic, {name: name for name in fields})
    return made | {f"message_{lang}": Kind.TEXT for lang in LANGS}


def rows_of(files: FilesRead) -> Iterator[list[object]]:
    """Return a row a diagnostic."""
    for file in files:
        for one in file_diagnostics(file):
            said = {f"message_{lang}": one.message.pick(lang) for lang in LANGS}
            yield [said.get(name) or getattr(one, name) for name in column_kinds()]
