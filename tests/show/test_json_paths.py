"""Results name files of any name, in JSON that strict readers take, and can be verified."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.shapes.result import read_path, written_path, written_text

from ..conftest import AS_OF, ROOT, Digecon

SAMPLE = "sample_reports/illustrative/wuhan-2025.yaml"
NAMES = {
    "a byte that is no UTF-8": b"a\xff.yaml",
    "a surrogate in three bytes": b"a\xed\xa0\x80.yaml",
    "GB18030": "报告.yaml".encode("gb18030"),
    "a line break": b"a\n.yaml",
    "an escape": b"a\x1b[31m.yaml",
    "a delete": b"a\x7f.yaml",
    "what reorders": "a\u202e.yaml".encode(),
    "a noncharacter": "a\ufffe.yaml".encode(),
    "a noncharacter of plane 1": "a\U0001ffff.yaml".encode(),
    "the name of a byte": b"a<U+DCFF>.yaml",
    "the name of a sign": b"a<U+003C>U+DCFF>.yaml",
    "a backslash": b"a\\udcff.yaml",
    "a quote": b'a".yaml',
}
"""Names of files that some program does not take."""

_REFUSED = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff]")


def strings(node: object) -> list[str]:
    if isinstance(node, dict):
        return [text for pair in node.items() for one in pair for text in strings(one)]
    if isinstance(node, list):
        return [text for one in node for text in strings(one)]
    return [node] if isinstance(node, str) else []


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(desk: Path, name: bytes) -> str:
    path = os.fsencode(desk) + b"/" + name
    try:
        shutil.copy(os.fsencode(ROOT / SAMPLE), path)
    except OSError:
        pytest.skip("the file system takes no such name")
    return os.fsdecode(name)


@pytest.mark.parametrize("command", ["check", "score"])
@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_json_with_any_name_is_strict(command: str, name: bytes, desk: Path, digecon: Digecon) -> None:
    path = put(desk, name)
    digecon(command, path, "--as-of", AS_OF, "--output-format", "json=result.json")
    text = (desk / "result.json").read_bytes().decode("utf-8")
    told = strings(json.loads(text))
    assert written_path(path) in told
    assert not [one for one in told if _REFUSED.search(one)]


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_a_result_that_names_any_file_can_be_verified(name: bytes, desk: Path, digecon: Digecon) -> None:
    path = put(desk, name)
    digecon("check", path, "--as-of", AS_OF, "--output-format", "json=result.json")
    assert digecon("verify", "result.json").code == 0
    with open(path, "ab") as file:
        file.write(b"# changed\n")
    ran = digecon("verify", "result.json", "--lang", "en")
    assert (ran.code, "has changed" in ran.out) == (1, True)


def test_names_of_a_byte_and_the_byte_are_two_files(desk: Path, digecon: Digecon) -> None:
    for name in (NAMES["a byte that is no UTF-8"], NAMES["the name of a byte"]):
        put(desk, name)
    ran = digecon("check", ".", "--as-of", AS_OF, "--output-format", "json")
    assert len({one["path"] for one in json.loads(ran.out)["assessments"]}) == 2


anything = st.text(st.characters(exclude_categories=()) | st.sampled_from("<U+DCF0>3")) | st.from_regex(
    r"(<U\+[0-9A-F]{3,7}>|<|U|.)*", fullmatch=True
)


@given(anything)
def test_every_path_is_read_back_from_json_as_it_was(path: str) -> None:
    written = written_path(path)
    assert read_path(written) == path
    assert not _REFUSED.search(written)
    assert written.encode("utf-8").decode("utf-8") == written


@given(anything)
def test_every_text_can_be_written(text: str) -> None:
    assert not _REFUSED.search(written_text(text))
    assert _REFUSED.search(text) or written_text(text) == text
