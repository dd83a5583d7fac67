"""What ``--show-config`` prints: each setting of a command, its value, and where that came from."""

from collections.abc import Iterator
from typing import Any

import click

from ..render.escape import visible
from ..text import Text
from .language import say, spoken
from .options import Sink
from .origins import came_from, configuration_of
from .settings import SETTINGS, Setting

FILE = Text("配置文件：{told}", "configuration file: {told}")
ROW = Text("{key} = {value}（{origin}）", "{key} = {value}  ({origin})")


def shown(ctx: click.Context) -> str:
    """Return the settings of a command, a line each, below the configuration file that was read."""
    return "".join(f"{visible(say(line))}\n" for line in _lines(ctx))


def _lines(ctx: click.Context) -> Iterator[Text]:
    configuration = configuration_of(ctx)
    if configuration:
        yield FILE.format(told=configuration.told)
    options = {param.name: param for param in ctx.command.params}
    for key, setting in SETTINGS.items():
        if setting.parameter in options:
            origin = came_from(ctx, options[setting.parameter])
            yield ROW.format(key=key, value=_value(ctx, setting), origin=origin)


def _value(ctx: click.Context, setting: Setting) -> Text:
    value: Any = ctx.params[setting.parameter]
    if setting.key == "language":
        value = spoken()
    if value is None:
        return setting.unset or Text.same("–")
    if not setting.several:
        return Text.same(_quoted(value))
    return Text.same(f"[{', '.join(map(_quoted, value))}]")


def _quoted(value: str | Sink) -> str:
    if isinstance(value, Sink):
        value = f"{value.format.name}={value.path}" if value.path else value.format.name
    return f'"{value}"'
