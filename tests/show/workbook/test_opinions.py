"""The opinions in print: what came out on one page, what is said of it on the next."""

import datetime

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.opinions import PRINTED, PRINTED_OF_PLACES, opinions_sheets

from ...building import FLOW, assessed, observed, target

EN = View("en")
MET = assessed([target(FLOW, 400)], observed(FLOW, "409亿元"))


def run_of(*assessments: Assessment) -> Run:
    return Run(datetime.date(2026, 2, 28), Settings(), list(assessments))


def test_a_report_is_two_blocks_of_a_page_each() -> None:
    (sheet,) = opinions_sheets(run_of(MET, MET), EN)
    blocks = list(sheet.blocks)
    assert [(block.pages, len(block.rows)) for block in blocks] == [(1, 1), (1, 0)] * 2
    headings = [line.text for block in blocks[:2] for line in block.above if line.sort == "heading"]
    assert headings == ["Summary", "Main problems", "Findings in words"]


def test_nothing_that_only_a_program_asks_for_is_printed() -> None:
    ids = [column.id for column in PRINTED]
    assert {"required", "observed", "decided_on", "outcome"} <= set(ids)
    assert not {"path", "place", "document", "paragraph"} & set(ids)
    assert [column.id for column in PRINTED_OF_PLACES] == ["entity", *ids]


def test_a_run_without_reports_has_no_opinions() -> None:
    assert opinions_sheets(run_of(), EN) == ()
