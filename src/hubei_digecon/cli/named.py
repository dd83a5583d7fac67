"""The place that an argument names: by its id, its name in either language, or an alias."""

import click

from ..load.places import place_meant, place_named
from ..load.targets import TargetLibrary
from ..model.targets import Entity
from ..text import Text
from .language import say

NO_SUCH_ENTITY = Text(
    "没有“{name}”的目标。{suggestion}已有：{known}",
    "there are no targets for “{name}”; {suggestion}places: {known}",
)


def entity_called(name: str, library: TargetLibrary) -> Entity:
    """Return the place of exactly this name; every target file is read, so that all faults are told.

    Raises:
        click.UsageError: where there is none such; says which is near.
        TargetsError: where a target file has an error.
    """
    library.check_all()
    library.raise_faults()
    id = place_named(name, library)
    entity = library.entity(id) if id else None
    if entity is None:
        values = {"name": name, "suggestion": place_meant(name, library), "known": ", ".join(library.files)}
        raise click.UsageError(say(NO_SUCH_ENTITY.format(**values)))
    return entity
