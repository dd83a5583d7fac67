"""Fills the templates: everything is escaped, and nothing hidden in a text from a file stays so."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ...text import LANGS
from ..escape import html_visible, xml_no_command
from .model import Version
from .words import LANGUAGE, OWN_NAME

TAGS = {"zh": "zh-Hans", "en": "en"}
"""The languages as HTML names them (BCP 47)."""


def filled(versions: Sequence[Version]) -> str:
    """Return the page with both languages, the first of which is shown to begin with."""
    css = (files(__package__) / "style.css").read_text("utf-8")
    page = _environment().get_template("page.html.jinja")
    shown = page.render(
        versions=versions,
        main=versions[0],
        css=Markup(css),  # our own file
        policy=_policy(css),
        tags=TAGS,
        own_names={lang: OWN_NAME.pick(lang) for lang in LANGS},
        langs=LANGS,
        language=LANGUAGE.pick(versions[0].lang),
    )
    return xml_no_command(shown)


def _policy(css: str) -> str:
    """Return the Content Security Policy: this one style sheet, and nothing else from anywhere."""
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_harmless,
    )


def _harmless(value: Any) -> Any:
    return value if isinstance(value, Markup) else html_visible(str(value))
