"""The page on paper: A4, a sheet for the scoreboard and one for each place, each complete by itself."""

import re
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from .pages import made
from .seen import opened, switched

pytestmark = pytest.mark.heavy

A4 = (595, 842)
"""In points."""


_RADICALS = str.maketrans("⺠⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻥⻩", "民西见角贝车长门青页风飞食马鱼黄")
"""Radicals that a font has one glyph with a letter for, and that Unicode does not say are like it."""


def plain(text: str) -> str:
    """Return a text without blanks, each letter as the one that Unicode holds to be the same."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text).translate(_RADICALS))


def printed(browser: Browser, path: Path, lang: str = "zh", scheme: str = "light") -> list[str]:
    """Print a page and return the plain text of each sheet."""
    with opened(browser, path, color_scheme=scheme) as seen:
        switched(seen.page, lang)
        sheets = PdfReader(BytesIO(seen.page.pdf(prefer_css_page_size=True))).pages
    for sheet in sheets:
        assert (round(sheet.mediabox.width), round(sheet.mediabox.height)) == A4
    return [plain(sheet.extract_text()) for sheet in sheets]


def test_the_samples_take_a_sheet_for_all_and_one_for_each(samples: Path, browser: Browser) -> None:
    cover, *sections = printed(browser, samples)
    assert "完成情况汇总表" in cover
    assert "不代表主管部门考核结论" in cover
    headings = [section.partition("报告期")[0] for section in sections]
    assert headings == [
        "核验意见书武汉市",
        "核验意见书武汉东湖新技术开发区",
        "核验意见书武汉经济技术开发区",
        "退回重报通知书sample_reports/illustrative/reading-faults.yaml",
    ]
    for section in sections:
        assert section.count("不代表主管部门考核结论") == 1
        assert section.endswith(plain("填报单位（盖章）核验人复核人日期"))
    marked = [plain("示例：以下数值未经公布") in section for section in sections]
    assert marked == [True, True, True, False]


def test_the_samples_take_two_sheets_at_most_each_in_english(samples: Path, browser: Browser) -> None:
    """English words of evidence are longer, so that a report of many targets goes over its sheet."""
    cover, *sheets = printed(browser, samples, "en")
    assert "Scoreboard" in cover
    signed = [sheet for sheet in sheets if sheet.endswith("Submitter(seal)AssessorSecondassessorDate")]
    assert len(signed) == 4
    assert len(sheets) <= 2 * len(signed)
    assert "".join(sheets).count("Nottheconclusionofthecompetentauthority") == 4
    assert "核验意见" not in "".join(sheets)


def test_one_report_takes_one_sheet_whatever_the_screen(tmp_path: Path, browser: Browser) -> None:
    path = made("single", tmp_path)
    (sheet,) = printed(browser, path, scheme="dark")
    assert sheet.startswith("核验意见书武汉经济技术开发区")
    assert "目录" not in sheet
