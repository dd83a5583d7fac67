"""One observation of a report, read; or what is wrong with it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, cast

from ..diagnostics import DiagnosticKind, Example, Severity
from ..diagnostics.suggest import suggestion
from ..domain.names import folded
from ..domain.reports import CAUSE, CONTACT, MEASURES, Observation, Period, PreviousFigure
from ..domain.targets import Catalogue, Indicator
from ..domain.words import Counting, Missing, State, Status
from ..late import late_pattern
from ..quantity.kinds import Nature, Units, full_unit
from ..quantity.parsing import Quantity, ordinary_quantity
from ..records import NamedTuple
from ..shapes.dates import YEARS, Readings, period_of, period_within
from ..shapes.diagnostics import NOT_FOR_KIND, UNCLEAR_WORD, VALUE_AND_MISSING, YEAR_OF_REPORT
from ..shapes.office_words import (
    FOOTNOTED,
    FORECASTS,
    NO_VALUES,
    NONE,
    NONE_OF_A_COUNT,
    STATUSES,
    STATUSES_ASKED,
    VALUES_ASKED,
    footnoted,
)
from ..shapes.text_kinds import COUNTING, COUNTING_OF_OTHERS, STATE, STATE_OF_OTHERS, STATUS, STATUS_OF_OTHERS
from ..text import Text
from .fields import Fields
from .references import quantity_of

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
        "列有清单，但没有填报数值，按未填报处理",
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
KINDS = (UNCLEAR_WORD, NOT_FOR_KIND, VALUE_AND_MISSING, UNKNOWN_SCOPE, ITEMS_WITHOUT_VALUE, WITHOUT_EFFECT)


class ObservationSetting(NamedTuple):
    """What an observation is read in: the catalogue, the period of its report where that is known, and
    whether the wording of the place's target on an indicator says 基本.
    """

    catalogue: Catalogue
    period: Period | None
    wants_basically: Callable[[str], bool]

    @property
    def year(self) -> int | None:
        """The year of the report, where that is known."""
        return self.period.year if self.period else None


def read_observation(fields: Fields, indicator: Indicator, setting: ObservationSetting) -> Observation | None:
    """Read an observation; ``None`` where a form is not yet filled, or a fault is noted."""
    return _ObservationReader(fields, indicator, setting).read()


class _ObservationReader:
    """Read one observation of a known indicator."""

    def __init__(self, fields: Fields, indicator: Indicator, setting: ObservationSetting) -> None:
        self.fields, self.indicator, self.setting = fields, indicator, setting
        self.absent: Missing | None = None
        self.beside: str | None = None
        self.period: Period | None = None

    def read(self) -> Observation | None:
        """Return the observation; ``None`` where a form is not yet filled or a fault is noted."""
        fields, keys = self.fields, self.fields.node
        state, quantity = self._state(), self._quantity()
        if fields.short:  # nothing else can stand there
            return _saying(Observation(self.indicator.id, quantity, state, self.absent, self._status()))
        period = self.period = self._period() if "period" in keys else None
        if period is None and "period" in fields:
            state = quantity = None  # of what period they are nobody knows
        missing = (fields.value("missing") if "missing" in keys else None) or self.absent
        if missing and (quantity or state):
            fields.fault(VALUE_AND_MISSING, "missing")
        self._without_effect()
        others = self._others()
        observation = Observation(
            self.indicator.id,
            quantity,
            state,
            missing,
            self._status() if "status" in keys or self.beside else Status.UNSTATED,
            self._scope() if "scope" in keys else None,
            self._counting() if "counting" in keys else None,
            period,
            commitment=fields.text("target") if "target" in keys else None,
            previous=self._previous() if "previous" in keys else None,
            told=() if _TOLD.isdisjoint(keys) else tuple(self._told()),
            **others,
        )
        if observation.items and not _saying(observation) and "value" not in fields:
            fields.fault(ITEMS_WITHOUT_VALUE, "items")
        return _saying(observation)

    def _without_effect(self) -> None:
        """Diagnostic on keys that say nothing of an indicator of this kind."""
        kind = self.indicator.kind
        keys = _NOT_OF_MILESTONES if kind.takes_state else () if kind.takes_items else _ONLY_OF_COUNTS
        if self.fields.node.keys().isdisjoint(keys):
            return
        for key in keys:
            if key in self.fields:
                self.fields.fault(WITHOUT_EFFECT, key, key=key, kind=kind.term)

    def _state(self) -> State | None:
        """Return a milestone's state; the short form gives it in place of a value."""
        fields = self.fields
        if not self.indicator.kind.takes_state:
            if "state" in fields.node:
                self._refuse("state", "value")
            return None
        if fields.short:
            return self._word("value")
        self._refuse("value", "state")
        return self._word("state")

    def _word(self, key: str) -> State | None:
        if self._is_absent(key):
            return None
        if key not in self.fields:
            return None
        kind = STATE if self.setting.wants_basically(self.indicator.id) else STATE_OF_OTHERS
        return cast(State | None, self.fields.read(key, kind, called="state"))

    def _status(self) -> Status:
        kind = STATUS if self.indicator.kind.takes_items else STATUS_OF_OTHERS
        if self.beside and "status" not in self.fields:
            asked = STATUSES_ASKED.get(self.beside)
            if asked and self.beside not in kind.words:
                self.fields.ask("value", self.beside, asked)
            return cast(Status, kind.words.get(self.beside, Status.UNSTATED))
        return cast(Status, self.fields.read("status", kind) or Status.UNSTATED)

    def _counting(self) -> Counting | None:
        kind = COUNTING if self.indicator.nature is Nature.STOCK else COUNTING_OF_OTHERS
        return cast(Counting | None, self.fields.read("counting", kind))

    def _period(self) -> Period | None:
        """Return the period of the figure; one without a year is of that of the report."""
        text, year = self.fields.text("period"), self.setting.year
        within = period_within(text, year or YEARS[0]) if text and period_of(text) is None else None
        if within is None:
            return cast(Period | None, self.fields.value("period"))
        if year is None:
            return None  # the report has no period, which is told of the whole of it
        self.fields.fault(YEAR_OF_REPORT, "period", text=text, period=within)
        return within

    def _others(self) -> dict[str, Any]:
        """Return what stands under the keys that are read alike, whatever the indicator."""
        fields = self.fields
        return {
            key: fields.value(key)
            for key, node in fields.node.items()
            if key not in _OF_INDICATOR and node is not None
        }

    def _refuse(self, key: str, instead: str) -> None:
        if key in self.fields:
            kind = self.indicator.kind.term
            self.fields.fault(NOT_FOR_KIND, key, key=key, kind=kind, instead=instead)

    def _quantity(self) -> Quantity | None:
        if self.indicator.kind.takes_state:
            return None
        written = self.fields.text("value")
        if written and (plain := ordinary_quantity(written, self.indicator.units, self.fields.text("unit"))):
            return plain  # as most are, without words beside it
        if self._is_absent("value"):
            return None
        text, self.beside = _beside(written or "", self.indicator.units)
        stated = self.fields.text("status")
        if self.beside and stated and STATUSES.get(stated) is not STATUSES.get(self.beside):
            self.fields.ask("value", written or "", Readings(*map(Text.same, (stated, self.beside))))
            return None
        return quantity_of(self.fields, self.indicator, text)

    def _is_absent(self, key: str) -> bool:
        """Whether words stand in place of a value or a state: that there is none, or what can mean two
        things; the reason that they give is kept.
        """
        text = self.fields.text(key) or ""
        if text == NONE and self.indicator.kind.takes_items:
            self.fields.ask(key, text, NONE_OF_A_COUNT)
        elif text in VALUES_ASKED:
            self.fields.ask(key, text, VALUES_ASKED[text])
        elif _FOOTNOTED.fullmatch(text):
            self.fields.ask(key, text, footnoted(text))
        elif text not in NO_VALUES:
            return False
        self.absent = NO_VALUES.get(text) if text in NO_VALUES else None
        return True

    def _previous(self) -> PreviousFigure | None:
        """Return the figure of an earlier period, in the units of the indicator."""
        fields = self.fields.inside("previous")
        if fields is None or self.indicator.kind.takes_state:
            return None
        written = fields.text("value") or ""
        if written in NO_VALUES or written in VALUES_ASKED:
            return None
        text, beside = _beside(written, self.indicator.units)
        if beside in STATUSES_ASKED:
            fields.ask("value", beside, STATUSES_ASKED[beside])
        unit = fields.text("unit") or (self.fields.text("unit") if text[-1:].isdigit() else None)
        period, quantity = self._before(fields), quantity_of(fields, self.indicator, text, unit)
        status = STATUSES.get(beside or "")
        return PreviousFigure(period, quantity, status) if period and quantity else None

    def _before(self, fields: Fields) -> Period | None:
        """Return the period of the earlier figure: the same of the year before, where none is stated."""
        if "period" in fields:
            return cast(Period | None, fields.value("period"))
        period = self.period or self.setting.period
        return Period(period.year - 1, period.month) if period else None

    def _scope(self) -> str | None:
        scope = self.fields.text("scope")
        scopes = self.setting.catalogue.scopes
        if scope is None or scope in scopes or not self.indicator.scopes:
            return scope
        if named := self.setting.catalogue.scope_ids.get(folded(scope)):
            return named
        known = Text("、".join(one.name.zh for one in scopes.values()), ", ".join(scopes))
        meant = suggestion(scope, [*scopes, *(one.name.zh for one in scopes.values())])
        self.fields.fault(UNKNOWN_SCOPE, "scope", text=scope, suggestion=meant, known=known)
        return scope

    def _told(self) -> Iterator[tuple[Text, str]]:
        """Return what is recorded and shown only, each with its label."""
        fields, keys = self.fields, self.fields.node
        if "base" in keys and (base := fields.inside("base")):
            yield _BASE, f"{base.text('value')} ({base.value('year')})"
        if "previous" in keys and (before := fields.inside("previous")):
            yield _PREVIOUS, self._told_before(before)
        for beside, labels in _TOLD_INSIDE.items():
            if beside in keys and (inside := fields.inside(beside)):
                yield from _texts(inside, labels)
        yield from _texts(fields, _TOLD_BESIDE)

    def _told_before(self, before: Fields) -> str:
        """Return the earlier figure as it is written, with its period."""
        stated = before.text("period") or self._before(before)
        return f"{before.text('value')}{before.text('unit') or ''} ({stated})"


