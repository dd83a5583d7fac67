"""What there is to tell of a run, file by file."""

import datetime

import pytest

from hubei_digecon.diagnostics import Severity
from hubei_digecon.domain.assessments import Settings
from hubei_digecon.domain.run import Run
from hubei_digecon.show.annotations import annotations, place_of, severity_of, worst_first
from hubei_digecon.show.view import View

from ..building import FLOW, SHARE, assessed, judged, observed, target

ASSESSMENT = assessed([target(FLOW, 400), target(SHARE, 30)], observed(FLOW, "391亿元"))
RUN = Run(datetime.date(2026, 2, 28), Settings(), [ASSESSMENT])


def test_a_finding_is_told_at_its_observation_or_where_one_would_stand() -> None:
    assert [place_of(finding) for finding in ASSESSMENT.findings] == [
        ("observations", "flow", "value"),
        ("observations", "share"),
    ]


def test_errors_come_before_warnings_and_notes() -> None:
    severities = [one.severity for one in worst_first(annotations(ASSESSMENT, RUN, View("en")))]
    assert severities == sorted(severities, key=list(Severity).index)
    assert severities[0] is Severity.ERROR


@pytest.mark.parametrize(("said", "severity"), [("391亿元", Severity.NOTE), ("409亿元", None)])
def test_what_does_not_weigh_is_a_note_at_most(said: str, severity: Severity | None) -> None:
    aspired = target(FLOW, 400)._replace(aspiration=True)
    assert severity_of(judged(aspired, observed(FLOW, said))) is severity
    assert severity_of(judged(target(FLOW, 400), observed(FLOW, "391亿元"))) is Severity.ERROR
