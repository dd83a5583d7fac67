"""What would settle a finding that is undecided or without data, who gives it, and where it goes."""

from ..comparators import MILESTONE
from ..findings import Needed, Outcome, Party, Reason
from ..model.targets import Target
from ..text import Text

_VALUE = Text("填报{year}年全年数值（单位：{unit}）", "the value for the whole of {year}, in {unit}")
_STATE = Text("填报{year}年的进展情况", "how far it has come in {year}")
_ATTESTED = Text("出具认定意见", "an attestation whether the notice's own wording is fulfilled")
_BY_REASON: dict[Reason, Text] = {
    Reason.AFTER_DUE: _VALUE,
    Reason.ESTIMATED: Text(
        "期满后填报初步核算数或最终核实数",
        "a provisional or final figure, drawn up after the period has ended",
    ),
    Reason.HEDGED: Text("填报准确数值，不用约数", "the exact value, without a hedge"),
    Reason.SCOPE: Text(
        "按该指标的口径和计数方式填报", "the figure in the indicator's own scope and counting"
    ),
    Reason.EVIDENCE: Text("补充数据来源或佐证材料", "the source, or the documents behind it"),
}
"""What the submitter gives where a reason stands in the way, the weightiest first."""


def needed(target: Target, outcome: Outcome, reasons: tuple[Reason, ...]) -> Needed | None:
    """Return what would settle the finding; ``None`` for one that is settled or not due."""
    if outcome not in (Outcome.UNDECIDED, Outcome.NO_DATA):
        return None
    observation = ("observations", target.indicator.id)
    if target.comparator is MILESTONE:
        if outcome is Outcome.NO_DATA:
            state = _STATE.format(year=target.due)
            return Needed(state, Party.SUBMITTER, (*observation, "state"))
        return Needed(_ATTESTED, Party.ASSESSOR, ("attestations", target.key))
    what = next((_BY_REASON[reason] for reason in _BY_REASON if reason in reasons), _VALUE)
    return Needed(what.format(year=target.due, unit=target.unit), Party.SUBMITTER, observation)
