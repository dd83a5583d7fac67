"""The page on paper: A4, a sheet for the scoreboard and one for each place, each complete by itself."""

import re
import unicodedata
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from hubei_digecon.text import LANGS

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


APPENDIX = plain("附录：审核编号、所读文件及其摘要值")


def test_the_samples_take_a_sheet_for_all_one_or_two_for_each_and_one_for_the_appendix(
    samples: Path, browser: Browser
) -> None:
    cover, *sheets, appendix = printed(browser, samples)
    assert "完成情况汇总表" in cover
    assert cover.index("总体情况") < cover.index("主要问题") < cover.index("完成情况汇总表")
    begun = [sheet for sheet in sheets if "报告期" in sheet.partition("报告文件")[0]]
    assert [sheet.partition("报告期")[0] for sheet in begun] == [
        plain("初审意见（系统比对）武汉市"),
        plain("初审意见（系统比对）武汉东湖新技术开发区"),
        plain("初审意见（系统比对）武汉经济技术开发区"),
        "退回重报通知书sample_reports/illustrative/reading-faults.yaml",
    ]
    assert len(sheets) <= 2 * len(begun)
    assert [plain("示例：以下数值未经公布") in sheet for sheet in begun] == [True, True, True, False]
    assert "盖章" not in "".join(sheets)
    assert "".join(sheets).count("不代表主管部门考核结论") == len(begun)
    assert appendix.startswith(APPENDIX)
    assert re.search("[0-9a-f]{32}", "".join((cover, *sheets))) is None
    assert re.search("[0-9a-f]{64}", appendix)


@pytest.mark.parametrize("lang", LANGS)
def test_fifteen_places_take_two_sheets_at_most_each(lang: str, tmp_path: Path, browser: Browser) -> None:
    sheets = printed(browser, made("places", tmp_path), lang)
    begun = [at for at, sheet in enumerate(sheets) if sheet.startswith(BEGINS[lang])]
    assert len(begun) == 15
    assert begun[0] <= 3
    assert all(later - one <= 2 for one, later in pairwise(begun))


def test_the_head_of_the_scoreboard_stands_on_each_of_its_sheets(tmp_path: Path, browser: Browser) -> None:
    sheets = printed(browser, made("places", tmp_path))
    board = [sheet for sheet in sheets[:3] if "标杆园区" in sheet and not sheet.startswith(BEGINS["zh"])]
    assert len(board) == 2
    assert all(plain("差距最大指标") in sheet for sheet in board)


BEGINS = {"zh": plain("初审意见（系统比对）"), "en": "Firstassessment"}


def test_the_samples_take_two_sheets_at_most_each_in_english(samples: Path, browser: Browser) -> None:
    cover, *sheets, appendix = printed(browser, samples, "en")
    assert "Scoreboard" in cover
    assert appendix.startswith("Appendix")
    assert len(sheets) <= 2 * 4
    assert "".join(sheets).count("Nottheconclusionofthecompetentauthority") == 4
    assert "核验意见" not in "".join(sheets)


def test_a_reviewed_opinion_is_sealed_by_who_assessed_and_confirmed_by_who_submitted(
    tmp_path: Path, browser: Browser
) -> None:
    *sheets, appendix = printed(browser, made("reviewed", tmp_path), scheme="dark")
    whole = "".join(sheets)
    assert len(sheets) <= 2
    assert whole.startswith("核验意见武汉经济技术开发区")
    signed, found, confirmed = whole.partition("确认□无异议□有异议")
    assert found
    assert plain("核验人复核人核验单位（盖章）日期") in signed
    assert plain("填报单位（盖章）") not in signed
    assert plain("填报单位（盖章）") in confirmed
    assert "目录" not in whole
    assert appendix.startswith(APPENDIX)


def test_one_report_takes_two_sheets_at_most_whatever_the_screen(tmp_path: Path, browser: Browser) -> None:
    *sheets, appendix = printed(browser, made("single", tmp_path), scheme="dark")
    assert len(sheets) <= 2
    assert sheets[0].startswith(plain("初审意见（系统比对）武汉经济技术开发区"))
    assert "盖章" not in "".join((*sheets, appendix))


def test_the_order_is_that_of_an_opinion(tmp_path: Path, browser: Browser) -> None:
    whole = "".join(printed(browser, made("over-time", tmp_path)))
    headings = (
        "报告期", "总体情况", "主要问题", "实现程度", "序号指标名称", "逐项核验意见", "需补充的材料", "口径说明与目标依据",
        "历年进展", "不代表主管部门考核结论", APPENDIX,
    )  # fmt: skip
    places = [whole.index(heading) for heading in headings]
    assert places == sorted(places)
