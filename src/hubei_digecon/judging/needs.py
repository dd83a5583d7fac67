"""Tell what would settle an undecided finding or one without data, who gives it, and where it goes."""

from collections.abc import Callable

from ..diagnostics import Path
from ..domain.assessments import Settings
from ..domain.findings import Needed
from ..domain.outcomes import Grade, Outcome, Party, Reason
from ..domain.reports import Period
from ..domain.targets import Indicator, Target
from ..domain.words import State, Status
from ..records import NamedTuple
from ..text import Text
from .coverage import other_counting
from .facts import Fact
from .grounds import Grounds
from .reason_sentences import in_words

_HEADINGS = {
    "observations": Text("填报内容", "what is reported"),
    "verified": Text("核定值", "the verified value"),
    "attestations": Text("认定意见", "the attestation"),
    "achieved_on": Text("完成日期", "the day of achievement"),
    "value": Text("完成值", "the value"),
    "state": Text("完成情况", "the state"),
    "status": Text("数据性质", "the status"),
    "items": Text("清单", "the items"),
    "scope": Text("统计口径", "the scope"),
    "counting": Text("统计方式", "the counting"),
    "source": Text("数据来源", "the source"),
    "evidence": Text("佐证材料", "the evidence"),
    "tolerance": Text("容差", "the tolerance"),
}
"""What the keys under which something is needed are called."""


class NeededFix(NamedTuple):
    """What would settle a finding that a reason blocks. ``key`` is the key within the observation."""

    what: Text
    key: str = ""


_VALUE = NeededFix(Text("填报{year}年全年数值{unit}", "the value for the whole of {year}{unit}"), key="value")
_REPORTED = NeededFix(Text("填报{period}的数值{unit}", "the value for {period}{unit}"), key="value")
_STATE = NeededFix(Text("填报{period}的进展情况", "how far it has come in {period}"), key="state")
_IN_UNIT = Text("（单位：{unit}）", ", in {unit}")
_ATTESTATION = Text("出具认定意见", "an attestation whether the notice's own wording is fulfilled")
_ATTESTED_AT_END = Text(
    "在认定意见中写明{year}年末的情况",
    "how things stood at the end of {year}, stated in the attestation",
)
_ACHIEVED_ON = Text("在认定意见中写明完成日期", "the date of achievement, stated in the attestation")
_TOLERANCE = Text(
    "明确“左右”的容差及其依据，写入目标文件",
    "a tolerance for “about” and the text that states it, in the target file",
)
_BY_REASON: dict[Reason, NeededFix] = {
    Reason.AFTER_DUE: _VALUE,
    Reason.ESTIMATED: NeededFix(
        Text(
            "期满后填报初步核算数或最终核实数",
            "a provisional or final figure, drawn up after the period has ended",
        ),
        key="status",
    ),
    Reason.INCONSISTENT: NeededFix(
        Text(
            "核对互不匹配的各项数据，改正有误的一项；或由核验单位核定",
            "the figures that do not go together compared and fixed, or verified by the assessor",
        )
    ),
    Reason.SHARE_ABOVE_WHOLE: NeededFix(
        Text(
            "核对比重及其分项的数值和计量单位，改正有误的一项",
            "the share and its parts compared with their units, and what is wrong fixed",
        )
    ),
    Reason.MAGNITUDE: NeededFix(
        Text(
            "核对数值和计量单位并改正；数值无误的，由核验单位核定",
            "value and unit compared and fixed, or, if they are right, verified by the assessor",
        ),
        key="value",
    ),
    Reason.HEDGED: NeededFix(Text("填报准确数值，不用概数", "the exact value, without a hedge"), key="value"),
    Reason.ITEM_COUNT: NeededFix(
        Text(
            "逐项列出名称和必填内容，使清单与填报数一致",
            "every item listed with its needed fields, so that the list comes to the value",
        ),
        key="items",
    ),
    Reason.REGISTER_OPEN: NeededFix(
        Text(
            "补全名录并在复核意见中写明其完整，或核定数值",
            "the register completed and said to be complete in a review, or the value verified",
        )
    ),
    Reason.SCOPE: NeededFix(
        Text("按该指标的口径和统计方式填报", "the figure in the indicator's own scope and counting"),
        key="scope",
    ),
    Reason.EVIDENCE: NeededFix(Text("补充佐证", "what is behind it")),
    Reason.NO_BASE_PERIOD: NeededFix(
        Text(
            "对照原文写明基期，并核定以此计算的数值",
            "the base period as the text states it, and the value measured from it, verified",
        )
    ),
    Reason.DERIVED: NeededFix(
        Text("填报该比重，或分项数据多写几位小数", "the share itself, or its parts with more decimals")
    ),
}
"""What to give where a reason stands in the way, the weightiest first."""


