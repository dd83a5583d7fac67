"""What each format costs beside -q: every format is there, and each figure beside its bound."""

import pytest
from benchmarks.formats import QUIET, memory_lines, quiet_on, shown_on
from benchmarks.measured import Reports
from benchmarks.memory import Peak

from benchmarks import memory
from hubei_digecon.show.formats import FORMATS

REPORTS = Reports("benchmarks/work/reports-0", 0)


def test_every_format_is_measured_with_as_many_processes_as_the_rest() -> None:
    assert list(shown_on(REPORTS)) == list(FORMATS)
    for command in (quiet_on(REPORTS), *shown_on(REPORTS).values()):
        assert command.line[1:4] == ("check", "--jobs", "2")


def test_the_growth_of_memory_is_told_beside_its_bound(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sizes = iter((50, 60, 40, 100))
    monkeypatch.setattr(memory, "peak", lambda _command: Peak(next(sizes) * 10**6, 2, 1))
    few, many = REPORTS, Reports(REPORTS.folder, 10_000)
    assert list(memory_lines(few, many, ["json"])) == [
        f"  {QUIET:10}  1.20  at most 2: kept (50 MB of 0, 60 MB of 10000 reports)",
        f"  {'json':10}  2.50  at most 2: NOT KEPT (40 MB of 0, 100 MB of 10000 reports)",
    ]
