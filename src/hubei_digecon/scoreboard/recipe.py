"""Tell how a score was made, so that a reader can make it again; every output contains it.

Every format and the documents take the sentences from :func:`sentences`.
"""

from collections.abc import Iterator

from ..domain.scoreboard import Recipe, Weighting
from ..quantity.numbers import plain
from ..text import Text
from .ranking import DRAWS, LEAST_IN_PERCENT, LEAST_PLACES, PERCENTILES, SEED, SPREAD
from .score import SETTLED

UNOFFICIAL = Text("非官方", "unofficial")
TITLE = Text("评分方法（非官方）", "How the score is made (unofficial)")

NO_FORMULA = Text(
    "非官方：没有官方的评分公式，以下是本系统的算法，仅供参考。",
    "Unofficial: no official formula exists, and what follows is this tool's own.",
)
COUNTS = Text(
    "完成情况按项计数：完成几项、共几项，定性任务也计入。",
    "Counts: how many targets are met, of how many there are, milestones among them.",
)
MEAN = Text(
    "平均实现程度：各项数值目标“认定值÷目标值”（要求不超过或低于的，“目标值÷认定值”）的平均数，超过1的按1计。"
    "只计{settled}的目标，定性任务和经批准不纳入考核的不在其中。",
    "Mean attainment: the mean of decided ÷ required (of a target that must not be exceeded, required ÷ "
    "decided), at most 1, over the numeric targets with one of these outcomes: {settled}. No milestone is "
    "in it, and nothing that is waived.",
)
BOUNDS = Text(
    "没有数值的（未填报、待核定）不按0计入平均数。下限和上限是把它们一律按0、一律按1计入时的平均数。",
    "What is missing (no data, or undecided) is never taken for 0 in the mean; the lower and the upper bound "
    "are what the mean would be with 0 and with 1 for all of it.",
)
EQUAL_WEIGHTS = Text("各项目标权重相同。", "All targets weigh the same.")
OWN_WEIGHTS = Text(
    "各指标的权重由{by}于{date}给出：{weights}（文件{path}，SHA-256 {sha256}）。",
    "The weights of the indicators are those of {by}, {date}: {weights} (file {path}, SHA-256 {sha256}).",
)
NO_RANKS = Text(
    "不排位次：各地的目标不同，实现程度不宜直接比较。",
    "No ranks: places have different targets, and how far each has come does not compare.",
)
RANKS = Text(
    "位次（非官方）：同类考核对象之间按下限排列，相同的并列。指标填报率（有数值的数值目标占数值目标的比重，"
    "经批准不纳入的除外）达到{coverage}的才参加，至少有{places}个参加才排。各地的目标不同，位次仅供参考。",
    "Ranks (unofficial): places of one kind by their lower bound, ties sharing a rank; only places with a "
    "coverage (targets with a value ÷ numeric targets not waived) of {coverage} or more, and only where "
    "there are at least {places}. Places have different targets: a rank is no more than a hint.",
)
INTERVALS = Text(
    "位次区间：各指标的权重各自在±{spread}以内变动，共取{draws}次，每次重排，取所得位次的第{low}和第{high}百分位数"
    "（最近排名法）。随机数种子为{seed}，每次运行结果相同。",
    "Interval of a rank: the {low}th and {high}th percentiles (nearest-rank) of the ranks in {draws} draws "
    "of one weight an indicator, each within ±{spread} of its own; seed {seed}, so every run draws the same.",
)


def sentences(recipe: Recipe) -> tuple[Text, ...]:
    """Return the recipe in words, with a few sentences on each of its parts."""
    settled = Text.joined((outcome.term for outcome in SETTLED), "、", ", ")
    return (
        NO_FORMULA,
        COUNTS,
        MEAN.format(settled=settled),
        BOUNDS,
        _weights(recipe.weighting),
        *(_ranks() if recipe.ranked else (NO_RANKS,)),
    )


def _weights(weighting: Weighting | None) -> Text:
    if weighting is None:
        return EQUAL_WEIGHTS
    weights = (Text.same(f"{id} {plain(weight)}") for id, weight in weighting.weights.items())
    return OWN_WEIGHTS.format(
        by=weighting.by,
        date=weighting.date,
        weights=Text.joined(weights, "、", ", "),
        path=weighting.source.path,
        sha256=weighting.source.sha256,
    )


def _ranks() -> Iterator[Text]:
    low, high = PERCENTILES
    yield RANKS.format(coverage=LEAST_IN_PERCENT, places=LEAST_PLACES)
    spread = f"{plain(SPREAD * 100)}%"
    yield INTERVALS.format(spread=spread, draws=DRAWS, seed=SEED, low=low, high=high)
