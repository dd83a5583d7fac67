"""What would settle a finding that is undecided or without data, who gives it, and where it goes."""

from dataclasses import dataclass

from ..comparators import MILESTONE
from ..diagnostics import Path
from ..findings import Grade, Needed, Outcome, Party, Reason, Settings
from ..model.reports import Period
from ..model.targets import Target
from ..model.words import State, Status
from ..text import Text
from .basis import Basis
from .satisfaction import other_counting


@dataclass(frozen=True, slots=True)
class Mend:
    """What would settle a finding that a reason stands in the way of; ``key`` within the observation."""

    what: Text
    by: Party = Party.SUBMITTER
    key: str = ""


_VALUE = Mend(
    Text("填报{year}年全年数值（单位：{unit}）", "the value for the whole of {year}, in {unit}"), key="value"
)
_REPORTED = Mend(Text("填报{period}的数值（单位：{unit}）", "the value for {period}, in {unit}"), key="value")
_STATE = Mend(Text("填报{period}的进展情况", "how far it has come in {period}"), key="state")
_ATTESTATION = Text("出具认定意见", "an attestation whether the notice's own wording is fulfilled")
_ACHIEVED_ON = Text("在认定意见中写明实现日期", "the date of achievement, stated in the attestation")
_BY_REASON: dict[Reason, Mend] = {
    Reason.AFTER_DUE: _VALUE,
    Reason.ESTIMATED: Mend(
        Text(
            "期满后填报初步核算数或最终核实数",
            "a provisional or final figure, drawn up after the period has ended",
        ),
        key="status",
    ),
    Reason.INCONSISTENT: Mend(
        Text(
            "核对比重与分项数据，改正有误的一项；或由评估方核定",
            "the share and its parts reconciled, or one of them verified by the assessor",
        )
    ),
    Reason.HEDGED: Mend(Text("填报准确数值，不用约数", "the exact value, without a hedge"), key="value"),
    Reason.ITEM_COUNT: Mend(
        Text(
            "逐项列出名称和必填内容，使清单与填报数一致",
            "every item listed with its needed fields, so that the list comes to the value",
        ),
        key="items",
    ),
    Reason.SCOPE: Mend(
        Text("按该指标的口径和统计方式填报", "the figure in the indicator's own scope and counting"),
        key="scope",
    ),
    Reason.EVIDENCE: Mend(
        Text("补充数据来源或佐证材料", "the source, or the documents behind it"), key="source"
    ),
    Reason.DERIVED: Mend(
        Text("填报该比重，或分项数据多写几位小数", "the share itself, or its parts with more decimals")
    ),
}
"""What to give where a reason stands in the way, the weightiest first."""


_VERIFIED = Text("核定数值", "the value verified")


def nothing_needed() -> None:
    """Return what a waived target needs: nothing."""


def nothing_needed_but_data(target: Target, period: Period) -> Needed:
    """Return what a target without data needs: the value, or how far a milestone has come."""
    mend = _STATE if target.comparator is MILESTONE else _REPORTED
    named = Text(f"{period}年" if period.whole else f"{period}", f"{period}")
    return _needed(target, mend, named)


def needed(basis: Basis, outcome: Outcome, reasons: tuple[Reason, ...], settings: Settings) -> Needed | None:
    """Return what would settle an undecided finding; ``None`` for any other."""
    target = basis.target
    if outcome is not Outcome.UNDECIDED:
        return None
    if target.comparator is MILESTONE:
        return _for_milestone(basis)
    reason = next((reason for reason in _BY_REASON if reason in reasons), None)
    match reason:
        case Reason.EVIDENCE if settings.min_evidence is Grade.VERIFIED:
            return Needed(_VERIFIED, Party.ASSESSOR, ("verified", target.indicator.id))
        case Reason.EVIDENCE:
            weakest = min(basis.figures, key=lambda figure: list(Grade).index(figure.grade))
            return Needed(_BY_REASON[reason].what, Party.SUBMITTER, _at(weakest.indicator.id, "source"))
        case Reason.ESTIMATED:
            estimated = next((one for one in basis.figures if one.status is Status.ESTIMATED), None)
            at = estimated.indicator.id if estimated else target.indicator.id
            return Needed(_BY_REASON[reason].what, Party.SUBMITTER, _at(at, "status"))
        case Reason.SCOPE if any(map(other_counting, basis.figures)):
            return Needed(_BY_REASON[reason].what, Party.SUBMITTER, _at(target.indicator.id, "counting"))
    if reason is None and basis.quotient:
        reason = Reason.DERIVED
    return _needed(target, _BY_REASON[reason] if reason else _VALUE, target.due)


def _for_milestone(basis: Basis) -> Needed:
    at = ("attestations", basis.target.key)
    if basis.attestation and basis.attestation.state is State.ACHIEVED:
        return Needed(_ACHIEVED_ON, Party.ASSESSOR, (*at, "achieved_on"))
    return Needed(_ATTESTATION, Party.ASSESSOR, at)


def _needed(target: Target, mend: Mend, period: object) -> Needed:
    what = mend.what.format(year=period, period=period, unit=target.unit)
    return Needed(what, mend.by, _at(target.indicator.id, mend.key))


def _at(indicator: str, key: str) -> Path:
    return ("observations", indicator, *((key,) if key else ()))
