"""Texts bit by bit, so that nobody holds all of one at once: of JSON the elements of its lists."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from ..records import NamedTuple
from .escape import json_visible


def joined(bits: Iterable[str], between: str) -> Iterator[str]:
    """Return bits with the same text between every two of them."""
    for number, bit in enumerate(bits):
        yield between + bit if number else bit


class EmptyList(NamedTuple):
    """An empty list in a text: its key, how deep the key is set in, and the elements that belong there."""

    key: str
    depth: int
    elements: Iterable[str]


def written(value: Any, depth: int = 0) -> str:
    """Return what JSON has as a text, as an element that is set in so deep."""
    margin = " " * depth
    text = json_visible(json.dumps(value, ensure_ascii=False, indent=1))
    return margin + text.replace("\n", f"\n{margin}")


def filled(text: str, lists: Iterable[EmptyList]) -> Iterator[str]:
    """Return a text with the elements of its empty lists, which are given in the order of the text.

    A list is found by its key and by how deep that is set in: no text of JSON holds a line break.

    Raises:
        ValueError: where a key is not there just once, with an empty list.
    """
    for one in lists:
        margin = "\n" + " " * one.depth
        before, text = text.split(f'{margin}"{one.key}": []')
        yield f'{before}{margin}"{one.key}": ['
        before = "\n"
        for element in one.elements:
            yield before + element
            before = ",\n"
        yield f"{margin}]" if before == ",\n" else "]"
    yield text
