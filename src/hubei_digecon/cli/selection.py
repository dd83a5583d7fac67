"""``--select`` and ``--ignore``: which remarks a run tells. Errors are always told."""

from collections.abc import Callable
from functools import partial
from typing import Any

import click

from ..diagnostics import Severity
from ..load.near import near_miss
from ..text import Text
from .completing import remarks
from .language import say
from .options import option

SELECT = Text(
    "只列出这些疑点和提示（错误总会列出），可重复或用逗号分隔",
    "tell only these warnings and notes, beside all errors; repeatable, or with commas",
)
IGNORE = Text(
    "不列出这些疑点和提示（错误不能忽略），可重复或用逗号分隔；未列出的计入最后一行",
    "leave out these warnings and notes, never errors; repeatable, or with commas; the last line counts them",
)
UNKNOWN = Text(
    "没有标识为“{id}”的问题。{suggestion}全部标识见 docs/diagnostics.md",
    "no remark has the id “{id}”; {suggestion}docs/diagnostics.md lists all",
)
AN_ERROR = Text(
    "“{id}”是错误，须更正，不能忽略；能忽略的只有疑点和提示",
    "“{id}” is an error and must be mended; only warnings and notes can be left out",
)


def selection_options(command: Any) -> Any:
    """``--select ID`` and ``--ignore ID``, each repeatable."""
    for name, help, errors in (("--ignore", IGNORE, False), ("--select", SELECT, True)):
        read: Callable[..., Any] = partial(_ids, errors=errors)
        command = option(name, metavar="ID", multiple=True, callback=read, shell_complete=remarks, help=help)(
            command
        )
    return command


def _ids(
    _ctx: click.Context, param: click.Parameter, texts: tuple[str, ...], errors: bool
) -> tuple[str, ...]:
    """Return the ids, each once; ``errors``: whether those of errors may be among them."""
    given = dict.fromkeys(id for text in texts for part in text.split(",") if (id := part.strip()))
    if not given:
        return ()
    from ..remarks import DIAGNOSTICS  # gathers all kinds, which only a run that names some needs

    for id in given:
        if id not in DIAGNOSTICS:
            values = {"id": id, "suggestion": near_miss(id, DIAGNOSTICS)}
            raise click.BadParameter(say(UNKNOWN.format(**values)), param=param)
        if DIAGNOSTICS[id].severity is Severity.ERROR and not errors:
            raise click.BadParameter(say(AN_ERROR.format(id=id)), param=param)
    return tuple(given)
