"""One input → its assessment, or what there is to say of a file that is no report."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..evaluate import assess, invalid
from ..findings import Assessment, FileRemarks, Settings
from ..internal import internal_fault
from ..load.attached import check_documents
from ..load.inputs import Input
from ..load.targets import TargetLibrary, TargetsError
from ..model.reports import Report
from ..model.targets import Entity
from .reading import read_input
from .reviews import ReviewBook


class Judge(NamedTuple):
    """All that every report of a run is judged by. ``brief``: verdicts and counts are enough."""

    library: TargetLibrary
    as_of: datetime.date
    settings: Settings
    reviews: ReviewBook
    brief: bool = False

    def judge(self, one: Input) -> Iterator[Assessment | FileRemarks]:
        """Read and judge one input; a fault of the program at one report is told of that report alone.

        Raises:
            TargetsError: where a target file that is needed cannot be relied on.
        """
        for read in read_input(one, self.library, self.settings, self.brief):
            if isinstance(read, Report):
                yield from self.judge_report(read)
            else:
                yield read

    def judge_report(self, report: Report) -> Iterator[Assessment | FileRemarks]:
        """Judge one report that was read; reviews that are refused are told first.

        Raises:
            TargetsError: where a target file that is needed cannot be relied on.
        """
        try:
            yield from tuple(self._judge_report(report))
        except TargetsError:
            raise
        except Exception as error:
            fault = (internal_fault(error),)
            yield invalid(report.source, fault, self.settings, report.entity, report.period)

    def _judge_report(self, report: Report) -> Iterator[Assessment | FileRemarks]:
        reviews, refused = self.reviews.of(report)
        yield from refused
        documents, missing = check_documents(report) if self.settings.documents else ((), ())
        if missing:
            report = replace(report, remarks=(*report.remarks, *missing))
        entity, catalogue = self._entity(report), self.library.catalogue
        made = assess(report, entity, catalogue, self.settings, self.as_of, reviews, self.brief)
        yield replace(made, documents=documents) if documents and not self.brief else made

    def _entity(self, report: Report) -> Entity:
        """Return the place that a report is of; its reader has seen that there is one."""
        entity = self.library.entity(report.entity)
        if entity is None:
            self.library.raise_faults()
            raise LookupError(report.entity)
        return entity
