"""What judging gives: findings with outcome and reasons, assessments with verdict, and a batch of them."""

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, NamedTuple

from .diagnostics import Diagnostic, Path, SourceFile, written
from .exact import Interval
from .left_out import LeftOut
from .model.reports import Observation, Period
from .model.targets import Target
from .text import Closed, Text
from .units import Bound


class Outcome(Closed):
    """What is said of one target. Every way of not knowing has a name of its own."""

    MET = "met", Text("已完成", "met"), Text("达到公布目标", "The published target is met")
    MISSED = (
        "missed",
        Text("未完成", "missed"),
        Text("未达到公布目标", "The published target is missed"),
    )
    UNDECIDED = (
        "undecided",
        Text("待核定", "undecided"),
        Text("现有材料不足以认定", "What was handed in does not settle it"),
    )
    NO_DATA = "no_data", Text("未报数据", "no data"), Text("未填报该项指标", "No value was reported")
    NOT_DUE = (
        "not_due",
        Text("未到考核期", "not due"),
        Text("目标期未满，暂不认定", "The target is not due yet, so nothing is decided"),
    )
    WAIVED = (
        "waived",
        Text("不纳入考核", "waived"),
        Text("经批准不纳入考核", "Taken out of assessment by approval"),
    )

    def __init__(self, id: str, term: Text, sentence: Text) -> None:
        self.id, self.term, self.sentence = id, term, sentence


class Verdict(Closed):
    """What is said of a whole report. The first that holds, in this order but for the last two."""

    INVALID = (
        "invalid",
        Text("退回重报（材料无法读取或不合格式）", "invalid (it cannot be read, or not as a report)"),
        Text("材料无法读取或不合格式，未作核验", "It cannot be read, or not as a report; nothing was judged"),
    )
    NONCOMPLIANT = (
        "noncompliant",
        Text("未全部完成", "noncompliant"),
        Text("应核验的目标中有未完成的", "At least one of the targets that weigh is missed"),
    )
    INCOMPLETE = (
        "incomplete",
        Text("待补正核定", "incomplete"),
        Text(
            "没有未完成的，但有待核定或未报数据的，或填报内容有错误，或没有一项完成",
            "Nothing is missed, but something is undecided or without data, or the report has an error, "
            "or nothing is met",
        ),
    )
    PENDING = (
        "pending",
        Text("未到考核期", "pending"),
        Text(
            "没有未完成或待核定的，但有目标未到考核期",
            "Nothing is missed or undecided, but a target is not due yet",
        ),
    )
    COMPLIANT = (
        "compliant",
        Text("全部完成", "compliant"),
        Text(
            "至少一项完成，其余均完成或经批准不纳入考核",
            "At least one target is met, and every other one that weighs is met or waived",
        ),
    )

    def __init__(self, id: str, term: Text, sentence: Text) -> None:
        self.id, self.term, self.sentence = id, term, sentence


class Grade(enum.Enum):
    """What backs an observation, weakest first: ``rank`` is the place in that order."""

    CLAIMED = (
        "claimed",
        Text("仅自报", "claimed"),
        Text("仅自报", "claimed"),
        Text("没有注明来源，也没有佐证材料", "No source and no document stands behind it"),
    )
    CITED = (
        "cited",
        Text("已注明来源", "cited"),
        Text("已注明来源", "cited"),
        Text(
            "注明了来源，没有佐证材料；没有清单的数量指标，有佐证材料的也只到此级",
            "A source is named, and no document; a count without a list is never more than this",
        ),
    )
    DOCUMENTED = (
        "documented",
        Text("已附佐证材料", "documented"),
        Text("已附材料", "documented"),
        Text(
            "注明了佐证材料，或清单每一项都注明了材料",
            "A document is named, for the figure or for every item behind it",
        ),
    )
    VERIFIED = (
        "verified",
        Text("已核实", "verified"),
        Text("已核实", "verified"),
        Text("由评估方在复核文件中核定或认定", "It stands in a review: the assessor verified or attested it"),
    )

    def __init__(self, id: str, term: Text, cell: Text, sentence: Text) -> None:
        self.id, self.term, self.cell, self.sentence = id, term, cell, sentence
        self.rank = len(type(self).__members__)

    def below(self, other: "Grade") -> bool:
        """Whether this grade is weaker than ``other``."""
        return self.rank < other.rank


