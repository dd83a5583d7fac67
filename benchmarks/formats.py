"""What each format costs: its time by that of -q on the same reports, and how its memory grows with them."""

from collections.abc import Iterator, Mapping, Sequence

from hubei_digecon.show.formats import FORMATS

from . import memory
from .budgets import Bound
from .commands import WORK, Command
from .measured import Reports
from .programs import PROCESSES, digecon
from .timing import ratio, take_turns

QUIET = "check -q"
TIMES = {"table": Bound("at most", 12), "json": Bound("at most", 4)}
"""How many times as long as -q a format takes for the same reports."""

GROWTH = Bound("at most", 2)
"""The memory on many reports, by that on few."""

JUDGED = (0, 4)
"""All is met, or something is open that never passes."""


def quiet_on(reports: Reports) -> Command:
    """Return the judging of reports with a line each."""
    return Command(QUIET, (*_check(), "-q", reports.folder), JUDGED, reports.files)


def shown_on(reports: Reports) -> dict[str, Command]:
    """Return the judging of reports shown in each format, by its name."""
    return {
        name: Command(name, (*_check(), *_form(name), reports.folder), JUDGED, reports.files)
        for name in FORMATS
    }


def _check() -> tuple[str, ...]:
    return digecon("check", "--jobs", str(PROCESSES), "--fail-on", "never")


def _form(name: str) -> tuple[str, str]:
    binary = FORMATS[name].binary
    return "--output-format", f"{name}={WORK / 'shown'}.{name}" if binary else name


def time_lines(reports: Reports, rounds: int) -> Iterator[str]:
    """Measure the time of each format and return it beside that of -q."""
    commands = shown_on(reports)
    timings = take_turns((quiet_on(reports), *commands.values()), rounds)
    quiet = timings[QUIET]
    yield f"  {QUIET:10}{quiet.median:8.2f} s for {reports.files} reports"
    for name in commands:
        measured = ratio(timings[name], quiet).of_medians
        said = TIMES.get(name, Bound()).said(measured)
        yield f"  {name:10}{timings[name].median:8.2f} s{measured:8.1f} × -q  {said}"


def memory_lines(few: Reports, many: Reports, formats: Sequence[str] = ()) -> Iterator[str]:
    """Measure the most memory that each format takes of few and of many reports, and return how it grows."""
    commands = [{QUIET: quiet_on(one), **shown_on(one)} for one in (few, many)]
    for name in (QUIET, *(formats or FORMATS)):
        yield _growth(name, {one[name].files: memory.peak(one[name]).bytes for one in commands})


def _growth(name: str, peaks: Mapping[int, int]) -> str:
    less, more = peaks.values()
    told = ", ".join(f"{bytes / 1e6:.0f} MB of {files}" for files, bytes in peaks.items())
    return f"  {name:10}{more / less:6.2f}  {GROWTH.said(more / less)} ({told} reports)"
