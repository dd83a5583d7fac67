"""The line that a diagnostic is about: the caret stands under the value, whatever comes before it."""

import pytest
from rich.cells import cell_len

from hubei_digecon.diagnostics import Place, SourceFile
from hubei_digecon.show.snippet import Snippet, snippet

from ..hostile import RAW


def of(line: str, value: str, width: int = 71) -> Snippet:
    """Return the snippet for ``value`` in ``line``."""
    source = SourceFile("report.yaml", None, lambda _: None, lambda _: line)
    made = snippet(source, Place(1, line.index(value) + 1, len(value)), width)
    assert made is not None
    return made


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("entity: nowhere", "nowhere"),
        ("  title: 示例统计快报, by: 甲", "甲"),
        ("observations: {示例指标: 12亿圆}", "12亿圆"),
        ("\tkey: value", "value"),
    ],
)
def test_the_caret_stands_under_the_value(line: str, value: str) -> None:
    made = of(line, value)
    start = made.carets.index("^")
    before = made.line[: made.line.index(value)]
    assert (start, made.carets.count("^")) == (cell_len(before), cell_len(value))


@pytest.mark.parametrize("width", [31, 51, 71, 111])
@pytest.mark.parametrize("lead", [0, 10, 60, 5000])
@pytest.mark.parametrize("letter", ["x", "字"])
def test_a_long_line_is_cut_around_the_value(letter: str, lead: int, width: int) -> None:
    made = of(f"{letter * lead}VALUE{letter * 5000}", "VALUE", width)
    assert cell_len(made.line) <= width
    assert len(made.carets) <= width
    assert made.line.index("V") + made.line[: made.line.index("V")].count("字") == made.carets.index("^")


def test_what_a_line_hides_is_shown_and_counted() -> None:
    made = of("k\u202ee\x1by: \x9bvalue", "value")
    assert RAW.findall(made.line) == []
    assert made.carets.index("^") == made.line.index("value")


def test_a_value_of_no_width_has_one_caret() -> None:
    source = SourceFile("report.yaml", None, lambda _: None, lambda _: "submitted: {}")
    made = snippet(source, Place(1, 14, 0), 71)
    assert made is not None
    assert made.carets == " " * 13 + "^"


def test_an_empty_line_is_not_shown() -> None:
    source = SourceFile("report.yaml", None, lambda _: None, lambda _: "  ")
    assert snippet(source, Place(1, 1), 71) is None
