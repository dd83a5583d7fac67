"""Annotations of GitHub Actions: worst first, ten at most, each whole; then the verdicts; the step summary."""

import json
import os
import stat
from pathlib import Path

import pytest

from hubei_digecon.cli.output import CUT
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import STEP_SUMMARY

from ..conftest import Digecon
from ..small_targets import REPORTS, Small
from ..workflow_commands import Command, parse
from .conftest import Show

HEAD = "entity: one\nperiod: 2025\nsubmitted: {by: 示例, date: 2026-01-20}\n"

ALL = """\
::error file=missed.yaml,line=5,col=18,endColumn=19,title=one.firms::Sample firms: missed. Reported 8家; required: at least 10家; 2家 below the target. The published target is missed.
::error file=invalid.yaml,line=5,col=18,endColumn=21,title=not-a-number::“many” is not a number that can be read; write digits, with commas in threes and a decimal point if needed, no exponent, at most 30 digits, as in 1,048.3亿元
::warning file=partly.yaml,line=5,col=3,endColumn=3,title=two.share::Sample share: no data. No value was reported.
::warning file=undecided.yaml,line=5,col=18,endColumn=21,title=one.firms::Sample firms: undecided. Reported about 10家; required: at least 10家. “约10家” is hedged and does not settle the target. What was handed in does not settle it.
::warning file=undecided.yaml,line=5,col=18,endColumn=21,title=hedged-value::“约10家” is hedged and was read as “asserting nothing certain”; give the exact value
::notice file=pending.yaml,line=5,col=18,endColumn=19,title=one.firms::Sample firms: not due. Reported 8家; required: at least 10家; 2家 below the target. 2025-M06 is part of a year and cannot settle a target for the whole of one. The target is not due yet, so nothing is decided.
compliant.yaml: judged 1 of 1: met 1, missed 0; undecided 0, no data 0, not due 0, waived 0. Verdict: compliant (interim)
pending.yaml: judged 0 of 1: met 0, missed 0; undecided 0, no data 0, not due 1, waived 0. Verdict: pending (interim)
missed.yaml: judged 1 of 1: met 0, missed 1; undecided 0, no data 0, not due 0, waived 0. Verdict: noncompliant (interim)
partly.yaml: judged 1 of 2: met 1, missed 0; undecided 0, no data 1, not due 0, waived 0. Verdict: incomplete (interim)
undecided.yaml: judged 0 of 1: met 0, missed 0; undecided 1, no data 0, not due 0, waived 0. Verdict: incomplete (interim)
invalid.yaml: judged 0 of 0: met 0, missed 0; undecided 0, no data 0, not due 0, waived 0. Verdict: invalid (it cannot be read, or not as a report)
6 reports: invalid (it cannot be read, or not as a report) 1, noncompliant 1, incomplete 2, pending 1, compliant 1.
"""


