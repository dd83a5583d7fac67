"""What the reviews of one report come to: the entries in force, and what there is to say of the others."""

import datetime
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, Sort, SourceFile, remark
from ..model.reports import Report
from ..model.reviews import Attestation, RejectedItem, Review, VerifiedValue, Waiver
from ..model.targets import Catalogue, Entity, Ratio
from ..names import folded
from ..text import Text
from ..units import ratio, units_of

_AS_OF = Text("核验基准日为2026-02-28", "judged as of 2026-02-28")

CONTRADICTING_REVIEWS = DiagnosticKind(
    "contradicting-reviews",
    Severity.ERROR,
    Text(
        "复核文件对{key}的意见相互矛盾，均不采用",
        "the reviews contradict each other on {key}, so neither is followed",
    ),
    Text("由评估方统一意见，只保留一份", "let the assessor settle it, and keep one"),
    example=Example(
        fails="attestations:\n"
        "  manufacturing_path: {state: achieved, date: 2026-02-10, basis: 示例}\n"
        "  wuhan-wedz.manufacturing_path: {state: not_achieved, date: 2026-02-12, basis: 示例}",
        passes="attestations:\n  manufacturing_path: {state: not_achieved, date: 2026-02-12, basis: 示例}",
        sort=Sort.REVIEW,
    ),
)
ATTESTATION_EXPIRED = DiagnosticKind(
    "attestation-expired",
    Severity.WARNING,
    Text(
        "{key}的认定意见有效期至{date}，核验基准日{as_of}已失效",
        "the attestation of {key} ran until {date} and is no longer in force on {as_of}",
    ),
    Text("由评估方重新出具", "ask the assessor for a new one"),
    example=Example(
        fails="attestations:\n"
        "  manufacturing_path: {state: achieved, date: 2025-12-10, basis: 示例, expires: 2026-02-27}",
        passes="attestations:\n"
        "  manufacturing_path: {state: achieved, date: 2025-12-10, basis: 示例, expires: 2026-02-28}",
        sort=Sort.REVIEW,
        given=_AS_OF,
    ),
)
WAIVER_EXPIRED = DiagnosticKind(
    "waiver-expired",
    Severity.WARNING,
    Text(
        "{key}的不纳入考核批准有效期至{date}，核验基准日{as_of}已失效",
        "the waiver of {key} ran until {date} and is no longer in force on {as_of}",
    ),
    Text("重新报批，或删去", "have it approved anew, or remove it"),
    example=Example(
        fails="waivers:\n"
        "  manufacturing_path:\n"
        "    {reason: 示例, approved_by: 示例机关, approved_on: 2025-06-10, expires: 2026-02-27}",
        passes="waivers:\n"
        "  manufacturing_path:\n"
        "    {reason: 示例, approved_by: 示例机关, approved_on: 2025-06-10, expires: 2026-02-28}",
        sort=Sort.REVIEW,
        given=_AS_OF,
    ),
)
NOT_YET_IN_FORCE = DiagnosticKind(
    "not-yet-in-force",
    Severity.WARNING,
    Text(
        "{key}自{date}起生效，核验基准日{as_of}尚未生效",
        "{key} is in force from {date} on, not yet on {as_of}",
    ),
    Text("核对日期和核验基准日", "compare the date with the day to judge as of"),
    example=Example(
        fails="attestations: {manufacturing_path: {state: achieved, date: 2026-03-01, basis: 示例}}",
        passes="attestations: {manufacturing_path: {state: achieved, date: 2026-02-28, basis: 示例}}",
        sort=Sort.REVIEW,
        given=_AS_OF,
    ),
)
UNUSED_ENTRY = DiagnosticKind(
    "unused-review-entry",
    Severity.WARNING,
    Text("复核文件中{key}一项没有用到：{why}", "the entry on {key} in the review is not used: {why}"),
    Text("核对名称，或删去", "compare the name, or remove it"),
    example=Example(
        fails="verified: {gazelle_firms: {value: 20家, basis: 示例}}",
        passes="verified: {core_value_added: {value: 50.2亿元, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
WAIVER_LEFT_OUT = DiagnosticKind(
    "waiver-left-out",
    Severity.NOTE,
    Text(
        "已要求不计批准（--no-waivers），{key}照常核验",
        "{key} is judged as if it were not waived, as asked for (--no-waivers)",
    ),
    Text("无需改正", "nothing needs to be mended"),
    example=Example(
        fails="waivers:\n"
        "  manufacturing_path:\n"
        "    {reason: 示例, approved_by: 示例机关, approved_on: 2025-06-10, expires: 2026-12-31}",
        passes="attestations: {manufacturing_path: {state: achieved, date: 2026-02-10, basis: 示例}}",
        sort=Sort.REVIEW,
        given=Text("运行时加 --no-waivers", "--no-waivers is given"),
    ),
)
KINDS = (
    CONTRADICTING_REVIEWS, ATTESTATION_EXPIRED, WAIVER_EXPIRED, NOT_YET_IN_FORCE, UNUSED_ENTRY,
    WAIVER_LEFT_OUT,
)  # fmt: skip

_NO_SUCH_ITEM = Text("报告的清单中没有这一项", "no such item is listed in the report")
_SUPERSEDED = Text("该目标已被取代，不再核验", "that target is superseded and no longer judged")
_VALUE_VERIFIED = Text(
    "已有核定值，不再逐项核计", "the value itself is verified, so its items are not counted"
)
_NO_TARGET = Text("没有目标用到这项指标", "no target rests on this indicator")


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What the reviews of a report add to it: one entry at most for each indicator and target key."""

    verified: Mapping[str, VerifiedValue] = field(default_factory=dict)
    rejected: Mapping[str, tuple[RejectedItem, ...]] = field(default_factory=dict)
    attestations: Mapping[str, Attestation] = field(default_factory=dict)
    waivers: Mapping[str, Waiver] = field(default_factory=dict)
    remarks: tuple[Diagnostic, ...] = ()


_NOTHING_REVIEWED = Reviewed()


class _Entry(Protocol):
    @property
    def at(self) -> Path: ...

    @property
    def about(self) -> str: ...


E = TypeVar("E", bound=_Entry)
Placed = tuple[E, SourceFile]
"""An entry, and the review it stands in."""

_Unused = tuple[_Entry, SourceFile, Text]
"""An entry that is not used, the review it stands in, and why."""


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
        return _NOTHING_REVIEWED
    names = _names(entity, catalogue)
    reader = _Combining(reviews, as_of, names)
    verified = reader.one_each(
        [(value, one.source) for one in reviews for value in one.verified.values()], _number, _precision
    )
    attested = reader.one_each(reader.in_force_attestations(), _attested)
    waived = reader.one_each(reader.in_force_waivers(), lambda waiver: waiver.target, _longest)
    rejected = [(item, one.source) for one in reviews for item in one.rejected_items]
    for entry, source, why in (
        *_unused_of_targets((*attested.values(), *waived.values()), entity),
        *_unused(verified, rejected, report, entity, catalogue),
    ):
        named = f"“{entry.name}”" if isinstance(entry, RejectedItem) else names(entry.at[1])
        reader.remarks.append(_about(UNUSED_ENTRY, entry.at, source, key=named, why=why))
    if not waivers:
        reader.remarks.extend(
            _about(WAIVER_LEFT_OUT, entry.at, source, key=names(entry.target))
            for entry, source in waived.values()
        )
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

    def __init__(
        self, reviews: Sequence[Review], as_of: datetime.date, names: Callable[[object], Text]
    ) -> None:
        self.reviews, self.as_of, self.names = reviews, as_of, names
        self.remarks: list[Diagnostic] = []

    def in_force_attestations(self) -> list[Placed[Attestation]]:
        """Return the attestations in force; the others are remarked on."""
        every = [(entry, review.source) for review in self.reviews for entry in review.attestations]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(ATTESTATION_EXPIRED, entry.at, source, ("date", entry.date), entry.expires)
        ]

    def in_force_waivers(self) -> list[Placed[Waiver]]:
        """Return the waivers in force; the others are remarked on."""
        every = [(entry, review.source) for review in self.reviews for entry in review.waivers]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(
                WAIVER_EXPIRED, entry.at, source, ("approved_on", entry.approved_on), entry.expires
            )
        ]

    def one_each(
        self,
        entries: list[Placed[E]],
        says: Callable[[E], Hashable],
        order: Callable[[E], Any] = lambda entry: 0,
    ) -> dict[str, Placed[E]]:
        """Return one entry for each key, of those that say the same the first in ``order``.

        Entries that contradict each other decide nothing.
        """
        grouped: dict[str, list[Placed[E]]] = {}
        for entry, source in entries:
            grouped.setdefault(entry.about, []).append((entry, source))
        agreed = {}
        for key, group in grouped.items():
            if len({says(entry) for entry, _ in group}) == 1:
                agreed[key] = min(group, key=lambda placed: order(placed[0]))
            else:
                named = self.names(key)
                self.remarks.extend(
                    _about(CONTRADICTING_REVIEWS, entry.at, source, key=named) for entry, source in group
                )
        return agreed

    def _lapsed(
        self,
        expired: DiagnosticKind,
        at: Path,
        source: SourceFile,
        begins: tuple[str, datetime.date],
        ends: datetime.date | None,
    ) -> bool:
        """Remark that an entry is not in force; always False, for it is then left out."""
        early = begins[1] > self.as_of
        kind, (step, date) = (NOT_YET_IN_FORCE, begins) if early else (expired, ("expires", ends))
        named = self.names(at[1])
        self.remarks.append(_about(kind, (*at, step), source, key=named, date=date, as_of=self.as_of))
        return False


def _number(value: VerifiedValue) -> Hashable:
    quantity = value.quantity
    return quantity.number_in(units_of(quantity.kind)[0])


def _precision(value: VerifiedValue) -> Fraction:
    """Return half a step of the last decimal: of equal values the one written with more stands."""
    unit = units_of(value.quantity.kind)[0]
    return value.quantity.half * ratio(value.quantity.unit, unit)


def _longest(waiver: Waiver) -> int:
    return -waiver.expires.toordinal()


def _attested(entry: Attestation) -> Hashable:
    return (
        entry.state,
        tuple(sorted((key, state.id) for key, state in entry.parts.items())),
        entry.achieved_on,
    )


def _unused_of_targets(
    entries: Iterable[Placed[Attestation] | Placed[Waiver]], entity: Entity
) -> Iterator[_Unused]:
    """Return the entries about targets that a later document replaces: they are never judged."""
    judged = {target.key for target in entity.in_force}
    for entry, source in entries:
        if entry.target not in judged:
            yield entry, source, _SUPERSEDED


def _unused(
    verified: Mapping[str, Placed[VerifiedValue]],
    rejected: Sequence[Placed[RejectedItem]],
    report: Report,
    entity: Entity,
    catalogue: Catalogue,
) -> Iterator[_Unused]:
    targets = {target.indicator.id for target in entity.in_force}
    used = set(targets)
    for relation in catalogue.relations:
        if isinstance(relation, Ratio) and relation.share in used:
            used |= {relation.numerator, relation.denominator}
    for indicator, (entry, source) in verified.items():
        if indicator not in used:
            yield entry, source, _NO_TARGET
    for item, source in rejected:
        why = _why_not_rejected(item, report, targets, verified.keys())
        if why:
            yield item, source, why


def _why_not_rejected(
    item: RejectedItem, report: Report, targets: Container[str], verified: Container[str]
) -> Text | None:
    """Return why rejecting an item changes nothing, ``None`` where it does."""
    observation = report.observations.get(item.indicator)
    listed = {folded(one.name) for one in observation.items} if observation else set()
    if item.indicator not in targets:
        return _NO_TARGET
    if item.indicator in verified:
        return _VALUE_VERIFIED
    return None if folded(item.name) in listed else _NO_SUCH_ITEM


def _names(entity: Entity, catalogue: Catalogue) -> Callable[[object], Text]:
    """Return what says an indicator or a target, of which a review has the key, in words beside the key."""
    names = {id: indicator.short for id, indicator in catalogue.indicators.items()}
    names |= {target.key: target.indicator.short for target in entity.targets}

    def named(key: object) -> Text:
        name = names.get(str(key).rpartition(".")[2])
        return Text(f"{name.zh}（{key}）", f"{name.en} ({key})") if name else Text.same(str(key))

    return named


def _about(kind: DiagnosticKind, at: Path, source: SourceFile, /, **values: object) -> Diagnostic:
    """Make a remark on a review, to be listed with the report it belongs to."""
    return remark(kind, at, source.find(at), **values).about(source)


def _by_indicator(items: Iterator[RejectedItem]) -> dict[str, tuple[RejectedItem, ...]]:
    grouped: dict[str, tuple[RejectedItem, ...]] = {}
    for item in items:
        grouped[item.indicator] = (*grouped.get(item.indicator, ()), item)
    return grouped
