"""Results to compare: those of the samples, and results that are changed in any way."""

import datetime
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from hubei_digecon.comparison.results import ResultComparison, compare_results
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.differences import FoundDifference
from hubei_digecon.shapes.result import Result, ResultAssessment, ResultFinding
from hubei_digecon.show.json import result as result_of

from .building import LIBRARY, run_over
from .conftest import AS_OF, ROOT

SAMPLES = ROOT / "sample_reports" / "illustrative"
NAMES = ("wuhan-2025", "wuhan-east-lake-2025", "wuhan-wedz-2025", "wuhan-wedz-2025-M09")


@cache
def judged(*names: str, reviewed: bool = False, how: Settings | None = None) -> Result:
    """Return the result of some samples; of all where none is named."""
    paths = [SAMPLES / f"{name}.yaml" for name in names or NAMES]
    reviews = (SAMPLES / "reviews",) if reviewed else ()
    return result_of(run_over(paths, datetime.date.fromisoformat(AS_OF), how, reviews))


def compared(a: Result, b: Result) -> ResultComparison:
    """Return in what two results differ, by the units of the repository's indicators."""
    return compare_results(a, b, lambda indicator: LIBRARY.catalogue.indicators[indicator].units)


def told(differences: tuple[FoundDifference, ...]) -> list[tuple[str, str, str, str | None, str | None]]:
    """Return what differences say, short: their sort, target, field, and both sides as data."""
    return [
        (
            one.sort.id,
            (one.subject.target or "").partition(".")[2],
            one.field,
            one.a.data if one.a else None,
            one.b.data if one.b else None,
        )
        for one in differences
    ]


def with_finding(result: Result, target: str, **changes: Any) -> Result:
    """Return a result with a finding on one target changed."""

    def changed(one: ResultFinding) -> ResultFinding:
        return replace(one, **changes) if one.target == target else one

    return with_findings(result, lambda found: [changed(one) for one in found])


def with_findings(result: Result, change: Any) -> Result:
    """Return a result with the findings of every report changed."""
    return replace(
        result,
        assessments=[replace(one, findings=change(one.findings)) for one in result.assessments],
    )


_NUMBERS = st.sampled_from(["0", "13", "13.0", "29.9", "31.2"])
_CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "outcome": st.sampled_from(["met", "missed", "undecided", "no_data", "not_due", "waived"]),
    "observed": st.none() | _NUMBERS,
    "decided_on": st.none() | _NUMBERS,
    "required": _NUMBERS,
    "unit": st.sampled_from(["%", "亿元", "万亿元"]),
    "reasons": st.lists(st.sampled_from(["early", "recomputed", "evidence"]), unique=True),
    "evidence": st.none() | st.sampled_from(["claimed", "verified"]),
    "final": st.booleans(),
    "decided_interval": st.none() | st.lists(st.none() | _NUMBERS, min_size=2, max_size=2),
}


@st.composite
def _assessments(draw: st.DrawFn, of: ResultAssessment) -> ResultAssessment:
    """Return an assessment whose findings are changed, left out, and put in another order."""
    kept = draw(st.lists(st.sampled_from(of.findings), unique_by=lambda one: one.target))
    findings = []
    for one in kept:
        keys = draw(st.sets(st.sampled_from(sorted(_CHANGES)), max_size=3))
        findings.append(replace(one, **{key: draw(_CHANGES[key]) for key in sorted(keys)}))
    verdict = draw(st.sampled_from([of.verdict, "compliant", "invalid"]))
    document = draw(st.sampled_from([of.document, of.document, None, "plan"]))
    return replace(of, verdict=verdict, document=document, findings=findings)


@st.composite
def results(draw: st.DrawFn) -> Result:
    """Return the result of the samples with reports changed, left out, and put in another order."""
    whole = judged()
    kept = draw(st.lists(st.sampled_from(whole.assessments), unique_by=lambda one: one.path))
    return replace(whole, assessments=[draw(_assessments(one)) for one in kept])
