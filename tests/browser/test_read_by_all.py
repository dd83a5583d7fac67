"""The page by the rules of accessibility that axe-core holds, contrast and landmarks among them."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from hubei_digecon.text import LANGS

from ..fetched import package
from .seen import opened, switched

pytestmark = pytest.mark.heavy

SCHEMES = ("light", "dark")
WAYS = ((1280, "light"), (1280, "dark"), (390, "light"))
"""Widths and schemes; a phone has the colours of any screen."""

DRAWN = 4.5
"""The contrast that text asks for (WCAG 2.2, 1.4.3); axe-core cannot tell that of text in a drawing."""

_RUN = "() => axe.run(document, {resultTypes: ['violations']})"
_COLOURS = """
() => {
  const backs = [getComputedStyle(document.documentElement).backgroundColor];
  for (const one of document.querySelectorAll("svg .empty")) backs.push(getComputedStyle(one).fill);
  const texts = [...document.querySelectorAll("svg text")].map(one => getComputedStyle(one).fill);
  return [texts, [...new Set(backs)]];
}
"""


def faults_of(page: Page) -> list[str]:
    """Return what axe-core finds wrong on a page."""
    page.evaluate((package("axe-core") / "axe.min.js").read_text("utf-8"))
    results: dict[str, Any] = page.evaluate(_RUN)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in results["violations"]]


def luminance(colour: str) -> float:
    """Return how bright a colour such as ``rgb(1, 2, 3)`` is, as WCAG 2.2 has it."""
    parts = [int(part) / 255 for part in re.findall("[0-9]+", colour)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("width", "scheme"), WAYS)
def test_axe_finds_no_fault(path: Path, width: int, scheme: str, browser: Browser) -> None:
    with opened(browser, path, width, color_scheme=scheme, bypass_csp=True) as seen:
        for lang in LANGS:
            switched(seen.page, lang)
            assert faults_of(seen.page) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_in_drawings_stands_out_from_what_is_behind_it(
    path: Path, scheme: str, browser: Browser
) -> None:
    with opened(browser, path, color_scheme=scheme) as seen:
        texts, backs = seen.page.evaluate(_COLOURS)
        drawn, tracks = (seen.page.locator(one).count() for one in ("svg[role=img]", "svg .empty"))
    assert bool(texts) == bool(drawn)
    assert len(backs) == (2 if tracks else 1)
    assert [(text, back) for text in texts for back in backs if contrast(text, back) < DRAWN] == []


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("rgb(0, 0, 0)", "rgb(255, 255, 255)") == 21
    assert round(contrast("rgb(118, 118, 118)", "rgb(255, 255, 255)"), 2) == 4.54


FAULTS: dict[str, Callable[[str], str]] = {
    "color-contrast": lambda text: text.replace("--quiet: #555b61", "--quiet: #b5bbc1"),
    "landmark-one-main": lambda text: text.replace("<main ", "<div ").replace("</main>", "</div>"),
    "region": lambda text: text.replace("<header>", "<div>").replace("</header>", "</div>"),
    "svg-img-alt": lambda text: text.replace("<title id", "<desc id").replace("</title>\n<desc", "</desc>\n<desc").replace("aria-labelledby", "data-by"),
    "label": lambda text: text.replace('<label for="lang-en"', "<span").replace("English</label>", "English</span>"),
}  # fmt: skip
"""Changes of the page that take away what a rule asks for."""


@pytest.mark.parametrize("rule", FAULTS)
def test_axe_finds_a_fault(rule: str, samples: Path, tmp_path: Path, browser: Browser) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text(FAULTS[rule](samples.read_text("utf-8")), "utf-8")
    with opened(browser, faulty, bypass_csp=True) as seen:
        assert rule in {one.partition(":")[0] for one in faults_of(seen.page)}
