"""The option that carries an earlier list on: what is settled is closed, what is not keeps its first day."""

from io import BytesIO
from pathlib import Path

import docx
import pytest

from hubei_digecon.load.tasks import read_tasks

from ..conftest import AS_OF, ROOT, Digecon

SAMPLES = ROOT / "sample_reports" / "illustrative"
WEDZ = SAMPLES / "wuhan-wedz-2025.yaml"


@pytest.mark.parametrize("command", ["check", "score"])
def test_the_second_round_carries_the_first_on(command: str, tmp_path: Path, digecon: Digecon) -> None:
    first, second, letter = (tmp_path / name for name in ("1.xlsx", "2.xlsx", "2.docx"))
    asked = (command, str(WEDZ), "--lang", "zh")
    digecon(*asked, "--as-of", AS_OF, "--output-format", f"xlsx+tasks={first}")
    before = read_tasks(str(first))
    assert before
    assert all(task.is_open for task in before)
    digecon(
        *asked, "--as-of", "2026-12-31", "--review", str(SAMPLES / "reviews"), "--earlier-tasks", str(first),
        "--output-format", f"xlsx+tasks={second}", "--output-format", f"docx+tasks={letter}",
    )  # fmt: skip
    now = {task.key: task for task in read_tasks(str(second))}
    assert [task.first for task in before] == [now[task.key].first for task in before]
    assert {one.is_open for one in now.values()} == {True, False}
    table = docx.Document(BytesIO(letter.read_bytes())).tables[0]
    states = {row.cells[-1].text for row in table.rows[1:]}
    assert states == {"已销号", "未销号"}
