"""Chromium, one for each process of the tests, and the pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from .pages import PAGES, made
from .seen import NO_BROWSER, PROGRAM, launched


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium; without one the tests are skipped, which on CI is a failure."""
    if PROGRAM is None:
        pytest.skip(NO_BROWSER)
    with sync_playwright() as playwright:
        one = launched(playwright)
        yield one
        one.close()


@pytest.fixture(scope="session", params=PAGES)
def path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each of the pages in turn."""
    return made(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of all samples."""
    return made("samples", tmp_path_factory.mktemp("samples"))