def grade_of(id: str) -> Grade:
    """Return a grade of evidence by its id.

    Raises:
        ValueError: where there is no such grade.
    """
    grades = {grade.id: grade for grade in Grade}
    if id not in grades:
        raise ValueError(f"{id} is no grade of evidence")
    return grades[id]


class Party(enum.Enum):
    """Who can give what is needed."""

    SUBMITTER = "submitter", Text("填报单位", "the submitter")
    ASSESSOR = "assessor", Text("评估方", "the assessor")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


class Reason(Closed):
    """Why a finding is as it is: a term for tables. What it says of a finding stands beside the values that
    the sentence needs, where findings are put into words.
    """

    EARLY = "early", Text("提前达到目标水平", "early")
    WITHIN_STRETCH = "within_stretch", Text("达到下限、未达上限（或力争目标）", "within stretch")
    REACHED_STRETCH = "reached_stretch", Text("达到上限（或力争目标）", "stretch reached")
    AT_LINE = "at_line", Text("恰等于目标值", "exactly on the line")
    PART_YEAR = "part_year", Text("非全年数据，不能认定全年目标", "part of a year")
    ESTIMATED = "estimated", Text("预计数，不作认定依据", "estimated")
    HEDGED = "hedged", Text("约数，不足以认定", "hedged")
    RECOMPUTED = "recomputed", Text("按分项数据重新计算", "recomputed")
    DERIVED = "derived", Text("未填报，由分项数据推算", "derived")
    INCONSISTENT = "inconsistent", Text("与分项数据不匹配，超出修约误差", "inconsistent")
    SHARE_ABOVE_WHOLE = (
        "share_above_whole",
        Text("比重超过100%，部分不能大于整体", "share above the whole"),
    )
    MAGNITUDE = "magnitude", Text("数值量级异常，请核对计量单位", "magnitude not credible")
    COUNTED = "counted", Text("按清单逐项核计", "counted")
    ITEM_COUNT = "item_count", Text("清单项数与填报数不符", "item count differs")
    EVIDENCE = "evidence", Text("佐证材料不足", "not enough evidence")
    UNATTESTED = "unattested", Text("未经评估方认定", "unattested")
    SCOPE = "scope", Text("统计口径或范围不符", "another scope")
    BASE_UNSTATED = "base_unstated", Text("起算时间未明", "base date unstated")
    ADJUSTED = "adjusted", Text("按核定值认定", "adjusted")
    AFTER_DUE = "after_due", Text("报告期晚于目标年", "after the due year")
    LATE = "late", Text("逾期完成", "late")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


CLAIMED_HIT = Text("完成（仅自报，未核实）", "met (claimed, not verified)")
"""What a hit is called that nothing but the submitter's word stands behind."""
NO_LIST = Text("{grade}（无清单）", "{grade} (no list)")

READING_SENSITIVE = Text("文义理解影响结论", "The reading of the wording decides")
ROUNDING_SENSITIVE = Text("临界值，修约影响结论", "On the edge, where rounding decides")
INTERIM = Text("阶段性结论", "interim")


class Flag(NamedTuple):
    """What is said of a finding or a verdict beside its reasons: a term for tables, and a sentence."""

    id: str
    term: Text
    sentence: Text


FLAGS = (
    Flag(
        "reading_sensitive",
        READING_SENSITIVE,
        Text(
            "原文的两种理解结论不同：按第一种认定，并说明另一种会是什么结论",
            "The two readings of the words part: the first decides, and the finding tells what the other "
            "would give",
        ),
    ),
    Flag(
        "rounding_sensitive",
        ROUNDING_SENSITIVE,
        Text(
            "按所写的小数位，实际值可能在目标值的任一侧",
            "With the decimals written, the value may lie on either side of the target",
        ),
    ),
    Flag(
        "interim",
        INTERIM,
        Text(
            "结论不是最终的：还没有全部认定，或所依据的数可能修订",
            "The verdict is not final: not everything is decided, or it rests on figures that may be revised",
        ),
    ),
)
"""Every flag."""


