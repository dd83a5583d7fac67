"""Small builders, so that a test is an input and the exact thing that is expected of it.

Two sorts: values of the model with one place, one catalogue and little else in them, for what is
pure; and report files as people write them, judged by the repository's own targets.
"""

import datetime
import json
from collections.abc import Iterable, Mapping
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

from hypothesis import settings

from hubei_digecon import check
from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.domain.reports import Observation, Period, Report, Submission
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.targets import Catalogue, Citation, Entity, Indicator, OtherReading, Scope, Target
from hubei_digecon.domain.words import EntityKind, Missing, State
from hubei_digecon.judging import assess
from hubei_digecon.load.targets import TargetLibrary, find_targets
from hubei_digecon.quantity.kinds import INDICATOR_KINDS, IndicatorKind, Nature
from hubei_digecon.quantity.numbers import Interval
from hubei_digecon.quantity.parsing import Reading, read_quantity
from hubei_digecon.run.check import check_reports
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions
from hubei_digecon.text import Text

from .conftest import AS_OF, ROOT
from .laws import examples

PROPERTY = settings(derandomize=True, database=None, max_examples=examples(150))
"""How properties are tried: the same examples in every run."""

LIBRARY = TargetLibrary(find_targets(str(ROOT / "targets")))


def _by_the_notice(entity: Entity) -> Entity:
    """Return a place with those of its targets that the notice sets."""
    return entity._replace(targets=tuple(one for one in entity.targets if one.source.document == "notice"))


PLACES = tuple(place for place in map(_by_the_notice, LIBRARY.entities()) if place.targets)
"""The places of the notice, with what it asks of them: plans that are shipped beside it change none of this."""

NUMERIC = tuple(target for place in PLACES for target in place.targets if target.value is not None)
"""Every target of the notice with a number."""


def run_over(
    paths: Iterable[str | Path],
    as_of: datetime.date,
    how: Settings | None = None,
    reviews: Iterable[str | Path] = (),
    library: TargetLibrary | None = None,
    history: Iterable[str | Path] = (),
) -> Run:
    """Return the run over some reports, as the command line makes it."""
    named = tuple(map(str, paths))
    beside, past = (tuple(map(str, paths)) for paths in (reviews, history))
    options = RunOptions(named, library or LIBRARY, as_of, how or Settings(), beside, history=past)
    return check_reports(Judge.of(options))


DUE = 2025
DUE_YEAR = Period(DUE)


# Values of the model.


def _indicator(
    id: str, kind: IndicatorKind, unit: str | None = None, nature: Nature | None = None, *scopes: str
) -> Indicator:
    name = Text(f"{id}的名称", f"name of {id}")
    alike = ("家", "户", "个", "项") if kind.takes_items else ()
    return Indicator(id, name, name, kind, name, unit, nature, scopes=scopes, units_alike=alike)


SHARE = _indicator("share", INDICATOR_KINDS["share"], "%", None, "own")
FLOW = _indicator("flow", INDICATOR_KINDS["amount"], "亿元", Nature.FLOW, "own")
STOCK = _indicator("stock", INDICATOR_KINDS["count"], "家", Nature.STOCK, "own")
ADDED = _indicator("added", INDICATOR_KINDS["count"], "家", Nature.ADDED)
MILESTONE = _indicator("milestone", INDICATOR_KINDS["milestone"])
INDICATORS = (SHARE, FLOW, STOCK, ADDED, MILESTONE)

SCOPES = {
    "own": Scope("own", Text("本口径", "own scope"), Text.same(""), ("narrower",)),
    "other": Scope("other", Text("别的口径", "other scope"), Text.same("")),
    "wider": Scope("wider", Text("更宽口径", "wider scope"), Text.same(""), ("between",)),
    "between": Scope("between", Text("居中口径", "scope between"), Text.same(""), ("own",)),
    "narrower": Scope("narrower", Text("更窄口径", "narrower scope"), Text.same("")),
}
CATALOGUE = Catalogue({indicator.id: indicator for indicator in INDICATORS}, SCOPES, ())
SOURCE = SourceFile("report.yaml")


def target(
    indicator: Indicator, value: int | str | None = None, comparator: str = "at_least", **more: Any
) -> Target:
    """Return a target; without a value, a milestone."""
    key = more.pop("key", indicator.id)
    wording = more.pop("wording", "" if value is None else f"{value}{indicator.unit}")
    plain = Target(
        "place",
        key,
        indicator,
        more.pop("due", DUE),
        COMPARATORS["milestone" if value is None else comparator],
        Citation("document", 1, wording),
        None if value is None else Fraction(value),
        indicator.unit,
    )
    return plain._replace(**more)


