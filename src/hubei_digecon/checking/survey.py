"""The first pass of a scoreboard: every input is read, and what is kept of it says whether it counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..findings import Assessment, FileRemarks, Settings
from ..load.inputs import Input
from ..load.source import STANDARD_INPUT
from ..load.targets import TargetLibrary
from ..model.reports import Report
from ..scoreboard.choice import Heard
from ..scoreboard.over_time import stated_in
from .reading import read_input


@dataclass(frozen=True, slots=True)
class Listen:
    """The work on some inputs: read them, and tell what each is of."""

    library: TargetLibrary
    settings: Settings

    def __call__(self, inputs: Sequence[Input]) -> list[Heard | Assessment | FileRemarks]:
        """Return of each report what says whether it counts; of other inputs what there is to say."""
        heard = [
            self._of(read, part)
            for one in inputs
            for part, read in enumerate(read_input(one, self.library, self.settings, True))
        ]
        self.library.raise_faults()
        return heard

    def _of(self, read: Report | Assessment | FileRemarks, part: int) -> Heard | Assessment | FileRemarks:
        if not isinstance(read, Report):
            return read
        path = read.source.path
        kept = read if path == STANDARD_INPUT else None  # it cannot be read twice
        revision, figures = read.submitted.revision, stated_in(read)
        return Heard(path, read.entity, read.period, revision, kept, part, read.illustrative, figures)
