"""Compare two findings on one target: which fields are compared, and what a difference in each is about."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, fields

from ..domain.comparators import COMPARATORS
from ..domain.differences import DifferenceSort, FoundDifference, Side, Subject
from ..domain.findings import BOUNDS_DECIDED_ON
from ..domain.outcomes import READING_SENSITIVE, ROUNDING_SENSITIVE, Grade, Outcome, Reason
from ..domain.words import State, Status, TargetNature
from ..quantity.hedges import Bound
from ..shapes.dates import day_words, period_words
from ..shapes.result import ResultFinding
from ..text import Text
from .fields import ComparedField, Ratio, differences_in, number_in

WORDS_AND_PLACES = frozenset(("line", "column", "sheet", "message"))
"""Fields of a finding that are never compared: it may be put in other words, or stand elsewhere."""
FOLLOW = frozenset(("gap", "attainment", "needed", "register"))
"""Fields of a finding that follow from others, so that a difference in them is not told by itself. What a
register came to is told by the value decided on, its interval and the reasons.
"""

_OUTCOMES = {one.id: one.term for one in Outcome}
_BOUNDS = {one.id: text.stripped() for one, text in BOUNDS_DECIDED_ON.items()}
_STATES = {one.id: one.term for one in State}
COMPARATOR_TERMS = {id: one.term for id, one in COMPARATORS.items()}
NATURES = {one.id: one.term for one in TargetNature}
GRADES = {one.id: one.term for one in Grade}

OUTCOME = ComparedField("outcome", DifferenceSort.OUTCOME, Text("完成情况", "outcome"), _OUTCOMES)
DECIDED_ON = ComparedField(
    "decided_on", DifferenceSort.VALUE, Text("认定值", "value decided on"), unit="unit"
)
INTERVAL = "decided_interval"


def _of_target(
    path: str,
    called: Text,
    terms: Mapping[str, Text] | None = None,
    unit: str = "",
    said: Callable[[str], Text] = Text.same,
) -> ComparedField:
    return ComparedField(path, DifferenceSort.TARGET, called, terms or {}, unit or None, said)


SOURCE = (
    _of_target("source.document", Text("所依据的文件", "document")),
    _of_target("source.paragraph", Text("原文段落", "paragraph")),
    _of_target("source.wording", Text("目标原文", "wording")),
    _of_target("source.cell.table", Text("原文所在的表", "table")),
    _of_target("source.cell.row", Text("原文所在的行", "row of the table")),
    _of_target("source.cell.column", Text("原文所在的列", "column of the table")),
    _of_target("source.cell.head", Text("表头", "head of the column")),
)
"""What is compared of where the words of a target stand."""
BASE = (
    _of_target("base.period", Text("基期", "period of the base"), said=period_words),
    _of_target("base.value", Text("基期值", "base"), unit="base.unit"),
)
"""What is compared of the base of a target."""
REQUIRED = (
    _of_target("indicator", Text("指标", "indicator")),
    _of_target("due", Text("目标年", "due year"), said=period_words),
    _of_target("comparator", Text("比较方式", "comparator"), COMPARATOR_TERMS),
    _of_target("required", Text("目标值", "required"), unit="unit"),
    _of_target("stretch", Text("上限或力争目标", "stretch"), unit="unit"),
    _of_target("weighs", Text("计入项数", "counted")),
    _of_target("nature", Text("约束性或预期性", "binding or expected"), NATURES),
    _of_target("per_year", Text("每年的目标", "due each year")),
)
"""What is compared of what a target requires, in a finding and in a list of targets."""

COMPARED = (
    OUTCOME,
    ComparedField(
        "underlying", DifferenceSort.OUTCOME, Text("原本的完成情况", "outcome if not waived"), _OUTCOMES
    ),
    ComparedField("observed", DifferenceSort.VALUE, Text("自报值", "value reported"), _STATES, unit="unit"),
    ComparedField("hedge", DifferenceSort.VALUE, Text("概数", "hedge"), {one.id: one.term for one in Bound}),
    DECIDED_ON,
    ComparedField("decided_bound", DifferenceSort.VALUE, Text("认定值的界限", "bound decided on"), _BOUNDS),
    ComparedField(
        "reasons", DifferenceSort.REASON, Text("理由", "reason"), {one.id: one.term for one in Reason}
    ),
    ComparedField("rounding_sensitive", DifferenceSort.REASON, ROUNDING_SENSITIVE),
    ComparedField("reading_sensitive", DifferenceSort.REASON, READING_SENSITIVE),
    ComparedField("evidence", DifferenceSort.EVIDENCE, Text("佐证情况", "evidence"), GRADES),
    ComparedField(
        "status", DifferenceSort.STATUS, Text("数据性质", "status"), {one.id: one.term for one in Status}
    ),
    ComparedField("final", DifferenceSort.FINAL, Text("依据最终数或核定值", "rests on final figures")),
    *REQUIRED,
    *SOURCE,
    *BASE,
    _of_target(
        "adjusted.published", Text("调整前公布的目标值", "number published before adjustment"), unit="unit"
    ),
    _of_target("adjusted.approved_by", Text("目标调整的批准机关", "adjustment approved by")),
    _of_target("adjusted.approved_on", Text("目标调整的批准日期", "adjustment approved on"), said=day_words),
    _of_target("adjusted.document", Text("目标调整的批准文号", "document of the adjustment")),
)
"""Every field of a finding in which a difference is told, beside how the number is written."""

_UNIT = Text("计量单位", "unit")
_INTERVAL = Text("所写小数位所指的范围", "what the decimals written assert")


def differing_keys(one: ResultFinding, other: ResultFinding) -> list[str]:
    """Return the fields, words and places aside, that are not the same in two findings."""
    return [
        field.name
        for field in fields(ResultFinding)
        if field.name not in WORDS_AND_PLACES and getattr(one, field.name) != getattr(other, field.name)
    ]


def is_absent(finding: ResultFinding, key: str) -> bool:
    """Whether a finding may have been read without a key: one that came later, at its default."""
    default = next(field.default for field in fields(ResultFinding) if field.name == key)
    return default is not MISSING and getattr(finding, key) == default


def finding_differences(
    a: ResultFinding, b: ResultFinding, subject: Subject, ratio: Ratio
) -> Iterator[FoundDifference]:
    """Return in what two findings on one target differ. A number that is only written otherwise is told as
    that, and what is decided on only where it is not what was reported.
    """
    keys = {*differing_keys(a, b)}
    if "unit" in keys:  # numbers that look alike are not
        keys |= {one.key for one in COMPARED if one.unit}
    if not keys - FOLLOW:
        return
    table = [one for one in COMPARED if one.key in keys and not (one is DECIDED_ON and _is_reported(a, b))]
    found = list(differences_in(a, b, table, subject, ratio))
    yield from found
    if keys & {"unit", INTERVAL} and not any(one.field in ("observed", "decided_on") for one in found):
        yield from _writing(a, b, subject, ratio)


def _is_reported(a: ResultFinding, b: ResultFinding) -> bool:
    """Whether both were decided on what was reported."""
    return all(
        one.observed is not None and one.decided_on is not None and _is_same(one.observed, one.decided_on)
        for one in (a, b)
    )


def _is_same(one: str, other: str) -> bool:
    numbers = number_in(one), number_in(other)
    return one == other if None in numbers else numbers[0] == numbers[1]


def _writing(a: ResultFinding, b: ResultFinding, subject: Subject, ratio: Ratio) -> Iterator[FoundDifference]:
    """Return how a number that is the same is written otherwise: in another unit, or with other decimals."""
    yield from differences_in(a, b, (ComparedField("unit", DifferenceSort.WRITING, _UNIT),), subject, ratio)
    if a.unit != b.unit or a.decided_interval == b.decided_interval:
        return
    yield FoundDifference(DifferenceSort.WRITING, subject, INTERVAL, _INTERVAL, _range(a), _range(b))


def _range(finding: ResultFinding) -> Side | None:
    ends = finding.decided_interval
    if ends is None:
        return None
    low, high = ("" if end is None else end for end in ends)
    return Side(f"{low}..{high}", Text.same(f"{low or '…'}–{high or '…'}{finding.unit or ''}"), finding.unit)
