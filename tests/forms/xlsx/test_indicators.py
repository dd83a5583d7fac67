"""The table of indicators in a form."""

from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import Indicator
from hubei_digecon.forms import Asked, FormHeading
from hubei_digecon.forms.xlsx import write
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.text import Text

from ...building import FLOW, LIBRARY, target
from ...workbooks import form, headings_row, opened

PLACE = next(one for one in LIBRARY.entities() if one.id == "wuhan-wedz")
RANK = Indicator("rank", Text.same("rank"), Text.same("rank"), INDICATOR_KINDS["rank"], Text.same(""), "位")


def test_the_table_has_a_row_for_each_that_is_asked_for() -> None:
    sheet = opened(form())["表1 指标完成情况"]
    top = headings_row(sheet)
    assert sheet.cell(top, 1).value == "序号"
    assert sheet.cell(top + 1, 1).value == "一、考核指标"


def test_milestones_and_context_have_sections_of_their_own() -> None:
    sheet = opened(form())["表1 指标完成情况"]
    bands = [cell.value for cell in sheet["A"] if str(cell.value)[1:2] == "、"]
    assert [band[:6] for band in bands] == ["一、考核指标", "二、定性任务", "三、参考指标"]


def test_the_rate_is_by_the_rule_of_the_comparator_and_empty_where_there_is_none() -> None:
    cases = {
        ("at_least", FLOW, "亿元"): "))/400,", ("at_most", FLOW, "亿元"): "IFERROR(400/VALUE(",
        ("about", FLOW, "亿元"): "", ("at_most", RANK, "位"): "",
    }  # fmt: skip
    for (comparator, indicator, unit), rate in cases.items():
        one = target(indicator, 400, comparator=comparator, unit=unit)
        asks = [Asked(indicator, (one,), Text.same(""), ())]
        written = write(FormHeading(PLACE, Period(2025)), asks, "zh")
        sheet = opened(written)["表1 指标完成情况"]
        formula = str(sheet.cell(5, 7).value or "")
        assert rate in formula
        assert bool(formula) is bool(rate)
