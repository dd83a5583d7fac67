"""Reading without judging: what there is to say of reports and target files as files."""

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from .diagnostics import SourceFile, remark
from .findings import FileRemarks, Settings
from .internal import internal_fault
from .load.document import Document, listed
from .load.faults import InputError
from .load.inputs import GIVEN_AS_REPORT, Input, find_inputs, left_out, not_a_report, sort_in_words, sort_of
from .load.readers import read_documents
from .load.reports import read_report
from .load.reviews import read_review
from .load.source import STANDARD_INPUT
from .load.targets import CATALOGUE, TargetLibrary, TargetsError
from .load.weights import read_weighting
from .model.reports import Report
from .model.reviews import Review
from .model.weights import Weighting
from .tally import FilesRead

_READERS: dict[str, Callable[[Document, TargetLibrary], Report | Review | Weighting]] = {
    "report": read_report,
    "review": read_review,
    "weights": read_weighting,
}


def lint_paths(paths: tuple[str, ...], library: TargetLibrary, settings: Settings) -> FilesRead:
    """Read every file among ``paths`` and return what there is to say of each, clean ones included;
    what ``settings`` leave out is left out.

    Reports, reviews and weights are read against the catalogue of ``library``; target files against the
    folder they stand in, all of it, since what one names stands in another.

    Raises:
        TargetsError: where the target files that they are read against have an error.
    """
    read = [remarks.told(settings) for path in paths for remarks in _lint(path, library, settings.exclude)]
    return FilesRead(read, settings)


def _lint(path: str, library: TargetLibrary, exclude: Sequence[str]) -> Iterator[FileRemarks]:
    """Read what a path leads to; of a folder with a catalogue its target files, then what else it holds."""
    of_targets = list(_folder(path)) if os.path.isfile(os.path.join(path, CATALOGUE)) else []
    yield from of_targets
    read = {os.path.abspath(file.source.path) for file in of_targets}
    for one in find_inputs((path,), exclude):
        if os.path.abspath(one.path) not in read:
            yield from _guarded(one, library)


def _guarded(one: Input, library: TargetLibrary) -> list[FileRemarks]:
    """Return what there is to say of one file; a fault of the program at it is told of it alone."""
    try:
        return list(_file(one, library)) if one.is_read else left_out(one)
    except TargetsError:
        raise
    except Exception as error:
        return [FileRemarks(SourceFile(one.path), (internal_fault(error),))]


def _folder(path: str) -> Iterator[FileRemarks]:
    library = TargetLibrary(Path(path))
    library.check_all()
    yield from library.every_file()


def _file(one: Input, library: TargetLibrary) -> Iterator[FileRemarks]:
    """Return what there is to say of one file, of all reports in it where it is a table of many; of one that
    a folder holds and that is none of ours, that it is left out.
    """
    try:
        documents = read_documents(one.path, library)
    except InputError as error:
        from .load.unread import sort_of_unread  # most files can be read

        sort = sort_of_unread(one.path, error) if one.found else None
        yield from not_a_report(error.source, sort) if sort else [FileRemarks(error.source, error.faults)]
        return
    first, *others = [_document(document, one, library) for document in documents]
    if not others:
        yield from first
        return
    told = [file for each in (first, *others) for file in each]
    yield FileRemarks(told[0].source, listed(tuple(said for file in told for said in file.diagnostics)))


def _document(document: Document | InputError, one: Input, library: TargetLibrary) -> list[FileRemarks]:
    try:
        if isinstance(document, InputError):
            raise document
        sort = sort_of(document)
        if sort == "targets":
            return [_target_file(document, library)]
        if sort not in _READERS:
            if one.found:
                return not_a_report(document.file(), sort)
            if sort != "other":
                said = remark(GIVEN_AS_REPORT, sort=sort_in_words(sort))
                return [FileRemarks(document.file(), (said,))]
        _ = library.catalogue, library.documents
        library.raise_faults()
        read = _READERS.get(sort, read_report)(document, library)
    except InputError as error:
        return [FileRemarks(error.source, error.faults)]
    return [FileRemarks(read.source, read.remarks)]


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
