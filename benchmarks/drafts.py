"""How one made-up report is drawn: what it says of each number, and how much it lists."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from .places import Aim, Place
from .words import Words, own_name

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
class Handing:
    """The period of a report, the day it is handed in, and how often it was handed in before."""

    period: str
    submitted: str
    revision: int


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


_WEIGHTS = {Case.ABOVE: 9, Case.BELOW: 4}
"""How often the usual cases are drawn, where any other is drawn once."""

_DECIMALS = {"%": 1, "亿元": 2, "家": 0}
SCOPES = {
    "core_share_of_gdp": "core-2021",
    "core_value_added": "core-2021",
    "core_industry_scale": "core-2021",
    "gazelle_firms": "gazelle-digital",
    "integration_certified_firms": "gbt-23001-certified",
}
_ADDED = ("attracted_top100_firms", "new_innovation_platforms")
_MOST_ITEMS = 8
_MOST_EVIDENCE = 24


class Draft:
    """One report in the making: everything drawn, and not yet decided how much of it is listed.

    ``names``: the numbers of the names that are its own. Without them its names, titles, notes and days are
    those of every other report.
    """

    def __init__(
        self, random: Random, words: Words, place: Place, handing: Handing, names: Iterator[int] | None = None
    ) -> None:
        self.random, self.words, self.place, self.handing = random, words, place, handing
        self.names = names
        self.numbers: dict[str, float] = {}
        self.blocks = [
            *(self._number(aim) for aim in (*place.aims, *place.context)),
            self._gdp(),
            *(self._milestone(indicator) for indicator in place.milestones),
        ]

    def whole(self) -> str:
        """Return the report with as much listed in it as makes it 2–3 KB."""
        filled_to = self.random.randint(*_FILLED_TO)
        text = next(text for text in self.texts() if len(text.encode()) >= filled_to)
        if len(text.encode()) not in SIZE:
            raise ValueError(f"a report of {self.place.entity} has {len(text.encode())} bytes")
        return text

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
        by, date = self._filled(self.words.submitter), self.handing.submitted
        return (
            "# Illustrative: made up for the benchmarks; none of these values is published.",
            "format: digecon/report/v1",
            f"entity: {self.place.entity}",
            f"period: {self.handing.period}",
            f"submitted: {{by: {by}, date: {date}, revision: {self.handing.revision}}}",
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
        written = f"{number:.{self._decimals(aim)}f}"
        lines = [*_value(case, written, aim.unit), *self._about(aim.indicator, case)]
        return Block(aim.indicator, lines, "items", self._items(aim.indicator, number))

    def _drawn(self, aim: Aim, case: Case) -> float:
        """Draw a number on the side of the line that the case wants, up to 30 % away from it."""
        if case is Case.AT_LINE:
            return aim.line
        least = 0.1 if aim.unit == "%" else 1
        away = max(aim.line * self.random.uniform(0, 0.3), least)
        number = aim.line + (-away if case is Case.BELOW else away)
        return round(number, self._decimals(aim))

    def _decimals(self, aim: Aim) -> int:
        """Return how many decimals a number is given with: more where figures are not to be alike."""
        usual = _DECIMALS[aim.unit]
        return usual + 1 if usual and self.names else usual

    def _about(self, indicator: str, case: Case) -> Iterator[str]:
        """Return what stands beside a value: how settled it is, what it counts, where it comes from."""
        words = self.words
        settled = words.estimated if case is Case.ESTIMATED else self.random.choice(self._settled())
        yield f"status: {settled}"
        if indicator in SCOPES:
            yield f"scope: {SCOPES[indicator]}"
        if indicator in words.items:
            yield f"counting: {words.cumulative if indicator in _ADDED else words.in_force}"
        yield self._source()
        if case is Case.BELOW:
            yield f"deviation: {self._filled(words.deviation)}"
        if case in (Case.ABOUT, Case.OR_MORE):
            yield f"explanation: {self._filled(words.explanation)}"

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
            self._filled(template, number=place + 1, dated=f"2024-{place % 12 + 1:02}-{self._day():02}")
            for place in range(number)
        ]

    def _filled(self, template: str, **values: object) -> str:
        """Return a template with its values, and a name of its own where this report has such."""
        return template.format(own=own_name(self.words, next(self.names)) if self.names else "", **values)

    def _day(self) -> int:
        return next(self.names) % 28 + 1 if self.names else 15

    def _gdp(self) -> Block:
        """Return the GDP that the reported share and value added lead to."""
        gdp = self.numbers["core_value_added"] / self.numbers["core_share_of_gdp"] * 100
        return Block("gdp", [f"value: {gdp:.2f}", "unit: 亿元", self._source()])

    def _source(self) -> str:
        year, dated = self.handing.period[:4], self.handing.submitted
        return f"source: {self._filled(self.words.source, year=year, dated=dated)}"

    def _milestone(self, indicator: str) -> Block:
        words = self.words
        state = self.random.choice((words.achieved, words.achieved, words.partial, words.not_started))
        return Block(
            indicator, [f"state: {state}"], "evidence", self._entries(words.evidence, _MOST_EVIDENCE)
        )


def _value(case: Case, written: str, unit: str) -> tuple[str, str]:
    """Return the lines of a value and its unit, the value hedged where the case wants it."""
    hedged = {Case.ABOUT: f"约{written}", Case.OR_MORE: f"{written}以上"}
    return f"value: {hedged.get(case, written)}", f'unit: "{unit}"'
