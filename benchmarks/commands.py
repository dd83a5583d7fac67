"""Where things are, and what a command is that can be measured: a whole process."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
WORK = Path("benchmarks/work")
"""The one folder that is written to; like all paths of commands, seen from the root."""


class BenchError(Exception):
    """The bench itself is at fault: a command failed, or measuring it would tell nothing."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, under the name it is shown by, the exit codes that are no failure, and how many
    files it works on.
    """

    name: str
    line: tuple[str, ...]
    codes: tuple[int, ...] = (0,)
    files: int = 1

    def run(self, output: int = subprocess.DEVNULL, errors: int = subprocess.DEVNULL) -> bytes:
        """Run the command to its end; return what it wrote, where ``output`` is a pipe.

        ``errors`` may be ``subprocess.STDOUT``, to have what it wrote to standard error among it.

        Raises:
            BenchError: where it ends in another code than expected.
        """
        with self.start(output, errors) as process:
            said = process.communicate()[0]
        self.see_that_it_ended_well(process.returncode)
        return said or b""

    def start(
        self, output: int = subprocess.DEVNULL, errors: int = subprocess.DEVNULL
    ) -> "subprocess.Popen[bytes]":
        """Start the command and return its process."""
        return subprocess.Popen(self.line, cwd=ROOT, env=_ENVIRONMENT, stdout=output, stderr=errors)

    def see_that_it_ended_well(self, code: int) -> None:
        """Hold the exit code against those that are no failure.

        Raises:
            BenchError: where it is another.
        """
        if code not in self.codes:
            start = " ".join(self.line[:6])
            raise BenchError(f"{self.name} ended with exit code {code}: {start} …")


def _environment() -> dict[str, str]:
    """Return an environment in which start-up costs what it costs a user.

    Above all PYTHONDONTWRITEBYTECODE is taken out: with it set, every start would compile anew.
    """
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DIGECON_"))}
    return {**kept, "LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1"}


_ENVIRONMENT = _environment()
