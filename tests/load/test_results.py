"""Results read strictly."""

from pathlib import Path

import pytest

from hubei_digecon.load.faults import RefusedInput
from hubei_digecon.load.results import load_result

from ..conftest import TESTS

GOLDEN = TESTS / "golden" / "illustrative" / "wuhan-2025.json"


def test_a_result_of_ours_is_read(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(GOLDEN.read_text("utf-8").replace("<digest>", 64 * "0"), "utf-8")
    read = load_result(str(path))
    assert not isinstance(read, RefusedInput)
    assert [one.entity for one in read.assessments] == ["wuhan"]


@pytest.mark.parametrize(("content", "id"), [("{}", "not-a-result"), ("{", "not-a-result")])
def test_anything_else_is_refused(content: str, id: str, tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_text(content, "utf-8")
    read = load_result(str(path))
    assert isinstance(read, RefusedInput)
    assert [one.kind.id for one in read.faults] == [id]
