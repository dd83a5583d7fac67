"""Lines for editors and grep: a line a diagnostic or a target that is not met, then the verdicts."""

import re

import pytest

from ..small_targets import REPORTS, Small
from .conftest import Show

LINES = {
    "compliant": (),
    "missed": (
        "missed.yaml:5:18: error one.firms Sample firms: missed. Reported 8家; required: at least 10家; "
        "2家 below the target. The published target is missed.",
    ),
    "undecided": (
        "undecided.yaml:5:18: warning one.firms Sample firms: undecided. Reported about 10家; required: at least "
        "10家. “约10家” is hedged and does not settle the target. What was handed in does not settle it.",
        "undecided.yaml:5:18: warning hedged-value “约10家” is hedged and was read as “asserting nothing "
        "certain”; give the exact value",
    ),
    "partly": ("partly.yaml:5:3: warning two.share Sample share: no data. No value was reported.",),
    "pending": (
        "pending.yaml:5:18: note one.firms Sample firms: not due. Reported 8家; required: at least 10家; 2家 below "
        "the target. 2025-M06 is part of a year and cannot settle a target for the whole of one. The target is "
        "not due yet, so nothing is decided.",
    ),
    "invalid": (
        "invalid.yaml:5:18: error not-a-number “many” is not a number that can be read; write digits, with commas "
        "in threes and a decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元",
    ),
}
"""The lines of each report before its verdict."""


@pytest.mark.parametrize("name", LINES)
def test_each_outcome_has_its_lines(name: str, show: Show) -> None:
    *lines, verdict = show("text", name).splitlines()
    assert tuple(lines) == LINES[name]
    assert verdict.startswith(f"{name}.yaml: judged ")


def test_the_severity_is_in_english_in_chinese_too(show: Show) -> None:
    assert show("text", "missed", lang="zh").splitlines() == [
        "missed.yaml:5:18: error one.firms 示例企业：未完成。自报8家，目标为不低于10家，低于目标值2家。未达到目标值。",
        "missed.yaml: 应核验1项，已认定1项：完成0、未完成1；待核定0，未填报0，未到期0，经批准不纳入0。"
        "总体结论：未全部完成（阶段性结论）",
    ]


def test_a_waived_target_is_a_note(show: Show) -> None:
    (line, _) = show("text", "missed", more=("--review", "review.yaml")).splitlines()
    assert line.startswith("missed.yaml:5:18: note one.firms Sample firms: waived. Taken out of assessment")


def test_lines_of_a_file_go_from_its_top_to_its_end_and_files_as_given(show: Show, small: Small) -> None:
    text = (
        "entity: two\nperiod: 2025\nsubmitted: {by: x, date: 2026-01-20}\nobservations:\n"
        "  share: 约2%\n  firms: {value: 8家, counting: in_force}\n"
    )
    (small.folder / "a.yaml").write_text(text, "utf-8")
    shown = show("text", "undecided", "a.yaml")
    places = re.findall(r"^(\S+:[0-9]+:[0-9]+): [a-z]+ (\S+) ", shown, re.MULTILINE)
    assert places == [
        ("undecided.yaml:5:18", "one.firms"),
        ("undecided.yaml:5:18", "hedged-value"),
        ("a.yaml:5:10", "two.share"),
        ("a.yaml:5:10", "hedged-value"),
        ("a.yaml:6:18", "two.firms"),
    ]


def test_verdicts_come_last_and_then_those_over_all(show: Show) -> None:
    assert show("text", "compliant", "missed").splitlines()[1:] == [
        "compliant.yaml: judged 1 of 1: met 1, missed 0; undecided 0, no data 0, not due 0, waived 0. "
        "Verdict: compliant (interim)",
        "missed.yaml: judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. "
        "Verdict: noncompliant (interim)",
        "2 reports: noncompliant 1, compliant 1.",
    ]


def test_quiet_is_the_verdicts_alone_as_in_the_table(show: Show) -> None:
    names = ("compliant", "missed", "invalid")
    assert show("text", *names, more=("-q",)) == show("table", *names, more=("-q",))
    quiet = re.sub("; why: .*", "", show("text", *names, more=("-q",)))  # told before, where it is not quiet
    assert show("text", *names).endswith(quiet)


def test_verbose_adds_the_words_of_the_target(show: Show) -> None:
    line = show("text", "missed", more=("-v",)).splitlines()[0]
    assert line.endswith("The published target is missed. Words: “10家”, Sample notice, paragraph 1.")


def test_a_run_that_found_nothing_says_so(show: Show, small: Small) -> None:
    (small.folder / "empty").mkdir()
    for more in ((), ("-q",), ("-v",)):
        assert show("text", "empty", more=more) == "judged 0 of 0: no report was found to check.\n"
    assert show("text", "empty", command="lint") == "files read: 0; errors 0, warnings 0, notes 0.\n"


def test_files_that_were_only_read_are_told_line_by_line(show: Show) -> None:
    last = "files read: 3; errors 1, warnings 1, notes 0."
    lines = [LINES["undecided"][1], *LINES["invalid"], last]
    names = ("missed", "undecided", "invalid")
    assert show("text", *names, command="lint").splitlines() == lines
    assert show("text", *names, command="lint", more=("-q",)).splitlines() == [last]


def test_an_illustrative_report_says_so_in_every_line(show: Show, small: Small) -> None:
    (small.folder / "a.yaml").write_text("illustrative: true\n" + REPORTS["missed"], "utf-8")
    assert all("(illustrative, values not published)" in line for line in show("text", "a.yaml").splitlines())


def test_a_diagnostic_on_a_file_beside_the_reports_comes_first(show: Show) -> None:
    first = show("text", "missed", "targets/documents").splitlines()[0]
    assert first == (
        "targets/documents/sample.yaml:1:1: note not-a-report this is a target file, not a report, and was left "
        "out; nothing needs to be fixed"
    )
