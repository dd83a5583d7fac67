"""The templates filled: escaped, with hidden characters made visible, and one style sheet allowed."""

import base64
import hashlib
import re
from importlib.resources import files

from hubei_digecon.show.document import Column, ShownDocument, Table
from hubei_digecon.show.page.template import TAGS, filled
from hubei_digecon.show.view import View
from hubei_digecon.text import LANGS, Text

SORTED: Table[str] = Table(
    Text("表", "Table"),
    (Column("kind", Text("类别", "Kind"), lambda row, _: row),),
    ("a",),
    chosen_by=("kind",),
)


def page(title: str = "Title", *tables: Table[str]) -> str:
    """Return a page with a title and some tables, in both languages."""
    return filled([ShownDocument(View(lang), title, tables=tables) for lang in LANGS])


def digest(name: str) -> str:
    """Return the digest of a file of ours as the policy writes it."""
    text = (files("hubei_digecon.show.page") / name).read_bytes()
    return f"&#39;sha256-{base64.b64encode(hashlib.sha256(text).digest()).decode()}&#39;;"


def test_it_opens_in_the_first_language() -> None:
    assert re.findall(r'<html[^>]* lang="([^"]+)"', page()) == [TAGS["zh"]]


def test_only_its_own_style_sheet_is_allowed() -> None:
    assert f"default-src &#39;none&#39;; style-src {digest('style.css')} base-uri" in page()
    assert (files("hubei_digecon.show.page") / "style.css").read_text("utf-8") in page()


def test_a_script_stands_only_where_there_is_a_table_to_sort_and_is_always_the_same() -> None:
    assert "<script" not in page()
    for title in ("Title", "</script>"):
        shown = page(title, SORTED)
        assert f"default-src &#39;none&#39;; script-src {digest('script.js')} style-src" in shown
        assert re.findall("<script>(.*)</script>", shown, re.DOTALL) == [
            (files("hubei_digecon.show.page") / "script.js").read_text("utf-8")
        ]


def test_the_policy_comes_first() -> None:
    assert page().partition("<head>\n")[2].startswith('<meta http-equiv="Content-Security-Policy"')


def test_what_comes_from_files_is_escaped_and_made_visible() -> None:
    shown = page("<script>\u202e&")
    assert "<script>" not in shown
    assert "&lt;script&gt;&lt;U+202E&gt;&amp;" in shown
