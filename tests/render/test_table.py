"""The table for people: its columns, its width, and its marks on terminals that cannot show them all."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from hubei_digecon.text import LANGS

from ..conftest import AS_OF, ROOT, Digecon

SAMPLES = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "sample_reports").glob("*/*.yaml"))]
MARKS = "✓✗○…—–≥│"
HEADINGS = {
    "zh": ["序号", "指标名称", "目标值", "完成值", "与目标之差", "完成率", "完成情况", "佐证情况"],
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


def prose(text: str) -> list[str]:
    """Return the lines of the findings in words and of the citations."""
    block = re.search(
        r"\n\n(?:核验意见|Findings in words)\n(.*?)\n\n(?:填报问题|Remarks on|应核验|judged)", text, re.DOTALL
    )
    return block[1].splitlines() if block else []


def too_wide(lines: list[str], width: int) -> list[str]:
    return [line for line in lines if cell_len(line) > width]


@each_language
@each_sample
def test_the_table_has_the_columns_of_the_form(sample: str, lang: str, digecon: Digecon) -> None:
    for table in tables(shown(digecon, sample, lang), lang):
        assert table[0].split() == HEADINGS[lang]


@each_language
@each_sample
def test_no_percentage_is_folded_on_a_common_terminal(
    sample: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for width in ("400", "80"):
        monkeypatch.setenv("COLUMNS", width)
        found.append(re.findall(r"[\d.]+%", str(list(tables(shown(digecon, sample, lang), lang)))))
    assert found[0] == found[1]


@each_language
@each_sample
@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_line_of_the_table_or_of_prose_is_wider_than_the_terminal(
    width: int, sample: str, lang: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = shown(digecon, sample, lang, "-v")
    for table in tables(text, lang):
        assert too_wide(table, width) == []
    assert too_wide(prose(text), width) == []


@each_language
@pytest.mark.parametrize("width", [60, 80, 120])
def test_numbers_of_any_length_stay_in_the_table(
    width: int, lang: str, digecon: Digecon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "long.yaml").write_text(LONG, "utf-8")
    monkeypatch.setenv("COLUMNS", str(width))
    text = shown(digecon, str(tmp_path / "long.yaml"), lang)
    assert too_wide(prose(text), width) == []
    table = text.split("\n\n")[0].splitlines()[2:]
    assert table
    assert too_wide(table, width) == []


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
    readable = bool(list(tables(text, lang)))
    illustrative = "illustrative" in sample
    assert any(line.startswith(said) for line in text.splitlines()) == (illustrative and readable)


@each_language
@each_sample
def test_no_line_ends_in_blanks(sample: str, lang: str, digecon: Digecon) -> None:
    assert [line for line in shown(digecon, sample, lang).splitlines() if line != line.rstrip()] == []


def test_a_share_differs_in_percentage_points(digecon: Digecon) -> None:
    sample = "sample_reports/illustrative/wuhan-wedz-2025.yaml"
    assert re.search(r"19\.0% +-1百分点 ", shown(digecon, sample, "zh"))
    assert re.search(r"19\.0% +-1 pp ", shown(digecon, sample, "en"))
