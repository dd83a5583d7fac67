"""What programs hand to the public functions: checked before it is used, so that nothing is taken for another
thing than was meant. ``TypeError`` and ``ValueError`` name the argument.
"""

import datetime
import io
import os
from collections.abc import Iterable, Mapping
from typing import Any

from .findings import Settings
from .load.dates import period_of
from .load.targets import TargetLibrary, library_in_use
from .model.reports import Period

Path = str | os.PathLike[str]
Paths = Path | Iterable[Path]
Targets = TargetLibrary | Path


def read_path(value: Any, name: str) -> str:
    """Return one path as text."""
    if not isinstance(value, str | os.PathLike) or isinstance(path := os.fspath(value), bytes):
        raise TypeError(f"{name}: a path is a str or an os.PathLike of str, not {_sort(value)}")
    if not path:
        raise ValueError(f"{name}: the path is empty")
    return path


def read_paths(value: Any, name: str) -> tuple[str, ...]:
    """Return several paths as text; one path may stand for itself."""
    if isinstance(value, str | os.PathLike):
        return (read_path(value, name),)
    if not isinstance(value, Iterable) or isinstance(value, bytes | Mapping | io.IOBase):
        raise TypeError(f"{name}: a path, or an iterable of paths, not {_sort(value)}")
    return tuple(read_path(one, name) for one in value)


def read_inputs(values: tuple[Any, ...], name: str) -> tuple[str, ...]:
    """Return the paths of reports; there must be one at least, as nothing comes of none."""
    if not values:
        raise ValueError(f"{name}: name at least one report, or a folder of reports")
    return tuple(read_path(value, name) for value in values)


def read_day(value: Any, name: str, today: datetime.date) -> datetime.date:
    """Return a day, ``today`` where none is given; a ``datetime`` has no place in a day's comparison."""
    if value is None:
        return today
    if not isinstance(value, datetime.date) or isinstance(value, datetime.datetime):
        raise TypeError(f"{name}: a datetime.date, not {_sort(value)}")
    return value


def read_settings(value: Any, name: str) -> Settings:
    """Return settings whose diagnostics can be selected and ignored; the default where none are given."""
    if value is None:
        return Settings()
    if not isinstance(value, Settings):
        raise TypeError(f"{name}: Settings, not {_sort(value)}")
    if not value.select and not value.ignore:
        return value
    from .remarks import why_not_told  # gathers all kinds, which only settings that name some need

    for key, ids, errors in (("select", value.select, True), ("ignore", value.ignore, False)):
        for id in ids:
            if why := why_not_told(id, errors):
                raise ValueError(f"{name}.{key}: {why.en}")
    return value


def read_targets(value: Any, name: str) -> TargetLibrary:
    """Return a library of targets, those of a folder, or those that come with the package.

    Raises:
        TargetsError: where the folder holds no catalogue, or a file that is needed has an error.
    """
    if isinstance(value, TargetLibrary):
        return value
    library = library_in_use(None if value is None else read_path(value, name))
    _ = library.catalogue, library.documents
    library.raise_faults()
    return library


def read_period(value: Any, name: str) -> Period | None:
    """Return a period, as it is or as text writes it; ``None`` where none is asked for."""
    if value is None or isinstance(value, Period):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{name}: a str such as “2025” or “2025-M09”, or a Period, not {_sort(value)}")
    if (period := period_of(value)) is None:
        raise ValueError(f"{name}: {value} is no period; write it as in 2025 or 2025-M09")
    return period


def read_jobs(value: Any, name: str) -> int | None:
    """Return a number of processes; ``None``: as many as this one may use."""
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(f"{name}: a whole number or None, not {_sort(value)}")
    if value is not None and value < 1:
        raise ValueError(f"{name}: at least 1, not {value}")
    return value


def _sort(value: object) -> str:
    return "None" if value is None else type(value).__name__
