"""Runs one version of the program: a copy of its source, and a process that runs its command lines."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from ..commands import ROOT, BenchError
from .compare import Outputs

SERVER = Path(__file__).with_name("server.py")
WRITTEN = "out"
"""The folder that a command line writes files into, seen from where it is run."""


LANGS = ("zh", "en")
_FILES = re.compile(rf"(?: --output-format [\w-]+={WRITTEN}/[\w-]+)+")


class CommandLine(NamedTuple):
    """The words after ``digecon``, with variables, standard input and the folder in which it is run."""

    words: Sequence[str]
    variables: Mapping[str, str] = {}
    stdin: str = os.devnull
    folder: str = "."
    group: str = ""

    def __str__(self) -> str:
        """Return the line as a shell would be given it, but for the many files of one in every format."""
        place = f"cd {self.folder}; " if self.folder != "." else ""
        variables = "".join(f"{name}={shlex.quote(value)} " for name, value in self.variables.items())
        stdin = f" < {self.stdin}" if self.stdin != os.devnull else ""
        words = _FILES.sub(f" --output-format NAME={WRITTEN}/NAME…", shlex.join(self.words))
        return f"{place}{variables}digecon {words}{stdin}"


def copy_of_commit(commit: str, folder: Path) -> None:
    """Write the files of a commit into a new folder.

    Raises:
        BenchError: where there is no such commit.
    """
    folder.mkdir(parents=True)
    archive = subprocess.run(("git", "archive", commit), cwd=ROOT, capture_output=True)
    if archive.returncode:
        raise BenchError(archive.stderr.decode().strip())
    subprocess.run(("tar", "-x"), cwd=folder, input=archive.stdout, check=True)


def copy_of_working_tree(folder: Path) -> None:
    """Write the program as it is at hand, with its target files, into a new folder."""
    for part in ("src", "targets"):
        shutil.copytree(
            ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )


class Version:
    """A version of the program, its source in ``tree``, run in ``work``, both in one folder.

    The folders of two versions have names of one length, so that paths make no line wrap otherwise.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.work = folder, folder / "work"
        self._formats: dict[str, Sequence[str]] = {}
        self._process = subprocess.Popen(
            (sys.executable, "-P", str(SERVER), WRITTEN),
            cwd=self.work,
            env=environment(folder / "tree" / "src"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def begin(self, line: CommandLine) -> None:
        """Start a command line; it runs while others do something else."""
        assert self._process.stdin
        print(json.dumps(line), file=self._process.stdin, flush=True)

    def outputs(self) -> Outputs:
        """Wait for the command line to end, and return what it wrote."""
        assert self._process.stdout
        code = self._process.stdout.readline().strip()
        if not code:
            raise BenchError(f"the process that runs {self.folder} has ended")
        paths = [path for path in (self.work / WRITTEN).rglob("*") if path.is_file()]
        files = {str(path.relative_to(self.work / WRITTEN)): path.read_bytes() for path in paths}
        return {"exit code": code.encode()} | {name: self._placed(data) for name, data in files.items()}

    def run(self, line: CommandLine) -> Outputs:
        """Run a command line to its end, and return what it wrote."""
        self.begin(line)
        return self.outputs()

    def proposed(self, *words: str) -> Sequence[str]:
        """Return what a shell would propose as the next word of a command line."""
        asked = {
            "_DIGECON_COMPLETE": "bash_complete",
            "COMP_WORDS": " ".join(("digecon", *words, "")),
            "COMP_CWORD": str(len(words) + 1),
        }
        told = self.run(CommandLine((), asked))["stdout"].decode()
        return [line.removeprefix("plain,") for line in told.splitlines() if line.startswith("plain,")]

    def formats(self, command: str) -> Sequence[str]:
        """Return the formats in which a command can show what it gives."""
        if command not in self._formats:
            self._formats[command] = self.proposed(command, "--output-format")
        return self._formats[command]

    def _placed(self, data: bytes) -> bytes:
        """Return an output without the place of this very copy."""
        return data.replace(os.fsencode(self.folder), b"FOLDER")


def environment(*paths: Path) -> dict[str, str]:
    """Return an environment in which nothing depends on the machine, with modules taken from ``paths``."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "GITHUB_STEP_SUMMARY": f"{WRITTEN}/summary",
    }
