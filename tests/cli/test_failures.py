"""How a run ends that could not go on: what it tells, and its exit code."""

from pathlib import Path

import pytest

from hubei_digecon.cli import language
from hubei_digecon.cli.configuration import ConfigurationError
from hubei_digecon.cli.failures import ending_of
from hubei_digecon.cli.output import NotWrittenError
from hubei_digecon.diagnostics import SourceFile, diagnose
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.load.faults import NOT_A_FILE, InputError
from hubei_digecon.run.interruptions import WorkerLostError

FAULTS = (diagnose(NOT_A_FILE, what="a folder"),)
NO_FILE = "x.toml: error not-a-file: it is not a regular file (a folder)\n  fix: give a regular file\n"


@pytest.fixture(autouse=True)
def _english() -> None:
    language.choose([], {})


def test_a_file_at_fault_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_of(InputError(SourceFile("x.toml"), FAULTS), verbose=False) is Exit.INVALID
    assert capsys.readouterr() == ("", NO_FILE)


def test_a_configuration_file_at_fault_is_a_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_of(ConfigurationError(SourceFile("x.toml"), FAULTS), verbose=False) is Exit.USAGE
    assert capsys.readouterr().err == (
        f"{NO_FILE}digecon: the configuration file is at fault, so nothing was done; "
        "fix it, or leave it out by --isolated\n"
    )


def test_a_process_that_is_lost_is_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_of(WorkerLostError(7), verbose=False) is Exit.FAULT
    assert capsys.readouterr().err.startswith("digecon: a process that worked on the reports was ended")


def test_what_is_not_written_has_a_code_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    assert ending_of(NotWrittenError("no room"), verbose=False) is Exit.NOT_WRITTEN
    assert capsys.readouterr().err == "no room\n"


def test_an_error_of_files_without_a_working_directory_is_told_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert ending_of(FileNotFoundError("x"), verbose=False) is Exit.USAGE
    assert "the working directory has been deleted" in capsys.readouterr().err


@pytest.mark.parametrize("verbose", [False, True])
def test_any_other_error_is_a_fault_of_the_program(verbose: bool, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KeyError) as raised:
        raise KeyError("of the program")
    assert ending_of(raised.value, verbose) is Exit.FAULT
    told = capsys.readouterr().err
    assert "internal fault: KeyError: 'of the program'\n" in told
    assert ("Traceback" in told) is verbose
