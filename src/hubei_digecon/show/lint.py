"""Files that were only read: a document of what reading found, file by file, and how many files were read."""

from ..diagnostics import Severity
from ..domain.run_counts import FilesRead
from ..text import Text
from .document import Diagnostics, ShownDocument, diagnostics_of
from .escape import visible
from .verdicts import beside_lines
from .view import View

LAST_LINE = Text(
    "共检查{files}个文件：错误{errors}处，疑点{warnings}处，提示{notes}处。",
    "files read: {files}; errors {errors}, warnings {warnings}, notes {notes}.",
)


def files_document(files: FilesRead, view: View) -> ShownDocument:
    """Return what reading found as a document: every diagnostic, then the counts."""
    listed = tuple(diagnostics_of(files))
    return ShownDocument(view, beside=Diagnostics(listed=listed), ends=count_lines(files, view))


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
