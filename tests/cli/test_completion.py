"""``digecon completion``: the scripts ask as the program answers, and bash itself completes by one."""

import subprocess
import sys
from pathlib import Path

import pytest

from hubei_digecon.cli.proposals import SHELLS, VARIABLE
from hubei_digecon.domain.exit_codes import Exit

from ..conftest import Digecon
from ..process import environment


@pytest.mark.parametrize("name", SHELLS)
def test_a_script_asks_through_the_variable_that_is_answered(name: str, digecon: Digecon) -> None:
    ran = digecon("completion", name)
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    assert f"{VARIABLE}={name}_complete" in ran.out
    assert "_digecon_completion" in ran.out


def test_bash_itself_completes_by_the_script(digecon: Digecon, tmp_path: Path) -> None:
    command = tmp_path / "digecon"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m hubei_digecon "$@"\n', "utf-8")
    command.chmod(0o755)
    script = tmp_path / "script.bash"
    script.write_text(digecon("completion", "bash").out, "utf-8")
    asks = (
        f"source {script}\n"
        "COMP_WORDS=(digecon targets wuhan-) COMP_CWORD=2; _digecon_completion digecon\n"
        "echo ${COMPREPLY[@]}\n"
        "COMPREPLY=(); COMP_WORDS=(digecon new 光) COMP_CWORD=2; _digecon_completion digecon\n"
        "echo ${COMPREPLY[@]}\n"
    )
    path = f"{tmp_path}:{environment()['PATH']}"
    ran = subprocess.run(
        ["bash", "--norc", "-c", asks],
        env=environment({"PATH": path, "LC_ALL": "C.UTF-8"}),
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.stdout == "wuhan-east-lake wuhan-wedz\n光谷\n"
