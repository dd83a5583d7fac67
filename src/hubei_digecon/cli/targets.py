"""``digecon targets [ENTITY]``: the places with published targets, or the targets of one."""

import click

from ..exits import Exit
from ..load.targets import TargetLibrary, library_in_use
from ..render.targets import Shown
from ..text import Text
from .completing import places
from .configured import Configured
from .language import say
from .named import entity_called
from .options import Sink, format_option, output_options, targets_option, view_of
from .writing import refuse_inputs, write_all

HELP = Text(
    "列出有公布目标的城市和园区；给出 ENTITY（标识、名称或别名）则列出其目标。",
    "List the places with published targets; with ENTITY (id, name or alias), its targets.",
)
COUNTED = Text("城市和园区{places}个，目标{targets}项。", "places: {places}; targets: {targets}.")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("targets", cls=Configured, help=say(HELP))
    @click.argument("entity", required=False, shell_complete=places)
    @targets_option()
    @format_option("lists")
    @output_options
    def targets(
        entity: str | None,
        targets: str | None,
        sinks: list[Sink],
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        view = view_of(color, quiet, verbose)
        library = library_in_use(targets)
        shown = _shown(entity, library)
        refuse_inputs(sinks, library.paths())
        write_all(sinks, view, lambda form, view: form.listed(shown, view), lambda view: _counted(shown))
        return Exit.COMPLIANT

    return targets


def _shown(name: str | None, library: TargetLibrary) -> Shown:
    """Return what is to be listed: all places, or the one of this name.

    Raises:
        click.UsageError: where there is none of this name.
        TargetsError: where a target file has an error.
    """
    if name is None:
        library.check_all()
        library.raise_faults()
        entities = library.entities()
    else:
        entities = (entity_called(name, library),)
    files, _ = library.used(entity.id for entity in entities)
    return Shown(entities, library.documents, files, one=name is not None)


def _counted(shown: Shown) -> str:
    targets = sum(len(entity.in_force) for entity in shown.entities)
    return say(COUNTED.format(places=len(shown.entities), targets=targets))
