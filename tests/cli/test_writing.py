"""Outputs written into files."""

from pathlib import Path

from ..conftest import AS_OF, Digecon


def test_nothing_is_written_over_what_is_read(tmp_path: Path, digecon: Digecon) -> None:
    path = tmp_path / "report.yaml"
    path.write_text("entity: wuhan\n", "utf-8")
    ran = digecon("check", str(path), "--as-of", AS_OF, "--lang", "en", "--output-format", f"json={path}")
    assert ran.code == 2
    assert path.read_text("utf-8") == "entity: wuhan\n"
