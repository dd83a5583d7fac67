"""The table of one report on a page: what was reported beside what was verified and decided on."""

import datetime

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.show.findings import findings_of
from hubei_digecon.show.page.rows import findings_table
from hubei_digecon.show.view import View

from ...building import FLOW, STOCK, assessed, observed, target

EN = View("en")


def cells(assessment: Assessment) -> list[dict[str, str]]:
    """Return the rows of a report in words."""
    rows = tuple(findings_of(assessment, Run(datetime.date(2026, 2, 28), Settings(), [assessment])))
    table = findings_table(rows)
    assert table is not None
    ids = [column.id for column in table.columns]
    return [dict(zip(ids, ("|".join(cell.lines) for cell in row), strict=True)) for row in table.cells(EN)]


def test_a_target_stands_above_the_words_that_it_was_published_in() -> None:
    met, nothing = cells(assessed([target(FLOW, 400), target(STOCK, 170)], observed(FLOW, "409亿元")))
    assert (met["number"], met["indicator"]) == ("1", "name of flow")
    assert met["required"].split("|")[1] == "“400亿元”"
    assert (met["observed"], met["verified"], met["decided_on"]) == ("409亿元", "–", "409亿元")
    assert (nothing["number"], nothing["observed"], nothing["decided_on"]) == ("2", "–", "–")


def test_where_nothing_was_judged_there_is_no_table() -> None:
    assert findings_table(()) is None
