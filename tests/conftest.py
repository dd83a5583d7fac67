"""What all tests share: a scrubbed environment, the command line run in-process, and golden files."""

import gc
import hashlib
import os
import re
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from hubei_digecon.cli.folders import folders_to_look_in
from hubei_digecon.cli.main import run
from hubei_digecon.cli.settings import SETTINGS
from hubei_digecon.load.targets import TargetLibrary, find_targets

from . import laws as laws  # sets how many examples are tried, before any law is collected
from .repeats import leave_repeats_to_test_all

ROOT = Path(__file__).parent.parent
TESTS = ROOT / "tests"
AS_OF = "2026-02-28"

_LOOKED_AT = (
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "LANGUAGE",
    "NO_COLOR",
    "FORCE_COLOR",
    "GITHUB_ACTIONS",
    "GITHUB_STEP_SUMMARY",
    *(setting.variable for setting in SETTINGS.values()),
)


@dataclass(frozen=True)
class Ran:
    """What a run of the command line ended with and wrote."""

    code: int
    out: str
    err: str


Digecon = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _scrubbed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the machine's own environment reaches a test; every run starts at the root.

    No configuration file of the repository, or above it, is looked for.
    """
    for name in _LOOKED_AT:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(
        "hubei_digecon.cli.configuration.folders_to_look_in",
        lambda folder: (one for one in folders_to_look_in(folder) if not ROOT.is_relative_to(one)),
    )
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.chdir(ROOT)


@pytest.fixture
def digecon(monkeypatch: pytest.MonkeyPatch) -> Digecon:
    """Run ``digecon`` in this process; ``stdin`` gives standard input, ``encoding`` the terminal's."""

    def call(*arguments: str, stdin: bytes = b"", encoding: str = "utf-8") -> Ran:
        out, err = TextIOWrapper(BytesIO(), encoding), TextIOWrapper(BytesIO(), encoding)
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin), encoding))
            code = run(arguments)
        return Ran(int(code), _written(out, encoding), _written(err, encoding))

    return call


@pytest.fixture(scope="session")
def cases_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder for the files of the judging cases, which many tests look at."""
    return tmp_path_factory.mktemp("cases")


@pytest.fixture(scope="session")
def library() -> TargetLibrary:
    """The target files of the repository."""
    return TargetLibrary(find_targets(str(ROOT / "targets")))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave most cases of tests with many to ``make test-all``, but where golden files are written."""
    if "DIGECON_WRITE_GOLDEN" not in os.environ:
        leave_repeats_to_test_all(items)


def pytest_configure() -> None:
    """Look for no cycles while the tests are collected: thousands of items are made, and all stay. And let
    signals end what tests start: a run in the background ignores some, and its children would too.
    """
    gc.disable()
    for number in (signal.SIGINT, signal.SIGHUP):
        if signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)


def pytest_collection_finish() -> None:
    """Leave what was collected out of every later search for cycles."""
    gc.freeze()
    gc.enable()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """On CI a skipped test is a failure: nothing may look checked that was not."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if skipped and os.environ.get("CI"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def _written(stream: TextIOWrapper, encoding: str) -> str:
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, BytesIO)
    return buffer.getvalue().decode(encoding)


@cache
def _digests() -> dict[str, Path]:
    """The data files of the repository by the SHA-256 of their bytes."""
    folders = (ROOT / "targets", ROOT / "sample_reports", TESTS)
    files = (
        path for folder in folders for path in folder.rglob("*") if path.suffix in (".yaml", ".json", ".csv")
    )
    return {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files}


def without_digests(text: str) -> str:
    """Return an output with ``<digest>`` for the SHA-256 of every data file of the repository.

    An edit of such a file then changes in the golden files only what it means. Any other digest stays.
    """
    return re.sub("[0-9a-f]{64}", lambda found: "<digest>" if found[0] in _digests() else found[0], text)


def matches_golden(text: str, golden: Path) -> None:
    """Hold ``text``, its digests of data files aside, against a golden file; ``make golden`` writes it anew."""
    text = without_digests(text)
    if os.environ.get("DIGECON_WRITE_GOLDEN"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, "utf-8")
    assert golden.exists(), f"there is no {golden}; make golden writes it"
    assert text == golden.read_text("utf-8")
