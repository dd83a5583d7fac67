"""``digecon targets [ENTITY]``: the places with published targets, or the targets of one."""

import click

from ..load.near import near_miss
from ..load.targets import TargetLibrary, find_targets
from ..render.targets import entities_text, entity_text
from ..text import Text
from .configured import Configured
from .exits import Exit
from .language import say
from .options import output_options, targets_option, view_of
from .output import write_out

HELP = Text(
    "列出有公布目标的城市和园区；给出 ENTITY（标识、名称或别名）则列出其目标。",
    "List the places with published targets; with ENTITY (id, name or alias), its targets.",
)
NO_SUCH_ENTITY = Text(
    "没有“{name}”的目标。{suggestion}已有：{known}",
    "there are no targets for “{name}”; {suggestion}places: {known}",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("targets", cls=Configured, help=say(HELP))
    @click.argument("entity", required=False)
    @targets_option()
    @output_options
    def targets(
        entity: str | None,
        targets: str | None,
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        view = view_of(color, quiet, verbose)
        library = TargetLibrary(find_targets(targets))
        library.check_all()
        library.raise_faults()
        if entity is None:
            text = entities_text(library.entities(), library.documents, view)
        else:
            text = entity_text(library.entities_by_name()[_named(entity, library)], library.documents, view)
        write_out(text, data=False)
        return Exit.COMPLIANT

    return targets


def _named(name: str, library: TargetLibrary) -> str:
    """Return a name by which the library knows a place.

    Raises:
        click.UsageError: where it knows none such; says which is near.
    """
    names = library.entities_by_name()
    if name in names:
        return name
    values = {"name": name, "suggestion": near_miss(name, names), "known": ", ".join(library.files)}
    raise click.UsageError(say(NO_SUCH_ENTITY.format(**values)))
