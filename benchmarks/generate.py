"""Reports for the batch, made up but as people would write them; the same bytes on every run.

Half of them are in Chinese and half in English, for each place in turn, 2–3 KB each. Every value has
its unit under a key of its own, always the indicator's usual one, and is a plain number unless it is
hedged: so a JSON Schema can hold the same thresholds against them.
"""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from .thresholds import read_thresholds
from .words import CHINESE, ENGLISH, Words

SIZE = range(2_048, 3_001)
"""The bytes of a report: 2–3 KB, whichever KB is meant."""

_FILLED_TO = (2_100, 2_750)
"""Between these, each report draws the size at which nothing more is listed in it."""


class Case(enum.Enum):
    """What a report says of one number."""

    ABOVE = "above the line"
    BELOW = "below the line"
    AT_LINE = "exactly on the line"
    ABOUT = "above the line, but hedged so that it asserts nothing"
    OR_MORE = "above the line, hedged as a lower bound"
    ESTIMATED = "above the line, but an estimate"
    MISSING = "no value, and the reason why"
    EMPTY = "a key with nothing after it"


@dataclass(frozen=True, slots=True)
class Aim:
    """The line around which values of an indicator are drawn, and their unit."""

    indicator: str
    line: float
    unit: str


@dataclass(frozen=True, slots=True)
class Place:
    """An entity: its milestones, and the numbers it gives beside its targets, about so large."""

    entity: str
    milestones: tuple[str, ...]
    context: tuple[Aim, ...] = ()


@dataclass(slots=True)
class Block:
    """One observation: the lines under its key, and entries that can be listed under ``heading``."""

    indicator: str
    lines: list[str] = field(default_factory=list)
    heading: str = ""
    entries: list[str] = field(default_factory=list)

    def text(self, listed: int) -> str:
        """Return the observation in YAML with its first ``listed`` entries."""
        entries = [f"  - {entry}" for entry in self.entries[:listed]]
        lines = [*self.lines, *([f"{self.heading}:", *entries] if entries else [])]
        return "\n    ".join([f"  {self.indicator}:", *lines])


PLACES = (
    Place(
        "wuhan",
        ("demonstration_outcomes",),
        (Aim("core_value_added", 2700, "亿元"), Aim("gazelle_firms", 600, "家")),
    ),
    Place(
        "wuhan-east-lake",
        ("future_tracks", "optics_valley_model"),
        (Aim("core_value_added", 1050, "亿元"),),
    ),
    Place("wuhan-wedz", ("5g_industrial_internet_zone", "manufacturing_path")),
)

_WEIGHTS = {Case.ABOVE: 9, Case.BELOW: 4}
"""How often the usual cases are drawn, where any other is drawn once."""

_PERIODS = (
    *(("2025", "2026-01-20"),) * 6,
    ("2025", "2025-12-10"),  # handed in before the year has ended
    ("2025-M09", "2025-10-20"),
    ("2024", "2025-01-22"),
    ("2026", "2027-01-20"),
)
"""Periods, each with the day a report on it is handed in; most are on the due year."""

_DECIMALS = {"%": 1, "亿元": 2, "家": 0}
_SCOPES = {
    "core_share_of_gdp": "core-2021",
    "core_value_added": "core-2021",
    "core_industry_scale": "core-2021",
    "gazelle_firms": "gazelle-digital",
    "integration_certified_firms": "gbt-23001-certified",
}
_ADDED = ("attracted_top100_firms", "new_innovation_platforms")
_MOST_ITEMS = 8
_MOST_EVIDENCE = 24


def write_reports(number: int, folder: Path) -> tuple[Path, ...]:
    """Write ``number`` reports into ``folder`` and return where they are."""
    folder.mkdir(parents=True)
    paths = tuple(folder / f"{index:04}.yaml" for index in range(number))
    for index, path in enumerate(paths):
        path.write_bytes(report_text(index).encode())
    return paths


