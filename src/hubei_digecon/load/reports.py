"""A report file → :class:`~hubei_digecon.model.reports.Report`, or every fault with its place."""

from collections.abc import Callable, Mapping
from typing import Any

from ..diagnostics import Diagnostic, DiagnosticKind, Example, Severity, SourceFile
from ..model.reports import Evidence, Item, Observation, Report, Submission
from ..model.targets import Catalogue, Indicator
from ..model.words import Counting, Level, Missing, State, Status
from ..quantity import Quantity
from ..text import Text
from ..units import IndicatorKind
from .attached import document_of
from .document import Document, listed, read_document
from .door import admit
from .faults import InputError
from .fields import YEARS, Fields, check_format, words_of
from .named import entity_named, quantity_of, unknown_indicator
from .near import suggestion
from .targets import TargetLibrary

FORMAT = "digecon/report/v1"

NOT_FOR_KIND = DiagnosticKind(
    "not-for-kind",
    Severity.ERROR,
    Text("{kind}指标不能填写“{key}”", "an indicator of kind {kind} takes no “{key}”"),
    Text("改填“{instead}”", "give “{instead}” instead"),
    example=Example(
        fails="observations: {manufacturing_path: {value: 100%}}",
        passes="observations: {manufacturing_path: {state: partial}}",
    ),
)
VALUE_AND_MISSING = DiagnosticKind(
    "value-and-missing",
    Severity.ERROR,
    Text("既有数值又注明缺失", "there is a value, and yet it is said to be missing"),
    Text("只保留一项", "keep one of the two"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, missing: not_published}}",
        passes="observations: {gdp: {missing: not_published}}",
    ),
)
UNKNOWN_SCOPE = DiagnosticKind(
    "unknown-scope",
    Severity.WARNING,
    Text(
        "统计口径“{text}”不在目录中，按未注明处理",
        "the scope “{text}” is not in the catalogue and counts as unstated",
    ),
    Text("{suggestion}目录中的口径：{known}", "{suggestion}scopes of the catalogue: {known}"),
    example=Example(
        fails="observations: {core_value_added: {value: 50亿元, scope: 核心产业}}",
        passes="observations: {core_value_added: {value: 50亿元, scope: core-2021}}",
    ),
)
ITEMS_WITHOUT_VALUE = DiagnosticKind(
    "items-without-value",
    Severity.WARNING,
    Text(
        "列有清单，但没有填报数值，按未报数据处理",
        "items are listed but no value is given, so it counts as no data",
    ),
    Text("填写 value 和 unit", "give value and unit"),
    example=Example(
        fails="observations: {attracted_top100_firms: {counting: cumulative, items: [{name: 示例公司}]}}",
        passes="observations: {attracted_top100_firms: {counting: cumulative, value: 1家}}",
    ),
)
WITHOUT_EFFECT = DiagnosticKind(
    "without-effect",
    Severity.WARNING,
    Text("“{key}”对{kind}指标没有作用", "“{key}” says nothing of an indicator of kind {kind}"),
    Text("删去“{key}”", "remove “{key}”"),
    example=Example(
        fails="observations: {gdp: {value: 1000亿元, counting: cumulative}}",
        passes="observations: {gdp: 1000亿元}",
    ),
)
KINDS = (NOT_FOR_KIND, VALUE_AND_MISSING, UNKNOWN_SCOPE, ITEMS_WITHOUT_VALUE, WITHOUT_EFFECT)

STATUSES = words_of(Status, Status.UNSTATED) | {
    "年报": Status.FINAL,
    "定案": Status.FINAL,
    "最终核实": Status.FINAL,
    "快报": Status.PROVISIONAL,
    "公报": Status.PROVISIONAL,
    "初步": Status.PROVISIONAL,
    "初步核算": Status.PROVISIONAL,
    "预计": Status.ESTIMATED,
    "预测": Status.ESTIMATED,
    "测算": Status.ESTIMATED,
}
"""How a submitter can say how settled a figure is; 核定 is the assessor's word and not among them."""

