"""The recipe in words: exact, in both languages, and enough to make the score again."""

import datetime
import re
from fractions import Fraction

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.assessments import FileDigest
from hubei_digecon.domain.scoreboard import Recipe, Weighting
from hubei_digecon.scoreboard.ranking import DRAWS, LEAST_COVERAGE, LEAST_PLACES, PERCENTILES, SEED, SPREAD
from hubei_digecon.scoreboard.recipe import TITLE, UNOFFICIAL, sentences
from hubei_digecon.text import LANGS

OWN = Weighting(
    SourceFile("weights.yaml", "ab" * 32),
    "示例核验单位",
    datetime.date(2026, 3, 1),
    {"core_share_of_gdp": Fraction(2), "gazelle_firms": Fraction(1, 2)},
)
EQUAL_AND_UNRANKED = (
    (
        "非官方：没有官方的评分公式，以下是本系统的算法，仅供参考。",
        "Unofficial: no official formula exists, and what follows is this tool's own.",
    ),
    (
        "完成情况按项计数：完成几项、共几项，定性任务也计入。",
        "Counts: how many targets are met, of how many there are, milestones among them.",
    ),
    (
        "平均实现程度：各项数值目标“认定值÷目标值”（要求不超过或低于的，“目标值÷认定值”）的平均数，超过1的按1计。只计完成、未完成、未到期的目标，"
        "定性任务和经批准不纳入考核的不在其中。",
        "Mean attainment: the mean of decided ÷ required (of a target that must not be exceeded, required ÷ decided), at most 1, over the numeric targets with one of these "
        "outcomes: met, missed, not due. No milestone is in it, and nothing that is waived.",
    ),
    (
        "没有数值的（未填报、待核定）不按0计入平均数。下限和上限是把它们一律按0、一律按1计入时的平均数。",
        "What is missing (no data, or undecided) is never taken for 0 in the mean; the lower and the upper bound "
        "are what the mean would be with 0 and with 1 for all of it.",
    ),
    ("各项目标权重相同。", "All targets weigh the same."),
    (
        "不排位次：各地的目标不同，实现程度不宜直接比较。",
        "No ranks: places have different targets, and how far each has come does not compare.",
    ),
)
OWN_WEIGHTS = (
    "各指标的权重由示例核验单位于2026年3月1日给出：core_share_of_gdp 2、gazelle_firms 0.5"
    f"（文件weights.yaml，SHA-256 {'ab' * 32}）。",
    "The weights of the indicators are those of 示例核验单位, 2026-03-01: core_share_of_gdp 2, "
    f"gazelle_firms 0.5 (file weights.yaml, SHA-256 {'ab' * 32}).",
)
RANKED = (
    (
        "位次（非官方）：同类考核对象之间按下限排列，相同的并列。指标填报率（有数值的数值目标占数值目标的比重，"
        "经批准不纳入的除外）达到80%的才参加，至少有5个参加才排。各地的目标不同，位次仅供参考。",
        "Ranks (unofficial): places of one kind by their lower bound, ties sharing a rank; only places with a "
        "coverage (targets with a value ÷ numeric targets not waived) of 80% or more, and only where there are "
        "at least 5. Places have different targets: a rank is no more than a hint.",
    ),
    (
        "位次区间：各指标的权重各自在±25%以内变动，共取1000次，每次重排，取所得位次的第5和第95百分位数（最近排名法）。"
        "随机数种子为2025，每次运行结果相同。",
        "Interval of a rank: the 5th and 95th percentiles (nearest-rank) of the ranks in 1000 draws of one "
        "weight an indicator, each within ±25% of its own; seed 2025, so every run draws the same.",
    ),
)


def _in_both(recipe: Recipe) -> tuple[tuple[str, str], ...]:
    return tuple((text.zh, text.en) for text in sentences(recipe))


def test_without_more_said_all_weigh_the_same_and_nothing_is_ranked() -> None:
    assert _in_both(Recipe()) == EQUAL_AND_UNRANKED
    assert Recipe().weights == {}
    assert Recipe().weights_file is None


def test_an_office_s_weights_are_told_with_who_answers_for_them_and_the_digest_of_the_file() -> None:
    assert _in_both(Recipe(OWN)) == (*EQUAL_AND_UNRANKED[:4], OWN_WEIGHTS, EQUAL_AND_UNRANKED[5])
    assert Recipe(OWN).weights == OWN.weights
    assert Recipe(OWN).weights_file == FileDigest("weights.yaml", "ab" * 32)


def test_ranks_are_told_with_all_that_they_hang_on() -> None:
    assert _in_both(Recipe(ranked=True)) == (*EQUAL_AND_UNRANKED[:5], *RANKED)


def test_numbers_of_the_recipe_are_those_that_ranks_are_made_with() -> None:
    told = "".join(text.en for text in sentences(Recipe(ranked=True))[5:])
    numbers = [int(number) for number in re.findall(r"\d+", told)]
    assert numbers == [LEAST_COVERAGE * 100, LEAST_PLACES, *PERCENTILES, DRAWS, SPREAD * 100, SEED]


def test_every_recipe_says_first_that_it_is_unofficial() -> None:
    for lang in LANGS:
        word = UNOFFICIAL.pick(lang)
        assert word in TITLE.pick(lang)
        assert sentences(Recipe())[0].pick(lang).lower().startswith(word)
