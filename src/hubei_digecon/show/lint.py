"""Files that were only read: a document of what reading found, file by file, and how many files were read."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Severity
from ..domain.assessments import FileDiagnostics
from ..domain.run_counts import FilesRead
from ..shapes.result import ResultDiagnostic
from ..text import LANGS, Text
from .diagnostics import diagnostic_lines
from .document import Diagnostics, ShownDocument, diagnostics_of
from .escape import visible
from .json import file_diagnostics
from .records import Kind, kinds_of
from .verdicts import beside_lines
from .view import View

LAST_LINE = Text(
    "共检查{files}个文件：错误{errors}处，疑点{warnings}处，提示{notes}处。",
    "files read: {files}; errors {errors}, warnings {warnings}, notes {notes}.",
)


def files_document(files: FilesRead, view: View) -> ShownDocument:
    """Return what reading found as a document."""
    return ShownDocument(
        view, beside=Diagnostics(listed=tuple(diagnostics_of(files))), ends=count_lines(files, view)
    )


def linted(files: FilesRead, view: View) -> str:
    """Return every diagnostic with its place and line, then the counts; quiet, the counts only.

    Lines are as long as they are: a path broken over two of them can be neither opened nor searched for.
    """
    listed = () if view.quiet else diagnostics_of(files)
    lines = (line for one in listed for line in diagnostic_lines(one.diagnostic, one.listed_with, view))
    return "".join(f"{visible(line)}\n" for line in lines) + last_lines(files, view)


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


def last_lines(files: FilesRead, view: View) -> str:
    """Return how many files were read and how much was found: what no run goes without."""
    return "".join(f"{line}\n" for line in count_lines(files, view))


def count_lines(files: FilesRead, view: View) -> tuple[str, ...]:
    """Return the lines that count what was found."""
    found = [one.kind.severity for file in files for one in file.diagnostics]
    last = view.say(
        LAST_LINE,
        files=sum(file.left is None for file in files),
        errors=found.count(Severity.ERROR),
        warnings=found.count(Severity.WARNING),
        notes=found.count(Severity.NOTE),
    )
    return tuple(map(visible, (last, *beside_lines(files.counts, view))))
