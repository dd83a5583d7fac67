"""What is said of files in Chinese is said in Chinese words: a key of ours stands beside its word, in brackets
（统计口径（scope）), or in quotes where it is what somebody writes into a file, and nowhere else.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS
from hubei_digecon.domain.comparators import COMPARATORS
from hubei_digecon.domain.words import Counting, Missing, State, Status
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.quantity.kinds import Nature

from .conftest import ROOT, TESTS

SHAPES = ("report", "review", "targets")
CATALOGUE = TargetLibrary(ROOT / "targets").catalogue
MEMBERS = (*Counting, *Missing, *Nature, *State, *Status, *COMPARATORS.values())


def keys_of(node: Any) -> Iterator[str]:
    """Return every key that a file of a shape may have."""
    if isinstance(node, dict):
        yield from node.get("properties", {})
        for value in node.values():
            yield from keys_of(value)
    elif isinstance(node, list):
        for value in node:
            yield from keys_of(value)


KEYS = {
    *(
        key
        for name in SHAPES
        for key in keys_of(json.loads((ROOT / f"schemas/{name}.schema.json").read_text()))
    ),
    *CATALOGUE.indicators,
    *CATALOGUE.scopes,
    *(member.id for member in MEMBERS),
} - {"gdp", "zh", "en"}
"""What stands in files; GDP is a word of offices too."""

BARE = re.compile(
    rf"(?<![\w.:-])(?:{'|'.join(map(re.escape, sorted(KEYS, key=len, reverse=True)))})(?![\w-])", re.ASCII
)
TYPED = re.compile(
    r"“[^”]*”|（[\w.:-]+）|--[a-z-]+|digecon [a-z]+|[\w/.*-]+\.(?:yaml|json|csv|xlsx|pdf)\b|`[^`]*`", re.ASCII
)
"""What is quoted, what stands beside its word, options and commands, and names of files."""

ASKED = {
    "unknown-key": "it lists the keys that can stand there, to be typed as they are",
    "unknown-word": "it lists the words that can stand there, to be typed as they are",
    "unknown-reference": "it lists the ids that can be named, to be typed as they are",
    "no-such-target": "it lists the keys of the targets, to be typed as they are",
    "alias": "it shows what stands in the file",
    "tag": "it shows what stands in the file",
}
"""Kinds that name keys by themselves, and why."""


def bare_keys(words: str) -> list[str]:
    """Return the keys of ours that a Chinese sentence holds without a word for them."""
    return BARE.findall(TYPED.sub("", re.sub(r"\{\w+\}", "", words)))


@pytest.mark.parametrize("id", DIAGNOSTICS)
def test_a_kind_says_in_chinese_words_what_is_wrong_and_how_to_fix_it(id: str) -> None:
    kind = DIAGNOSTICS[id]
    assert bare_keys(kind.message.zh) + bare_keys(kind.fix.zh) == [] or id in ASKED


SAID = sorted((TESTS / "invalid").rglob("*.zh.txt")) + sorted((TESTS / "faulty_targets").rglob("*.zh.txt"))
_FIRST = re.compile(r"^\S+ (?:错误（须更正）|疑点（须说明）|提示) ([a-z0-9-]+)：")


@pytest.mark.parametrize("path", SAID, ids=lambda path: path.name)
def test_what_was_said_of_faulty_files_is_in_chinese_words(path: Path) -> None:
    id, found = "", []
    for line in path.read_text("utf-8").splitlines():
        if said := _FIRST.match(line):
            id = said[1]
            line = line[said.end() :]
        elif not line.startswith("  处理："):
            continue
        if id not in ASKED:
            found += [(id, key) for key in bare_keys(line)]
    assert found == []


def test_a_key_is_found_bare_and_not_beside_its_word() -> None:
    assert bare_keys("若口径相符，注明 scope: core-2021") == ["scope", "core-2021"]
    assert bare_keys("填写 value 和 unit") == ["value", "unit"]
    assert (
        bare_keys("注明统计口径（scope）：数字经济核心产业，或写“scope”；见 report.yaml，用 --review") == []
    )
