"""Judge one report by each of the documents chosen: a verdict is always by a named document."""

import datetime
from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ..domain.assessments import Assessment, Settings
from ..domain.reports import Report
from ..domain.reviews import Review
from ..domain.targets import Catalogue, Documents, Entity, are_told, titles_of
from ..text import Text
from .assessment import DiagnosticsOnce, assess_targets
from .context import open_context
from .items import RegisterCounts
from .rates import NOTHING_EARLIER, EarlierFigures

NOTHING_TO_JUDGE_BY = DiagnosticKind(
    "nothing-to-judge-by",
    Severity.WARNING,
    Text(
        "{documents}没有为{place}设定目标，本报告没有可核验的目标",
        "{documents}: no target is set for {place}, so there is nothing to judge the report by",
    ),
    Text("选用为它设定目标的文件（--document）：{others}", "choose one that does (--document): {others}"),
    example=Example(
        Text("所选文件没有为考核对象设定目标", "no document chosen sets a target for the place"),
        Text("所选文件之一为考核对象设定了目标", "one of the documents chosen sets a target for the place"),
        Sort.FILE,
    ),
    always_told=True,
)
KINDS = (NOTHING_TO_JUDGE_BY,)


def assess_by_documents(
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
    settings: Settings,
    as_of: datetime.date,
    documents: Documents,
    reviews: Sequence[Review] = (),
    brief: bool = False,
    earlier: EarlierFigures = NOTHING_EARLIER,
    register: RegisterCounts | None = None,
) -> Iterator[Assessment]:
    """Return one assessment for each of the ``documents`` that sets targets for ``entity``, in their order.

    What is to be said of the report itself is told with the first. Where no document sets any, one
    assessment says so: it is incomplete. ``earlier`` are figures of earlier reports,
    ``register`` is what a register of items came to.
    """
    by_document = {id: targets for id in documents if (targets := entity.judged((id,)))}
    all_targets = tuple(target for targets in by_document.values() for target in targets)
    if not all_targets:
        report = report._replace(diagnostics=(*report.diagnostics, _nothing(entity, documents)))
    context = open_context(
        report, entity, catalogue, settings, as_of, reviews, all_targets, earlier, register
    )
    once, told = DiagnosticsOnce(), len(by_document) > 1 or are_told(documents)
    if not all_targets:
        yield assess_targets(context, entity, (), once, brief)._replace(blocked=True)
    for id, targets in by_document.items():
        made = assess_targets(context, entity, targets, once, brief)
        yield made._replace(document=id, document_title=documents[id].title if told else None)


def _nothing(entity: Entity, documents: Documents) -> Diagnostic:
    named, others = titles_of(documents), Text.listed(entity.documents or "–")
    return diagnose(NOTHING_TO_JUDGE_BY, ("entity",), documents=named, place=entity.name, others=others)
