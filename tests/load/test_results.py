"""Results read strictly."""

import json
from pathlib import Path

import pytest

from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.results import load_baseline, load_compared, load_result

from ..conftest import TESTS

GOLDEN = TESTS / "golden" / "illustrative" / "wuhan-2025.json"


def test_a_result_of_ours_is_read(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(GOLDEN.read_text("utf-8").replace("<digest>", 64 * "0"), "utf-8")
    read = load_result(str(path))
    assert not isinstance(read, RefusedInput)
    assert [one.entity for one in read.assessments] == ["wuhan"]


def test_a_scoreboard_is_read_as_the_assessments_of_its_places(tmp_path: Path) -> None:
    path = tmp_path / "board.json"
    golden = TESTS / "golden" / "score" / "reviewed.json"
    path.write_text(golden.read_text("utf-8").replace("<digest>", 64 * "0"), "utf-8")
    read = load_compared(str(path))
    assert not isinstance(read, RefusedInput)
    board = json.loads(path.read_text("utf-8"))
    places = board["places"]
    reported = [one["entity"] for one in places if one["assessment"]]
    unread = [one["entity"] for one in board["unread"]]
    assert [one.entity for one in read.result.assessments] == [*reported, *unread]
    assert read.absent == tuple(
        (one["entity"], "2024", one["document"]) for one in places if not one["assessment"]
    )
    baseline = load_baseline(str(path))
    assert not isinstance(baseline, RefusedInput)
    assert baseline.file.path == str(path)
    assert [entity for entity, _period, _document in baseline.reports] == reported
    refused = load_result(str(path))
    assert isinstance(refused, RefusedInput)  # what verify takes is a result of check alone


@pytest.mark.parametrize(("content", "id"), [("{}", "not-a-result"), ("{", "not-a-result")])
def test_anything_else_is_refused(content: str, id: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(content, "utf-8")
    read = load_result(str(path))
    assert isinstance(read, RefusedInput)
    assert [one.kind.id for one in read.faults] == [id]
