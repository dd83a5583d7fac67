"""The types of the scoreboard: a row for each place, its score, and how the score was made."""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ..brief import shown_briefly
from ..diagnostics import Diagnostic, SourceFile
from ..records import NamedTuple
from ..text import Text
from .assessments import Assessment, FileDiagnostics, FileDigest, Settings
from .changes import FigureChange
from .findings import Finding
from .outcomes import Verdict
from .reports import Period
from .run_counts import RunCounts, count_run, tell_baseline
from .targets import Entity, PolicyDocument, are_told
from .tasks import Task
from .words import EntityKind

Weights = Mapping[str, Fraction]
"""A weight for each indicator by id; one that is not there weighs 1."""

EQUAL: Weights = {}


@shown_briefly
class Weighting(NamedTuple):
    """An office's own weight of 0 or more for every scored indicator, by id. ``by`` and ``date`` tell who
    issued them and when.
    """

    source: SourceFile
    by: str
    date: datetime.date
    weights: Weights
    diagnostics: tuple[Diagnostic, ...] = ()


@shown_briefly
class ScorePart(NamedTuple):
    """One numeric target in a score.

    ``attainment`` is how much of what is required is attained, at most 1; ``None`` if no value counts.
    """

    finding: Finding
    weight: Fraction
    attainment: Fraction | None

    @property
    def indicator(self) -> str:
        """The indicator by id."""
        return self.finding.target.indicator.id


@shown_briefly
class Score(NamedTuple):
    """The mean attainment over ``parts``, at most 1, with its bounds.

    ``parts`` are the numeric targets that are not waived, in the order of the target file.
    """

    parts: tuple[ScorePart, ...]

    @property
    def valued(self) -> tuple[ScorePart, ...]:
        """The parts with a value."""
        return tuple(part for part in self.parts if part.attainment is not None)

    @property
    def coverage(self) -> Fraction | None:
        """Targets with a value ÷ numeric targets not waived; ``None`` without any."""
        return Fraction(len(self.valued), len(self.parts)) if self.parts else None

    @property
    def mean(self) -> Fraction | None:
        """The weighted mean over the parts with a value; ``None`` where none has one that weighs."""
        return weighted((part.weight, part.attainment) for part in self.parts)

    @property
    def lower(self) -> Fraction | None:
        """The mean with 0 for every missing value."""
        return self._bound(Fraction(0))

    @property
    def upper(self) -> Fraction | None:
        """The mean with 1 for every missing value."""
        return self._bound(Fraction(1))

    def _bound(self, missing: Fraction) -> Fraction | None:
        return weighted(
            (part.weight, missing if part.attainment is None else part.attainment) for part in self.parts
        )


def weighted(parts: Iterable[tuple[Fraction, Fraction | None]]) -> Fraction | None:
    """Return the weighted mean of the known values; ``None`` if none has a weight."""
    known = [(weight, value) for weight, value in parts if value is not None]
    whole = sum((weight for weight, _ in known), Fraction(0))
    return sum((weight * value for weight, value in known), Fraction(0)) / whole if whole else None


@shown_briefly
class Rank(NamedTuple):
    """The rank of one place among ``among`` of its kind, where ties share a rank, and its interval.

    The interval runs from the nearest-rank 5th to the 95th percentile over draws of the weights. The rank may
    lie outside of it if it depends on exactly these weights.
    """

    rank: int
    low: int
    high: int
    among: int


@shown_briefly
class Ranking(NamedTuple):
    """The ranks of the places of one kind by id, best first; or ``why_not``, the reason why there are none.

    ``left_out`` tells why a place cannot be ranked, whether or not others are.
    """

    ranks: dict[str, Rank]
    why_not: Text | None = None
    left_out: Mapping[str, Text] = {}


@shown_briefly
class RankedGroup(NamedTuple):
    """The places that are ranked among themselves: those of one kind, by one document."""

    kind: EntityKind
    document: str | None = None


@shown_briefly
class Recipe(NamedTuple):
    """What a score rests on: the weights, equal if none are given, and whether places are ranked.

    ``indexed``: the mean attainment was asked for; so it is with ranks or with weights of one's own.
    """

    weighting: Weighting | None = None
    ranked: bool = False
    indexed: bool = False

    @property
    def is_told(self) -> bool:
        """Whether people are shown the mean attainment and how it is made."""
        return self.indexed or self.ranked or self.weighting is not None

    @property
    def weights(self) -> Weights:
        """The weight of each indicator by id; one that is not there weighs 1."""
        return self.weighting.weights if self.weighting else EQUAL

    @property
    def weights_file(self) -> FileDigest | None:
        """The file that the weights come from; ``None`` where all are equal."""
        if self.weighting is None:
            return None
        source = self.weighting.source
        return FileDigest(source.path, source.sha256 or "")


