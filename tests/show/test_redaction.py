"""Names and codes of items: what ``--redact-items`` leaves out of every format, and the page by itself."""

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from hubei_digecon.judging.items.diagnostics import KINDS
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.text import LANGS

from ..conftest import AS_OF, Digecon
from ..readers import read_back, read_board
from ..shown_formats import shown, told

REPORT = """\
entity: wuhan-wedz
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  core_value_added:
    value: 398.2亿元
    source: {title: 丁零平台台账, document: 丁壹有限公司.pdf}
    explanation: 其中丁零平台占一半
    office: {name: 示例处, contact: 甲拾叁}
  new_innovation_platforms:
    value: 12家
    counting: cumulative
    note: 丁零平台与甲零平台同址
    items:
      - {name: 丁零平台, level: 省级, by: 示例机构, recognised_on: 2025-03-12, code: 91420100MA4KDDDD52}
      - {name: 丁壹有限公司, level: 省级, by: 示例机构, recognised_on: 2025-03-12, code: 91420100MA4KDDDD5A}
      - {name: 丁壹有限责任公司, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 合计, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 甲零平台, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 甲零平台, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 甲贰平台, level: 市级, by: 示例机构, recognised_on: 2025-03-12, code: 甲贰代码}
      - {name: 甲叁平台, level: 省级, by: 示例机构, recognised_on: 2026-03-12, code: 9.14201E+17}
      - {name: 甲肆平台, level: 省级, recognised_on: 2025-03-12}
      - {name: 甲肆公司, arrival: 签约, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 甲伍平台, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 甲陆平台, level: 省级, by: 示例机构, recognised_on: 2025-03-12}
      - {name: 甲陆平台, level: 市级, by: 示例机构, recognised_on: 2025-03-12}
  integration_certified_firms:
    value: 5家
    counting: in_force
    scope: gbt-23001-certified
    items:
      - {name: 甲柒公司, certificate: GB/T 23001-甲柒, valid_until: 2025-06-30}
      - {name: 甲捌公司, certificate: GB/T 19001-甲捌}
      - {name: 丁贰公司, certificate: GB/T 23001-1}
      - {name: 丁贰公司, certificate: GB/T 23001-0, valid_until: 2024-06-30}
"""
REVIEW = """\
entity: wuhan-wedz
period: 2025
reviewer: {name: 核验组, organisation: 核验单位}
rejected_items:
  new_innovation_platforms:
    - {name: 甲伍平台, reason: 与丁零平台、甲玖平台重复}
    - {name: 甲玖平台, reason: 示例}
"""
BROKEN = """\
entity: wuhan-wedz
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  new_innovation_platforms:
    value: 3家
    items:
      - {name: 甲, 拾公司}
      - {name: 示例, level: 甲拾壹公司, recognised_on: 甲拾贰公司}
"""
OTHER = REPORT.replace("wuhan-wedz", "wuhan-east-lake").partition("  core_value_added")[0]
SAME_CODE = """\
  gazelle_firms:
    value: 1家
    scope: gazelle-digital
    items: [{name: 丁零平台, code: 91420100MA4KDDDD52, by: 示例机构, recognised_on: 2024-05-06}]
"""
COUNTED = re.compile("丁[零壹贰]|91420100MA4KDDDD5")
"""What tells of an item that was counted."""

NAMED = re.compile(f"甲[零贰叁肆伍陆柒捌玖]|拾公司|甲拾[壹贰叁]|{COUNTED.pattern}")
"""What tells of any item, or of whom to call."""