def reading_as(comparator: str, value: int) -> OtherReading:
    """Return a second reading of a target's wording."""
    return OtherReading(COMPARATORS[comparator], Fraction(value))


def read(text: str, kind: IndicatorKind, unit: str | None = None, usual: str | None = None) -> Reading:
    """Read a value as a report would have it read."""
    return read_quantity(text, kind, unit, usual)


def observed(indicator: Indicator, said: str | State | Missing, **more: Any) -> Observation:
    """Return what a report says of an indicator: a value as written, a state, or why there is none.

    Scope and counting are those that the indicator wants, where nothing else is said.
    """
    if isinstance(said, State):
        return Observation(indicator.id, state=said, **more)
    if isinstance(said, Missing):
        return Observation(indicator.id, missing=said, **more)
    wanted = {"scope": next(iter(indicator.scopes), None), "counting": indicator.counting}
    return Observation(indicator.id, read(said, indicator.kind).quantity, **(wanted | more))


def assessed(
    targets: Iterable[Target],
    *observations: Observation,
    catalogue: Catalogue = CATALOGUE,
    period: Period = DUE_YEAR,
    dated: datetime.date | None = None,
    min_evidence: Grade = Grade.CLAIMED,
    as_of: datetime.date | None = None,
) -> Assessment:
    """Judge a report of ``observations``; without a date it is of the day after its period.

    It is judged as of the usual day, or of its own where that is later.
    """
    date = dated or period.end + datetime.timedelta(days=1)
    told = {observation.indicator: observation for observation in observations}
    report = Report(SOURCE, "place", period, Submission("someone", date), told)
    entity = Entity("place", EntityKind.ZONE, Text.same("place"), tuple(targets))
    day = as_of or max(datetime.date.fromisoformat(AS_OF), date)
    return assess(report, entity, catalogue, Settings(min_evidence), day)


def judged(target: Target, *observations: Observation, **how: Any) -> Finding:
    """Judge one target."""
    (finding,) = assessed([target], *observations, **how).findings
    return finding


def points_of(interval: Interval, *landmarks: Fraction) -> set[Fraction]:
    """Return values of an interval: ends that belong to it, landmarks, and one between every two."""
    stops = sorted({*landmarks, *(end for end in (interval.low, interval.high) if end is not None)})
    stops = [stops[0] - 1, *stops, stops[-1] + 1] if stops else [Fraction(0)]
    between = {(one + other) / 2 for one, other in pairwise(stops)}
    return {point for point in between | set(stops) if contains(interval, point)}


def contains(interval: Interval, point: Fraction) -> bool:
    """Whether ``point`` lies in ``interval``, ends as they are open or closed."""
    above = interval.low is None or (point > interval.low if interval.low_open else point >= interval.low)
    below = interval.high is None or (point < interval.high if interval.high_open else point <= interval.high)
    return above and below


# Text of numbers and of reports.


def written(steps: int, decimals: int) -> str:
    """Write ``steps`` × 10^−``decimals`` with exactly so many decimals: 1299, 2 → 12.99."""
    digits = f"{abs(steps):0{decimals + 1}d}"
    whole, fraction = digits[: len(digits) - decimals], digits[len(digits) - decimals :]
    return f"{'-' if steps < 0 else ''}{whole}{'.' if decimals else ''}{fraction}"


def write_report(
    folder: Path,
    entity: str,
    observations: Mapping[str, Mapping[str, str]],
    period: str = str(DUE),
    dated: str = "2026-01-20",
) -> Path:
    """Write a report file into ``folder``."""
    lines = [
        f"entity: {entity}",
        f"period: {period}",
        f"submitted: {{by: 示例单位, date: {dated}}}",
        "illustrative: true",
        "observations:",
        *(f"  {id}: {json.dumps(facts, ensure_ascii=False)}" for id, facts in observations.items()),
    ]
    path = folder / "report.yaml"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def settled(indicator: Indicator, value: str, unit: str) -> dict[str, str]:
    """Return the facts of an observation that leaves nothing to doubt: final, own scope and counting."""
    facts = {"value": value, "unit": unit, "status": "final", "source": "示例来源"}
    if indicator.scopes:
        facts["scope"] = indicator.scopes[0]
    if indicator.counting:
        facts["counting"] = indicator.counting.id
    return facts


def checked(path: Path) -> Assessment:
    """Judge a report file by the repository's targets."""
    (assessment,) = check(path, targets=LIBRARY, as_of=datetime.date.fromisoformat(AS_OF))
    return assessment


def finding_on(assessment: Assessment, indicator: str) -> Finding:
    """Return the one finding on an indicator."""
    (finding,) = (one for one in assessment.findings if one.target.indicator.id == indicator)
    return finding
