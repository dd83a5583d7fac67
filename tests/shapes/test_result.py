"""How texts and paths stand in JSON."""

import pytest

from hubei_digecon.shapes.result import read_path, written_path, written_text


@pytest.mark.parametrize("path", ["a/b.yaml", "报告.yaml", "a\udcff.yaml", "<U+DCFF>.yaml", "a<b"])
def test_a_path_is_read_back_whatever_its_name(path: str) -> None:
    written_path(path).encode("utf-8")
    assert read_path(written_path(path)) == path


def test_what_strict_readers_refuse_is_written_as_a_number() -> None:
    assert written_text("a\udcffb") == "a<U+DCFF>b"
