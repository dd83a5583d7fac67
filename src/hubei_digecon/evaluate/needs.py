"""What would settle a finding that is undecided or without data, who gives it, and where it goes."""

from dataclasses import dataclass, replace

from ..comparators import MILESTONE
from ..findings import Grade, Needed, Outcome, Party, Reason, Settings
from ..model.targets import Target
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
_STATE = Mend(Text("填报{year}年的进展情况", "how far it has come in {year}"), key="state")
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
        Text("按该指标的口径和计数方式填报", "the figure in the indicator's own scope and counting"),
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


def needed(
    target: Target,
    outcome: Outcome,
    reasons: tuple[Reason, ...],
    basis: Basis | None = None,
    settings: Settings | None = None,
) -> Needed | None:
    """Return what would settle the finding; ``None`` for one that is settled or not due.

    ``basis`` is what the judgement rests on, ``None`` where there is nothing.
    """
    if outcome not in (Outcome.UNDECIDED, Outcome.NO_DATA):
        return None
    if target.comparator is MILESTONE:
        return _for_milestone(target, outcome, basis)
    reason = next((reason for reason in _BY_REASON if reason in reasons), None)
    if reason is Reason.EVIDENCE and settings and settings.min_evidence is Grade.VERIFIED:
        return Needed(_VERIFIED, Party.ASSESSOR, ("verified", target.indicator.id))
    if reason is Reason.SCOPE and basis and any(map(other_counting, basis.figures)):
        return _needed(target, replace(_BY_REASON[reason], key="counting"))
    return _needed(target, _BY_REASON[reason] if reason else _VALUE)


def _for_milestone(target: Target, outcome: Outcome, basis: Basis | None) -> Needed:
    if outcome is Outcome.NO_DATA:
        return _needed(target, _STATE)
    at = ("attestations", target.key)
    if basis and basis.attestation:
        return Needed(_ACHIEVED_ON, Party.ASSESSOR, (*at, "achieved_on"))
    return Needed(_ATTESTATION, Party.ASSESSOR, at)


def _needed(target: Target, mend: Mend) -> Needed:
    at = ("observations", target.indicator.id, *((mend.key,) if mend.key else ()))
    return Needed(mend.what.format(year=target.due, unit=target.unit), mend.by, at)
