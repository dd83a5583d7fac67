"""The baseline of a run: an earlier result. What it has already is told as known, and does not fail a run."""

from collections import Counter
from collections.abc import Mapping
from fractions import Fraction

from ..brief import shown_briefly
from ..records import NamedTuple
from ..text import Closed, Text
from .assessments import FileDigest
from .conditions import Conditions
from .outcomes import Outcome, Verdict


@shown_briefly
class Trouble(Closed):
    """What keeps a report from being compliant, the worst first. ``outcomes`` are those that do."""

    MISSED = "missed", Text("未完成", "missed"), (Outcome.MISSED,)
    OPEN = "open", Text("待核定或未填报", "undecided or without data"), (Outcome.UNDECIDED, Outcome.NO_DATA)
    NOT_DUE = "not_due", Text("未到期", "not due"), (Outcome.NOT_DUE,)
    ERROR = "error", Text("填报错误", "errors"), ()

    def __init__(self, id: str, term: Text, outcomes: tuple[Outcome, ...]) -> None:
        self.id, self.term, self.outcomes = id, term, outcomes


def trouble_of(outcome: Outcome) -> Trouble | None:
    """Return what trouble an outcome is; ``None`` where it is none."""
    return next((one for one in Trouble if outcome in one.outcomes), None)


@shown_briefly
class KnownReport(NamedTuple):
    """A report in a baseline: its verdict, the outcome and the gap of every target that bore on it, and how
    many errors it had of each kind at each place.
    """

    verdict: str
    illustrative: bool
    outcomes: Mapping[str, Outcome]
    gaps: Mapping[str, Fraction]
    errors: Counter[tuple[str, str]]


ReportOf = tuple[str, str, str]
"""What a report in a baseline is found by: place, period and document, never its path. A document is empty
where none is told."""


@shown_briefly
class Baseline(NamedTuple):
    """An earlier result that a run is held against: its file, what it was judged under, and its reports.

    ``absent`` are the places without a report, by period and document. ``notes`` tell which reports it does
    not settle.
    """

    file: FileDigest
    conditions: Conditions
    reports: Mapping[ReportOf, KnownReport]
    absent: frozenset[ReportOf] = frozenset()
    notes: tuple[Text, ...] = ()

    def report(
        self, entity: str, period: str, document: str | None, illustrative: bool
    ) -> KnownReport | None:
        """Return a report; of an older result, which does not tell documents, by any document. Values that
        are not published say nothing of those that are, nor these of them.
        """
        found = self.reports.get((entity, period, document or "")) or self.reports.get((entity, period, ""))
        return found if found and found.illustrative == illustrative else None


@shown_briefly
class KnownFinding(NamedTuple):
    """A target that is no worse than it was in the baseline. ``wider``: its gap has grown."""

    target: str
    then: Outcome
    now: Outcome
    wider: bool = False


@shown_briefly
class KnownParts(NamedTuple):
    """What of an assessment the baseline has already, and what the run is left to be judged by.

    ``new`` and ``errors`` count what is not in it, and the errors that are. ``verdict`` is that which what is
    new gives; ``blocked``: something new is open that no choice of ``--fail-on`` lets pass. ``matched``: the
    baseline has the report.
    """

    findings: tuple[KnownFinding, ...]
    errors: int
    new: Counter[Trouble]
    verdict: Verdict
    blocked: bool
    matched: bool


@shown_briefly
class BaselineCounts:
    """What a run came to beside its baseline: how much of each trouble is known, and how much is new.

    ``wider`` counts the known misses whose gap has grown, ``unmatched`` the reports that the baseline does
    not have, ``absent`` the places that had no report then either. ``baseline`` and ``notes`` are set where
    it is told: ``notes`` are what bears on the comparison, a sentence each.
    """

    __slots__ = ("absent", "baseline", "known", "new", "notes", "unmatched", "wider")

    def __init__(self) -> None:
        self.known: Counter[Trouble] = Counter()
        self.new: Counter[Trouble] = Counter()
        self.wider = self.unmatched = self.absent = 0
        self.baseline: Baseline | None = None
        self.notes: tuple[Text, ...] = ()

    def add(self, known: KnownParts) -> None:
        """Count one report."""
        for one in known.findings:
            if trouble := trouble_of(one.now):
                self.known[trouble] += 1
            self.wider += one.wider
        self.known[Trouble.ERROR] += known.errors
        self.new.update(known.new)
        self.unmatched += not known.matched

    def join(self, other: "BaselineCounts") -> None:
        """Add the counts of a later part of the run."""
        self.known.update(other.known)
        self.new.update(other.new)
        self.wider += other.wider
        self.unmatched += other.unmatched

    def hold_against(self, baseline: Baseline, now: Conditions) -> None:
        """Take in which baseline it is, and in what its conditions are not those of the run."""
        self.baseline = baseline
        self.notes = (*baseline.conditions.differing(now), *baseline.notes)
