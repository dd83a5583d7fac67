"""The line of a file under a diagnostic, with carets exactly below the value, whatever the line holds."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from hubei_digecon.diagnostics import Place, SourceFile
from hubei_digecon.show.snippet import Snippet, snippet

from .laws import examples
from .load.reading import QUICK

WIDTH = 71


def _shown(line: str, column: int, width: int = 1, columns: int = WIDTH) -> Snippet | None:
    return snippet(SourceFile("report.yaml", line=lambda number: line), Place(7, column, width), columns)


def _drawn(line: str, column: int, width: int = 1, columns: int = WIDTH) -> tuple[str, str]:
    drawn = _shown(line, column, width, columns)
    assert drawn is not None
    assert drawn.number == 7
    return drawn.line, drawn.carets


@pytest.mark.parametrize(
    ("line", "column", "width", "shown", "carets"),
    [
        ("gdp: 3360", 6, 4, "gdp: 3360", "     ^^^^"),
        ("gdp: 3360", 1, 3, "gdp: 3360", "^^^"),
        ("名称: 数字经济 # 注", 5, 4, "名称: 数字经济 # 注", "      ^^^^^^^^"),
        ("名称: 3360", 5, 4, "名称: 3360", "      ^^^^"),
        ("１２: ３", 5, 1, "１２: ３", "      ^^"),
        ("𠮷𠮷: a", 5, 1, "𠮷𠮷: a", "      ^"),
        ("\tgdp:\t3360", 7, 4, "  gdp:  3360", "        ^^^^"),
        ("\tgdp", 1, 1, "  gdp", "^^"),
        ("gdp: a\x1b[31m", 6, 6, "gdp: a<U+001B>[31m", "     " + "^" * 13),
        ("\u202egdp: 1", 7, 1, "<U+202E>gdp: 1", " " * 13 + "^"),
        ("e\u0301: a", 5, 1, "e\u0301: a", "   ^"),
        ("gdp:", 5, 1, "gdp:", "    ^"),
        ("gdp", 9, 1, "gdp", "   ^"),
        ("a: b", 4, 0, "a: b", "   ^"),
    ],
)
def test_carets_stand_below_the_value(line: str, column: int, width: int, shown: str, carets: str) -> None:
    assert _drawn(line, column, width) == (shown, carets)


def test_a_value_far_to_the_right_is_brought_into_sight() -> None:
    line = "a" * 60 + ": 数字, unit: 亿圆, scope: core"
    shown, carets = _drawn(line, line.index("亿圆") + 1, 2)
    assert shown == "…数字, unit: 亿圆, scope: core"
    assert carets == " " * shown.index("亿") + "  " + "^^^^"


def test_a_long_line_is_cut_after_the_value() -> None:
    shown, carets = _drawn("a: 1, " + "数" * 100, 4)
    assert shown == "a: 1, " + "数" * 32 + "…"
    assert carets == "   ^"
    assert cell_len(shown) <= WIDTH


def test_a_value_longer_than_the_line_is_underlined_to_its_end() -> None:
    shown, carets = _drawn("a: " + "9" * 5000, 4, 5000)
    assert shown == "a: " + "9" * 67 + "…"
    assert carets == "   " + "^" * 68


def test_a_blank_line_is_not_shown() -> None:
    for line in ("", "   ", "\t", "\u3000"):
        assert _shown(line, 1) is None


def test_a_line_that_is_not_there_is_not_shown() -> None:
    assert snippet(SourceFile("report.yaml"), Place(1, 1), WIDTH) is None


_LINES = st.text(st.sampled_from("a1:, 数字，𠮷\t\x1b\u202e\u200bé{}"), min_size=1, max_size=200)


@settings(QUICK, max_examples=examples(200))
@given(_LINES, st.integers(1, 220), st.integers(1, 60), st.integers(31, 120))
def test_nothing_is_ever_wider_than_asked_for_and_carets_always_begin_at_the_value(
    line: str, column: int, width: int, columns: int
) -> None:
    drawn = _shown(line, column, width, columns)
    if drawn is None:
        assert not line.strip()
        return
    assert cell_len(drawn.line) <= columns
    assert len(drawn.carets) <= columns
    assert set(drawn.carets) <= {" ", "^"}
    assert drawn.carets.endswith("^")
    assert not any(ord(character) < 32 or character in "\u202e\u200b" for character in drawn.line)


@settings(QUICK, max_examples=examples(200))
@given(_LINES, st.data())
def test_what_stands_above_the_carets_is_the_value(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line) - 1))
    value = line[start : start + data.draw(st.integers(1, 5))]
    drawn = _shown(line, start + 1, len(value))
    if drawn is None or not value.isprintable() or set(value) & set("\u202e\u200b"):
        return
    left = len(drawn.carets) - len(drawn.carets.lstrip())
    before, rest = _split_at(drawn.line, left)
    assert cell_len(before) == left
    assert rest.startswith(value) or rest.endswith("…")


def _split_at(line: str, columns: int) -> tuple[str, str]:
    for index in range(len(line) + 1):
        if cell_len(line[:index]) >= columns:
            return line[:index], line[index:]
    return line, ""
