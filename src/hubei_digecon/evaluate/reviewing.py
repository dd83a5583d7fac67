"""What the reviews of one report come to: the entries in force, and what there is to say of the others."""

import datetime
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from ..diagnostics import Diagnostic, DiagnosticKind, Path, Severity, SourceFile, remark
from ..items.names import folded
from ..model.reports import Report
from ..model.reviews import Attestation, RejectedItem, Review, VerifiedValue, Waiver
from ..model.targets import Catalogue, Entity, Ratio
from ..text import Text
from ..units import units_of

CONTRADICTING_REVIEWS = DiagnosticKind(
    "contradicting-reviews",
    Severity.ERROR,
    Text(
        "复核文件对“{key}”的意见相互矛盾，均不采用",
        "the reviews contradict each other on “{key}”, so neither is followed",
    ),
    Text("由评估方统一意见，只保留一份", "let the assessor settle it, and keep one"),
)
ATTESTATION_EXPIRED = DiagnosticKind(
    "attestation-expired",
    Severity.WARNING,
    Text(
        "“{key}”的认定意见有效期至{date}，核验基准日{as_of}已失效",
        "the attestation of “{key}” ran until {date} and is no longer in force on {as_of}",
    ),
    Text("由评估方重新出具", "ask the assessor for a new one"),
)
WAIVER_EXPIRED = DiagnosticKind(
    "waiver-expired",
    Severity.WARNING,
    Text(
        "“{key}”的不纳入考核批准有效期至{date}，核验基准日{as_of}已失效",
        "the waiver of “{key}” ran until {date} and is no longer in force on {as_of}",
    ),
    Text("重新报批，或删去", "have it approved anew, or remove it"),
)
NOT_YET_IN_FORCE = DiagnosticKind(
    "not-yet-in-force",
    Severity.WARNING,
    Text(
        "“{key}”自{date}起生效，核验基准日{as_of}尚未生效",
        "“{key}” is in force from {date} on, not yet on {as_of}",
    ),
    Text("核对日期和核验基准日", "compare the date with the day to judge as of"),
)
UNUSED_ENTRY = DiagnosticKind(
    "unused-review-entry",
    Severity.WARNING,
    Text("复核内容“{key}”没有用到：{why}", "the entry “{key}” of the review is not used: {why}"),
    Text("核对名称，或删去", "compare the name, or remove it"),
)
KINDS = (CONTRADICTING_REVIEWS, ATTESTATION_EXPIRED, WAIVER_EXPIRED, NOT_YET_IN_FORCE, UNUSED_ENTRY)

