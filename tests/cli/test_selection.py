"""``--select`` and ``--ignore``: which diagnostics are told; what is left out is counted, errors are always told."""

import json
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.diagnostics import Severity
from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import FORMATS

from ..conftest import Digecon
from ..small_targets import REPORTS, Small

DOUBTFUL = REPORTS["undecided"].replace("约10家", "约１０家")
"""A report with two warnings: a hedge, and full-width digits."""

BOTH = ("full-width-digits", "hedged-value")
LEFT_OUT = "warnings and notes left out, as asked for: {number}."
LINTED = [name for name, format in FORMATS.items() if format.lints]
COUNTED_IN_WORDS = ("table", "text", "markdown", "github", "needed")
"""Formats that say in their last line how many were left out."""


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.chdir(tmp_path)
    return Small(tmp_path)


@pytest.fixture
def checked(small: Small, digecon: Digecon) -> Any:
    """Check the doubtful report and return the ids told of it, and how many were left out."""
    small.report("doubtful", DOUBTFUL)

    def call(*options: str) -> tuple[list[str], int]:
        ran = digecon("check", "doubtful.yaml", *small.options, *options, "--output-format", "json")
        result = json.loads(ran.out)
        (assessment,) = result["assessments"]
        return [one["id"] for one in assessment["diagnostics"]], result["ignored"]

    return call


@pytest.mark.parametrize(
    ("options", "told", "ignored"),
    [
        ((), BOTH, 0),
        (("--ignore", "hedged-value"), BOTH[:1], 1),
        (("--ignore", "full-width-digits"), BOTH[1:], 1),
        (("--ignore", "hedged-value,full-width-digits"), (), 2),
        (("--ignore", " hedged-value , full-width-digits ,"), (), 2),
        (("--ignore", "hedged-value", "--ignore", "full-width-digits"), (), 2),
        (("--ignore", "hedged-value", "--ignore", "hedged-value,hedged-value"), BOTH[:1], 1),
        (("--ignore", "scope-unstated"), BOTH, 0),
        (("--select", "hedged-value"), BOTH[1:], 1),
        (("--select", "hedged-value,full-width-digits"), BOTH, 0),
        (("--select", "scope-unstated"), (), 2),
        (("--select", "hedged-value", "--ignore", "hedged-value"), (), 2),
        (("--select", "hedged-value", "--ignore", "full-width-digits"), BOTH[1:], 1),
        (("--select", "not-a-number"), (), 2),
        (("--select", ""), BOTH, 0),
        (("--ignore", ","), BOTH, 0),
    ],
    ids=str,
)
def test_what_is_not_selected_or_is_ignored_is_left_out_and_counted(
    options: tuple[str, ...], told: tuple[str, ...], ignored: int, checked: Any
) -> None:
    ids, number = checked(*options)
    assert (sorted(ids), number) == (sorted(told), ignored)


def test_the_result_says_what_was_asked_for(small: Small, digecon: Digecon) -> None:
    small.report("doubtful", DOUBTFUL)
    asked = (
        "--select",
        "hedged-value,hedged-value",
        "--ignore",
        "scope-unstated",
        "--ignore",
        "hedged-value",
    )
    ran = digecon("check", "doubtful.yaml", *small.options, *asked, "--output-format", "json")
    settings = json.loads(ran.out)["settings"]
    assert settings["select"] == ["hedged-value"]
    assert settings["ignore"] == ["scope-unstated", "hedged-value"]


def test_errors_are_always_told(small: Small, digecon: Digecon) -> None:
    arguments = (*small.check("invalid"), "--select", "hedged-value", "--output-format", "json")
    ran = digecon(*arguments)
    assert ran.code == Exit.INVALID
    assert [one["id"] for one in json.loads(ran.out)["assessments"][0]["diagnostics"]] == ["not-a-number"]


