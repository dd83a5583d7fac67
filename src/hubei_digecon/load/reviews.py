"""A review file → :class:`~hubei_digecon.model.reviews.Review`, or every fault with its place."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

from ..comparators import MILESTONE
from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, Sort
from ..model.reviews import Attestation, RejectedItem, Review, VerifiedValue, Waiver
from ..model.targets import Entity, Target
from ..model.words import State
from ..text import Text
from ..units import IndicatorKind
from .attached import document_of
from .document import Document, listed
from .door import admit
from .faults import InputError
from .fields import Fields, check_format
from .named import entity_named, quantity_of, unknown_indicator
from .near import suggestion
from .office_words import ATTESTED
from .targets import TargetLibrary

FORMAT = "digecon/review/v1"

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
    Text("核定值“{text}”是约数", "the verified value “{text}” is hedged"),
    Text("填写准确数值", "give the exact value"),
    example=Example(
        fails="verified: {core_value_added: {value: 约50亿元, basis: 示例}}",
        passes="verified: {core_value_added: {value: 50.2亿元, basis: 示例}}",
        sort=Sort.REVIEW,
    ),
)
PARTS_OF_MILESTONE = DiagnosticKind(
    "parts-of-milestone",
    Severity.ERROR,
    Text("目标“{key}”的认定意见应当{wanted}", "the attestation of “{key}” should {wanted}"),
    Text(
        "分为几部分（parts）的目标逐项写明，其他目标写明进展情况（state）",
        "a target with parts takes a state for each, any other one state",
    ),
    example=Example(
        fails="attestations: {manufacturing_path: {parts: {示例: achieved}, date: 2026-02-10, basis: 示例}}",
        passes="attestations: {manufacturing_path: {state: achieved, date: 2026-02-10, basis: 示例}}",
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
    NO_SUCH_TARGET, NOT_TO_BE_ATTESTED, NOT_TO_BE_VERIFIED, HEDGED_VERIFIED, PARTS_OF_MILESTONE,
    DATES_REVERSED,
)  # fmt: skip

_ONE_STATE = Text("写明进展情况（state），只写一个", "give one state")
_EACH_STATE = Text("在各部分（parts）中逐项写明：{parts}", "give a state for each of its parts: {parts}")
T = TypeVar("T")


def read_review(document: Document, library: TargetLibrary) -> Review:
    """Read a review from its tree.

    Raises:
        InputError: where anything in it is an error; carries all of them, with their places.
    """
    return _ReviewReader(document, library).read()


class _ReviewReader:
    """Reads one review; faults are gathered on the way."""

    def __init__(self, document: Document, library: TargetLibrary) -> None:
        self.source, self.library = document.file(), library
        self.faults: list[Diagnostic] = [*document.faults, *admit(document.root, "review")]
        self.fields = Fields(document.root, (), self.faults)

    def read(self) -> Review:
        fields = self.fields
        check_format(fields, FORMAT)
        id, period = entity_named(fields, self.library), fields.period("period")
        entity = self.library.entity(id) if id else None
        name, organisation = self._reviewer()
        verified = dict(self._verified())
        rejected = tuple(self._rejected())
        attestations = tuple(self._each_target("attestations", entity, _attestation))
        waivers = tuple(self._each_target("waivers", entity, _waiver))
        faults = listed(tuple(self.faults))
        if any(fault.is_error for fault in faults):
            raise InputError(self.source, faults, id, period)
        assert id is not None
        assert period is not None
        return Review(
            self.source, id, period, name, organisation, verified, rejected, attestations, waivers, faults
        )

    def _reviewer(self) -> tuple[str, str]:
        reviewer = self.fields.inside("reviewer")
        if reviewer is None:
            return "", ""
        return reviewer.needed("name") or "", reviewer.text("organisation") or ""

    def _verified(self) -> Iterator[tuple[str, VerifiedValue]]:
        for id, fields in self.fields.entries("verified"):
            indicator = self.library.catalogue.indicators.get(id)
            if indicator is None:
                self._unknown_indicator("verified", id)
            elif indicator.kind is IndicatorKind.MILESTONE:
                fields.fault(NOT_TO_BE_VERIFIED, key=id)
            else:
                quantity, basis = quantity_of(fields, indicator), fields.needed("basis")
                if quantity and quantity.bound:
                    fields.fault(HEDGED_VERIFIED, "value", text=quantity.text)
                elif quantity and basis:
                    yield id, VerifiedValue(id, quantity, basis, document_of(fields))

    def _rejected(self) -> Iterator[RejectedItem]:
        node: Mapping[str, Any] = self.fields.node.get("rejected_items") or {}
        inside = Fields(self.fields.node, (), self.faults).inside("rejected_items")
        if inside is None:
            return
        for id in node:
            if id not in self.library.catalogue.indicators:
                self._unknown_indicator("rejected_items", str(id))
                continue
            for index, item in enumerate(inside.each(str(id))):
                name, reason = item.needed("name"), item.needed("reason")
                if name and reason:
                    yield RejectedItem(str(id), index, name, reason)

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
            known=", ".join(known),
        )


def _attestation(fields: Fields, target: Target, named: str) -> Attestation | None:
    if target.comparator is not MILESTONE:
        fields.fault(NOT_TO_BE_ATTESTED, key=target.key)
        return None
    parts = _parts(fields, target)
    state: State | None = fields.word("state", ATTESTED)
    if parts:
        state = State.ACHIEVED if set(parts.values()) == {State.ACHIEVED} else State.NOT_ACHIEVED
    date, basis = fields.date("date"), fields.needed("basis")
    expires, achieved_on = fields.date("expires"), fields.date("achieved_on")
    _in_order(fields, ("date", date), ("expires", expires))
    _in_order(fields, ("achieved_on", achieved_on), ("date", date))
    if state is None or date is None or basis is None:
        return None
    return Attestation(
        target.key, state, date, basis, parts, achieved_on, document_of(fields), expires, named
    )


def _parts(fields: Fields, target: Target) -> dict[str, State]:
    """Return the state of each part; note where they are not those of the target."""
    stated = fields.inside("parts")
    if target.parts and (stated is None or set(stated.node) != set(target.parts) or "state" in fields):
        fields.fault(
            PARTS_OF_MILESTONE, key=target.key, wanted=_EACH_STATE.format(parts=", ".join(target.parts))
        )
        return {}
    if not target.parts:
        if stated is not None or "state" not in fields:
            fields.fault(PARTS_OF_MILESTONE, key=target.key, wanted=_ONE_STATE)
        return {}
    assert stated is not None
    states = {key: stated.word(key, ATTESTED) for key in target.parts}
    return {key: state for key, state in states.items() if state}


def _waiver(fields: Fields, target: Target, named: str) -> Waiver | None:
    reason, by = fields.needed("reason"), fields.needed("approved_by")
    on, expires = fields.date("approved_on"), fields.date("expires")
    _in_order(fields, ("approved_on", on), ("expires", expires))
    if reason and by and on and expires:
        return Waiver(target.key, reason, by, on, expires, fields.text("document"), named)
    return None


_Dated = tuple[str, datetime.date | None]


def _in_order(fields: Fields, earlier: _Dated, later: _Dated) -> None:
    """Note where one date is before another that it should not be before."""
    (first_key, first), (second_key, second) = earlier, later
    if first and second and second < first:
        values = {"earlier": first_key, "later": second_key, "first": first, "second": second}
        fields.fault(DATES_REVERSED, second_key, **values)