def report_text(index: int) -> str:
    """Return report ``index``, which is the same however many are asked for."""
    draft = _Draft(Random(index), (CHINESE, ENGLISH)[index % 2], PLACES[index // 2 % len(PLACES)])
    filled_to = draft.random.randint(*_FILLED_TO)
    text = next(text for text in draft.texts() if len(text.encode()) >= filled_to)
    if len(text.encode()) not in SIZE:
        raise ValueError(f"report {index} has {len(text.encode())} bytes")
    return text


class _Draft:
    """One report in the making: everything drawn, and not yet decided how much of it is listed."""

    def __init__(self, random: Random, words: Words, place: Place) -> None:
        self.random, self.words, self.place = random, words, place
        self.period, self.submitted = random.choice(_PERIODS)
        self.revision = random.choice((1, 1, 1, 2))
        self.numbers: dict[str, float] = {}
        self.blocks = [
            *(self._number(aim) for aim in (*_aims(place.entity), *place.context)),
            self._gdp(),
            *(self._milestone(indicator) for indicator in place.milestones),
        ]

    def texts(self) -> Iterator[str]:
        """Return the report with nothing listed in it, with one entry, with two, and so on."""
        most = sum(len(block.entries) for block in self.blocks)
        yield from (self._text(listed) for listed in range(most + 1))

    def _text(self, listed: int) -> str:
        observations = []
        for block in self.blocks:
            observations.append(block.text(listed))
            listed -= min(listed, len(block.entries))
        return "\n".join([*self._head(), *observations, ""])

    def _head(self) -> tuple[str, ...]:
        by, date = self.words.submitter, self.submitted
        return (
            "# Illustrative: made up for the benchmarks; none of these values is published.",
            "format: digecon/report/v1",
            f"entity: {self.place.entity}",
            f"period: {self.period}",
            f"submitted: {{by: {by}, date: {date}, revision: {self.revision}}}",
            f"illustrative: {self.words.yes}",
            "observations:",
        )

    def _number(self, aim: Aim) -> Block:
        """Draw an observation of a share, an amount or a count."""
        (case,) = self.random.choices(list(Case), [_WEIGHTS.get(case, 1) for case in Case])
        number = self.numbers[aim.indicator] = self._drawn(aim, case)
        if case is Case.EMPTY:
            return Block(aim.indicator)
        if case is Case.MISSING:
            return Block(aim.indicator, [f"missing: {self.words.not_published}"])
        written = f"{number:.{_DECIMALS[aim.unit]}f}"
        lines = [*_value(case, written, aim.unit), *self._about(aim.indicator, case)]
        return Block(aim.indicator, lines, "items", self._items(aim.indicator, number))

    def _drawn(self, aim: Aim, case: Case) -> float:
        """Draw a number on the side of the line that the case wants, up to 30 % away from it."""
        if case is Case.AT_LINE:
            return aim.line
        least = 0.1 if aim.unit == "%" else 1
        away = max(aim.line * self.random.uniform(0, 0.3), least)
        number = aim.line + (-away if case is Case.BELOW else away)
        return round(number, _DECIMALS[aim.unit])

    def _about(self, indicator: str, case: Case) -> Iterator[str]:
        """Return what stands beside a value: how settled it is, what it counts, where it comes from."""
        words = self.words
        settled = words.estimated if case is Case.ESTIMATED else self.random.choice(self._settled())
        yield f"status: {settled}"
        if indicator in _SCOPES:
            yield f"scope: {_SCOPES[indicator]}"
        if indicator in words.items:
            yield f"counting: {words.cumulative if indicator in _ADDED else words.in_force}"
        yield f"source: {words.source.format(year=self.period[:4], dated=self.submitted)}"
        if case is Case.BELOW:
            yield f"deviation: {words.deviation}"
        if case in (Case.ABOUT, Case.OR_MORE):
            yield f"explanation: {words.explanation}"

    def _settled(self) -> tuple[str, ...]:
        return (self.words.final, self.words.provisional, self.words.provisional)

    def _items(self, indicator: str, number: float) -> list[str]:
        """Return the items behind a count, or the first of them where they are many."""
        if indicator not in self.words.items:
            return []
        return self._entries(self.words.items[indicator], min(int(number), _MOST_ITEMS))

    def _entries(self, template: str, number: int) -> list[str]:
        """Return numbered entries, all dated before any period of the reports has ended."""
        return [
            template.format(number=place + 1, dated=f"2024-{place % 12 + 1:02}-15") for place in range(number)
        ]

    def _gdp(self) -> Block:
        """Return the GDP that the reported share and value added lead to."""
        gdp = self.numbers["core_value_added"] / self.numbers["core_share_of_gdp"] * 100
        source = self.words.source.format(year=self.period[:4], dated=self.submitted)
        return Block("gdp", [f"value: {gdp:.2f}", "unit: 亿元", f"source: {source}"])

    def _milestone(self, indicator: str) -> Block:
        words = self.words
        state = self.random.choice((words.achieved, words.achieved, words.partial, words.not_started))
        return Block(
            indicator, [f"state: {state}"], "evidence", self._entries(words.evidence, _MOST_EVIDENCE)
        )


def _aims(entity: str) -> Iterator[Aim]:
    """Return the lines of an entity's own numeric targets."""
    for threshold in read_thresholds():
        if threshold.entity == entity:
            yield Aim(threshold.indicator, threshold.line, threshold.unit)


def _value(case: Case, written: str, unit: str) -> tuple[str, str]:
    """Return the lines of a value and its unit, the value hedged where the case wants it."""
    hedged = {Case.ABOUT: f"约{written}", Case.OR_MORE: f"{written}以上"}
    return f"value: {hedged.get(case, written)}", f'unit: "{unit}"'
