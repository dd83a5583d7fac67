"""One observation of a report, read; or what is wrong with it."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, NamedTuple

from ..diagnostics import DiagnosticKind, Example, Severity
from ..model.reports import Observation
from ..model.targets import Catalogue, Indicator
from ..model.words import Counting, Missing, Nature, State, Status
from ..names import folded
from ..quantity import Quantity, ordinary_quantity
from ..text import Text
from ..units import UNITS, IndicatorKind
from .dates import YEARS, Readings
from .fields import Fields
from .named import quantity_of
from .near import suggestion
from .office_words import (
    ANNUAL,
    BASICALLY,
    COUNTINGS,
    COUNTINGS_ASKED,
    FOOTNOTED,
    FOR_STOCKS,
    FORECASTS,
    MISSINGS,
    NO_VALUES,
    NONE,
    NONE_OF_A_COUNT,
    STATES,
    STATES_ASKED,
    STATUSES,
    STATUSES_ASKED,
    VALUES_ASKED,
    footnoted,
)
from .report_keys import (
    NOT_AT_ONCE,
    Read,
    evidence_at_once,
    evidence_of,
    item_at_once,
    items_of,
    office_word,
    present,
    source_of,
)

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
        "统计口径“{text}”不在目录中，按其他口径处理",
        "the scope “{text}” is not in the catalogue and counts as another one",
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
    Text("填写完成值（value）和计量单位（unit）", "give value and unit"),
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


def observation_at_once(node: Any, indicator: Indicator, catalogue: Catalogue) -> Observation | None:
    """Read an observation where there is nothing to note of it, as of nearly every one; else return
    nothing, and :func:`read_observation` reads it.
    """
    try:
        read = {key: _AT_ONCE[key](value) for key, value in node.items()}
    except NOT_AT_ONCE:
        return None
    if not _TOLD.isdisjoint(read):
        read["told"] = tuple(_told({key: read.pop(key) for key in _TOLD & read.keys()}))
    if indicator.kind is IndicatorKind.MILESTONE:
        return Observation(indicator.id, **read) if "state" in read and _OF_NUMBERS.isdisjoint(read) else None
    if "state" in read or (indicator.kind is not IndicatorKind.COUNT and not _OF_COUNTS.isdisjoint(read)):
        return None
    if "scope" in read and read["scope"] not in catalogue.scopes:
        return None
    quantity = ordinary_quantity(read.pop("value", ""), indicator.kind, read.pop("unit", None))
    return Observation(indicator.id, quantity, **read) if quantity else None


class Setting(NamedTuple):
    """What an observation is read in: the catalogue, the year of its report where that is known, and whether
    the wording of the place's target on an indicator says 基本.
    """

    catalogue: Catalogue
    year: int | None
    wants_basically: Callable[[str], bool]


def read_observation(fields: Fields, indicator: Indicator, setting: Setting) -> Observation | None:
    """Read an observation; ``None`` where a form is not yet filled, or a fault is noted."""
    return _ObservationReader(fields, indicator, setting).read()


class _ObservationReader:
    """Reads one observation of a known indicator."""

    def __init__(self, fields: Fields, indicator: Indicator, setting: Setting) -> None:
        self.fields, self.indicator, self.setting = fields, indicator, setting
        self.absent: Missing | None = None
        self.beside: str | None = None

    def read(self) -> Observation | None:
        """Return the observation; ``None`` where a form is not yet filled or a fault is noted."""
        fields = self.fields
        keys = fields.node.keys()
        state, quantity = self._state(), self._quantity()
        period = fields.period_of_figure("period", self.setting.year)
        if period is None and "period" in fields:
            state = quantity = None  # of what period they are nobody knows
        missing = office_word(fields, "missing", MISSINGS, {}) or self.absent
        if missing and (quantity or state):
            fields.fault(VALUE_AND_MISSING, "missing")
        self._without_effect()
        read = present(fields, _OBSERVATION)
        observation = Observation(
            self.indicator.id,
            quantity,
            state,
            missing,
            self._status(),
            counting=self._counting(),
            period=period,
            scope=self._scope(),
            commitment=fields.text("target") if "target" in keys else None,
            told=() if _TOLD.isdisjoint(keys) else tuple(self._told()),
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
        keys = () if kind is IndicatorKind.COUNT else _ONLY_OF_COUNTS
        for key in (*keys, *_ONLY_OF_NUMBERS) if kind is IndicatorKind.MILESTONE else keys:
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
        if self._is_absent(key):
            return None
        basically = State.ACHIEVED if self.setting.wants_basically(self.indicator.id) else State.PARTIAL
        words = _STATES[basically] if key in self.fields else STATES
        state: State | None = office_word(self.fields, key, words, STATES_ASKED, called="state")
        return state

    def _status(self) -> Status:
        words = _STATUSES_OF_COUNTS if self.indicator.kind is IndicatorKind.COUNT else STATUSES
        if self.beside and "status" not in self.fields:
            asked = STATUSES_ASKED.get(self.beside)
            if asked and self.beside not in words:
                self.fields.ask("value", self.beside, asked)
            return words.get(self.beside, Status.UNSTATED)
        return office_word(self.fields, "status", words, STATUSES_ASKED) or Status.UNSTATED

    def _counting(self) -> Counting | None:
        words = _COUNTINGS_OF_STOCKS if self.indicator.nature is Nature.STOCK else COUNTINGS
        counting: Counting | None = office_word(self.fields, "counting", words, COUNTINGS_ASKED)
        return counting

    def _refuse(self, key: str, instead: str) -> None:
        if key in self.fields:
            kind = self.indicator.kind.term
            self.fields.fault(NOT_FOR_KIND, key, key=key, kind=kind, instead=instead)

    def _quantity(self) -> Quantity | None:
        if self.indicator.kind is IndicatorKind.MILESTONE or self._is_absent("value"):
            return None
        text, self.beside = _beside(self.fields.text("value") or "")
        stated = self.fields.text("status")
        if self.beside and stated and STATUSES.get(stated) is not STATUSES.get(self.beside):
            self.fields.ask(
                "value", self.fields.text("value") or "", Readings(*map(Text.same, (stated, self.beside)))
            )
            return None
        return quantity_of(self.fields, self.indicator, text)

    def _is_absent(self, key: str) -> bool:
        """Whether words stand in place of a value or a state: that there is none, or what can mean two
        things; the reason that they give is kept.
        """
        text = self.fields.text(key) or ""
        if text == NONE and self.indicator.kind is IndicatorKind.COUNT:
            self.fields.ask(key, text, NONE_OF_A_COUNT)
        elif text in VALUES_ASKED:
            self.fields.ask(key, text, VALUES_ASKED[text])
        elif _FOOTNOTED.fullmatch(text):
            self.fields.ask(key, text, footnoted(text))
        elif text not in NO_VALUES:
            return False
        self.absent = NO_VALUES.get(text) if text in NO_VALUES else None
        return True

    def _scope(self) -> str | None:
        scope = self.fields.text("scope") if "scope" in self.fields.node else None
        scopes = self.setting.catalogue.scopes
        if scope is None or scope in scopes or not self.indicator.scopes:
            return scope
        names = {folded(text): id for id, one in scopes.items() for text in one.names}
        if folded(scope) in names:
            return names[folded(scope)]
        known = Text("、".join(one.name.zh for one in scopes.values()), ", ".join(scopes))
        meant = suggestion(scope, [*scopes, *(one.name.zh for one in scopes.values())])
        self.fields.fault(UNKNOWN_SCOPE, "scope", text=scope, suggestion=meant, known=known)
        return scope

    def _told(self) -> Iterator[tuple[Text, str]]:
        fields = self.fields
        texts: dict[str, Any] = {key: fields.text(key) for key in ("explanation", "note")}
        base, deviation = fields.inside("base"), fields.inside("deviation")
        if base:
            texts["base"] = f"{base.text('value')} ({base.whole('year', *YEARS)})"
        if deviation:
            texts["deviation"] = {key: deviation.text(key) for key in ("cause", "measures")}
        return _told(texts)


_STATES = {meant: STATES | dict.fromkeys(BASICALLY, meant) for meant in (State.ACHIEVED, State.PARTIAL)}
"""The words for a state, by what stands for what is basically done."""

_STATUSES_OF_COUNTS, _COUNTINGS_OF_STOCKS = STATUSES | ANNUAL, COUNTINGS | FOR_STOCKS
_STATUSES_NAMED = STATUSES | STATUSES_ASKED

_FOOTNOTED = re.compile(FOOTNOTED)
_EARLY = re.compile(f"(?:{'|'.join(FORECASTS)})(?=[0-9０-９])")
_IN_BRACKETS = re.compile(r"(.*[^\s])\s*[（(]([^（）()]+)[）)]")


def _beside(text: str) -> tuple[str, str | None]:
    """Return a value without what stands in brackets behind it, or before it: its unit, how settled it is."""
    match = _IN_BRACKETS.fullmatch(text)
    if match and match[2].strip() in UNITS:
        return f"{match[1]}{match[2]}", None
    if match and match[2] in _STATUSES_NAMED:
        return match[1], match[2]
    early = _EARLY.match(text)
    return (text[early.end() :], "预计") if early else (text, None)


def _told(texts: Mapping[str, Any]) -> Iterator[tuple[Text, str]]:
    """Return what is recorded and shown only, each with its label."""
    deviation = texts.get("deviation") or {}
    for label, text in (
        (_BASE, texts.get("base")),
        (_CAUSE, deviation.get("cause")),
        (_MEASURES, deviation.get("measures")),
        (_EXPLANATION, texts.get("explanation")),
        (_NOTE, texts.get("note")),
    ):
        if text:
            yield label, text


_BASE, _CAUSE = Text("基期值", "base value"), Text("偏差原因", "cause of deviation")
_MEASURES, _EXPLANATION = Text("改进措施", "measures"), Text("情况说明", "explanation")
_NOTE = Text("备注", "note")

_OBSERVATION: dict[str, Read] = {
    "source": source_of,
    "items": items_of,
    "evidence": evidence_of,
}
"""How each key is read, and what is wrong with it noted."""

_DEVIATION = {"cause": str.strip, "measures": str.strip}


def _listed(nodes: Any) -> list[Any]:
    if not isinstance(nodes, list):
        raise TypeError(nodes)
    return nodes


_AT_ONCE: dict[str, Callable[[Any], Any]] = {
    "value": str.strip,
    "unit": str.strip,
    "state": STATES.__getitem__,
    "status": STATUSES.__getitem__,
    "scope": str.strip,
    "counting": COUNTINGS.__getitem__,
    "source": evidence_at_once,
    "items": lambda nodes: tuple([item_at_once(node) for node in _listed(nodes)]),
    "evidence": lambda nodes: tuple([evidence_at_once(node) for node in _listed(nodes)]),
    "deviation": lambda node: {key: _DEVIATION[key](text) for key, text in node.items() if text is not None},
    "explanation": str.strip,
    "note": str.strip,
}
"""How each key is read where there is nothing to note."""

_ONLY_OF_COUNTS = ("items", "counting")
_ONLY_OF_NUMBERS = ("unit", "scope")
_OF_COUNTS = frozenset(_ONLY_OF_COUNTS)
_OF_NUMBERS = frozenset({"value", *_ONLY_OF_COUNTS, *_ONLY_OF_NUMBERS})
_TOLD = frozenset({"base", "deviation", "explanation", "note"})
