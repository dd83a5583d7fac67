"""TOML with places: the values are the standard library's, and each stands where it is said to."""

import re
import time
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.diagnostics import Path, Place
from hubei_digecon.load.faults import InputError
from hubei_digecon.load.source import decoded
from hubei_digecon.load.toml_text import Toml, read_toml

TEXT = '''\
# a = 1
top = "a # b" # c
[tool]
  other . "quoted" = [1, "two, [3]", 2026-01-01 10:00:00, {in = 1.5, deep = [[], ['x']]},  # and so on
    """
many "" lines""""", true ]
[ tool . digecon ] # here
fail-on='never'
"min-evidence"   =   "verified"
formats = [
  "table", # first
  # "needed"
  'json=a]b.json' ,
]
[[tool.digecon.more]]
x = {y = {z = \'\'\'a'b\'\'\'}}
[tool.empty]
'''


VALUE = "what has no key stands where its value does"


def toml(text: str) -> Toml:
    return read_toml(decoded("some.toml", text.encode()))


def at(place: Place | None, text: str) -> str | None:
    """Return what is underlined at a place."""
    if place is None:
        return None
    line = text.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column - 1 + place.width]


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        (("top",), "top", '"a # b"'),
        (("tool", "other", "quoted", 0), VALUE, "1"),
        (("tool", "other", "quoted", 1), VALUE, '"two, [3]"'),
        (("tool", "other", "quoted", 2), VALUE, "2026-01-01 10:00:00"),
        (("tool", "other", "quoted", 3), VALUE, "{in = 1.5, deep = [[], ['x']]}"),
        (("tool", "other", "quoted", 3, "in"), "in", "1.5"),
        (("tool", "other", "quoted", 3, "deep", 1, 0), VALUE, "'x'"),
        (("tool", "other", "quoted", 4), VALUE, '"""'),
        (("tool", "other", "quoted", 5), VALUE, "true"),
        (("tool", "digecon"), "digecon", "digecon"),
        (("tool", "digecon", "fail-on"), "fail-on", "'never'"),
        (("tool", "digecon", "min-evidence"), '"min-evidence"', '"verified"'),
        (("tool", "digecon", "formats"), "formats", "["),
        (("tool", "digecon", "formats", 0), VALUE, '"table"'),
        (("tool", "digecon", "formats", 1), VALUE, "'json=a]b.json'"),
        (("tool", "digecon", "formats", 2), None, None),
        (("tool", "empty"), "empty", "empty"),
        (("nothing",), None, None),
    ],
    ids=str,
)
def test_keys_and_values_stand_where_they_are_said_to(path: Path, key: str | None, value: str | None) -> None:
    read = toml(TEXT)
    assert at(read.place(path, of_key=True), TEXT) == (value if key is VALUE else key)
    assert at(read.place(path), TEXT) == value


def test_values_are_those_of_the_standard_library() -> None:
    assert toml(TEXT).values == tomllib.loads(TEXT)


def test_a_path_leads_to_a_value_or_nowhere() -> None:
    read = toml(TEXT)
    assert read.at(("tool", "digecon", "fail-on")) == "never"
    assert read.at(("tool", "digecon", "fail-on", "x")) is None
    assert read.at(("top", "x")) is None
    assert read.at(()) == read.values


def test_a_key_is_found_however_it_is_written() -> None:
    text = '"f\\u0061il-on" = 1\n[ "a.b" . \'c d\' ]\ne = {"\\"" = [2]}\n'
    read = toml(text)
    assert at(read.place(("fail-on",), of_key=True), text) == '"f\\u0061il-on"'
    assert at(read.place(("a.b", "c d")), text) == "'c d'"
    assert at(read.place(("a.b", "c d", "e", '"', 0)), text) == "2"


def test_very_much_in_very_many_brackets_is_gone_through_once() -> None:
    text = f"a = {'[' * 64}{'1, ' * 100_000}{']' * 64}"
    before = time.process_time()
    assert at(toml(text).place(("a", *[0] * 63, 99_999)), text) == "1"
    assert time.process_time() - before < 20


def test_places_are_the_same_with_either_line_end() -> None:
    read = toml(TEXT.replace("\n", "\r\n"))
    assert at(read.place(("tool", "digecon", "formats", 1)), TEXT) == "'json=a]b.json'"


# Any text

HIDDEN_BREAK = re.compile("\r(?!\n)")
"""What no file may hold, TOML or not."""

KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", "1", "fail-on"])
STRINGS = st.sampled_from(
    ['"x"', "'y'", '"a # \\" ] }"', "'''l\nm'n'''", '"""o\np""q"""""', '""', "''", '""""""', '"a=b, c"']
)
SCALARS = st.one_of(
    STRINGS, st.sampled_from(["1", "-2.5", "true", "1979-05-27 07:32:00", "07:32:00", "inf", "0xff", "1e5"])
)
BLANKS = st.sampled_from(["", " ", "\t"])
LINES = st.sampled_from(["", " ", "\n", " # c ] , }\n  "])


@st.composite
def values(draw: st.DrawFn, depth: int = 2) -> str:
    kind = draw(st.integers(0, 3 if depth else 1))
    if kind < 2:
        return draw(SCALARS)
    inner = draw(st.lists(values(depth - 1), max_size=3))
    if kind == 2:
        return f"[{','.join(f'{draw(LINES)}{one}{draw(LINES)}' for one in inner)}]"
    return "{" + ",".join(f"{draw(BLANKS)}k{index} = {one} " for index, one in enumerate(inner)) + "}"


@given(
    st.lists(st.tuples(KEYS, BLANKS, values(), BLANKS), max_size=6, unique_by=lambda one: one[0].strip("\"'"))
)
def test_every_value_of_any_text_stands_where_it_is_said_to(pairs: list[tuple[str, str, str, str]]) -> None:
    text = "".join(f"{blank}{key}{blank}={more}{value} # end\n" for key, blank, value, more in pairs)
    read = toml(text)
    assert read.values == tomllib.loads(text)
    for key, _, value, _ in pairs:
        path = (key.strip("\"'"),)
        assert at(read.place(path, of_key=True), text) == key
        assert at(read.place(path), text) == value.partition("\n")[0]
        _holds_inside(read, text, path, read.at(path))


def _holds_inside(read: Toml, text: str, path: Path, value: Any) -> None:
    """Hold what is underlined for each element of lists and tables to the value that it is."""
    steps = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    for step, one in steps:
        shown = at(read.place((*path, step)), text)
        assert shown
        if not isinstance(one, list | dict) and not shown.startswith(('"""', "'''")):
            assert tomllib.loads(f"x = {shown}")["x"] == one
        _holds_inside(read, text, (*path, step), one)


@given(st.text(st.sampled_from("a.=[]{},\"'#\n\\ 1\t\r-"), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        with pytest.raises(InputError):
            toml(text)
    else:
        if not HIDDEN_BREAK.search(text):
            assert toml(text).values == values