_NO_SUCH_ITEM = Text("报告的清单中没有这一项", "no such item is listed in the report")
_NO_TARGET = Text("没有目标用到这项指标", "no target rests on this indicator")
_WAIVERS_OFF = Text("已要求不计批准（--no-waivers）", "waivers are left out of account (--no-waivers)")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reviews of a report add to it: one entry at most for each indicator and target key."""

    verified: Mapping[str, VerifiedValue] = field(default_factory=dict)
    rejected: Mapping[str, tuple[RejectedItem, ...]] = field(default_factory=dict)
    attestations: Mapping[str, Attestation] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    remarks: tuple[Diagnostic, ...] = ()


class _Entry(Protocol):
    @property
    def at(self) -> Path: ...


E = TypeVar("E", bound=_Entry)
Placed = tuple[E, SourceFile]
"""An entry, and the review it stands in."""


def reviewed_by(
    reviews: Sequence[Review],
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
    as_of: datetime.date,
    waivers: bool,
) -> Reviewed:
    """Return what ``reviews``, all of them of this report, come to on the day ``as_of``."""
    if not reviews:
        return Reviewed()
    reader = _Combining(reviews, as_of)
    verified = reader.one_each(
        [(value, one.source) for one in reviews for value in one.verified.values()], _number
    )
    attested = reader.one_each(reader.in_force_attestations(), _attested)
    waived = reader.one_each(reader.in_force_waivers(), lambda waiver: waiver.target)
    rejected = [(item, one.source) for one in reviews for item in one.rejected_items]
    reader.remarks.extend(_unused(verified, rejected, report, entity, catalogue))
    if not waivers:
        reader.remarks.extend(_unused_entry(entry, source, _WAIVERS_OFF) for entry, source in waived.values())
        waived = {}
    return Reviewed(
        {key: entry for key, (entry, _) in verified.items()},
        _by_indicator(item for item, _ in rejected),
        {key: entry for key, (entry, _) in attested.items()},
        {key: entry for key, (entry, _) in waived.items()},
        tuple(reader.remarks),
    )


class _Combining:
    """Puts the entries of several reviews together, and gathers what there is to say of them."""

    def __init__(self, reviews: Sequence[Review], as_of: datetime.date) -> None:
        self.reviews, self.as_of = reviews, as_of
        self.remarks: list[Diagnostic] = []

    def in_force_attestations(self) -> list[Placed[Attestation]]:
        """Return the attestations in force; the others are remarked on."""
        every = [(entry, review.source) for review in self.reviews for entry in review.attestations]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(ATTESTATION_EXPIRED, entry.at, source, entry.date, entry.expires)
        ]

    def in_force_waivers(self) -> list[Placed[Waiver]]:
        """Return the waivers in force; the others are remarked on."""
        every = [(entry, review.source) for review in self.reviews for entry in review.waivers]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(WAIVER_EXPIRED, entry.at, source, entry.approved_on, entry.expires)
        ]

    def one_each(self, entries: list[Placed[E]], says: Callable[[E], Hashable]) -> dict[str, Placed[E]]:
        """Return one entry for each key; those that contradict each other decide nothing."""
        grouped: dict[str, list[Placed[E]]] = {}
        for entry, source in entries:
            grouped.setdefault(str(entry.at[1]), []).append((entry, source))
        agreed = {}
        for key, group in grouped.items():
            if len({says(entry) for entry, _ in group}) == 1:
                agreed[key] = group[0]
            else:
                self.remarks.extend(
                    _about(CONTRADICTING_REVIEWS, entry.at, source, key=key) for entry, source in group
                )
        return agreed

    def _lapsed(
        self,
        expired: DiagnosticKind,
        at: Path,
        source: SourceFile,
        begins: datetime.date,
        ends: datetime.date | None,
    ) -> bool:
        """Remark that an entry is not in force; always False, for it is then left out."""
        early = begins > self.as_of
        kind, step, date = (NOT_YET_IN_FORCE, "date", begins) if early else (expired, "expires", ends)
        self.remarks.append(_about(kind, (*at, step), source, key=at[1], date=date, as_of=self.as_of))
        return False


def _number(value: VerifiedValue) -> Hashable:
    quantity = value.quantity
    return quantity.number_in(units_of(quantity.kind)[0])


def _attested(entry: Attestation) -> Hashable:
    return (
        entry.state,
        tuple(sorted((key, state.id) for key, state in entry.parts.items())),
        entry.achieved_on,
    )


def _unused(
    verified: Mapping[str, Placed[VerifiedValue]],
    rejected: Sequence[Placed[RejectedItem]],
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
) -> Iterator[Diagnostic]:
    used = {target.indicator.id for target in entity.in_force}
    for relation in catalogue.relations:
        if isinstance(relation, Ratio) and relation.share in used:
            used |= {relation.numerator, relation.denominator}
    for indicator, (entry, source) in verified.items():
        if indicator not in used:
            yield _unused_entry(entry, source, _NO_TARGET)
    for item, source in rejected:
        observation = report.observations.get(item.indicator)
        listed = {folded(one.name) for one in observation.items} if observation else set()
        if folded(item.name) not in listed:
            yield _unused_entry(item, source, _NO_SUCH_ITEM)


def _unused_entry(entry: _Entry, source: SourceFile, why: Text) -> Diagnostic:
    key = entry.name if isinstance(entry, RejectedItem) else entry.at[1]
    return _about(UNUSED_ENTRY, entry.at, source, key=key, why=why)


def _about(kind: DiagnosticKind, at: Path, source: SourceFile, /, **values: object) -> Diagnostic:
    """Make a remark on a review, to be listed with the report it belongs to."""
    return remark(kind, at, source.find(at), **values).about(source)


def _by_indicator(items: Iterator[RejectedItem]) -> dict[str, tuple[RejectedItem, ...]]:
    grouped: dict[str, tuple[RejectedItem, ...]] = {}
    for item in items:
        grouped[item.indicator] = (*grouped.get(item.indicator, ()), item)
    return grouped
