"""The judge of a run: what a report is judged by, and what stands in place of one that is refused."""

import datetime

from hubei_digecon import Settings, Verdict
from hubei_digecon.diagnostics import SourceFile, diagnose
from hubei_digecon.domain.assessments import Assessment
from hubei_digecon.domain.reports import Period
from hubei_digecon.load.faults import EMPTY, RefusedInput
from hubei_digecon.load.search.inputs import Input
from hubei_digecon.load.tree import MAX_FAULTS
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.options import RunOptions

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT

EAST_LAKE = "sample_reports/illustrative/wuhan-east-lake-2025.yaml"
OPTIONS = RunOptions((), LIBRARY, datetime.date.fromisoformat(AS_OF), Settings())
JUDGE = Judge.of(OPTIONS)


def refused(number: int) -> list[RefusedInput]:
    """Return as many refusals of one file, with a fault each."""
    return [RefusedInput(SourceFile("a.csv"), (diagnose(EMPTY),), "wuhan", Period(2025))] * number


def test_a_report_is_judged() -> None:
    (made,) = JUDGE.judge(Input(str(ROOT / EAST_LAKE)))
    assert isinstance(made, Assessment)
    assert (made.entity, made.verdict, len(made.findings)) == ("wuhan-east-lake", Verdict.INCOMPLETE, 6)


def test_a_brief_judge_comes_to_the_same_without_findings() -> None:
    (whole,) = JUDGE.judge(Input(str(ROOT / EAST_LAKE)))
    (made,) = Judge.of(OPTIONS, brief=True).judge(Input(str(ROOT / EAST_LAKE)))
    assert isinstance(made, Assessment)
    assert isinstance(whole, Assessment)
    assert (made.verdict, made.outcomes, made.findings) == (whole.verdict, whole.outcomes, ())


def test_what_is_refused_is_invalid() -> None:
    (made,) = JUDGE.refuse(refused(1))
    assert isinstance(made, Assessment)
    assert (made.verdict, made.entity, str(made.period)) == (Verdict.INVALID, "wuhan", "2025")


def test_of_very_many_faults_of_one_file_the_rest_are_counted() -> None:
    made = JUDGE.refuse(refused(MAX_FAULTS + 5))
    assert len(made) == MAX_FAULTS + 1
    assert made[-1].diagnostics[0].message.en == "5 further faults are not listed"


def test_a_run_rests_on_the_files_of_its_places_alone() -> None:
    files, said = JUDGE.rests_on([("wuhan", "2025")], [])
    assert [file.path for file in files] == ["cities/wuhan.yaml", "documents/notice.yaml", "indicators.yaml"]
    assert said == ()
