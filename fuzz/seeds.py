"""What fuzzing starts from: our own inputs, those of yaml-test-suite, and the words that stand in them."""

import re
from hashlib import sha1
from pathlib import Path

from tests.fetched import naughty_strings, yaml_test_suite
from tests.mutations import CHARACTERS, VALUES
from tests.own_inputs import ROOT, own_files
from tests.packed_workbooks import unpacked
from tests.spoiled_workbooks import SPOILED

from hubei_digecon.cli.settings import SETTINGS

MOST_OF_A_WORD = 64
"""Bytes that libFuzzer takes for one word."""

_WORD = re.compile(r"[\w.%-]+:?")


def write_seeds(folder: Path) -> int:
    """Write every input that fuzzing starts from, under its digest, and return how many there are."""
    results = (ROOT / "tests" / "golden").rglob("*.json")
    files = (path.read_bytes() for path in (*own_files(), *results))
    workbooks = (unpacked(make()) for id, make in SPOILED.items() if id != "not-a-workbook")
    settings = (f"{key} = 1\n".encode() for key in SETTINGS)
    seeds = {*files, *workbooks, *settings, *(text.encode() for text in yaml_test_suite().values())}
    folder.mkdir(parents=True, exist_ok=True)
    for data in seeds:
        (folder / sha1(data, usedforsecurity=False).hexdigest()).write_bytes(data)
    return len(seeds)


def write_words(path: Path) -> int:
    """Write the dictionary: our own words, naughty strings, what mutants use; return how many there are."""
    texts = (file.read_text("utf-8", "replace") for file in own_files())
    words = {word for text in texts for word in _WORD.findall(text)}
    written = [word.encode() for word in sorted(words.union(VALUES, CHARACTERS, naughty_strings()))]
    kept = [word for word in written if 0 < len(word) <= MOST_OF_A_WORD]
    path.write_text("".join(f'"{_escaped(word)}"\n' for word in kept), "ascii")
    return len(kept)


def _escaped(word: bytes) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word)
