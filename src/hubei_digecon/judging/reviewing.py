"""Combine the reviews of one report: the entries in force, and diagnostics on the others."""

import datetime
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, Protocol, TypeVar

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Path, Severity, Sort, SourceFile, diagnose
from ..domain.names import folded
from ..domain.registers import CompleteRegister
from ..domain.reports import Report
from ..domain.reviews import AdjustedTarget, Attestation, RejectedItem, Review, VerifiedValue, Waiver
from ..domain.targets import Catalogue, Entity, Ratio, Target
from ..records import NamedTuple
from ..text import Text
from .items import RegisterCounts

_AS_OF = Text("核验基准日为2026-02-28", "judged as of 2026-02-28")

CONTRADICTING_REVIEWS = DiagnosticKind(
    "contradicting-reviews",
    Severity.ERROR,
    Text(
        "复核意见对{key}的意见相互矛盾，均不予采用",
        "the reviews contradict each other on {key}, so neither is followed",
    ),
    Text("由核验单位统一意见，只保留一份", "let the assessor settle it, and keep one"),
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
    Text("由核验单位重新出具", "ask the assessor for a new one"),
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
        "{key}经批准不纳入的有效期至{date}，核验基准日{as_of}已失效",
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
    Text("复核意见中{key}一项没有用到：{why}", "the entry on {key} in the review is not used: {why}"),
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
    Text("无需处理", "nothing needs to be fixed"),
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
_NOT_CHOSEN = Text(
    "设定该目标的文件不在所选文件之列", "the document that sets that target is not among those chosen"
)
_VALUE_VERIFIED = Text(
    "已有核定值，不再逐项核计", "the value itself is verified, so its items are not counted"
)
_AS_PUBLISHED = Text("与公布的目标值相同", "it is the number that is published")
_NO_REGISTER = Text(
    "没有给出SHA-256相同的名录（--register）", "no register with this SHA-256 was given (--register)"
)
_NO_TARGET = Text("没有目标用到这项指标", "no target rests on this indicator")


class Reviewed(NamedTuple):
    """What the reviews of a report add to it: at most one entry for each indicator and target key."""

    verified: Mapping[str, VerifiedValue] = {}
    rejected: Mapping[str, tuple[RejectedItem, ...]] = {}
    attestations: Mapping[str, Attestation] = {}
    waivers: Mapping[str, Waiver] = {}
    adjusted: Mapping[str, AdjustedTarget] = {}
    registers: tuple[CompleteRegister, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


_NOTHING_REVIEWED = Reviewed()


class _ReviewEntry(Protocol):
    @property
    def at(self) -> Path: ...

    @property
    def about(self) -> str: ...


E = TypeVar("E", bound=_ReviewEntry)
Placed = tuple[E, SourceFile]
"""An entry, and the review it stands in."""

_Unused = tuple[_ReviewEntry, SourceFile, Text]
"""An entry that is not used, the review it stands in, and why."""


def reviewed_by(
    reviews: Sequence[Review],
    report: Report,
    entity: Entity,
    targets: Sequence[Target],
    catalogue: Catalogue,
    as_of: datetime.date,
    waivers: bool,
    register: RegisterCounts | None = None,
) -> Reviewed:
    """Return what ``reviews``, all of this report, amount to for ``targets`` on the day ``as_of``, where a
    ``register`` of items was given or none.
    """
    if not reviews:
        return _NOTHING_REVIEWED
    names = _names(entity, catalogue)
    reader = _Combining(reviews, as_of, names)
    verified = reader.one_each(
        [(value, one.source) for one in reviews for value in one.verified.values()], _number, _precision
    )
    attested = reader.one_each(reader.in_force_attestations(), _attested)
    waived = reader.one_each(reader.in_force_waivers(), lambda waiver: waiver.target, _longest)
    adjusted = reader.one_each(reader.in_force_adjusted(), lambda entry: entry.value)
    rejected = [(item, one.source) for one in reviews for item in one.rejected_items]
    registers = reader.one_each(
        [(word, one.source) for one in reviews for word in one.registers],
        lambda word: (word.complete, word.categories),
    )
    for entry, source, why in (
        *_unused_of_targets((*attested.values(), *waived.values(), *adjusted.values()), entity, targets),
        *((*placed, _AS_PUBLISHED) for placed in adjusted.values() if placed[0].value == placed[0].published),
        *_unused(verified, rejected, report, targets, catalogue, register),
        *((*placed, _NO_REGISTER) for sha256, placed in registers.items() if not _is_given(sha256, register)),
    ):
        named = f"“{entry.name}”" if isinstance(entry, RejectedItem) else names(_named_by(entry))
        reader.diagnostics.append(_about(UNUSED_ENTRY, entry.at, source, key=named, why=why))
    if not waivers:
        reader.diagnostics.extend(
            _about(WAIVER_LEFT_OUT, entry.at, source, key=names(entry.target))
            for entry, source in waived.values()
        )
        waived = {}
    return Reviewed(
        {key: entry for key, (entry, _) in verified.items()},
        _by_indicator(item for item, _ in rejected),
        {key: entry for key, (entry, _) in attested.items()},
        {key: entry for key, (entry, _) in waived.items()},
        {key: entry for key, (entry, _) in adjusted.items() if entry.value != entry.published},
        tuple(entry for entry, _ in registers.values()),
        tuple(reader.diagnostics),
    )


def _is_given(sha256: str, register: RegisterCounts | None) -> bool:
    return register is not None and register.sha256 == sha256


def _named_by(entry: _ReviewEntry) -> object:
    """Return what an entry is known by in its review."""
    return entry.about if isinstance(entry, CompleteRegister) else entry.at[1]


class _Combining:
    """Combines the entries of several reviews, and collects the diagnostics on them."""

    def __init__(
        self, reviews: Sequence[Review], as_of: datetime.date, names: Callable[[object], Text]
    ) -> None:
        self.reviews, self.as_of, self.names = reviews, as_of, names
        self.diagnostics: list[Diagnostic] = []

    def in_force_attestations(self) -> list[Placed[Attestation]]:
        """Return the attestations in force, and report the others."""
        every = [(entry, review.source) for review in self.reviews for entry in review.attestations]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(ATTESTATION_EXPIRED, entry.at, source, ("date", entry.date), entry.expires)
        ]

    def in_force_waivers(self) -> list[Placed[Waiver]]:
        """Return the waivers in force, and report the others."""
        every = [(entry, review.source) for review in self.reviews for entry in review.waivers]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(
                WAIVER_EXPIRED, entry.at, source, ("approved_on", entry.approved_on), entry.expires
            )
        ]

    def in_force_adjusted(self) -> list[Placed[AdjustedTarget]]:
        """Return the adjusted targets in force, and report the others."""
        every = [(entry, review.source) for review in self.reviews for entry in review.adjusted_targets]
        return [
            (entry, source)
            for entry, source in every
            if entry.in_force(self.as_of)
            or self._lapsed(NOT_YET_IN_FORCE, entry.at, source, ("approved_on", entry.approved_on), None)
        ]

    def one_each(
        self,
        entries: list[Placed[E]],
        says: Callable[[E], Hashable],
        order: Callable[[E], Any] = lambda entry: 0,
    ) -> dict[str, Placed[E]]:
        """Return one entry for each key; of entries that agree, the first in ``order``.

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
                self.diagnostics.extend(
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
        """Report that an entry is not in force; return False, so that it is left out."""
        early = begins[1] > self.as_of
        kind, (step, date) = (NOT_YET_IN_FORCE, begins) if early else (expired, ("expires", ends))
        named = self.names(at[1])
        self.diagnostics.append(_about(kind, (*at, step), source, key=named, date=date, as_of=self.as_of))
        return False


def _number(value: VerifiedValue) -> Hashable:
    quantity = value.quantity
    return quantity.number_in(quantity.units.full[0])


def _precision(value: VerifiedValue) -> Fraction:
    """Return half a step of the last decimal; of equal values the more precise one is kept."""
    units = value.quantity.units
    return value.quantity.half * units.ratio(value.quantity.unit, units.full[0])


def _longest(waiver: Waiver) -> int:
    return -waiver.expires.toordinal()


def _attested(entry: Attestation) -> Hashable:
    return (
        entry.state,
        tuple(sorted((key, state.id) for key, state in entry.parts.items())),
        entry.achieved_on,
    )


def _unused_of_targets(
    entries: Iterable[Placed[Attestation] | Placed[Waiver] | Placed[AdjustedTarget]],
    entity: Entity,
    targets: Iterable[Target],
) -> Iterator[_Unused]:
    """Return the entries on targets that are not judged: a later document replaces them, or the document that
    sets them was not chosen.
    """
    judged, in_force = ({target.key for target in some} for some in (targets, entity.in_force))
    for entry, source in entries:
        if entry.target not in judged:
            yield entry, source, _NOT_CHOSEN if entry.target in in_force else _SUPERSEDED


def _unused(
    verified: Mapping[str, Placed[VerifiedValue]],
    rejected: Sequence[Placed[RejectedItem]],
    report: Report,
    judged: Iterable[Target],
    catalogue: Catalogue,
    register: RegisterCounts | None,
) -> Iterator[_Unused]:
    targets = {target.indicator.id for target in judged}
    used = set(targets)
    for relation in catalogue.relations:
        if isinstance(relation, Ratio) and relation.share in used:
            used |= {relation.numerator, relation.denominator}
    for indicator, (entry, source) in verified.items():
        if indicator not in used:
            yield entry, source, _NO_TARGET
    for item, source in rejected:
        if register is not None and item.indicator in register.categories and item.indicator in targets:
            continue  # the register may have it, which is told with its records
        why = _why_not_rejected(item, report, targets, verified.keys())
        if why:
            yield item, source, why


def _why_not_rejected(
    item: RejectedItem, report: Report, targets: Container[str], verified: Container[str]
) -> Text | None:
    """Return why rejecting an item has no effect; ``None`` if it has one."""
    observation = report.observations.get(item.indicator)
    listed = {folded(one.name) for one in observation.items} if observation else set()
    if item.indicator not in targets:
        return _NO_TARGET
    if item.indicator in verified:
        return _VALUE_VERIFIED
    return None if folded(item.name) in listed else _NO_SUCH_ITEM


def _names(entity: Entity, catalogue: Catalogue) -> Callable[[object], Text]:
    """Return a function that names an indicator or a target of a review in words beside its key."""
    names = {id: indicator.short for id, indicator in catalogue.indicators.items()}
    names |= {target.key: target.indicator.short for target in entity.targets}

    def named(key: object) -> Text:
        name = names.get(str(key).rpartition(".")[2])
        return Text(f"{name.zh}（{key}）", f"{name.en} ({key})") if name else Text.same(str(key))

    return named


def _about(kind: DiagnosticKind, at: Path, source: SourceFile, /, **values: object) -> Diagnostic:
    """Make a diagnostic on a review, to be listed with the report it belongs to."""
    return diagnose(kind, at, source.find(at), **values).about(source)


def _by_indicator(items: Iterator[RejectedItem]) -> dict[str, tuple[RejectedItem, ...]]:
    grouped: dict[str, tuple[RejectedItem, ...]] = {}
    for item in items:
        grouped[item.indicator] = (*grouped.get(item.indicator, ()), item)
    return grouped
