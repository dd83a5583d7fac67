"""An interruption in the middle of a batch: 130, nothing half written, and nobody left at work."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hubei_digecon.cli.exits import Exit

from ..conftest import ROOT
from ..process import COMMAND, environment

REPORT = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"
MANY = 8000
"""Reports enough that a run is still at work when it is interrupted."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    (made / "first.yaml").write_bytes(REPORT.read_bytes())
    for number in range(MANY - 1):
        (made / f"{number}.yaml").hardlink_to(made / "first.yaml")
    return made


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return [int(word) for word in told.split()]


def _processor_time(process: int) -> float:
    """Return the seconds that a process has worked: more than starting takes, and it is at work."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _until(happens: Callable[[], bool]) -> None:
    for _ in range(2000):
        if happens():
            return
        time.sleep(0.005)
    raise AssertionError("it never happened")


def _ended(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return what a run wrote; one that does not end is ended, so that no other test meets it."""
    try:
        return process.communicate(timeout=20)
    finally:
        process.kill()


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("whom", ["the first process alone", "all of them, as Ctrl-C does"])
def test_a_batch_at_work_in_processes_ends_with_130_and_leaves_nothing(
    whom: str, folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.txt"
    process = subprocess.Popen(
        [*COMMAND, "check", "-q", str(folder), "--output-format", f"table={out}", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
        start_new_session=True,
    )
    _until(lambda: len(_children(process.pid)) >= 1)
    workers = _children(process.pid)
    if whom.startswith("all"):
        os.killpg(process.pid, signal.SIGINT)
    else:
        process.send_signal(signal.SIGINT)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (Exit.INTERRUPTED, "")
    assert stderr.strip() == "Interrupted."
    assert list(tmp_path.iterdir()) == []
    _until(lambda: not any(_alive(worker) for worker in workers))


def test_a_batch_at_work_alone_ends_with_130_and_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "check", str(folder), "--output-format", f"json={tmp_path}/out.json", "--lang", "en"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    _until(lambda: _processor_time(process.pid) > 0.6)
    process.send_signal(signal.SIGINT)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (Exit.INTERRUPTED, "")
    assert stderr.strip() == "Interrupted."
    assert list(tmp_path.iterdir()) == []
