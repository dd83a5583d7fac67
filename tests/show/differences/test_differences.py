"""What differs as a document."""

import pytest

from hubei_digecon.domain.differences import Comparison, DifferenceSort, Side, Subject
from hubei_digecon.show.formats import FORMATS
from hubei_digecon.show.view import View
from hubei_digecon.text import Text


def test_markdown(comparison: Comparison) -> None:
    assert (
        FORMATS["markdown"].differed(comparison, View("zh"))
        == """\
## 比较

A：a.json（结果，核验结果1份，核验基准日2026年2月28日）
B：b.json（结果，核验结果1份，核验基准日2026年2月28日）
影响比较的情况：所用的复核意见不同

> 示例：以下数值未经公布，仅供演示。

## 东湖  2025年

| 指标名称 | 事项 | A（原） | B（现） |
|---|---|---|---|
| – | 总体结论 | 待补充核实 | 全部完成 |
| 未来赛道 | 完成情况 | 待核定 | 完成 |
| 未来赛道 | 理由 | 未经核验单位认定 | B中没有 |
| 未来赛道 | 佐证情况 | 已附佐证材料 | 已核实 |
| 未来赛道 | 依据最终数或核定值 | 否 | 是 |
| optics\\_valley\\_model | 完成情况 | 待核定 | 完成 |
| optics\\_valley\\_model | 理由 | 未经核验单位认定 | B中没有 |
| optics\\_valley\\_model | 佐证情况 | 已附佐证材料 | 已核实 |
| optics\\_valley\\_model | 依据最终数或核定值 | 否 | 是 |


**共有9处不同：总体结论1、完成情况2、理由2、佐证情况2、阶段性结论2。**
"""
    )


def test_the_terminal_colours_what_an_outcome_has_become(comparison: Comparison) -> None:
    shown = FORMATS["table"].differed(comparison, View("en", width=100, color=True))
    (line,) = [line for line in shown.splitlines() if "Future tracks" in line and "outcome" in line]
    assert "\x1b[" in line
    assert line.index("undecided") < line.index("\x1b[")


@pytest.mark.parametrize("format", ["table", "markdown", "text", "csv", "json"])
def test_no_text_of_a_file_gets_through(format: str, comparison: Comparison) -> None:
    words = Side("=1+1", Text.same("=1+1|<b>\x1b[2J\n::error::x\u202e"))
    first = comparison.differences[1]
    hostile = first._replace(
        a=words, subject=first.subject._replace(target="w.\x1b|<i>", indicator=None, entity="<u>\n")
    )
    shown = FORMATS[format].differed(comparison._replace(differences=(hostile,)), View("en"))
    assert not {"\x1b", "\u202e"} & set(shown)
    assert "\n::error" not in shown
    if format == "markdown":
        assert not any(tag in shown for tag in ("<b>", "<i>", "<u>"))
    if format == "csv":
        assert ",=1+1," not in shown


def test_quiet_only_the_counts_are_told(comparison: Comparison) -> None:
    shown = FORMATS["table"].differed(comparison, View("en", quiet=True))
    assert shown == "differences: 9 (verdict 1, outcome 2, reason 2, evidence 2, interim or final 2).\n"


def test_nothing_differs_and_nothing_to_compare(comparison: Comparison) -> None:
    same = comparison._replace(differences=(), notes=())
    view = View("en", quiet=True)
    assert FORMATS["table"].differed(same, view) == "nothing differs.\n"
    empty = same._replace(a=same.a._replace(number=0))
    assert FORMATS["table"].differed(empty, view) == (
        "nothing to compare: A holds no report and no target.\nnothing differs.\n"
    )


def test_a_document_is_told_by_its_id(comparison: Comparison) -> None:
    first = comparison.differences[0]
    of_a_document = first._replace(sort=DifferenceSort.DOCUMENT, subject=Subject(document="notice"))
    shown = FORMATS["markdown"].differed(comparison._replace(differences=(of_a_document,)), View("zh"))
    assert "\n| notice | 总体结论 | 待补充核实 | 全部完成 |\n" in shown
