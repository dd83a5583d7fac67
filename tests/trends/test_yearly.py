"""The change of each figure on the year before: which earlier figure is taken, and when none is."""

from fractions import Fraction

from hubei_digecon.diagnostics import SourceFile
from hubei_digecon.domain.changes import WhyNoChange
from hubei_digecon.domain.reports import Observation, Period, Report, Submission
from hubei_digecon.domain.words import Counting
from hubei_digecon.judging.facts import Facts, facts_of
from hubei_digecon.trends.yearly import changes_on_year, earlier_facts, year_before

from ..building import ADDED, CATALOGUE, FLOW, SHARE, STOCK, observed


def said(period: Period, *observations: Observation, path: str = "") -> tuple[Report, Facts]:
    told = {one.indicator: one for one in observations}
    report = Report(SourceFile(path or f"{period}.yaml"), "place", period, Submission("someone", None), told)
    return report, facts_of(report, {}, CATALOGUE)


def test_the_year_before_a_part_of_a_year_is_the_same_part() -> None:
    assert year_before(Period(2025, 9)) == Period(2024, 9)
    assert year_before(Period(2025)) == Period(2024)


def test_each_indicator_with_both_figures_has_a_change_in_the_order_of_the_report() -> None:
    _, now = said(Period(2025), observed(STOCK, "12家"), observed(FLOW, "110亿元"), observed(SHARE, "9%"))
    earlier = earlier_facts([said(Period(2024), observed(FLOW, "100亿元"), observed(STOCK, "10家"))])
    changes = list(changes_on_year(now, earlier))
    assert [one.indicator.id for one in changes] == ["stock", "flow"]
    assert [one.change and one.change.relative for one in changes] == [Fraction(1, 5), Fraction(1, 10)]
    assert [one.path for one in changes] == ["2024.yaml"] * 2


def test_the_report_of_a_period_comes_before_one_that_states_its_figure_too() -> None:
    own = said(Period(2024), observed(FLOW, "100亿元"))
    beside = said(Period(2025, 6), observed(FLOW, "101亿元", period=Period(2024)))
    later = said(Period(2025, 9), observed(FLOW, "102亿元", period=Period(2024)))
    key = ("flow", Period(2024))
    for order in ((own, beside, later), (later, beside, own)):
        assert earlier_facts(order)[key].fact.value == 100
    assert earlier_facts([later, beside])[key].fact.value == 102
    assert earlier_facts([beside, later])[key].fact.value == 102


def test_scopes_and_countings_that_differ_are_not_compared() -> None:
    _, now = said(Period(2025), observed(FLOW, "2亿元"), observed(ADDED, "5家"))
    earlier = earlier_facts(
        [
            said(
                Period(2024),
                observed(FLOW, "1亿元", scope="wider"),
                observed(ADDED, "3家", counting=Counting.THIS_YEAR),
            )
        ]
    )
    whys = [one.why_not for one in changes_on_year(now, earlier)]
    assert whys == [WhyNoChange.SCOPE, WhyNoChange.COUNTING]


def test_counting_that_is_left_out_is_that_which_is_asked_for() -> None:
    _, now = said(Period(2025), observed(ADDED, "5家", counting=None))
    earlier = earlier_facts([said(Period(2024), observed(ADDED, "3家"))])
    (change,) = changes_on_year(now, earlier)
    assert change.why_not is None
    assert change.change is not None
    assert change.change.absolute == 2
