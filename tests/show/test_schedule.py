"""What is shown of the schedule of the year: the ratio and its numbers, words only beside cut-offs."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest

from hubei_digecon.text import LANGS, Lang

from ..conftest import TESTS, Digecon, matches_golden
from ..run.test_beside import NOW, THEN
from ..years import Years

GOLDEN = TESTS / "golden" / "schedule"
OWN = ("--schedule-cutoffs", "0.95,0.8")


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The arguments that hold a report against the line of its year."""
    monkeypatch.chdir(tmp_path)
    years = Years(tmp_path)
    years.report("2025-M09", **NOW)
    years.report("2024", **THEN)
    options = ("--targets", "targets", "--as-of", "2026-02-28", "--schedule")
    return ("check", "2025-M09.yaml", *options, "--history", "2024.yaml")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_it_is_shown(asked: tuple[str, ...], digecon: Digecon, form: str, lang: Lang) -> None:
    out = digecon(*asked, *OWN, "--lang", lang, "--output-format", form).out
    matches_golden(out, GOLDEN / f"2025-M09.{lang}.{form}.txt")


def test_without_cut_offs_there_is_no_word(asked: tuple[str, ...], digecon: Digecon) -> None:
    for form in ("table", "markdown", "html"):
        out = digecon(*asked, "--lang", "zh", "--output-format", form).out
        assert "102.7%" in out.replace("\\", "")
        assert not re.search("正常|关注|滞后", out)
        assert "未设分界值" in out


def test_each_word_stands_beside_its_cut_offs(asked: tuple[str, ...], digecon: Digecon) -> None:
    out = digecon(*asked, *OWN, "--lang", "zh", "--output-format", "markdown").out.replace("\\", "")
    assert "| 示例产值 | 770亿元 | – | 750亿元 | 102.7% | 正常（≥0.95） | 770 ÷ (1000 × 9/12) |" in out
    assert (
        "| 示例比重 | 12.1% | 11% | 12.5% | 73.3% | 滞后（<0.8） | (12.1 − 11) ÷ ((13 − 11) × 9/12) |" in out
    )
    assert "由本单位自定，不是官方标准" in out


def test_the_page_has_the_table_in_both_languages(asked: tuple[str, ...], digecon: Digecon) -> None:
    page = digecon(*asked, *OWN, "--output-format", "html").out
    assert "<caption>序时进度</caption>" in page
    assert "<caption>Schedule of the year</caption>" in page
    assert "不影响完成情况和总体结论" in page


def test_csv_has_the_reason_where_there_is_no_ratio(asked: tuple[str, ...], digecon: Digecon) -> None:
    rows = list(csv.DictReader(StringIO(digecon(*asked[:-2], "--output-format", "csv").out)))
    told = {row["indicator"]: (row["schedule_ratio"], row["schedule_reason"]) for row in rows}
    assert told == {
        "value": ("1.02667", ""),
        "share": ("", "no_base"),
        "firms": ("", "no_base"),
        "added": ("", "no_base"),
    }
