"""The problems of a report: worst first, with cause and measures, or that these are missing."""

from hubei_digecon.domain.outcomes import Outcome, Party
from hubei_digecon.domain.words import State
from hubei_digecon.summaries import Problem, problems_of
from hubei_digecon.text import Text
from tests.summaries.samples import run_of_sample


def problems(name: str, reviewed: bool = False) -> list[str]:
    run = run_of_sample(name, reviewed)
    return [one.sentence.zh for one in problems_of(run.assessments[0], run)]


def test_the_problems_of_a_sample_with_its_review() -> None:
    assert problems("wuhan-wedz-2025", reviewed=True) == [
        "核心产业增加值占地区生产总值比重（未完成）：18.91%，差1.09个百分点。未说明未完成原因及下一步措施，请补充。",
        "数字经济核心产业增加值（未完成）：398.2亿元，差1.8亿元。原因：两家整车企业数字化产线投产推迟；措施：2026年"
        "一季度投产。",
        "新建创新平台（核减1家）：“示例创新平台七”与“示例创新平台五”为同一平台重复认定；核减后与目标下限持平，无余量。",
        "新引进百强企业：通知未明确起算时间和所指榜单，结论因理解而异（按不低于5家理解则未完成）；未附企业名单。",
    ]


def test_what_nobody_attested_is_a_problem_until_a_review_does() -> None:
    told = f"（待核定）：自报{State.ACHIEVED.term.zh}，未经{Party.ASSESSOR.term.zh}认定。"
    assert problems("wuhan-east-lake-2025") == [
        f"元宇宙、人工智能等未来赛道取得突破性发展{told}",
        f"数字经济发展“光谷模式”{told}",
    ]
    assert problems("wuhan-east-lake-2025", reviewed=True) == []


def test_the_least_attained_comes_first_and_open_ones_after_what_is_missed() -> None:
    run = run_of_sample("wuhan-wedz-2025")
    marks = [one.outcome_mark for one in problems_of(run.assessments[0], run)]
    assert marks == [Outcome.MISSED.id] * 3 + [Outcome.UNDECIDED.id] * 2


def test_a_problem_is_told_in_one_sentence() -> None:
    told = Text("差1.8亿元。", "1.8亿元 short.")
    subject, missed = Text("增加值", "value added"), Text("未完成", "missed")
    assert Problem(subject, "missed", told, missed).sentence == Text(
        "增加值（未完成）：差1.8亿元。", "value added (missed): 1.8亿元 short."
    )
    assert Problem(subject, "", told).sentence.zh == "增加值：差1.8亿元。"
