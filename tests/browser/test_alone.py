"""The page needs nothing: it asks for no more than itself, breaks nothing, and can be read without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from hubei_digecon.text import LANGS

from .seen import opened, switched

pytestmark = pytest.mark.heavy


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_asked_for_and_nothing_goes_wrong(path: Path, scheme: str, browser: Browser) -> None:
    with opened(browser, path, color_scheme=scheme) as seen:
        for lang in LANGS:
            switched(seen.page, lang)
        seen.page.pdf()
        assert (seen.asked_for, seen.said) == ([seen.url], [])


FAULTS = {
    "<script>alert(1)</script>": "script-src 'sha256-",
    '<p style="color: red">x</p>': "style-src 'sha256-",
    "<style>p { color: red }</style>": "style-src 'sha256-",
    '<img src="https://x.example/x.png" alt="x">': "default-src 'none'",
    '<link rel="stylesheet" href="https://x.example/x.css">': "style-src 'sha256-",
    '<iframe src="https://x.example/"></iframe>': "default-src 'none'",
    '<base href="https://x.example/">': "base-uri 'none'",
}
"""What the policy forbids, and by which of its words; the browser says so on the console."""


@pytest.mark.parametrize("fault", FAULTS)
def test_the_policy_forbids_what_is_not_there(
    fault: str, samples: Path, tmp_path: Path, browser: Browser
) -> None:
    faulty = tmp_path / "faulty.html"
    faulty.write_text(samples.read_text("utf-8").replace("</main>", f"{fault}</main>"), "utf-8")
    with opened(browser, faulty) as seen:
        (said,) = seen.said
        assert "Content Security Policy" in said
        assert FAULTS[fault] in said


def test_it_is_read_and_switched_without_script(samples: Path, browser: Browser) -> None:
    with opened(browser, samples, java_script_enabled=False) as seen:
        heading = seen.page.locator("h1")
        assert heading.inner_text() == "湖北省数字经济目标完成情况汇总"
        assert seen.page.locator("#r1-zh").is_visible()
        assert seen.page.locator("#r1-en").is_hidden()
        switched(seen.page, "en")
        assert heading.inner_text() == "Digital-economy targets of Hubei: scoreboard"
        assert seen.page.locator("#r1-zh").is_hidden()
        assert "First assessment" in seen.page.locator("#r1-en").inner_text()


def test_what_a_link_leads_to_is_on_the_screen(samples: Path, browser: Browser) -> None:
    with opened(browser, samples) as seen:
        seen.page.locator("nav a:visible").nth(2).click()
        assert seen.page.evaluate("location.hash") == "#r3-zh"
        top = seen.page.locator("#r3-zh").bounding_box()
        assert top is not None
        assert 0 <= top["y"] < 900