@pytest.mark.parametrize("command", ["check", "lint"])
@pytest.mark.parametrize("id", sorted(DIAGNOSTICS))
def test_no_error_can_be_ignored_and_everything_else_can(
    id: str, command: str, small: Small, digecon: Digecon
) -> None:
    paths = (small.report("compliant"), "--targets", str(small.targets), "--lang", "en")
    ran = digecon(command, *paths, "--ignore", id)
    if DIAGNOSTICS[id].severity is Severity.ERROR:
        assert (ran.code, ran.out) == (Exit.USAGE, "")
        assert f"“{id}” is an error and must be fixed; only warnings and notes can be left out" in ran.err
    else:
        assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    assert digecon(command, *paths, "--select", id).code == Exit.COMPLIANT


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
@pytest.mark.parametrize("command", ["check", "lint"])
def test_an_unknown_id_is_refused_with_what_was_probably_meant(
    command: str, flag: str, small: Small, digecon: Digecon
) -> None:
    ran = digecon(command, small.report("compliant"), flag, "hedged-value,hedged-valu", "--lang", "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert (
        "no diagnostic has the id “hedged-valu”; did you mean “hedged-value”? docs/diagnostics.md lists all"
        in ran.err
    )
    ran = digecon(command, small.report("compliant"), flag, "\x1b[2Jx", "--lang", "zh")
    assert "没有标识为“<U+001B>[2Jx”的问题。全部标识见 docs/diagnostics.md" in ran.err


@pytest.mark.parametrize("flags", [(), ("-q",), ("-v",)], ids=str)
@pytest.mark.parametrize("format", COUNTED_IN_WORDS)
def test_the_last_line_counts_what_was_left_out(
    format: str, flags: tuple[str, ...], small: Small, digecon: Digecon
) -> None:
    small.report("doubtful", DOUBTFUL)
    shown = (*small.options, "--output-format", format, *flags)
    ran = digecon("check", "doubtful.yaml", *shown, "--ignore", "hedged-value,full-width-digits")
    assert ran.out.splitlines()[-1].strip("*") == LEFT_OUT.format(number=2)
    assert "left out, as asked" not in digecon("check", "doubtful.yaml", *shown).out
    assert (
        "left out, as asked"
        not in digecon("check", "doubtful.yaml", *shown, "--ignore", "scope-unstated").out
    )


@pytest.mark.parametrize("flags", [(), ("-q",)], ids=str)
@pytest.mark.parametrize("format", [name for name in LINTED if name in COUNTED_IN_WORDS])
def test_lint_counts_what_was_left_out_in_its_last_line(
    format: str, flags: tuple[str, ...], small: Small, digecon: Digecon
) -> None:
    small.report("doubtful", DOUBTFUL)
    shown = ("--targets", str(small.targets), "--lang", "en", "--output-format", format, *flags)
    ran = digecon("lint", "doubtful.yaml", *shown, "--ignore", "hedged-value,full-width-digits")
    assert ran.out.splitlines()[-1].strip("*") == LEFT_OUT.format(number=2)
    assert "warnings 0" in ran.out
    ran = digecon("lint", "doubtful.yaml", *shown)
    assert "left out, as asked" not in ran.out
    assert "warnings 2" in ran.out


def test_where_all_goes_into_files_the_count_is_told_beside_them(
    small: Small, digecon: Digecon, tmp_path: Path
) -> None:
    small.report("doubtful", DOUBTFUL)
    ran = digecon(
        "check",
        "doubtful.yaml",
        *small.options,
        "--ignore",
        "hedged-value",
        "--output-format",
        f"csv={tmp_path}/a.csv",
    )
    assert ran.out == ""
    assert ran.err.splitlines()[-1] == LEFT_OUT.format(number=1)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_files_beside_the_reports_are_counted_too(lang: str, small: Small, digecon: Digecon) -> None:
    small.report("doubtful", DOUBTFUL)
    asked = ("--ignore", "not-a-report,hedged-value", "--output-format", "json")
    result = json.loads(
        digecon("check", "doubtful.yaml", "targets", *small.options, *asked, "--lang", lang).out
    )
    assert result["ignored"] == 1 + 4
    assert result["diagnostics"] == []


