"""The options of a run as one value."""

import datetime
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..domain.assessments import Settings
from ..load.faults import accepted
from ..load.search.in_parts import in_parts
from ..load.search.inputs import Input, find_inputs
from ..load.source import STANDARD_INPUT
from ..load.targets import TargetLibrary
from ..records import NamedTuple

if TYPE_CHECKING:
    from ..domain.baseline import Baseline

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

    def inputs(self) -> Iterator[Input]:
        """Return the inputs in the order given, folders searched in the order of names."""
        return in_parts(find_inputs(self.paths, self.settings.exclude), self.library, self.memory)

    @property
    def beside(self) -> tuple[str, ...]:
        """The paths given of what is read beside the reports: reviews, history, the baseline."""
        baseline = self.settings.baseline
        return (*self.reviews, *self.history, *((baseline.file.path,) if baseline else ()))

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
