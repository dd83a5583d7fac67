"""Fills the templates: everything is escaped, and hidden characters from files are made visible."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from ...text import LANGS
from ..diagnostics import FIX
from ..document import AnyTable, Section, ShownDocument
from ..escape import html_visible, xml_no_command
from ..view import View
from .breaking import headed, kept
from .places import place_in_words, told_in_words
from .words import LABELS, LANGUAGE, OWN_NAME

TAGS = {"zh": "zh-Hans", "en": "en"}
"""The languages as HTML names them (BCP 47)."""


class PageSection(NamedTuple):
    """A section of a page as it is written, its id, and the name that it is found by."""

    id: str
    name: str
    written: str

    def filled(self, id: str, before: int) -> "PageSection":
        """Return the section with its id, and its diagnostics numbered after so many ``before``."""
        written = self.written.replace(ID_HOLE, id)
        return PageSection(id, self.name, _NUMBER.sub(lambda hole: str(before + int(hole[1])), written))


ID_HOLE = Markup("\1")
"""Stands for the id of a section; no text that is shown has it."""

_NUMBER = re.compile("\2([0-9]+)\2")


def number_hole(number: int) -> Any:
    """Return what stands for the number of a diagnostic, which is counted from 1 within its section."""
    return Markup(f"\2{number}\2")


def filled(documents: Sequence[ShownDocument]) -> str:
    """Return the page in both languages; it opens in the first."""
    sections = ([section_of(section, one.view) for section in one.sections] for one in documents)
    return "".join(page(documents, list(sections), len(documents[0].sections)))


def page(
    documents: Sequence[ShownDocument], sections: Sequence[Iterable[PageSection]], number: int
) -> Iterator[str]:
    """Return the page in both languages bit by bit.

    Args:
        documents: what stands around the sections, in each language.
        sections: the sections in each language, as they are written. They are gone through twice.
        number: how many sections there are in each language.
    """
    holes = dict[str, Iterator[str]]()
    for one, written in zip(documents, sections, strict=True):
        holes |= {
            _name("contents", one): (_entry(section) for section in written),
            _name("sections", one): (f"{section.written}\n" for section in written),
        }
        for where, tables in (("overview", one.tables), ("appendix", one.appendix)):
            holes |= {_name(where, one, at): _rows(table, one.view) for at, table in enumerate(tables)}
    around = _around(documents, number).split(_HOLE)
    for at, text in enumerate(around):  # every second is the name of a hole
        yield from holes[text] if at % 2 else (xml_no_command(text),)


def section_of(section: Section, view: View) -> PageSection:
    """Return a section as it is written."""
    written = str(_parts("section.html.jinja").section_of(section, view))
    return PageSection(section.id, section.name, xml_no_command(written))


def _entry(section: PageSection) -> str:
    return xml_no_command(f'<li><a href="#{section.id}">{escape(html_visible(section.name))}</a></li>\n')


def _rows(table: AnyTable, view: View) -> Iterator[str]:
    rows_of = _parts("parts.html.jinja").rows_of
    return (xml_no_command(str(rows_of(table._replace(rows=(row,)), view))) for row in table.rows)


@cache
def _parts(name: str) -> Any:
    """Return the macros of a template."""
    return environment().get_template(name).make_module(_SAID)


def _name(where: str, document: ShownDocument, number: int = 0) -> str:
    return f"{where} {number} {document.view.lang}"


def _hole(where: str, document: ShownDocument, number: int = 0) -> Markup:
    """Return what stands for a part of the page that is written bit by bit."""
    return Markup(f"{_HOLE}{_name(where, document, number)}{_HOLE}")


_HOLE = "\0"
"""Stands around the name of a hole; no text that is shown has it."""

_SAID = {
    "labels": LABELS,
    "FIX": FIX,
    "place_in_words": place_in_words,
    "told_in_words": told_in_words,
}


def _around(documents: Sequence[ShownDocument], number: int) -> str:
    css = (files(__package__) / "style.css").read_text("utf-8")
    has_choices = any(table.chosen_by for table in documents[0].tables)
    script = (files(__package__) / "script.js").read_text("utf-8") if has_choices else ""
    return (
        environment()
        .get_template("page.html.jinja")
        .render(
            **_SAID,
            documents=documents,
            main=documents[0],
            number=number,
            hole=_hole,
            css=Markup(css),  # our own file, as is the script
            script=Markup(script),
            policy=_policy(css, script),
            tags=TAGS,
            own_names={lang: OWN_NAME.pick(lang) for lang in LANGS},
            langs=LANGS,
            language=LANGUAGE.pick(documents[0].view.lang),
        )
    )


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
