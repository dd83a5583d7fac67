"""What is missed, in clauses: the words of the document, another reading of them, and tasks by their state."""

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome, Reason
from hubei_digecon.summaries.missed import missed_briefly, missed_clause, reading_of
from tests.summaries.samples import run_of_sample


def missed() -> list[Finding]:
    findings = run_of_sample("wuhan-wedz-2025").assessments[0].findings
    return [one for one in findings if one.outcome is Outcome.MISSED]


def test_another_reading_is_told_where_it_would_give_another_outcome() -> None:
    exactly, short, task = missed()
    told = reading_of(exactly)
    assert told is not None
    assert told.zh.startswith("（“突破”按不含本数理解，若按含本数理解则为")
    assert reading_of(short) is reading_of(task) is None


def test_a_task_is_told_by_its_state() -> None:
    task = missed()[-1]
    assert missed_clause(task).zh.endswith("尚在推进（部分完成）")
    assert missed_briefly(task).zh == "尚在推进（部分完成）"
    assert missed_clause(task._replace(reasons=(Reason.LATE,))).zh.endswith("逾期完成")


def test_a_gap_is_told_briefly_for_a_problem() -> None:
    assert [missed_briefly(one).zh for one in missed()[:2]] == [
        "400.00亿元，与目标值持平",
        "19.0%，差1个百分点",
    ]
