"""Files that were only read: a document of what reading found, file by file, and how many files were read."""

from ..diagnostics import Severity
from ..domain.run_counts import FilesRead
from ..text import Text
from .diagnostics import diagnostic_lines
from .document import Diagnostics, ShownDocument, diagnostics_of
from .escape import visible
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
