"""Read the drawn files by a small grammar of their own: text, and what it means."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

from .intervals import EVERYTHING, Interval, Requirement

# "以上 / 不低于 at least; 超 / 超过 / 突破 / 逾 / 多 / 余 more than; 以下 / 不超过 at most; 不足 / 未达 less than; 左右 / 约 / 近 nothing"
BEFORE = {
    "不低于": "at_least",
    "不超过": "at_most",
    "超过": "more_than",
    "突破": "more_than",
    "超": "more_than",
    "逾": "more_than",
    "不足": "less_than",
    "未达": "less_than",
    "约": "about",
    "近": "about",
}
AFTER = {"以上": "at_least", "以下": "at_most", "左右": "about", "多": "more_than", "余": "more_than"}

AMOUNTS = {"元": 1, "千元": 10**3, "万元": 10**4, "百万元": 10**6, "亿元": 10**8, "万亿元": 10**12}
SHARES = {"%": Fraction(1), "‰": Fraction(1, 10)}
STATUSES = {"快报": "provisional", "公报": "provisional", "预计": "estimated", "最终核实数": "final"}
STATES = {"已实现": "achieved", "部分实现": "partial", "未启动": "not_started", "未实现": "not_achieved"}
# "累计" is one of two countings of what is added, and says nothing then
COUNTINGS = {"累计": "cumulative", "有效期内": "in_force", "本年新增": "this_year"}
LEVELS = {"国家级": "national", "省级": "provincial", "市级": "municipal"}


@dataclass(frozen=True)
class Period:
    """January to the end of a month of a year."""

    year: int
    month: int = 12

    @property
    def whole(self) -> bool:
        """Say whether it is the whole year."""
        return self.month == 12

    @property
    def end(self) -> date:
        """Return its last day."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])


@dataclass(frozen=True)
class Figure:
    """A number as it was written, in the unit of its indicator."""

    value: Fraction
    asserted: Interval  # what the writing asserts: a rounding, or what a hedge says
    hedge: str | None = None
    unit: str = ""

    @property
    def compared(self) -> Interval:
        """Return what is compared: the number itself unrounded, or what its hedge asserts."""
        return self.asserted if self.hedge else Interval.point(self.value)


@dataclass(frozen=True)
class Item:
    """One item of a list, as it was written."""

    name: str
    fields: dict[str, str]

    def day(self, key: str) -> date | None:
        """Return one of its dates."""
        return date.fromisoformat(self.fields[key]) if key in self.fields else None


@dataclass(frozen=True)
class Observation:
    """One reported figure or state."""

    period: Period
    figure: Figure | None = None
    state: str | None = None
    status: str = "unstated"
    scope: str | None = None
    counting: str | None = None
    items: tuple[Item, ...] = ()
    evidence: str = "claimed"


@dataclass(frozen=True)
class Report:
    """What a place submits for one period."""

    entity: str
    period: Period
    submitted: date
    observations: dict[str, Observation]


@dataclass(frozen=True)
class Attestation:
    """What the assessor says of a milestone."""

    states: tuple[str, ...]
    achieved_on: date | None
    from_day: date
    to_day: date | None

    @property
    def achieved(self) -> bool:
        """Say whether it is achieved, in all its parts."""
        return all(state == "achieved" for state in self.states)


@dataclass(frozen=True)
class Waiver:
    """An approval not to assess a target."""

    from_day: date
    to_day: date


@dataclass(frozen=True)
class Review:
    """What the assessor adds."""

    verified: dict[str, Figure] = field(default_factory=dict)
    rejected: dict[str, tuple[str, ...]] = field(default_factory=dict)
    attestations: dict[str, Attestation] = field(default_factory=dict)
    waivers: dict[str, Waiver] = field(default_factory=dict)


@dataclass(frozen=True)
class Indicator:
    """What is measured."""

    key: str
    kind: str
    unit: str | None
    nature: str | None
    scopes: tuple[str, ...]
    requires: tuple[str, ...]
    levels: tuple[str, ...]
    certificate: str | None


@dataclass(frozen=True)
class Target:
    """A commitment on one indicator by a due year."""

    key: str
    indicator: str
    due: int
    requirement: Requirement | None
    stretch: Fraction | None
    other: Requirement | None
    since: date | None
    unit: str | None
    parts: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """Indicators, scopes and relations."""

    indicators: dict[str, Indicator]
    wider: dict[str, tuple[str, ...]]  # a scope, and those that it is wider than
    relations: tuple[dict[str, Any], ...]


