"""A report is judged by each of the documents chosen, and adding one changes nothing of another."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon.domain.assessments import Assessment, Settings
from hubei_digecon.domain.outcomes import Verdict
from hubei_digecon.load.targets import TargetLibrary

from ..building import run_over
from ..conftest import AS_OF
from ..two_documents import TwoDocuments

DAY = datetime.date.fromisoformat(AS_OF)

RESTATED = """\
entity: two
period: 2025
submitted: {by: 示例单位, date: 2026-01-20}
observations:
  firms: {value: 25家, counting: in_force, target: 20家}
"""
REVIEW = """\
entity: two
period: 2025
reviewer: {name: 核验组}
waivers:
  firms_planned: {reason: 原因, approved_by: 机关, approved_on: 2026-02-01, document: 文号, expires: 2026-12-31}
"""


@pytest.fixture
def two(tmp_path: Path) -> TwoDocuments:
    return TwoDocuments(tmp_path)


def judged(two: TwoDocuments, path: str, *documents: str, **how: object) -> list[Assessment]:
    library = TargetLibrary(two.targets).by_documents(documents)
    reviews = how.get("reviews", ())
    assert isinstance(reviews, tuple)
    settings = how.get("settings")
    assert settings is None or isinstance(settings, Settings)
    return list(run_over([path], DAY, settings, reviews, library))


def said(assessments: list[Assessment]) -> list[tuple[str | None, list[str]]]:
    return [(one.document, [told.kind.id for told in one.diagnostics]) for one in assessments]


def test_there_is_one_assessment_for_each_document_that_sets_targets(two: TwoDocuments) -> None:
    made = judged(two, two.both, "sample", "plan")
    assert [(one.document, one.verdict) for one in made] == [
        ("sample", Verdict.COMPLIANT),
        ("plan", Verdict.NONCOMPLIANT),
    ]
    assert [one.document_title and one.document_title.en for one in made] == ["Sample notice", "Sample plan"]
    assert [one.document for one in judged(two, two.of_three, "sample", "plan")] == ["plan"]


def test_the_default_alone_is_not_named(two: TwoDocuments) -> None:
    (made,) = judged(two, two.both)
    assert (made.document, made.document_title) == ("sample", None)


def test_without_targets_in_the_documents_chosen_a_report_is_incomplete_and_blocked(
    two: TwoDocuments,
) -> None:
    (made,) = judged(two, two.of_three, "sample")
    assert (made.verdict, made.findings, made.document) == (Verdict.INCOMPLETE, (), None)
    assert made.lacks_targets
    assert made.blocked
    (told,) = made.diagnostics
    assert told.message.en == (
        "Sample notice: no target is set for Threeburg, so there is nothing to judge the report by"
    )
    assert told.fix.en == "choose one that does (--document): plan"


def test_what_is_said_of_the_report_is_said_with_the_first(two: TwoDocuments) -> None:
    path = two.report("restated", RESTATED.replace("target: 20家", "target: 15家"))
    assert said(judged(two, path, "sample", "plan")) == [("sample", ["restated-target"]), ("plan", [])]
    assert said(judged(two, path, "plan", "sample")) == [("plan", ["restated-target"]), ("sample", [])]


def test_an_error_of_the_report_makes_every_assessment_incomplete(two: TwoDocuments) -> None:
    path = two.report("restated", RESTATED.replace("target: 20家", "target: 15家"))
    made = judged(two, path, "plan", "sample")
    assert [one.verdict for one in made] == [Verdict.INCOMPLETE, Verdict.INCOMPLETE]


def test_a_commitment_is_that_of_one_of_the_documents(two: TwoDocuments) -> None:
    path = two.report("restated", RESTATED)
    assert said(judged(two, path, "sample")) == [("sample", ["restated-target"])]
    assert said(judged(two, path, "sample", "plan")) == [("sample", []), ("plan", [])]


def test_a_review_entry_on_a_target_of_another_document_is_unused(two: TwoDocuments) -> None:
    review = two.folder / "review.yaml"
    review.write_text(REVIEW, "utf-8")
    (made,) = judged(two, two.both, "sample", reviews=(review,))
    (told,) = made.diagnostics
    assert told.kind.id == "unused-review-entry"
    assert "the document that sets that target is not among those chosen" in told.message.en
    first, second = judged(two, two.both, "sample", "plan", reviews=(review,))
    assert (first.diagnostics, second.diagnostics) == ((), ())
    assert [finding.outcome.id for finding in second.findings] == ["waived", "met"]


def test_what_is_left_out_on_request_is_counted_once(two: TwoDocuments) -> None:
    path = two.report("estimated", RESTATED.replace("target: 20家", "status: 预计"))
    made = judged(two, path, "sample", "plan", settings=Settings(ignore=["estimated-value"]))
    assert [one.ignored for one in made] == [1, 0]
