"""Commands whose options a configuration file and the environment can set, through click's own means."""

from collections.abc import Iterable
from typing import Any

import click
from click.core import ParameterSource

from ..diagnostics import Place, SourceFile
from ..domain.assessments import SettingTold
from ..domain.exit_codes import Exit
from ..load.targets import TargetsError
from ..show.escape import visible
from ..text import Text
from .configuration import FILES, ISOLATED, Configuration
from .help import TranslatedCommand
from .language import say, spoken
from .options import NOT_A_CHOICE, Sink
from .output import write_out
from .settings import BEARS_ON_VERDICT, BY_PARAMETER, SETTINGS, OptionSetting

SHOW = "--show-config"
SHOW_HELP = Text(
    "列出各项设置的值及其来源（选项、环境变量、{files} 或默认），不作其他处理",
    "print what each setting is and where it comes from (option, environment, {files} or default), "
    "and do no more",
)
ISOLATED_HELP = Text("不读配置文件（{files}）", "read no configuration file ({files})")
TARGETS_SET = Text("digecon：目标文件夹取自 {origin}", "digecon: the folder of targets is set by {origin}")
DEFAULT = Text("默认", "default")
IN_FILE = Text("{where} 中 {key}", "{key} ({where})")
FILE = Text("配置文件：{told}", "configuration file: {told}")
ROW = Text("{key} = {value}（{origin}）", "{key} = {value}  ({origin})")


class ConfiguredCommand(TranslatedCommand):
    """A command that takes the options of the table of settings from elsewhere too."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        for param in self.params:
            setting = BY_PARAMETER.get(param.name or "")
            if setting and isinstance(param, click.Option):
                param.envvar = setting.variable
                param.help = f"{param.help} [{setting.variable}]"
                param.type = _type_of(setting, param.type)
        self.params += [_flag(SHOW, SHOW_HELP, _show_instead), _flag(ISOLATED, ISOLATED_HELP, _take_settings)]

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command.

        Where target files have faults, the error tells what chose their folder, if no flag did.
        """
        try:
            return super().invoke(ctx)
        except TargetsError as error:
            param = next(param for param in self.params if param.name == "targets")
            if _source(ctx, param) in (ParameterSource.ENVIRONMENT, ParameterSource.DEFAULT_MAP):
                error.add_note(say(TARGETS_SET.format(origin=came_from(ctx, param))))
            raise


