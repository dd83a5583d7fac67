"""``--select`` and ``--ignore``: which diagnostics a run tells. Errors are always told."""

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from ..text import Text
from .language import say
from .options import option
from .proposals import diagnostics

SELECT = Text(
    "只列出这些疑点和提示（错误总会列出），可重复或用逗号分隔",
    "tell only these warnings and notes, beside all errors; repeatable, or with commas",
)
IGNORE = Text(
    "不列出这些疑点和提示（错误不能忽略），可重复或用逗号分隔；未列出的计入最后一行",
    "leave out these warnings and notes, never errors; repeatable, or with commas; the last line counts them",
)


def selection_options(command: Any) -> Any:
    """Add ``--select ID`` and ``--ignore ID`` to a command, each repeatable."""
    for name, help, errors in (("--ignore", IGNORE, False), ("--select", SELECT, True)):
        read: Callable[..., Any] = partial(_ids, errors=errors)
        command = option(
            name, metavar="ID", multiple=True, callback=read, shell_complete=diagnostics, help=help
        )(command)
    return command


def _ids(
    _ctx: click.Context, param: click.Parameter, texts: tuple[str, ...], errors: bool
) -> tuple[str, ...]:
    """Return the ids, each once. ``errors`` says whether ids of errors are allowed."""
    given = dict.fromkeys(id for text in texts for part in text.split(",") if (id := part.strip()))
    if not given:
        return ()
    from ..diagnostics.catalogue import (
        why_not_told,  # gathers all kinds, which only a run that names some needs
    )

    for id in given:
        if why := why_not_told(id, errors):
            raise click.BadParameter(say(why), param=param)
    return tuple(given)
