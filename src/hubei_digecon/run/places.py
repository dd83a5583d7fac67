"""Read all target files of places once for a run, in several processes where there are many of them.

Worker processes that judge are started afterwards: they begin with what is read, and none reads it again.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import Any

from ..load.search.inputs import Input
from ..load.targets import PlaceRead, TargetLibrary
from .loop import AT_ONCE, WORTH_PROCESSES, processors


def with_places(
    library: TargetLibrary, inputs: Iterable[Input], jobs: int | None, many: bool = False
) -> Iterator[Input]:
    """Return the inputs. Where several processes will share them, and they are as many as there are places,
    or known to be ``many``, the files of all places are read before.

    Of fewer inputs each worker reads what it needs, which is less than there are.

    Raises:
        WorkerLostError: where a worker process ended early.
    """
    waiting = iter(inputs)
    if (processors() if jobs is None else jobs) == 1:
        return waiting
    if many:
        read_places(library, jobs)
        return waiting
    enough = max(WORTH_PROCESSES, len(library.files))
    first = list(islice(waiting, enough))
    if len(first) == enough:
        read_places(library, jobs)
    return chain(first, waiting)


def read_places(library: TargetLibrary, jobs: int | None) -> None:
    """Read the target files of all places that are not read yet. What is wrong with them, the library keeps.

    Raises:
        WorkerLostError: where a worker process ended early.
    """
    processes, unread = processors() if jobs is None else jobs, library.unread
    if processes == 1 or len(unread) < WORTH_PROCESSES:
        return library.take(library.read_places(unread))
    _ = library.catalogue, library.documents  # which every worker begins with
    from .processes import side_by_side  # few runs need the modules that start processes

    work: Any = partial(_read, library)
    parts: Any = _parts(unread)  # of ids, where those of a run are of inputs
    for _number, read in side_by_side(work, parts, processes):
        library.take(read)
    return None


def _read(library: TargetLibrary, ids: Sequence[str]) -> list[PlaceRead]:
    return list(library.read_places(ids))


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
