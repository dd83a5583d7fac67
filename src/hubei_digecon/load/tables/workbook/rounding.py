"""Cells that show their numbers rounded: told with a warning where that moves one across a target."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from ....diagnostics import Diagnostic, remark
from ....exact import plain
from ....model.targets import Target
from ....units import UNITS, ratio
from ...places import place_named
from ...targets import TargetLibrary
from ...tree import Mapping, Scalar, place_of
from .reading import ShownNumber
from .remarks import ROUNDED, ROUNDED_ACROSS


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
        return remark(ROUNDED_ACROSS, (), place_of(cell.read), **values)
    return remark(ROUNDED, (), place_of(cell.read), **values)


def _figure_of(cell: RoundedCell, root: Mapping, library: TargetLibrary) -> tuple[list[Target], str]:
    """Return the targets of the figure that a cell is the value of, and its unit; of another cell, none."""
    entity = library.entity(place_named(str(root.get("entity")).strip(), library) or "")
    for id, observation in root["observations"].items():
        if observation.get("value") is cell.read:
            targets = [one for one in entity.targets if one.indicator.id == id] if entity else []
            return targets, cell.shown.unit or str(observation.get("unit") or "").strip()
    return [], ""


def _lines_between(
    shown: ShownNumber, targets: Sequence[Target], unit: str
) -> Iterator[tuple[Fraction, str]]:
    """Return what is required, a second tier too, where the shown number and the stored one differ on it."""
    if shown.number is None or shown.stored is None or unit not in UNITS:
        return
    for target in targets:
        if target.unit is None or UNITS[unit].kind is not UNITS[target.unit].kind:
            continue
        factor = ratio(unit, target.unit)
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
