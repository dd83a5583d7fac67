"""The checks of what programs hand to the public functions.

Each raises ``TypeError`` or ``ValueError`` with the name of the argument.
"""

import datetime
import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set, ValuesView
from dataclasses import replace
from typing import Any

from ..diagnostics.extras import TABLE
from ..domain.assessments import Settings
from ..domain.pace import METHODS, PaceMethod
from ..domain.reports import Period
from ..load.chosen_documents import UnknownDocumentError
from ..load.in_memory import InMemory, Names, held, is_in_memory
from ..load.targets import TargetLibrary, library_in_use
from ..run.options import RegisterOptions, RunOptions, baseline_at, today
from ..shapes.dates import period_of

Path = str | os.PathLike[str]
FileLike = Path | InMemory
"""A path, or what a program holds in memory in place of a file."""

Files = FileLike | Sequence[FileLike] | Set[FileLike] | ValuesView[FileLike] | Iterator[FileLike]
"""One of them, or several: any iterable will do; these are told apart from a mapping by checkers of types."""
Targets = TargetLibrary | Path
Ids = str | Iterable[str]
"""An id, or several."""


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
    baseline: Any = None,
    register: Any = None,
    register_report: Any = None,
) -> RunOptions:
    """Return the options of a run from the arguments of a public function.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        ImportError: where a register is given and what reads it is not installed.
        InputError: where the baseline cannot be read.
        TargetsError: where a target file that is needed has an error.
    """
    processes, day = read_jobs(jobs, "jobs"), read_day(as_of, "as_of", today())
    asked = read_settings(settings, "settings")
    if baseline is not None:
        asked = replace(asked, baseline=baseline_at(read_path(baseline, "baseline")))
    names = Names()
    named = read_report_files(paths, "paths", names)
    reviewed, past = read_files(reviews, "reviews", names), read_files(history, "history", names)
    library = read_targets(targets, "targets", documents)
    asking = _register(register, register_report, names)
    return RunOptions(named, library, day, asked, reviewed, processes, past, register=asking)


def _register(value: Any, report: Any, names: Names) -> RegisterOptions | None:
    """Return the register of a run, and the file for what it does not count."""
    written = None if report is None else read_path(report, "register_report")
    if value is None:
        if written is not None:
            raise ValueError("register_report: there is no register")
        return None
    TABLE.require("register")
    return RegisterOptions(read_file_like(value, "register", names), written)


def read_path(value: Any, name: str) -> str:
    """Return one path as text."""
    if not isinstance(value, str | os.PathLike) or isinstance(path := os.fspath(value), bytes):
        raise TypeError(f"{name}: a path is a str or an os.PathLike of str, not {_sort(value)}")
    if not path:
        raise ValueError(f"{name}: the path is empty")
    return path


def read_file_like(value: Any, name: str, names: Names | None = None) -> str:
    """Return a path as text; of what is held in memory, its name with its bytes."""
    if isinstance(value, str | os.PathLike):
        return read_path(value, name)
    if not is_in_memory(value):
        raise TypeError(f"{name}: {_FILE_LIKE}, not {_sort(value)}")
    return held(value, name, names or Names())


def read_files(value: Any, name: str, names: Names) -> tuple[str, ...]:
    """Return several files as paths; one may stand for itself."""
    if isinstance(value, str | os.PathLike) or is_in_memory(value):
        return (read_file_like(value, name, names),)
    if not isinstance(value, Iterable) or isinstance(value, bytes):
        raise TypeError(f"{name}: {_FILE_LIKE}, or an iterable of these, not {_sort(value)}")
    return tuple(read_file_like(one, name, names) for one in value)


def read_report_files(values: tuple[Any, ...], name: str, names: Names) -> tuple[str, ...]:
    """Return the paths of reports; there must be one at least, as nothing comes of none."""
    found = tuple(path for value in values for path in read_files(value, name, names))
    if not found:
        raise ValueError(f"{name}: name at least one report, or a folder of reports")
    return found


_FILE_LIKE = "a path, a mapping, a ReportText, an open file or a table"


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
    is_open = isinstance(value, TargetLibrary)
    library = value if is_open else library_in_use(None if value is None else read_path(value, name))
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
