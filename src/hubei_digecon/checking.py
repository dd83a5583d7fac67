"""The one way through: paths → inputs → reports → assessments → a batch."""

import datetime
from collections.abc import Iterator

from .diagnostics import DiagnosticKind, remark
from .evaluate import assess, invalid
from .findings import Assessment, Batch, FileRemarks, Settings
from .load.document import Document, read_document
from .load.faults import InputError
from .load.inputs import GIVEN_AS_REPORT, NOT_A_REPORT, Input, find_inputs, sort_in_words, sort_of
from .load.reports import read_report
from .load.targets import TargetLibrary

CHINA = datetime.timezone(datetime.timedelta(hours=8))
"""Days are those of Hubei, wherever the machine stands."""


def check_paths(
    paths: tuple[str, ...], library: TargetLibrary, as_of: datetime.date, settings: Settings
) -> Batch:
    """Judge every report among ``paths``: files, folders, ``-`` for standard input.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
    """
    assessments: list[Assessment] = []
    skipped: list[FileRemarks] = []
    _ = library.catalogue, library.documents
    library.raise_faults()
    for judged in _judge(paths, library, settings):
        if isinstance(judged, Assessment):
            assessments.append(judged)
        else:
            skipped.append(judged)
    library.raise_faults()
    return Batch(
        as_of,
        settings,
        assessments,
        library.documents,
        tuple(library.digests[path] for path in sorted(library.digests)),
        (*library.remarks, *skipped),
    )


def _judge(
    paths: tuple[str, ...], library: TargetLibrary, settings: Settings
) -> Iterator[Assessment | FileRemarks]:
    for one in find_inputs(paths):
        try:
            document = read_document(one.path)
        except InputError as error:
            yield invalid(error.source, error.faults)
            continue
        sort = sort_of(document)
        if sort == "report":
            yield check_document(document, library, settings)
        else:
            yield _other_sort(one, document, sort)


def check_document(document: Document, library: TargetLibrary, settings: Settings) -> Assessment:
    """Judge one report; one that cannot be read gives an invalid assessment with every fault."""
    try:
        report = read_report(document, library)
    except InputError as error:
        return invalid(error.source, error.faults, error.entity, error.period)
    entity = library.entity(report.entity)
    if entity is None:
        library.raise_faults()
        raise LookupError(report.entity)
    return assess(report, entity, library.catalogue, settings)


def _other_sort(one: Input, document: Document, sort: str) -> Assessment | FileRemarks:
    """Leave out a file of another sort that a folder holds; refuse one that was named as a report."""
    kind: DiagnosticKind = NOT_A_REPORT if one.found else GIVEN_AS_REPORT
    said = remark(kind, sort=sort_in_words(sort))
    source = document.file()
    return FileRemarks(source, (said,)) if one.found else invalid(source, (said,))


def today() -> datetime.date:
    """Return today's date in Hubei (UTC+8)."""
    return datetime.datetime.now(CHINA).date()
