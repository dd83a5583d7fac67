"""``digecon lint``."""

from pathlib import Path

from ..conftest import Digecon


def test_the_target_files_of_the_repository_are_in_order(digecon: Digecon) -> None:
    ran = digecon("lint", "targets", "--lang", "en")
    assert ran.code == 0
    assert ran.out.endswith("errors 0, warnings 0, notes 0.\n")


def test_an_error_ends_with_3(tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "report.yaml"
    path.write_text("entity: wuhan\n", "utf-8")
    ran = digecon("lint", str(path), "--lang", "en")
    assert ran.code == 3
    assert "missing-key" in ran.out
