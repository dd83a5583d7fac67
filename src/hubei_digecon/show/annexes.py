"""The annexes of an opinion: the documents behind it (佐证材料目录), the items left out (核减清单)."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from ..domain.assessments import Assessment
from ..domain.findings import Finding
from ..domain.reports import Dated, Evidence, Observation
from ..domain.run import Run
from ..judging.items.diagnostics import takes_out
from ..shapes.columns import EVIDENCE as EVIDENCE
from ..shapes.columns import NOT_COUNTED as NOT_COUNTED
from ..text import Text
from .document import Column, Table
from .findings import INDICATOR, NUMBER
from .redaction import REDACTED
from .view import View

_INDICATORS = Text("所佐证的指标", "Behind which indicators")
_TITLE = Text("材料名称", "Document")
_ISSUER = Text("出具单位", "Issuer")
_DATED = Text("日期", "Date")
_PATH = Text("文件", "File")
_PRESENCE = Text("文件核对", "Is the file there")
_ITEM = Text("项目名称", "Item")
_REASON = Text("核减原因", "Why it does not count")


class FilePresence(Enum):
    """Whether the file of a document is beside the report that names it."""

    THERE = Text("已附", "there")
    MISSING = Text("未找到", "not found")
    NOT_LOOKED_UP = Text("未核对", "not looked up")
    NOT_NAMED = Text("未附文件", "no file named")

    @property
    def term(self) -> Text:
        """What people are told."""
        return self.value


class EvidenceDocument(NamedTuple):
    """A document that a report names, its number among those of the report, and the indicators it is behind.

    ``path`` is relative to the folder of the report, empty where no file is named; ``sha256`` is empty unless
    the file was found.
    """

    number: int
    title: str
    issuer: str
    dated: Dated | None
    path: str
    indicators: tuple[Text, ...]
    presence: FilePresence
    sha256: str
    assessment: Assessment


class ItemLeftOut(NamedTuple):
    """An item that does not count, and why; its ``name`` is empty where it is redacted."""

    number: int
    indicator: Text
    name: str
    reason: Text
    assessment: Assessment


def evidence_of(assessment: Assessment, run: Run) -> tuple[EvidenceDocument, ...]:
    """Return the documents that a report names behind its findings, each once, in the order of the findings.

    Files are known by the digests of a run that looked them up, else it is told that nobody did.
    """
    named: dict[tuple[object, ...], tuple[Evidence, dict[Text, None]]] = {}
    for finding in assessment.findings:
        for one in _behind(finding.observation):
            key = (one.document,) if one.document else (one.title, one.issuer, one.dated)
            _first, indicators = named.setdefault(key, (one, {}))
            indicators[finding.target.indicator.short] = None
    digests = _digests(assessment, run)
    return tuple(
        EvidenceDocument(
            number,
            one.title or "",
            one.issuer or "",
            one.dated,
            one.document or "",
            tuple(indicators),
            _presence(one.document, digests),
            (digests or {}).get(one.document or "", ""),
            assessment,
        )
        for number, (one, indicators) in enumerate(named.values(), 1)
    )


def evidence_table(assessment: Assessment, run: Run) -> Table[EvidenceDocument]:
    """Return the documents that a report names as a table."""
    return Table(EVIDENCE, EVIDENCE_COLUMNS, evidence_of(assessment, run), named_by=1)


def items_left_out(assessment: Assessment) -> tuple[ItemLeftOut, ...]:
    """Return the items of a report that do not count, each once, in the order of the findings and lists."""
    rows = [row for finding in assessment.findings for row in _left_out(finding, assessment)]
    return tuple(row._replace(number=number) for number, row in enumerate(rows, 1))


def left_out_table(assessment: Assessment) -> Table[ItemLeftOut]:
    """Return the items of a report that do not count as a table."""
    return Table(NOT_COUNTED, LEFT_OUT_COLUMNS, items_left_out(assessment), named_by=2)


def _behind(observation: Observation | None) -> Iterator[Evidence]:
    """Return the source, the evidence and the documents of the items of an observation."""
    if observation is None:
        return
    if observation.source:
        yield observation.source
    yield from observation.evidence
    for one in observation.items:
        if one.document:
            yield Evidence(one.name, one.by, one.document, one.recognised_on)


def _digests(assessment: Assessment, run: Run) -> dict[str, str] | None:
    """Return the digests of the files found, by path; ``None`` where nobody looked.

    Of several assessments of one report the first has them.
    """
    if not run.settings.documents:
        return None
    same = [assessment]
    if run.names_documents:
        same = [one for one in run.assessments if one.source.path == assessment.source.path]
    return {file.path: file.sha256 for one in same for file in one.documents}


def _presence(path: str | None, digests: dict[str, str] | None) -> FilePresence:
    if not path:
        return FilePresence.NOT_NAMED
    if digests is None:
        return FilePresence.NOT_LOOKED_UP
    return FilePresence.THERE if path in digests else FilePresence.MISSING


def _left_out(finding: Finding, assessment: Assessment) -> Iterator[ItemLeftOut]:
    items = finding.observation.items if finding.observation else ()
    seen = set()
    for one in filter(takes_out, finding.diagnostics):
        position = one.at[3]
        if isinstance(position, int) and position not in seen:
            seen.add(position)
            stated = one.values.get("reason")
            reason = Text.same(str(stated)) if stated else one.message
            name = items[position].name if position < len(items) else ""
            yield ItemLeftOut(0, finding.target.indicator.short, name, reason, assessment)


def _indicators(row: EvidenceDocument, view: View) -> str:
    return view.say(Text.joined(row.indicators, "、", ", "))


EVIDENCE_COLUMNS: tuple[Column[EvidenceDocument], ...] = (
    Column("number", NUMBER, lambda row, _: row.number),
    Column("title", _TITLE, lambda row, _: row.title, role="name", most=36),
    Column("issuer", _ISSUER, lambda row, _: row.issuer, role="words"),
    Column("dated", _DATED, lambda row, _: str(row.dated or "")),
    Column("path", _PATH, lambda row, _: row.path, role="words", most=32),
    Column("indicators", _INDICATORS, _indicators, role="words", most=36),
    Column("presence", _PRESENCE, lambda row, view: view.say(row.presence.term), role="words"),
)
"""The columns of the list of documents."""

LEFT_OUT_COLUMNS: tuple[Column[ItemLeftOut], ...] = (
    Column("number", NUMBER, lambda row, _: row.number),
    Column("indicator", INDICATOR, lambda row, view: view.say(row.indicator), role="words", most=30),
    Column("name", _ITEM, lambda row, view: row.name or view.say(REDACTED), role="name", most=36),
    Column("reason", _REASON, lambda row, view: view.say(row.reason), role="words", most=60),
)
"""The columns of the list of items that do not count."""
