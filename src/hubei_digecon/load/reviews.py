"""A review file → :class:`~hubei_digecon.domain.reviews.Review`, or every fault with its place."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from ..diagnostics import DiagnosticKind, Example, Severity, Sort
from ..diagnostics.suggest import suggestion
from ..domain.registers import CompleteRegister
from ..domain.reviews import AdjustedTarget, Attestation, RejectedItem, Review, VerifiedValue, Waiver
from ..domain.targets import Entity, Target
from ..domain.words import State
from ..shapes.diagnostics import BAD_SHA256, PARTS_OF_MILESTONE
from ..text import Text
from .catalogue import unit_for
from .document import Document, listed
from .faults import RefusedInput
from .fields import Fields, fields_of
from .references import (
    UNKNOWN_INDICATOR,
    entity_named,
    indicator_meant,
    quantity_of,
    unknown_indicator,
)
from .targets import TargetLibrary

NO_SUCH_TARGET = DiagnosticKind(
    "no-such-target",
    Severity.ERROR,
    Text("{entity}没有目标“{key}”", "{entity} has no target “{key}”"),
    Text("{suggestion}可用：{known}", "{suggestion}targets that can be named: {known}"),
    example=Example(
        fails="attestations: {manufacturing_paths: {state: achieved, date: 2026-02-10, basis: 示例}}",
        passes="attestations: {manufacturing_path: {state: achieved, date: 2026-02-10, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
NOT_TO_BE_ATTESTED = DiagnosticKind(
    "not-to-be-attested",
    Severity.ERROR,
    Text("目标“{key}”有数值，不能出具认定意见", "the target “{key}” has a number and cannot be attested"),
    Text("数值在核定值（verified）中核定", "verify its value under “verified”"),
    example=Example(
        fails="attestations: {core_value_added: {state: achieved, date: 2026-02-10, basis: 示例}}",
        passes="verified: {core_value_added: {value: 50.2亿元, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
NOT_TO_BE_VERIFIED = DiagnosticKind(
    "not-to-be-verified",
    Severity.ERROR,
    Text("定性任务“{key}”没有数值可以核定", "“{key}” is a milestone and has no value to be verified"),
    Text("在认定意见（attestations）中认定", "attest it under “attestations”"),
    example=Example(
        fails="verified: {manufacturing_path: {value: 1项, basis: 示例}}",
        passes="attestations: {manufacturing_path: {state: achieved, date: 2026-02-10, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
HEDGED_VERIFIED = DiagnosticKind(
    "hedged-verified",
    Severity.ERROR,
    Text("核定值“{text}”是概数", "the verified value “{text}” is hedged"),
    Text("填写准确数值", "give the exact value"),
    example=Example(
        fails="verified: {core_value_added: {value: 约50亿元, basis: 示例}}",
        passes="verified: {core_value_added: {value: 50.2亿元, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
NOT_TO_BE_ADJUSTED = DiagnosticKind(
    "not-to-be-adjusted",
    Severity.ERROR,
    Text(
        "定性任务“{key}”没有目标值可以调整", "“{key}” is a milestone and has no number that can be adjusted"
    ),
    Text("经批准不纳入考核的，写入经批准不纳入（waivers）", "put it under “waivers” where that is approved"),
    example=Example(
        fails="adjusted_targets:\n"
        "  manufacturing_path: {value: 1, unit: 项, approved_by: 示例机关, approved_on: 2025-09-01}",
        passes="adjusted_targets:\n"
        "  core_value_added: {value: 380, unit: 亿元, approved_by: 示例机关, approved_on: 2025-09-01}",
        sort=Sort.REVIEW,
    ),
)
DATES_REVERSED = DiagnosticKind(
    "dates-reversed",
    Severity.ERROR,
    Text(
        "“{later}”（{second}）早于“{earlier}”（{first}）",
        "“{later}” ({second}) is before “{earlier}” ({first})",
    ),
    Text("核对两个日期", "compare the two dates"),
    example=Example(
        fails="attestations:\n"
        "  manufacturing_path: {state: achieved, date: 2026-02-10, expires: 2025-12-31, basis: 示例}",
        passes="attestations:\n"
        "  manufacturing_path: {state: achieved, date: 2026-02-10, expires: 2026-12-31, basis: 示例}",
        sort=Sort.REVIEW,
    ),
)
KINDS = (
    NO_SUCH_TARGET, NOT_TO_BE_ATTESTED, NOT_TO_BE_VERIFIED, NOT_TO_BE_ADJUSTED, HEDGED_VERIFIED,
    PARTS_OF_MILESTONE, DATES_REVERSED, BAD_SHA256,
)  # fmt: skip

_ONE_STATE = Text("写明进展情况（state），只写一个", "give one state")
_EACH_STATE = Text("在各部分（parts）中逐项写明：{parts}", "give a state for each of its parts: {parts}")
T = TypeVar("T")


def read_review(document: Document, library: TargetLibrary) -> Review | RefusedInput:
    """Read a review from its tree; of one with errors return all of them, with their places."""
    return _ReviewReader(document, library).read()


class _ReviewReader:
    """Read one review; faults are gathered on the way."""

    def __init__(self, document: Document, library: TargetLibrary) -> None:
        self.source, self.library = document.file(), library
        self.fields = fields_of(document, "review")
        self.faults = self.fields.faults

    def read(self) -> Review | RefusedInput:
        fields = self.fields
        id, period = entity_named(fields, self.library), fields.value("period")
        entity = self.library.entity(id) if id else None
        name, organisation = self._reviewer()
        verified = dict(self._verified())
        rejected = tuple(self._rejected())
        attestations = tuple(self._each_target("attestations", entity, _attestation))
        waivers = tuple(self._each_target("waivers", entity, _waiver))
        adjusted = tuple(self._each_target("adjusted_targets", entity, _adjusted))
        registers = tuple(self._registers())
        faults = listed(tuple(self.faults.located()))
        if any(fault.is_error for fault in faults):
            return RefusedInput(self.source, faults, id, period)
        assert id is not None
        assert period is not None
        return Review(
            self.source,
            id,
            period,
            name,
            organisation,
            verified,
            rejected,
            attestations,
            waivers,
            adjusted,
            registers,
            faults,
        )

    def _reviewer(self) -> tuple[str, str]:
        reviewer = self.fields.inside("reviewer")
        if reviewer is None:
            return "", ""
        return reviewer.value("name") or "", reviewer.text("organisation") or ""

    def _verified(self) -> Iterator[tuple[str, VerifiedValue]]:
        for id, fields in self.fields.entries("verified"):
            indicator = self.library.catalogue.indicators.get(id)
            if indicator is None:
                self._unknown_indicator("verified", id)
            elif indicator.kind.takes_state:
                fields.fault(NOT_TO_BE_VERIFIED, key=id)
            else:
                quantity, basis = quantity_of(fields, indicator), fields.value("basis")
                if quantity and quantity.bound:
                    fields.fault(HEDGED_VERIFIED, "value", text=quantity.text)
                elif quantity and basis:
                    yield id, VerifiedValue(id, quantity, basis, fields.value("document"))

    def _rejected(self) -> Iterator[RejectedItem]:
        node: Mapping[str, Any] = self.fields.node.get("rejected_items") or {}
        inside = self.fields.inside("rejected_items")
        if inside is None:
            return
        for id in node:
            if id not in self.library.catalogue.indicators:
                self._unknown_indicator("rejected_items", str(id))
                continue
            for index, item in enumerate(inside.each(str(id))):
                name, reason = item.value("name"), item.value("reason")
                if name and reason:
                    yield RejectedItem(str(id), index, name, reason)

    def _registers(self) -> Iterator[CompleteRegister]:
        known = self.library.catalogue.indicators
        for index, word in enumerate(self.fields.each("registers")):
            sha256, complete = word.value("sha256"), word.value("complete")
            for step, category in word.elements("categories"):
                if category not in known:
                    meant = indicator_meant(category, known)
                    word.fault_at(UNKNOWN_INDICATOR, "categories", step, text=category, suggestion=meant)
            if sha256 and complete is not None:
                yield CompleteRegister(index, sha256, complete, word.texts("categories"))

    def _unknown_indicator(self, key: str, id: str) -> None:
        unknown_indicator(self.fields, key, id, self.library.catalogue.indicators)

    def _each_target(
        self, key: str, entity: Entity | None, read: Callable[[Fields, Target, str], T | None]
    ) -> Iterator[T]:
        """Read the entries under ``key``, each of which names a target of the entity."""
        if entity is None:
            return
        targets = {target.key: target for target in entity.targets}
        for name, fields in self.fields.entries(key):
            target = targets.get(name.removeprefix(f"{entity.id}."))
            if target is None:
                self._no_such_target(fields, name, entity, targets)
                continue
            entry = read(fields, target, name)
            if entry is not None:
                yield entry

    def _no_such_target(self, fields: Fields, key: str, entity: Entity, known: Iterable[str]) -> None:
        fields.fault(
            NO_SUCH_TARGET,
            key=key,
            entity=entity.name,
            suggestion=suggestion(key.removeprefix(f"{entity.id}."), known),
            known=Text.listed(known),
        )


def _attestation(fields: Fields, target: Target, named: str) -> Attestation | None:
    if not target.comparator.is_attested:
        fields.fault(NOT_TO_BE_ATTESTED, key=target.key)
        return None
    parts = _parts(fields, target)
    state: State | None = fields.value("state")
    if parts:
        state = State.ACHIEVED if set(parts.values()) == {State.ACHIEVED} else State.NOT_ACHIEVED
    date, basis = fields.value("date"), fields.value("basis")
    expires, achieved_on = fields.value("expires"), fields.value("achieved_on")
    _in_order(fields, ("date", date), ("expires", expires))
    _in_order(fields, ("achieved_on", achieved_on), ("date", date))
    if state is None or date is None or basis is None:
        return None
    return Attestation(
        target.key, state, date, basis, parts, achieved_on, fields.value("document"), expires, named
    )


def _parts(fields: Fields, target: Target) -> dict[str, State]:
    """Return the state of each part; note where they are not those of the target."""
    stated = fields.inside("parts")
    if target.parts and (stated is None or set(stated.node) != set(target.parts) or "state" in fields):
        fields.fault(
            PARTS_OF_MILESTONE, key=target.key, wanted=_EACH_STATE.format(parts=Text.listed(target.parts))
        )
        return {}
    if not target.parts:
        if stated is not None or "state" not in fields:
            fields.fault(PARTS_OF_MILESTONE, key=target.key, wanted=_ONE_STATE)
        return {}
    assert stated is not None
    states = {key: stated.value(key) for key in target.parts}
    return {key: state for key, state in states.items() if state}


def _waiver(fields: Fields, target: Target, named: str) -> Waiver | None:
    reason, by = fields.value("reason"), fields.value("approved_by")
    on, expires = fields.value("approved_on"), fields.value("expires")
    _in_order(fields, ("approved_on", on), ("expires", expires))
    if reason and by and on and expires:
        return Waiver(target.key, reason, by, on, expires, fields.text("document"), named)
    return None


def _adjusted(fields: Fields, target: Target, named: str) -> AdjustedTarget | None:
    if target.comparator.is_attested or target.value is None or target.unit is None:
        fields.fault(NOT_TO_BE_ADJUSTED, key=target.key)
        return None
    indicator = target.indicator
    unit = unit_for(fields, indicator)
    value = fields.value("value")
    by, on = fields.value("approved_by"), fields.value("approved_on")
    if value is None or unit is None or not by or not on:
        return None
    value *= indicator.units.ratio(unit, target.unit)
    return AdjustedTarget(target.key, value, target.value, by, on, fields.text("document"), named)


_Dated = tuple[str, datetime.date | None]


def _in_order(fields: Fields, earlier: _Dated, later: _Dated) -> None:
    """Note where one date is before another that it should not be before."""
    (first_key, first), (second_key, second) = earlier, later
    if first and second and second < first:
        values = {"earlier": first_key, "later": second_key, "first": first, "second": second}
        fields.fault(DATES_REVERSED, second_key, **values)
