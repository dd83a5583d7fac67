"""What arguments name: places, and files that can be read here."""

import os
from collections.abc import Iterable, Sequence

import click

from ..domain.targets import Entity
from ..load.chosen_documents import UnknownDocumentError
from ..load.place_names import place_named
from ..load.readers import reader_of
from ..load.references import NO_SUCH_ENTITY, without_targets
from ..load.source import STANDARD_INPUT
from ..load.targets import TargetLibrary, library_in_use
from .language import say


def entity_called(name: str, library: TargetLibrary) -> Entity:
    """Return the place of exactly this name.

    Every target file is read, so that all faults are told.

    Raises:
        click.UsageError: where no place has that name; says which name is near.
        TargetsError: where a target file has an error.
    """
    library.check_all()
    library.raise_faults()
    id = place_named(name, library)
    entity = library.entity(id) if id else None
    if entity is None:
        raise click.UsageError(say(NO_SUCH_ENTITY.format(**without_targets(name, library))))
    return entity


def refuse_without_extra(paths: Iterable[str]) -> None:
    """Refuse a file that is named and cannot be read before something more is installed.

    One that a folder holds is told as an input that cannot be read, and stops no others.

    Raises:
        click.UsageError: for the first such file; says what to install.
    """
    for path in paths:
        extra = None if path == STANDARD_INPUT or os.path.isdir(path) else reader_of(path).extra
        if extra and extra.missing:
            raise click.UsageError(say(extra.wanted_by(path)))


def library_by(targets: str | None, documents: Sequence[str]) -> TargetLibrary:
    """Return the target files in use, judged by the documents asked for.

    Raises:
        click.BadParameter: where no document has an id that is asked for; says which is near.
        TargetsError: where the file of a document has an error.
    """
    library = library_in_use(targets)
    try:
        return library.by_documents(documents)
    except UnknownDocumentError as error:
        ctx = click.get_current_context()
        param = next(param for param in ctx.command.params if param.name == "documents")
        raise click.BadParameter(say(error.said), ctx, param) from None
