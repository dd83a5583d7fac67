"""The places that generated reports are of: the three with published targets, and any number made up."""

from dataclasses import dataclass, replace
from random import Random

from .thresholds import read_thresholds


@dataclass(frozen=True, slots=True)
class Aim:
    """The line around which values of an indicator are drawn, their unit, and how they meet it."""

    indicator: str
    line: float
    unit: str
    comparator: str = "at_least"


@dataclass(frozen=True, slots=True)
class Place:
    """An entity: its numeric targets, its milestones, and what it gives beside them, about so large."""

    entity: str
    aims: tuple[Aim, ...]
    milestones: tuple[str, ...]
    context: tuple[Aim, ...] = ()


def _published(entity: str, milestones: tuple[str, ...], context: tuple[Aim, ...] = ()) -> Place:
    """Return a place with the lines of its own numeric targets."""
    aims = (
        Aim(line.indicator, line.line, line.unit, line.comparator)
        for line in read_thresholds()
        if line.entity == entity
    )
    return Place(entity, tuple(aims), milestones, context)


PLACES = (
    _published(
        "wuhan",
        ("demonstration_outcomes",),
        (Aim("core_value_added", 2700, "亿元"), Aim("gazelle_firms", 600, "家")),
    ),
    _published(
        "wuhan-east-lake",
        ("future_tracks", "optics_valley_model"),
        (Aim("core_value_added", 1050, "亿元"),),
    ),
    _published("wuhan-wedz", ("5g_industrial_internet_zone", "manufacturing_path")),
)


def made_places(number: int) -> tuple[Place, ...]:
    """Return ``number`` places that do not exist, each with targets like those of a published one."""
    return tuple(_made(index) for index in range(number))


def _made(index: int) -> Place:
    """Return made-up place ``index``: the lines of a published one, each lowered by up to a fifth."""
    entity, model = f"bench-zone-{index + 1:03}", PLACES[index % len(PLACES)]
    random = Random(entity)
    aims = (replace(aim, line=max(1, aim.line * random.randint(80, 100) // 100)) for aim in model.aims)
    return replace(model, entity=entity, aims=tuple(aims))
