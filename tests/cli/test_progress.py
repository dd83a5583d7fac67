"""The progress bar: on a terminal only, with rate and time left, and never in what is written."""

import os
import pty
import re
import select
import shutil
import subprocess
from pathlib import Path

import pytest

from hubei_digecon.cli.progress import WORTH_A_BAR

from ..conftest import AS_OF, ROOT
from ..process import COMMAND, environment

REPORT = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("reports")
    for number in range(WORTH_A_BAR + 50):
        shutil.copy(REPORT, made / f"{number:03}.yaml")
    return made


def _on_a_terminal(*arguments: str, lang: str = "en", both: bool = False) -> str:
    """Run with standard error on a terminal, and return what stood there without its escapes; ``both``:
    standard output is that terminal too.
    """
    ours, theirs = pty.openpty()
    line = [*COMMAND, *arguments, "--as-of", AS_OF, "--lang", lang]
    shown = {**environment(), "TERM": "xterm", "COLUMNS": "120"}
    process = subprocess.Popen(line, stdout=theirs if both else subprocess.DEVNULL, stderr=theirs, env=shown)
    os.close(theirs)
    said = b""
    while True:
        try:
            select.select([ours], [], [], 20)
            piece = os.read(ours, 65536)
        except OSError:  # the other end is closed: nothing more comes
            break
        if not piece:
            break
        said += piece
    process.wait()
    os.close(ours)
    return ESCAPES.sub("", said.decode())


@pytest.mark.heavy
@pytest.mark.parametrize("command", ["check", "score"])
def test_a_long_run_shows_a_bar_with_rate_and_time_left(command: str, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    said = _on_a_terminal(command, str(folder), "--output-format", f"json={out}")
    total = WORTH_A_BAR + 50
    assert "files done" in said
    assert re.search(rf"\b{total}/{total}\b", said)
    assert re.search(r"[0-9]+ a second +left [0-9]+:[0-9]{2}:[0-9]{2}", said)
    assert "files done" not in out.read_text("utf-8")


def test_the_bar_speaks_chinese(folder: Path, tmp_path: Path) -> None:
    said = _on_a_terminal("score", str(folder), "--output-format", f"json={tmp_path}/out.json", lang="zh")
    assert "已处理的文件" in said
    assert re.search("[0-9]+个/秒 +剩余 [0-9]", said)


def test_a_short_run_shows_none(tmp_path: Path) -> None:
    shutil.copy(REPORT, tmp_path / "report.yaml")
    said = _on_a_terminal("check", str(tmp_path), "--output-format", f"json={tmp_path}/out/none")
    assert "files done" not in said


def test_nothing_is_shown_where_standard_error_is_no_terminal(folder: Path) -> None:
    ran = subprocess.run(
        [*COMMAND, "score", str(folder), "--as-of", AS_OF, "-q"],
        capture_output=True,
        env=environment(),
        check=False,
        text=True,
    )
    assert ran.stderr == ""


@pytest.mark.heavy
def test_verdicts_that_come_as_they_are_made_take_the_place_of_a_bar(folder: Path) -> None:
    said = _on_a_terminal("check", "-q", str(folder), both=True)
    assert "files done" not in said
    assert said.count("judged 6 of 7") == WORTH_A_BAR + 50
    assert "files done" in _on_a_terminal("check", "-q", str(folder))
