"""The terminal: every part of a document as lines, tables as wide as there is room for, marks it can show."""

import datetime
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from hubei_digecon.domain.run import Run
from hubei_digecon.show.document import (
    Column,
    Entry,
    EntryList,
    Paragraph,
    Section,
    ShownDocument,
    Table,
)
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.terminal import draw
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Lang, Text

from ..building import PROPERTY, run_over
from ..conftest import AS_OF, ROOT, TESTS, Digecon

SAMPLES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "sample_reports").glob("*/*.yaml"))]
MARKS = "✓✗○…—–≥│"
HEADINGS = {
    "zh": ["序号", "指标名称", "目标值", "完成值", "与目标值相差", "完成率", "完成情况", "佐证情况"],
    "en": ["No", "Indicator", "Target", "Observed", "Gap", "Rate", "Outcome", "Evidence"],
}

each_language = pytest.mark.parametrize("lang", LANGS)
each_sample = pytest.mark.parametrize("sample", SAMPLES)

LONG = """\
entity: wuhan-wedz
period: 2025
submitted: {by: 示例, date: 2026-01-28}
observations:
  core_value_added: 123456789012345678901234567.891亿元
  core_share_of_gdp: 19.9999999999999999999999999999%
  attracted_top100_firms: 123456789012345678901234567890家
  integration_certified_firms: 不足123456789012345678901234567890家
  new_innovation_platforms: {missing: not_collected}
  manufacturing_path: partial
"""


def shown(digecon: Digecon, path: str, lang: str, *options: str, encoding: str = "utf-8") -> str:
    out = digecon("check", path, "--as-of", AS_OF, "--lang", lang, *options, encoding=encoding).out
    assert isinstance(out, str)
    return out


def tables(text: str, lang: str) -> Iterator[list[str]]:
    """Return the lines of every table: from its headings to the blank line after it."""
    lines = iter(text.splitlines())
    first, last = HEADINGS[lang][1], HEADINGS[lang][-1]
    for line in lines:
        if first in line and last in line:
            yield [line, *_until_blank(lines)]


