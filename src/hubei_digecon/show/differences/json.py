"""What differs in JSON, version 1 (``digecon schema diff``): the same input gives the same bytes."""

from ...domain.differences import Compared, Comparison, FoundDifference
from ...shapes.diff_result import FORMAT, DiffEntry, DiffResult, DiffSide
from ...shapes.result import Tool
from ...version import VERSION
from ..json import document, file_diagnostics, left_out_result
from ..view import View


def differed(comparison: Comparison, view: View) -> str:
    """Return the comparison as JSON; the view does not change it."""
    return document(result(comparison))


def result(comparison: Comparison) -> DiffResult:
    """Return the comparison in the types of its JSON form."""
    return DiffResult(
        format=FORMAT,
        tool=Tool("digecon", VERSION),
        a=_side(comparison.a),
        b=_side(comparison.b),
        counts={sort.id: number for sort, number in comparison.by_sort().items()},
        differences=[_entry(one) for one in comparison.differences],
        notes=list(comparison.notes),
        diagnostics=[one for file in comparison.files_told for one in file_diagnostics(file)],
        left_out=left_out_result(comparison.file_diagnostics),
    )


def _side(one: Compared) -> DiffSide:
    return DiffSide(one.path, one.sort.id, one.number, one.as_of, one.illustrative)


def _entry(one: FoundDifference) -> DiffEntry:
    a, b, subject = one.a, one.b, one.subject
    return DiffEntry(
        sort=one.sort.id,
        change=one.change.id,
        entity=subject.entity,
        period=subject.period,
        document=subject.document,
        target=subject.target,
        indicator=subject.indicator,
        path=subject.path or "",
        field=one.field,
        a=a.data if a else None,
        b=b.data if b else None,
        unit_a=a.unit if a else None,
        unit_b=b.unit if b else None,
        words=one.words,
        illustrative=one.illustrative,
    )
