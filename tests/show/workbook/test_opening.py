"""What a printed sheet opens with."""

from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.opening import listed, numbered, opening, problem_lines
from hubei_digecon.show.workbook.printed import PrintedLine
from hubei_digecon.summaries import NO_PROBLEMS, Problem
from hubei_digecon.text import Text

ZH = View("zh")


def test_the_title_stands_first_then_the_warning_and_the_summary() -> None:
    lines = list(opening("题", ["事实"], Text("示例", ""), [Text("情况", "")], ZH))
    assert [(line.text, line.sort) for line in lines] == [
        ("题", "title"), ("事实", "text"), ("示例", "warning"), ("总体情况", "heading"), ("情况", "text"),
    ]  # fmt: skip


def test_problems_have_numbers_and_their_absence_is_said() -> None:
    problem = Problem(Text("甲", ""), "missed", Text("差一项", ""), Text("未完成", ""))
    assert [line.text for line in problem_lines([problem], ZH)][1].startswith("1．甲")
    assert [line.text for line in problem_lines([], ZH)] == ["主要问题", NO_PROBLEMS.zh]


def test_a_heading_stands_only_over_lines() -> None:
    assert listed(Text("题", ""), (), ZH) == ()
    assert listed(Text("题", ""), numbered(["一"], ZH), ZH) == (
        PrintedLine("题", "heading", True),
        PrintedLine("1．一", dispensable=True),
    )
