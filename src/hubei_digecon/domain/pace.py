"""The closed lists of the pace between base and target: methods, cut-offs, states, reasons, breaks."""

from fractions import Fraction
from itertools import pairwise

from ..brief import shown_briefly
from ..quantity.numbers import plain
from ..records import NamedTuple
from ..text import Closed, Text

_OF_ANY = Text(
    "{term}（目标值低于基期值的，{falling}）", "{term}, or {falling} where the target lies below it"
)


@shown_briefly
class PaceState(Closed):
    """How a series stands, in the words of one of the methods; ``reached`` is looked at first by each."""

    REACHED = "reached", Text("已达到目标水平", "at the level of the target"), "met"
    AHEAD = "ahead", Text("快于序时进度", "ahead of schedule"), "met"
    ON_SCHEDULE = "on_schedule", Text("符合序时进度", "on schedule"), "met"
    BEHIND = "behind", Text("滞后于序时进度", "behind schedule"), "undecided"
    RECEDING = (
        "receding",
        Text("低于基期水平", "below the base"),
        "missed",
        Text("高于基期水平", "above the base"),
    )
    ON_TRACK = "on_track", Text("可望如期达到", "on track"), "met"
    ACCELERATION_NEEDED = "acceleration_needed", Text("须加快", "acceleration needed"), "undecided"
    LIMITED = "limited", Text("进展有限", "limited progress"), "undecided"
    DETERIORATION = "deterioration", Text("背离目标", "deterioration"), "missed"
    FAIR = "fair", Text("有进展，尚有差距", "fair progress, but short of it"), "undecided"
    STAGNATION = "stagnation", Text("停滞或倒退", "stagnation or regression"), "missed"

    def __init__(self, id: str, term: Text, mark: str, of_falling: Text | None = None) -> None:
        self.id, self.term, self.mark = id, term, mark
        self.of_falling = of_falling or term

    def called(self, is_falling: bool) -> Text:
        """Return what the state is called, for a target that lies below its base or for any other."""
        return self.of_falling if is_falling else self.term

    @property
    def of_any(self) -> Text:
        """What the state is called where no target is meant."""
        if self.of_falling == self.term:
            return self.term
        return _OF_ANY.format(term=self.term, falling=self.of_falling)


@shown_briefly
class PaceCut(NamedTuple):
    """A state, and which ratios have it: those above ``at``, at it, or below it, as ``sign`` says."""

    state: PaceState
    sign: str
    at: Fraction

    def takes(self, ratio: Fraction) -> bool:
        """Whether a ratio has the state, where it has none of the states before."""
        match self.sign:
            case ">":
                return ratio > self.at
            case "=":
                return ratio == self.at
            case "<":
                return ratio < self.at
        return ratio >= self.at


_BETWEEN = Text("{low}且<{high}", "{low} and <{high}")


@shown_briefly
class PaceMethod(Closed):
    """A named method by which a pace is computed: its formula, where that is published, and its cut-offs."""

    SCHEDULE = (
        "schedule",
        Text("序时进度", "schedule"),
        Text(
            "（数值－基期值）÷（序时进度目标值－基期值）；序时进度目标值：文件列有分年目标的从其规定，其余按直线推算",
            "(value − base) ÷ (scheduled − base); scheduled is what the document itself states for a year, "
            "else the straight line",
        ),
        Text(
            "按年均匀推进的直线，见国家发展改革委2011年各地区节能目标完成情况晴雨表的做法；该表未公布分界值，此处以1为界",
            "the straight line by years, as in China's assessment of energy saving by region of 2011, which "
            "publishes no cut-offs: the line is drawn at 1",
        ),
        (
            PaceCut(PaceState.AHEAD, ">", Fraction(1)),
            PaceCut(PaceState.ON_SCHEDULE, "=", Fraction(1)),
            PaceCut(PaceState.BEHIND, "≥", Fraction(0)),
            PaceCut(PaceState.RECEDING, "<", Fraction(0)),
        ),
    )
    CAGR = (
        "cagr",
        Text("年均增速比", "growth"),
        Text(
            "自基期以来的年均增速÷达到目标所需年均增速（取绝对值），目标低于基期的取相反数",
            "mean annual growth since the base ÷ |mean annual growth required|, its sign turned where the "
            "target lies below the base",
        ),
        Text(
            "Open SDG 进展评价方法（沿用欧盟统计局，加拿大统计局采用）",
            "Open SDG, progress methodology (after Eurostat, as adopted by Statistics Canada)",
        ),
        (
            PaceCut(PaceState.ON_TRACK, "≥", Fraction(19, 20)),
            PaceCut(PaceState.ACCELERATION_NEEDED, "≥", Fraction(3, 5)),
            PaceCut(PaceState.LIMITED, "≥", Fraction(0)),
            PaceCut(PaceState.DETERIORATION, "<", Fraction(0)),
        ),
    )
    PROJECTION = (
        "projection",
        Text("趋势外推", "projection"),
        Text(
            "（按自基期以来的年均增速推算到目标年的数值－基期值）÷（目标值－基期值）",
            "(value continued to the due year at the mean annual growth since the base − base) ÷ "
            "(target − base)",
        ),
        Text(
            "联合国《可持续发展目标进展图》技术说明（2023），巴斯克统计局的用法",
            "United Nations, SDG Progress Chart, technical note (2023), as applied by Eustat",
        ),
        (
            PaceCut(PaceState.ON_TRACK, "≥", Fraction(19, 20)),
            PaceCut(PaceState.FAIR, "≥", Fraction(1, 10)),
            PaceCut(PaceState.STAGNATION, "<", Fraction(1, 10)),
        ),
    )

    def __init__(self, id: str, term: Text, formula: Text, source: Text, cuts: tuple[PaceCut, ...]) -> None:
        self.id, self.term, self.formula, self.source, self.cuts = id, term, formula, source, cuts

    @property
    def cut_offs(self) -> tuple[Fraction, ...]:
        """The ratios at which one state ends and another begins."""
        return tuple(dict.fromkeys(cut.at for cut in self.cuts))

    def state_of(self, ratio: Fraction) -> PaceState:
        """Return the state that a ratio has."""
        return next(cut.state for cut in self.cuts if cut.takes(ratio))

    def range_of(self, state: PaceState) -> Text | None:
        """Return which ratios have a state, in signs; ``None`` for one that no ratio decides."""
        for before, cut in pairwise((None, *self.cuts)):
            if cut is not None and cut.state is state:
                own = Text.same(f"{cut.sign}{plain(cut.at)}")
                is_bounded = before is not None and cut.sign == "≥"
                return _BETWEEN.format(low=own, high=plain(before.at)) if before and is_bounded else own
        return None


