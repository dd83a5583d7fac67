"""A new key of an item is one line in its shape and one field in the domain; all else is made from these."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT
from ..package_contents import PACKAGE

SHAPE = (
    "shapes/report.py",
    "    code: Annotated[CellText",
    'patent: Annotated[CellText | None, Text("专利", "the patent")] = None',
)
FIELD = (
    "domain/reports.py",
    '    certificate: Annotated[str | None, Text("证书编号"',
    'patent: Annotated[str | None, Text("专利号", "number of the patent")] = None',
)
ITEM = "{name: 示例公司, code: 91420100MA00000000, patent: ZL1}"
COVER = "entity: wuhan-east-lake\nperiod: 2025\nsubmitted: {by: 示例单位, date: 2026-01-20}\n"
SHOW = """
import sys
from pathlib import Path
from hubei_digecon import load_targets
from hubei_digecon.load.readers import reader_of
from hubei_digecon.load.reports import read_report

name, library = sys.argv[1], load_targets(sys.argv[2])
for document in reader_of(name).documents(name, Path(name).read_bytes(), library):
    report = read_report(document, library)
    print([item.patent for item in report.observations["gazelle_firms"].items])
"""


def _insert(package: Path, file: str, before: str, line: str) -> None:
    path = package / file
    text = path.read_text("utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, f"    {line}\n{before}"), "utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a copy of the program and of its target files in which items have one more key."""
    folder = tmp_path_factory.mktemp("new_key")
    shutil.copytree(PACKAGE, folder / "src" / PACKAGE.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "targets", folder / "targets")
    for change in (SHAPE, FIELD):
        _insert(folder / "src" / PACKAGE.name, *change)
    catalogue = folder / "targets" / "indicators.yaml"
    asked = "eligible: {requires: [by, recognised_on]"
    catalogue.write_text(catalogue.read_text("utf-8").replace(asked, f"{asked}, asks: [patent]"), "utf-8")
    _run(folder, "-m", "hubei_digecon.shapes.compiling")
    return folder


def _run(folder: Path, *arguments: str) -> str:
    """Run Python with the copy of the program, and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True)
    return done.stdout


def _written(folder: Path, *arguments: str) -> str:
    return _run(folder, "-m", "hubei_digecon", *arguments, "--targets", str(folder / "targets"), "--isolated")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("report.yaml", f"{COVER}observations: {{gazelle_firms: {{value: 1家, items: [{ITEM}]}}}}\n"),
        (
            "table.csv",
            "考核对象,报告期,填报单位,填报日期,指标名称,完成值,清单项名称,专利号\n"
            "wuhan-east-lake,2025,示例单位,2026-01-20,gazelle_firms,1家,示例公司,ZL1\n",
        ),
    ],
)
def test_it_is_read_from_a_file_and_from_a_column_of_a_table(name: str, text: str, folder: Path) -> None:
    (folder / name).write_text(text, "utf-8")
    assert _run(folder, "-c", SHOW, name, "targets") == "['ZL1']\n"


def test_it_stands_in_the_schemas(folder: Path) -> None:
    assert '"patent": {\n     "description": "专利\\nthe patent"' in _written(folder, "schema", "report")
    assert '"patent"' in _written(folder, "schema", "targets")


def test_forms_ask_for_it(folder: Path) -> None:
    new = ("new", "wuhan-east-lake", "--lang", "zh", "--format")
    assert "专利号" in _written(folder, *new, "csv").splitlines()[0].split(",")
    assert "patent: " in _written(folder, *new, "yaml")
