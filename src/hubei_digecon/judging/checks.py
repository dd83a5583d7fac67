"""Make the diagnostics of judging: what weakens a figure, and a commitment restated wrongly."""

import unicodedata
from collections.abc import Iterable, Iterator

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, diagnose
from ..domain.comparators import COMPARATORS
from ..domain.findings import Finding
from ..domain.names import folded
from ..domain.reports import Observation, Report
from ..domain.targets import Indicator, Target
from ..domain.words import Counting, Status
from ..quantity.diagnostics import UNIT_MISMATCH
from ..quantity.parsing import UnreadableError, read_quantity
from ..text import Text
from .context import JudgingContext
from .facts import Fact, is_premature
from .late_dates import dated_after
from .reason_sentences import in_words, scope_named

ESTIMATED_VALUE = DiagnosticKind(
    "estimated-value",
    Severity.WARNING,
    Text(
        "{name}填报的是预计数，不作认定依据", "the figure for {name} is an estimate; nothing is decided on it"
    ),
    Text("期满后填报初步核算数或最终核实数", "give a provisional or final figure after the period has ended"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, status: 预计}}",
        passes="observations: {gdp: {value: 1000亿元, status: 快报}}",
    ),
)
PREMATURE_REPORT = DiagnosticKind(
    "premature-report",
    Severity.WARNING,
    Text(
        "填报日期{date}时{period}尚未结束，该期数据按预计数处理",
        "the report is dated {date}, before {period} ended; figures for {period} count as estimates",
    ),
    Text("期满后再填报，或改正填报日期、报告期", "report after the period has ended, or fix date or period"),
    example=Example(
        fails="period: 2025\nsubmitted: {by: 示例单位, date: 2025-12-20}",
        passes="period: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}",
    ),
)
SCOPE_UNSTATED = DiagnosticKind(
    "scope-unstated",
    Severity.WARNING,
    Text("{name}未注明统计口径", "no scope is stated for {name}"),
    Text("若口径相符，注明统计口径（scope）：{scope}", "state scope: {scope}, if that is what it is"),
    example=Example(
        fails="observations: {core_value_added: 50亿元}",
        passes="observations: {core_value_added: {value: 50亿元, scope: core-2021}}",
    ),
)
SCOPE_NOT_ASKED = DiagnosticKind(
    "scope-not-asked",
    Severity.NOTE,
    Text(
        "{name}没有规定统计口径，所写的“{scope}”不影响认定",
        "no scope is asked of {name}; the “{scope}” that is stated changes nothing",
    ),
    Text("删去统计口径（scope）", "leave scope out"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, scope: core-2021}}",
        passes="observations: {gdp: 1000亿元}",
    ),
)
COUNTING_UNSTATED = DiagnosticKind(
    "counting-unstated",
    Severity.WARNING,
    Text("{name}未注明统计方式", "it is not stated what the count of {name} takes in"),
    Text(
        "若相符，注明统计方式（counting）：{counting}",
        "state counting: {counting}, if that is what it is",
    ),
    example=Example(
        fails="observations: {attracted_top100_firms: 4家}",
        passes="observations: {attracted_top100_firms: {value: 4家, counting: cumulative}}",
    ),
)
TOO_FEW_DECIMALS = DiagnosticKind(
    "too-few-decimals",
    Severity.WARNING,
    Text(
        "{name}的小数位太少，修约可能改变结论", "{name} has too few decimals: rounding may decide the outcome"
    ),
    Text("多写几位小数，不得为达标而进位", "give more decimals, unrounded"),
    example=Example(
        fails="observations: {core_share_of_gdp: {value: 20%, scope: core-2021}}",
        passes="observations: {core_share_of_gdp: {value: 20.3%, scope: core-2021}}",
        given=Text("目标为超过20%", "the target is more than 20%"),
    ),
)
RESTATED_TARGET = DiagnosticKind(
    "restated-target",
    Severity.ERROR,
    Text(
        "所写目标“{text}”与公布的目标不同：{published}",
        "the commitment “{text}” is not the published one: {published}",
    ),
    Text(
        "照抄原文“{wording}”，或删去所写目标（target）", "copy the wording “{wording}”, or leave target out"
    ),
    example=Example(
        fails="observations: {core_value_added: {value: 50亿元, scope: core-2021, target: 达到380亿元}}",
        passes="observations: {core_value_added: {value: 50亿元, scope: core-2021, target: 突破400亿元}}",
        given=Text(
            "目标为超过400亿元，原文“突破400亿元”",
            "the target is more than 400亿元, in the words 突破400亿元",
        ),
    ),
)
UNCLEAR_TARGET = DiagnosticKind(
    "unclear-target",
    Severity.WARNING,
    Text(
        "所写目标“{text}”无法读取，没有与公布的目标{published}比对",
        "the commitment “{text}” cannot be read and was not held against the published {published}",
    ),
    Text(
        "照抄原文“{wording}”，或删去所写目标（target）", "copy the wording “{wording}”, or leave target out"
    ),
    example=Example(
        fails="observations: {core_value_added: {value: 50亿元, scope: core-2021, target: 按通知执行}}",
        passes="observations: {core_value_added: {value: 50亿元, scope: core-2021, target: 突破400亿元}}",
        given=Text("原文为“突破400亿元”", "the wording is 突破400亿元"),
    ),
)
KINDS = (
    ESTIMATED_VALUE, PREMATURE_REPORT, SCOPE_UNSTATED, SCOPE_NOT_ASKED, COUNTING_UNSTATED, TOO_FEW_DECIMALS,
    RESTATED_TARGET, UNCLEAR_TARGET,
)  # fmt: skip


