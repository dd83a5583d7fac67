"""The target ``reading``: an input read as each sort of file there is, by YAML's rules and by JSON's."""

import contextlib
import zlib
from collections.abc import Callable, Iterable
from typing import Any

from pydantic import ValidationError
from tests.readers import read_back

from hubei_digecon.diagnostics import Diagnostic
from hubei_digecon.domain.assessments import FileDiagnostics, Settings
from hubei_digecon.domain.run_counts import FilesRead
from hubei_digecon.load.document import Document, parsed
from hubei_digecon.load.faults import InputError, accepted
from hubei_digecon.load.reports import read_report
from hubei_digecon.load.results import load_result
from hubei_digecon.load.reviews import read_review
from hubei_digecon.load.source import decoded
from hubei_digecon.load.targets import TargetLibrary, find_targets
from hubei_digecon.shapes.compiled import lets_in
from hubei_digecon.shapes.files import FILES
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS

from . import FoundError, fuzz, put

LIBRARY = TargetLibrary(find_targets())
LIBRARY.check_all()

SHOWN = [(format, View(lang=lang)) for format in FORMATS.values() if format.lints for lang in LANGS]

Read = Callable[[Document], Iterable[Diagnostic]]


def _report(document: Document) -> Iterable[Diagnostic]:
    return accepted(read_report(document, LIBRARY)).diagnostics


def _review(document: Document) -> Iterable[Diagnostic]:
    return accepted(read_review(document, LIBRARY)).diagnostics


def _targets(document: Document) -> Iterable[Diagnostic]:
    return LIBRARY.read_beside(document).diagnostics


READERS: tuple[Read, ...] = (_report, _review, _targets)


def one_input(data: bytes) -> None:
    """Read an input as everything that it could be, and show what there is to say of it.

    Raises:
        FoundError: where that cannot be right.
    """
    format, view = SHOWN[zlib.crc32(data) % len(SHOWN)]
    for path in ("input.yaml", "input.json"):
        with contextlib.suppress(InputError):
            _let_in_the_same_by_both_ways(parsed(decoded(path, data)))
        told = [_told(path, data, read) for read in READERS]
        read_back(format.name, format.linted(FilesRead(told, Settings()), view))
    load_result(put(data))


def _told(path: str, data: bytes, read: Read) -> FileDiagnostics:
    """Return what there is to say of an input. A refusal may leave a reader, and nothing else."""
    try:
        document = parsed(decoded(path, data))
        told = FileDiagnostics(document.file(), tuple(read(document)))
    except InputError as refusal:
        told = FileDiagnostics(refusal.source, refusal.faults)
        if not any(fault.is_error for fault in refusal.faults):
            raise FoundError("refused without an error") from None
    _within_the_file(told, data)
    return told


def _let_in_the_same_by_both_ways(document: Document) -> None:
    """Hold the table by which well-formed files are let in to the models that it was made from."""
    for sort, model in FILES.items():
        if lets_in(document.root, sort) != _admits(model, document.root):
            raise FoundError(f"as {sort} let in by one way only")


def _admits(model: Any, root: object) -> bool:
    try:
        model.model_validate(root)
    except ValidationError:
        return False
    return True


def _within_the_file(told: FileDiagnostics, data: bytes) -> None:
    """Hold every place to lines that are there, or to the one after them."""
    lines = data.count(b"\n") + 1
    for one in told.diagnostics:
        place = one.found_in(told.source)[1]
        if place and (place.line > lines + 1 or min(place.line, place.column, place.width) < 1):
            raise FoundError(f"{one.kind.id} stands outside of the file: {place}")


if __name__ == "__main__":
    fuzz(one_input)