@dataclass(frozen=True)
class Library:
    """The catalogue, and the targets of each place in force, in their order."""

    catalogue: Catalogue
    targets: dict[str, tuple[Target, ...]]


def plain(path: Path) -> Any:
    """Read a YAML file as text only: keys, lists and words."""
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)


def factor_of(unit: str, indicator: Indicator) -> Fraction:
    """Return how many of the indicator's unit make one of a unit."""
    if indicator.kind == "amount":
        assert indicator.unit
        return Fraction(AMOUNTS[unit], AMOUNTS[indicator.unit])
    if indicator.kind == "share":
        assert indicator.unit
        return SHARES[unit] / SHARES[indicator.unit]
    return Fraction(10**4 if unit.startswith("万") else 1)


def read_figure(text: str, unit: str | None, indicator: Indicator) -> Figure:
    """Read a number with its hedge and its unit, beside it or apart."""
    hedge, rest = split_hedge(text.strip())
    found = re.fullmatch(r"([0-9,]+(?:\.[0-9]+)?) ?(.*)", rest)
    assert found, text
    digits, beside = found[1].replace(",", ""), found[2]
    unit = unit or beside
    factor = factor_of(unit, indicator)
    value = Fraction(digits)
    return Figure(value * factor, asserted(value, digits, hedge, indicator, unit).scaled(factor), hedge, unit)


def split_hedge(text: str) -> tuple[str | None, str]:
    """Part a hedge from the number that it loosens."""
    for word, meaning in BEFORE.items():
        if text.startswith(word):
            return meaning, text[len(word) :]
    for word, meaning in AFTER.items():
        if text.endswith(word):
            return meaning, text[: -len(word)]
    found = re.fullmatch(r"([0-9.,]+)(多|余)(.*)", text)
    return (AFTER[found[2]], found[1] + found[3]) if found else (None, text)


def asserted(value: Fraction, digits: str, hedge: str | None, indicator: Indicator, unit: str) -> Interval:
    """Return what a writing asserts."""
    whole = indicator.kind == "count"
    if hedge == "about":  # "左右 / 约 / 近 nothing"
        return EVERYTHING
    if hedge:  # "the bound itself exact"; "A count being whole, 超169家 is at least 170"
        up, down = (value + 1, value - 1) if whole and not unit.startswith("万") else (value, value)
        is_open = not (whole and not unit.startswith("万"))
        return {
            "at_least": Interval(value, None),
            "more_than": Interval(up, None, is_open),
            "at_most": Interval(None, value),
            "less_than": Interval(None, down, False, is_open),
        }[hedge]
    if whole and not unit.startswith("万"):  # "Counts are exact"
        return Interval.point(value)
    # "13.0 asserts [12.95, 13.05], 13 asserts [12.5, 13.5]"
    decimals = len(digits.partition(".")[2])
    half = Fraction(1, 2 * 10**decimals)
    return Interval(value - half, value + half)


def read_period(text: str) -> Period:
    """Read a year, or a part of one."""
    year, _, part = text.partition("-")
    named = {"": 12, "Q1": 3, "H1": 6, "Q2": 6, "Q3": 9}
    return Period(int(year), named[part] if part in named else int(part.removeprefix("M")))


def read_evidence(entry: dict[str, Any], items: tuple[Item, ...], kind: str) -> str:
    """Grade what is behind a figure, short of a review."""
    source, listed = entry.get("source"), entry.get("evidence", [])
    # "documented (a document is named, for the figure or for every item)"; an entry of `evidence` is a document
    documented = any(listed) or (isinstance(source, dict) and bool(source.get("document")))
    if kind == "count":  # "a count without a list is at most cited"
        documented = bool(items) and (documented or all("document" in item.fields for item in items))
    if documented:
        return "documented"
    return (
        "cited" if source or any(listed) else "claimed"
    )  # "cited (a source is named)"; "claimed (nothing behind it)"


def read_observation(entry: Any, indicator: Indicator, period: Period) -> Observation | None:
    """Read one observation; one without value or state is none."""
    if isinstance(entry, str):
        entry = {"state" if indicator.kind == "milestone" else "value": entry}
    if "missing" in entry:
        return None
    if "period" in entry:
        period = read_period(entry["period"])
    items = tuple(
        Item(one["name"], {k: v for k, v in one.items() if k != "name"}) for one in entry.get("items", [])
    )
    evidence = read_evidence(entry, items, indicator.kind)
    if indicator.kind == "milestone":
        return Observation(period, state=STATES.get(entry["state"], entry["state"]), evidence=evidence)
    status = entry.get("status", "unstated")
    counting = entry.get("counting")
    return Observation(
        period,
        read_figure(entry["value"], entry.get("unit"), indicator),
        status=STATUSES.get(status, status),
        scope=entry.get("scope"),
        counting=None
        if counting == "累计" and indicator.nature == "added"
        else COUNTINGS.get(counting, counting),
        items=items,
        evidence=evidence,
    )


