"""The types of the scoreboard: a row a place, what was not read, and what everything rests on."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from ..findings import Assessment, FileDigest, FileRemarks, Finding, Settings, Verdict
from ..model.reports import Period
from ..model.targets import Entity, PolicyDocument
from ..model.words import EntityKind
from ..tally import Tally, counted
from .ranking import Rank, Ranking
from .recipe import Recipe
from .score import Score


@dataclass(frozen=True, slots=True)
class ValueChange:
    """What one target's value came to before and now, both in the target's unit."""

    finding: Finding
    earlier: Finding

    @property
    def difference(self) -> Fraction | None:
        """Now less before; ``None`` where either has no value."""
        now, before = self.finding.decided_on, self.earlier.decided_on
        return None if now is None or before is None else now - before


@dataclass(frozen=True, slots=True)
class Change:
    """The change since the latest earlier report of the same length.

    ``mean`` is the mean attainment now less that of then, both over the targets that have a value in
    both reports and with the same weights; ``None`` where there is no such target. ``values`` are
    those of the numeric targets judged in both, each on the figure that is asked for.
    """

    earlier: Assessment
    mean: Fraction | None
    targets: int
    values: tuple[ValueChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One place. ``assessment`` is ``None`` where it has no report for the period (未报送); it is
    invalid, without findings, where equal revisions leave open which report counts.

    ``found`` is how many reports of the place were found, of whatever period and revision;
    ``change`` is ``None`` without an earlier report, ``rank`` where the places are not ranked.
    """

    entity: Entity
    found: int
    assessment: Assessment | None = None
    score: Score | None = None
    largest_gap: Finding | None = None
    change: Change | None = None
    rank: Rank | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict; ``None`` where there is no report."""
        return self.assessment.verdict if self.assessment else None


@dataclass(frozen=True, slots=True)
class Scoreboard:
    """All places with targets, in the order of the notice, for one period.

    ``period`` is ``None`` where no report was found; ``files`` is how many were read. ``unread`` are the
    inputs that could not be read, ``remarks`` what there is to say of other files, above all across
    reports. ``unpublished`` tells for each kind how many places the documents name whose targets are
    not published: they are counted, not invented. ``rankings`` has one for each kind of place, where
    ranks were asked for.
    """

    as_of: datetime.date
    settings: Settings
    period: Period | None
    rows: tuple[Row, ...]
    recipe: Recipe
    files: int = 0
    unread: tuple[Assessment, ...] = ()
    remarks: tuple[FileRemarks, ...] = ()
    unpublished: int = 0
    named: int = 0
    rankings: Mapping[EntityKind, Ranking] = field(default_factory=dict)
    documents: Mapping[str, PolicyDocument] = field(default_factory=dict)
    target_files: Sequence[FileDigest] = ()
    reviews: Sequence[FileDigest] = ()

    @property
    def tally(self) -> Tally:
        """What the places, and the inputs that could not be read, come to."""
        assessments = [row.assessment for row in self.rows if row.assessment]
        tally = counted((*assessments, *self.unread), self.remarks, self.settings)
        tally.absent = len(self.rows) - len(assessments)
        return tally

    @property
    def illustrative(self) -> bool:
        """Whether any value that is shown is not published."""
        shown = (row.assessment for row in self.rows if row.assessment)
        earlier = (row.change.earlier for row in self.rows if row.change)
        return any(one.illustrative for one in (*shown, *earlier))
