"""What reading found, file by file, and how many files were read."""

from ..diagnostics import Severity
from ..findings import FileRemarks
from ..tally import FilesRead
from ..text import Text
from .escape import visible
from .remarks import remark_lines
from .verdicts import beside_lines
from .view import View

LAST_LINE = Text(
    "共检查{files}个文件：错误{errors}处，疑点{warnings}处，提示{notes}处。",
    "files read: {files}; errors {errors}, warnings {warnings}, notes {notes}.",
)


def linted(files: FilesRead, view: View) -> str:
    """Return every remark with its place and line, then the counts; quiet, the counts only."""
    lines = [] if view.quiet else [line for file in files for line in _remarks(file, view)]
    return "".join(f"{line}\n" for line in lines) + summary(files, view)


def summary(files: FilesRead, view: View) -> str:
    """Return how many files were read and how much was found: what no run goes without."""
    found = [one.kind.severity for file in files for one in file.diagnostics]
    last = view.say(
        LAST_LINE,
        files=sum(file.left is None for file in files),
        errors=found.count(Severity.ERROR),
        warnings=found.count(Severity.WARNING),
        notes=found.count(Severity.NOTE),
    )
    return "".join(f"{visible(line)}\n" for line in (last, *beside_lines(files.tally, view)))


def _remarks(file: FileRemarks, view: View) -> list[str]:
    return [
        visible(line)
        for diagnostic in file.diagnostics
        for line in remark_lines(diagnostic, file.source, view)
    ]
