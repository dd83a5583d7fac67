"""The opinion on one report (核验意见书): the table, the chart, the findings in words, the remarks."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from ...findings import Assessment, FileDigest, Verdict
from ...run import Run
from ...version import VERSION
from ..parts import ILLUSTRATIVE, REASONS, REMARKS
from ..verdicts import last_line
from ..view import View
from .chart import chart_of
from .model import Fact, Remarks, Section
from .rows import NOTHING, table_of
from .said import opinions_of, remarks_of, sources_of
from .words import (
    AS_OF,
    DIGEST_OF,
    EVIDENCE,
    FILE,
    HEEDED,
    NOT_HEEDED,
    NOT_READ,
    OF_DOCUMENT,
    OF_REPORT,
    OF_REVIEW,
    OF_TARGETS,
    OPINION,
    PERIOD,
    RETURNED,
    REVISION,
    TOOL,
    WAIVERS,
)

VERDICT_MARKS = {
    Verdict.INVALID: "missed",
    Verdict.NONCOMPLIANT: "missed",
    Verdict.INCOMPLETE: "undecided",
    Verdict.PENDING: "not_due",
    Verdict.COMPLIANT: "met",
}
"""Which outcome a verdict is coloured like."""


def section_of(assessment: Assessment, run: Run, view: View, id: str) -> Section:
    """Return the opinion on one report; ``id`` is that of its part of the page."""
    refused = assessment.verdict is Verdict.INVALID
    remarks = remarks_of(assessment.diagnostics, assessment.source, view)
    return Section(
        id=id,
        heading=view.say(RETURNED if refused else OPINION),
        name=name_of(assessment, view),
        facts=tuple(_facts(assessment, run, view)),
        illustrative=view.say(ILLUSTRATIVE) if assessment.illustrative else "",
        verdict=last_line(assessment, view),
        mark=VERDICT_MARKS[assessment.verdict],
        table=table_of(assessment, view),
        chart=chart_of(assessment, view),
        opinions_heading=view.say(REASONS),
        opinions=opinions_of(assessment, run, view),
        remarks=Remarks(view.say(REMARKS), tuple(remarks)),
        basis=tuple(_basis(assessment, run, view)),
    )


def name_of(assessment: Assessment, view: View) -> str:
    """Return the name of the place; where that is not known, what the report calls it, or its path."""
    return view.say(assessment.name) if assessment.name else assessment.entity or assessment.source.path


def _facts(assessment: Assessment, run: Run, view: View) -> Iterator[Fact]:
    yield Fact(view.say(PERIOD), str(assessment.period or NOTHING))
    yield Fact(view.say(REVISION), str(assessment.revision or NOTHING))
    yield Fact(view.say(AS_OF), str(run.as_of))
    yield Fact(view.say(FILE), assessment.source.path)


def _basis(assessment: Assessment, run: Run, view: View) -> Iterator[Fact]:
    settings, source = run.settings, assessment.source
    yield from sources_of(assessment, run, view)
    yield Fact(view.say(EVIDENCE), view.say(settings.min_evidence.term))
    yield Fact(view.say(WAIVERS), view.say(HEEDED if settings.waivers else NOT_HEEDED))
    yield Fact(view.say(TOOL), f"digecon {VERSION}")
    digest = FileDigest(source.path, source.sha256 or view.say(NOT_READ))
    reviews = run.reviews if len(run.assessments) == 1 else ()
    for sort, files in (
        (OF_REPORT, (digest,)),
        (OF_TARGETS, _rests_on(assessment, run)),
        (OF_REVIEW, reviews),
        (OF_DOCUMENT, assessment.documents),
    ):
        for file in files:
            name = PurePosixPath(file.path).name
            yield Fact(view.say(DIGEST_OF, sort=view.say(sort), name=name), file.sha256)


def _rests_on(assessment: Assessment, run: Run) -> Iterator[FileDigest]:
    """Return the target files but those of other places, each of which is named after its place."""
    others = {one.entity for one in run.assessments} - {assessment.entity}
    return (file for file in run.target_files if PurePosixPath(file.path).stem not in others)
