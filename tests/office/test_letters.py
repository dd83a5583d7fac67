"""Documents for Word in LibreOffice: A4, type as large as is asked for, and no table cut at the edge."""

from pathlib import Path
from typing import Any

import pytest
from benchmarks.entities import write_targets
from benchmarks.generate import write_all_periods
from pypdf import PageObject, PdfReader

from hubei_digecon.show.word.pages import MARGINS

from ..conftest import AS_OF, Digecon
from .office import MISSING, is_there, printed

pytestmark = [pytest.mark.heavy, pytest.mark.skipif(not is_there(), reason=MISSING)]

SAMPLES = "sample_reports/illustrative"
REVIEWED = ("--review", f"{SAMPLES}/reviews")
ASKED = {
    "opinion": ("check", f"{SAMPLES}/wuhan-wedz-2025.yaml", *REVIEWED),
    "returned": ("check", f"{SAMPLES}/reading-faults.yaml"),
    "scoreboard": ("score", SAMPLES),
    "trend": ("trend", "sample_reports/published", "--document", "all", "--base", "2020"),
}
MOST_PAGES = {"opinion": 14, "returned": 7, "scoreboard": 14, "trend": 16}
_A4 = {(595, 842), (842, 595)}
_POINTS = 72 / 25.4


def _type_on(page: PageObject) -> list[tuple[str, float, float]]:
    """Return the texts of a page, each with the size of its type and where it begins from the left."""
    found: list[tuple[str, float, float]] = []

    def visit(text: str, _above: Any, matrix: Any, _font: Any, size: float) -> None:
        if text.strip():
            found.append((text, abs(matrix[3]) * size if matrix[3] else size, matrix[4]))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", ASKED)
def test_a_document_prints_on_few_pages_of_a4_in_type_that_can_be_read(
    name: str, lang: str, digecon: Digecon, tmp_path: Path
) -> None:
    path = tmp_path / "shown.docx"
    digecon(*ASKED[name], "--as-of", AS_OF, "--lang", lang, "--output-format", f"docx={path}")
    pages = PdfReader(printed(path, tmp_path)).pages
    assert len(pages) <= MOST_PAGES[name]
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} <= _A4
    left = min(MARGINS[lang].left, MARGINS[lang].top) * _POINTS  # type: ignore[index]
    for page in pages:
        for text, size, begins in _type_on(page):
            assert size >= 9, text
            assert left - 1 <= begins <= float(page.mediabox.width) - left + 10, text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_circular_on_fifteen_places_takes_two_pages(lang: str, digecon: Digecon, tmp_path: Path) -> None:
    targets, path = tmp_path / "targets", tmp_path / "circular.docx"
    write_all_periods(write_targets(15, targets), ("2025",), tmp_path / "reports")
    asked = ("--targets", str(targets), "--as-of", AS_OF, "--lang", lang)
    digecon("score", str(tmp_path / "reports"), *asked, "--output-format", f"docx+circular={path}")
    assert len(PdfReader(printed(path, tmp_path)).pages) <= 2


@pytest.mark.parametrize("name", ["docx+tasks", "xlsx+tasks"])
def test_the_list_of_tasks_prints_what_is_for_people_alone(
    name: str, digecon: Digecon, tmp_path: Path
) -> None:
    path = tmp_path / f"tasks.{name[:4]}"
    digecon("check", SAMPLES, "--as-of", AS_OF, "--lang", "zh", "--output-format", f"{name}={path}")
    text = "".join(page.extract_text() for page in PdfReader(printed(path, tmp_path)).pages)
    assert "责任单位" in text
    assert "attestations." not in "".join(text.split())
