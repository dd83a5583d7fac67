"""The pages that the browser is shown: of samples, of diagnostics, of many places, of hostile texts, of trends."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.entities import write_targets
from benchmarks.generate import write_all_periods

from .. import naughty
from ..conftest import AS_OF, ROOT
from ..hostile import EVERYTHING
from ..places import Places
from ..process import ran
from ..repositories import surroundings

Arguments = tuple[str, ...]

HOSTILE = (
    f"{EVERYTHING}</style></title><script>alert(1)</script><img src=//x.example onerror=alert(1)>'\"&lt;"
    + "长" * 90
)
"""What would end the style, run, load, or make the page wider than a phone, in every field of every file."""


def _samples(folder: Path) -> Arguments:
    return ("score", "sample_reports")


def _diagnostics(folder: Path) -> Arguments:
    reviews = ("--review", "sample_reports/illustrative/reviews")
    return ("check", *reviews, "sample_reports/illustrative", "tests/invalid/item-expired.yaml")


def _single(folder: Path) -> Arguments:
    return ("check", "sample_reports/illustrative/wuhan-wedz-2025.yaml")


def _ranked(folder: Path) -> Arguments:
    places = Places(folder, "abcdef")
    for number, zone in enumerate("abcde"):
        places.report(zone, *places.numbers(90 + 5 * number, 9 + number, 40))
    places.report("a", *places.numbers(80), period="2024")
    places.report("town", "output: 约70亿元", "share: 9%")
    return ("score", "--rank", "--targets", str(places.targets), str(places.reports))


def _reviewed(folder: Path) -> Arguments:
    reviews = ("--review", "sample_reports/illustrative/reviews")
    return ("check", *reviews, "sample_reports/illustrative/wuhan-wedz-2025.yaml")


def _over_time(folder: Path) -> Arguments:
    history = ("--history", "sample_reports/published")
    return ("check", *history, "sample_reports/published/wuhan-2024.yaml")


def _places(folder: Path) -> Arguments:
    places = write_targets(15, folder / "targets")
    write_all_periods(places, ("2025",), folder / "reports")
    return ("score", "--targets", str(folder / "targets"), str(folder / "reports"))


def _hostile(folder: Path) -> Arguments:
    files = naughty.write(HOSTILE, folder, naughty.as_yaml, ".yaml")
    reviews = (option for name in files.reviews for option in ("--review", str(folder / name)))
    reports = (str(folder / name) for name in files.reports)
    return ("check", "--targets", str(folder / files.targets), *reviews, "--", *reports)


def _trend(folder: Path) -> Arguments:
    return ("trend", "sample_reports", "--base", "2020")


def _hostile_trend(folder: Path) -> Arguments:
    _, *rest = _hostile(folder)
    return ("trend", *rest)


PAGES: dict[str, Callable[[Path], Arguments]] = {
    "samples": _samples,
    "diagnostics": _diagnostics,
    "single": _single,
    "reviewed": _reviewed,
    "over-time": _over_time,
    "ranked": _ranked,
    "places": _places,
    "hostile": _hostile,
    "trend": _trend,
    "hostile-trend": _hostile_trend,
}
"""What writes the inputs of a page into a folder, where it has its own, and returns what makes it."""


def made(name: str, folder: Path) -> Path:
    """Make a page, shown in Chinese to begin with, and return its path."""
    path = folder / "page.html"
    command, *rest = PAGES[name](folder)
    options = ("--as-of", AS_OF, "--lang", "zh", "--output-format", f"html={path}")
    done = ran(command, *options, *rest, cwd=ROOT, env=surroundings())
    assert path.is_file(), done.stderr
    return path