METHODS = {method.id: method for method in PaceMethod}
"""Every method, by the id that ``--method`` takes; the first is the default."""


@shown_briefly
class NoPace(Closed):
    """Why a point has no pace. Nothing is inferred in its place."""

    KIND = "kind", Text("{kind}不计算进度", "a {kind} has none")
    PER_YEAR = "per_year", Text("每年都要达到的目标，没有进度可言", "a target of every year has no pace")
    NO_VALUE = "no_value", Text("没有数值", "there is no value")
    AFTER_DUE = (
        "after_due",
        Text("报告期晚于目标年，进度以目标年为准", "the due year is past; the pace is that of the due year"),
    )
    HEDGED = "hedged", Text("概数，无从计算", "a hedged value is no number to compute with")
    SCOPE = "scope", Text("统计口径或方式不符", "it is of another scope or counting")
    IN_DOUBT = (
        "in_doubt",
        Text(
            "达到目标水平，但现有材料不足以认定",
            "it is at the level of the target, but what was handed in does not settle it",
        ),
    )
    PART_YEAR = "part_year", Text("时期指标不满一年", "a flow of a part of a year")
    NO_BASE = (
        "no_base",
        Text("没有基期值（目标文件未列）", "there is no base: the target file states none"),
    )
    BASE_PART_YEAR = (
        "base_part_year",
        Text("时期指标的基期不是整年", "the base of a flow is not a whole year"),
    )
    BASE_MEETS = (
        "base_meets",
        Text("基期值已达到目标值，无进度可言", "the base already is at the target or beyond it"),
    )
    AT_BASE = "at_base", Text("为基期", "it is the base itself")
    BEFORE_BASE = (
        "before_base",
        Text("报告期早于基期", "the period is before that of the base"),
    )
    BASE_AFTER_DUE = (
        "base_after_due",
        Text("基期不早于目标年", "the base is not before the due year"),
    )
    FLAT = (
        "flat",
        Text(
            "文件所列当年目标不优于基期值", "what the document states for the year is no better than the base"
        ),
    )
    NOT_POSITIVE = (
        "not_positive",
        Text("有不大于0的数，不能计算年均增速", "a value is not above 0, so there is no mean annual growth"),
    )
    OVERSHOT = (
        "overshot",
        Text("已越过目标值，本法不能判断", "it is past the target, of which the method says nothing"),
    )
    TOO_FEW = (
        "too_few",
        Text("基期以后没有可用的数值，无从判断", "there is no value after the base, so nothing can be told"),
    )

    def __init__(self, id: str, sentence: Text) -> None:
        self.id, self.sentence = id, sentence


@shown_briefly
class BaseOrigin(Closed):
    """Where a base is stated."""

    DOCUMENT = "document", Text("文件写明", "as the document states it")
    REPORT = "report", Text("指定报告期的报告值", "as reported for the period named")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term


@shown_briefly
class BreakKind(Closed):
    """Why two values of a series do not compare without more."""

    SCOPE = "scope", Text("统计口径不同", "another scope")
    COUNTING = "counting", Text("统计方式不同", "another counting")
    ILLUSTRATIVE = (
        "illustrative",
        Text("未公布的示例数值与公布数值并列", "illustrative beside published values"),
    )
    LARGE_CHANGE = "large_change", Text("较上年变动达一半以上", "a change of half or more on the year before")

    def __init__(self, id: str, term: Text) -> None:
        self.id, self.term = id, term
