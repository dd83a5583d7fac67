"""Linting is the same loop: each file is read by the reader of its sort, and nothing is judged."""

import shutil
from pathlib import Path

from hubei_digecon import Settings
from hubei_digecon.run.lint import lint_paths

from ..building import LIBRARY
from ..conftest import ROOT
from ..load.reading import HEAD


def linted(*paths: Path, settings: Settings | None = None) -> dict[str, list[str]]:
    """Return what is said of each file, by its name."""
    files = lint_paths(tuple(map(str, paths)), LIBRARY, settings or Settings())
    return {Path(file.source.path).name: [one.kind.id for one in file.diagnostics] for file in files}


def test_every_sort_of_file_is_read_by_its_reader(tmp_path: Path) -> None:
    for name, text in {
        "report.yaml": f"{HEAD}observations: {{gdp: 1亿圆}}\n",
        "review.yaml": "entity: wuhan-wedz\nperiod: 2025\nreviewer: {name: }\n",
        "weights.yaml": "weights: {}\n",
        "other.yaml": "a: b\n",
    }.items():
        (tmp_path / name).write_text(text, "utf-8")
    said = linted(tmp_path)
    assert said["report.yaml"] == ["unknown-unit"]
    assert "missing-key" in said["review.yaml"]
    assert "missing-weight" in said["weights.yaml"]
    assert said["other.yaml"] == ["not-a-report"]


def test_a_folder_of_targets_is_read_as_one_and_what_is_beside_them_too(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "targets", tmp_path / "targets")
    (tmp_path / "targets" / "report.yaml").write_text(f"{HEAD}observations: {{gdp: 1亿圆}}\n", "utf-8")
    said = linted(tmp_path / "targets")
    assert said.pop("report.yaml") == ["unknown-unit"]
    assert set(map(tuple, said.values())) == {()}
    assert {"indicators.yaml", "wuhan.yaml", "notice.yaml"} <= said.keys()


def test_the_reports_of_one_table_are_told_as_one_file(tmp_path: Path) -> None:
    rows = "entity,period,indicator,value,submitted.by,submitted.date\n"
    rows += "wuhan,2025,gdp,1亿圆,甲,2026-01-20\nwuhan-wedz,2025,gdp,2亿圆,乙,2026-01-20\n"
    (tmp_path / "two.csv").write_text(rows, "utf-8")
    assert linted(tmp_path / "two.csv") == {"two.csv": ["unknown-unit", "unknown-unit"]}
