"""Find what cannot hold between the reports of two places: an item in both, a zone larger than its city."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..diagnostics import (
    Diagnostic,
    DiagnosticKind,
    Example,
    Path,
    Severity,
    Sort,
    SourceFile,
    diagnose,
    located,
)
from ..domain.assessments import FileDiagnostics
from ..domain.reports import Report
from ..domain.targets import Catalogue, Entity
from ..judging.facts import Fact, Facts, facts_of
from ..judging.items.credit_codes import valid_code
from ..text import Text

SAME_REVISION = DiagnosticKind(
    "same-revision",
    Severity.ERROR,
    Text(
        "{entity} {period}第{revision}次报送的报告有{number}份：{first} 和 {second}，无法确定以哪一份为准",
        "{number} reports of {entity} for {period} are revision {revision}, {first} and {second} among them, "
        "so it is open which of them counts",
    ),
    Text(
        "改正“第几次报送”（revision），或移走不作数的一份", "fix “revision”, or take away what does not count"
    ),
    example=Example(
        Text(
            "两份报告的考核对象、报告期和“第几次报送”都相同，一并交给 score",
            "two reports with the same entity, period and revision, scored together",
        ),
        Text("两份报告的报告期不同", "two reports of different periods"),
        Sort.FILE,
    ),
)
ITEM_ELSEWHERE = DiagnosticKind(
    "item-elsewhere",
    Severity.WARNING,
    Text(
        "统一社会信用代码 {code} 也列在{place}的报告中（{where}）",
        "the credit code {code} is also listed in the report of {place} ({where})",
    ),
    Text("核实它属于哪一地，只在一地列入", "find out which place it belongs to, and list it there alone"),
    example=Example(
        Text(
            "互不包含的两地的报告列有同一代码，一并交给 score",
            "reports of two places, none within the other, that list one code, scored together",
        ),
        Text(
            "城市和其所辖园区的报告列有同一代码",
            "reports of a city and of a zone within it that list one code",
        ),
        Sort.FILE,
    ),
)
LARGER_THAN_CITY = DiagnosticKind(
    "larger-than-city",
    Severity.WARNING,
    Text(
        "{indicator}为{value}，大于所在的{place}的{whole}（{where}）",
        "{indicator} is {value}, more than the {whole} of {place}, which it lies in ({where})",
    ),
    Text("核对两份报告的数值、单位和口径", "compare value, unit and scope in both reports"),
    example=Example(
        Text(
            "园区某项指标大于所在城市，两份报告一并交给 score",
            "a zone above its city on one indicator, both reports scored together",
        ),
        Text("园区各项指标都不大于所在城市", "a zone that is above its city on none"),
        Sort.FILE,
    ),
)
KINDS = (SAME_REVISION, ITEM_ELSEWHERE, LARGER_THAN_CITY)


class ReportedPlace(NamedTuple):
    """A report that counts, and its place."""

    entity: Entity
    report: Report


def look_across(
    reported: Sequence[ReportedPlace], places: Mapping[str, Entity], catalogue: Catalogue
) -> Iterator[FileDiagnostics]:
    """Return the diagnostics on reports of one period that only a comparison of them gives.

    ``places`` are all places by id; they tell which place lies within another.
    """
    for here, said in _items_elsewhere(reported, places):
        yield FileDiagnostics(here, (said,))
    facts = {one.entity.id: (one, facts_of(one.report, {}, catalogue)) for one in reported}
    for zone, its_facts in facts.values():
        for around in _around(zone.entity, places):
            if around in facts:
                yield from _larger(zone, its_facts, *facts[around])


def _items_elsewhere(
    reported: Iterable[ReportedPlace], places: Mapping[str, Entity]
) -> Iterator[tuple[SourceFile, Diagnostic]]:
    """Return a diagnostic for each code that the report of an earlier place lists as well."""
    listed: dict[str, dict[str, tuple[ReportedPlace, Path]]] = {}
    for one in reported:
        for code, at in _codes(one.report):
            by_place = listed.setdefault(code, {})
            if one.entity.id in by_place:
                continue
            for other, there in by_place.values():
                if _apart(one.entity, other.entity, places):
                    where = _where(other.report.source, there)
                    values = {"code": code, "place": other.entity.name, "where": where}
                    yield one.report.source, diagnose(ITEM_ELSEWHERE, at, **values)
                    break
            by_place[one.entity.id] = one, at


def _codes(report: Report) -> Iterator[tuple[str, Path]]:
    for id, observation in report.observations.items():
        for index, item in enumerate(observation.items):
            if item.code and (code := valid_code(item.code)):
                yield code, ("observations", id, "items", index, "code")


def _apart(one: Entity, other: Entity, places: Mapping[str, Entity]) -> bool:
    """Whether neither place lies within the other."""
    return other.id not in _around(one, places) and one.id not in _around(other, places)


def _around(place: Entity, places: Mapping[str, Entity]) -> Iterator[str]:
    """Return the places that ``place`` lies in, the nearest first."""
    seen = {place.id}
    around = place.within
    while around is not None and around not in seen:
        seen.add(around)
        yield around
        around = places[around].within if around in places else None


def _larger(
    zone: ReportedPlace, its_facts: Facts, city: ReportedPlace, facts: Facts
) -> Iterator[FileDiagnostics]:
    for id, part in its_facts.items():
        whole = facts.get(id)
        if whole is not None and _exceeds(part, whole):
            at = ("observations", id, "value")
            values = {
                "indicator": part.indicator.name,
                "value": part.quantity.shown,
                "place": city.entity.name,
                "whole": whole.quantity.shown,
                "where": _where(city.report.source, at),
            }
            yield FileDiagnostics(zone.report.source, (diagnose(LARGER_THAN_CITY, at, **values),))


def _exceeds(part: Fact, whole: Fact) -> bool:
    """Whether a part is larger than its whole beyond rounding."""
    same = part.period == whole.period and part.indicator.kind.adds_up
    return same and whole.interval.below(part.interval)


def _where(source: SourceFile, at: Path) -> str:
    return located(source.path, source.find(at))
