"""What would settle a finding that is undecided or without data, who gives it, and where it goes."""

from dataclasses import dataclass

from ..comparators import MILESTONE
from ..diagnostics import Path
from ..figures import Figure
from ..findings import Grade, Needed, Outcome, Party, Reason, Settings
from ..model.reports import Period
from ..model.targets import Target
from ..model.words import State, Status
from ..text import Text
from .basis import Basis
from .coverage import other_counting


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
            "核对互不匹配的各项数据，改正有误的一项；或由评估方核定",
            "the figures that do not go together compared and mended, or verified by the assessor",
        )
    ),
    Reason.SHARE_ABOVE_WHOLE: Mend(
        Text(
            "核对比重及其分项的数值和计量单位，改正有误的一项",
            "the share and its parts compared with their units, and what is wrong mended",
        )
    ),
    Reason.MAGNITUDE: Mend(
        Text(
            "核对数值和计量单位并改正；数值无误的，由评估方核定",
            "value and unit compared and mended, or, if they are right, verified by the assessor",
        ),
        key="value",
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
    Reason.EVIDENCE: Mend(Text("补充佐证", "what is behind it")),
    Reason.DERIVED: Mend(
        Text("填报该比重，或分项数据多写几位小数", "the share itself, or its parts with more decimals")
    ),
}
"""What to give where a reason stands in the way, the weightiest first."""


_VERIFIED = Text("核定数值", "the value verified")
_VERIFIED_ANEW = Text(
    "核对互不匹配的核定值，改正有误的一项",
    "the verified values that do not go together compared, and what is wrong mended",
)
_AS_STRONG = Mend(
    Text(
        "填报小数位更多的比重，或与比重同一数据性质、有同等佐证的分项数据",
        "the share with more decimals, or parts as settled as the share and with as much behind them",
    )
)
_CITED = Mend(Text("注明数据来源", "the source that it is from"), key="source")
_DOCUMENTED = Mend(Text("补充佐证材料", "the documents behind it"), key="evidence")
_LISTED = Mend(
    Text("逐项列出清单，并注明佐证材料", "the list of what is counted, with the documents behind it"),
    key="items",
)


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
            weakest = min(basis.figures, key=lambda figure: figure.grade.rank)
            mend = _backing(weakest, settings)
            return Needed(mend.what, mend.by, _at(weakest.indicator.id, mend.key))
        case Reason.INCONSISTENT | Reason.SHARE_ABOVE_WHOLE if all(one.verified for one in basis.figures):
            return Needed(_VERIFIED_ANEW, Party.ASSESSOR, ("verified", basis.figures[0].indicator.id))
        case Reason.INCONSISTENT if basis.beside:
            return _needed(target, _AS_STRONG, target.due)
        case Reason.ESTIMATED:
            estimated = next((one for one in basis.figures if one.status is Status.ESTIMATED), None)
            at = estimated.indicator.id if estimated else target.indicator.id
            return Needed(_BY_REASON[reason].what, Party.SUBMITTER, _at(at, "status"))
        case Reason.SCOPE if any(map(other_counting, basis.figures)):
            return Needed(_BY_REASON[reason].what, Party.SUBMITTER, _at(target.indicator.id, "counting"))
    if reason is None and basis.quotient:
        reason = Reason.DERIVED
    return _needed(target, _BY_REASON[reason] if reason else _VALUE, target.due)


def _backing(figure: Figure, settings: Settings) -> Mend:
    """Return what would bring a figure to the evidence that is asked for."""
    if settings.min_evidence is not Grade.DOCUMENTED:
        return _CITED
    unlisted = figure.indicator.counting is not None and not (figure.observation and figure.observation.items)
    return _LISTED if unlisted else _DOCUMENTED


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
