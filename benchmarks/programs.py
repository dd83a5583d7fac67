"""The programs that are measured: how each is called, up to the files it works on."""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from .commands import ROOT, WORK, BenchError

SCHEMA = Path("benchmarks/peers/thresholds.schema.json")
READING_ONLY = Path("benchmarks/peers/yamllint.yaml")
LIMIT_SOURCE = Path("benchmarks/peers/limit.c")
PROCESSES = 2
"""How many work side by side where a program can be told."""
JUDGED = (0, 4)
"""The exit codes of digecon where every report could be judged, with ``--fail-on never``."""


def digecon(*words: str) -> tuple[str, ...]:
    """Return the command line of digecon itself."""
    return (program("digecon"), *words)


def check_jsonschema(*options: str) -> tuple[str, ...]:
    """Return the command line that holds files against the schema."""
    return (program("check-jsonschema"), *options, "--schemafile", str(SCHEMA))


def yamllint() -> tuple[str, ...]:
    """Return the command line that reads the files of a folder and looks for nothing in them."""
    return (program("yamllint"), "--config-file", str(READING_ONLY))


def sourcemeta(folder: str) -> tuple[str, ...]:
    """Return the native validator on a folder, in exhaustive mode, which is what it does unless told.

    It is called by its path in the package: the program beside this Python starts it from Python.
    """
    return (_native_binary(), "validate", str(SCHEMA), folder, "--continue")


def peer(name: str, folder: str, processes: int = 1) -> tuple[str, ...]:
    """Return the script of a peer on a folder."""
    return (sys.executable, "-m", f"benchmarks.peers.{name}", folder, str(processes))


def limit_in_c() -> str | None:
    """Compile the limit that needs no Python; return None where there is no compiler or no libyaml."""
    compiler, made = shutil.which("cc"), WORK / "limit"
    if compiler is None:
        return None
    (ROOT / WORK).mkdir(parents=True, exist_ok=True)
    line = (compiler, "-O2", str(LIMIT_SOURCE), "-lyaml", "-o", str(made))
    compiled = subprocess.run(line, cwd=ROOT, capture_output=True)
    return str(made) if compiled.returncode == 0 else None


def program(name: str) -> str:
    """Return a program of this very environment, as a user would start it."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        raise BenchError(f"{name} is not installed beside this Python; make bench installs it")
    return found


def _native_binary() -> str:
    """Return the one of the binaries in the package that runs on this machine."""
    package = find_spec("sourcemeta_jsonschema")
    if package is None or package.origin is None:
        raise BenchError("sourcemeta-jsonschema is not installed beside this Python; make bench installs it")
    for path in sorted(Path(package.origin).parent.glob("jsonschema-*")):
        if _runs(str(path)):
            return str(path)
    raise BenchError("sourcemeta-jsonschema has no binary for this machine")


def _runs(path: str) -> bool:
    try:
        return subprocess.run((path, "version"), capture_output=True).returncode == 0
    except OSError:
        return False
