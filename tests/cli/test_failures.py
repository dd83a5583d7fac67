"""How a run ends that could not go on: what it tells, and its exit code."""

import errno
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
from hubei_digecon.run.spool import SpoolError
from hubei_digecon.run.worker_faults import WorkerFaultError

FAULTS = (diagnose(NOT_A_FILE, what="a folder"),)
LOST = {
    -9: "was ended by force, by the signal SIGKILL (often for want of memory)",
    1: "ended early, with the exit code 1",
    None: "ended early, nobody knows why",
}
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
    for code, how in LOST.items():
        assert ending_of(WorkerLostError(7, code), verbose=False) is Exit.FAULT
        assert capsys.readouterr().err == (
            f"digecon: a process that worked on the reports {how}. 7 files were done, the run is not complete and "
            "has no verdict. Run it again; --jobs 1 takes less memory\n"
        )


def test_a_temporary_file_without_room_is_told_as_what_was_not_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    why = OSError(errno.ENOSPC, "No space left on device")
    assert ending_of(SpoolError(why), verbose=False) is Exit.NOT_WRITTEN
    assert capsys.readouterr().err == (
        "digecon: a temporary file could not be used, so no result is written: No space left on device. TMPDIR "
        "names another folder for it\n"
    )


@pytest.mark.parametrize("verbose", [False, True])
def test_a_fault_in_a_worker_is_told_with_where_it_was(
    verbose: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    fault = WorkerFaultError("KeyError: 'x'", "work (/run/loop.py:7)", "Traceback of the worker")
    known = KeyError("x")
    known.__cause__ = fault
    for error in (fault, known):
        assert ending_of(error, verbose) is Exit.FAULT
        told = capsys.readouterr().err
        assert "internal fault: KeyError: 'x'\n" in told
        assert "\n  work (/run/loop.py:7)\n" in told
        assert ("Traceback of the worker" in told) is verbose


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