def read_report(path: Path, catalogue: Catalogue) -> Report:
    """Read a report."""
    raw = plain(path)
    period = read_period(raw["period"])
    observations = {}
    for key, entry in raw["observations"].items():
        found = read_observation(entry, catalogue.indicators[key], period)
        if found:
            observations[key] = found
    return Report(raw["entity"], period, date.fromisoformat(raw["submitted"]["date"]), observations)


def read_review(path: Path, catalogue: Catalogue) -> Review:
    """Read a review."""
    raw = plain(path)
    verified = {
        key: read_figure(one["value"], one.get("unit"), catalogue.indicators[key])
        for key, one in raw.get("verified", {}).items()
    }
    rejected = {
        key: tuple(one["name"] for one in found) for key, found in raw.get("rejected_items", {}).items()
    }
    attestations = {key: read_attestation(one) for key, one in raw.get("attestations", {}).items()}
    waivers = {
        key: Waiver(date.fromisoformat(one["approved_on"]), date.fromisoformat(one["expires"]))
        for key, one in raw.get("waivers", {}).items()
    }
    return Review(verified, rejected, attestations, waivers)


def read_attestation(raw: dict[str, Any]) -> Attestation:
    """Read an attestation, of a whole milestone or of each of its parts."""
    states = tuple(raw["parts"].values()) if "parts" in raw else (raw["state"],)
    return Attestation(
        tuple(STATES.get(state, state) for state in states),
        date.fromisoformat(raw["achieved_on"]) if "achieved_on" in raw else None,
        date.fromisoformat(raw["date"]),
        date.fromisoformat(raw["expires"]) if "expires" in raw else None,
    )


def read_catalogue(path: Path) -> Catalogue:
    """Read the catalogue."""
    raw = plain(path)
    indicators = {}
    for key, one in raw["indicators"].items():
        eligible = one.get("eligible", {})
        requires = tuple(eligible.get("requires", ()))
        if one.get("nature") == "added" and "recognised_on" not in requires:
            requires += ("recognised_on",)  # "an added count always needs its date"
        indicators[key] = Indicator(
            key,
            one["kind"],
            one.get("unit"),
            one.get("nature"),
            tuple(one.get("scopes", ())),
            requires,
            tuple(eligible.get("levels", ())),
            eligible.get("certificate"),
        )
    wider = {key: tuple(one.get("wider_than", ())) for key, one in raw.get("scopes", {}).items()}
    return Catalogue(indicators, wider, tuple(raw.get("relations", ())))


def read_target(key: str, raw: dict[str, Any], catalogue: Catalogue) -> Target:
    """Read a target, its numbers in the unit of its indicator."""
    indicator = catalogue.indicators[raw.get("indicator", key)]
    unit = raw.get("unit")
    factor = factor_of(unit, indicator) if unit else Fraction(1)

    def required(one: dict[str, Any]) -> Requirement:
        return Requirement(one["comparator"], Fraction(one["value"]) * factor)

    return Target(
        key,
        indicator.key,
        int(raw["due"]),
        required(raw) if "value" in raw else None,
        Fraction(raw["stretch"]) * factor if "stretch" in raw else None,
        required(raw["other_reading"]) if "other_reading" in raw else None,
        date.fromisoformat(raw["since"]) if "since" in raw else None,
        unit,
        tuple(raw.get("parts", ())),
    )


def documents_by_default(folder: Path) -> set[str]:
    """Give the ids of the documents marked default, of all where none is."""
    found = [plain(path)["document"] for path in sorted(folder.rglob("*.yaml"))]
    marked = {one["id"] for one in found if one.get("default") == "true"}
    return marked or {one["id"] for one in found}


def read_library(folder: Path) -> Library:
    """Read a folder of target files: the targets of the documents that are judged by default."""
    catalogue = read_catalogue(folder / "indicators.yaml")
    chosen = documents_by_default(folder / "documents")
    targets = {}
    for path in sorted(folder.glob("*/*.yaml")):
        raw = plain(path)
        if "entity" in raw:
            # "A target that a later document replaces … is listed, never judged"
            targets[raw["entity"]["id"]] = tuple(
                read_target(key, one, catalogue)
                for key, one in raw["targets"].items()
                if "superseded_by" not in one and one["source"]["document"] in chosen
            )
    return Library(catalogue, targets)
