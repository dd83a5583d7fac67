"""The entry point: every run ends with an exit code, whatever becomes of it."""

import click
import pytest

from hubei_digecon.cli import main
from hubei_digecon.cli.main import run
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.version import VERSION


@pytest.mark.parametrize(
    ("raised", "code", "told"),
    [
        (click.Abort(), Exit.INTERRUPTED, "Interrupted.\n"),
        (KeyboardInterrupt(), Exit.INTERRUPTED, "Interrupted.\n"),
        (click.ClickException("no luck"), Exit.USAGE, "no luck\n"),
        (click.UsageError("no such thing"), Exit.USAGE, "digecon: no such thing\nsee digecon --help\n"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_is_raised_becomes_a_code(
    raised: BaseException,
    code: Exit,
    told: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise raised

    monkeypatch.setattr(main, "group", fail)
    assert run(["check"]) == code
    assert capsys.readouterr() == ("", told)


@pytest.mark.parametrize(
    ("flags", "is_traced"), [(["-v"], True), (["-qv"], True), (["--verbose"], True), (["-q", "v"], False)]
)
def test_a_fault_is_traced_where_that_is_asked_for(
    flags: list[str], is_traced: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(main, "group", None)
    assert run(["check", *flags]) == Exit.FAULT
    assert ("Traceback" in capsys.readouterr().err) is is_traced


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == Exit.COMPLIANT
    assert capsys.readouterr() == (f"digecon {VERSION}\n", "")


def test_without_a_command_help_is_told_as_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == Exit.USAGE
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("Usage: digecon [OPTIONS] COMMAND [ARGS]...\n")
    assert run(["--lang", "en"]) == Exit.USAGE
    assert capsys.readouterr().err.startswith("digecon: name a command: check, score, trend")
