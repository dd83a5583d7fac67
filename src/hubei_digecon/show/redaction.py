"""Redaction: replaces the names and codes of items in what a run found, before any sentence is made of it.

Items are firms and platforms that a submitter lists behind a count. Their names get into diagnostics, into
the findings that repeat those diagnostics, and into free words about them. A source line can hold any.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import NamedTuple

from ..diagnostics import Diagnostic, Path, SourceFile
from ..domain.assessments import Assessment, FileDiagnostics, FileDigest
from ..domain.differences import Comparison
from ..domain.findings import Finding
from ..domain.reports import CONTACT, Evidence, Item, Observation
from ..domain.run import Run
from ..domain.scoreboard import Scoreboard, ScoreboardRow, ScoreChange, ValueChange
from ..domain.tasks import BETWEEN, Task
from ..judging.items import diagnostics as of_items
from ..judging.reviewing import UNUSED_ENTRY
from ..scoreboard.across import ITEM_ELSEWHERE
from ..text import Text
from ..trends.values import Trend

REDACTED = Text("〔已隐去〕", "[redacted]")
OMITTED = "〔…〕"
"""Stands for a name in free text, which is in one language."""

_NOT_COUNTED = (
    of_items.DUPLICATE_ITEM, of_items.ITEM_BELOW_LEVEL, of_items.ITEM_OUTSIDE_PERIOD, of_items.ITEM_EXPIRED,
    of_items.ITEM_OTHER_CERTIFICATE, of_items.ITEM_LACKS_FIELD, of_items.ITEM_REJECTED, of_items.ITEM_UNNAMED,
    of_items.ITEM_ONLY_SIGNED,
)  # fmt: skip
"""Diagnostics that say why an item was not counted, or perhaps not counted."""

_OF_ITEMS = {kind.id for kind in of_items.KINDS}
_TELLING = ("name", "other", "code", "certificate")
"""Values of a diagnostic on an item that identify the item."""

_INTO_ITEMS = {"items", "rejected_items"}
_OWN_KEYS = {*Item._fields, "reason"}
_INTO_ITEM = re.compile(r"items(?:\.\w+)?\[\d+\]")
_STEP_INTO_ITEM = re.compile(rf"({_INTO_ITEM.pattern}\.)(.*)", re.DOTALL)
"""The step below an item, in a symbolic place as it is written."""


class Redaction(NamedTuple):
    """What is redacted in one report: the ``names`` and codes of items.

    ``all``: also everything else that can name an item, even one that is not listed.
    """

    names: frozenset[str]
    all: bool

    def diagnostic(self, one: Diagnostic) -> Diagnostic:
        """Return a diagnostic whose values do not identify an item."""
        values = {key: self._value(key, value, one) for key, value in one.values.items()}
        source = one.source and self.source(one.source)
        at = self._at(one.at) if one.place else one.at
        return one._replace(values=values, source=source, at=at)

    def source(self, source: SourceFile) -> SourceFile:
        """Return a file without its lines, where a line can name an item."""
        return source._replace(line=_withheld) if self.all else source

    def words(self, text: str) -> str:
        """Return free text without the names; a name of a single character is too common to replace."""
        names = sorted((name for name in self.names if len(name) > 1), key=len, reverse=True)
        return re.sub("|".join(map(re.escape, names)), OMITTED, text) if names else text

    def told(self, label: Text, text: str) -> str:
        """Return what is told of a figure without the names; whom to call is nobody's to read."""
        return OMITTED if label == CONTACT and self.all else self.words(text)

    def _at(self, at: Path) -> Path:
        """Return a symbolic place without unknown keys inside items: such a key can be a name."""
        into = next((index for index, step in enumerate(at) if step in _INTO_ITEMS), None)
        if into is None or not self.all:
            return at
        kept = (step if isinstance(step, int) or step in _OWN_KEYS else OMITTED for step in at[into + 2 :])
        return (*at[: into + 2], *kept)

    def _value(self, key: str, value: object, one: Diagnostic) -> object:
        if not isinstance(value, str):
            return value
        if self._tells(key, value, one):
            return REDACTED
        return value if one.kind.id in _OF_ITEMS and key in _TELLING else self.words(value)

    def _tells(self, key: str, value: str, one: Diagnostic) -> bool:
        if one.kind is ITEM_ELSEWHERE:
            return key == "code"
        if one.kind.id in _OF_ITEMS and key in _TELLING:
            return self.all or value in self.names
        inside = not one.at or bool(_INTO_ITEMS.intersection(one.at))
        return self.all and inside and key in ("text", "key") and value not in _OWN_KEYS


def _withheld(_number: int) -> str:
    return ""


def redacted(run: Run, counted_only: bool = False, names: Iterable[str] = ()) -> Run:
    """Return a run without names of items, or only without those of items that were counted; ``names`` are
    those of items of reports that it does not hold.
    """
    named = frozenset(chain(names, names_of(run))) if run.earlier_tasks else frozenset()
    return replace(
        run,
        assessments=tuple(redacted_report(one, counted_only) for one in run.assessments),
        file_diagnostics=tuple(_files(run.file_diagnostics, counted_only)),
        earlier_tasks=run.earlier_tasks if counted_only else tuple(_tasks(run.earlier_tasks, named)),
    )


def names_of(run: Run) -> frozenset[str]:
    """Return the names and codes of all items in the reports of a run."""
    return frozenset(name for one in run.assessments for name in _names(one, counted_only=False))