@dataclass(frozen=True, slots=True)
class Needed:
    """What would settle an undecided or no_data finding, who gives it, under which key, and what that is
    ``called``.
    """

    what: Text
    by: Party
    at: Path
    called: Text

    def where(self, source: SourceFile) -> Text:
        """Return where it goes: in a file of keys under its key, which Chinese gives by what it is called."""
        is_headed = source.is_headed and self.at[0] == "observations"
        return self.called if is_headed else Text(self.called.zh, written(self.at))


BOUNDS_DECIDED_ON: Mapping[Bound, Text] = {
    Bound.AT_LEAST: Text("至少", "at least "),
    Bound.AT_MOST: Text("至多", "at most "),
}
"""How a number is called that is decided on as no more than a bound."""


class Finding(NamedTuple):
    """One target judged against one report. ``words`` and ``needs`` are what its ``message`` and what is
    ``needed`` are made by, only where somebody looks: a batch asks for outcomes alone.

    ``decided_on`` and ``decided_interval`` are in the target's unit and tell what the outcome rests
    on; they are ``None`` where it rests on no single number. ``decided_bound``: the number is not known to
    be more than the least, or the most, that it can be. ``is_quotient``: what was decided on is a
    quotient, so it is rounded where it is shown. ``at`` points to the observation, ``None`` without
    one; so is ``evidence``. ``diagnostics`` are remarks on the items behind it. ``may_be_met``: it is
    undecided, and a figure in question meets the target.
    """

    target: Target
    outcome: Outcome
    reasons: tuple[Reason, ...]
    words: Callable[[], Text]
    needs: Callable[[], Needed | None]
    evidence: Grade | None
    final: bool = False
    underlying: Outcome | None = None
    observation: Observation | None = None
    decided_on: Fraction | None = None
    decided_bound: Bound | None = None
    decided_interval: Interval | None = None
    is_quotient: bool = False
    rounding_sensitive: bool = False
    reading_sensitive: bool = False
    at: Path | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    may_be_met: bool = False

    @property
    def verified(self) -> Fraction | None:
        """The verified value (核定值), where the outcome rests on one."""
        is_value = self.evidence is Grade.VERIFIED and not self.is_quotient
        return self.decided_on if is_value else None

    @property
    def called(self) -> Text:
        """The outcome as people are told it: a hit that nothing stands behind is called so."""
        bare = self.outcome is Outcome.MET and self.evidence is Grade.CLAIMED
        return CLAIMED_HIT if bare else self.outcome.term

    @property
    def backing(self) -> Text | None:
        """The evidence as people are told it, with the list that a count is without."""
        grade, one = self.evidence, self.observation
        if grade is None:
            return None
        unlisted = self.target.indicator.counting is not None and not (one and one.items)
        return NO_LIST.format(grade=grade.cell) if unlisted and grade is not Grade.VERIFIED else grade.cell

    @property
    def gap(self) -> Fraction | None:
        """What was decided on less what is required, in the target's unit."""
        required = self.target.value
        return None if self.decided_on is None or required is None else self.decided_on - required

    @property
    def attainment(self) -> Fraction | None:
        """How much of what is required is attained, as the comparator of the target reckons it."""
        target, decided = self.target, self.decided_on
        if decided is None or target.value is None:
            return None
        return target.comparator.attainment(decided, target.value)

    @property
    def message(self) -> Text:
        """The finding in words."""
        return self.words()

    @property
    def needed(self) -> Needed | None:
        """What would settle the finding, ``None`` where it is settled."""
        return self.needs()


@dataclass(frozen=True, slots=True)
class FileDigest:
    """A file that a run read: its path as shown, and the SHA-256 of its bytes."""

    path: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """All findings and remarks for one report. ``entity`` and ``period`` are ``None`` where they
    could not be read. ``outcomes`` are those of the findings, which a brief one is without.
    ``documents`` are those that were looked up, ``ignored`` is how many remarks were left out.
    ``blocked``: something is open that passes under no choice of ``--fail-on``: an error of the report, or a
    target that is undecided though no figure in question meets it.
    """

    source: SourceFile
    verdict: Verdict
    entity: str | None = None
    name: Text | None = None
    period: Period | None = None
    revision: int | None = None
    illustrative: bool = False
    final: bool = False
    outcomes: tuple[Outcome, ...] = ()
    findings: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    documents: tuple[FileDigest, ...] = ()
    ignored: int = 0
    blocked: bool = False

    @property
    def counts(self) -> Mapping[Outcome, int]:
        """How many findings have each outcome, in the order of :class:`Outcome`."""
        return {outcome: self.outcomes.count(outcome) for outcome in Outcome}

    @property
    def judged(self) -> int:
        """How many targets were decided: met or missed."""
        return self.outcomes.count(Outcome.MET) + self.outcomes.count(Outcome.MISSED)


