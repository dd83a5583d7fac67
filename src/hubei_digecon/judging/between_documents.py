"""Find where two documents ask different things of one place: both are told, and neither is merged away."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ..domain.targets import Documents, Entity, Target
from ..text import Text
from .message import required

DOCUMENTS_DIFFER = DiagnosticKind(
    "documents-differ",
    Severity.NOTE,
    Text(
        "{indicator}（{due}年），{one}为{required}，{other}为{asked}；按各文件分别认定",
        "{indicator} by the end of {due}: {one} asks for {required}, {other} for {asked}; each is judged by "
        "itself",
    ),
    Text(
        "确认以哪个文件为准，用 --document 选定", "find out which document holds, and choose it (--document)"
    ),
    example=Example(
        Text(
            "所选的两个文件为同一地方、同一指标、同一年设定了不同的目标值",
            "two documents chosen that ask for different values of one indicator of a place in one year",
        ),
        Text("两个文件的目标值相同", "two documents that ask for the same"),
        Sort.FILE,
    ),
)
KINDS = (DOCUMENTS_DIFFER,)


def differing(entity: Entity, documents: Documents) -> Iterator[Diagnostic]:
    """Return a note on each two targets with a number, of one indicator and year, that differ between two of
    the documents chosen.
    """
    alike: dict[tuple[str, int], list[Target]] = {}
    for target in entity.judged(documents):
        if target.value is not None:
            alike.setdefault((target.indicator.id, target.due), []).append(target)
    for targets in alike.values():
        yield from _pairs(targets, documents)


def _pairs(targets: Sequence[Target], documents: Documents) -> Iterator[Diagnostic]:
    for one, other in combinations(targets, 2):
        if one.source.document != other.source.document and not _asks_alike(one, other):
            yield diagnose(
                DOCUMENTS_DIFFER,
                ("targets", other.key),
                indicator=one.indicator.short,
                due=one.due,
                one=documents[one.source.document].title,
                required=required(one),
                other=documents[other.source.document].title,
                asked=required(other),
            )


def _asks_alike(one: Target, other: Target) -> bool:
    """Whether two targets on one indicator ask for the same number in the same way."""
    if one.value is None or other.value is None or one.comparator is not other.comparator:
        return False
    if one.unit == other.unit:
        return one.value == other.value
    return one.value * one.indicator.units.ratio(one.unit or "", other.unit or "") == other.value
