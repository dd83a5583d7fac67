"""What is shown of the change on the year before: both figures, the difference, and what growth is called."""

import csv
import json
import re
from fractions import Fraction
from io import StringIO
from pathlib import Path

import pytest

from hubei_digecon.show.changes import COLUMNS
from hubei_digecon.text import LANGS, Lang

from ..conftest import TESTS, Digecon, matches_golden
from ..run.test_history import NOW, THEN
from ..years import Years

GOLDEN = TESTS / "golden" / "history"


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The arguments that check a report beside one of the year before."""
    monkeypatch.chdir(tmp_path)
    years = Years(tmp_path)
    now = NOW | {"total": "超2400亿元"}
    years.report("2025", **now)
    years.report("2024", head="illustrative: true\n", **THEN | {"total": "2000亿元"})
    options = ("--targets", "targets", "--as-of", "2026-02-28")
    return ("check", "2025.yaml", *options, "--history", "2024.yaml")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", ["table", "markdown", "csv", "json"])
def test_it_is_shown(told: tuple[str, ...], digecon: Digecon, form: str, lang: Lang) -> None:
    out = digecon(*told, "--lang", lang, "--output-format", form).out
    matches_golden(out, GOLDEN / f"2025.{lang}.{form}.txt")


def test_no_table_stands_there_without_history(told: tuple[str, ...], digecon: Digecon) -> None:
    assert "较上年" not in digecon(*told[:-2], "--lang", "zh").out


def test_an_amount_grows_at_current_prices_and_a_share_by_points(
    told: tuple[str, ...], digecon: Digecon
) -> None:
    rows = re.findall(
        r"^\| (.*) \|$", digecon(*told, "--lang", "zh", "--output-format", "markdown").out, re.M
    )
    cells = [row.replace("\\", "").split(" | ") for row in rows]
    of = {row[0]: row[1:] for row in cells if len(row) == len(COLUMNS)}
    assert of["示例产值"] == ["2025年", "1048.3亿元", "1000亿元 / （示例）", "+48.3亿元", "+4.8% / 现价增速"]
    assert of["示例比重"] == ["2025年", "31.2%", "30.4% / （示例）", "+0.8百分点", "–"]
    assert of["示例企业"][-2:] == ["+22家", "+13.8%"]
    assert of["示例总量"][-2:] == ["概数不作比较", "–"]


def test_the_page_has_the_table_in_both_languages(told: tuple[str, ...], digecon: Digecon) -> None:
    page = digecon(*told, "--output-format", "html").out
    assert "<caption>较上年<wbr>变化</caption>" in page
    assert "<caption>Change on the year before</caption>" in page
    assert "往期报告 2024.yaml" in " ".join(re.sub(r"<[^>]*>", "", page).split())


def test_csv_says_what_json_says(told: tuple[str, ...], digecon: Digecon) -> None:
    rows = list(csv.DictReader(StringIO(digecon(*told, "--output-format", "csv").out)))
    result = json.loads(digecon(*told, "--output-format", "json").out)
    changes = {one["indicator"]: one for one in result["assessments"][0]["changes"]}
    for row in rows:
        change = changes[row["indicator"]]
        assert (row["change_since"], row["change_from"], row["change"], row["change_unit"]) == (
            change["earlier_period"],
            change["earlier"],
            change["absolute"],
            change["unit"],
        )
        assert row["change_relative"] == (change["relative"] or "")
        assert Fraction(row["change"]) == Fraction(change["value"]) - Fraction(change["earlier"])