def redacted_board(board: Scoreboard, counted_only: bool = False) -> Scoreboard:
    """Return a scoreboard without names of items, or only without those of items that were counted."""
    return board._replace(
        rows=tuple(_row(row, counted_only) for row in board.rows),
        unread=tuple(redacted_report(one, counted_only) for one in board.unread),
        file_diagnostics=tuple(_files(board.file_diagnostics, counted_only)),
    )


def redacted_trend(trend: Trend, counted_only: bool = False) -> Trend:
    """Return a trend without names of items, or only without those of items that were counted."""
    return replace(
        trend,
        unread=tuple(redacted_report(one, counted_only) for one in trend.unread),
        file_diagnostics=tuple(_files(trend.file_diagnostics, counted_only)),
    )


def redacted_comparison(comparison: Comparison) -> Comparison:
    """Return a comparison without names of items, and without the lines of files."""
    return comparison._replace(
        unread=tuple(redacted_report(one, counted_only=False) for one in comparison.unread),
        file_diagnostics=tuple(_files(comparison.file_diagnostics, counted_only=False)),
    )


def _files(files: Iterable[FileDiagnostics], counted_only: bool) -> Iterator[FileDiagnostics]:
    redaction = Redaction(frozenset(), not counted_only)
    for file in files:
        told = tuple(map(redaction.diagnostic, file.diagnostics))
        yield file._replace(source=redaction.source(file.source), diagnostics=told)


def redacted_report(one: Assessment, counted_only: bool = False) -> Assessment:
    """Return a report without names of items, or only without those of items that were counted."""
    redaction = Redaction(frozenset(_names(one, counted_only)), not counted_only)
    return one._replace(
        source=redaction.source(one.source),
        findings=tuple(_finding(finding, redaction) for finding in one.findings),
        diagnostics=tuple(map(redaction.diagnostic, one.diagnostics)),
        documents=tuple(FileDigest(redaction.words(file.path), file.sha256) for file in one.documents),
    )


def _names(assessment: Assessment, counted_only: bool) -> Iterator[str]:
    """Return the names and codes of the items of a report, and of those that only its reviews name."""
    if not counted_only:
        yield from (
            str(one.values["key"]).strip("“”")
            for one in assessment.diagnostics
            if one.kind is UNUSED_ENTRY and one.at[0] == "rejected_items"
        )
    for finding in assessment.findings:
        items = finding.observation.items if finding.observation else ()
        left = set(_not_counted(finding.diagnostics)) if counted_only else set()
        shown = {text for index, item in enumerate(items) if index in left for text in _named(item)}
        for index, item in enumerate(items):
            if index not in left:
                yield from (text for text in _named(item) if text not in shown)


def _named(item: Item) -> tuple[str, ...]:
    return tuple(filter(None, (item.name, item.code)))


def _not_counted(diagnostics: Iterable[Diagnostic]) -> Iterator[int]:
    """Return the positions of the items that were not counted."""
    for one in diagnostics:
        if one.kind in _NOT_COUNTED and isinstance(one.at[3], int):
            yield one.at[3]


def _finding(finding: Finding, redaction: Redaction) -> Finding:
    """Return a finding with redacted diagnostics; its own words are made of them too."""
    return finding._replace(
        words=lambda retell: finding.words(lambda one: retell(redaction.diagnostic(one))),
        observation=finding.observation and _observation(finding.observation, redaction),
        diagnostics=tuple(map(redaction.diagnostic, finding.diagnostics)),
    )


def _observation(observation: Observation, redaction: Redaction) -> Observation:
    told = tuple((label, redaction.told(label, text)) for label, text in observation.told)
    return observation._replace(
        told=told,
        items=() if redaction.all else observation.items,
        source=observation.source and _evidence(observation.source, redaction),
        evidence=tuple(_evidence(one, redaction) for one in observation.evidence),
    )


def _evidence(one: Evidence, redaction: Redaction) -> Evidence:
    """Return evidence whose title, issuer and file do not name an item."""
    title, issuer, document = (text and redaction.words(text) for text in one[:3])
    return one._replace(title=title, issuer=issuer, document=document)


def _tasks(tasks: Iterable[Task], names: frozenset[str]) -> Iterator[Task]:
    """Return the tasks of an earlier list, which an office may have written in, without names of items."""
    redaction = Redaction(names, all=True)
    for task in tasks:
        key = _STEP_INTO_ITEM.sub(
            lambda step: step[0] if step[2] in _OWN_KEYS else step[1] + OMITTED, task.key
        )
        of_item = key.endswith(BETWEEN) or _INTO_ITEM.search(key)
        what, by, deadline = map(redaction.words, (task.what, task.by, task.deadline))
        yield task._replace(key=key, what=OMITTED if of_item else what, by=by, deadline=deadline)


def _row(row: ScoreboardRow, counted_only: bool) -> ScoreboardRow:
    """Return a row with the findings of its redacted report."""
    assessment = row.assessment and redacted_report(row.assessment, counted_only)
    findings = {one.target.id: one for one in assessment.findings} if assessment else {}
    return row._replace(
        assessment=assessment,
        largest_gap=row.largest_gap and findings[row.largest_gap.target.id],
        change=row.change and _change(row.change, findings, counted_only),
    )


def _change(change: ScoreChange, now: Mapping[str, Finding], counted_only: bool) -> ScoreChange:
    earlier = redacted_report(change.earlier, counted_only)
    before = {one.target.id: one for one in earlier.findings}
    values = tuple(
        ValueChange(now[one.finding.target.id], before[one.earlier.target.id], one.change)
        for one in change.values
    )
    return change._replace(earlier=earlier, values=values)
