"""What a wrong command line is told, in both languages; click itself speaks English only."""

import re
from collections.abc import Iterator, Sequence

import click

from ..load.near import near_miss, nearest
from ..text import Text
from .commands import COMMANDS
from .language import say
from .origins import given_as, place_in_file

HELP = Text("用法见 {command} --help", "see {command} --help")
NO_SUCH_OPTION = Text("没有选项 {name}{suggestion}", "there is no option {name}{suggestion}")
NO_SUCH_COMMAND = Text(
    "没有命令 {name}。{suggestion}可用：{known}", "there is no command {name}; {suggestion}commands: {known}"
)
_MEANT = Text("；是否想写“{name}”？", "; did you mean “{name}”?")
_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
MISSING_COMMAND = Text("请给出命令：{known}", "name a command: {known}")
MISSING_ARGUMENT = Text("缺少参数 {name}", "{name} is missing")
BAD_VALUE = Text("{name} 的值不合适：{why}", "{name}: {why}")
TOO_MANY = Text("多余的参数 {name}", "{name} is one argument too many")
TAKES_NONE = Text("选项 {name} 不带值", "the option {name} takes no value")
NO_VALUE = Text("选项 {name} 后面缺少值", "the option {name} needs a value")


def usage_lines(error: click.UsageError, arguments: Sequence[str]) -> Iterator[str]:
    """Return what is wrong with the command line, and where help is.

    The parser knows no context, so the command is then the first that the arguments name.
    """
    named = [argument for argument in arguments if argument in COMMANDS][:1]
    path = error.ctx.command_path if error.ctx else " ".join(("digecon", *named))
    yield f"{path}: {say(_problem(error))}"
    yield from _in_file(error)
    yield say(HELP.format(command=path))


def _in_file(error: click.UsageError) -> Iterator[str]:
    """Return the line of the configuration file that a value is refused in, where it came from one."""
    param = error.param if isinstance(error, click.BadParameter) else None
    found = place_in_file(error.ctx, param) if param else None
    if found:
        from ..render.remarks import line_shown
        from .options import view_of

        yield from line_shown(*found, view_of("auto", quiet=False, verbose=False))


def _problem(error: click.UsageError) -> Text:
    match error:
        case click.NoSuchOption():
            known = [name for one in _options(error) for name in one.opts]
            near = nearest(error.option_name, known)
            suggestion = _MEANT.format(name=near) if near else ""
            return NO_SUCH_OPTION.format(name=error.option_name, suggestion=suggestion)
        case click.MissingParameter():
            name = error.param.make_metavar(error.ctx) if error.param and error.ctx else "?"
            return MISSING_ARGUMENT.format(name=name)
        case click.BadOptionUsage():
            if "does not take" in error.message:
                return TAKES_NONE.format(name=error.option_name)
            return NO_VALUE.format(name=error.option_name)
        case click.BadParameter():
            given = given_as(error.ctx, error.param) if error.param else "?"
            return BAD_VALUE.format(name=given, why=error.message)
        case _:
            return _other(error)


def _other(error: click.UsageError) -> Text:
    name = getattr(error, "command_name", None)
    if name is None and error.ctx and isinstance(error.ctx.command, click.Group):
        words = [*error.ctx.args, *error.ctx._protected_args]
        name = words[0] if words else None
        if name is None:
            return MISSING_COMMAND.format(known=", ".join(COMMANDS))
    if name and name not in COMMANDS:
        suggestion = near_miss(name, COMMANDS)
        return NO_SUCH_COMMAND.format(name=name, suggestion=suggestion, known=", ".join(COMMANDS))
    extra = _EXTRA.search(error.message)
    return TOO_MANY.format(name=extra[1]) if extra else Text.same(error.message)


def _options(error: click.UsageError) -> list[click.Parameter]:
    return error.ctx.command.params if error.ctx else []
