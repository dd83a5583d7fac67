"""How what is shown looks: colour, ``-q``, ``-v``, and the line that no run goes without."""

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from ..conftest import AS_OF, Digecon
from ..process import COMMAND
from ..readers import PRINTED
from ..small_targets import REPORTS, Small

REPORT = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
CHECK = ("check", REPORT, "--as-of", AS_OF, "--lang", "en")
COLOUR = "\x1b["


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path)


@pytest.mark.parametrize(
    ("flag", "environment", "coloured"),
    [
        (None, {}, False),
        (None, {"FORCE_COLOR": "1"}, True),
        (None, {"FORCE_COLOR": ""}, False),
        (None, {"NO_COLOR": "1"}, False),
        (None, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        (None, {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", {}, True),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {}, False),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_the_flag_goes_before_no_color_and_no_color_before_force_color(
    flag: str | None,
    environment: dict[str, str],
    coloured: bool,
    digecon: Digecon,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    ran = digecon(*CHECK, *(["--color", flag] if flag else []))
    assert (COLOUR in ran.out) == coloured


def test_colour_changes_no_word(digecon: Digecon) -> None:
    plain, coloured = (digecon(*CHECK, "--color", color).out for color in ("never", "always"))
    bare = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


@pytest.mark.parametrize("name", [name for name in PRINTED if FORMATS[name].data])
def test_data_is_never_coloured(name: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert COLOUR not in digecon(*CHECK, "--output-format", name, "--color", "always").out


@pytest.mark.parametrize(("options", "coloured"), [([], True), (["--color", "never"], False)], ids=str)
def test_a_terminal_is_given_colour(options: list[str], coloured: bool) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen([*COMMAND, *CHECK, *options], stdout=theirs) as process:
        os.close(theirs)
        shown = b""
        while COLOUR.encode() not in shown and (piece := _read(ours)):
            shown += piece
        while _read(ours):
            pass
    os.close(ours)
    assert process.returncode == 1
    assert (COLOUR.encode() in shown) == coloured


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # how Linux says that the other side was closed
        return b""


@pytest.mark.parametrize("report", REPORTS)
def test_quiet_is_one_line_a_report(report: str, small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check(report), "-q")
    (line,) = ran.out.splitlines()
    assert line.startswith(f"{small.folder}/{report}.yaml: judged ")
    assert ran.err == ""


def test_quiet_on_many_reports_is_a_line_each_and_one_for_all(small: Small, digecon: Digecon) -> None:
    *lines, last = digecon(*small.check(*REPORTS), "-q").out.splitlines()
    assert [line.partition(": judged")[0] for line in lines] == [
        f"{small.folder}/{name}.yaml" for name in REPORTS
    ]
    assert last.startswith(f"{len(REPORTS)} reports: ")


def test_quiet_and_full_runs_end_in_the_same_words(
    small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    for report in REPORTS:
        quiet, full = digecon(*small.check(report), "-q").out, digecon(*small.check(report)).out
        ends = quiet.strip().partition("; why: ")[0]  # of a report that cannot be read
        assert ends == f"{small.folder}/{report}.yaml: {full.rstrip().splitlines()[-1]}"


def test_quiet_of_many_reports_is_the_same_as_of_few(small: Small, digecon: Digecon) -> None:
    many = [small.report("missed"), small.report("compliant")] * 60  # enough for processes side by side
    *lines, last = digecon("check", *many, *small.options, "-q").out.splitlines()
    few = digecon("check", *many[:2], *small.options, "-q").out.splitlines()[:2]
    assert lines == few * 60
    assert last == "120 reports: noncompliant 60, compliant 60."


def _citations(text: str) -> list[str]:
    return re.findall(r"^\d+ “.+” – ", text, re.MULTILINE)


def test_citations_are_those_of_what_is_missed_or_undecided(digecon: Digecon) -> None:
    assert [line[0] for line in _citations(digecon(*CHECK).out)] == ["1", "2", "5", "7"]


def test_verbose_shows_every_citation(digecon: Digecon) -> None:
    assert [line[0] for line in _citations(digecon(*CHECK, "-v").out)] == list("1234567")


def test_verbose_only_adds(digecon: Digecon) -> None:
    plain, verbose = digecon(*CHECK).out.splitlines(), digecon(*CHECK, "-v").out.splitlines()
    assert set(plain) <= set(verbose)


LAST = {
    "en": "judged 1 of 2: met 1, missed 0; undecided 0, no data 1, not due 0, waived 0. "
    "Verdict: incomplete (interim)",
    "zh": "应核验2项，已认定1项：完成1、未完成0；待核定0，未填报1，未到期0，经批准不纳入0。"
    "总体结论：待补充核实（阶段性结论）",
}


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("options", [[], ["-q"], ["-v"], ["--output-format", "needed"]], ids=str)
def test_every_run_ends_with_how_many_were_judged(
    options: list[str], lang: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    ran = digecon(*small.check("partly")[:-1], lang, *options)
    assert ran.out.rstrip().endswith(LAST[lang])


@pytest.mark.parametrize("lang", LANGS)
def test_every_report_of_a_run_is_told_how_many_were_judged(
    lang: str, small: Small, digecon: Digecon
) -> None:
    ran = digecon(*small.check(*REPORTS)[:-1], lang)
    said = "judged " if lang == "en" else "应核验"
    assert sum(line.startswith(said) for line in ran.out.splitlines()) == len(REPORTS)


def test_results_go_to_standard_output_alone(small: Small, digecon: Digecon) -> None:
    for name in PRINTED:
        ran = digecon(*small.check(*REPORTS), "--output-format", name)
        assert ran.out
        assert ("error" in ran.err) == FORMATS[name].findings_only
        assert FORMATS[name].findings_only or ran.err == ""


def test_quiet_on_a_folder_is_one_line_a_report(small: Small, digecon: Digecon) -> None:
    small.report("missed")
    line, left_out = digecon("check", str(small.folder), *small.options, "-q").out.splitlines()
    assert line.endswith("Verdict: noncompliant (interim)")
    assert left_out.startswith("no report: 4 (")
