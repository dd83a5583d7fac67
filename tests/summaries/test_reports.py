"""The summaries of the samples, letter by letter: they were written by hand before the program made them.

The terms of outcomes, verdicts and parties stand as the closed lists have them.
"""

import pytest

from hubei_digecon.domain.outcomes import Outcome, Party, Verdict
from hubei_digecon.summaries import summary_of
from tests.summaries.samples import run_of_sample

NOTICE = "《关于印发第一批湖北省数字经济示范城市和标杆园区名单的通知》"
BY, MET = Party.ASSESSOR.term.zh, Outcome.MET.term.zh
OPENING = f"（示例数据，未经公布）对照{NOTICE}，"
EAST_LAKE = (
    "其中，数字经济核心产业规模4350.6亿元，高于目标值150.6亿元；核心产业增加值占地区生产总值比重31.2%"
    "（按分项复算31.20%），高于目标值1.2个百分点；数字经济瞪羚企业182家、两化融合贯标企业63家，分别超目标值"
    "12家、13家。"
)
PROVISIONAL = "部分数据为初步核算数，本意见为阶段性结论。"
TOP100 = "完成的是：新引进数字经济百强企业4家，达到目标下限（3家），未达上限（5家）；两化融合贯标企业150家，"
GOLDEN = {
    (
        "wuhan-east-lake-2025",
        False,
    ): f"{OPENING}武汉东湖新技术开发区2025年度应核验指标6项，完成4项，待核定2项，"
    f"无未完成指标。{EAST_LAKE}待核定2项均为定性任务，需由{BY}出具认定意见。{PROVISIONAL}总体结论："
    f"{Verdict.INCOMPLETE.term.zh}。",
    (
        "wuhan-east-lake-2025",
        True,
    ): f"{OPENING}武汉东湖新技术开发区2025年度应核验指标6项，全部完成。{EAST_LAKE}"
    f"2项定性任务经核验单位认定达到目标要求。{PROVISIONAL}总体结论：全部完成（阶段性结论）。",
    (
        "wuhan-wedz-2025",
        True,
    ): f"{OPENING}武汉经济技术开发区2025年度应核验指标7项，其中经批准不纳入1项；纳入认定的"
    "6项中，完成4项，未完成2项。未完成的是：数字经济核心产业增加值核定值398.2亿元（自报400.00亿元），目标为突破"
    "400亿元，相差1.8亿元；核心产业增加值占地区生产总值比重按核定值复算为18.91%（自报19.0%），目标为超过20%，相差"
    f"1.09个百分点，折合核心产业增加值约22.85亿元。{TOP100}与目标值持平；新建省级及以上数字经济领域创新平台核定6家"
    "（自报7家，核减1家），与目标下限持平；以数字技术推动传统制造业变革的新路径经认定达到目标要求。国家级"
    "“5G+工业互联网”创新发展示范区经批准不纳入。总体结论：未全部完成（阶段性结论）。",
    (
        "wuhan-wedz-2025",
        False,
    ): f"{OPENING}武汉经济技术开发区2025年度应核验指标7项，完成3项，未完成3项，待核定1项。"
    "未完成的是：数字经济核心产业增加值400.00亿元，目标为突破400亿元（“突破”按不含本数理解，若按含本数理解则为"
    f"{MET}）；核心产业增加值占地区生产总值比重19.0%，目标为超过20%，相差1个百分点，折合核心产业增加值约21.05亿元；"
    f"国家级“5G+工业互联网”创新发展示范区尚在推进（部分完成）。{TOP100}与目标值持平；新建省级及以上数字经济领域创新"
    f"平台7家，达到目标下限（6家），未达上限（9家）。待核定1项（传统制造业变革新路径）需由{BY}认定。总体结论："
    "未全部完成（阶段性结论）。",
}


@pytest.mark.parametrize(("name", "reviewed"), GOLDEN)
def test_the_summary_of_a_sample(name: str, reviewed: bool) -> None:
    run = run_of_sample(name, reviewed)
    assert summary_of(run.assessments[0], run).zh == GOLDEN[name, reviewed]


def test_the_summary_in_english_says_the_same() -> None:
    run = run_of_sample("wuhan-wedz-2025", reviewed=True)
    told = summary_of(run.assessments[0], run).en
    assert "had 7 targets to be checked for 2025, of which 1 waived; of the other 6, 4 met, 2 missed." in told
    assert "Core value added: verified 398.2亿元 (reported 400.00亿元)" in told
    assert told.endswith("Verdict: noncompliant (interim).")
