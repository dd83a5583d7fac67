"""The scoreboard as a function: what it rests on, and what it refuses."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon import InputError, Outcome, Settings, score
from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.readers import read_file
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions
from hubei_digecon.run.score import ReportSurvey
from hubei_digecon.scoreboard.choice import FoundReport

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT

DAY = datetime.date.fromisoformat(AS_OF)


def test_samples_scored_from_a_program() -> None:
    run = score(ROOT / "sample_reports" / "published", as_of=DAY, period="2024", targets=LIBRARY)
    board = run.scoreboard
    assert board is not None
    wuhan, *others = board.rows
    assert wuhan.assessment is not None
    assert wuhan.assessment.counts[Outcome.NOT_DUE] == 1
    assert wuhan.change is not None
    (value,) = wuhan.change.values
    assert (wuhan.change.targets, wuhan.change.mean, value.difference) == (
        1,
        1 - Fraction(92, 130),
        Fraction(27, 5),
    )
    east_lake, wedz, china = others
    assert east_lake.assessment is not None
    assert set(east_lake.assessment.counts) - {Outcome.NO_DATA} == {
        one for one, number in east_lake.assessment.counts.items() if not number
    }
    assert wedz.assessment is None
    assert china.assessment is not None
    assert china.assessment.findings == ()
    assert (board.named, board.unpublished, board.counts.absent) == (15, 12, 1)
    assert [file.path for file in board.target_files] == [
        "cities/wuhan.yaml",
        "documents/notice.yaml",
        "indicators.yaml",
        "nation/china.yaml",
        "zones/wuhan-east-lake.yaml",
        "zones/wuhan-wedz.yaml",
    ]


def test_no_period_and_no_weights_are_guessed(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="2025-12 is no period"):
        score(ROOT / "sample_reports", period="2025-12")
    weights = tmp_path / "weights.yaml"
    weights.write_text("weights: {}\n", "utf-8")
    with pytest.raises(InputError):
        score(ROOT / "sample_reports", weights=weights)


def _written(folder: Path, name: str, value: str, revision: int = 1, period: str = "2025") -> str:
    path = folder / name
    submitted = f"{{by: 示例单位, date: 2026-01-20, revision: {revision}}}"
    path.write_text(
        f"entity: wuhan-wedz\nperiod: {period}\nsubmitted: {submitted}\nobservations: {{gdp: {value}}}\n",
        "utf-8",
    )
    return str(path)


def test_every_file_is_opened_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also one that counts, is doubted, or is of a lower revision."""
    opened: list[str] = []

    def read(path: str) -> bytes | RefusedInput:
        opened.append(path)
        return read_file(path)

    monkeypatch.setattr("hubei_digecon.run.inputs.read_file", read)
    paths = [
        _written(tmp_path, "a.yaml", "900亿元"),
        _written(tmp_path, "b.yaml", "1000亿元", 2),
        _written(tmp_path, "c.yaml", "100亿元", period="2024"),
        str(ROOT / "sample_reports" / "illustrative" / "wuhan-east-lake-2025.yaml"),
    ]
    run = score(*paths, as_of=DAY, targets=LIBRARY)
    assert opened == paths
    assert [one.kind.id for one in run.diagnostics] == ["superseded-report", "large-change"]
    assert [f"{one.place}" for one in run.diagnostics if one.source] == ["None", "4:21"]


def test_only_reports_that_may_count_come_with_their_bytes(tmp_path: Path) -> None:
    options = RunOptions((), LIBRARY, DAY, Settings())
    survey = ReportSurvey(Judge.of(options))
    kept = []
    for name, revision in (("a", 2), ("b", 1), ("c", 2), ("d", 3)):
        (found,) = survey(Input(_written(tmp_path, f"{name}.yaml", "900亿元", revision)))
        assert isinstance(found, FoundReport)
        kept.append((found.revision, found.data[:7]))
    assert kept == [(2, b"entity:"), (1, b""), (2, b""), (3, b"entity:")]
