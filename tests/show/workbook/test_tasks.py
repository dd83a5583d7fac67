"""The list of what is to be done as a workbook of its own: the next round reads what was written."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon.load.tasks import read_tasks
from hubei_digecon.show.formats import VARIANTS
from hubei_digecon.show.tasks import TaskList
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang

from ...building import run_over
from ...conftest import ROOT

WEDZ = ROOT / "sample_reports" / "illustrative" / "wuhan-wedz-2025.yaml"


@pytest.mark.parametrize("lang", LANGS)
def test_the_next_round_reads_what_was_written(lang: Lang, tmp_path: Path) -> None:
    run, view, path = run_over([WEDZ], datetime.date(2026, 2, 28)), View(lang), tmp_path / "list.xlsx"
    made = VARIANTS["xlsx+tasks"].render(run, view)
    assert isinstance(made, bytes)
    path.write_bytes(made)
    assert read_tasks(str(path)) == TaskList.of_run(run, view).tasks
