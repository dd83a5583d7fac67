"""Every exit code of the table: a crash never looks like a missed target, nor like a pass."""

import itertools
import json
import os
import resource
import signal
import subprocess
from pathlib import Path
from typing import Any, NoReturn

import pytest

from hubei_digecon.domain.exit_codes import FAIL_ON, Exit
from hubei_digecon.show.format import Format
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.version import VERSION

from ..conftest import Digecon
from ..process import BUFFERED, COMMAND, UNBUFFERED, environment, ran
from ..readers import PRINTED
from ..shown_formats import shown
from ..small_targets import REPORTS, Small

CODES = {"compliant": 0, "missed": 1, "undecided": 4, "partly": 4, "pending": 4, "invalid": 3}
WORST_FIRST = ("invalid", "missed", "undecided", "compliant")

each_buffering = pytest.mark.parametrize("buffering", [BUFFERED, UNBUFFERED], ids=["buffered", "unbuffered"])


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path)


def break_formats(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """Make every format raise ``error``."""

    def broken(*_: Any) -> NoReturn:
        raise error

    monkeypatch.setattr(Format, "whole", broken)


def test_the_table_of_codes_is_that_of_the_design() -> None:
    assert sorted(Exit) == [0, 1, 2, 3, 4, 70, 74, 129, 130, 143]


@pytest.mark.parametrize("report", REPORTS)
def test_a_report_alone_gives_the_code_of_its_verdict(report: str, small: Small, digecon: Digecon) -> None:
    assert digecon(*small.check(report)).code == CODES[report]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("report", REPORTS)
def test_no_format_changes_the_code(report: str, format: str, small: Small, digecon: Digecon) -> None:
    _, ran = shown(digecon, format, small.folder, *small.check(report))
    assert ran.code == CODES[report]


@pytest.mark.parametrize("reports", list(itertools.permutations(WORST_FIRST, 2)), ids="-".join)
def test_of_two_reports_the_worse_gives_the_code(
    reports: tuple[str, ...], small: Small, digecon: Digecon
) -> None:
    worst = next(report for report in WORST_FIRST if report in reports)
    assert digecon(*small.check(*reports), "-q").code == CODES[worst]


def test_of_all_reports_the_worst_gives_the_code(small: Small, digecon: Digecon) -> None:
    for kept in range(len(WORST_FIRST)):
        reports = WORST_FIRST[kept:]
        assert digecon(*small.check(*reports), "-q").code == CODES[reports[0]]


@pytest.mark.parametrize(
    ("reports", "codes"),
    [
        (["compliant"], {"undecided": 0, "missed": 0, "never": 0}),
        (["missed"], {"undecided": 1, "missed": 1, "never": 0}),
        (["partly"], {"undecided": 4, "missed": 0, "never": 0}),
        (["undecided"], {"undecided": 4, "missed": 4, "never": 4}),
        (["pending"], {"undecided": 4, "missed": 4, "never": 4}),
        (["invalid"], {"undecided": 3, "missed": 3, "never": 3}),
        (["missed", "undecided"], {"undecided": 1, "missed": 1, "never": 0}),
        (["compliant", "undecided"], {"undecided": 4, "missed": 0, "never": 0}),
        (["undecided", "pending"], {"undecided": 4, "missed": 4, "never": 4}),
        (["missed", "invalid"], {"undecided": 3, "missed": 3, "never": 3}),
        ([], {"undecided": 4, "missed": 4, "never": 4}),
    ],
    ids=str,
)
def test_fail_on_eases_verdicts_only_where_something_was_judged(
    reports: list[str], codes: dict[str, int], small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    paths = small.check(*reports) if reports else ("check", str(tmp_path / "empty"), *small.options)
    assert set(codes) == set(FAIL_ON)
    for fail_on, code in codes.items():
        assert digecon(*paths, "--fail-on", fail_on).code == code
    assert digecon(*paths).code == codes["undecided"]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("format", FORMATS)
def test_an_empty_folder_is_no_pass(format: str, lang: str, tmp_path: Path, digecon: Digecon) -> None:
    _, ran = shown(digecon, format, tmp_path, "check", str(tmp_path), "--lang", lang)
    assert ran.code == Exit.UNDECIDED


def test_a_folder_of_target_files_alone_is_no_pass(small: Small, digecon: Digecon) -> None:
    assert digecon("check", str(small.targets), *small.options).code == Exit.UNDECIDED


def test_nothing_to_check_gives_json_without_assessments(tmp_path: Path, digecon: Digecon) -> None:
    ran = digecon("check", str(tmp_path), "--output-format", "json")
    assert json.loads(ran.out)["assessments"] == []


def test_target_files_with_an_error_are_an_invalid_input(small: Small, digecon: Digecon) -> None:
    (small.targets / "cities" / "one.yaml").write_text("entity: {}\n", "utf-8")
    for fail_on in FAIL_ON:
        ran = digecon(*small.check("compliant"), "--fail-on", fail_on)
        assert (ran.code, ran.out) == (Exit.INVALID, "")
        assert "one.yaml" in ran.err


def test_target_files_with_an_error_are_an_invalid_input_to_many_reports_too(
    small: Small, digecon: Digecon
) -> None:
    (small.targets / "cities" / "one.yaml").write_text("entity: {}\n", "utf-8")
    many = [small.report("compliant")] * 120  # enough for processes side by side
    ran = digecon("check", *many, *small.options, "-q")
    assert (ran.code, ran.out) == (Exit.INVALID, "")
    assert "one.yaml" in ran.err


@pytest.mark.parametrize("fail_on", FAIL_ON)
def test_wrong_usage_is_2_whatever_fails(fail_on: str, small: Small, digecon: Digecon) -> None:
    assert digecon(*small.check("compliant"), "--fail-on", fail_on, "--nonsense").code == Exit.USAGE


@pytest.mark.parametrize("fail_on", FAIL_ON)
@pytest.mark.parametrize(
    "error", [ZeroDivisionError("of ours"), MemoryError(), RecursionError("deep")], ids=repr
)
def test_a_fault_of_ours_is_70_and_told_without_a_traceback(
    error: Exception, fail_on: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_formats(monkeypatch, error)
    ran = digecon(*small.check("compliant"), "--fail-on", fail_on)
    assert (ran.code, ran.out) == (Exit.FAULT, "")
    assert VERSION in ran.err
    assert f"{type(error).__name__}: {error}" in ran.err
    assert "report the command, the version and the line below to the maintainers" in ran.err
    assert "broken (" in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("flag", ["-v", "--verbose"])
def test_verbose_shows_the_traceback_of_a_fault(
    flag: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_formats(monkeypatch, ZeroDivisionError("of ours"))
    ran = digecon(*small.check("compliant"), flag)
    assert ran.code == Exit.FAULT
    assert "Traceback (most recent call last)" in ran.err


def test_a_fault_is_told_in_chinese_too(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_formats(monkeypatch, ZeroDivisionError("of ours"))
    ran = digecon("--lang", "zh", *small.check("compliant")[:-2])
    assert ran.code == Exit.FAULT
    assert "内部故障" in ran.err
    assert "报告给维护者" in ran.err


def test_an_interruption_is_130_and_told(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_formats(monkeypatch, KeyboardInterrupt())
    ran = digecon(*small.check("compliant"), "--fail-on", "never")
    assert (ran.code, ran.out) == (Exit.INTERRUPTED, "")
    assert ran.err.split() == ["Interrupted."]


def test_a_signal_while_standard_input_is_read_is_130() -> None:
    command = [*COMMAND, "check", "-", "--lang", "en"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdin is not None
        process.stdin.write(b"#" * 500_000)  # more than a pipe holds: once written, it is being read
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate()
    assert process.returncode == Exit.INTERRUPTED
    assert out == b""
    assert b"Traceback" not in err


@pytest.mark.parametrize(
    ("report", "format"), [("compliant", "table"), *(("missed", one) for one in PRINTED)]
)
def test_a_full_disk_is_74_whatever_the_verdict(report: str, format: str, small: Small) -> None:
    with open("/dev/full", "wb") as full:
        done = ran(
            *small.check(report), "--output-format", format, "--fail-on", "never", stdout=full.fileno()
        )
    assert done.returncode == Exit.NOT_WRITTEN
    assert done.stderr == "digecon: standard output could not be written: No space left on device\n"


@each_buffering
def test_a_disk_that_fills_up_is_74(buffering: dict[str, str], small: Small, tmp_path: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    with open(tmp_path / "out", "wb") as out:
        done = ran(
            *small.check("compliant"),
            stdout=out.fileno(),
            preexec_fn=little_room,
            env=environment(buffering),
        )
    assert done.returncode == Exit.NOT_WRITTEN
    assert "standard output could not be written" in done.stderr


@pytest.mark.parametrize("command", [["schema", "result"], ["targets"], ["lint", "targets"]], ids=" ".join)
def test_other_commands_too_say_74_of_a_full_disk(command: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = ran(*command, stdout=full.fileno())
    assert done.returncode == Exit.NOT_WRITTEN
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("report", "format"),
    [
        *((one, "table") for one in ("compliant", "undecided", "invalid")),
        *(("missed", one) for one in PRINTED),
    ],
)
def test_a_closed_pipe_keeps_the_code_of_the_verdict(report: str, format: str, small: Small) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = ran(*small.check(report), "--output-format", format, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (CODES[report], "")


@pytest.mark.parametrize("format", ["table", "json"])
def test_a_reader_that_stops_early_keeps_the_code_of_the_verdict(format: str, small: Small) -> None:
    many = [small.report("missed")] * 100  # more than a pipe holds
    command = [*COMMAND, "check", *many, *small.options, "--output-format", format]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert len(process.stdout.read(1)) == 1
        process.stdout.close()
        err = process.stderr.read()
    assert (process.returncode, err) == (Exit.MISSED, b"")


@pytest.mark.parametrize("command", [["schema", "result"], ["targets"]], ids=" ".join)
def test_other_commands_take_a_closed_pipe_for_no_failure(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = ran(*command, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_says_74_of_a_full_disk(word: str) -> None:
    with open("/dev/full", "wb") as full:
        done = ran(word, stdout=full.fileno())
    assert done.returncode == Exit.NOT_WRITTEN
    assert "internal fault" not in done.stderr


@pytest.mark.parametrize("word", ["--help", "--version"])
def test_help_into_a_closed_pipe_never_looks_like_a_missed_target(word: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = ran(word, stdout=writing)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, "")


each_told_to_nobody = pytest.mark.parametrize(
    "buffering", [BUFFERED, UNBUFFERED], ids=["buffered", "unbuffered"]
)


def told_to_nobody(buffering: dict[str, str], *arguments: str) -> int:
    """Return the code of a run whose standard error nobody reads."""
    reading, writing = os.pipe()
    os.close(reading)
    done = ran(*arguments, stderr=writing, env=environment(buffering))
    os.close(writing)
    return done.returncode


@each_told_to_nobody
def test_wrong_usage_told_to_nobody_is_2(buffering: dict[str, str]) -> None:
    assert told_to_nobody(buffering, "check", "--nonsense") == Exit.USAGE


@each_told_to_nobody
def test_target_files_with_an_error_told_to_nobody_are_3(buffering: dict[str, str], tmp_path: Path) -> None:
    assert told_to_nobody(buffering, "targets", "--targets", str(tmp_path)) == Exit.INVALID


@each_told_to_nobody
def test_a_verdict_told_to_nobody_keeps_its_code(buffering: dict[str, str], small: Small) -> None:
    sink = ("--output-format", f"json={small.folder}/out.json")
    assert told_to_nobody(buffering, *small.check("missed"), *sink) == Exit.MISSED


@each_told_to_nobody
def test_that_nothing_could_be_written_told_to_nobody_is_74(buffering: dict[str, str], small: Small) -> None:
    sink = ("--output-format", f"json={small.folder}/no/out.json")
    assert told_to_nobody(buffering, *small.check("missed"), *sink) == Exit.NOT_WRITTEN


@pytest.mark.parametrize("command", [["check", "{report}"], ["schema", "result"]], ids=lambda c: c[0])
def test_without_standard_output_it_is_74(command: list[str], small: Small) -> None:
    arguments = [word.format(report=small.report("compliant")) for word in command]
    done = ran(*arguments, stdout=None, preexec_fn=lambda: os.close(1))
    assert done.returncode == Exit.NOT_WRITTEN
    assert "internal fault" not in done.stderr


def test_without_standard_input_the_input_is_invalid() -> None:
    done = ran("check", "-", preexec_fn=lambda: os.close(0))
    assert done.returncode == Exit.INVALID
    assert "internal fault" not in done.stderr


def test_verbose_among_joined_flags_shows_the_traceback_too(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_formats(monkeypatch, ZeroDivisionError("of ours"))
    ran = digecon(*small.check("compliant"), "-qv", "--output-format", "json")
    assert "Traceback (most recent call last)" in ran.err


def test_a_fault_cannot_write_hidden_characters_to_the_terminal(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_formats(monkeypatch, ValueError("\x9b31m \u202e"))
    ran = digecon(*small.check("compliant"))
    assert "<U+202E>" in ran.err


@pytest.mark.parametrize("options", [[], ["-q"]])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_found_always_says_0_of_0(
    options: list[str], lang: str, small: Small, digecon: Digecon
) -> None:
    said = {"zh": "应核验0项，已认定0项", "en": "judged 0 of 0"}[lang]
    (small.folder / "empty").mkdir()
    for folder in (small.targets, small.folder / "empty"):
        ran = digecon("check", str(folder), *small.options[:-2], "--lang", lang, *options)
        assert said in ran.out
