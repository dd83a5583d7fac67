"""A run as a document: what every section holds, and what is left of it where it is quiet."""

import datetime
from pathlib import Path

import pytest

from hubei_digecon import check
from hubei_digecon.domain.run import Run
from hubei_digecon.show.document import Paragraph
from hubei_digecon.show.report import run_document
from hubei_digecon.show.view import View

from ..conftest import AS_OF, ROOT

EN = View("en")
SAMPLE = Path("sample_reports/illustrative/wuhan-2025.yaml")


@pytest.fixture(scope="module")
def run() -> Run:
    """One illustrative report, judged."""
    return check(ROOT / SAMPLE, as_of=datetime.date.fromisoformat(AS_OF))


def test_a_section_is_named_after_the_place_and_the_file(run: Run) -> None:
    (section,) = run_document(run, EN).sections
    (assessment,) = run.assessments
    assert assessment.name
    assert section.title == f"{assessment.name.en} ({ROOT / SAMPLE})"
    assert section.lead == (
        Paragraph((f"Period: 2025  Revision: {assessment.revision or '–'}  As of: {AS_OF}",)),
        Paragraph(
            ("Illustrative: the values below are not published; they only show how the tool works.",),
            is_warning=True,
        ),
    )


def test_every_finding_is_a_row_and_an_entry(run: Run) -> None:
    (section,) = run_document(run, EN).sections
    (assessment,) = run.assessments
    names = [finding.target.indicator.name.en for finding in assessment.findings]
    assert section.table
    assert [row[0].text for row in section.table.cells(EN)] == [
        str(number) for number in range(1, len(names) + 1)
    ]
    words, *_ = section.listings
    assert words.is_numbered
    assert [entry.heading for entry in words.entries] == names


def test_the_words_of_all_targets_are_cited_where_verbose(run: Run) -> None:
    (section,) = run_document(run, EN._replace(verbose=True)).sections
    words, cited = section.listings
    assert len(cited.entries) == len(words.entries)


def test_quiet_it_holds_the_verdicts_alone(run: Run) -> None:
    document = run_document(run, EN._replace(quiet=True))
    (section,) = run_document(run, EN).sections
    assert document.sections == ()
    assert document.ends[0] == f"{ROOT / SAMPLE}: {section.verdict}"