@dataclass(frozen=True, slots=True)
class SettingTold:
    """A setting that bears on a verdict and came from a configuration file: its value and its place."""

    key: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True, init=False)
class Settings:
    """What a run was asked to hold: the weakest evidence accepted, whether waivers count, and whether
    the documents that reports name are looked up.

    ``select`` and ``ignore`` are ids of remarks: where any are selected, no others are told; what is
    ignored is not. Errors are always told, and what was not judged. ``exclude`` are patterns of names and
    paths that are left out of the folders searched; ``told_settings`` came from a file.
    """

    min_evidence: Grade
    waivers: bool
    documents: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    exclude: tuple[str, ...]
    told_settings: tuple[SettingTold, ...]

    def __init__(
        self,
        min_evidence: Grade | str = Grade.CLAIMED,
        waivers: bool = True,
        documents: bool = False,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
        exclude: Iterable[str] = (),
        told_settings: Iterable[SettingTold] = (),
    ) -> None:
        """Take a grade, or its id; one id or pattern, or several.

        Raises:
            TypeError, ValueError: where an argument is not of its type; names it.
        """
        put = partial(object.__setattr__, self)
        put("min_evidence", _grade(min_evidence))
        put("waivers", read_flag(waivers, "waivers"))
        put("documents", read_flag(documents, "documents"))
        put("select", _texts(select, "select", "ids of diagnostics"))
        put("ignore", _texts(ignore, "ignore", "ids of diagnostics"))
        put("exclude", _texts(exclude, "exclude", "patterns"))
        put("told_settings", tuple(told_settings))

    def told(self, diagnostics: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """Return the remarks that are to be told."""
        if not self.select and not self.ignore:
            return diagnostics
        return tuple(one for one in diagnostics if _is_always_told(one) or self._tells(one.kind.id))

    def _tells(self, id: str) -> bool:
        return (not self.select or id in self.select) and id not in self.ignore


def _is_always_told(diagnostic: Diagnostic) -> bool:
    return diagnostic.is_error or diagnostic.kind.always_told


@dataclass(frozen=True, slots=True)
class FileRemarks:
    """Remarks on a file that nothing is judged by: a target file, or one that was ``left`` out of a folder.

    ``ignored`` is how many remarks were left out.
    """

    source: SourceFile
    diagnostics: tuple[Diagnostic, ...]
    ignored: int = 0
    left: LeftOut | None = None

    def told(self, settings: Settings) -> "FileRemarks":
        """Return the file with the remarks on it that are to be told."""
        told = settings.told(self.diagnostics)
        left = len(self.diagnostics) - len(told)
        return FileRemarks(self.source, told, self.ignored + left, self.left) if left else self


def _grade(value: Any) -> Grade:
    if not isinstance(value, Grade | str):
        raise TypeError(f"min_evidence: a Grade or its id, not {type(value).__name__}")
    try:
        return value if isinstance(value, Grade) else grade_of(value)
    except ValueError as error:
        raise ValueError(f"min_evidence: {error}; there are {', '.join(one.id for one in Grade)}") from None


def read_flag(value: Any, name: str) -> bool:
    """Return a truth value, and nothing that merely counts as one.

    Raises:
        TypeError: where it is none; names the argument.
    """
    if not isinstance(value, bool):
        raise TypeError(f"{name}: True or False, not {type(value).__name__}")
    return value


def _texts(value: Any, name: str, what: str) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    ids = tuple(value) if isinstance(value, Iterable) else (None,)
    if not all(isinstance(id, str) for id in ids):
        raise TypeError(f"{name}: {what} as str, not {type(value).__name__}")
    return ids
