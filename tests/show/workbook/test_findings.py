"""The sheet of findings: numbers in the unit of their target, words where there is no number."""

import datetime
from fractions import Fraction
from typing import Any

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.reports import Observation
from hubei_digecon.domain.run import Run
from hubei_digecon.domain.targets import Target
from hubei_digecon.show.document import Number
from hubei_digecon.show.view import View
from hubei_digecon.show.workbook.findings import (
    difference_value,
    findings_sheet,
    gap_of,
    illustrative_marks,
    is_illustrative,
    marked,
)

from ...building import FLOW, SHARE, STOCK, assessed, observed, target

EN = View("en")


def run_of(*assessments: Assessment) -> Run:
    return Run(datetime.date(2026, 2, 28), Settings(), list(assessments))


def row(one: Target, *observations: Observation) -> dict[str, Any]:
    """Return what stands in the row of a target, by column."""
    sheet = findings_sheet(run_of(assessed([one], *observations)))
    (found,) = sheet.rows
    return {column.id: column.value(found, EN) for column in sheet.columns}


def test_numbers_stand_in_the_unit_of_the_target() -> None:
    cells = row(target(FLOW, 400), observed(FLOW, "4090000万元"))
    assert [cells[key].digits for key in ("required", "observed", "decided_on", "gap")] == [
        "400",
        "409.0000",
        "409",
        "9",
    ]
    assert (cells["unit"], cells["outcome"], cells["due"]) == ("亿元", "met (claimed, not verified)", 2025)
    assert cells["decided_on"] == Number("409", cells["required"].format)


def test_a_hedged_number_is_told_in_words() -> None:
    cells = row(target(FLOW, 400), observed(FLOW, "约400亿元"))
    assert (cells["observed"], cells["decided_on"]) == ("about 400亿元", None)


def test_what_is_missing_is_needed_of_somebody_somewhere() -> None:
    cells = row(target(STOCK, 170))
    assert (cells["observed"], cells["decided_on"], cells["gap"], cells["attainment"]) == (
        "",
        None,
        None,
        None,
    )
    assert (cells["needed"], cells["needed_by"]) == ("the value for 2025, in 家", "the submitter")
    assert cells["outcome"] == "no data"


def test_a_gap_of_shares_is_in_percentage_points() -> None:
    (finding,) = assessed([target(SHARE, 13)], observed(SHARE, "12.5%")).findings
    assert gap_of(finding, EN) == Number("-0.5", '+0.0" pp";-0.0" pp";0.0" pp"')
    (nothing,) = assessed([target(SHARE, 13)]).findings
    assert gap_of(nothing, EN) is None


def test_a_difference_of_amounts_is_in_their_unit() -> None:
    assert difference_value(target(FLOW, 400), Fraction(19, 2), EN) == Number(
        "9.5", '+0.0"亿元";-0.0"亿元";0.0"亿元"'
    )


def test_what_is_not_published_is_marked() -> None:
    assessment = assessed([target(FLOW, 400)], observed(FLOW, "409亿元"))
    shown = assessment._replace(illustrative=True)
    assert [marked(one, EN) for one in (assessment, shown)] == ["", "Illustrative"]
    assert [is_illustrative(run_of(*some)) for some in ((assessment,), (assessment, shown))] == [False, True]
    assert illustrative_marks(EN) == {"Illustrative": "illustrative"}
