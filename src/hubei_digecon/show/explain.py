"""Explanations: a heading, then lines with labels."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..text import Text
from .escape import visible
from .view import View
from .wrap import wrapped

HEAD = Text("{id}  {name}（{sort}）", "{id}  {name} ({sort})")
NAMELESS = Text("{id}（{sort}）", "{id} ({sort})")
LINE = Text("{label}：{words}", "{label}: {words}")
LABEL = Text("{label}：", "{label}:")


class Line(NamedTuple):
    """A labelled line. Plain text is a part of a file and is shown as it is."""

    label: Text
    words: Text | str


class Explanation(NamedTuple):
    """The explanation of one thing. ``names`` are other names of it."""

    id: str
    name: Text
    sort: Text
    lines: tuple[Line, ...]
    names: tuple[str, ...] = ()


def explanations_text(explanations: Iterable[Explanation], view: View) -> str:
    """Return the explanations with a blank line between them."""
    blocks = ("".join(f"{line}\n" for line in _block(one, view)) for one in explanations)
    return "\n".join(blocks)


def _block(explanation: Explanation, view: View) -> Iterator[str]:
    id, name = explanation.id, view.say(explanation.name)
    head = NAMELESS if name in ("", id) else HEAD
    yield from wrapped(visible(view.say(head, id=id, name=name, sort=explanation.sort)), view.width)
    for line in explanation.lines:
        yield from _line(line, view)


def _line(line: Line, view: View) -> Iterator[str]:
    if isinstance(line.words, Text):
        said = view.say(LINE, label=line.label, words=line.words)
        yield from wrapped(visible(said), view.width, indent=2)
        return
    yield "  " + view.say(LABEL, label=line.label)
    yield from (f"    {visible(part)}" for part in line.words.split("\n"))
