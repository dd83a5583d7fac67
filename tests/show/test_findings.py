"""A finding in words and cells: signs, numbers with their units, the words of its target."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon import check
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.show.findings import (
    COLUMNS,
    SIGNS,
    JudgedFinding,
    citation,
    cited_as,
    findings_of,
    legend_of,
    required_cell,
    words_of,
)
from hubei_digecon.show.view import View
from hubei_digecon.text import Text

from ..conftest import AS_OF
from ..shown_formats import cells_of
from ..small_targets import Small

EN = View("en")


def judged(small: Small, name: str) -> JudgedFinding:
    """Return the one finding of a report of ``tests/small_targets.py``."""
    day = datetime.date.fromisoformat(AS_OF)
    run = check(Path(small.report(name)), targets=small.targets, as_of=day)
    (assessment,) = run.assessments
    (row,) = findings_of(assessment, run)
    return row


ROWS = {
    "compliant": [
        "1",
        "Sample firms",
        "≥10家",
        "12家",
        "+2家",
        "120%",
        "✓ met (claimed, not verified)",
        "claimed (no list)",
    ],
    "missed": ["1", "Sample firms", "≥10家", "8家", "-2家", "80%", "✗ missed", "claimed (no list)"],
    "undecided": ["1", "Sample firms", "≥10家", "about 10家", "–", "–", "? undecided", "claimed (no list)"],
}


@pytest.mark.parametrize("name", ROWS)
def test_a_finding_is_a_row(name: str, small: Small) -> None:
    assert cells_of(COLUMNS, judged(small, name).finding, EN) == ROWS[name]


@pytest.mark.parametrize(
    ("wording", "cell", "legend"),
    [
        ("6—9家", "≥10（上限12）家", "“上限”：原文为一个区间"),
        ("10家，力争12家", "≥10（力争12）家", "“力争”：原文另有力争目标"),
    ],
)
def test_the_upper_end_and_a_further_aim_are_told_apart(
    wording: str, cell: str, legend: str, small: Small
) -> None:
    row = judged(small, "missed")
    source = row.finding.target.source._replace(wording=wording)
    finding = row.finding._replace(target=row.finding.target._replace(stretch=Fraction(12), source=source))
    assert required_cell(finding, View("zh")) == cell
    (told,) = legend_of(row.assessment._replace(findings=(finding,)))
    assert legend in told.zh
    assert legend_of(row.assessment) == ()


def test_signs_fall_back_to_ascii(small: Small) -> None:
    row = cells_of(COLUMNS, judged(small, "missed").finding, View("en", encoding="ascii"))
    assert (row[2], row[6]) == (">=10家", "x missed")
    assert set(SIGNS) == set(Outcome)


def test_its_words_are_the_message_and_what_is_needed(small: Small) -> None:
    row = judged(small, "undecided")
    message, needed, *_ = words_of(row.finding, row.assessment.source, EN)
    assert message == row.finding.message.en
    assert needed.startswith("Needed: ")


def test_a_citation_names_the_document(small: Small) -> None:
    row = judged(small, "missed")
    assert citation(row, EN) == "1 “10家” – Sample notice, paragraph 1"
    assert cited_as(row.finding.target, {})["told"] == Text("sample第1段", "sample, paragraph 1")