def diagnostics_on(context: JudgingContext, findings: Iterable[Finding]) -> Iterator[Diagnostic]:
    """Return the diagnostics on a report's figures, items and reviews, beside those of the findings."""
    findings, report = tuple(findings), context.report
    yield from _premature(report)
    yield from dated_after(report, context.as_of)
    for observation in report.observations.values():
        fact = context.facts.get(observation.indicator)
        if fact and not fact.verified:
            yield from _on_fact(fact, observation, context, _counting(fact.indicator, findings))
        if observation.commitment is not None:
            unit = observation.quantity.unit if observation.quantity else None
            yield from _on_commitment(observation.indicator, observation.commitment, unit, context.targets)
    for indicator, commitment in report.unfilled.items():
        unit = context.catalogue.indicators[indicator].unit
        yield from _on_commitment(indicator, commitment, unit, context.targets)
    for finding in findings:
        if finding.rounding_sensitive:
            yield diagnose(
                TOO_FEW_DECIMALS, finding.at or ("observations",), name=finding.target.indicator.name
            )
        yield from finding.diagnostics
    yield from context.consistency.diagnostics
    if context.catalogue.recomputed:
        from .rate_diagnostics import on_rates  # only where the catalogue has a rate

        yield from on_rates(context, {finding.target.indicator.id for finding in findings})
    yield from context.reviewed.diagnostics


def _premature(report: Report) -> Iterator[Diagnostic]:
    """Return a diagnostic for figures dated before their period ended: the report's, or one of its own."""
    date, observations = report.submitted.date, report.observations
    own = {id: one.period for id, one in observations.items() if one.period}
    if is_premature(report, report.period) and (not own or len(own) < len(observations)):
        yield diagnose(PREMATURE_REPORT, ("submitted", "date"), date=date, period=in_words(report.period))
    for indicator, period in own.items():
        if is_premature(report, period):
            at = ("observations", indicator, "period")
            yield diagnose(PREMATURE_REPORT, at, date=date, period=in_words(period))


def _counting(indicator: Indicator, findings: Iterable[Finding]) -> Counting | None:
    """Return the counting that is asked for of an indicator: by its first target, where it has one."""
    wanted = (one.target.counting for one in findings if one.target.indicator == indicator)
    return next(wanted, indicator.counting) if indicator.counting else None


