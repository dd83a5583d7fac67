"""Where the value of an option came from: the command line, the environment, a file, or nowhere."""

import click
from click.core import ParameterSource

from ..diagnostics import Place, SourceFile
from ..findings import SettingTold
from ..text import Text
from .config_file import Configuration
from .settings import BY_PARAMETER

DEFAULT = Text("默认", "default")
IN_FILE = Text("{where} 中 {key}", "{key} ({where})")


def given_as(ctx: click.Context | None, param: click.Parameter) -> Text:
    """Return what a value is called where it is refused: by what it was given as."""
    match _source(ctx, param):
        case ParameterSource.ENVIRONMENT:
            return Text.same(BY_PARAMETER[param.name or ""].variable)
        case ParameterSource.DEFAULT_MAP:
            key = BY_PARAMETER[param.name or ""].key
            return IN_FILE.format(key=key, where=_where(ctx, key))
        case _:
            return Text.same(param.opts[0])


def place_in_file(ctx: click.Context | None, param: click.Parameter) -> tuple[SourceFile, Place] | None:
    """Return the configuration file that a value came from, and where it stands there."""
    configuration = configuration_of(ctx)
    if configuration is None or _source(ctx, param) is not ParameterSource.DEFAULT_MAP:
        return None
    place = configuration.source.find((*configuration.table, BY_PARAMETER[param.name or ""].key))
    return (configuration.source, place) if place else None


def came_from(ctx: click.Context, param: click.Parameter) -> Text:
    """Return where the value of a setting came from."""
    setting = BY_PARAMETER[param.name or ""]
    match _source(ctx, param):
        case ParameterSource.COMMANDLINE:
            return Text.same(param.opts[0])
        case ParameterSource.ENVIRONMENT:
            return Text.same(setting.variable)
        case ParameterSource.DEFAULT_MAP:
            return Text.same(_where(ctx, setting.key))
        case _:
            return DEFAULT


def is_set_elsewhere(ctx: click.Context, param: click.Parameter) -> bool:
    """Whether a value came from the environment or a configuration file, where few will look for it."""
    return _source(ctx, param) in (ParameterSource.ENVIRONMENT, ParameterSource.DEFAULT_MAP)


def told_here() -> tuple[SettingTold, ...]:
    """Return the settings of this run that bear on a verdict and came from a configuration file."""
    ctx = click.get_current_context()
    return tuple(
        SettingTold(setting.key, _as_text(ctx.params[param.name]), came_from(ctx, param).en)
        for param in ctx.command.params
        if (setting := BY_PARAMETER.get(param.name or ""))
        and setting.bears_on_verdict
        and param.name in ctx.params
        and _source(ctx, param) is ParameterSource.DEFAULT_MAP
    )


def _as_text(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple | list) else str(value)


def configuration_of(ctx: click.Context | None) -> Configuration | None:
    """Return the configuration that a run was started with."""
    return ctx.find_object(Configuration) if ctx else None


def _where(ctx: click.Context | None, key: str) -> str:
    configuration = configuration_of(ctx)
    return configuration.place_of(key) if configuration else key


def _source(ctx: click.Context | None, param: click.Parameter) -> ParameterSource | None:
    """Return where click took a value from; the language may be asked for before the command's name too."""
    sources = [one.get_parameter_source(param.name or "") for one in (ctx, ctx and ctx.parent) if one]
    given = ParameterSource.COMMANDLINE
    return given if given in sources else next(iter(sources), None)
