"""Cells that show their numbers rounded: told with a warning where that moves one across a target."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ....diagnostics import Diagnostic, diagnose
from ....domain.targets import Target
from ....quantity.numbers import plain
from ...place_names import place_named
from ...targets import TargetLibrary
from ...tree import Mapping, Scalar, place_of
from .diagnostics import ROUNDED, ROUNDED_ACROSS
from .reading import ShownNumber


class RoundedCell(NamedTuple):
    """A cell as it was read, and what it shows."""

    read: Scalar
    shown: ShownNumber


def told_rounded(root: Mapping, rounded: Iterable[RoundedCell], library: TargetLibrary) -> list[Diagnostic]:
    """Return what there is to say of the cells of a report that show their numbers rounded."""
    cells = {id(cell.read): cell for cell in rounded}
    return [_told(cell, *_figure_of(cell, root, library)) for cell in cells.values()]


def _told(cell: RoundedCell, targets: Sequence[Target], unit: str) -> Diagnostic:
    shown = str(cell.shown.text).strip()
    values = {"shown": shown, "text": str(cell.read)}
    for required, target_unit in _lines_between(cell.shown, targets, unit):
        values["required"] = f"{plain(required)}{target_unit}"
        return diagnose(ROUNDED_ACROSS, (), place_of(cell.read), **values)
    return diagnose(ROUNDED, (), place_of(cell.read), **values)


def _figure_of(cell: RoundedCell, root: Mapping, library: TargetLibrary) -> tuple[list[Target], str]:
    """Return the targets of the figure that a cell is the value of, and its unit; of another cell, none."""
    entity = library.entity(place_named(str(root.get("entity")).strip(), library) or "")
    for id, observation in root["observations"].items():
        if observation.get("value") is cell.read:
            judged = entity.judged(library.judged_documents) if entity else ()
            targets = [one for one in judged if one.indicator.id == id]
            return targets, cell.shown.unit or str(observation.get("unit") or "").strip()
    return [], ""


def _lines_between(
    shown: ShownNumber, targets: Sequence[Target], unit: str
) -> Iterator[tuple[Fraction, str]]:
    """Return what is required, a second tier too, where the shown number and the stored one differ on it."""
    if shown.number is None or shown.stored is None:
        return
    for target in targets:
        units = target.indicator.units
        if target.unit is None or unit not in units:
            continue
        factor = units.ratio(unit, target.unit)
        for required in (target.value, target.stretch):
            if (
                required is not None
                and len(
                    {
                        target.comparator.holds(number * factor, required)
                        for number in (shown.number, shown.stored)
                    }
                )
                > 1
            ):
                yield required, target.unit
