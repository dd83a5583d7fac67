"""Texts from files made harmless: what is hidden made visible, and everything else left alone."""

import csv
import json
import unicodedata
from io import StringIO
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.show.escape import (
    csv_cell,
    github_data,
    github_property,
    json_visible,
    markdown_text,
    not_a_command,
    visible,
    xml_no_command,
    xml_visible,
)

from ..building import PROPERTY
from ..hostile import CONTROLS as HOSTILE
from ..hostile import MARKUP, RAW
from ..markdown_reader import markdown
from ..workflow_commands import of_line, parse

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
TAGS = [chr(code) for code in range(0xE0000, 0xE0080)]
BLANK = list("\u034f\u115f\u1160\u17b4\u180b\u3164\uffa0\U0001bca0\U0001d173")

PIECES = (
    *HOSTILE, *MARKUP, "::", ":", "##[", "#", "[", "](", "\\", "|", "*", "_", "`", "~", "<", "&amp;", "]]>", "=", "-", "+",
    "@", "＝", "1.", "http://", "www.", " ", "\t", "error", "stop-commands", "%0A", "%25", "'", '"', ",", "汉", "𠮷", "\ufffe",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=12).map("".join)
"""Texts of everything that means something somewhere, in any order."""


@pytest.mark.parametrize(
    "kind", [CONTROLS, BIDI, MARKS, ZERO_WIDTH, BREAKS, SURROGATES, TAGS, BLANK], ids=len
)
def test_every_hidden_character_is_made_visible(kind: list[str]) -> None:
    for character in kind:
        assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


@pytest.mark.parametrize(
    "text",
    [
        "数字经济",
        "𠮷野家",
        "é ü ñ",
        "“5G+工业互联网”",
        "≥ ✓ –",
        "😀",
        "葛\U000e0100",
        "☎\ufe0f",
        "a b",
        "",
        "<U+202E>",
        "[red]",
    ],
)
def test_what_is_seen_anyway_is_left_alone(text: str) -> None:
    assert visible(text) == text
    assert json_visible(text) == text


@pytest.mark.parametrize(
    "kind", [CONTROLS, BIDI, MARKS, ZERO_WIDTH, BREAKS, SURROGATES, TAGS, BLANK], ids=len
)
def test_json_with_hidden_characters_is_ascii_there_and_reads_the_same(kind: list[str]) -> None:
    text = "".join(f"示{character}" for character in kind)
    written = json_visible(json.dumps(text, ensure_ascii=False))
    assert not set(kind) & set(written)
    assert json.loads(written) == text


# XML


def test_every_character_that_xml_has_is_read_back_and_every_other_is_named() -> None:
    for start in range(0, len(ALL), 0x1000):
        text = "".join(ALL[start : start + 0x1000])
        shown = xml_visible(text)
        assert ET.fromstring(f"<a>{escape(shown)}</a>".encode()).text == shown
        assert all(character in shown or f"<U+{ord(character):04X}>" in shown for character in text)


@pytest.mark.parametrize("text", ["𠮷𪛖", "\U0010ffff", "\ue000", "\ufffd", "汉字", "]]>", "&<>\"'"])
def test_what_xml_can_write_is_left_alone(text: str) -> None:
    assert xml_visible(text) == text


@PROPERTY
@given(TEXTS, TEXTS)
def test_no_line_of_xml_is_a_command_and_a_reader_sees_the_same(text: str, other: str) -> None:
    shown, named = xml_visible(text), xml_visible(other)
    document = xml_no_command(f"<a b={quoteattr(named)}>\n{escape(shown)}\n {escape(named)}</a>")
    assert parse(document) == []
    read = ET.fromstring(document)
    assert (read.text, read.get("b")) == (f"\n{shown}\n {named}", named)


# GitHub Actions


@PROPERTY
@given(TEXTS, TEXTS)
def test_a_command_is_read_back_as_it_was_meant(text: str, name: str) -> None:
    line = f"::error file={github_property(f'a{name}')},line=1::{github_data(text)}"
    command = of_line(line)
    assert command is not None
    assert command == ("error", {"file": f"a{visible(name)}", "line": "1"}, visible(text))
    assert parse(line) == [command]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", "<U+003A>:error::x"),
        (" \u3000::error::x", " \u3000<U+003A>:error::x"),
        ("a ::error::x", "a ::error::x"),
        (":", ":"),
        ("a\n::b\n  ::c", "a\n<U+003A>:b\n  <U+003A>:c"),
        ("##[error]x", "#<U+0023>[error]x"),
        ("a###[error]x", "a##<U+0023>[error]x"),
        ("## [error]x #[", "## [error]x #["),
    ],
)
def test_what_would_be_a_command_is_shown_but_is_none(text: str, shown: str) -> None:
    assert not_a_command(text) == shown


@PROPERTY
@given(TEXTS)
def test_no_text_made_visible_is_a_command(text: str) -> None:
    assert parse(not_a_command(visible(text))) == []


@PROPERTY
@given(TEXTS)
def test_no_json_is_a_command_and_a_reader_sees_the_same(text: str) -> None:
    written = json_visible(json.dumps({"a": text}, ensure_ascii=False, indent=1))
    assert parse(written) == []
    assert RAW.findall(written) == []
    assert json.loads(written) == {"a": text}


# CSV


@PROPERTY
@given(TEXTS)
def test_a_cell_is_one_cell_that_begins_no_formula(text: str) -> None:
    cell = csv_cell(text)
    output = StringIO()
    csv.writer(output, lineterminator="\n").writerow([cell, "b"])
    assert list(csv.reader(StringIO(output.getvalue(), newline=""), strict=True)) == [[cell, "b"]]
    assert output.getvalue().count("\n") == 1
    assert cell == "-" or cell.strip()[:1] not in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    assert cell.removeprefix("'") == not_a_command(visible(text)).removeprefix("'")


@pytest.mark.parametrize("text", ["", " ", "-", "a", "'", "1", "汉", "a=b"])
def test_a_cell_that_is_no_formula_is_left_alone(text: str) -> None:
    assert csv_cell(text) == text


# Markdown


@PROPERTY
@given(TEXTS)
def test_markdown_is_seen_as_it_was_written(text: str) -> None:
    written = markdown_text(text)
    page = markdown(
        f"## {written}\n\n{written}\n\n- {written}\n\n| a |\n|---|\n| {written} |\n\n1. **a{written}**\n"
    )
    seen = visible(text).strip()
    assert set(page.texts) - {"a", f"a{seen}"} <= {seen}
    assert page.texts.count(seen) >= (3 if seen not in ("", "a") else 0)
    assert parse(written) == []


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("::error::x", "\\:\\:error::x"),
        ("::error file=a::x", "\\::error file=a::x"),
        ("12. a", "12\\. a"),
        ("a 12. b", "a 12. b"),
        ("-1", "\\-1"),
        ("a-1", "a-1"),
        ("http://a.b", "http\\://a.b"),
    ],
)
def test_markdown_is_escaped_only_where_it_would_mean_something(text: str, written: str) -> None:
    assert markdown_text(text) == written
