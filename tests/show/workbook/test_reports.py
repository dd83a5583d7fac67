"""The workbook on what was judged."""

import datetime

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.run import Run
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.reports import counted, interim

from ...building import FLOW, assessed, observed, target
from ...workbooks import opened, workbook_on

MET = assessed([target(FLOW, 400)], observed(FLOW, "409亿元"))


def test_a_verdict_on_figures_that_are_not_final_is_interim() -> None:
    assert interim(MET, View("en")) == "interim"


def test_outcomes_are_counted() -> None:
    assert [counted(MET, outcome) for outcome in (Outcome.MET, Outcome.MISSED)] == [1, 0]


def test_the_workbook_begins_with_the_opinions_in_print() -> None:
    run = Run(datetime.date(2026, 2, 28), Settings(), [MET])
    assert opened(workbook_on(run, View("en"))).sheetnames[:2] == ["Opinions", "Summary"]
