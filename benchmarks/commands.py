"""Where things are, and the commands that are measured, each a whole process."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = Path("benchmarks/work")
"""The one folder that is written to; like all paths of commands, seen from the root."""

SAMPLE = Path("sample_reports/illustrative/wuhan-east-lake-2025.yaml")
SCHEMA = Path("benchmarks/peers/thresholds.schema.json")
IMPORTS_ONLY = Path("benchmarks/peers/imports_only.py")

TABLE, JSON = "check (table)", "check (json)"
BARE, IMPORTS, PEER = "(a) python -c pass", "(b) imports only", "(c) check-jsonschema"
BATCH, PEER_BATCH = "check -q", "check-jsonschema -q"


class BenchError(Exception):
    """The bench itself is at fault: a command failed, or measuring it would tell nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, under the name it is shown by, and the exit codes that are no failure."""

    name: str
    line: tuple[str, ...]
    codes: tuple[int, ...] = (0,)

    def run(self, output: int = subprocess.DEVNULL) -> bytes:
        """Run the command to its end; return what it wrote, where ``output`` is a pipe.

        Raises:
            BenchError: where it ends in another code than expected.
        """
        ended = subprocess.run(
            self.line, cwd=ROOT, env=_ENVIRONMENT, stdout=output, stderr=subprocess.DEVNULL
        )
        if ended.returncode not in self.codes:
            start = " ".join(self.line[:6])
            raise BenchError(f"{self.name} ended with exit code {ended.returncode}: {start} …")
        return ended.stdout or b""


def single_commands() -> tuple[Command, ...]:
    """Return what is timed on one report; a sample that digecon cannot fully decide must not fail."""
    check = digecon("--fail-on", "never")
    return (
        Command(TABLE, (*check, "--output-format", "table", str(SAMPLE))),
        Command(JSON, (*check, "--output-format", "json", str(SAMPLE))),
        Command(BARE, (sys.executable, "-c", "pass")),
        Command(IMPORTS, (sys.executable, str(IMPORTS_ONLY))),
        Command(PEER, (*check_jsonschema(), str(SAMPLE))),
    )


def batch_commands(reports: tuple[str, ...]) -> tuple[Command, ...]:
    """Return what is timed on many reports in one process; both are told to say as little as they can."""
    return (
        Command(BATCH, (*digecon("-q", "--fail-on", "never"), *reports)),
        Command(PEER_BATCH, (*check_jsonschema("-q"), *reports), codes=(0, 1)),
    )


def digecon(*options: str) -> tuple[str, ...]:
    """Return the command line that judges reports, up to the paths."""
    return (_program("digecon"), "check", *options)


def check_jsonschema(*options: str) -> tuple[str, ...]:
    """Return the command line that holds files against the schema, up to the paths."""
    return (_program("check-jsonschema"), *options, "--schemafile", str(SCHEMA))


def _program(name: str) -> str:
    """Return a program of this very environment, as a user would start it."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise BenchError(f"{name} is not installed beside this Python; make bench installs it")
    return found


def _environment() -> dict[str, str]:
    """Return an environment in which start-up costs what it costs a user.

    Above all PYTHONDONTWRITEBYTECODE is taken out: with it set, every start would compile anew.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DIGECON_"))}
    return {**kept, "LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1"}


_ENVIRONMENT = _environment()
