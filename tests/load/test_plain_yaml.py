"""Plain YAML is read as libyaml reads it, or left to it: whatever is taken gives the same tree with the same
places, and no fault.
"""

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.load.faults import InputError
from hubei_digecon.load.plain_places import PlainPlaces
from hubei_digecon.load.plain_yaml import plain_yaml
from hubei_digecon.load.source import decoded

from ..corpus import Corpus
from ..laws import examples
from ..mutations import mutant
from ..own_inputs import own_files
from .reading import QUICK, placed_document, steps_in

PLAIN = {
    "entity: wuhan\nperiod: 2025\n": {"entity": "wuhan", "period": "2025"},
    "# a\n\na:   b  # c\n  # d\n5g: 'it is: c'\n": {"a": "b", "5g": "it is: c"},
    'a:\nb: ""\nc: "  "\nd: "1,048.3 %" \n': {"a": None, "b": None, "c": None, "d": "1,048.3 %"},
    "a: # b\n  c:\n    d: e\n  f: g\nh: i": {"a": {"c": {"d": "e"}, "f": "g"}, "h": "i"},
    "a:\n- b\n- c: d\n  e: f\n-   g: h\n    i:\n    - j\nk: l": {
        "a": ["b", {"c": "d", "e": "f"}, {"g": "h", "i": ["j"]}],
        "k": "l",
    },
    "a:\n  - {b: c d, e: 'f' , 'g': h}": None,
    "a:\n  - {b: c d, e: 'f' }\n  - {b: （示例）}": {"a": [{"b": "c d", "e": "f"}, {"b": "（示例）"}]},
    "a: [b, '', \"c\"]\nd: [ {e: f} ]": {"a": ["b", None, "c"], "d": [{"e": "f"}]},
    "a: b#c [d] {e} 12:30, f's \"g\"\r\nh: i\r\n": {"a": 'b#c [d] {e} 12:30, f\'s "g"', "h": "i"},
    "地区生产总值: 1000亿元": {"地区生产总值": "1000亿元"},
}  # fmt: skip
"""Texts with what is read of them; ``None`` where libyaml must."""

DECLINED = (
    "", "# a", "a", "- a", "---\na: b", "a: b\n...", "%YAML 1.1\n---\na: b", "a: b\na: c", "a: {b: c, b: d}", "a: *b",
    "a: &b c", "a: !b c", "a: |\n  b", "a: >\n  b", "a: b\n  c", "a: b\n  c: d", "a: 'b\n  c'", "? a\n: b", "<<: a",
    "a: {<<: b}", "a: b: c", "a: b:", "a:b", "a:\tb", "\ta: b", "a: b\n c: d", " a: b\nc: d", "a:\n    b: c\n  d: e",
    "a: - b", "a:\n  - - b", "a:\n  -", "a:\n  - ", "a:\n  - b\n  c: d", "a:\n  b: c\n  - d", "a: b\n- c", "a: {b}",
    "a: {}", "a: []", "a: {b: c,}", "a: {b: c, }", "a: {b: }", "a: {b: {c: d}}", "a: [[b]]", "a: {b: c", "a: {b: c}}",
    "a: {b: c} d", "a: {b: c} # d", "a: {b: c:d}", "a: {b: c?}", "a: {b: c #d}", "a: {b: 1,048.3}", 'a: {b: "c, d"}',
    'a: {b: "c"d}', "a: [b, c]d", 'a: "b"c', 'a: "b" "c"', "a: 'b''c'", r'a: "b\"', r'a: "b\x41"', '"a": b', "a b: c",
    "a: \x85b", "a: b\u2028c", "\ufeffa: b", "a: \x00", "a: \x7f", "a: \u00a0b", "a: @b", "a: `b", "a: %b", "a: -b",
    "a: b\x0cc", f"{'a' * 1025}: b", f"a: {{{'b' * 1025}: c}}", f"a: {'b' * 60_000}", "a: ]", "a: }", "a: ,", "a: -",
)  # fmt: skip
"""Texts that are not plain, or not right."""


@pytest.mark.parametrize(("text", "read"), PLAIN.items())
def test_what_is_plain_is_read(text: str, read: object) -> None:
    tree = plain_yaml(text)
    assert (tree and tree.root) == read
    assert read is None or _read_alike(text)