@pytest.mark.heavy
@pytest.mark.parametrize("number", [3, 120])
def test_the_count_is_the_same_quiet_and_not_however_many_reports_there_are(
    number: int, small: Small, digecon: Digecon
) -> None:
    (small.folder / "many").mkdir()
    for index in range(number):
        text = DOUBTFUL if index % 3 else REPORTS["invalid"].replace("many", "约many")
        (small.folder / "many" / f"{index:03}.yaml").write_text(text, "utf-8")
    asked = ("check", "many", *small.options, "--ignore", "hedged-value")
    last = [digecon(*asked, *flags).out.splitlines()[-1] for flags in ((), ("-q",), ("-v",))]
    doubtful = sum(1 for index in range(number) if index % 3)
    assert last == [LEFT_OUT.format(number=doubtful)] * 3
    shown = json.loads(digecon(*asked, "--output-format", "json").out)
    assert shown["ignored"] == doubtful
    assert digecon(*asked, "-q").code == digecon(*asked).code == Exit.INVALID


def test_what_is_left_out_changes_no_verdict_and_no_code(small: Small, digecon: Digecon) -> None:
    names = [small.report(name) for name in REPORTS]
    names.append(small.report("doubtful", DOUBTFUL))
    for flags in ((), ("--fail-on", "never"), ("--fail-on", "missed")):
        for name in names:
            plain = digecon("check", name, *small.options, *flags, "--output-format", "csv")
            asked = digecon(
                "check", name, *small.options, *flags, "--output-format", "csv", "--select", "alias"
            )
            assert plain.code == asked.code
            assert [line.split(",")[5] for line in plain.out.splitlines()] == [
                line.split(",")[5] for line in asked.out.splitlines()
            ]


# verify


@pytest.fixture
def result(small: Small, digecon: Digecon) -> Path:
    """A result for which a diagnostic was ignored and others were not selected."""
    small.report("doubtful", DOUBTFUL)
    asked = ("--select", "hedged-value", "--ignore", "scope-unstated", "--output-format", "json=result.json")
    digecon("check", "doubtful.yaml", *small.options, *asked)
    return small.folder / "result.json"


def verified(small: Small, digecon: Digecon) -> tuple[int, str]:
    ran = digecon("verify", "result.json", "--targets", str(small.targets), "--lang", "en")
    return ran.code, ran.out


def test_a_result_made_with_diagnostics_left_out_holds(result: Path, small: Small, digecon: Digecon) -> None:
    assert json.loads(result.read_text("utf-8"))["ignored"] == 1
    assert verified(small, digecon)[0] == Exit.COMPLIANT


@pytest.mark.parametrize("change", [{"select": []}, {"ignore": ["hedged-value"]}])
def test_a_result_that_says_otherwise_what_was_left_out_does_not_hold(
    change: dict[str, list[str]], result: Path, small: Small, digecon: Digecon
) -> None:
    content = json.loads(result.read_text("utf-8"))
    content["settings"].update(change)
    result.write_text(json.dumps(content), "utf-8")
    assert verified(small, digecon)[0] == Exit.MISSED


def test_a_result_of_an_earlier_version_is_still_read(small: Small, digecon: Digecon) -> None:
    small.report("doubtful", DOUBTFUL)
    digecon("check", "doubtful.yaml", *small.options, "--output-format", "json=result.json")
    path = small.folder / "result.json"
    content = json.loads(path.read_text("utf-8"))
    for holder, keys in ((content["settings"], ("select", "ignore")), (content, ("ignored",))):
        for key in keys:
            del holder[key]
    path.write_text(json.dumps(content), "utf-8")
    assert verified(small, digecon)[0] == Exit.COMPLIANT
