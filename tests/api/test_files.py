"""lint, verify, new and the loading functions say what the command line says, and name what is no argument."""

import datetime
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon import InputError, lint, load_report, load_targets, new, verify

from ..building import LIBRARY
from ..conftest import ROOT, Digecon

FAULTY = "sample_reports/illustrative/reading-faults.yaml"


@pytest.mark.parametrize("path", ["sample_reports", "targets", FAULTY, "no-such-file.yaml", "tests/weights"])
@pytest.mark.parametrize("strict", [False, True])
def test_lint_ends_as_the_command_does(path: str, strict: bool, digecon: Digecon, tmp_path: Path) -> None:
    read = lint(path, strict=strict)
    ran = digecon("lint", path, "--lang", "en", *(["--strict"] if strict else []))
    assert read.exit_code == ran.code
    read.write(tmp_path / "said.txt", lang="en")
    assert (tmp_path / "said.txt").read_text("utf-8") == ran.out


def test_an_error_tells_the_file_the_line_and_the_sentence() -> None:
    with pytest.raises(InputError) as error:
        load_report(FAULTY)
    lines = str(error.value).splitlines()
    assert lines[0] == f"{FAULTY}:3:9: unknown format “digecon/report/v2” / 不认识的格式“digecon/report/v2”"
    assert (len(lines), lines[-1]) == (11, "and 16 more")
    assert len(repr(error.value)) < 200


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        ({"entity": 1}, TypeError, "entity: a str, not int"),
        ({"by": " "}, ValueError, "by: the name of an office, which cannot be blank"),
        ({"rows": 0}, ValueError, "rows: a whole number from 1 to 1000"),
        ({"rows": True}, ValueError, "rows: a whole number from 1 to 1000"),
        ({"date": "2026-01-20"}, TypeError, "date: a datetime.date, not str"),
        ({"period": "2025-13"}, ValueError, "period: 2025-13 is no period; write it as in 2025 or 2025-M09"),
        ({"lang": "fr"}, ValueError, "lang: zh or en, not 'fr'"),
    ],
)
def test_new_names_an_argument_that_is_none(arguments: Any, error: type[Exception], said: str) -> None:
    with pytest.raises(error) as refused:
        new(**{"entity": "wuhan", "targets": LIBRARY, **arguments})
    assert str(refused.value) == said


def test_a_place_that_there_is_not_is_told_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"^entity: no targets of “wuhann” are published .*wuhan"):
        new("wuhann")
    with pytest.raises(ValueError, match=r"^documents: .*: no target is set for China"):
        new("china")


def test_rows_and_the_day_go_into_the_form() -> None:
    made = new("wuhan", date=datetime.date(2026, 1, 20), rows=3, targets=LIBRARY)
    assert made.to_dict()["submitted"]["date"] == "2026-01-20"


def test_what_is_no_result_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"<dict 1>: this is no result of the format digecon/result/v1"):
        verify({"format": "digecon/result/v1"})
    with pytest.raises(InputError, match=r"no-such\.json: it cannot be opened"):
        verify(tmp_path / "no-such.json")


def test_the_target_files_are_those_of_the_package_or_of_a_folder() -> None:
    assert load_targets().folder.samefile(load_targets(ROOT / "targets").folder)
    assert repr(load_targets(ROOT / "targets")) == f"<TargetLibrary: {ROOT / 'targets'}>"
