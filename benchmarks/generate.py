"""Reports for batches, made up but as people would write them; the same bytes on every run.

Half of them are in Chinese and half in English, for each place in turn, 2–3 KB each. Every value has
its unit under a key of its own, always the indicator's usual one, and is a plain number unless it is
hedged: so a JSON Schema can hold the same thresholds against them.

Names, titles, notes and days of a report are its own, as in real ones; or, for comparison, reports are
alike but for their figures: then nearly every line stands in others too, which suits who remembers lines.
"""

from collections.abc import Iterable, Sequence
from itertools import count
from pathlib import Path
from random import Random

from .drafts import Draft, Handing
from .places import PLACES, Place
from .words import CHINESE, ENGLISH, Words

_PERIODS = (
    *(("2025", "2026-01-20"),) * 6,
    ("2025", "2025-12-10"),  # handed in before the year has ended
    ("2025-M09", "2025-10-20"),
    ("2024", "2025-01-22"),
    ("2026", "2027-01-20"),
)
"""Periods, each with the day a report on it is handed in; most are on the due year."""


def write_reports(number: int, folder: Path, alike: bool = False) -> tuple[Path, ...]:
    """Write ``number`` reports on the published places into ``folder`` and return where they are."""
    return _write(folder, ((f"{index:06}", report_text(index, alike)) for index in range(number)))


def write_all_periods(places: Sequence[Place], periods: Sequence[str], folder: Path) -> tuple[Path, ...]:
    """Write a report of each place for each period into ``folder`` and return where they are."""
    return _write(
        folder,
        (
            (f"{place.entity}-{period}", report_of(place, period, (CHINESE, ENGLISH)[index % 2]))
            for period in periods
            for index, place in enumerate(places)
        ),
    )


def _write(folder: Path, reports: Iterable[tuple[str, str]]) -> tuple[Path, ...]:
    """Write reports, by name and text, into a new folder."""
    folder.mkdir(parents=True)
    paths = []
    for name, text in reports:
        paths.append(folder / f"{name}.yaml")
        paths[-1].write_bytes(text.encode())
    return tuple(paths)


_MOST_NAMES = 1000
"""More than the names in any report."""


def report_text(index: int, alike: bool = False) -> str:
    """Return report ``index`` on the published places, the same however many are asked for.

    ``alike``: its names, titles, notes and days are those of every other report.
    """
    random = Random(index)
    period, submitted = random.choice(_PERIODS)
    revision = random.choice((1, 1, 1, 2))
    place, words = PLACES[index // 2 % len(PLACES)], (CHINESE, ENGLISH)[index % 2]
    names = None if alike else count((index + 1) * _MOST_NAMES)
    return Draft(random, words, place, Handing(period, submitted, revision), names).whole()


def report_of(place: Place, period: str, words: Words = ENGLISH) -> str:
    """Return the report of a place for a period: a year, or ``2025-M01`` to ``2025-M11``.

    A place states the same in all periods: figures that jump at random would be doubted in most of them.
    """
    handing = Handing(period, _day_after(period), 1)
    return Draft(Random(place.entity), words, place, handing).whole()


def _day_after(period: str) -> str:
    """Return a day in the month after a period has ended."""
    year, _, month = period.partition("-M")
    return f"{year}-{int(month) + 1:02}-20" if month else f"{int(year) + 1}-01-20"
