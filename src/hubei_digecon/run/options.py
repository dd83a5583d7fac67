"""The options of a run as one value, and the checks of what programs hand to the public functions.

Each check raises ``TypeError`` or ``ValueError`` with the name of the argument.
"""

import datetime
import io
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from ..domain.assessments import Settings
from ..domain.pace import METHODS, PaceMethod
from ..domain.reports import Period
from ..load.chosen_documents import UnknownDocumentError
from ..load.search.inputs import Input, find_inputs
from ..load.source import STANDARD_INPUT
from ..load.targets import TargetLibrary, library_in_use
from ..shapes.dates import period_of

Path = str | os.PathLike[str]
Paths = Path | Iterable[Path]
Targets = TargetLibrary | Path
Names = str | Iterable[str]
"""An id, or several."""

CHINA = datetime.timezone(datetime.timedelta(hours=8))
"""Days are those of Hubei, wherever the machine stands."""


class RunOptions(NamedTuple):
    """The options that check and score share, from the command line or a program.

    Attributes:
        paths: the reports: files, folders that are searched for them, ``-`` for standard input.
        library: the target files to hold reports against.
        as_of: the day that decides which attestations and waivers are in force.
        settings: what to hold to.
        reviews: files and folders of reviews; each goes with the reports of its entity and period.
        history: files and folders of earlier reports, which others are compared with.
        jobs: how many processes work on many inputs; ``None``: as many as this one may use.
    """

    paths: tuple[str, ...]
    library: TargetLibrary
    as_of: datetime.date
    settings: Settings
    reviews: tuple[str, ...] = ()
    jobs: int | None = 1
    history: tuple[str, ...] = ()

    def inputs(self) -> Iterator[Input]:
        """Return the inputs in the order given, folders searched in the order of names."""
        return find_inputs(self.paths, self.settings.exclude)

    @property
    def processes(self) -> int | None:
        """How many processes may work on the inputs. Standard input can be read by this one only."""
        return 1 if STANDARD_INPUT in self.paths else self.jobs


def read_options(
    paths: tuple[Any, ...],
    *,
    targets: Any = None,
    reviews: Any = (),
    history: Any = (),
    as_of: Any = None,
    settings: Any = None,
    jobs: Any = 1,
    documents: Any = (),
) -> RunOptions:
    """Return the options of a run from the arguments of a public function.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        TargetsError: where a target file that is needed has an error.
    """
    named, processes = read_report_paths(paths, "paths"), read_jobs(jobs, "jobs")
    reviewed, day = read_paths(reviews, "reviews"), read_day(as_of, "as_of", today())
    held, past = read_settings(settings, "settings"), read_paths(history, "history")
    library = read_targets(targets, "targets", documents)
    return RunOptions(named, library, day, held, reviewed, processes, past)


def today() -> datetime.date:
    """Return today's date in Hubei (UTC+8)."""
    return datetime.datetime.now(CHINA).date()


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


def read_report_paths(values: tuple[Any, ...], name: str) -> tuple[str, ...]:
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
    from ..diagnostics.catalogue import (
        why_not_told,  # gathers all kinds, which only settings that name some need
    )

    for key, ids, errors in (("select", value.select, True), ("ignore", value.ignore, False)):
        for id in ids:
            if why := why_not_told(id, errors):
                raise ValueError(f"{name}.{key}: {why.en}")
    return value


def read_targets(value: Any, name: str, documents: Any = ()) -> TargetLibrary:
    """Return a library of targets, those of a folder, or those that come with the package, judged by the
    documents of some ids.

    Raises:
        ValueError: where no document has one of the ids; says which is meant.
        TargetsError: where the folder holds no catalogue, or a file that is needed has an error.
    """
    asked = read_ids(documents, "documents")
    if isinstance(value, TargetLibrary):
        return _by_documents(value, asked)
    library = library_in_use(None if value is None else read_path(value, name))
    _ = library.catalogue, library.documents
    library.raise_faults()
    return _by_documents(library, asked)


def _by_documents(library: TargetLibrary, asked: tuple[str, ...]) -> TargetLibrary:
    try:
        return library.by_documents(asked)
    except UnknownDocumentError as error:
        raise ValueError(f"documents: {error}") from None


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


def read_ids(value: Any, name: str, known: Collection[str] | None = None) -> tuple[str, ...]:
    """Return ids, of those that are known where they are; one id may stand for itself."""
    if not isinstance(value, Iterable) or isinstance(value, bytes | Mapping):
        raise TypeError(f"{name}: an id, or an iterable of ids, not {_sort(value)}")
    ids = (value,) if isinstance(value, str) else tuple(value)
    for id in ids:
        if not isinstance(id, str):
            raise TypeError(f"{name}: an id is a str, not {_sort(id)}")
        if known is not None and id not in known:
            raise ValueError(f"{name}: there is no {id}")
    return ids


def read_method(value: Any, name: str) -> PaceMethod:
    """Return the method of a pace by its id, or as it is."""
    if isinstance(value, PaceMethod):
        return value
    if not isinstance(value, str):
        raise TypeError(f"{name}: the id of a method, not {_sort(value)}")
    if value not in METHODS:
        raise ValueError(f"{name}: there is no {value}; there are {', '.join(METHODS)}")
    return METHODS[value]


def _sort(value: object) -> str:
    return "None" if value is None else type(value).__name__
