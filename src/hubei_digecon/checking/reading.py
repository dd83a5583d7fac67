"""One input → the reports that it holds, or what there is to say of it in their place."""

from ..diagnostics import SourceFile, remark
from ..evaluate import invalid
from ..findings import Assessment, FileRemarks, Settings
from ..internal import internal_fault
from ..load.document import Document
from ..load.faults import MORE_FAULTS, InputError
from ..load.inputs import GIVEN_AS_REPORT, Input, left_out, not_a_report, sort_in_words, sort_of
from ..load.readers import READERS, read_documents
from ..load.reports import read_plainly, read_report
from ..load.targets import TargetLibrary, TargetsError
from ..load.tree import MAX_FAULTS
from ..model.reports import Report

_YAML = READERS["yaml"].suffixes

Read = Report | Assessment | FileRemarks


def read_input(one: Input, library: TargetLibrary, settings: Settings, brief: bool = False) -> list[Read]:
    """Return what one input holds, see :func:`_read_input`; a fault of the program at it is told of it."""
    try:
        return _read_input(one, library, settings, brief)
    except TargetsError:
        raise
    except Exception as error:
        return [invalid(SourceFile(one.path), (internal_fault(error),), settings)]


def _read_input(one: Input, library: TargetLibrary, settings: Settings, brief: bool) -> list[Read]:
    """Read one input: the report in it, or the reports where it is a table of many; in place of one that
    cannot be read, an assessment that is invalid; or remarks on a file that a folder holds beside reports.
    ``brief``: of a report that can be judged, no places are asked for.

    Raises:
        TargetsError: where a target file that is needed cannot be relied on.
    """
    if not one.is_read:
        return list(left_out(one))
    if brief and one.path.endswith(_YAML) and (report := read_plainly(one.path, library)) is not None:
        return [report]
    try:
        documents = read_documents(one.path, library)
    except InputError as error:
        from ..load.unread import sort_of_unread  # most inputs can be read

        if one.found and (sort := sort_of_unread(one.path, error)):
            return list(not_a_report(error.source, sort))
        documents = (error,)
    return _capped(
        [read for document in documents for read in _read(one, document, library, settings)], settings
    )


def _capped(read: list[Read], settings: Settings) -> list[Read]:
    """Return what a file holds; of reports that cannot be read no more than have so many faults together."""
    if len(read) <= MAX_FAULTS:
        return read
    kept: list[Read] = []
    listed, left = 0, 0
    for one in read:
        number = len(one.diagnostics) if isinstance(one, Assessment) else 0
        if number and listed >= MAX_FAULTS:
            left += number
        else:
            kept.append(one)
            listed += number
    if left:
        source = SourceFile(next(one.source for one in kept if isinstance(one, Assessment)).path)
        kept.append(invalid(source, (remark(MORE_FAULTS, number=left),), settings))
    return kept


def _read(
    one: Input, document: Document | InputError, library: TargetLibrary, settings: Settings
) -> list[Read]:
    try:
        if isinstance(document, InputError):
            raise document
        sort = sort_of(document)
        if sort == "report" or (sort == "other" and not one.found):
            return [read_report(document, library)]
    except InputError as error:
        return [invalid(error.source, error.faults, settings, error.entity, error.period)]
    if one.found:
        return list(not_a_report(document.file(), sort))
    said = remark(GIVEN_AS_REPORT, sort=sort_in_words(sort))
    return [invalid(document.file(), (said,), settings)]
