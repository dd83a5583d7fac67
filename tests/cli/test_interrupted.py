"""An interruption in the middle of a batch: 130, nothing half written, and nobody left at work; and a
process that is ended by force: a clear message, and no part of a run shown as the whole.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.run.loop import AT_ONCE

from ..conftest import ROOT, TESTS
from ..process import COMMAND, environment

REPORT = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"
MANY = 24_000
"""Reports enough that a run is still at work when it is interrupted."""

JOBS = 3
"""The most processes that a test has at work."""

HELD = 3 * JOBS
"""Parts that hold whoever works on them: so many that each process gets one, however slow it is."""

DONE = AT_ONCE * (HELD + 1)
"""Reports before the first held one: so many that some are counted before all processes are held."""

HOLDING = TESTS / "holding"


def _reports(folder: Path, number: int) -> Path:
    (folder / "00000.yaml").write_bytes(REPORT.read_bytes())
    for one in range(1, number):
        (folder / f"{one:05}.yaml").hardlink_to(folder / "00000.yaml")
    return folder


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _reports(tmp_path_factory.mktemp("many"), MANY)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports of which each process that works on them meets one at which it is held."""
    made = _reports(tmp_path_factory.mktemp("reports"), DONE + AT_ONCE * HELD)
    for part in range(HELD):
        (made / f"{DONE + AT_ONCE * part:05}.yaml").rename(made / f"{DONE + AT_ONCE * part:05}-held.yaml")
    return made