@shown_briefly
class ValueChange(NamedTuple):
    """One target's values now and before, both in the target's unit; ``None`` where either is missing."""

    finding: Finding
    earlier: Finding
    change: FigureChange | None

    @property
    def difference(self) -> Fraction | None:
        """The value now minus the earlier one; ``None`` if either is missing."""
        return self.change.absolute if self.change else None


@shown_briefly
class ScoreChange(NamedTuple):
    """The change since the latest earlier report of the same length.

    ``mean`` is the mean attainment now minus the earlier one, both over the ``targets`` that have a value in
    both reports, with the same weights; ``None`` if there is no such target. ``values`` are the changes of
    the numeric targets judged in both, on figures of the scope asked for.
    """

    earlier: Assessment
    mean: Fraction | None
    targets: int
    values: tuple[ValueChange, ...] = ()


@shown_briefly
class ScoreboardRow(NamedTuple):
    """One place, by one document.

    ``assessment`` is ``None`` if the place has no report for the period (未报送). It is invalid, without
    findings, if equal revisions leave open which report counts. ``found`` counts the reports of the place, of
    any period and revision. ``change`` is ``None`` without an earlier report, ``rank`` if the places are not
    ranked. ``document`` is what its targets were published in, by its id; ``None`` if no document chosen sets
    any for it.
    """

    entity: Entity
    found: int
    assessment: Assessment | None = None
    score: Score | None = None
    largest_gap: Finding | None = None
    change: ScoreChange | None = None
    rank: Rank | None = None
    document: str | None = None

    @property
    def verdict(self) -> Verdict | None:
        """The verdict; ``None`` where there is no report."""
        return self.assessment.verdict if self.assessment else None


@shown_briefly
class Scoreboard(NamedTuple):
    """All places with targets in the documents chosen, document by document, for one period.

    ``period`` is ``None`` if no report was found. ``files`` counts the files read. ``unread`` are the inputs
    that could not be read, ``file_diagnostics`` the diagnostics on other files, such as those across reports.
    ``unpublished`` counts the places that the documents name without published targets. ``rankings`` has one
    for each kind of place and document, if ranks were asked for. ``registers`` are the registers of
    items that counts were proved by. ``earlier_tasks`` is the list that is carried on.
    """

    as_of: datetime.date
    settings: Settings
    period: Period | None
    rows: tuple[ScoreboardRow, ...]
    recipe: Recipe
    files: int = 0
    unread: tuple[Assessment, ...] = ()
    file_diagnostics: tuple[FileDiagnostics, ...] = ()
    unpublished: int = 0
    named: int = 0
    rankings: Mapping[RankedGroup, Ranking] = {}
    documents: Mapping[str, PolicyDocument] = {}
    target_files: Sequence[FileDigest] = ()
    reviews: Sequence[FileDigest] = ()
    history: Sequence[FileDigest] = ()
    earlier_tasks: Sequence[Task] = ()
    registers: Sequence[FileDigest] = ()

    @property
    def names_documents(self) -> bool:
        """Whether the rows are told with their documents: others were chosen than the default, or a place has
        several.
        """
        return are_told(self.documents) or len({row.entity.id for row in self.rows}) < len(self.rows)

    @property
    def counts(self) -> RunCounts:
        """The counts over the places and the inputs that could not be read."""
        assessments = [row.assessment for row in self.rows if row.assessment]
        counts = count_run((*assessments, *self.unread), self.file_diagnostics, self.settings)
        counts.absent = len(self.rows) - len(assessments)
        if self.settings.baseline:
            tell_baseline(counts, self, self.settings.baseline)
            period = str(self.period or "")
            absent = {
                (row.entity.id, period, row.document or "") for row in self.rows if row.assessment is None
            }
            counts.know_absent(len(absent & self.settings.baseline.absent))
        return counts

    @property
    def illustrative(self) -> bool:
        """Whether any value shown is not published."""
        shown = (row.assessment for row in self.rows if row.assessment)
        earlier = (row.change.earlier for row in self.rows if row.change)
        return any(one.illustrative for one in (*shown, *earlier))