def _on_fact(
    fact: Fact, observation: Observation, context: JudgingContext, wanted_counting: Counting | None
) -> Iterator[Diagnostic]:
    indicator, at = fact.indicator, ("observations", observation.indicator)
    report, scopes = context.report, context.catalogue.scopes
    if observation.status is Status.ESTIMATED:
        yield diagnose(ESTIMATED_VALUE, (*at, "status"), name=indicator.name)
    if observation.scope and not indicator.scopes:
        stated = scope_named(observation.scope, scopes)
        yield diagnose(SCOPE_NOT_ASKED, (*at, "scope"), name=indicator.name, scope=stated)
    if indicator.scopes and observation.scope is None and not _is_told_of(report, (*at, "scope")):
        wanted = [scopes[scope].name.zh for scope in indicator.scopes]
        scope = Text("／".join(wanted), " / ".join(indicator.scopes))
        yield diagnose(SCOPE_UNSTATED, (*at, "value"), name=indicator.name, scope=scope)
    counting = wanted_counting if observation.counting is None else None
    if counting and not _is_told_of(report, (*at, "counting")):
        named = Text(counting.term.zh, f"{counting.id} ({counting.term.en})")
        yield diagnose(COUNTING_UNSTATED, (*at, "value"), name=indicator.name, counting=named)


def _is_told_of(report: Report, at: tuple[str, ...]) -> bool:
    """Whether reading has already reported a diagnostic at a place."""
    return any(known.at == at for known in report.diagnostics)


def _on_commitment(
    indicator: str, text: str, unit: str | None, judged: Iterable[Target]
) -> Iterator[Diagnostic]:
    targets = [one for one in judged if one.indicator.id == indicator]
    answers = [is_commitment(text, target, unit) for target in targets]
    if not answers or True in answers:
        return
    kind = UNCLEAR_TARGET if None in answers else RESTATED_TARGET
    wording = targets[0].source.wording
    at = ("observations", indicator, "target")
    yield diagnose(kind, at, text=text, published=f"“{wording}”", wording=wording)


def is_commitment(text: str, target: Target, unit: str | None = None) -> bool | None:
    """Whether ``text`` states the published target: its wording, or its number, unit and comparator.

    Return ``None`` if it cannot be read. A number without a unit has ``unit``, the unit of its row.
    """
    stated, wording = folded(text), folded(target.source.wording)
    if stated == wording:
        return True
    if target.comparator.is_attested:
        return wording in stated
    return _same_number(_in_one_form(text), target, unit)


def _same_number(stated: str, target: Target, unit: str | None) -> bool | None:
    other = target.other_reading
    accepted = {target.comparator, *([other.comparator] if other and other.value == target.value else [])}
    ids = {one.id for one in accepted}
    if any(one.phrase_in(stated) for one in COMPARATORS.values() if one.id not in ids):
        return False
    phrases = (phrase.word for one in accepted for phrase in one.phrases)
    for word in sorted(phrases, key=len, reverse=True):
        stated = stated.replace(word, "")
    return _same_value(stated.replace("百分比", "%"), target, unit)


def _same_value(stated: str, target: Target, unit: str | None) -> bool | None:
    kind = target.indicator.kind
    if kind.takes_state or target.unit is None:
        return False
    try:
        quantity = read_quantity(
            stated, kind, unit if stated[-1:].isdigit() else None, units=target.indicator.units
        ).quantity
    except UnreadableError as refusal:
        return False if refusal.kind is UNIT_MISMATCH else None
    same_bound = quantity.bound is None or quantity.bound.id == target.comparator.id
    return same_bound and quantity.number_in(target.unit) == target.value


def _in_one_form(text: str) -> str:
    """Return a text normalised as phrases and numbers are read, with its brackets unchanged."""
    return "".join(unicodedata.normalize("NFKC", text).split())
