"""Reads Markdown with a CommonMark parser that knows tables: all markup in it is the program's own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from .reader_checks import holds

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_BLOCKS = {
    "heading", "paragraph", "blockquote", "ordered_list", "bullet_list", "list_item",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
"""What the program writes. No rule, no code, no HTML: where there is one, it came from a text."""

_ESCAPED = re.compile(r"\\.")


@dataclass
class Page:
    """What a reader sees: texts in their order, tables with their rows, ordered lists with their lengths."""

    texts: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    tables: list[list[list[str]]] = field(default_factory=list)
    lists: list[int] = field(default_factory=list)


def markdown(text: str) -> Page:
    """Read Markdown; ``**`` may stand around a whole text, and nothing else within one."""
    tokens = _PARSER.parse(text)
    page = Page()
    for before, token in pairwise([tokens[0], *tokens]):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        if token.type == "inline":
            _add(page, before, _plain(token))
            continue
        holds(kind in _BLOCKS, f"there is {token.type}: {token.content!r}")
        if token.type == "table_open":
            page.tables.append([])
        elif token.type == "tr_open":
            page.tables[-1].append([])
        elif token.type == "ordered_list_open":
            holds(token.attrGet("start") in (None, 1), "a list goes on after it has ended")
    page.lists = [len(items) for items in _ordered(tokens)]
    _rows_are_whole(text, page)
    return page


def _add(page: Page, before: Token, shown: str) -> None:
    page.texts.append(shown)
    if before.type == "heading_open":
        holds(before.tag in ("h2", "h3"), f"there is a heading {before.tag}")
        page.headings.append(shown)
    elif before.type in ("th_open", "td_open"):
        page.tables[-1][-1].append(shown)


def _plain(token: Token) -> str:
    """Return the text of an inline token in which nothing is marked up, or all of it is strong."""
    parts = [part for part in token.children or [] if part.type != "text" or part.content]
    kinds = [part.type for part in parts]
    holds(
        kinds in (["text"], ["strong_open", "text", "strong_close"], []),
        f"there is markup, {kinds}, in {token.content!r}",
    )
    return "".join(part.content for part in parts)


def _ordered(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Return the items of each ordered list."""
    items: list[Token] = []
    for token in tokens:
        if token.type == "list_item_open" and token.markup == ".":
            items.append(token)
        elif token.type == "ordered_list_close":
            yield items
            items = []


def _rows_are_whole(text: str, page: Page) -> None:
    """Raise where a row has other cells than its head: parsers fill or cut it without a word."""
    for table in page.tables:
        holds({len(row) for row in table} == {len(table[0])}, "rows are not equally long")
    bars = [_ESCAPED.sub("", line).count("|") for line in text.split("\n") if line.startswith("|")]
    rows = [len(row) + 1 for table in page.tables for row in (table[0], *table)]
    holds(bars == rows, "a row has other columns than are shown")