_VERIFIED = Text("核定数值", "the value verified")
_VERIFIED_ANEW = Text(
    "核对互不匹配的核定值，改正有误的一项",
    "the verified values that do not go together compared, and what is wrong fixed",
)
_AS_STRONG = NeededFix(
    Text(
        "填报小数位更多的比重，或与比重同一数据性质、有同等佐证的分项数据",
        "the share with more decimals, or parts as settled as the share and with as much behind them",
    )
)
_RATE = NeededFix(
    Text(
        "填报该项增减变动，或两期数值多写几位小数",
        "the rate itself, or the figures of both periods with more decimals",
    ),
    key="value",
)
_CITED = NeededFix(Text("注明数据来源", "the source that it is from"), key="source")
_DOCUMENTED = NeededFix(Text("补充佐证材料", "the documents behind it"), key="evidence")
_LISTED = NeededFix(
    Text("逐项列出清单，并注明佐证材料", "the list of what is counted, with the documents behind it"),
    key="items",
)


def nothing_needed() -> None:
    """Return None: a waived target needs nothing."""


def nothing_needed_but_data(target: Target, period: Period) -> Needed:
    """Return what a target without data needs: its value, or its state for a milestone."""
    fix = _STATE if target.comparator.is_attested else _REPORTED
    what = fix.what.format(period=in_words(period), unit=_in_unit(target))
    return _from_submitter(what, target.indicator, fix.key)


def needed(
    grounds: Grounds, outcome: Outcome, reasons: tuple[Reason, ...], settings: Settings
) -> Needed | None:
    """Return what would settle an undecided finding; ``None`` for any other."""
    if outcome is not Outcome.UNDECIDED:
        return None
    if grounds.target.comparator.is_attested:
        return _for_milestone(grounds)
    if Reason.NO_TOLERANCE in reasons:
        return _for_tolerance(grounds.target)
    reason = next((reason for reason in _BY_REASON if reason in reasons), None)
    if reason in (Reason.NO_BASE_PERIOD, Reason.REGISTER_OPEN):
        return _from_assessor(_BY_REASON[reason].what, grounds.target.indicator)
    if reason is Reason.DERIVED and grounds.target.indicator.change:
        return _from_submitter(_RATE.what, grounds.target.indicator, _RATE.key)
    if reason is Reason.EVIDENCE:
        return _for_evidence(grounds, settings)
    if reason in (Reason.INCONSISTENT, Reason.SHARE_ABOVE_WHOLE) and all(
        one.verified for one in grounds.facts
    ):
        return _from_assessor(_VERIFIED_ANEW, grounds.facts[0].indicator)
    if reason is Reason.INCONSISTENT and grounds.weaker_quotient:
        return _from_submitter(_AS_STRONG.what, grounds.target.indicator, _AS_STRONG.key)
    if reason is None and grounds.quotient:
        reason = Reason.DERIVED
    return _fixed(grounds, reason)


