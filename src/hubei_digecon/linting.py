"""Reading without judging: what there is to say of reports and target files as files."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from .diagnostics import SourceFile, remark
from .findings import FileRemarks, Settings
from .internal import internal_fault
from .load.document import Document, listed
from .load.faults import InputError
from .load.inputs import GIVEN_AS_REPORT, find_inputs, left_out, sort_in_words, sort_of
from .load.readers import read_documents
from .load.reports import read_report
from .load.reviews import read_review
from .load.source import STANDARD_INPUT
from .load.targets import CATALOGUE, TargetLibrary, TargetsError
from .load.weights import read_weighting
from .model.reports import Report
from .model.reviews import Review
from .model.weights import Weighting

_READERS: dict[str, Callable[[Document, TargetLibrary], Report | Review | Weighting]] = {
    "report": read_report,
    "review": read_review,
    "weights": read_weighting,
}


def lint_paths(paths: tuple[str, ...], library: TargetLibrary, settings: Settings) -> list[FileRemarks]:
    """Read every file among ``paths`` and return what there is to say of each, clean ones included;
    what ``settings`` leave out is left out.

    Reports, reviews and weights are read against the catalogue of ``library``; target files against the
    folder they stand in, all of it, since what one names stands in another.

    Raises:
        TargetsError: where the target files that they are read against have an error.
    """
    return [remarks.told(settings) for path in paths for remarks in _lint(path, library)]


def _lint(path: str, library: TargetLibrary) -> Iterator[FileRemarks]:
    if os.path.isfile(os.path.join(path, CATALOGUE)):
        yield from _folder(TargetLibrary(Path(path)))
        return
    for one in find_inputs((path,)):
        yield left_out(one) if one.leads_out else _guarded(one.path, library)


def _guarded(path: str, library: TargetLibrary) -> FileRemarks:
    """Return what there is to say of one file; a fault of the program at it is told of it alone."""
    try:
        return _file(path, library)
    except TargetsError:
        raise
    except Exception as error:
        return FileRemarks(SourceFile(path), (internal_fault(error),))


def _folder(library: TargetLibrary) -> Iterator[FileRemarks]:
    library.check_all()
    yield from library.every_file()


def _file(path: str, library: TargetLibrary) -> FileRemarks:
    """Return what there is to say of one file, of all reports in it where it is a table of many."""
    try:
        documents = read_documents(path, library)
    except InputError as error:
        return FileRemarks(error.source, error.faults)
    first, *others = [_document(document, library) for document in documents]
    if not others:
        return first
    said = (*first.diagnostics, *(one for other in others for one in other.diagnostics))
    return FileRemarks(first.source, listed(said))


def _document(document: Document | InputError, library: TargetLibrary) -> FileRemarks:
    try:
        if isinstance(document, InputError):
            raise document
        sort = sort_of(document)
        if sort == "targets":
            return _target_file(document, library)
        if sort == "table":
            return FileRemarks(document.file(), (remark(GIVEN_AS_REPORT, sort=sort_in_words(sort)),))
        _ = library.catalogue, library.documents
        library.raise_faults()
        read = _READERS[sort](document, library)
    except InputError as error:
        return FileRemarks(error.source, error.faults)
    return FileRemarks(read.source, read.remarks)


def _target_file(document: Document, library: TargetLibrary) -> FileRemarks:
    """Read a target file in its own folder of targets; outside of any, beside those of ``library``."""
    if document.source.path == STANDARD_INPUT:
        return library.read_beside(document)
    path = Path(document.source.path)
    home = next((parent for parent in path.absolute().parents if (parent / CATALOGUE).is_file()), None)
    if home is None:
        return library.read_beside(document)
    own = TargetLibrary(home)
    own.check_all()
    found = next((file for file in own.every_file() if Path(file.source.path).samefile(path)), None)
    if found is None:
        return own.read_beside(document)
    source = document.file()
    return FileRemarks(source, found.diagnostics)
