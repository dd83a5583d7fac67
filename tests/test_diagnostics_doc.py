"""The list of all kinds of diagnostics is that of the program: every kind, in both languages, with its example."""

import re

import pytest
from docs import diagnostics
from docs.blocks import blocks

from hubei_digecon.diagnostics.catalogue import DIAGNOSTICS, GROUPS
from hubei_digecon.text import Text

WRITTEN = diagnostics.PATH.read_text("utf-8")
ENTRIES = dict(re.findall(r"^### `([a-z0-9-]+)`\n(.*?)(?=^##|\Z)", WRITTEN, re.DOTALL | re.MULTILINE))


def test_it_is_what_the_program_would_write_now() -> None:
    assert diagnostics.document() == WRITTEN, "stale: make docs writes it anew"


def test_every_kind_has_an_entry_in_the_order_of_the_table() -> None:
    assert list(ENTRIES) == list(DIAGNOSTICS)


def test_every_group_has_a_heading() -> None:
    headings = re.findall(r"^## (.*) · (.*)$", WRITTEN, re.MULTILINE)
    assert headings == [(group.title.en, group.title.zh) for group in GROUPS]


@pytest.mark.parametrize("id", DIAGNOSTICS)
def test_an_entry_says_in_both_languages_what_is_wrong_and_how_to_fix_it(id: str) -> None:
    kind = DIAGNOSTICS[id]
    for text in (kind.message.blanked(), kind.fix.blanked(), kind.severity.term):
        assert text.zh in ENTRIES[id]
        assert text.en in ENTRIES[id]
    assert "{" not in re.sub(r"^```.*?^```$", "", ENTRIES[id], flags=re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("id", DIAGNOSTICS)
def test_an_entry_shows_both_parts_of_the_example(id: str) -> None:
    example = DIAGNOSTICS[id].example
    shown = {block.name: block.text for block in blocks(ENTRIES[id])}
    for name, part in (("fails", example.fails), ("passes", example.passes), ("beside", example.beside)):
        if isinstance(part, Text):
            assert f": {part.en} · {part.zh}\n" in ENTRIES[id]
        elif part:
            assert shown[name] == f"{part}\n"
    assert example.given is None or f": {example.given.en} · {example.given.zh}\n" in ENTRIES[id]
