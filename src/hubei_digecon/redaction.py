"""Leaves the names and codes of items out of what a run found, before any format shows it.

Items are firms and platforms that a submitter lists behind a count. Their names get into remarks, into the
findings that repeat those remarks, and into free words that speak of them; a source line can hold any.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from .diagnostics import Diagnostic, Path, SourceFile
from .findings import Assessment, FileDigest, FileRemarks, Finding
from .items import remarks as of_items
from .model.reports import Item, Observation
from .run import Run
from .scoreboard.across import ITEM_ELSEWHERE
from .scoreboard.board import Change, Row, Scoreboard, ValueChange
from .text import Text

REDACTED = Text("〔已隐去〕", "[redacted]")
OMITTED = "〔…〕"
"""Stands for a name in free words, which are of one language."""

_NOT_COUNTED = (
    of_items.DUPLICATE_ITEM, of_items.ITEM_BELOW_LEVEL, of_items.ITEM_OUTSIDE_PERIOD, of_items.ITEM_EXPIRED,
    of_items.ITEM_OTHER_CERTIFICATE, of_items.ITEM_LACKS_FIELD, of_items.ITEM_REJECTED, of_items.ITEM_UNNAMED,
    of_items.ITEM_ONLY_SIGNED,
)  # fmt: skip
"""Remarks that tell why an item was not counted, or perhaps not."""

_OF_ITEMS = {kind.id for kind in of_items.KINDS}
_TELLING = ("name", "other", "code", "certificate")
"""Values of a remark on an item that tell which it is."""

_INTO_ITEMS = {"items", "rejected_items"}
_OWN_KEYS = {*Item._fields, "reason"}


@dataclass(frozen=True, slots=True)
class Redaction:
    """What is left out of one report. ``all``: whatever may name an item, even one that is not listed;
    else only ``names``: names and codes.
    """

    names: frozenset[str]
    all: bool

    def remark(self, one: Diagnostic) -> Diagnostic:
        """Return a remark with what tells of items left out."""
        values = {key: self._value(key, value, one) for key, value in one.values.items()}
        source = one.source and self.source(one.source)
        at = self._at(one.at) if one.place else one.at
        return replace(one, values=values, source=source, at=at)

    def source(self, source: SourceFile) -> SourceFile:
        """Return a file whose lines are not shown, where any of them may name an item."""
        return replace(source, line=_withheld) if self.all else source

    def words(self, text: str) -> str:
        """Return free words without the names in them; one of a single character names nothing."""
        names = sorted((name for name in self.names if len(name) > 1), key=len, reverse=True)
        return re.sub("|".join(map(re.escape, names)), OMITTED, text) if names else text

    def _at(self, at: Path) -> Path:
        """Return a symbolic place without keys within items that are none of ours: a name can stand there."""
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


def redacted(run: Run, counted_only: bool = False) -> Run:
    """Return a run without names of items, or only without those of items that were counted."""
    return replace(
        run,
        assessments=tuple(_assessment(one, counted_only) for one in run.assessments),
        remarks=tuple(_files(run.remarks, counted_only)),
    )


def redacted_board(board: Scoreboard, counted_only: bool = False) -> Scoreboard:
    """Return a scoreboard without names of items, or only without those of items that were counted."""
    return replace(
        board,
        rows=tuple(_row(row, counted_only) for row in board.rows),
        unread=tuple(_assessment(one, counted_only) for one in board.unread),
        remarks=tuple(_files(board.remarks, counted_only)),
    )


def _files(files: Iterable[FileRemarks], counted_only: bool) -> Iterator[FileRemarks]:
    redaction = Redaction(frozenset(), not counted_only)
    for file in files:
        told = tuple(map(redaction.remark, file.diagnostics))
        yield replace(file, source=redaction.source(file.source), diagnostics=told)


def _assessment(one: Assessment, counted_only: bool) -> Assessment:
    redaction = Redaction(frozenset(_names(one.findings, counted_only)), not counted_only)
    return replace(
        one,
        source=redaction.source(one.source),
        findings=tuple(_finding(finding, redaction) for finding in one.findings),
        diagnostics=tuple(map(redaction.remark, one.diagnostics)),
        documents=tuple(FileDigest(redaction.words(file.path), file.sha256) for file in one.documents),
    )


def _names(findings: Iterable[Finding], counted_only: bool) -> Iterator[str]:
    """Return the names and codes of the items behind findings."""
    for finding in findings:
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
    """Return a finding whose remarks are redacted, wherever its own words repeat them."""
    said = finding.diagnostics
    told = tuple(map(redaction.remark, said))
    return finding._replace(
        words=lambda: _replaced(finding.message, said, told),
        observation=finding.observation and _observation(finding.observation, redaction),
        diagnostics=told,
    )


def _replaced(message: Text, said: Iterable[Diagnostic], told: Iterable[Diagnostic]) -> Text:
    zh, en = message.zh, message.en
    for before, after in zip(said, told, strict=True):
        zh, en = (
            zh.replace(before.message.zh, after.message.zh),
            en.replace(before.message.en, after.message.en),
        )
    return Text(zh, en)


def _observation(observation: Observation, redaction: Redaction) -> Observation:
    told = tuple((label, redaction.words(text)) for label, text in observation.told)
    return observation._replace(told=told, items=() if redaction.all else observation.items)


def _row(row: Row, counted_only: bool) -> Row:
    """Return a row whose findings are those of its redacted report."""
    assessment = row.assessment and _assessment(row.assessment, counted_only)
    findings = {one.target.id: one for one in assessment.findings} if assessment else {}
    return replace(
        row,
        assessment=assessment,
        largest_gap=row.largest_gap and findings[row.largest_gap.target.id],
        change=row.change and _change(row.change, findings, counted_only),
    )


def _change(change: Change, now: Mapping[str, Finding], counted_only: bool) -> Change:
    earlier = _assessment(change.earlier, counted_only)
    before = {one.target.id: one for one in earlier.findings}
    values = tuple(
        ValueChange(now[one.finding.target.id], before[one.earlier.target.id]) for one in change.values
    )
    return replace(change, earlier=earlier, values=values)