def _texts(fields: Fields, labels: Mapping[str, Text]) -> Iterator[tuple[Text, str]]:
    """Return the texts under some keys, each with its label."""
    return ((label, text) for key, label in labels.items() if (text := fields.text(key)))


def _saying(observation: Observation) -> Observation | None:
    """Return an observation that says something: a value, a state, or why there is none."""
    return observation if observation.quantity or observation.state or observation.missing else None


_STATUSES_NAMED = STATUSES | STATUSES_ASKED

_FOOTNOTED = late_pattern(FOOTNOTED)
_EARLY = late_pattern(f"(?:{'|'.join(FORECASTS)})(?=[0-9０-９])")
_IN_BRACKETS = late_pattern(r"(.*[^\s])\s*[（(]([^（）()]+)[）)]")


def _beside(text: str, units: Units) -> tuple[str, str | None]:
    """Return a value without what stands in brackets behind it, or before it: its unit, how settled it is."""
    match = _IN_BRACKETS.fullmatch(text)
    if match and (match[2].strip() in units or full_unit(match[2].strip())):
        return f"{match[1]}{match[2]}", None
    if match and match[2] in _STATUSES_NAMED:
        return match[1], match[2]
    early = _EARLY.match(text)
    return (text[early.end() :], "预计") if early else (text, None)


_PREVIOUS = Text("对比期数值", "earlier figure")
_BASE = Text("基期值", "base value")
_TOLD_INSIDE = {
    "deviation": {"cause": CAUSE, "measures": MEASURES, "deadline": Text("完成时限", "deadline")},
    "office": {"name": Text("责任单位", "office"), "contact": CONTACT},
}
_TOLD_BESIDE = {"explanation": Text("情况说明", "explanation"), "note": Text("备注", "note")}

_ONLY_OF_COUNTS = ("items", "counting")
_NOT_OF_MILESTONES = (*_ONLY_OF_COUNTS, "unit", "scope", "previous")
_TOLD = frozenset({"base", "previous", *_TOLD_INSIDE, *_TOLD_BESIDE})
_OF_INDICATOR = {
    "value",
    "unit",
    "state",
    "missing",
    "status",
    "scope",
    "counting",
    "period",
    "target",
    *_TOLD,
}
"""The keys that are read in the light of the indicator, or together with others."""
