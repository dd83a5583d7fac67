"""Commands that take settings from a configuration file and the environment as well, by click's own means."""

from typing import Any

import click

from ..exits import Exit
from ..load.targets import TargetsError
from ..text import Text
from .config_file import FILES, ISOLATED
from .help import Helped
from .language import say
from .origins import came_from, configuration_of, is_set_elsewhere
from .output import write_out
from .settings import BY_PARAMETER, SETTINGS, Setting

SHOW = "--show-config"
SHOW_HELP = Text(
    "列出各项设置的值及其来源（选项、环境变量、{files} 或默认），不作其他处理",
    "print what each setting is and where it comes from (option, environment, {files} or default), "
    "and do no more",
)
ISOLATED_HELP = Text("不读配置文件（{files}）", "read no configuration file ({files})")

TARGETS_SET = Text("digecon：目标文件夹取自 {origin}", "digecon: the folder of targets is set by {origin}")


class Configured(Helped):
    """A command whose options can be set elsewhere too: those of the table of settings."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        for param in self.params:
            if param.name in BY_PARAMETER and isinstance(param, click.Option):
                _bind(param, BY_PARAMETER[param.name])
        self.params += [_flag(SHOW, SHOW_HELP, _show_instead), _flag(ISOLATED, ISOLATED_HELP, _take_settings)]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where target files are at fault, tell who chose them, if no flag did."""
        try:
            return super().invoke(ctx)
        except TargetsError as error:
            parameter = SETTINGS["targets"].parameter
            for param in self.params:
                if param.name == parameter and is_set_elsewhere(ctx, param):
                    error.add_note(say(TARGETS_SET.format(origin=came_from(ctx, param))))
            raise


class _Several(click.types.StringParamType):
    """Values of an option that can be repeated, and how the environment holds several of them."""

    def __init__(self, setting: Setting) -> None:
        self.setting = setting

    def split_envvar_value(self, rv: str) -> list[str]:
        """Return the values that a variable holds."""
        return self.setting.split(rv)


def _bind(option: click.Option, setting: Setting) -> None:
    """Let an option be set by the environment, and say so in its help."""
    option.envvar = setting.variable
    option.help = f"{option.help} [{setting.variable}]"
    if setting.several:
        option.type = _Several(setting)


def _flag(name: str, help: Text, callback: Any) -> click.Option:
    files = Text.joined((Text.same(file) for file, _ in FILES), "、", ", ")
    return click.Option(
        [name],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        help=say(help.format(files=files)),
        callback=callback,
    )


def _take_settings(ctx: click.Context, _param: click.Parameter, _isolated: bool) -> None:
    """Give the command what the configuration file sets, before any option but ``--help`` is looked at.

    Whether the file was to be read was decided before the language was.
    """
    configuration = configuration_of(ctx)
    if configuration and not ctx.resilient_parsing:
        ctx.default_map = dict(configuration.by_parameter())


def _show_instead(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    """Let the command show its settings in place of what it does; so it needs no arguments."""
    if asked and not ctx.resilient_parsing:
        for param in ctx.command.params:
            param.required = False
        ctx.command.callback = lambda **_: _show(ctx)


def _show(ctx: click.Context) -> Exit:
    from .show_config import shown

    write_out(shown(ctx), data=False)
    return Exit.COMPLIANT
