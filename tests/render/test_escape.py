"""Texts from files made harmless: what is hidden made visible, and everything else left alone."""

import json
import unicodedata

import pytest

from hubei_digecon.render.escape import json_visible, visible

ALL = [chr(code) for code in range(0x110000)]
CONTROLS = [character for character in ALL if unicodedata.category(character) == "Cc"]
BIDI = [
    character
    for character in ALL
    if unicodedata.bidirectional(character) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
]
MARKS = list("\u200e\u200f\u061c")
ZERO_WIDTH = list("\u200b\u200c\u200d\u2060\ufeff\u00ad")
BREAKS = list("\u2028\u2029\u0085")
SURROGATES = [character for character in ALL if unicodedata.category(character) == "Cs"]


@pytest.mark.parametrize("kind", [CONTROLS, BIDI, MARKS, ZERO_WIDTH, BREAKS, SURROGATES], ids=len)
def test_every_hidden_character_is_made_visible(kind: list[str]) -> None:
    for character in kind:
        assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


@pytest.mark.parametrize(
    "text", ["数字经济", "𠮷野家", "é ü ñ", "“5G+工业互联网”", "≥ ✓ –", "😀", "a b", "", "<U+202E>", "[red]"]
)
def test_what_is_seen_anyway_is_left_alone(text: str) -> None:
    assert visible(text) == text
    assert json_visible(text) == text


@pytest.mark.parametrize("kind", [CONTROLS, BIDI, MARKS, BREAKS, SURROGATES], ids=len)
def test_json_with_hidden_characters_is_ascii_there_and_reads_the_same(kind: list[str]) -> None:
    text = "".join(f"示{character}" for character in kind)
    written = json_visible(json.dumps(text, ensure_ascii=False))
    assert not set(kind) & set(written)
    assert json.loads(written) == text
