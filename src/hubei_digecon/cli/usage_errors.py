"""What is told of a wrong command line, in both languages. Click itself speaks English only."""

from collections.abc import Iterator, Sequence

import click

from ..diagnostics.suggest import asking
from ..text import Text
from .commands import COMMANDS
from .configured import given_as, place_in_file
from .language import say
from .near_misses import command_meant, option_meant

HELP = Text("用法见 {command} --help", "see {command} --help")
NO_SUCH_OPTION = Text("没有选项 {name}{suggestion}", "there is no option {name}{suggestion}")
NO_SUCH_COMMAND = Text(
    "没有命令 {name}。{suggestion}可用：{known}", "there is no command {name}; {suggestion}commands: {known}"
)
_MEANT = Text("；是否想写“{name}”？", "; did you mean “{name}”?")
MISSING_COMMAND = Text("请给出命令：{known}", "name a command: {known}")
MISSING_ARGUMENT = Text("缺少参数 {name}", "{name} is missing")
BAD_VALUE = Text("{name} 的值不合适：{why}", "{name}: {why}")
TAKES_NONE = Text("选项 {name} 不带值", "the option {name} takes no value")
NO_VALUE = Text("选项 {name} 后面缺少值", "the option {name} needs a value")


def usage_lines(error: click.UsageError, arguments: Sequence[str]) -> Iterator[str]:
    """Return the lines that say what is wrong with the command line, what is probably meant, and where help
    is.
    """
    path = error.ctx.command_path if error.ctx else "digecon"
    yield f"{path}: {say(_problem(error, arguments))}"
    yield from _line_in_file(error)
    yield say(HELP.format(command=path))


def _line_in_file(error: click.UsageError) -> Iterator[str]:
    """Return the line of the configuration file that a refused value came from, if it came from one."""
    param = error.param if isinstance(error, click.BadParameter) else None
    found = place_in_file(error.ctx, param) if error.ctx and param else None
    if found:
        from ..show.diagnostics import line_shown
        from .options import view_of

        yield from line_shown(*found, view_of("auto", quiet=False, verbose=False))


def _problem(error: click.UsageError, arguments: Sequence[str]) -> Text:
    """Return what is wrong. What this program refuses itself is already in the language of the run."""
    options = error.ctx.command.get_params(error.ctx) if error.ctx else []
    match error:
        case click.NoSuchOption():
            meant = option_meant(error.option_name, arguments, [name for one in options for name in one.opts])
            suggestion = _MEANT.format(name=meant) if meant else ""
            return NO_SUCH_OPTION.format(name=error.option_name, suggestion=suggestion)
        case click.NoSuchCommand():
            meant = command_meant(error.command_name, arguments, COMMANDS)
            values = {"suggestion": asking(meant), "known": ", ".join(COMMANDS)}
            return NO_SUCH_COMMAND.format(name=error.command_name, **values)
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "?"
            return MISSING_ARGUMENT.format(name=name)
        case click.BadOptionUsage():
            flags = {
                name for one in options if isinstance(one, click.Option) and one.is_flag for name in one.opts
            }
            return (TAKES_NONE if error.option_name in flags else NO_VALUE).format(name=error.option_name)
        case click.BadParameter():
            given = given_as(error.ctx, error.param) if error.ctx and error.param else "?"
            return BAD_VALUE.format(name=given, why=error.message)
        case _ if error.ctx and isinstance(error.ctx.command, click.Group):
            return MISSING_COMMAND.format(known=", ".join(COMMANDS))
        case _:
            return Text.same(error.message)