class _Switch(click.types.BoolParamType):
    """The value of an option that is on or off, where a variable says which."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> bool:
        """Return whether it is on, or say what can stand here."""
        if value not in _SWITCHED:
            values = {"text": value, "suggestion": "", "known": "true, false"}
            self.fail(say(NOT_A_CHOICE.format(**values)), param, ctx)
        return _SWITCHED[value]


_SWITCHED: dict[Any, bool] = {True: True, False: False, "true": True, "false": False}


def _type_of(setting: OptionSetting, usual: click.ParamType[Any]) -> click.ParamType[Any]:
    """Return how the option of a setting reads its value."""
    return _SeveralValues(setting) if setting.several else _Switch() if setting.switch else usual


class _SeveralValues(click.types.StringParamType):
    """The values of an option that can be repeated; a variable can hold several of them."""

    def __init__(self, setting: OptionSetting) -> None:
        self.setting = setting

    def split_envvar_value(self, rv: str) -> list[str]:
        """Return the values that a variable holds."""
        return self.setting.split(rv)


def _flag(name: str, help: Text, callback: Any) -> click.Option:
    files = Text.joined((Text.same(file) for file, _ in FILES), "、", ", ")
    shown = say(help.format(files=files))
    return click.Option(
        [name], is_flag=True, is_eager=True, expose_value=False, help=shown, callback=callback
    )


def _take_settings(ctx: click.Context, _param: click.Parameter, _isolated: bool) -> None:
    """Give the command what the configuration file sets, before any option but ``--help`` is read.

    ``--isolated`` has taken effect by then: the file is found before the language is chosen.
    """
    if not ctx.resilient_parsing:
        ctx.default_map = configuration_of(ctx).by_parameter()


def _show_instead(ctx: click.Context, _param: click.Parameter, asked: bool) -> None:
    """Let the command show its settings and do nothing else, so that it needs no arguments."""
    if asked and not ctx.resilient_parsing:
        for param in ctx.command.params:
            param.required = False
        ctx.command.callback = lambda **_: _show_settings(ctx)


def _show_settings(ctx: click.Context) -> Exit:
    """Write the configuration file that was read, and the settings of a command, a line each."""
    lines = [FILE.format(told=configuration_of(ctx).told)]
    options = {param.name: param for param in ctx.command.params}
    for key, setting in SETTINGS.items():
        if param := options.get(setting.parameter):
            value = spoken() if key == "language" else ctx.params[setting.parameter]
            shown = _quoted(value, setting)
            lines.append(ROW.format(key=key, value=shown, origin=came_from(ctx, param)))
    write_out("".join(f"{visible(say(line))}\n" for line in lines), data=False)
    return Exit.COMPLIANT


def _quoted(value: Any, setting: OptionSetting) -> Text:
    """Return a value as the file would hold it."""
    if value is None:
        return setting.unset
    if isinstance(value, bool):
        return Text.same(_as_text(value))
    if isinstance(value, Sink):
        value = f"{value.format.name}={value.path}" if value.path else value.format.name
    if isinstance(value, str):
        return Text.same(f'"{value}"')
    return Text.same(f"[{', '.join(_quoted(one, setting).en for one in value)}]")


def configuration_of(ctx: click.Context | None) -> Configuration:
    """Return the configuration of a run; outside a run, one without a file."""
    return (ctx and ctx.find_object(Configuration)) or Configuration(Text.same("–"))


def came_from(ctx: click.Context, param: click.Parameter, default: Text = DEFAULT) -> Text:
    """Return where the value of an option came from: the option, a variable, or a line of the file."""
    match _source(ctx, param):
        case ParameterSource.ENVIRONMENT:
            return Text.same(BY_PARAMETER[param.name or ""].variable)
        case ParameterSource.DEFAULT_MAP:
            return Text.same(configuration_of(ctx).place_of(BY_PARAMETER[param.name or ""].key))
        case source:
            return Text.same(param.opts[0]) if source is ParameterSource.COMMANDLINE else default


def given_as(ctx: click.Context, param: click.Parameter) -> Text:
    """Return what a message calls a value that is refused: the option, the variable, or the key and line."""
    where = came_from(ctx, param, Text.same(param.opts[0]))
    is_in_file = _source(ctx, param) is ParameterSource.DEFAULT_MAP
    return IN_FILE.format(key=BY_PARAMETER[param.name or ""].key, where=where) if is_in_file else where


def place_in_file(ctx: click.Context, param: click.Parameter) -> tuple[SourceFile, Place] | None:
    """Return the configuration file that a value came from, and its place there; else ``None``."""
    found = configuration_of(ctx)
    if found.toml is None or _source(ctx, param) is not ParameterSource.DEFAULT_MAP:
        return None
    place = found.toml.place((*found.table, BY_PARAMETER[param.name or ""].key))
    return (found.toml.file(), place) if place else None


def told_here() -> tuple[SettingTold, ...]:
    """Return the settings of this run that bear on a verdict and came from a configuration file."""
    ctx = click.get_current_context()
    return tuple(
        SettingTold(setting.key, _as_text(ctx.params[setting.parameter]), came_from(ctx, param).en)
        for param in ctx.command.params
        if (setting := BY_PARAMETER.get(param.name or "")) and setting.key in BEARS_ON_VERDICT
        if _source(ctx, param) is ParameterSource.DEFAULT_MAP
    )


def _as_text(value: str | bool | Iterable[object]) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else ", ".join(map(str, value))


def _source(ctx: click.Context, param: click.Parameter) -> ParameterSource | None:
    """Return where click took a value from. ``--lang`` may also stand before the name of the command."""
    sources = [one.get_parameter_source(param.name or "") for one in (ctx, ctx.parent) if one]
    return ParameterSource.COMMANDLINE if ParameterSource.COMMANDLINE in sources else sources[0]
