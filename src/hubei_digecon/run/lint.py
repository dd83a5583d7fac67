"""Read files without judging them, and return the diagnostics on each."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path

from ..domain.assessments import FileDiagnostics, Settings
from ..domain.reports import Report
from ..domain.reviews import Review
from ..domain.run_counts import FilesRead
from ..domain.scoreboard import Weighting
from ..load.document import Document, listed
from ..load.faults import RefusedInput
from ..load.reports import read_report
from ..load.reviews import read_review
from ..load.search.in_parts import in_parts
from ..load.search.inputs import Input, find_inputs
from ..load.source import has_no_file
from ..load.targets import CATALOGUE, TargetLibrary
from ..load.weights import read_weighting
from .inputs import DocumentReaders, ReadDocument, read_input
from .loop import run_inputs

LintedFile = Report | Review | Weighting | FileDiagnostics
"""What a linted file holds. Of a target file that is its diagnostics."""


def lint_paths(paths: tuple[str, ...], library: TargetLibrary, settings: Settings) -> FilesRead:
    """Read every file among ``paths``, and return each with its diagnostics, clean ones included. Diagnostics
    that ``settings`` ignore are left out.

    Reports, reviews and weights are read against the catalogue of ``library``. Target files are read against
    the whole folder that they stand in, since they name things of each other.

    Raises:
        TargetsError: where the target files that they are read against have an error.
    """
    files: list[FileDiagnostics] = []
    for path in paths:
        of_targets = _target_folder(path)
        files.extend(of_targets)
        inputs = _beside(of_targets, in_parts(find_inputs((path,), settings.exclude), library))
        linted: list[FileDiagnostics] = []
        run_inputs(inputs, partial(_lint_input, library), list, linted.extend)
        files.extend(_whole(linted))
    return FilesRead([file.told(settings) for file in files], settings)


def _target_folder(path: str) -> Sequence[FileDiagnostics]:
    """Return the target files of a folder with a catalogue, with their diagnostics; of other folders none."""
    if has_no_file(path) or not os.path.isfile(os.path.join(path, CATALOGUE)):
        return ()
    library = TargetLibrary(Path(path))
    library.check_all()
    return tuple(library.every_file())


def _beside(read: Iterable[FileDiagnostics], inputs: Iterable[Input]) -> Iterator[Input]:
    """Return the inputs that have not been read as target files."""
    known = {os.path.abspath(file.source.path) for file in read}
    return (one for one in inputs if os.path.abspath(one.path) not in known)


def _lint_input(library: TargetLibrary, one: Input) -> list[FileDiagnostics]:
    """Return one file with its diagnostics. The diagnostics on all reports of a table are put together."""
    return _whole(_diagnostics_on(held) for held in read_input(one, library, _READERS).held)


def _whole(read: Iterable[FileDiagnostics]) -> list[FileDiagnostics]:
    """Return files with the diagnostics on all reports in each put together."""
    files = []
    for _path, parts in groupby(read, lambda file: file.source.path):
        first, *others = parts
        if others:
            said = (*first.diagnostics, *(said for other in others for said in other.diagnostics))
            first = first._replace(diagnostics=listed(said))
        files.append(first)
    return files


def _diagnostics_on(held: LintedFile | RefusedInput) -> FileDiagnostics:
    if isinstance(held, FileDiagnostics):
        return held
    faults = held.faults if isinstance(held, RefusedInput) else held.diagnostics
    return FileDiagnostics(held.source, faults)


def _target_file(document: Document, library: TargetLibrary) -> FileDiagnostics:
    """Read a target file against its own folder of targets, or else against those of ``library``."""
    if has_no_file(document.source.path):
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
    return FileDiagnostics(source, found.diagnostics)


def _against_library(read: ReadDocument[LintedFile]) -> ReadDocument[LintedFile]:
    """Return a reader that first holds that the catalogue and the documents have no errors."""

    def read_against(document: Document, library: TargetLibrary) -> LintedFile | RefusedInput:
        _ = library.catalogue, library.documents
        library.raise_faults()
        return read(document, library)

    return read_against


_READERS = DocumentReaders[LintedFile](
    {
        "report": _against_library(read_report),
        "review": _against_library(read_review),
        "weights": _against_library(read_weighting),
        "targets": _target_file,
    }
)
