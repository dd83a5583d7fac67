"""``digecon targets [ENTITY]``: the places with published targets, or the targets of one."""

from collections.abc import Container

import click

from ..domain.exit_codes import Exit
from ..domain.targets import Entity
from ..load.chosen_documents import ALL
from ..load.targets import TargetLibrary
from ..show.targets import TargetList
from ..text import Text
from .arguments import entity_called, library_by
from .configured import ConfiguredCommand
from .language import say
from .options import Sink, document_option, format_option, output_options, targets_option, view_of
from .proposals import places
from .writing import refuse_inputs, write_all

HELP = Text(
    "列出有公布目标的城市和园区；给出 ENTITY（标识、名称或别名）则列出其目标。",
    "List the places with published targets; with ENTITY (id, name or alias), its targets.",
)
EXAMPLES = (
    ("digecon targets", Text("列出有公布目标的城市和园区", "list the places with published targets")),
    ("digecon targets wuhan", Text("列出武汉市的目标及原文", "the targets of Wuhan with their wording")),
)
ALL_DOCUMENTS = Text("全部文件", "every document")
COUNTED = Text("城市和园区{places}个，目标{targets}项。", "places: {places}; targets: {targets}.")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("targets", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("entity", required=False, shell_complete=places)
    @targets_option()
    @document_option(ALL_DOCUMENTS)
    @format_option("lists")
    @output_options
    def targets(
        entity: str | None,
        targets: str | None,
        documents: tuple[str, ...],
        sinks: list[Sink],
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        view = view_of(color, quiet, verbose)
        library = library_by(targets, documents or (ALL,))
        shown = _shown(entity, library)
        refuse_inputs(sinks, library.paths())
        write_all(sinks, view, lambda form, view: form.listed(shown, view), lambda view: _counted(shown))
        return Exit.COMPLIANT

    return targets


def _shown(name: str | None, library: TargetLibrary) -> TargetList:
    """Return what to list: all places, or the one of this name.

    Raises:
        click.UsageError: where no place has this name.
        TargetsError: where a target file has an error.
    """
    if name is None:
        library.check_all()
        library.raise_faults()
        entities = library.entities()
    else:
        entities = (entity_called(name, library),)
    files, _ = library.used(entity.id for entity in entities)
    documents = {id: library.documents[id] for id in library.judged_documents}
    listed = tuple(_of_documents(one, documents) for one in entities)
    if len(documents) < len(library.documents) and name is None:
        listed = tuple(one for one in listed if one.targets)
    return TargetList(listed, documents, files, one=name is not None)


def _of_documents(entity: Entity, documents: Container[str]) -> Entity:
    """Return a place with the targets that some documents set, those replaced among them."""
    return entity._replace(targets=tuple(one for one in entity.targets if one.source.document in documents))


def _counted(shown: TargetList) -> str:
    targets = sum(len(entity.in_force) for entity in shown.entities)
    return say(COUNTED.format(places=len(shown.entities), targets=targets))
