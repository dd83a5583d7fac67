"""A page in Chromium, and what it did: what it asked for, what it broke, and what was said on the console."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Dialog, Page, Playwright

PROGRAM = shutil.which("chromium")
PATIENCE = 300_000
"""Milliseconds that a page may take to do what it is asked: a machine that is busy fails no test."""

NO_BROWSER = "there is no chromium: run make browser"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Seen:
    """A page that was opened, and all that happened since; ``url`` is its own."""

    page: Page
    url: str
    asked_for: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def dismiss(self, dialog: Dialog) -> None:
        """Close what a script put before the reader."""
        self.said.append(dialog.message)
        dialog.dismiss()


def launched(playwright: Playwright) -> Browser:
    """Return Chromium, which opens no connection of its own."""
    return playwright.chromium.launch(executable_path=PROGRAM, args=[*_ARGUMENTS], timeout=PATIENCE)


@contextmanager
def opened(browser: Browser, path: Path, width: int = 1280, **settings: Any) -> Iterator[Seen]:
    """Open a page; ``settings`` are those of a context of the browser."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **settings)
    try:
        context.set_default_timeout(PATIENCE)
        seen = Seen(context.new_page(), path.as_uri())
        context.on("request", lambda one: seen.asked_for.append(one.url))
        seen.page.on("console", lambda one: seen.said.append(one.text))
        seen.page.on("pageerror", lambda one: seen.said.append(str(one)))
        seen.page.on("dialog", seen.dismiss)
        seen.page.goto(seen.url)
        yield seen
    finally:
        context.close()


def switched(page: Page, lang: str) -> None:
    """Show the page in a language, as a reader does."""
    page.locator(f"#lang-{lang}").check()
