"""``digecon`` as a process of its own: for pipes, signals, full disks, and what is imported."""

import os
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

COMMAND = (sys.executable, "-m", "hubei_digecon")

BUFFERED = {"PYTHONUNBUFFERED": ""}
UNBUFFERED = {"PYTHONUNBUFFERED": "1"}
"""Both ways in which Python may hold its streams; a failure shows late in one, in part in the other."""


def environment(changes: Mapping[str, str] = BUFFERED) -> dict[str, str]:
    """Return the environment of this process with some variables changed."""
    return dict(os.environ) | dict(changes)


def ran(*arguments: str, **settings: Any) -> subprocess.CompletedProcess[str]:
    """Run ``digecon`` to its end; streams that are not given are caught as text."""
    given: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": environment()}
    return subprocess.run(
        [*COMMAND, *arguments], check=False, text=True, encoding="utf-8", **(given | settings)
    )


def python(code: str) -> str:
    """Run Python code in a fresh process and return what it printed."""
    done = subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout
