"""The part of the page that a notebook shows: whole as HTML, its styles held to it, and without a script."""

import datetime
import re
from pathlib import Path

import html5lib
import pytest

from hubei_digecon.show.page.fragment import fragment
from hubei_digecon.show.page.whole import page_documents
from hubei_digecon.show.view import View

from ...building import run_over
from ...conftest import ROOT

DAY = datetime.date(2026, 2, 28)
SAMPLES = ROOT / "sample_reports/illustrative"


@pytest.mark.parametrize("paths", [[SAMPLES / "wuhan-2025.yaml"], [SAMPLES]])
def test_it_is_one_element_that_reads_as_it_is_written(paths: list[Path]) -> None:
    shown = fragment(page_documents(run_over(paths, DAY), View("en"))[0])
    html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(shown)
    assert shown.strip().startswith('<div class="digecon" lang="en">')
    assert shown.strip().endswith("</div>")
    assert not re.search(r"<script|<a |href=|style=|\bid=|on[a-z]+=", shown)


def test_what_is_illustrative_is_told_once_a_report() -> None:
    shown = fragment(page_documents(run_over([SAMPLES / "wuhan-2025.yaml"], DAY), View("en"))[0])
    assert shown.count('class="illustrative"') == 1


def test_the_styles_reach_nothing_around_it() -> None:
    shown = fragment(page_documents(run_over([SAMPLES / "wuhan-2025.yaml"], DAY), View("zh"))[0])
    [css] = re.findall(r"<style>(.*?)</style>", shown, re.DOTALL)
    assert css.startswith("@scope (.digecon) {\n")
    assert css.count("{") == css.count("}")
    assert not re.search(r"^\s*(?:html|body|:root)\b", css, re.MULTILINE)
    assert "@page" not in css
    assert "@media print" not in css
