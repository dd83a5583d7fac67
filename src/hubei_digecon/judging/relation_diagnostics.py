"""The diagnostics on figures that do not go together: their kinds, and how each is made."""

from collections.abc import Callable
from functools import partial

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort, diagnose
from ..domain.targets import Catalogue, Plausible
from ..quantity.numbers import plain, shown_interval
from ..text import Text
from .facts import Fact
from .quotients import FactOrQuotient, Quotient, indicator_of

RATIO_MISMATCH = DiagnosticKind(
    "ratio-mismatch",
    Severity.ERROR,
    Text(
        "{share}填报{reported}（即{asserted}），而{arithmetic}（即{quotient}），超出修约误差",
        "{share} is reported as {reported} (that is, {asserted}), but {arithmetic} (that is, {quotient}): "
        "more than rounding explains",
    ),
    Text("核对比重及其分项，改正有误的一项", "compare the share with its parts and fix what is wrong"),
    example=Example(
        fails="observations:\n"
        "  gdp: 1000亿元\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 6.0%, scope: core-2021}",
        passes="observations:\n"
        "  gdp: 1000亿元\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 5.0%, scope: core-2021}",
    ),
)
EXCEEDS_WHOLE = DiagnosticKind(
    "exceeds-whole",
    Severity.ERROR,
    Text(
        "{part}（{part_value}）大于{whole}（{whole_value}）",
        "{part} ({part_value}) exceeds {whole} ({whole_value})",
    ),
    Text("核对两项的数值、单位和口径", "compare value, unit and scope of both"),
    example=Example(
        fails="observations:\n"
        "  core_value_added: {value: 50亿元, scope: core-2021}\n"
        "  core_industry_scale: {value: 45亿元, scope: core-2021}",
        passes="observations:\n"
        "  core_value_added: {value: 50亿元, scope: core-2021}\n"
        "  core_industry_scale: {value: 90亿元, scope: core-2021}",
    ),
)
NOT_POSITIVE = DiagnosticKind(
    "divisor-not-positive",
    Severity.ERROR,
    Text("{name}为{value}，不能作除数", "{name} is {value}, which nothing can be divided by"),
    Text("填写大于0的数值", "give a value above 0"),
    example=Example(fails="observations: {gdp: 0亿元}", passes="observations: {gdp: 1000亿元}"),
)
SHARE_ABOVE_WHOLE = DiagnosticKind(
    "share-above-whole",
    Severity.ERROR,
    Text(
        "{name}为{value}：比重超过100%，部分不能大于整体，不作认定依据",
        "{name} is {value}: a share above 100%, where no part exceeds its whole; nothing is decided on it",
    ),
    Text("核对数值、计量单位和分项数据", "compare the value, its unit and its parts"),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 253%, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 25.3%, scope: core-2021}}",
    ),
)
ESTIMATED_PART = DiagnosticKind(
    "estimated-part",
    Severity.WARNING,
    Text(
        "分项中有预计数（{part}），不据以复算{share}，只用于核对",
        "a part, {part}, is an estimate: {share} is not recomputed from it but only held against it",
    ),
    Text("填报与比重同一数据性质的分项数据", "give parts that are as settled as the share"),
    example=Example(
        fails="observations:\n"
        "  gdp: {value: 1000亿元, status: 预计}\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 5.0%, scope: core-2021}",
        passes="observations:\n"
        "  gdp: 1000亿元\n"
        "  core_value_added: {value: 50.0亿元, scope: core-2021}\n"
        "  core_share_of_gdp: {value: 5.0%, scope: core-2021}",
    ),
)
IMPLAUSIBLE_SHARE = DiagnosticKind(
    "implausible-share",
    Severity.WARNING,
    Text("{name}为{value}，高于{at_most}：{because}", "{name} is {value}, above {at_most}: {because}"),
    Text("核对统计口径，并予注明（scope）", "check the scope, and state it"),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 45.0%, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 25.3%, scope: core-2021}}",
    ),
)
DIFFERS_FROM_VERIFIED = DiagnosticKind(
    "differs-from-verified",
    Severity.NOTE,
    Text(
        "{name}自报{reported}，核定值为{verified}，以核定值为准",
        "{name}: reported {reported}, verified {verified}, which stands",
    ),
    Text("如有异议，向核验单位说明", "take it up with the assessor, if you disagree"),
    example=Example(
        fails="verified: {core_value_added: {value: 49.8亿元, basis: 示例}}",
        passes="verified: {core_value_added: {value: 50.0亿元, basis: 示例}}",
        sort=Sort.REVIEW,
        beside="observations: {core_value_added: {value: 50.0亿元, scope: core-2021}}",
    ),
)
KINDS = (
    RATIO_MISMATCH, EXCEEDS_WHOLE, NOT_POSITIVE, SHARE_ABOVE_WHOLE, ESTIMATED_PART, IMPLAUSIBLE_SHARE,
    DIFFERS_FROM_VERIFIED,
)  # fmt: skip


