"""The pages that the browser is shown: of the samples, of reports with remarks, of a ranking, of hostile texts."""

from collections.abc import Callable
from pathlib import Path

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


def _remarks(folder: Path) -> Arguments:
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


def _hostile(folder: Path) -> Arguments:
    files = naughty.write(HOSTILE, folder, naughty.as_yaml, ".yaml")
    reviews = (option for name in files.reviews for option in ("--review", str(folder / name)))
    reports = (str(folder / name) for name in files.reports)
    return ("check", "--targets", str(folder / files.targets), *reviews, "--", *reports)


PAGES: dict[str, Callable[[Path], Arguments]] = {
    "samples": _samples,
    "remarks": _remarks,
    "single": _single,
    "ranked": _ranked,
    "hostile": _hostile,
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
