"""The page is as wide as the screen: only a table, on a wider one than a phone's, scrolls by itself."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hubei_digecon.text import LANGS

from .seen import opened, switched

pytestmark = pytest.mark.heavy

PHONES = (390, 320)
WIDTHS = (*PHONES, 768, 900, 1000, 1280, 1600)
_BEYOND = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
_CUT = """
() => [...document.querySelectorAll("main *")].filter(
  one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible" && one.clientWidth > 1
).map(one => one.outerHTML.slice(0, 200))
"""


def test_the_page_is_not_wider_than_the_screen(path: Path, browser: Browser) -> None:
    with opened(browser, path, WIDTHS[0]) as seen:
        for lang in LANGS:
            switched(seen.page, lang)
            for width in WIDTHS:
                seen.page.set_viewport_size({"width": width, "height": 900})
                assert seen.page.evaluate(_BEYOND) <= 0, (width, lang)
                assert width not in PHONES or seen.page.evaluate(_CUT) == [], (width, lang)
