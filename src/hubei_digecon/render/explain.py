"""What something means, for people: a heading, then lines that each have a label."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..text import Text
from .escape import visible
from .view import View
from .wrap import wrapped

HEAD = Text("{id}  {name}（{sort}）", "{id}  {name} ({sort})")
NAMELESS = Text("{id}（{sort}）", "{id} ({sort})")
LINE = Text("{label}：{words}", "{label}: {words}")
LABEL = Text("{label}：", "{label}:")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is said, after a label; plain text is a part of a file and shown as it stands."""

    label: Text
    words: Text | str


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say of one thing. ``names`` are other names that people know it by."""

    id: str
    name: Text
    sort: Text
    lines: tuple[Line, ...]
    names: tuple[str, ...] = ()


def explanations_text(explanations: Iterable[Explanation], view: View) -> str:
    """Return the explanations, a blank line between them."""
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
