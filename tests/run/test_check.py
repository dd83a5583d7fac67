"""The two ends of a run over reports come to the same."""

import datetime
from pathlib import Path

from hubei_digecon import Settings
from hubei_digecon.domain.left_out import LeftOutCounts
from hubei_digecon.domain.run_counts import RunCounts
from hubei_digecon.run.check import check_briefly, check_reports
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT, TESTS
from ..load.reading import HEAD

PATHS = (str(ROOT / "sample_reports"), str(TESTS / "invalid"), "nowhere.yaml")
OPTIONS = RunOptions(PATHS, LIBRARY, datetime.date.fromisoformat(AS_OF), Settings())


def briefly() -> tuple[str, RunCounts]:
    """Return the lines of a brief run, and what it came to."""
    lines: list[str] = []
    judge = Judge.of(OPTIONS, brief=True)
    tally = check_briefly(judge, OPTIONS.inputs(), lambda one: f"{one.source.path}\n", lines.append)
    return "".join(lines), tally


def test_lines_come_in_the_order_of_the_reports() -> None:
    run = check_reports(Judge.of(OPTIONS))
    lines, _tally = briefly()
    assert lines.splitlines() == [one.source.path for one in run]


def test_a_brief_run_counts_what_a_whole_one_does() -> None:
    whole = check_reports(Judge.of(OPTIONS)).counts
    _lines, tally = briefly()
    for name in ("verdicts", "decided", "blocked", "reports", "ignored", "internal"):
        assert getattr(tally, name) == getattr(whole, name), name
    for name in LeftOutCounts.__slots__:
        assert getattr(tally.left_out, name) == getattr(whole.left_out, name), name


def test_a_run_is_followed_input_by_input(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text(f"{HEAD}observations: []\n", "utf-8")
    followed: list[int] = []
    options = OPTIONS._replace(paths=(str(tmp_path), "c.yaml"))
    run = check_reports(Judge.of(options), followed.append)
    assert followed == [1, 1, 1]
    assert [one.diagnostics[0].kind.id for one in run] == ["wrong-type", "wrong-type", "unreadable"]
