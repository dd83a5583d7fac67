"""The options of a run as one value."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..domain.assessments import Settings
from ..load.faults import accepted
from ..load.search.in_parts import in_parts, is_large, parts_about
from ..load.search.inputs import Input, find_inputs
from ..load.source import MAX_TABLE_BYTES, STANDARD_INPUT, HeldFile, read_bytes
from ..load.targets import TargetLibrary
from ..records import NamedTuple

if TYPE_CHECKING:
    from ..domain.baseline import Baseline

CHINA = datetime.timezone(datetime.timedelta(hours=8))
"""Days are those of Hubei, wherever the machine stands."""


class RegisterOptions(NamedTuple):
    """A register of items that counts are proved by: its file, a file for what is not counted, and how much
    memory reading it may take, as DuckDB writes that.
    """

    path: str
    report: str | None = None
    memory: str = "1GB"


def held_once(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return paths that can each be read twice: what stands on standard input is read now, and held.

    Raises:
        InputError: where it cannot be read.
    """
    if STANDARD_INPUT not in paths:
        return paths
    held = HeldFile(STANDARD_INPUT, read_bytes(STANDARD_INPUT, MAX_TABLE_BYTES))
    return tuple(held if path == STANDARD_INPUT else path for path in paths)


class RunOptions(NamedTuple):
    """The options that check and score share, from the command line or a program.

    Attributes:
        paths: the reports: files, folders that are searched for them, ``-`` for standard input.
        library: the target files to hold reports against.
        as_of: the day that decides which attestations and waivers are in force.
        settings: what to hold to.
        reviews: files and folders of reviews; each goes with the reports of its entity and period.
        history: files and folders of earlier reports, which others are compared with.
        register: a register of items that counts are proved by.
        jobs: how many processes work on many inputs; ``None``: as many as this one may use.
        memory: what sorting a table may take of memory, as in ``256MiB``; ``None``: the default.
    """

    paths: tuple[str, ...]
    library: TargetLibrary
    as_of: datetime.date
    settings: Settings
    reviews: tuple[str, ...] = ()
    jobs: int | None = 1
    history: tuple[str, ...] = ()
    memory: str | None = None
    register: RegisterOptions | None = None

    def inputs(self) -> Iterator[Input]:
        """Return the inputs in the order given, folders searched in the order of names."""
        return in_parts(find_inputs(self.paths, self.settings.exclude), self.library, self.memory)

    @property
    def has_many(self) -> bool:
        """Whether there are inputs enough for several processes, which a table of very many rows tells."""
        return any(map(is_large, self.paths))

    def number_of_inputs(self) -> int:
        """Return about how many inputs there are; the parts of a table are not made for that."""
        return sum(map(parts_about, find_inputs(self.paths, self.settings.exclude)))

    @property
    def beside(self) -> tuple[str, ...]:
        """The paths given of what is read beside the reports: reviews, history, a register, the baseline."""
        baseline = self.settings.baseline
        register = (self.register.path,) if self.register else ()
        return (*self.reviews, *self.history, *register, *((baseline.file.path,) if baseline else ()))

    @property
    def processes(self) -> int | None:
        """How many processes may work on the inputs. Standard input can be read by this one only."""
        return 1 if STANDARD_INPUT in self.paths else self.jobs


def today() -> datetime.date:
    """Return today's date in Hubei (UTC+8)."""
    return datetime.datetime.now(CHINA).date()


def baseline_at(path: str) -> "Baseline":
    """Return the earlier result at a path, to hold a run against.

    Raises:
        InputError: where it cannot be read.
    """
    from ..load.results import load_baseline  # few runs have one

    return accepted(load_baseline(path))
