"""Compare two results, two submissions or two folders of targets; judge first what has not been judged."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ..comparison.results import compare_results, conditions_of
from ..comparison.targets import TargetFolder, compare_targets
from ..domain.differences import Compared, ComparedSort, Comparison, FoundDifference
from ..domain.outcomes import Verdict
from ..domain.run import Run
from ..domain.targets import Catalogue
from ..load.chosen_documents import UnknownDocumentError
from ..load.faults import accepted
from ..load.results import load_compared
from ..load.search.unreadable import is_result
from ..load.source import STANDARD_INPUT
from ..load.targets import CATALOGUE, TargetLibrary
from ..quantity.kinds import Units
from ..shapes.result import Result
from ..show.json import result as result_of
from ..show.targets import TargetList
from ..show.targets.json import listing
from ..text import Text
from .check import check_reports
from .judge import Judge
from .options import RunOptions
from .verify import options_of

NOT_COMPARABLE = Text(
    "{a} 是{sort_a}，{b} 是{sort_b}，不能比较：两方应都是结果、都是报告，或都是目标文件夹；"
    "结果也可与报告比较",
    "{a} is {sort_a}, {b} is {sort_b}, and these cannot be compared: give two results, two reports or "
    "folders of them, or two folders of targets; a result can be compared with reports too",
)
DOCUMENT_GONE = Text(
    "没有结果所依据的文件“{id}”；用 --targets 指明得出该结果时的目标文件夹",
    "there is no document “{id}”, which the result is by; name by --targets the folder that it was made with",
)
AS_IN = Text(
    "{path} 的报告按 {result} 所记的核验基准日、设置、文件和复核意见核验",
    "the reports of {path} are judged as of the day, by the settings, documents and reviews that {result} "
    "names",
)


class NotComparableError(ValueError):
    """Two things that cannot be compared, and why."""

    def __init__(self, said: Text) -> None:
        super().__init__(said.en)
        self.said = said


class JudgedSide(NamedTuple):
    """One side as a result, and the run that it came from where it was judged just now."""

    compared: Compared
    result: Result
    run: Run | None = None


def compare_paths(a: str, b: str, options: RunOptions) -> Comparison:
    """Return in what ``b`` differs from ``a``.

    Args:
        a: the path of a result, a report, a folder of reports, or a folder of targets.
        b: a path of the same sort; a result goes with reports too.
        options: how reports are judged. Beside a result they are judged as it was.

    Raises:
        NotComparableError: where the two are of sorts that do not go together.
        InputError: where a result cannot be read.
        TargetsError: where a target file that is needed has an error.
    """
    sorts = [sort_of(path, options.library) for path in (a, b)]
    if ComparedSort.TARGETS not in sorts:
        results = [_read(path, sort) for path, sort in zip((a, b), sorts, strict=True)]
        return _compare_judged((a, b), results, options)
    if sorts[0] is not sorts[1]:
        raise NotComparableError(NOT_COMPARABLE.format(a=a, b=b, sort_a=sorts[0].term, sort_b=sorts[1].term))
    return _compare_folders(a, b)


def sort_of(path: str, library: TargetLibrary) -> ComparedSort:
    """Return what sort of thing a path is: a folder with a catalogue holds targets."""
    if path != STANDARD_INPUT and os.path.isdir(path):
        is_catalogued = os.path.isfile(os.path.join(path, CATALOGUE))
        return ComparedSort.TARGETS if is_catalogued else ComparedSort.REPORTS
    may_be_result = path != STANDARD_INPUT and os.path.isfile(path)
    return ComparedSort.RESULT if may_be_result and is_result(path, library) else ComparedSort.REPORTS


def _read(path: str, sort: ComparedSort) -> Result | None:
    return accepted(load_compared(path)).result if sort is ComparedSort.RESULT else None


def _compare_judged(
    paths: tuple[str, str], results: Sequence[Result | None], options: RunOptions
) -> Comparison:
    """Compare results, or reports, or one with the other."""
    _ = options.library.catalogue
    options.library.raise_faults()
    fellow = next((one for one in results if one), None)
    if fellow and None in results:
        options = options_of(fellow, _library_of(fellow, options.library), ())
    sides = [_side(path, one, options) for path, one in zip(paths, results, strict=True)]
    found = compare_results(sides[0].result, sides[1].result, _units_of(options.library.catalogue))
    before, after = (conditions_of(side.result) for side in sides)
    runs = [side.run for side in sides if side.run]
    told = [one for run in runs for one in run.file_diagnostics]
    return Comparison(
        sides[0].compared,
        sides[1].compared,
        found.differences,
        (*_as_in(paths, results), *before.differing(after), *found.notes),
        _names(found.differences, options.library),
        options.settings,
        tuple(one for run in runs for one in run if one.verdict is Verdict.INVALID),
        tuple(one for number, one in enumerate(told) if one not in told[:number]),
        tuple(one.source.path for run in runs for one in (*run, *run.file_diagnostics)),
    )


def _library_of(result: Result, library: TargetLibrary) -> TargetLibrary:
    """Return the target files, judged by the documents that a result is by.

    Raises:
        NotComparableError: where one of these documents is not there.
    """
    try:
        return library.by_documents(result.judged_documents)
    except UnknownDocumentError as error:
        raise NotComparableError(DOCUMENT_GONE.format(id=error.id)) from None


def _side(path: str, result: Result | None, options: RunOptions) -> JudgedSide:
    """Return one side, judged where it is not a result."""
    run = None if result else check_reports(Judge.of(options._replace(paths=(path,))))
    made = result_of(run) if run else result
    assert made is not None
    compared = Compared(
        path,
        ComparedSort.REPORTS if run else ComparedSort.RESULT,
        len(made.assessments),
        made.as_of,
        any(one.illustrative for one in made.assessments),
    )
    return JudgedSide(compared, made, run)


def _as_in(paths: Sequence[str], results: Sequence[Result | None]) -> Iterator[Text]:
    """Return by what the reports were judged that are compared with a result."""
    named = [path for path, one in zip(paths, results, strict=True) if one]
    judged = [path for path, one in zip(paths, results, strict=True) if one is None]
    if named and judged:
        yield AS_IN.format(path=judged[0], result=named[0])


def _units_of(catalogue: Catalogue) -> Callable[[str], Units | None]:
    def units_of(indicator: str) -> Units | None:
        known = catalogue.indicators.get(indicator)
        return known.units if known else None

    return units_of


def _names(differences: Iterable[FoundDifference], library: TargetLibrary) -> Mapping[str, Text]:
    """Return the names of the places and indicators that differ, as far as the library knows them."""
    names: dict[str, Text] = {}
    for one in differences:
        entity = library.entity(one.subject.entity) if one.subject.entity else None
        indicator = library.catalogue.indicators.get(one.subject.indicator or "")
        names |= {entity.id: entity.name} if entity else {}
        names |= {indicator.id: indicator.short} if indicator else {}
    return names


def _compare_folders(a: str, b: str) -> Comparison:
    """Compare two folders of targets, every document and place of each."""
    one, other = (_folder(path) for path in (a, b))
    sides = [
        Compared(path, ComparedSort.TARGETS, sum(len(place.targets) for place in each.listing.places))
        for path, each in ((a, one), (b, other))
    ]
    names = {place.entity: place.name for each in (one, other) for place in each.listing.places}
    names |= {
        id: indicator.short for each in (one, other) for id, indicator in each.catalogue.indicators.items()
    }
    read = tuple(path for folder in (a, b) for path in TargetLibrary(Path(folder)).paths())
    return Comparison(sides[0], sides[1], compare_targets(one, other), names=names, read=read)


def _folder(path: str) -> TargetFolder:
    """Return what a folder of targets holds.

    Raises:
        TargetsError: where a file of it has an error.
    """
    library = TargetLibrary(Path(path))
    library.check_all()
    library.raise_faults()
    files, _ = library.used(library.files)
    listed = TargetList(library.entities(), library.documents, files)
    return TargetFolder(listing(listed), library.catalogue)