@pytest.fixture
def summary(small: Small, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file that the step summary goes into, already begun by another step."""
    path = small.folder / "summary.md"
    path.write_text("# Before\n\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(path))
    return path


def unknown_keys(number: int) -> str:
    return HEAD + "".join(f"k{index}: 1\n" for index in range(number))


def test_annotations_come_worst_first_and_then_the_verdicts_in_their_order(show: Show) -> None:
    names = ("compliant", "pending", "missed", "partly", "undecided", "invalid")
    shown = show("github", *names)
    assert shown == ALL
    assert [command.name for command in parse(shown)] == ["error"] * 2 + ["warning"] * 3 + ["notice"]


def test_a_waived_target_is_a_notice(show: Show) -> None:
    (command,) = parse(show("github", "missed", more=("--review", "review.yaml")))
    assert (command.name, command.properties["title"]) == ("notice", "one.firms")
    assert "Without the waiver it would be: missed." in command.message


def test_a_run_that_found_nothing_says_so(show: Show, small: Small) -> None:
    (small.folder / "empty").mkdir()
    assert show("github", "empty") == "judged 0 of 0: no report was found to check.\n"
    assert show("github", "empty", lang="zh") == "应核验0项，已认定0项：没有找到可核验的报告。\n"
    assert show("github", "empty", command="lint") == "files read: 0; errors 0, warnings 0, notes 0.\n"


def test_files_that_were_only_read_are_annotated(show: Show) -> None:
    shown = show("github", "missed", "undecided", "invalid", command="lint")
    assert [(one.name, one.properties["title"]) for one in parse(shown)] == [
        ("error", "not-a-number"),
        ("warning", "hedged-value"),
    ]
    assert shown.splitlines()[2:] == ["files read: 3; errors 1, warnings 1, notes 0."]


@pytest.mark.parametrize(("number", "more"), [(9, ""), (10, ""), (11, "1"), (60, "50")])
def test_ten_are_annotated_and_the_rest_counted(number: int, more: str, show: Show, small: Small) -> None:
    (small.folder / "a.yaml").write_text(unknown_keys(number), "utf-8")
    shown = show("github", "a.yaml", command="lint")
    assert len(parse(shown)) == min(number, 10)
    line = f"{more} more are not annotated; see the step summary or another format."
    assert (line in shown.splitlines()) == bool(more)


def test_the_worst_are_among_the_ten(show: Show, small: Small) -> None:
    hedged = REPORTS["undecided"]
    names = [f"{number}.yaml" for number in range(12)]
    for name in names:
        (small.folder / name).write_text(hedged, "utf-8")
    shown = show("github", *names, "missed", "invalid")
    assert [(one.name, one.properties["file"]) for one in parse(shown)[:3]] == [
        ("error", "missed.yaml"),
        ("error", "invalid.yaml"),
        ("warning", "0.yaml"),
    ]
    assert "16 more are not annotated; see the step summary or another format." in shown.splitlines()


@pytest.mark.parametrize(
    "name",
    [
        "a b.yaml",
        "a:b,c.yaml",
        "100%.yaml",
        "%0A::error::x.yaml",
        "a=b.yaml",
        "报告.yaml",
        "::error::x.yaml",
        "##[error]x.yaml",
        " ::stop-commands::x",
    ],
)
def test_a_file_name_is_the_same_again_in_its_property(name: str, show: Show, small: Small) -> None:
    (small.folder / name).write_text(REPORTS["missed"], "utf-8")
    (command,) = parse(show("github", name))
    assert (command.name, command.properties["file"]) == ("error", name)
    assert list(command.properties) == ["file", "line", "col", "endColumn", "title"]


def test_a_file_name_with_a_line_break_stays_one_property(show: Show, small: Small) -> None:
    (small.folder / "a\r\n::error::b.yaml").write_text(REPORTS["missed"], "utf-8")
    (command,) = parse(show("github", "a\r\n::error::b.yaml"))
    assert command.properties["file"] == "a<U+000D><U+000A>::error::b.yaml"


def test_a_file_is_named_from_the_root_of_the_repository(
    show: Show, small: Small, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (small.folder / ".git").mkdir()
    (small.folder / "sub").mkdir()
    small.report("missed")
    monkeypatch.chdir(small.folder / "sub")
    outside = tmp_path_factory.mktemp("outside") / "a.yaml"
    outside.write_text(REPORTS["missed"], "utf-8")
    inside = str(small.folder / "missed.yaml")
    shown = show("github", "../missed.yaml", inside, str(outside), more=("--targets", "../targets"))
    files = [command.properties["file"] for command in parse(shown)]
    assert files == ["missed.yaml", "missed.yaml", str(outside)]


@pytest.mark.parametrize(
    "text", ["::error::x", "##[error]x", "100%", "%0A", "a\nb", "a\r\n::stop-commands::x", "a,b:c=d", "]]>"]
)
def test_a_text_is_the_same_again_in_its_message(text: str, show: Show, small: Small) -> None:
    (small.folder / "a.json").write_text(json.dumps({text: 1}), "utf-8")
    commands = parse(show("github", "a.json"))
    said = text.replace("\r", "<U+000D>").replace("\n", "<U+000A>")
    assert {command.name for command in commands} == {"error"}
    assert any(command.message.startswith(f"unknown key “{said}”;") for command in commands)


def test_verdicts_are_never_commands(show: Show, small: Small) -> None:
    (small.folder / "::error::x ##[error]y.yaml").write_text(REPORTS["compliant"], "utf-8")
    shown = show("github", "::error::x ##[error]y.yaml")
    assert parse(shown) == []
    assert shown.startswith("<U+003A>:error::x #<U+0023>[error]y.yaml: judged 1 of 1: met 1")


def test_verbose_adds_the_words_of_the_target_and_quiet_takes_nothing_away(show: Show) -> None:
    (command,) = parse(show("github", "missed", more=("-v",)))
    assert command.message.endswith("Words: “10家”, Sample notice, paragraph 1.")
    assert show("github", "missed", more=("-q",)) == show("github", "missed")


# The step summary


def test_the_step_summary_is_appended_as_markdown(show: Show, summary: Path) -> None:
    shown = show("github", "missed")
    assert summary.read_text("utf-8") == "# Before\n\n" + show("markdown", "missed")
    assert "##" not in shown


def test_files_that_were_only_read_have_a_step_summary_too(show: Show, summary: Path) -> None:
    show("github", "undecided", command="lint")
    assert summary.read_text("utf-8") == "# Before\n\n" + show("markdown", "undecided", command="lint")


def test_quiet_is_the_step_summary_too(show: Show, summary: Path) -> None:
    show("github", "missed", more=("-q",))
    assert summary.read_text("utf-8") == "# Before\n\n" + show("markdown", "missed", more=("-q",))


def test_the_step_summary_is_written_beside_a_format_that_goes_into_a_file(
    show: Show, summary: Path, small: Small
) -> None:
    show("github=annotations.txt", "missed")
    assert (small.folder / "annotations.txt").read_text("utf-8").startswith("::error file=missed.yaml,")
    assert "## Oneville" in summary.read_text("utf-8")


def test_other_formats_have_no_step_summary(show: Show, summary: Path) -> None:
    show("table", "missed", more=("--output-format", "sarif=a.sarif"))
    assert summary.read_text("utf-8") == "# Before\n\n"


@pytest.mark.parametrize("value", [None, ""])
def test_without_a_file_for_it_there_is_no_step_summary(
    value: str | None, show: Show, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    if value is not None:
        monkeypatch.setenv("GITHUB_STEP_SUMMARY", value)
    small.report("missed")
    before = sorted(os.listdir())
    assert show("github", "missed").startswith("::error ")
    assert sorted(os.listdir()) == before


@pytest.mark.parametrize(
    "begun", [0, 1000, STEP_SUMMARY.limit - 200, STEP_SUMMARY.limit, STEP_SUMMARY.limit + 9]
)
def test_the_step_summary_is_cut_at_a_line_where_it_would_grow_too_long(
    begun: int, show: Show, small: Small, summary: Path
) -> None:
    summary.write_text("x" * begun, "utf-8")
    for number in range(8):
        note = "汉" * 60_000
        text = REPORTS["missed"].replace("8家,", f"8家, note: {note},")
        (small.folder / f"{number}.yaml").write_text(text, "utf-8")
    show("github", *(f"{number}.yaml" for number in range(8)))
    written = summary.read_bytes()
    assert len(written) <= max(STEP_SUMMARY.limit, begun)
    added = written[begun:].decode("utf-8")
    whole = show("markdown", *(f"{number}.yaml" for number in range(8)))
    assert len(whole.encode()) > STEP_SUMMARY.limit
    kept = added.removesuffix(f"\n{CUT.en}\n")
    assert whole.startswith(kept)
    assert kept == "" or kept.endswith("\n")
    assert (added != kept) == (begun < STEP_SUMMARY.limit)


@pytest.mark.parametrize("place", ["missing/summary.md", "folder", "/dev/full"])
def test_a_step_summary_that_cannot_be_written_is_74(
    place: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    (small.folder / "folder").mkdir()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", place)
    ran = digecon(*small.check("compliant"), "--output-format", "github")
    assert ran.code == Exit.NOT_WRITTEN
    assert f"digecon: {place} could not be written: " in ran.err


@pytest.mark.parametrize("name", ["compliant.yaml", "review.yaml", "targets/cities/one.yaml"])
def test_a_step_summary_never_goes_into_an_input(
    name: str, small: Small, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = (*small.check("compliant"), "--review", "review.yaml", "--output-format", "github")
    before = (small.folder / name).read_bytes()
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", name)
    ran = digecon(*arguments)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"“{name}” is an input and will not be overwritten" in ran.err
    assert (small.folder / name).read_bytes() == before


def test_a_new_step_summary_keeps_the_usual_permissions(
    show: Show, small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "new.md")
    before = os.umask(0o027)
    try:
        show("github", "missed")
    finally:
        os.umask(before)
    assert stat.S_IMODE((small.folder / "new.md").stat().st_mode) == 0o640


def test_a_command_is_what_was_meant(show: Show) -> None:
    (command,) = parse(show("github", "missed", lang="zh"))
    assert command == Command(
        "error",
        {"file": "missed.yaml", "line": "5", "col": "18", "endColumn": "19", "title": "one.firms"},
        "示例企业：未完成。自报8家，目标为不低于10家，低于目标值2家。未达到目标值。",
    )


def test_the_step_summary_is_appended_once_however_often_the_format_is_asked_for(
    small: Small, summary: Path, digecon: Digecon
) -> None:
    begun = summary.read_text("utf-8")
    digecon(*small.check("missed"), "--output-format", "github")
    once = summary.read_text("utf-8")
    summary.write_text(begun, "utf-8")
    digecon(*small.check("missed"), "--output-format", "github", "--output-format", "github=out.txt")
    assert summary.read_text("utf-8") == once != begun
