"""Figures, and which of two is weaker."""

from hubei_digecon.domain.outcomes import Grade
from hubei_digecon.domain.reports import Evidence
from hubei_digecon.domain.words import Status
from hubei_digecon.judging.facts import grade_of, weakest_grade, weakest_status

from ..building import FLOW, observed


def test_a_figure_is_documented_cited_or_claimed() -> None:
    graded = [
        grade_of(observed(FLOW, "409亿元", **more), FLOW)
        for more in (
            {"source": Evidence("公报", document="docs/1.pdf")},
            {"source": Evidence("公报")},
            {},
        )
    ]
    assert graded == [Grade.DOCUMENTED, Grade.CITED, Grade.CLAIMED]
    assert grade_of(None, FLOW) is Grade.CLAIMED


def test_the_weakest_of_several_counts() -> None:
    assert weakest_grade([Grade.VERIFIED, Grade.CITED]) is Grade.CITED
    assert weakest_status([Status.FINAL, Status.ESTIMATED, Status.PROVISIONAL]) is Status.ESTIMATED
