"""Reads the HTML page with a parser that takes no fault: one file that needs nothing, and that all can read."""

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from xml.etree import ElementTree as ET

import html5lib

from .reader_checks import holds

SCRIPT = (files("hubei_digecon.show.page") / "script.js").read_text("utf-8")
LANGS = {"zh": "zh-Hans", "en": "en"}
_FIXED = "base-uri 'none'; form-action 'none'"
_LOADING = (
    "src",
    "srcset",
    "data",
    "action",
    "formaction",
    "background",
    "poster",
    "ping",
    "style",
    "http-equiv",
)
"""Attributes that make a page load or do something; ``http-equiv`` stands once, for the policy."""

_BLOCKS = {
    "h1", "h2", "h3", "p", "li", "dt", "dd", "caption", "figcaption", "legend", "tr", "title", "desc",
    "label", "a", "strong", "text", "summary",
}  # fmt: skip


@dataclass
class HtmlPage:
    """What a reader sees of the language shown first: its lines; and every text in both languages."""

    lang: str
    lines: list[str]
    texts: list[str]
    tables: list[list[list[str]]] = field(default_factory=list)

    @property
    def outline(self) -> str:
        """The lines as one text."""
        return "".join(f"{line}\n" for line in self.lines)


def html(text: str) -> HtmlPage:
    """Read a page strictly: valid HTML, no script, nothing from outside, every reference within it."""
    root = html5lib.HTMLParser(
        html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False
    ).parse(text)
    _is_alone(root)
    _is_whole(root)
    _can_be_read_by_all(root)
    lang = next(name for name, tag in LANGS.items() if tag == root.get("lang"))
    tables = [_rows(table) for table in _shown(root, lang) if table.tag == "table"]
    return HtmlPage(lang, list(_lines(root, lang)), list(root.itertext()), tables)


def _is_alone(root: ET.Element) -> None:
    """Nothing but our own script runs, nothing is loaded, and the policy allows just what is there."""
    (style,) = root.iter("style")
    scripts = [one.text or "" for one in root.iter("script")]
    holds(scripts in ([], [SCRIPT]), "there is another script than ours")
    runs = f"script-src {_digest(SCRIPT)}; " if scripts else ""
    policies = [
        one.get("content") for one in root.iter("meta") if one.get("http-equiv") == "Content-Security-Policy"
    ]
    holds(
        policies == [f"default-src 'none'; {runs}style-src {_digest(style.text or '')}; {_FIXED}"],
        f"the policy is {policies}",
    )
    holds(
        "url(" not in (style.text or "") and "@import" not in (style.text or ""), "the style loads something"
    )
    for one in root.iter():
        holds(
            _name(one) not in ("iframe", "object", "embed", "link", "img", "base", "form"),
            f"there is {one.tag}",
        )
        loading = [name for name in one.attrib if name in _LOADING or name.startswith("on")]
        holds(not loading or one.get("http-equiv") == "Content-Security-Policy", f"{one.tag} has {loading}")


def _digest(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _is_whole(root: ET.Element) -> None:
    """Every id stands once, and every reference leads to one."""
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    holds(len(set(ids)) == len(ids), "an id stands twice")
    for one in root.iter():
        href = one.get("href")
        named = [*([href] if href else []), *(f"#{id}" for id in (one.get("aria-labelledby") or "").split())]
        named += [f"#{one.get('for')}"] if one.get("for") else []
        holds(all(name[:1] == "#" and name[1:] in ids for name in named), f"{named} lead nowhere")


def _can_be_read_by_all(root: ET.Element) -> None:
    """There are landmarks, one heading above all, names for what is drawn, and scopes in tables."""
    for name in ("h1", "header", "main", "footer", "title"):
        found = [one for one in root.iter(name) if name != "title" or one in root.find("head")]  # type: ignore[operator]
        holds(len(found) == 1, f"there are {len(found)} {name}")
    holds(root.get("lang") in LANGS.values(), f"the language is {root.get('lang')}")
    for table in root.iter("table"):
        holds(table.find("caption") is not None, "a table has no caption")
        holds(all(one.get("scope") in ("col", "row") for one in table.iter("th")), "a heading has no scope")
    for one in root.iter():
        if _name(one) == "svg" and one.get("role") == "img":
            said = [(_name(part), part.text) for part in one if _name(part) in ("title", "desc")]
            holds([name for name, text in said if text] == ["title", "desc"], "a picture says nothing")


def _name(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _shown(element: ET.Element, lang: str) -> Iterator[ET.Element]:
    """Return what the page shows to begin with, in its order."""
    if element.get("lang", LANGS[lang]) != LANGS[lang] or _name(element) in ("head", "style"):
        return
    yield element
    for part in element:
        yield from _shown(part, lang)


def _lines(root: ET.Element, lang: str) -> Iterator[str]:
    """Return a line a block: the cells of a row with bars between them, headings with their level."""
    for one in _shown(root, lang):
        name = _name(one)
        if name not in _BLOCKS or (name in ("a", "strong") and one.get("class", "").split()[:1] != ["skip"]):
            continue
        if any(_name(part) in _BLOCKS - {"a", "strong"} for part in one.iter() if part is not one):
            continue
        cells = list(one) if name == "tr" else [one]
        text = " | ".join(_text(cell, lang) for cell in cells)
        yield f"{'#' * int(name[1])} {text}" if name in ("h1", "h2", "h3") else text


def _text(element: ET.Element, lang: str) -> str:
    return re.sub("[ \n]+", " ", "".join(_parts(element, lang))).strip()


def _parts(element: ET.Element, lang: str) -> Iterator[str]:
    """Return the texts in an element in the order in which they are read."""
    if element.get("lang", LANGS[lang]) == LANGS[lang]:
        yield element.text or ""
        for part in element:
            yield from (*_parts(part, lang), part.tail or "")


def _rows(table: ET.Element) -> list[list[str]]:
    return [
        [re.sub("[ \n]+", " ", "".join(cell.itertext())).strip() for cell in row] for row in table.iter("tr")
    ]