def _until_blank(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        if not line:
            return
        yield line


def too_wide(lines: list[str], width: int) -> list[str]:
    return [line for line in lines if cell_len(line) > width]


@each_language
@each_sample
def test_the_table_has_the_columns_of_the_form(
    sample: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "140")
    for table in tables(shown(digecon, sample, lang), lang):
        assert table[0].split() == HEADINGS[lang]


@each_language
@each_sample
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_is_wider_than_the_terminal(
    width: int, sample: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    assert too_wide(shown(digecon, sample, lang, "-v").splitlines(), width) == []


@PROPERTY
@given(st.integers(40, 180), st.sampled_from(LANGS), st.booleans())
def test_no_line_of_any_sample_is_wider_than_a_terminal_of_any_width(
    width: int, lang: Lang, verbose: bool
) -> None:
    view = View(lang, width, verbose=verbose)
    assert too_wide(str(FORMATS["table"].render(every_sample(), view)).splitlines(), width) == []


@cache
def every_sample() -> Run:
    """Return what judging all samples, and many reports with errors, comes to."""
    paths = [*(ROOT / "sample_reports").rglob("*.yaml"), *(TESTS / "invalid").rglob("*.yaml")]
    return run_over([path.relative_to(ROOT) for path in sorted(paths)], datetime.date.fromisoformat(AS_OF))


@each_language
@pytest.mark.parametrize("width", [60, 80, 120])
def test_numbers_of_any_length_stay_in_the_terminal(
    width: int, lang: str, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "long.yaml").write_text(LONG, "utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    monkeypatch.chdir(tmp_path)
    assert too_wide(shown(digecon, "long.yaml", lang).splitlines(), width) == []


@each_language
def test_a_terminal_that_tells_no_width_is_80_wide(
    lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
    at_80 = shown(digecon, sample, lang)
    monkeypatch.delenv("COLUMNS")
    assert shown(digecon, sample, lang) == at_80


@each_language
@each_sample
def test_a_terminal_of_chinese_windows_shows_every_sample(sample: str, lang: str, digecon: Digecon) -> None:
    whole, here = shown(digecon, sample, lang), shown(digecon, sample, lang, encoding="cp936")
    assert "\\u" not in here
    assert not set("✓✗") & set(here)
    assert here == whole.replace("✓", "+").replace("✗", "x")


@each_language
@each_sample
def test_a_terminal_of_ascii_shows_every_sample(sample: str, lang: str, digecon: Digecon) -> None:
    here = shown(digecon, sample, lang, encoding="ascii")
    for mark in MARKS:
        wording = here.count(f"\\u{ord(mark):04x}")  # in prose from files and notes, never as a mark
        assert wording == 0 or mark in "…—–"
    assert here.isascii()


@pytest.mark.parametrize(
    ("encoding", "signs"),
    [("utf-8", ["✓ met", "✗ missed", "≥", "│"]), ("cp936", ["+ met", "x missed", "≥", "│"]),
     ("ascii", ["+ met", "x missed", ">=", "|"])],
)  # fmt: skip
def test_marks_fall_back_to_what_the_terminal_can_show(
    encoding: str, signs: list[str], digecon: Digecon
) -> None:
    text = shown(digecon, "sample_reports/illustrative/wuhan-2025.yaml", "en", encoding=encoding)
    assert [sign for sign in signs if sign not in text] == []


@each_language
@each_sample
def test_illustrative_reports_say_so_in_every_output(sample: str, lang: str, digecon: Digecon) -> None:
    said = {"zh": "示例：", "en": "Illustrative: "}[lang]
    text = shown(digecon, sample, lang)
    readable = "faults" not in sample
    illustrative = "illustrative" in sample
    assert any(line.startswith(said) for line in text.splitlines()) == (illustrative and readable)


@each_language
@each_sample
def test_no_line_ends_in_blanks(sample: str, lang: str, digecon: Digecon) -> None:
    assert [line for line in shown(digecon, sample, lang).splitlines() if line != line.rstrip()] == []


def test_a_share_differs_in_percentage_points(digecon: Digecon) -> None:
    sample = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
    assert re.search(r"19\.0% .*-1百分点 ", shown(digecon, sample, "zh"))
    assert re.search(r"19\.0% .*-1 pp ", shown(digecon, sample, "en"))


# Documents

NARROW = View("en", width=24)
SENTENCE = "a sentence that takes more columns than there are"
COLUMNS: tuple[Column[tuple[str, str, str]], ...] = (
    Column("name", Text("名称", "Name"), lambda row, _: row[0], role="name"),
    Column("number", Text("数值", "Number"), lambda row, _: row[1], role="number"),
    Column("words", Text("说明", "Words"), lambda row, _: row[2], role="words", mark=lambda _: "met"),
)
ROWS = (("first place", "12", "some words"), ("second", "3", "ten letter"))


TABLE = Table(Text("表", "Table"), COLUMNS, ROWS)


def test_a_title_is_first_and_ends_are_paragraphs_after_a_blank_line() -> None:
    shown = draw(ShownDocument(NARROW, "The title", ends=(SENTENCE,)))
    assert shown == "The title\n\na sentence that takes\nmore columns than there\nare\n"


def test_without_a_title_ends_follow_at_once() -> None:
    assert draw(ShownDocument(NARROW, ends=("one", "two"))) == "one\ntwo\n"


def test_a_warning_is_coloured_where_there_is_colour() -> None:
    lead = (Paragraph(("not published",), is_warning=True),)
    assert draw(ShownDocument(View("en", color=True), lead=lead)) == "\x1b[35mnot published\x1b[0m\n"


def test_a_section_has_its_lists_its_verdict_and_its_closing() -> None:
    numbered = EntryList("Findings", (Entry("one", ("said",)), Entry("two")), is_numbered=True)
    plain = EntryList("Words", (Entry("cited", ("noted",)),))
    section = Section("Section", listings=(numbered, plain), verdict="good", closing=(Paragraph(("tasks",)),))
    assert draw(ShownDocument(NARROW, sections=(section,))) == (
        "Section\n\nFindings\n1 one\n  said\n2 two\n\nWords\ncited\n  noted\n\ngood\n\n\ntasks\n"
    )


def test_a_table_has_two_blanks_between_columns_where_there_is_room() -> None:
    assert draw(ShownDocument(View("en"), tables=(TABLE,))) == (
        "\nName         Number  Words\nfirst place      12  some words\nsecond            3  ten letter\n"
    )


def test_a_table_colours_a_cell_by_its_outcome() -> None:
    section = Section("Section", table=TABLE)
    assert "\x1b[32msome words\x1b[0m" in draw(ShownDocument(View("en", color=True), sections=(section,)))


def test_what_is_hidden_is_made_visible() -> None:
    assert draw(ShownDocument(NARROW, lead=(Paragraph(("a\u202eb",)),))) == "a<U+202E>b\n"