@pytest.fixture
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """The arguments that judge the reports; the run stands among them."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "reports").mkdir()
    for name, text in (
        ("reports/a.yaml", REPORT), ("reports/b.yaml", BROKEN), ("reports/c.yaml", OTHER + SAME_CODE), ("review.yaml", REVIEW),
    ):  # fmt: skip
        Path(name).write_text(text, "utf-8")
    return ("reports", "--review", "review.yaml", "--as-of", AS_OF)


def test_the_reports_give_rise_to_every_diagnostic_on_items(given: tuple[str, ...], digecon: Digecon) -> None:
    shown = digecon("check", *given, "--output-format", "text").out
    assert {kind.id for kind in KINDS if kind.id not in shown} == {"item-perhaps-rejected"}
    assert {"unused-review-entry", "unknown-key", "unclear-word", "bad-date"} == {
        id for id in ("unused-review-entry", "unknown-key", "unclear-word", "bad-date") if f" {id}" in shown
    }


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format", FORMATS)
def test_no_format_of_check_names_an_item(
    format: str, lang: str, given: tuple[str, ...], digecon: Digecon, tmp_path: Path
) -> None:
    asked = ("check", *given, "--lang", lang, "--verbose")
    plain, redacted = (shown(digecon, format, tmp_path, *asked, *flag) for flag in ((), ("--redact-items",)))
    assert NAMED.findall(told(redacted.content) + redacted.ran.err) == []
    assert format == "needed" or NAMED.search(told(plain.content) + plain.ran.err)
    assert redacted.ran.code == plain.ran.code
    read_back(format, redacted.content)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("format", [name for name, format in FORMATS.items() if format.scores])
def test_no_format_of_score_names_an_item(
    format: str, lang: str, given: tuple[str, ...], digecon: Digecon, tmp_path: Path
) -> None:
    asked = ("score", *given, "--index", "--lang", lang)
    plain, redacted = (shown(digecon, format, tmp_path, *asked, *flag) for flag in ((), ("--redact-items",)))
    assert NAMED.findall(told(redacted.content) + redacted.ran.err) == []
    assert format == "docx" or NAMED.search(told(plain.content) + plain.ran.err)  # which names none anyway
    assert redacted.ran.code == plain.ran.code
    read_board(format, redacted.content)


def test_no_sheet_of_annexes_names_an_item(given: tuple[str, ...], digecon: Digecon, tmp_path: Path) -> None:
    (tmp_path / "list.xlsx").write_bytes(_annexed(digecon, tmp_path, *given))
    (tmp_path / "reports/b.yaml").write_text(BROKEN.partition("    items")[0], "utf-8")
    asked = (*given, "--earlier-tasks", "list.xlsx", "--lang", "zh")
    plain, bare = (_annexed(digecon, tmp_path, *asked, *flag) for flag in ((), ("--redact-items",)))
    for title in ("佐证材料目录", "核减清单", "督办清单"):
        named, unnamed = (_texts(book, title) for book in (plain, bare))
        assert NAMED.search(named)
        assert NAMED.findall(unnamed) == []
        assert named.count("\n") == unnamed.count("\n")


def _annexed(digecon: Digecon, folder: Path, *arguments: str) -> bytes:
    content = shown(digecon, "xlsx", folder, "check", *arguments).content
    assert isinstance(content, bytes)
    return content


def _texts(book: bytes, title: str) -> str:
    rows = openpyxl.load_workbook(BytesIO(book))[title].values
    return "\n".join(" ".join(str(cell) for cell in row if cell) for row in rows)


def test_what_is_left_out_is_marked(given: tuple[str, ...], digecon: Digecon) -> None:
    shown = digecon("check", *given, "--redact-items", "--output-format", "text", "--lang", "zh").out
    assert "item-rejected “〔已隐去〕”经核验单位核减：与〔…〕、〔…〕重复" in shown
    assert "unknown-key 不认识的键“〔已隐去〕”" in shown


def test_the_page_names_only_items_that_were_not_counted(given: tuple[str, ...], digecon: Digecon) -> None:
    for command in ("check", "score"):
        shown = digecon(command, *given, "--output-format", "html").out
        assert COUNTED.findall(shown) == []
        for name in (
            "甲零平台",
            "甲贰平台",
            "甲叁平台",
            "甲肆平台",
            "甲伍平台",
            "甲陆平台",
            "甲柒公司",
            "甲捌公司",
        ):
            assert f"“{name}”" in shown


def test_the_outcomes_are_those_without_it(given: tuple[str, ...], digecon: Digecon) -> None:
    asked = ("check", *given, "--output-format", "csv")
    plain, shown = digecon(*asked).out.splitlines(), digecon(*asked, "--redact-items").out.splitlines()
    assert [line.split(",")[:9] for line in plain] == [line.split(",")[:9] for line in shown]
