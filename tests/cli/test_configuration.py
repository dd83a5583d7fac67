"""Which configuration file is read: the nearest one, and none that another may have put there."""

from pathlib import Path

import pytest

from hubei_digecon.domain.exit_codes import Exit

from ..conftest import Digecon
from ..small_targets import Small
from .conftest import Write
from .settings_shown import NOWHERE, file_of, row, shown


def test_a_file_in_the_working_directory_is_read(digecon: Digecon, write: Write) -> None:
    write("digecon.toml", 'fail-on = "never"\n')
    lines = shown(digecon)
    assert file_of(lines) == "digecon.toml"
    assert row(lines, "fail-on") == 'fail-on = "never"  (digecon.toml:1)'


def test_a_table_of_the_project_file_is_read(digecon: Digecon, write: Write) -> None:
    write("pyproject.toml", '[project]\nname = "x"\n\n[tool.digecon]\nfail-on = "never"\n')
    lines = shown(digecon)
    assert file_of(lines) == "[tool.digecon] in pyproject.toml"
    assert row(lines, "fail-on") == 'fail-on = "never"  (pyproject.toml:5)'


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[tool]\ndigecon.fail-on = "never"\n', 2),
        ('\ufeff[tool]\ndigecon.fail-on = "never"\n', 2),
        ('[tool]\ndigecon = {language = "en", fail-on = "never"}\n', 2),
        ('tool.digecon.fail-on = "never"\n', 1),
        ("[\"tool\" . 'digecon']\n\n\"fail-on\" = 'never'\n", 3),
        ('x = """\n[tool.digecon]\nfail-on = 3\n"""\n[tool.digecon]\nfail-on = """never"""\n', 6),
        ('[[tool.other]]\nfail-on = 1\n[tool.digecon]\n# fail-on = 2\nfail-on = "never"\n', 5),
    ],
)
def test_a_table_is_found_however_it_is_written(text: str, line: int, digecon: Digecon, write: Write) -> None:
    write("pyproject.toml", text)
    assert row(shown(digecon), "fail-on") == f'fail-on = "never"  (pyproject.toml:{line})'


def test_its_own_file_goes_before_the_project_file_beside_it(digecon: Digecon, write: Write) -> None:
    write("pyproject.toml", '[tool.digecon]\nfail-on = "never"\nlanguage = "zh"\n')
    write("digecon.toml", 'fail-on = "missed"\n')
    lines = shown(digecon)
    assert file_of(lines) == "digecon.toml"
    assert row(lines, "fail-on") == 'fail-on = "missed"  (digecon.toml:1)'
    assert row(lines, "language") == 'language = "en"  (default)'


def test_the_nearest_file_is_read_and_no_other(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", 'fail-on = "never"\nmin-evidence = "verified"\n')
    monkeypatch.chdir(write("a/b/digecon.toml", 'fail-on = "missed"\n').parent)
    lines = shown(digecon)
    assert row(lines, "fail-on") == 'fail-on = "missed"  (digecon.toml:1)'
    assert row(lines, "min-evidence") == 'min-evidence = "claimed"  (default)'


def test_a_file_above_is_found_and_told_as_seen_from_here(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", '\nfail-on = "never"\n')
    monkeypatch.chdir(write("a/b/report.yaml", "").parent)
    lines = shown(digecon)
    assert file_of(lines) == "../../digecon.toml"
    assert row(lines, "fail-on") == 'fail-on = "never"  (../../digecon.toml:2)'


@pytest.mark.parametrize(
    "passed_over",
    ['[project]\nname = "hubei-digecon"\n', "[tool.other]\n", "no TOML at all", "tool = 3 # digecon\n", ""],
)
def test_a_project_file_that_says_nothing_of_this_program_is_passed_over(
    passed_over: str, digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", 'fail-on = "never"\n')
    monkeypatch.chdir(write("a/pyproject.toml", passed_over).parent)
    assert file_of(shown(digecon)) == "../digecon.toml"


def test_a_file_without_settings_ends_the_search_too(
    digecon: Digecon, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("digecon.toml", 'fail-on = "never"\n')
    monkeypatch.chdir(write("a/pyproject.toml", "[tool.digecon]\n").parent)
    lines = shown(digecon)
    assert file_of(lines) == "[tool.digecon] in pyproject.toml"
    assert row(lines, "fail-on") == 'fail-on = "undecided"  (default)'


def test_what_lies_above_the_root_of_the_repository_is_not_looked_at(
    digecon: Digecon, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository.parent / "digecon.toml").write_text("nonsense", "utf-8")
    (repository / "a").mkdir()
    monkeypatch.chdir(repository / "a")
    assert file_of(shown(digecon)) == NOWHERE.format("., ..")


def test_a_root_that_is_a_file_as_in_a_worktree_ends_the_search_too(
    digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "digecon.toml").write_text("nonsense", "utf-8")
    (tmp_path / "worktree").mkdir()
    (tmp_path / "worktree" / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    monkeypatch.chdir(tmp_path / "worktree")
    assert file_of(shown(digecon)) == NOWHERE.format(".")


def test_outside_of_a_repository_only_the_working_directory_is_looked_in(
    digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "digecon.toml").write_text('fail-on = "never"\n', "utf-8")
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path)
    assert file_of(shown(digecon)) == "digecon.toml"
    monkeypatch.chdir(tmp_path / "a")
    assert file_of(shown(digecon)) == NOWHERE.format(".")


def test_a_folder_for_the_temporary_files_of_all_is_not_gone_up_to(
    digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "digecon.toml").write_text('fail-on = "never"\n', "utf-8")
    monkeypatch.chdir(tmp_path / "a")
    assert file_of(shown(digecon)) == "../digecon.toml"
    tmp_path.chmod(0o1777)
    assert file_of(shown(digecon)) == NOWHERE.format(".")


def test_a_working_directory_that_is_gone_holds_no_file(
    digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert file_of(shown(digecon)) == NOWHERE.format("–")


def test_the_folder_of_an_input_is_never_looked_in(digecon: Digecon, write: Write) -> None:
    for name in ("digecon.toml", "submitted/digecon.toml", "submitted/deeper/digecon.toml"):
        write(name, 'fail-on = "never"\n' if name == "digecon.toml" else "nonsense")
    small = Small(write("submitted/deeper/x", "").parent)
    ran = digecon(*small.check("missed"))
    assert (ran.code, ran.err) == (Exit.COMPLIANT, "")
    (Path("digecon.toml")).unlink()
    assert digecon(*small.check("missed")).code == Exit.MISSED