@pytest.fixture
def held(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which processes that are held leave their ids."""
    made = tmp_path_factory.mktemp("held")
    monkeypatch.setenv("HELD_PROCESSES", str(made))
    monkeypatch.setenv("PYTHONPATH", str(HOLDING))
    return made


def _children(process: int) -> list[int]:
    told = Path(f"/proc/{process}/task/{process}/children").read_text("ascii")
    return [int(word) for word in told.split()]


def _processor_time(process: int) -> float:
    """Return the seconds that a process has worked: more than starting takes, and it is at work."""
    fields = Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


PATIENCE = 120
"""Seconds to wait for what a busy machine may take long to do."""


def _until(happens: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not happens():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.01)


def _ended(process: "subprocess.Popen[str]") -> tuple[str, str]:
    """Return what a run wrote."""
    return process.communicate(timeout=PATIENCE)


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


COMMANDS = {"check": ("check", "-q"), "score": ("score",)}
FAR = re.compile(r"Interrupted after [1-9][0-9]* files; the run is not complete\.")


_STARTED: "list[subprocess.Popen[str]]" = []


@pytest.fixture(autouse=True)
def _none_left() -> Iterator[None]:
    """End the runs of a test that failed before they did: no other test meets them, or their open pipes."""
    yield
    while _STARTED:
        with _STARTED.pop() as process:
            process.kill()


def _started(
    *arguments: str, stdout: IO[str] | int = subprocess.PIPE, deaf_to: signal.Signals | None = None
) -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [*COMMAND, *arguments, "--lang", "en"],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
        start_new_session=True,
        preexec_fn=(lambda: signal.signal(deaf_to, signal.SIG_IGN)) if deaf_to else None,
    )
    _STARTED.append(process)
    return process


def _all_held(held: Path, jobs: int = 2) -> list[int]:
    """Wait until the processes of a run are held in the middle of their work, and return their ids."""
    _until(lambda: len(list(held.iterdir())) >= jobs)
    return [int(one.name) for one in held.iterdir()]


@pytest.mark.heavy
@pytest.mark.parametrize("whom", ["the first process alone", "all of them, as Ctrl-C does"])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_large_batch_at_work_in_processes_ends_with_130_and_leaves_nothing(
    command: str, whom: str, many: Path, tmp_path: Path
) -> None:
    process = _started(
        *COMMANDS[command], str(many), "--jobs", "2", "--output-format", f"table={tmp_path}/out.txt"
    )
    _until(lambda: len(_children(process.pid)) >= 1)
    workers = _children(process.pid)
    _until(lambda: all(_processor_time(worker) > 0.3 for worker in workers))
    _signal(process, signal.SIGINT, whom)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (Exit.INTERRUPTED, "")
    assert FAR.fullmatch(stderr.strip())
    assert list(tmp_path.iterdir()) == []
    _until(lambda: not any(_alive(worker) for worker in workers))


def _signal(process: "subprocess.Popen[str]", number: signal.Signals, whom: str) -> None:
    if whom.startswith("all"):
        os.killpg(process.pid, number)
    else:
        process.send_signal(number)


def test_an_interruption_as_processes_start_is_one_too(folder: Path, held: Path) -> None:
    process = _started("check", "-q", str(folder), "--jobs", "2")
    _until(lambda: len(_children(process.pid)) >= 1)
    os.killpg(process.pid, signal.SIGINT)
    _, stderr = _ended(process)
    assert process.returncode == Exit.INTERRUPTED
    assert stderr.startswith("Interrupted")


def test_a_batch_at_work_alone_ends_with_130_and_leaves_nothing(
    folder: Path, held: Path, tmp_path: Path
) -> None:
    process = _started("check", str(folder), "--jobs", "1", "--output-format", f"json={tmp_path}/out.json")
    _all_held(held, jobs=1)
    process.send_signal(signal.SIGINT)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (Exit.INTERRUPTED, "")
    assert FAR.fullmatch(stderr.strip())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.heavy
@pytest.mark.parametrize("command", COMMANDS)
def test_a_process_that_is_killed_ends_the_run_with_a_clear_message(
    command: str, folder: Path, held: Path, tmp_path: Path
) -> None:
    process = _started(
        *COMMANDS[command], str(folder), "--jobs", "2", "--output-format", f"table={tmp_path}/out.txt"
    )
    workers = _all_held(held)
    os.kill(workers[0], signal.SIGKILL)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (Exit.FAULT, "")
    assert re.fullmatch(
        r"digecon: a process that worked on the reports was ended by force, by the signal SIGKILL "
        r"\(often for want of memory\)\. "
        r"[0-9]+ files were done, the run is not complete and has no verdict\. Run it again; "
        r"--jobs 1 takes less memory\n",
        stderr,
    )
    assert list(tmp_path.iterdir()) == []
    _until(lambda: not any(_alive(worker) for worker in workers))


@pytest.mark.heavy
def test_what_a_killed_run_told_before_is_not_closed_as_a_whole_one_is(
    folder: Path, held: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.txt"
    with out.open("w") as written:  # a pipe that nobody reads would hold the run up
        process = _started("check", "-q", str(folder), "--jobs", "2", stdout=written)
        os.kill(_all_held(held)[0], signal.SIGKILL)
        _ended(process)
    stdout = out.read_text("utf-8")
    assert process.returncode == Exit.FAULT
    assert " reports:" not in stdout
    assert stdout.count("\n") >= AT_ONCE
    assert all(line.startswith(str(folder)) for line in stdout.splitlines())


STOPPING = {signal.SIGTERM: Exit.TERMINATED, signal.SIGHUP: Exit.HUNG_UP, signal.SIGINT: Exit.INTERRUPTED}


@pytest.mark.heavy
@pytest.mark.parametrize("whom", ["the first process alone", "all of them"])
@pytest.mark.parametrize(
    ("command", "number"), [*(("check", number) for number in STOPPING), ("score", signal.SIGINT)]
)
def test_every_stopping_signal_ends_a_batch_with_its_code_and_leaves_nothing(
    command: str, number: signal.Signals, whom: str, folder: Path, held: Path, tmp_path: Path
) -> None:
    process = _started(
        *COMMANDS[command], str(folder), "--jobs", "2", "--output-format", f"table={tmp_path}/out.txt"
    )
    workers = _all_held(held)
    _signal(process, number, whom)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (STOPPING[number], "")
    assert FAR.fullmatch(stderr.strip())
    assert list(tmp_path.iterdir()) == []
    _until(lambda: not any(_alive(worker) for worker in workers))


@pytest.mark.heavy
@pytest.mark.parametrize(("command", "jobs"), [("check", 2), ("check", JOBS), ("score", 2)])
def test_no_process_outlives_its_parent_or_holds_its_output_open(
    command: str, jobs: int, folder: Path, held: Path, tmp_path: Path
) -> None:
    """SIGKILL tells the parent nothing, as the kernel does when memory runs out."""
    process = _started(
        *COMMANDS[command], str(folder), "--jobs", str(jobs), "--output-format", f"table={tmp_path}/out.txt"
    )
    workers = _all_held(held, jobs)
    process.kill()
    process.communicate(timeout=PATIENCE)  # returns once nobody holds the other end of the pipe
    _until(lambda: not any(_alive(worker) for worker in workers))


@pytest.mark.heavy
@pytest.mark.parametrize("number", STOPPING)
def test_a_run_alone_ends_with_the_code_of_the_signal(
    number: signal.Signals, folder: Path, held: Path
) -> None:
    process = _started("check", str(folder), "--jobs", "1")
    _all_held(held, jobs=1)
    process.send_signal(number)
    stdout, stderr = _ended(process)
    assert (process.returncode, stdout) == (STOPPING[number], "")
    assert FAR.fullmatch(stderr.strip())


def test_a_signal_that_the_caller_ignores_stays_ignored(folder: Path) -> None:
    """``nohup digecon check …`` goes on when the terminal hangs up."""
    process = _started("check", "-q", str(REPORT), str(folder / "00001.yaml"), deaf_to=signal.SIGHUP)
    _until(lambda: _processor_time(process.pid) > 0.02)
    process.send_signal(signal.SIGHUP)
    stdout, _ = _ended(process)
    assert process.returncode == Exit.MISSED
    assert "2 reports" in stdout


_STOPPED_IN_THE_MIDDLE_OF_AN_IMPORT = """
import os, signal, sys
from hubei_digecon import __main__ as program
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "click":
            os.kill(os.getpid(), signal.{name})
        return None
sys.meta_path.insert(0, Stop())
sys.argv = ["digecon", "check", "x.yaml"]
program.main()
"""


@pytest.mark.parametrize("number", STOPPING)
def test_a_signal_as_the_program_is_still_imported_is_no_traceback(number: signal.Signals) -> None:
    code = _STOPPED_IN_THE_MIDDLE_OF_AN_IMPORT.format(name=number.name)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (STOPPING[number], "")
    assert done.stderr == "已中断。 Interrupted.\n"
