"""What would settle a finding that is undecided or without data, who gives it, and where it goes."""

from collections.abc import Callable
from dataclasses import dataclass

from ..comparators import MILESTONE
from ..coverage import other_counting
from ..diagnostics import Path
from ..figures import Figure
from ..findings import Grade, Needed, Outcome, Party, Reason, Settings
from ..model.reports import Period
from ..model.targets import Indicator, Target
from ..model.words import State, Status
from ..text import Text
from .basis import Basis
from .sentences import in_words

_HEADINGS = {
    "observations": Text("填报内容", "what is reported"),
    "verified": Text("核定值", "the verified value"),
    "attestations": Text("认定意见", "the attestation"),
    "achieved_on": Text("实现日期", "the day of achievement"),
    "value": Text("完成值", "the value"),
    "state": Text("完成情况", "the state"),
    "status": Text("数据性质", "the status"),
    "items": Text("清单", "the items"),
    "scope": Text("统计口径", "the scope"),
    "counting": Text("统计方式", "the counting"),
    "source": Text("数据来源", "the source"),
    "evidence": Text("佐证材料", "the evidence"),
}
"""What the keys under which something is needed are called."""


@dataclass(frozen=True, slots=True)
class Mend:
    """What would settle a finding that a reason stands in the way of; ``key`` within the observation."""

    what: Text
    key: str = ""

    def __post_init__(self) -> None:
        """Refuse a key that has no name.

        Raises:
            ValueError: where it has none.
        """
        if self.key and self.key not in _HEADINGS:
            raise ValueError(f"nothing says what {self.key} is called")


_VALUE = Mend(
    Text("填报{year}年全年数值（单位：{unit}）", "the value for the whole of {year}, in {unit}"), key="value"
)
_REPORTED = Mend(Text("填报{period}的数值（单位：{unit}）", "the value for {period}, in {unit}"), key="value")
_STATE = Mend(Text("填报{period}的进展情况", "how far it has come in {period}"), key="state")
_ATTESTATION = Text("出具认定意见", "an attestation whether the notice's own wording is fulfilled")
_ATTESTED_AT_END = Text(
    "在认定意见中写明{year}年末的情况",
    "how things stood at the end of {year}, stated in the attestation",
)
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
    what = mend.what.format(period=in_words(period), unit=target.unit)
    return _from_submitter(what, target.indicator, mend.key)


def needed(basis: Basis, outcome: Outcome, reasons: tuple[Reason, ...], settings: Settings) -> Needed | None:
    """Return what would settle an undecided finding; ``None`` for any other."""
    if outcome is not Outcome.UNDECIDED:
        return None
    if basis.target.comparator is MILESTONE:
        return _for_milestone(basis)
    reason = next((reason for reason in _BY_REASON if reason in reasons), None)
    if reason is Reason.EVIDENCE:
        return _for_evidence(basis, settings)
    if reason in (Reason.INCONSISTENT, Reason.SHARE_ABOVE_WHOLE) and all(
        one.verified for one in basis.figures
    ):
        return _from_assessor(_VERIFIED_ANEW, basis.figures[0].indicator)
    if reason is Reason.INCONSISTENT and basis.beside:
        return _from_submitter(_AS_STRONG.what, basis.target.indicator, _AS_STRONG.key)
    if reason is None and basis.quotient:
        reason = Reason.DERIVED
    return _mended(basis, reason)


def _mended(basis: Basis, reason: Reason | None) -> Needed:
    """Return what mends a reason, from whoever gave the figure that it is about: what the assessor
    verified, the assessor mends.
    """
    mend = _BY_REASON[reason] if reason else _VALUE
    target, about = basis.target, _about(basis, reason)
    what = mend.what.format(year=target.due, unit=target.unit)
    if about is not None and about.verified and reason is not Reason.AFTER_DUE:
        return _from_assessor(what, about.indicator)
    indicator = about.indicator if about else target.indicator
    key = "counting" if reason is Reason.SCOPE and about and _counts_otherwise(about) else mend.key
    return _from_submitter(what, indicator, key)


def _about(basis: Basis, reason: Reason | None) -> Figure | None:
    """Return the figure that a reason is about; ``None`` where it is the target's own, or all of them."""
    return next(filter(_FAULTY.get(reason, _never), basis.figures), None) if reason else None


def _never(figure: Figure) -> bool:
    return False


def _counts_otherwise(figure: Figure) -> bool:
    return figure.observation is not None and other_counting(figure.observation, figure.indicator)


_FAULTY: dict[Reason, Callable[[Figure], bool]] = {
    Reason.ESTIMATED: lambda figure: figure.status is Status.ESTIMATED,
    Reason.HEDGED: lambda figure: figure.value is None,
    Reason.SCOPE: _counts_otherwise,
}
"""Which of the figures rested on a reason is about."""


def _backing(figure: Figure, settings: Settings) -> Mend:
    """Return what would bring a figure to the evidence that is asked for."""
    if settings.min_evidence is not Grade.DOCUMENTED:
        return _CITED
    unlisted = figure.indicator.counting is not None and not (figure.observation and figure.observation.items)
    return _LISTED if unlisted else _DOCUMENTED


def _for_evidence(basis: Basis, settings: Settings) -> Needed:
    """Return what would back the weakest figure that the outcome rests on."""
    if settings.min_evidence is Grade.VERIFIED:
        return _from_assessor(_VERIFIED, basis.target.indicator)
    weakest = min(basis.figures, key=lambda figure: figure.grade.rank)
    mend = _backing(weakest, settings)
    return _from_submitter(mend.what, weakest.indicator, mend.key)


def _for_milestone(basis: Basis) -> Needed:
    target = basis.target
    at: Path = ("attestations", target.key)
    if basis.attestation and basis.attestation.state is State.ACHIEVED:
        return _by(_ACHIEVED_ON, Party.ASSESSOR, target.indicator, (*at, "achieved_on"))
    if basis.attestation:
        return _by(_ATTESTED_AT_END.format(year=target.due), Party.ASSESSOR, target.indicator, at)
    return _by(_ATTESTATION, Party.ASSESSOR, target.indicator, at)


def _from_submitter(what: Text, indicator: Indicator, key: str) -> Needed:
    at: Path = ("observations", indicator.id, *((key,) if key else ()))
    return _by(what, Party.SUBMITTER, indicator, at)


def _from_assessor(what: Text, indicator: Indicator) -> Needed:
    return _by(what, Party.ASSESSOR, indicator, ("verified", indicator.id))


def _by(what: Text, by: Party, indicator: Indicator, at: Path) -> Needed:
    """Return a need with its place, in words too: what a key is called stands in :data:`_HEADINGS`."""
    heading = _HEADINGS[str(at[2]) if len(at) > 2 else str(at[0])]
    return Needed(what, by, at, _CALLED.format(name=indicator.short.in_quotes, heading=heading))


_CALLED = Text("“{name}”的{heading}", "{heading} of “{name}”")