STATES = words_of(State, State.NOT_ACHIEVED)
COUNTINGS = words_of(Counting)
MISSINGS = words_of(Missing)
LEVELS = words_of(Level)


def load_report(path: str, library: TargetLibrary) -> Report:
    """Read the report at ``path`` (``-``: standard input) against the catalogue of ``library``.

    Raises:
        InputError: where anything in it is an error; carries all of them, with their places.
    """
    return read_report(read_document(path), library)


def read_report(document: Document, library: TargetLibrary) -> Report:
    """Read a report from its tree; see :func:`load_report`."""
    return _ReportReader(document, library).read()


class _ReportReader:
    """Reads one report; faults and remarks are gathered on the way."""

    def __init__(self, document: Document, library: TargetLibrary) -> None:
        self.source: SourceFile = document.file()
        self.library, self.catalogue = library, library.catalogue
        self.faults: list[Diagnostic] = [*document.faults, *admit(document.root, "report")]
        self.fields = Fields(document.root, (), self.faults)

    def read(self) -> Report:
        fields = self.fields
        check_format(fields, FORMAT)
        entity, period = entity_named(fields, self.library), fields.period("period")
        submitted = self._submitted()
        illustrative = fields.flag("illustrative")
        observations = dict(self._observations())
        remarks = listed(tuple(self.faults))
        if any(fault.is_error for fault in remarks):
            raise InputError(self.source, remarks, entity, period)
        assert entity is not None
        assert period is not None
        assert submitted is not None
        return Report(self.source, entity, period, submitted, observations, illustrative, remarks)

    def _submitted(self) -> Submission | None:
        fields = self.fields.inside("submitted")
        if fields is None:
            return None
        by, date = fields.needed("by"), fields.date("date")
        revision = fields.whole("revision", 1, 9999)
        return Submission(by, date, revision or 1) if by and date else None

    def _observations(self) -> "list[tuple[str, Observation]]":
        read, known = [], self.catalogue.indicators
        for name in self.fields.node.get("observations") or ():
            if name not in known:  # left empty too: a misspelt name must not pass in silence
                unknown_indicator(self.fields, "observations", name, known)
        for name, fields in self.fields.entries("observations", short="value"):
            indicator = known.get(name)
            if indicator is None:
                continue
            observation = _ObservationReader(fields, indicator, self.catalogue).read()
            if observation is not None:
                read.append((name, observation))
        return read


