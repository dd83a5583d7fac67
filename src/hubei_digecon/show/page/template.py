"""Fills the templates: everything is escaped, and hidden characters from files are made visible."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...text import LANGS
from ..diagnostics import FIX
from ..document import ShownDocument
from ..escape import html_visible, xml_no_command
from .breaking import headed, kept
from .places import place_in_words, told_in_words
from .words import LABELS, LANGUAGE, OWN_NAME

TAGS = {"zh": "zh-Hans", "en": "en"}
"""The languages as HTML names them (BCP 47)."""


def filled(documents: Sequence[ShownDocument]) -> str:
    """Return the page in both languages; it opens in the first."""
    css = (files(__package__) / "style.css").read_text("utf-8")
    has_choices = any(table.chosen_by for table in documents[0].tables)
    script = (files(__package__) / "script.js").read_text("utf-8") if has_choices else ""
    page = environment().get_template("page.html.jinja")
    shown = page.render(
        documents=documents,
        main=documents[0],
        labels=LABELS,
        FIX=FIX,
        place_in_words=place_in_words,
        told_in_words=told_in_words,
        css=Markup(css),  # our own file, as is the script
        script=Markup(script),
        policy=_policy(css, script),
        tags=TAGS,
        own_names={lang: OWN_NAME.pick(lang) for lang in LANGS},
        langs=LANGS,
        language=LANGUAGE.pick(documents[0].view.lang),
    )
    return xml_no_command(shown)


def _policy(css: str, script: str) -> str:
    """Return the Content Security Policy: this one style sheet and this one script, where there is one, and
    nothing else from anywhere.
    """
    runs = f"script-src {_digest(script)}; " if script else ""
    return f"default-src 'none'; {runs}style-src {_digest(css)}; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"


@cache
def environment() -> Environment:
    """Return what fills the templates: it escapes whatever it is given."""
    made = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )
    made.filters |= {"kept": kept, "headed": headed}
    return made


def _harmless(value: Any) -> Any:
    return value if isinstance(value, Markup) else html_visible(str(value))
