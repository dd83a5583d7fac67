"""What is open: by whom what is needed, and which of what is not due is at its level already."""

from hubei_digecon.domain.outcomes import Outcome, Reason
from hubei_digecon.summaries.still_open import MOST_NAMED, listed, need_of, open_sentences
from hubei_digecon.text import Text
from tests.summaries.samples import run_of_sample


def test_a_long_list_of_names_is_cut() -> None:
    names = [Text.same(f"n{number}") for number in range(MOST_NAMED + 1)]
    assert listed(names).zh.endswith("、n5等")
    assert listed(names[:2]) == Text("n0、n1", "n0, n1")


def test_what_is_not_due_tells_what_is_there_early() -> None:
    findings = run_of_sample("wuhan-east-lake-2025").assessments[0].findings[:2]
    later = [
        findings[0]._replace(outcome=Outcome.NOT_DUE),
        findings[1]._replace(outcome=Outcome.NOT_DUE, reasons=(Reason.EARLY,)),
    ]
    assert [one.zh for one in open_sentences(later)] == [
        "未到期2项（核心产业规模、核心产业增加值占地区生产总值比重）。",
        "其中核心产业增加值占地区生产总值比重已提前达到目标水平。",
    ]


def test_what_is_settled_needs_nothing() -> None:
    findings = run_of_sample("wuhan-east-lake-2025").assessments[0].findings
    assert [need_of(one) is None for one in findings] == [True] * 4 + [False] * 2