class _ObservationReader:
    """Reads one observation of a known indicator."""

    def __init__(self, fields: Fields, indicator: Indicator, catalogue: Catalogue) -> None:
        self.fields, self.indicator, self.catalogue = fields, indicator, catalogue

    def read(self) -> Observation | None:
        """Return the observation; ``None`` where a form is not yet filled or a fault is noted."""
        fields = self.fields
        state, quantity = self._state(), self._quantity()
        missing = fields.word("missing", MISSINGS)
        if missing and (quantity or state):
            fields.fault(VALUE_AND_MISSING, "missing")
        self._without_effect()
        read = _present(fields, _OBSERVATION)
        observation = Observation(
            self.indicator.id,
            quantity,
            state,
            missing,
            scope=self._scope(),
            source=_evidence(fields.inside("source", short="title")),
            commitment=fields.text("target"),
            told=tuple(self._told()) if _TOLD & fields.node.keys() else (),
            **read,
        )
        if quantity or state or missing:
            return observation
        if observation.items and "value" not in fields:
            fields.fault(ITEMS_WITHOUT_VALUE, "items")
        return None

    def _without_effect(self) -> None:
        """Remark on keys that say nothing of an indicator of this kind."""
        kind = self.indicator.kind
        keys = _ONLY_OF_COUNTS if kind is not IndicatorKind.COUNT else ()
        for key in (*keys, *(_ONLY_OF_NUMBERS if kind is IndicatorKind.MILESTONE else ())):
            if key in self.fields:
                self.fields.fault(WITHOUT_EFFECT, key, key=key, kind=kind.term)

    def _state(self) -> State | None:
        """Return a milestone's state; the short form gives it in place of a value."""
        fields = self.fields
        if self.indicator.kind is not IndicatorKind.MILESTONE:
            self._refuse("state", "value")
            return None
        if fields.short:
            return self._word("value")
        self._refuse("value", "state")
        return self._word("state")

    def _word(self, key: str) -> State | None:
        state: State | None = self.fields.word(key, STATES, called="state")
        return state

    def _refuse(self, key: str, instead: str) -> None:
        if key in self.fields:
            kind = self.indicator.kind.term
            self.fields.fault(NOT_FOR_KIND, key, key=key, kind=kind, instead=instead)

    def _quantity(self) -> Quantity | None:
        if self.indicator.kind is IndicatorKind.MILESTONE:
            return None
        return quantity_of(self.fields, self.indicator)

    def _scope(self) -> str | None:
        scope = self.fields.text("scope")
        if scope is None or scope in self.catalogue.scopes:
            return scope
        self.fields.fault(
            UNKNOWN_SCOPE,
            "scope",
            text=scope,
            suggestion=suggestion(scope, self.catalogue.scopes),
            known=", ".join(self.catalogue.scopes),
        )
        return None

    def _told(self) -> "list[tuple[Text, str]]":
        """Return what is recorded and shown only, each with its label."""
        told: list[tuple[Text, str | None]] = []
        base = self.fields.inside("base")
        if base:
            year = base.whole("year", *YEARS)
            told.append((Text("基期值", "base value"), f"{base.text('value')} ({year})"))
        deviation = self.fields.inside("deviation")
        if deviation:
            told.append((Text("偏差原因", "cause of deviation"), deviation.text("cause")))
            told.append((Text("改进措施", "measures"), deviation.text("measures")))
        told.append((Text("情况说明", "explanation"), self.fields.text("explanation")))
        told.append((Text("备注", "note"), self.fields.text("note")))
        return [(label, text) for label, text in told if text]


def _present(fields: Fields, readers: "dict[str, _Read]") -> dict[str, Any]:
    """Read the keys that are there; one that is not costs nothing."""
    return {
        key: readers[key](fields, key)
        for key, value in fields.node.items()
        if value is not None and key in readers
    }


def _evidence(fields: Fields | None) -> Evidence | None:
    if fields is None:
        return None
    read = _present(fields, _EVIDENCE)
    return Evidence(**read) if any(read.values()) else None


def _every_evidence(fields: Fields, key: str) -> tuple[Evidence, ...]:
    return tuple(filter(None, map(_evidence, fields.each(key, short="title"))))


def _items(fields: Fields, key: str) -> tuple[Item, ...]:
    return tuple(Item(**{"name": "", **_present(item, _ITEM)}) for item in fields.each(key))


def _one_of(words: Mapping[str, Any]) -> "_Read":
    return lambda fields, key: fields.word(key, words)


_Read = Callable[[Fields, str], Any]

_EVIDENCE: dict[str, _Read] = {
    "title": Fields.text,
    "issuer": Fields.text,
    "document": document_of,
    "dated": Fields.date,
}
_ITEM: dict[str, _Read] = {
    "name": lambda fields, key: fields.needed(key) or "",
    "code": Fields.text,
    "level": _one_of(LEVELS),
    "recognised_on": Fields.date,
    "valid_until": Fields.date,
    "by": Fields.text,
    "list": Fields.text,
    "publisher": Fields.text,
    "year": lambda fields, key: fields.whole(key, *YEARS),
    "certificate": Fields.text,
    "document": document_of,
}
_OBSERVATION: dict[str, _Read] = {
    "status": lambda fields, key: fields.word(key, STATUSES) or Status.UNSTATED,
    "counting": _one_of(COUNTINGS),
    "period": Fields.period,
    "items": _items,
    "evidence": _every_evidence,
}
"""How each key is read."""

_ONLY_OF_COUNTS = ("items", "counting")
_ONLY_OF_NUMBERS = ("unit", "scope")
_TOLD = {"base", "deviation", "explanation", "note"}
