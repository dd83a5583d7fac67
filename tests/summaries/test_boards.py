"""The summary of a scoreboard: every place is counted once, and one without a report is a problem."""

from hubei_digecon import score
from hubei_digecon.domain.scoreboard import Scoreboard
from hubei_digecon.summaries import board_problems, board_summary
from tests.summaries.samples import AS_OF, SAMPLES


def board(*names: str) -> Scoreboard:
    made = score(*(SAMPLES / name for name in names), as_of=AS_OF).scoreboard
    assert made is not None
    return made


def test_places_without_a_report_are_counted_and_named() -> None:
    made = board("wuhan-east-lake-2025.yaml")
    told = board_summary(made).zh
    assert "应报送单位3个，已报送1个，未报送2个（武汉市、武汉经济技术开发区）" in told
    assert "合计应核验指标6项，完成4项，待核定2项。" in told
    assert [one.sentence.zh for one in board_problems(made)][1:] == [
        "武汉市（未报送）：未报送2025年度报告。",
        "武汉经济技术开发区（未报送）：未报送2025年度报告。",
    ]


def test_the_place_that_misses_most_comes_first() -> None:
    made = board(
        "wuhan-2025.yaml", "wuhan-east-lake-2025.yaml", "wuhan-wedz-2025.yaml", "reading-faults.yaml"
    )
    first = board_problems(made)[0]
    assert first.subject.zh == "武汉经济技术开发区"
    assert "核心产业增加值占地区生产总值比重差1个百分点" in first.told.zh
    assert "另有1份材料不合格式或无法读取，未计入。" in board_summary(made).zh
