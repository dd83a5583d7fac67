"""The JSON result, version 1: its own types, which the writer fills and the schema comes from.

What others parse is never a dump of internals. Numbers are strings, so that they stay exact;
places are 1-based; texts are in both languages.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Annotated, Any, Literal

from .comparators import COMPARATORS
from .diagnostics import Severity
from .findings import Grade, Outcome, Party, Reason, Verdict
from .model.words import Status
from .text import Text

FORMAT: Literal["digecon/result/v1"] = "digecon/result/v1"


class Words:
    """Marks a text as one of a closed list; the schema names them."""

    def __init__(self, members: Iterable[Any]) -> None:
        self.ids = [member.id for member in members]

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        """Add the list to the JSON Schema of the text."""
        return {**handler(core), "enum": self.ids}


class Matching:
    """Marks a text as matching a regular expression."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        """Add the expression to the JSON Schema of the text."""
        return {**handler(core), "pattern": self.pattern}


class Pair:
    """Marks a list as having exactly two elements."""

    def __get_pydantic_json_schema__(self, core: Any, handler: Callable[[Any], Any]) -> Any:
        """Add the length to the JSON Schema of the list."""
        return {**handler(core), "minItems": 2, "maxItems": 2}


Number = Annotated[str, Matching(r"^-?[0-9]+(\.[0-9]+)?$")]
Digest = Annotated[str, Matching("^[0-9a-f]{64}$")]
Day = Annotated[str, Matching("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]


@dataclass(frozen=True, slots=True)
class Tool:
    """The program that made the result."""

    name: Literal["digecon"]
    version: str


@dataclass(frozen=True, slots=True)
class ResultSettings:
    """What the run was asked to hold."""

    min_evidence: Annotated[str, Words(Grade)]
    waivers: bool
    documents: bool
    select: list[str] = field(default_factory=list)
    ignore: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ResultFile:
    """A file that the result rests on."""

    path: str
    sha256: Digest


@dataclass(frozen=True, slots=True)
class ResultTargets:
    """The target files used; paths are relative to the folder of targets."""

    files: list[ResultFile]


@dataclass(frozen=True, slots=True)
class ResultDiagnostic:
    """A remark on a file. ``at`` is the symbolic place; line and column are null without one."""

    id: str
    severity: Annotated[str, Words(Severity)]
    message: Text
    path: str
    at: str | None
    line: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class ResultNeeded:
    """What would settle a finding, who gives it, and under which key it goes."""

    what: Text
    by: Annotated[str, Words(Party)]
    at: str


@dataclass(frozen=True, slots=True)
class ResultSource:
    """Where the target's words stand."""

    document: str
    paragraph: int
    wording: str


@dataclass(frozen=True, slots=True)
class ResultFinding:
    """One target judged against one report. ``observed``, ``decided_on``, ``decided_interval`` and
    ``gap`` are in ``unit``; an end of the interval is null where there is no bound.
    """

    target: str
    indicator: str
    due: int
    outcome: Annotated[str, Words(Outcome)]
    underlying: Annotated[str, Words(Outcome)] | None
    reasons: list[Annotated[str, Words(Reason)]]
    final: bool
    comparator: Annotated[str, Words(COMPARATORS.values())]
    required: Number | None
    stretch: Number | None
    unit: str | None
    observed: str | None
    status: Annotated[str, Words(Status)] | None
    decided_on: Number | None
    decided_interval: Annotated[list[Number | None], Pair()] | None
    gap: Number | None
    attainment: Number | None
    rounding_sensitive: bool
    reading_sensitive: bool
    evidence: Annotated[str, Words(Grade)] | None
    message: Text
    needed: ResultNeeded | None
    line: int | None
    column: int | None
    source: ResultSource


@dataclass(frozen=True, slots=True)
class ResultCounts:
    """How many findings have each outcome."""

    met: int
    missed: int
    undecided: int
    no_data: int
    not_due: int
    waived: int


@dataclass(frozen=True, slots=True)
class ResultAssessment:
    """All findings and remarks for one report; ``documents`` are those that were looked up."""

    path: str
    sha256: Digest | None
    entity: str | None
    period: str | None
    revision: int | None
    illustrative: bool
    verdict: Annotated[str, Words(Verdict)]
    final: bool
    counts: ResultCounts
    findings: list[ResultFinding]
    diagnostics: list[ResultDiagnostic]
    documents: list[ResultFile]


@dataclass(frozen=True, slots=True)
class Result:
    """One run of ``digecon check``; ``ignored`` is how many remarks it was asked to leave out."""

    format: Literal["digecon/result/v1"]
    tool: Tool
    as_of: Day
    settings: ResultSettings
    targets: ResultTargets
    reviews: list[ResultFile]
    diagnostics: list[ResultDiagnostic]
    assessments: list[ResultAssessment]
    ignored: int = 0
