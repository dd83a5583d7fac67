"""The diagnostics on rates and on the earlier figures that they are held against."""

from collections.abc import Collection, Iterator
from functools import partial

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ..domain.targets import Indicator
from ..quantity.numbers import shown_interval
from ..text import Text
from .context import JudgingContext
from .facts import Fact
from .quotients import is_never_positive
from .rates import ChangeOfFigures, figures_for, rate_of

RATE_MISMATCH = DiagnosticKind(
    "rate-mismatch",
    Severity.WARNING,
    Text(
        "{rate}填报{reported}（即{asserted}），而{arithmetic}（即{computed}），超出修约误差；以填报的为准",
        "{rate} is reported as {reported} (that is, {asserted}), but {arithmetic} (that is, {computed}): "
        "more than rounding explains; what was reported decides",
    ),
    Text(
        "核对两期数值的口径、价格和修订情况，或予以说明（explanation）",
        "compare scope, prices and revisions of both figures, or explain the difference",
    ),
    example=Example(
        Text(
            "2024年100家、2025年112家，而增速填报14%",
            "100 firms in 2024 and 112 in 2025, with a reported growth of 14%",
        ),
        Text("2024年100家、2025年112家，增速填报12%", "the same, with a reported growth of 12%"),
        Sort.FILE,
    ),
)
OTHER_PREVIOUS = DiagnosticKind(
    "other-previous",
    Severity.WARNING,
    Text(
        "{name}的对比期填为{period}，而{rates}以{wanted}为对比期，不据以计算",
        "the earlier figure of {name} is for {period}; {rates} is measured from {wanted}, so nothing is "
        "computed from it",
    ),
    Text("填报{wanted}的数值（previous）", "give the figure of {wanted} (previous)"),
    example=Example(
        Text("增速以上年为对比期，而对比期数值是2023年的", "a growth on 2024 beside a figure of 2023"),
        Text("对比期数值是2024年的", "the figure of 2024 beside it"),
        Sort.FILE,
    ),
)
BASE_NOT_POSITIVE = DiagnosticKind(
    "base-not-positive",
    Severity.WARNING,
    Text(
        "{name}{period}为{value}，不大于0，不能据以计算{rate}",
        "{name} in {period} is {value}, not above 0: {rate} cannot be computed from it",
    ),
    Text("直接填报{rate}，或注明不适用", "report {rate} itself, or say that it does not apply"),
    example=Example(
        Text("对比期数值是0家，没有填报增速", "an earlier figure of 0 firms, and no growth reported"),
        Text("对比期数值是100家", "an earlier figure of 100 firms"),
        Sort.FILE,
    ),
)
KINDS = (RATE_MISMATCH, OTHER_PREVIOUS, BASE_NOT_POSITIVE)


def on_rates(context: JudgingContext, wanted: Collection[str]) -> Iterator[Diagnostic]:
    """Return the diagnostics on every rate that can be computed from two figures; ``wanted`` are the
    indicators that targets are on.
    """
    for of, rates in context.catalogue.recomputed.items():
        fact = context.facts.get(of)
        if fact:
            yield from _other_previous(fact, rates)
            for rate in rates:
                yield from _on_rate(rate, context, rate.id in wanted)


def _on_rate(rate: Indicator, context: JudgingContext, is_wanted: bool) -> Iterator[Diagnostic]:
    reported = context.facts.get(rate.id)
    figures = figures_for(rate, context.facts, context.earlier, context.catalogue)
    if figures is None or rate.unit is None:
        return
    ends = () if reported is None else reported.interval[:2]
    apart = [end for end in ends if end is not None]
    computed = rate_of(rate, context.facts, context.earlier, context.catalogue, apart)
    if computed is None:
        if is_wanted and reported is None and is_never_positive(figures[1]):
            yield _base_not_positive(rate, figures[1])
    elif reported and reported.period == computed.period and not reported.proved.meets(computed.proved):
        yield _mismatch(reported, computed)


def _mismatch(reported: Fact, computed: ChangeOfFigures) -> Diagnostic:
    unit = reported.indicator.unit or ""
    return diagnose(
        RATE_MISMATCH,
        ("observations", reported.indicator.id, "value"),
        rate=reported.indicator.name,
        reported=reported.shown,
        asserted=partial(shown_interval, reported.interval, unit),
        arithmetic=computed.arithmetic,
        computed=partial(shown_interval, computed.interval, unit),
    )


def _base_not_positive(rate: Indicator, before: Fact) -> Diagnostic:
    return diagnose(
        BASE_NOT_POSITIVE,
        ("observations", before.indicator.id),
        name=before.indicator.name,
        period=before.period.words,
        value=before.shown,
        rate=rate.name,
    )


def _other_previous(fact: Fact, rates: list[Indicator]) -> Iterator[Diagnostic]:
    """Return the diagnostic on an earlier figure from which no rate is measured."""
    previous = fact.observation.previous if fact.observation else None
    wanted = {one: one.change.earlier(fact.period) for one in rates if one.change}
    if previous is None or previous.period in wanted.values():
        return
    named = [one for one, period in wanted.items() if period]
    if named:
        periods = dict.fromkeys(period for one in named if (period := wanted[one]))
        yield diagnose(
            OTHER_PREVIOUS,
            ("observations", fact.indicator.id, "previous", "period"),
            name=fact.indicator.name,
            period=previous.period.words,
            rates=Text.joined([one.name for one in named], "、", ", "),
            wanted=Text.joined([period.words for period in periods], "、", ", "),
        )
