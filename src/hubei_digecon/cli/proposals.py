"""What a shell proposes while a command line is typed: places, ids, formats and files.

A shell asks by running ``digecon`` with a variable in its environment, as click defines it. Errors are
swallowed: a faulty target file must not fill the prompt with messages.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING

import click

from ..domain.exit_codes import Exit
from ..load.chosen_documents import ALL as ALL_DOCUMENTS
from ..text import Text
from .language import say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from ..load.targets import TargetLibrary

VARIABLE = "_DIGECON_COMPLETE"
SHELLS = {
    "bash": Text("写入 ~/.bashrc", "for ~/.bashrc"),
    "zsh": Text("写入 ~/.zshrc", "for ~/.zshrc"),
    "fish": Text(
        "写入 ~/.config/fish/completions/digecon.fish", "for ~/.config/fish/completions/digecon.fish"
    ),
}
"""The shells that have a script, and where the script goes."""

Proposed = Iterable["str | CompletionItem[str]"]
Complete = Callable[[click.Context, click.Parameter, str], "list[CompletionItem[str]]"]


def answer(make_line: Callable[[], click.Group], arguments: Sequence[str]) -> int | None:
    """Answer a shell that asks what can follow, and return the exit code; ``None`` where no shell asks.

    A shell gives no arguments, so a run with arguments is no such question, whatever its environment.
    No configuration file is read.
    """
    asked = os.environ.get(VARIABLE, "")
    if arguments or asked.partition("_")[0] not in SHELLS:
        return None
    from click.shell_completion import shell_complete

    return Exit.USAGE if shell_complete(make_line(), {}, "digecon", VARIABLE, asked) else Exit.COMPLIANT


def script(shell: str) -> str:
    """Return the script that makes a shell ask."""
    from click.shell_completion import ShellComplete, get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    return ShellComplete.source(made(click.Group(), {}, "digecon", VARIABLE))  # without running the shell


def _complete(propose: Callable[[click.Context, str], Proposed]) -> Complete:
    """Return the callback for click: it gives the proposals that begin with what is typed, each once."""

    @wraps(propose)
    def complete(ctx: click.Context, _param: click.Parameter, typed: str) -> "list[CompletionItem[str]]":
        from click.shell_completion import CompletionItem

        try:
            proposed = list(propose(ctx, typed))
        except Exception:  # a run tells what is wrong; a prompt is no place for it
            return []
        items = [CompletionItem(one) if isinstance(one, str) else one for one in proposed]
        return list({item.value: item for item in items if item.value.startswith(typed)}.values())

    return complete


def _named(names: Iterable[str], meaning: Text) -> "Iterator[CompletionItem[str]]":
    """Return names with what they mean, without those that a shell would take for several words."""
    from click.shell_completion import CompletionItem

    for name in names:
        if not any(character.isspace() or character in ",'\"\\;&|<>()$`" for character in name):
            yield CompletionItem(name, help=say(meaning))


def _library(ctx: click.Context) -> "TargetLibrary":
    from ..load.targets import library_in_use

    return library_in_use(ctx.params.get("targets"))


@_complete
def places(ctx: click.Context, typed: str) -> Proposed:
    """Propose the ids of places, and once something is typed, their names and aliases."""
    for entity in _library(ctx).entities():
        names = (*entity.aliases, entity.name.zh, entity.name.en) if typed else ()
        yield from _named((entity.id, *names), entity.name)


@_complete
def topics(ctx: click.Context, typed: str) -> Proposed:
    """Propose the ids of all that can be explained, and once something is typed, their names."""
    from ..explain import open_handbook

    for one in open_handbook(ctx.params.get("targets")).explanations:
        names = (one.name.zh, one.name.en, *one.names) if typed else ()
        yield from _named(filter(None, (one.id, *names)), one.name)


@_complete
def diagnostics(_ctx: click.Context, typed: str) -> Proposed:
    """Propose the ids of warnings and notes, also behind a comma."""
    from click.shell_completion import CompletionItem

    from ..diagnostics import Severity
    from ..diagnostics.catalogue import DIAGNOSTICS

    before, comma, _ = typed.rpartition(",")
    for kind in DIAGNOSTICS.values():
        if kind.severity is not Severity.ERROR:
            yield CompletionItem(f"{before}{comma}{kind.id}", help=say(kind.message.blanked()))


@_complete
def documents(ctx: click.Context, _typed: str) -> Proposed:
    """Propose the ids of the documents that set targets, and the word for all of them."""
    for one in _library(ctx).documents.values():
        yield from _named((one.id,), one.title)
    yield ALL_DOCUMENTS


@_complete
def files(_ctx: click.Context, typed: str) -> Proposed:
    """Let the shell propose files."""
    from click.shell_completion import CompletionItem

    yield CompletionItem(typed, type="file")


@_complete
def folders(_ctx: click.Context, typed: str) -> Proposed:
    """Let the shell propose folders."""
    from click.shell_completion import CompletionItem

    yield CompletionItem(typed, type="dir")


def among(words: Mapping[str, Text]) -> Complete:
    """Return a callback that proposes the words of a table, each with what it means."""

    @_complete
    def propose(_ctx: click.Context, _typed: str) -> Proposed:
        """Propose every word."""
        return (item for word, meaning in words.items() for item in _named((word,), meaning))

    return propose
