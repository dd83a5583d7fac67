"""Read one input: return the values that it holds, and what is refused in place of one."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from ..diagnostics import SourceFile, diagnose
from ..diagnostics.internal import internal_fault
from ..domain.assessments import FileDiagnostics
from ..domain.reports import Report
from ..load.document import Document
from ..load.faults import RefusedInput
from ..load.readers import documents_in, read_file, reader_of
from ..load.reports import read_report
from ..load.search.inputs import GIVEN_AS_REPORT, Input, left_out, not_a_report, sort_in_words, sort_of
from ..load.targets import TargetLibrary, TargetsError

Held = TypeVar("Held")
ReadDocument = Callable[[Document, TargetLibrary], Held | RefusedInput]
"""Reads a document of one sort against the library of targets."""


class DocumentReaders(Generic[Held]):
    """The readers of a run: one for each sort of document that it takes, reports among them."""

    __slots__ = ("by_sort",)

    def __init__(self, by_sort: Mapping[str, ReadDocument[Held]]) -> None:
        self.by_sort = by_sort


REPORTS: DocumentReaders[Report] = DocumentReaders({"report": read_report})
"""How reports are read."""


class InputRead(Generic[Held]):
    """What an input holds: values, refusals in place of values, or diagnostics on a file that is left out.

    ``data`` are the bytes of the input. It can be read from them once more without being opened.
    """

    __slots__ = ("data", "held")

    def __init__(self, held: list[Held | RefusedInput | FileDiagnostics], data: bytes = b"") -> None:
        self.held, self.data = held, data


def read_input(
    one: Input, library: TargetLibrary, readers: DocumentReaders[Held], data: bytes | None = None
) -> InputRead[Held]:
    """Read one input by the readers of its documents.

    A document of a sort without a reader is left out where a folder holds it, and refused where it is named.
    A fault of the program becomes a refusal of this input.

    Args:
        one: the input.
        library: the target files that it is read against.
        readers: how its documents are read.
        data: the bytes of the input, if it has been opened before.

    Raises:
        TargetsError: where a target file that is needed has an error.
    """
    try:
        if not one.is_read:
            return InputRead([*left_out(one)])
        opened = one.refused or (read_file(one.path) if data is None else data)
        if isinstance(opened, RefusedInput):
            return InputRead(_refused(one, opened))
        return InputRead(_held_in(one, opened, library, readers), opened)
    except TargetsError:
        raise
    except Exception as error:
        return InputRead([RefusedInput(SourceFile(one.path), (internal_fault(error),))])


def read_one(
    one: Input, library: TargetLibrary, readers: DocumentReaders[Held], data: bytes, number: int
) -> Held | RefusedInput | FileDiagnostics:
    """Return one of the values that :func:`read_input` returns, without reading the others: of an input that
    can be read so.

    Raises:
        TargetsError: where a target file that is needed has an error.
    """
    try:
        document = reader_of(one.path).document(one.path, data, library, number)
        (held,) = _read(one, document, library, readers.by_sort)
    except TargetsError:
        raise
    except Exception as error:
        return RefusedInput(SourceFile(one.path), (internal_fault(error),))
    return held


def _held_in(
    one: Input, data: bytes, library: TargetLibrary, readers: DocumentReaders[Held]
) -> list[Held | RefusedInput | FileDiagnostics]:
    documents = documents_in(one.path, data, library)
    if isinstance(documents, RefusedInput):
        return _refused(one, documents)
    return [read for document in documents for read in _read(one, document, library, readers.by_sort)]


def _read(
    one: Input,
    document: Document | RefusedInput,
    library: TargetLibrary,
    by_sort: Mapping[str, ReadDocument[Held]],
) -> list[Held | RefusedInput | FileDiagnostics]:
    """Read one document by the reader of its sort. A named document of no known sort is read as a report."""
    if isinstance(document, RefusedInput):
        return [document]
    sort = sort_of(document)
    if sort in by_sort:
        return [by_sort[sort](document, library)]
    if one.found:
        return [*not_a_report(document.file(), sort)]
    if sort == "other":
        return [by_sort["report"](document, library)]
    said = diagnose(GIVEN_AS_REPORT, sort=sort_in_words(sort))
    return [RefusedInput(document.file(), (said,))]


def _refused(one: Input, refused: RefusedInput) -> list[Held | RefusedInput | FileDiagnostics]:
    """Return the refusal of a whole file. One that a folder holds may turn out to be of another sort."""
    if one.found:
        from ..load.search.unreadable import sort_of_unread  # most inputs can be read

        if sort := sort_of_unread(one.path, refused):
            return [*not_a_report(refused.source, sort)]
    return [refused]
