"""``lint`` in every format it has, and ``--strict``."""

import json
from pathlib import Path

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import FORMATS

from ..conftest import ROOT, Digecon
from ..readers import read_back
from ..small_targets import REPORTS, Small

LINTED = [name for name, format in FORMATS.items() if format.lints]
TEXTS = {
    "clean": REPORTS["compliant"],
    "warned": REPORTS["undecided"],
    "broken": REPORTS["invalid"],
}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.chdir(tmp_path)
    return Small(tmp_path)


def linted(small: Small, digecon: Digecon, *arguments: str) -> tuple[int, str]:
    for name, text in TEXTS.items():
        small.report(name, text)
    ran = digecon("lint", *arguments, "--targets", str(small.targets), "--lang", "en")
    assert ran.err == ""
    return ran.code, ran.out


def test_lint_has_the_formats_of_people_editors_and_ci() -> None:
    assert LINTED == ["table", "text", "markdown", "junit", "sarif", "github"]


@pytest.mark.parametrize("format", sorted(set(FORMATS) - set(LINTED)))
def test_lint_refuses_a_format_that_only_judging_has(format: str, small: Small, digecon: Digecon) -> None:
    ran = digecon("lint", small.report("compliant"), "--output-format", format, "--lang", "en")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert f"there is no format “{format}”; " in ran.err
    assert f"formats: {', '.join(LINTED)}" in ran.err


@pytest.mark.parametrize("flags", [(), ("-q",), ("-v",), ("--strict",)], ids=str)
@pytest.mark.parametrize("format", LINTED)
def test_every_format_of_lint_is_read_back(
    format: str, flags: tuple[str, ...], small: Small, digecon: Digecon
) -> None:
    for path in (".", "clean.yaml", "targets"):
        read_back(format, linted(small, digecon, path, "--output-format", format, *flags)[1])


@pytest.mark.parametrize("format", LINTED)
def test_every_format_of_lint_tells_of_warnings_and_errors(
    format: str, small: Small, digecon: Digecon
) -> None:
    _, shown = linted(small, digecon, "warned.yaml", "broken.yaml", "--output-format", format)
    assert "hedged-value" in shown
    assert "not-a-number" in shown


@pytest.mark.parametrize("format", ["table", "text"])
def test_quiet_tells_the_counts_alone(format: str, small: Small, digecon: Digecon) -> None:
    names = ("clean.yaml", "warned.yaml", "broken.yaml")
    _, shown = linted(small, digecon, *names, "--output-format", format, "-q")
    assert shown == "files read: 3; errors 1, warnings 1, notes 0.\n"


@pytest.mark.parametrize(
    ("name", "plain", "strict"),
    [
        ("clean.yaml", Exit.COMPLIANT, Exit.COMPLIANT),
        ("warned.yaml", Exit.COMPLIANT, Exit.INVALID),
        ("broken.yaml", Exit.INVALID, Exit.INVALID),
        ("nothing", Exit.UNDECIDED, Exit.UNDECIDED),
    ],
)
def test_strict_takes_warnings_as_errors(
    name: str, plain: Exit, strict: Exit, small: Small, digecon: Digecon
) -> None:
    (small.folder / "nothing").mkdir()
    assert linted(small, digecon, name)[0] == plain
    assert linted(small, digecon, name, "--strict")[0] == strict


def test_strict_leaves_notes_alone(small: Small, digecon: Digecon) -> None:
    text = "entity: wuhan\nperiod: 2025\nsubmitted: {by: 示例, date: 2026-01-20}\nobservations: {gdp: 3亿}\n"
    path = small.report("noted", text)
    ran = digecon("lint", path, "--strict", "--targets", str(ROOT / "targets"), "--lang", "en")
    assert "errors 0, warnings 0, notes 1." in ran.out
    assert ran.code == Exit.COMPLIANT


def test_what_is_ignored_is_nothing_to_be_strict_about(small: Small, digecon: Digecon) -> None:
    assert linted(small, digecon, "warned.yaml", "--strict", "--ignore", "hedged-value")[0] == Exit.COMPLIANT
    assert (
        linted(small, digecon, "warned.yaml", "--strict", "--select", "scope-unstated")[0] == Exit.COMPLIANT
    )


def test_the_target_files_of_the_repository_are_clean_in_every_format(digecon: Digecon) -> None:
    for format in LINTED:
        ran = digecon("lint", "targets", "--strict", "--output-format", format)
        assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
        read_back(format, ran.out)


def test_a_faulty_target_file_is_a_result_of_its_own_file(digecon: Digecon) -> None:
    path = "tests/faulty_targets/wording-mismatch.yaml"
    ran = digecon("lint", path, "--output-format", "sarif")
    assert ran.code == Exit.INVALID
    results = json.loads(ran.out)["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    assert "wording-mismatch" in {one["ruleId"] for one in results}
    assert set(places) == {path}