@pytest.mark.parametrize("text", DECLINED)
def test_what_is_not_plain_is_declined(text: str) -> None:
    assert plain_yaml(text) is None


def test_what_is_nested_deeper_than_any_report_is_declined() -> None:
    deep = "".join(f"{' ' * depth}a:\n" for depth in range(80))
    assert plain_yaml(deep) is None
    assert _read_alike("".join(f"{' ' * depth}a:\n" for depth in range(20)))


def _read_alike(text: str) -> bool:
    """Whether a text is plain; if so it is held against what libyaml reads: order, places and all."""
    read = plain_yaml(text)
    if read is None:
        return False
    whole = placed_document(text)
    assert whole.faults == ()
    assert json.dumps(read.root) == json.dumps(whole.root)
    places = PlainPlaces(read)
    for at in steps_in(read.root):
        assert places.value(at) == whole.places.value(at), at
        assert places.key(at) == whole.places.key(at), at
    return True


def _taken(texts: list[str]) -> int:
    return sum(map(_read_alike, texts))


def _own_texts() -> list[str]:
    return [path.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff") for path in own_files()]


def test_our_own_files_are_read_alike() -> None:
    assert _taken(_own_texts()) > 150


def test_nearly_all_samples_are_plain() -> None:
    samples = [path for path in own_files() if "sample_reports" in path.parts and path.suffix == ".yaml"]
    declined = [path.name for path in samples if plain_yaml(path.read_text("utf-8")) is None]
    assert declined == ["reading-faults.yaml"]


def _decodable(data: bytes) -> str:
    """Return the text of a file that gets as far as being parsed, else nothing."""
    try:
        return decoded("a.yaml", data).text
    except InputError:
        return ""


def test_mutants_are_read_alike() -> None:
    seeds = _own_texts()
    assert _taken([_decodable(mutant(seeds, number)) for number in range(400)]) > 30


@pytest.mark.heavy
def test_the_whole_corpus_is_read_alike() -> None:
    corpus = Corpus()
    inputs = (corpus[number] for number in range(len(corpus)))
    yaml = [_decodable(one.data) for one in inputs if one.suffix in (".yaml", ".yml")]
    assert _taken(yaml) > 2000


LINES = (
    "a: b", "b:", "a:", "c: d", "- a", "- a: b", "-   b: c", "- b:", "# e", "", "b: # f", "c: d # e", "- {a: b}",
    "d: {a: b, c: 'd'}", "e: [a, b]", "f: [{a: b}]", 'g: "h"', "h: 'i'", "-", "- - a", "a", "---", "...", "? a", ": b",
    "i: -1", "j: a: b", "k: 'l", "m: {a: b", "n: |", "o: >-", "p: &q r", "q: *q", "<<: a", "r: !!str s", "'s': t",
    "u:v", "w: x:", "5: 6", "~: null", "y: ~", "z: #a", "汉: 字", "a b: c", "{a: b}", "[a]", "- [a]", "- 'a'", "- a #b",
)  # fmt: skip
CHARACTERS = "ab:- #,{}[]'\"\n&*!|>%@`?\\\t~<=.5汉％　"


@st.composite
def _drawn(draw: st.DrawFn) -> str:
    """Draw lines that are mostly plain, at steps that mostly fit; now and then with a character put in."""
    lines = draw(
        st.lists(st.tuples(st.sampled_from((0, 0, 2, 2, 4, 1, 3)), st.sampled_from(LINES)), max_size=7)
    )
    text = "\n".join(" " * indent + line for indent, line in lines)
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 2)))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(CHARACTERS)) + text[at:]
    return text


@settings(QUICK, max_examples=examples(400))
@given(_drawn())
def test_drawn_lines_are_read_alike(text: str) -> None:
    _read_alike(text)


@pytest.mark.heavy
@settings(max_examples=6_000, database=None)
@given(_drawn())
def test_very_many_drawn_lines_are_read_alike(text: str) -> None:
    _read_alike(text)


def test_lines_of_any_kind_in_any_order_are_read_alike() -> None:
    random = Random(1)
    texts = ["\n".join(_line(random) for _ in range(random.choice((1, 2, 3, 4, 5)))) for _ in range(1500)]
    assert _taken(texts) > 50


def _line(random: Random) -> str:
    return " " * random.choice((0, 0, 0, 2, 2, 4)) + random.choice(LINES)
