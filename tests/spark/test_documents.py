"""The example of docs/scale.md runs."""

from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from docs.blocks import ROOT, blocks

from hubei_digecon.domain.scoreboard import Scoreboard

from ..load.registers.cells import firm
from .observations import ROWS
from .test_registers import as_table


@pytest.mark.heavy
def test_the_example_of_scale_runs(engine: Any, tmp_path: Path) -> None:
    pq.write_table(ROWS, tmp_path / "data.parquet")
    pq.write_table(as_table([firm()]), tmp_path / "firms.parquet")
    (example,) = [
        one.text for one in blocks((ROOT / "docs/scale.md").read_text("utf-8")) if one.language == "python"
    ]
    for name in ("data.parquet", "firms.parquet", "findings.parquet"):
        example = example.replace(f'"{name}"', repr(str(tmp_path / name)))
    found: dict[str, Any] = {"spark": engine}
    exec(example.replace('"targets"', repr(str(ROOT / "targets"))), found)
    assert pq.read_table(tmp_path / "findings.parquet").num_rows > ROWS.num_rows
    assert isinstance(found["board"], Scoreboard)
    assert [str(one.entity.id) for one in found["series"]][:1] == ["wuhan"]
