"""What a rate of the catalogue is a change of: ``change`` of an indicator, and what is wrong with it."""

from collections.abc import Mapping

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..domain.targets import Change
from ..quantity.kinds import IndicatorKind
from ..shapes.diagnostics import indicator_of
from ..text import Text
from .faults import MISSING_KEY
from .fields import Fields

CHANGE_OF_KIND = DiagnosticKind(
    "change-of-kind",
    Severity.ERROR,
    Text("{kind}指标不能有“change”", "an indicator of kind {kind} has no “change”"),
    Text("删去“change”，或把类型改为 rate", "remove “change”, or make the kind rate"),
    example=Example(
        fails=indicator_of("kind: share", "unit: '%'", "change: {of: gdp, how: growth}"),
        passes=indicator_of("kind: rate", "unit: '%'", "change: {of: gdp, how: growth}"),
        sort=Sort.CATALOGUE,
    ),
)
NO_CHANGE = DiagnosticKind(
    "no-change",
    Severity.ERROR,
    Text(
        "“change”的对象不能是{kind}指标“{of}”",
        "“change” cannot be of “{of}”, an indicator of kind {kind}",
    ),
    Text("写明变动的那一项总量、数量、比重等", "name the amount, count or share that changes"),
    example=Example(
        fails=indicator_of("kind: rate", "unit: '%'", "change: {of: manufacturing_path, how: growth}"),
        passes=indicator_of("kind: rate", "unit: '%'", "change: {of: gdp, how: growth}"),
        sort=Sort.CATALOGUE,
    ),
)
NO_PRICES = DiagnosticKind(
    "no-prices",
    Severity.ERROR,
    Text("{kind}指标“{of}”没有价格", "“{of}”, an indicator of kind {kind}, has no prices"),
    Text("删去“prices”", "remove “prices”"),
    example=Example(
        fails=indicator_of(
            "kind: rate", "unit: '%'", "change: {of: gazelle_firms, how: growth, prices: current}"
        ),
        passes=indicator_of("kind: rate", "unit: '%'", "change: {of: gazelle_firms, how: growth}"),
        sort=Sort.CATALOGUE,
    ),
)
NO_SINCE = DiagnosticKind(
    "no-since",
    Severity.NOTE,
    Text(
        "{how}没有写明基期（since），以它为指标的目标不能认定",
        "no period is named (since) that this {how} is measured from; nothing can be decided on it",
    ),
    Text(
        "原文写明基期的，填写“since”，如 2020",
        "give “since”, as in 2020, where the text says what it is measured from",
    ),
    example=Example(
        fails=indicator_of("kind: rate", "unit: 倍", "change: {of: gazelle_firms, how: multiple}"),
        passes=indicator_of(
            "kind: rate", "unit: 倍", "change: {of: gazelle_firms, how: multiple, since: 2020}"
        ),
        sort=Sort.CATALOGUE,
    ),
)
UNIT_OF_CHANGE = DiagnosticKind(
    "unit-of-change",
    Severity.ERROR,
    Text("这样计算的{kind}，计量单位不能是“{text}”", "a {kind} that is measured so cannot be in “{text}”"),
    Text(
        "增速用 %，倍数用倍，比重的增减量用百分点，其他增减量用原指标的单位；可用：{units}",
        "growth is in %, a multiple in 倍, a difference of shares in 百分点, any other difference in the "
        "unit of what changes; units that can stand here: {units}",
    ),
    example=Example(
        fails=indicator_of("kind: rate", "unit: 倍", "change: {of: gdp, how: growth}"),
        passes=indicator_of("kind: rate", "unit: '%'", "change: {of: gdp, how: growth}"),
        sort=Sort.CATALOGUE,
    ),
)
KINDS = (CHANGE_OF_KIND, NO_CHANGE, NO_PRICES, NO_SINCE, UNIT_OF_CHANGE)

KindsById = Mapping[str, IndicatorKind | None]
"""The kinds of the indicators by their ids; ``None`` where a kind could not be read."""


def change_of(fields: Fields, kind: IndicatorKind | None, kinds: KindsById) -> Change | None:
    """Return what an indicator is a change of; only a rate is, and each of them must say so."""
    inside = fields.inside("change")
    if kind is None or (inside is None and not kind.is_change):
        return None
    if not kind.is_change:
        fields.fault(CHANGE_OF_KIND, "change", kind=kind.term)
        return None
    if inside is None:
        fields.fault(MISSING_KEY, "change", key="change")
        return None
    of, how, since = inside.text("of") or "", inside.value("how"), inside.value("since")
    _check_of(inside, of, kinds)
    change = Change(of, how, since, inside.value("prices")) if how else None
    if change is None:
        return None
    if change.lacks_base and "since" not in inside:
        inside.fault(NO_SINCE, "how", how=change.how.term)
    return change


def measured_by(change: Change | None, kind: IndicatorKind | None, kinds: KindsById) -> IndicatorKind | None:
    """Return the kind of an indicator: of a rate the one by which it is measured."""
    of = kinds.get(change.of) if change else None
    if kind is None or change is None or of is None:
        return kind
    return kind.measured(change.how, of, change.since is None)


def _check_of(inside: Fields, of: str, kinds: KindsById) -> None:
    """Note where what changes cannot, or has no prices."""
    kind = kinds.get(of)
    if kind and not kind.can_change:
        inside.fault(NO_CHANGE, "of", kind=kind.term, of=of)
    elif kind and not kind.is_money and "prices" in inside:
        inside.fault(NO_PRICES, "prices", kind=kind.term, of=of)
