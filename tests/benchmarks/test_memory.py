"""The memory of a command is that of all its processes."""

import sys

import pytest
from benchmarks.commands import BenchError, Command
from benchmarks.memory import is_told, peak

pytestmark = pytest.mark.skipif(not is_told(), reason="this system does not tell the memory of processes")

MEGABYTES = 40
HOLDING = f"import time; held = b'x' * {MEGABYTES * 10**6}; time.sleep(1)"
STARTING = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDING!r}])"


def command(code: str) -> Command:
    return Command("a command", (sys.executable, "-c", code))


def test_what_a_process_holds_is_seen() -> None:
    most = peak(command(HOLDING))
    assert most.processes == 1
    assert most.bytes > MEGABYTES * 10**6


def test_what_it_starts_is_seen_too() -> None:
    most = peak(command(STARTING))
    assert most.processes == 2
    assert most.bytes > MEGABYTES * 10**6


def test_a_command_that_fails_tells_nothing() -> None:
    with pytest.raises(BenchError, match="a command ended with exit code 3"):
        peak(command("raise SystemExit(3)"))
