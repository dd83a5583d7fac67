"""Tells the faults of files on standard error, for runs that cannot go on."""

from collections.abc import Iterable

from ..findings import FileRemarks
from ..render.remarks import remark_lines
from ..render.view import View
from .output import tell


def tell_faults(files: Iterable[FileRemarks], view: View) -> None:
    """Write every remark on ``files``, each with its place and the line shown."""
    for file in files:
        for diagnostic in file.diagnostics:
            for line in remark_lines(diagnostic, file.source, view):
                tell(line)
