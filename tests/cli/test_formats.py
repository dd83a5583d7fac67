"""Several formats in one run, and what ``-q`` and ``-v`` do to each."""

import re
from pathlib import Path

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.show.formats import FORMATS

from ..conftest import Digecon
from ..readers import PRINTED, read_back
from ..shown_formats import in_words, shown
from ..small_targets import REPORTS, Small

LINTED = [name for name, format in FORMATS.items() if format.lints]
SHORTER_WHEN_QUIET = {"table", "text", "markdown"}
LONGER_WHEN_VERBOSE = {"table", "text", "markdown", "junit", "sarif", "github"}


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.chdir(tmp_path)
    return Small(tmp_path)


def sinks(names: list[str], folder: str = "out") -> tuple[str, ...]:
    return tuple(word for name in names for word in ("--output-format", f"{name}={folder}/{name}"))


def _written(small: Small, name: str) -> str | bytes:
    path = small.folder / "out" / name
    return path.read_bytes() if FORMATS[name].binary else path.read_text("utf-8")


def test_every_format_can_be_written_in_one_run_as_each_alone(small: Small, digecon: Digecon) -> None:
    (small.folder / "out").mkdir()
    arguments = small.check(*REPORTS)
    ran = digecon(*arguments, *sinks(list(FORMATS)))
    assert ran.code == Exit.INVALID
    assert ran.out == ""
    for name in FORMATS:
        alone = shown(digecon, name, small.folder, *arguments)
        assert _written(small, name) == alone.content
        assert alone.ran.code == ran.code
        read_back(name, alone.content)


def test_every_format_of_lint_can_be_written_in_one_run(small: Small, digecon: Digecon) -> None:
    (small.folder / "out").mkdir()
    paths = [small.report(name) for name in REPORTS]
    arguments = ("lint", *paths, "--targets", str(small.targets), "--lang", "en")
    ran = digecon(*arguments, *sinks(LINTED))
    assert (ran.code, ran.out) == (Exit.INVALID, "")
    for name in LINTED:
        assert (small.folder / "out" / name).read_text("utf-8") == digecon(
            *arguments, "--output-format", name
        ).out


def test_one_goes_to_standard_output_beside_others_in_files(small: Small, digecon: Digecon) -> None:
    (small.folder / "out").mkdir()
    arguments = small.check("missed")
    names = ["sarif", "junit"]
    ran = digecon(*arguments, "--output-format", "github", *sinks(names))
    assert ran == digecon(*arguments, "--output-format", "github")
    for name in names:
        assert (small.folder / "out" / name).read_text("utf-8") == digecon(
            *arguments, "--output-format", name
        ).out


def test_where_all_goes_into_files_the_verdicts_are_told_beside_them(small: Small, digecon: Digecon) -> None:
    (small.folder / "out").mkdir()
    for names in (["json"], ["csv", "sarif"], ["table"]):
        ran = digecon(*small.check("missed"), *sinks(names))
        assert ran.out == ""
        assert re.findall("judged 1 of 1: .* Verdict: noncompliant", ran.err)


def test_two_formats_on_standard_output_are_refused(small: Small, digecon: Digecon) -> None:
    ran = digecon(*small.check("missed"), "--output-format", "json", "--output-format", "sarif")
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert "only one format can go to standard output; give the others as NAME=FILE" in ran.err


@pytest.mark.parametrize("order", [1, -1])
def test_no_format_goes_over_an_input_and_then_none_is_written(
    order: int, small: Small, digecon: Digecon
) -> None:
    path = small.report("missed")
    words = [f"json={small.folder}/a.json", f"sarif={path}"][::order]
    ran = digecon(*small.check("missed"), *(part for word in words for part in ("--output-format", word)))
    assert ran.code == Exit.USAGE
    assert not (small.folder / "a.json").exists()
    assert Path(path).read_text("utf-8") == REPORTS["missed"]


@pytest.mark.parametrize("format", PRINTED)
def test_quiet_and_verbose_do_what_the_format_has_room_for(
    format: str, small: Small, digecon: Digecon
) -> None:
    arguments = (*small.check(*REPORTS), "--output-format", format)
    plain, quiet, verbose = (digecon(*arguments, *flags).out for flags in ((), ("-q",), ("-v",)))
    if format in SHORTER_WHEN_QUIET:
        assert len(quiet) < len(plain)
    else:
        assert quiet == plain
    if format in LONGER_WHEN_VERBOSE:
        assert len(verbose) > len(plain)
        assert verbose.count("Sample notice") > plain.count("Sample notice")
    else:
        assert verbose == plain
    for text in (plain, quiet, verbose):
        read_back(format, text)


@pytest.mark.heavy
def test_a_hundred_reports_are_read_back_in_every_format(small: Small, digecon: Digecon) -> None:
    for folder in ("many", "out"):
        (small.folder / folder).mkdir()
    for index in range(105):
        text = list(REPORTS.values())[index % len(REPORTS)]
        (small.folder / "many" / f"{index:03}.yaml").write_text(text, "utf-8")
    last = "105 reports: invalid (it cannot be read, or not as a report) 17, noncompliant"
    for flags in ((), ("-q",)):
        ran = digecon("check", "many", *small.options, *flags, *sinks(list(FORMATS)))
        assert ran.code == Exit.INVALID
        assert last in ran.err
        for name in FORMATS:
            content = _written(small, name)
            read_back(name, content)
            if name in ("table", "text", "markdown", "github", "needed", "xlsx", "docx"):
                assert last in in_words(name, content)
    assert last in digecon("check", "many", *small.options, "-q").out  # by processes side by side