def _at(fact: Fact) -> tuple[str, ...]:
    return ("observations", fact.indicator.id, "value")


def not_positive(fact: Fact) -> Diagnostic:
    """Return the diagnostic on a divisor that is not above 0."""
    return diagnose(NOT_POSITIVE, _at(fact), name=fact.indicator.name, value=fact.shown)


def ratio_mismatch(share: Fact, recomputed: Quotient) -> Diagnostic:
    """Return the diagnostic on a share and a quotient that disagree.

    It is an error, unless a review tells which of the two stands.
    """
    unit = share.indicator.unit or ""
    if share.verified or recomputed.corrects(share):
        both = (recomputed.arithmetic, share.shown)
        told, stands = both if share.verified else both[::-1]
        values = {"name": share.indicator.name, "reported": told, "verified": stands}
        return diagnose(DIFFERS_FROM_VERIFIED, _at(share), **values)
    return diagnose(
        RATIO_MISMATCH,
        _at(share),
        share=share.indicator.name,
        reported=share.shown,
        asserted=partial(shown_interval, share.interval, unit),
        arithmetic=recomputed.arithmetic,
        quotient=partial(shown_interval, recomputed.interval, unit),
    )


def exceeds_whole(part: Fact, whole: Fact) -> Diagnostic:
    """Return the diagnostic on a part that is larger than its whole."""
    return diagnose(
        EXCEEDS_WHOLE,
        _at(part),
        part=part.indicator.name,
        part_value=part.shown,
        whole=whole.indicator.name,
        whole_value=whole.shown,
    )


def implausible_share(relation: Plausible, stands: FactOrQuotient, catalogue: Catalogue) -> Diagnostic:
    """Return the diagnostic on a value above what is plausible."""
    indicator = catalogue.indicators[relation.indicator]
    at_most = f"{plain(relation.at_most)}{indicator.unit}"
    values = {"name": indicator.name, "value": _shown(stands), "at_most": at_most}
    return diagnose(IMPLAUSIBLE_SHARE, _where(stands), because=relation.because, **values)


def share_above_whole(stands: FactOrQuotient) -> Diagnostic:
    """Return the diagnostic on a share above 100%."""
    return diagnose(SHARE_ABOVE_WHOLE, _where(stands), name=indicator_of(stands).name, value=_shown(stands))


def estimated_part(share: Fact, part: Fact) -> Diagnostic:
    """Return the diagnostic on an estimate among the parts of a share that is none."""
    return diagnose(ESTIMATED_PART, _at(part), part=part.indicator.name, share=share.indicator.name)


def _shown(stands: FactOrQuotient) -> Callable[[], Text]:
    return stands.arithmetic if isinstance(stands, Quotient) else stands.shown


def _where(stands: FactOrQuotient) -> tuple[str, ...]:
    """Return where a value stands; of a quotient its numerator."""
    return _at(stands.numerator if isinstance(stands, Quotient) else stands)


def differs_from_verified(fact: Fact) -> Diagnostic:
    """Return the diagnostic on a reported value that is not the verified one."""
    observation = fact.observation
    reported = observation.quantity.shown if observation and observation.quantity else ""
    return diagnose(
        DIFFERS_FROM_VERIFIED,
        _at(fact),
        name=fact.indicator.name,
        reported=reported,
        verified=fact.shown,
    )
