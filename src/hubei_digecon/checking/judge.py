"""One input → its assessment, or what there is to say of a file that is no report."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..diagnostics import DiagnosticKind, remark
from ..evaluate import assess, invalid
from ..findings import Assessment, FileRemarks, Settings
from ..load.attached import check_documents
from ..load.document import Document, read_document
from ..load.faults import InputError
from ..load.inputs import GIVEN_AS_REPORT, NOT_A_REPORT, Input, sort_in_words, sort_of
from ..load.reports import read_report
from ..load.targets import TargetLibrary
from .reviews import ReviewBook


@dataclass(frozen=True, slots=True)
class Judge:
    """All that every report of a run is judged by. ``brief``: verdicts and counts are enough."""

    library: TargetLibrary
    as_of: datetime.date
    settings: Settings
    reviews: ReviewBook
    brief: bool = False

    def judge(self, one: Input) -> Iterator[Assessment | FileRemarks]:
        """Judge one input.

        Raises:
            TargetsError: where a target file that is needed cannot be relied on.
        """
        try:
            document = read_document(one.path)
        except InputError as error:
            yield invalid(error.source, error.faults, self.settings)
            return
        sort = sort_of(document)
        if sort == "report":
            yield from self._report(document)
        else:
            yield self._other_sort(one, document, sort)

    def _report(self, document: Document) -> Iterator[Assessment | FileRemarks]:
        try:
            report = read_report(document, self.library)
        except InputError as error:
            yield invalid(error.source, error.faults, self.settings, error.entity, error.period)
            return
        entity = self.library.entity(report.entity)
        if entity is None:
            self.library.raise_faults()
            raise LookupError(report.entity)
        reviews, refused = self.reviews.of(report)
        yield from refused
        documents, missing = check_documents(report) if self.settings.documents else ((), ())
        if missing:
            report = replace(report, remarks=(*report.remarks, *missing))
        catalogue = self.library.catalogue
        made = assess(report, entity, catalogue, self.settings, self.as_of, reviews, self.brief)
        yield replace(made, documents=documents) if documents and not self.brief else made

    def _other_sort(self, one: Input, document: Document, sort: str) -> Assessment | FileRemarks:
        """Leave out a file of another sort that a folder holds; refuse one that was named as a report."""
        kind: DiagnosticKind = NOT_A_REPORT if one.found else GIVEN_AS_REPORT
        said = remark(kind, sort=sort_in_words(sort))
        source = document.file()
        return FileRemarks(source, (said,)) if one.found else invalid(source, (said,), self.settings)
