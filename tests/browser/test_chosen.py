"""The table of a scoreboard in the hands of a reader: sorted, searched and chosen from; and without script."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from hubei_digecon.text import LANGS

from .pages import made
from .seen import opened, switched

pytestmark = pytest.mark.heavy

PLACES = 15


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The scoreboard of the generated places."""
    return made("places", tmp_path_factory.mktemp("places"))


def table_of(page: Page, lang: str = "zh") -> Locator:
    """Return the table that can be sorted, in a language."""
    return page.locator(f".in-{lang} table.choosable")


_SHOWN = """
(table, at) => [...table.tBodies[0].rows]
  .filter(row => getComputedStyle(row).display !== "none")
  .map(row => row.cells[at].textContent.trim())
"""


def column(page: Page, at: int, lang: str = "zh") -> list[str]:
    """Return the cells of a column in the rows that are shown, from above."""
    shown: list[str] = table_of(page, lang).evaluate(_SHOWN, at)
    return shown


def number(text: str) -> float:
    """Return the first number in a text; of what has none more than any."""
    found = re.search(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?", text)
    return float(found[0].replace(",", "")) if found else float("inf")


@pytest.mark.parametrize("lang", LANGS)
def test_a_heading_sorts_its_rows_up_then_down_then_as_the_notice_has_them(
    lang: str, places: Path, browser: Browser
) -> None:
    with opened(browser, places) as seen:
        switched(seen.page, lang)
        heads = table_of(seen.page, lang).locator("thead th")
        names = column(seen.page, 0, lang)
        assert len(names) == PLACES
        numeric = [
            at for at in range(heads.count()) if "number" in (heads.nth(at).get_attribute("class") or "")
        ]
        assert numeric
        for at in numeric:
            head = heads.nth(at)
            as_it_was = [number(text) for text in column(seen.page, at, lang)]
            head.get_by_role("button").click()
            assert head.get_attribute("aria-sort") == "ascending"
            assert [number(text) for text in column(seen.page, at, lang)] == sorted(as_it_was)
            head.get_by_role("button").press("Enter")
            assert head.get_attribute("aria-sort") == "descending"
            there = [value for value in as_it_was if value != float("inf")]
            shown = [number(text) for text in column(seen.page, at, lang)]
            assert shown[: len(there)] == sorted(there, reverse=True)
            head.get_by_role("button").press("Space")
            assert head.get_attribute("aria-sort") is None
            assert column(seen.page, 0, lang) == names
        assert table_of(seen.page, lang).locator("[aria-sort]").count() == 0
        assert seen.said == []


def test_words_are_sorted_and_only_one_heading_is_marked(places: Path, browser: Browser) -> None:
    with opened(browser, places) as seen:
        heads = table_of(seen.page).locator("thead th")
        heads.nth(0).get_by_role("button").click()
        names = column(seen.page, 0)
        assert names == sorted(names)
        heads.nth(3).get_by_role("button").click()
        assert table_of(seen.page).locator("[aria-sort]").count() == 1


def test_rows_are_chosen_by_kind_and_verdict_and_searched_and_all_come_back(
    places: Path, browser: Browser
) -> None:
    with opened(browser, places) as seen:
        bar = seen.page.locator(".in-zh .choices")
        told, search = bar.locator("output"), bar.get_by_role("searchbox")
        kind, verdict = bar.locator("select").all()
        assert told.inner_text() == f"显示{PLACES}行，共{PLACES}行"
        verdicts = column(seen.page, 2)
        assert set(verdict.locator("option").all_inner_texts()) == {"全部", *verdicts}
        for one in set(verdicts):
            verdict.select_option(one)
            assert column(seen.page, 2) == [one] * verdicts.count(one)
            assert told.inner_text() == f"显示{verdicts.count(one)}行，共{PLACES}行"
        verdict.select_option(index=0)
        kind.select_option("标杆园区")
        search.fill("园区００７")
        assert [name for name in column(seen.page, 0) if "007" in name] == column(seen.page, 0)
        assert len(column(seen.page, 0)) == 1
        search.fill("nowhere")
        assert column(seen.page, 0) == []
        assert told.inner_text() == f"显示0行，共{PLACES}行"
        bar.get_by_role("button").click()
        assert len(column(seen.page, 0)) == PLACES
        assert (search.input_value(), kind.input_value()) == ("", "")
        assert seen.said == []


def test_the_keyboard_reaches_what_the_mouse_does(places: Path, browser: Browser) -> None:
    with opened(browser, places) as seen:
        seen.page.locator(".in-zh .choices input").focus()
        reached = []
        for _ in range(6):
            seen.page.keyboard.press("Tab")
            reached.append(seen.page.evaluate("document.activeElement.tagName"))
        assert reached == ["SELECT", "SELECT", "BUTTON", "DIV", "BUTTON", "BUTTON"]


def test_without_script_nothing_is_offered_and_all_rows_stand_there(places: Path, browser: Browser) -> None:
    with opened(browser, places, java_script_enabled=False) as seen:
        assert seen.page.locator(".choices:visible").count() == 0
        assert table_of(seen.page).locator("th button").count() == 0
        assert len(column(seen.page, 0)) == PLACES


def test_on_paper_no_row_is_left_out(places: Path, browser: Browser) -> None:
    with opened(browser, places) as seen:
        seen.page.locator(".in-zh .choices input").fill("nowhere")
        assert column(seen.page, 0) == []
        seen.page.emulate_media(media="print")
        assert len(column(seen.page, 0)) == PLACES


def test_hostile_names_are_offered_as_text(tmp_path: Path, browser: Browser) -> None:
    path = made("hostile", tmp_path)
    with opened(browser, path) as seen:
        options = seen.page.locator(".in-zh .choices option").count()
        assert options > 1
        assert seen.page.locator("main script, main img").count() == 0
        assert (seen.asked_for, seen.said) == ([seen.url], [])
