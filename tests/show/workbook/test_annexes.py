"""The sheets of annexes: those of all reports together, each where there is anything to list."""

import datetime

from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.annexes import annex_sheets, task_sheets

from ...building import FLOW, assessed, observed, run_over, target
from ...conftest import ROOT

SAMPLES = ROOT / "sample_reports" / "illustrative"
DAY = datetime.date(2026, 2, 28)


def test_the_documents_of_all_reports_and_what_a_review_takes_out_are_listed() -> None:
    run = run_over([SAMPLES / "wuhan-wedz-2025.yaml"], DAY, reviews=[SAMPLES / "reviews"])
    evidence, left_out = annex_sheets(run)
    assert [table.title.zh for table in (evidence, left_out)] == ["佐证材料目录", "核减清单"]
    ((place, number, *_),) = left_out.cells(View("zh"))
    assert (place.text, number.text) == ("武汉经济技术开发区", "1")


def test_without_documents_there_is_no_sheet() -> None:
    assessment = assessed([target(FLOW, 400)], observed(FLOW, "409亿元"))
    assert annex_sheets(Run(DAY, Settings(), [assessment])) == ()
    assert task_sheets(Run(DAY, Settings(), [assessment]), View("zh")) == ()
