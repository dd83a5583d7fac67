"""lint, verify, new, load_report and load_targets: files that are read, or made to be filled."""

import datetime
import os
from collections.abc import Mapping
from typing import Any

from ..domain.assessments import Settings, read_flag
from ..domain.reports import Period, Report
from ..forms import NoTargetsError, asked, heading_of
from ..load.faults import accepted
from ..load.held_targets import held_targets
from ..load.in_memory import Names
from ..load.place_names import place_named
from ..load.references import NO_SUCH_ENTITY, without_targets
from ..load.reports import load_report as _load_report
from ..load.results import load_result
from ..load.source import MadeOf, is_made_of
from ..load.targets import TargetLibrary
from ..run.lint import lint_paths
from ..run.options import today
from ..run.verify import verify as _verify
from ..text import Lang
from .arguments import (
    FileLike,
    Files,
    Ids,
    Path,
    Targets,
    read_day,
    read_file_like,
    read_path,
    read_period,
    read_report_files,
    read_settings,
    read_targets,
)
from .empty_report import EmptyReport
from .results import FilesRead, Verification
from .returned import read_lang

TargetFile = str | Mapping[str, Any] | os.PathLike[str]
"""A target file in memory: its text in YAML, a mapping, or the path of one that stands elsewhere."""

MOST_ROWS = 1000
"""Rows that each list of a form may be asked to have."""


def load_targets(folder: Path | Mapping[str, TargetFile] | None = None) -> TargetLibrary:
    """Open the target files of ``folder``; by default those that come with the package.

    A mapping stands for a folder: the path of each file in it, as in ``cities/yichang.yaml``, with its text
    in YAML, a mapping, or the ``pathlib.Path`` of a file that stands elsewhere.

    Raises:
        TypeError, ValueError: where ``folder`` is no path and no mapping, or a file in it is none.
        TargetsError: where the folder holds no catalogue, or a file that is needed has an error.
        InputError: where a file that stands elsewhere cannot be read.
    """
    if isinstance(folder, Mapping):
        return read_targets(held_targets(folder, "folder"), "folder")
    return read_targets(None if folder is None else read_path(folder, "folder"), "folder")


def load_report(path: FileLike, targets: Targets | None = None) -> Report:
    """Read one report strictly.

    Raises:
        TypeError, ValueError: where an argument is not of its type; names it.
        InputError: where anything in it is an error; carries all of them, with their places.
    """
    named = read_file_like(path, "path")
    if is_made_of(named, MadeOf.ROWS):
        raise TypeError("path: a table may hold many reports; give it to check or lint")
    return _load_report(named, read_targets(targets, "targets"))


def lint(
    *paths: Files, targets: Targets | None = None, settings: Settings | None = None, strict: bool = False
) -> FilesRead:
    """Read reports, reviews, weights and target files without judging.

    Args:
        paths: the files, or folders that are searched for them, or what is held in memory.
        targets: the target files or their folder, by default those that come with the package.
        settings: which diagnostics are told, and what is left out of folders.
        strict: whether a warning weighs as much as an error.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        TargetsError: where the target files that they are read against have an error.
    """
    named, asked_for = read_report_files(paths, "paths", Names()), read_settings(settings, "settings")
    library, weighed = read_targets(targets, "targets"), read_flag(strict, "strict")
    read = lint_paths(named, library, asked_for)
    return FilesRead(read.files, read.settings, weighed, (*named, *library.paths()))


def verify(result: FileLike, targets: Targets | None = None) -> Verification:
    """Judge again what a JSON result names, and compare. Its paths are as seen from the working folder.

    Args:
        result: the file that ``--output-format json`` or ``write`` wrote, or what ``to_dict`` returned.
        targets: the target files or their folder, by default those that come with the package.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        InputError: where the result cannot be read.
        TargetsError: where the target files cannot be found.
    """
    path, library = read_file_like(result, "result"), read_targets(targets, "targets")
    return Verification.of(_verify(accepted(load_result(path)), library), (path, *library.paths()))


def new(
    entity: str,
    *,
    period: Period | str | None = None,
    by: str | None = None,
    date: datetime.date | None = None,
    rows: int | None = None,
    targets: Targets | None = None,
    documents: Ids = (),
    lang: Lang | None = None,
) -> EmptyReport:
    """Return an empty report of a place that says what to fill.

    Args:
        entity: the id, the name or another name of the place.
        period: as in ``2025`` or ``2025-M09``; by default the year by which most targets are due.
        by: the office that hands it in; left to be filled by default.
        date: the day on which it is handed in; left to be filled by default.
        rows: how many rows each list of a workbook has; by default a few.
        targets: the target files or their folder, by default those that come with the package.
        documents: the documents to be judged by, by their ids, or ``all``; by default the notice alone.
        lang: ``zh`` or ``en``; by default that of the environment.

    Raises:
        TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
        TargetsError: where a target file has an error.
    """
    library, asked_for = read_targets(targets, "targets", documents), read_period(period, "period")
    place, judged_by = _place_called(entity, library), library.judged_documents
    office, day = _office(by), None if date is None else read_day(date, "date", today())
    try:
        heading = heading_of(place, judged_by, asked_for, today())
    except NoTargetsError as error:
        raise ValueError(f"documents: {error.said.en}") from None
    filled = heading._replace(by=office, date=day, rows=_rows(rows))
    asks = tuple(asked(place, library.catalogue, judged_by))
    return EmptyReport(filled, asks, read_lang(lang), tuple(library.paths()))


def _place_called(name: Any, library: TargetLibrary) -> Any:
    if not isinstance(name, str):
        raise TypeError(f"entity: a str, not {type(name).__name__}")
    library.check_all()
    library.raise_faults()
    id = place_named(name, library)
    place = library.entity(id) if id else None
    if place is None:
        raise ValueError(f"entity: {NO_SUCH_ENTITY.format(**without_targets(name, library)).en}")
    return place


def _office(by: Any) -> str | None:
    if by is not None and (not isinstance(by, str) or not by.strip()):
        raise ValueError("by: the name of an office, which cannot be blank")
    return by


def _rows(rows: Any) -> int | None:
    if rows is not None and (
        not isinstance(rows, int) or isinstance(rows, bool) or not 1 <= rows <= MOST_ROWS
    ):
        raise ValueError(f"rows: a whole number from 1 to {MOST_ROWS}")
    return rows
