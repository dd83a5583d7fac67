"""The summary and the table of a page as a part of another page: what a notebook shows of a value.

Its styles reach nothing around it. There is no script, and no link, as the sections that the page links to
are not there.
"""

import re
from functools import cache
from importlib.resources import files

from markupsafe import Markup

from ..diagnostics import FIX
from ..document import ShownDocument
from .places import place_in_words, told_in_words
from .template import TAGS, environment
from .words import LABELS

_WHOLE_PAGE = re.compile(r"^(?:body|\.switch|\.skip|nav|header)\b.*\n", re.MULTILINE)


def fragment(document: ShownDocument) -> str:
    """Return a page in one language as a part of another page. Everything is escaped."""
    tables = tuple(
        table._replace(columns=tuple(column._replace(link=None) for column in table.columns), chosen_by=())
        for table in document.tables
    )
    return (
        environment()
        .get_template("fragment.html.jinja")
        .render(
            one=document._replace(tables=tables),
            labels=LABELS,
            FIX=FIX,
            place_in_words=place_in_words,
            told_in_words=told_in_words,
            css=Markup(_scoped()),
            tags=TAGS,
        )
    )


@cache
def _scoped() -> str:
    """Return the styles of the page for a screen, held to the part."""
    css = (files(__package__) / "style.css").read_text("utf-8").partition("@page")[0]
    own = _WHOLE_PAGE.sub("", css).replace(":root:has(", ":scope:has(").replace(":root", ":scope")
    return f"@scope (.digecon) {{\n{re.sub(r'^html ', ':scope ', own, flags=re.MULTILINE)}}}"