def _fixed(grounds: Grounds, reason: Reason | None) -> Needed:
    """Return what removes a reason, from whoever gave the figure: the assessor fixes what the assessor
    verified.
    """
    fix = _BY_REASON[reason] if reason else _VALUE
    target, about = grounds.target, _about(grounds, reason)
    what = fix.what.format(year=target.due, unit=_in_unit(target))
    if about is not None and about.verified and reason is not Reason.AFTER_DUE:
        return _from_assessor(what, about.indicator)
    indicator = about.indicator if about else target.indicator
    key = "counting" if reason is Reason.SCOPE and about and _counts_otherwise(grounds, about) else fix.key
    return _from_submitter(what, indicator, key)


def _about(grounds: Grounds, reason: Reason | None) -> Fact | None:
    """Return the fact that a reason is about; ``None`` if it is the target's own, or all of them."""
    is_faulty = _FAULTY.get(reason) if reason else None
    return next((fact for fact in grounds.facts if is_faulty and is_faulty(grounds, fact)), None)


def _counts_otherwise(grounds: Grounds, fact: Fact) -> bool:
    wanted = grounds.counting_of(fact.indicator)
    return fact.observation is not None and other_counting(fact.observation, wanted)


_FAULTY: dict[Reason, Callable[[Grounds, Fact], bool]] = {
    Reason.ESTIMATED: lambda _, fact: fact.status is Status.ESTIMATED,
    Reason.HEDGED: lambda _, fact: fact.value is None,
    Reason.SCOPE: _counts_otherwise,
}
"""Which of the figures rested on a reason is about."""


def _backing(fact: Fact, settings: Settings) -> NeededFix:
    """Return what would raise a fact to the grade of evidence that is required."""
    if settings.min_evidence is not Grade.DOCUMENTED:
        return _CITED
    unlisted = fact.indicator.is_listed and not (fact.observation and fact.observation.items)
    return _LISTED if unlisted else _DOCUMENTED


def _for_evidence(grounds: Grounds, settings: Settings) -> Needed:
    """Return what would back the weakest fact that the outcome rests on."""
    if settings.min_evidence is Grade.VERIFIED:
        return _from_assessor(_VERIFIED, grounds.target.indicator)
    weakest = min(grounds.facts, key=lambda fact: fact.grade.rank)
    fix = _backing(weakest, settings)
    return _from_submitter(fix.what, weakest.indicator, fix.key)


def _for_tolerance(target: Target) -> Needed:
    return _by(_TOLERANCE, Party.ASSESSOR, target.indicator, ("targets", target.key, "tolerance"))


def _for_milestone(grounds: Grounds) -> Needed:
    target = grounds.target
    at: Path = ("attestations", target.key)
    if grounds.attestation and grounds.attestation.state is State.ACHIEVED:
        return _by(_ACHIEVED_ON, Party.ASSESSOR, target.indicator, (*at, "achieved_on"))
    if grounds.attestation:
        return _by(_ATTESTED_AT_END.format(year=target.due), Party.ASSESSOR, target.indicator, at)
    return _by(_ATTESTATION, Party.ASSESSOR, target.indicator, at)


def _from_submitter(what: Text, indicator: Indicator, key: str) -> Needed:
    at: Path = ("observations", indicator.id, *((key,) if key else ()))
    return _by(what, Party.SUBMITTER, indicator, at)


def _from_assessor(what: Text, indicator: Indicator) -> Needed:
    return _by(what, Party.ASSESSOR, indicator, ("verified", indicator.id))


def _in_unit(target: Target) -> Text:
    """Return in what unit a value is needed; empty where the target has none."""
    return _IN_UNIT.format(unit=target.unit) if target.unit else Text("", "")


def _by(what: Text, by: Party, indicator: Indicator, at: Path) -> Needed:
    """Return a need with its place; :data:`_HEADINGS` holds what a key is called."""
    heading = _HEADINGS[str(at[2]) if len(at) > 2 else str(at[0])]
    return Needed(what, by, at, _CALLED.format(name=indicator.short.in_quotes, heading=heading))


_CALLED = Text("“{name}”的{heading}", "{heading} of “{name}”")
