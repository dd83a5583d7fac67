"""Every judging case of ``tests/judging/cases`` comes out as the design has it, by the command line, end to end.

What a case can say, and what it means where it says nothing, stands in ``casebook``.
"""

from pathlib import Path

import pytest

from .. import casebook
from ..casebook import Case
from ..conftest import TESTS, Digecon, matches_golden

THEMES = sorted({case.id.partition(":")[0] for case in casebook.cases()})


@pytest.mark.parametrize("case", casebook.cases(), ids=lambda case: case.id)
def test_a_case_is_judged_as_the_design_has_it(case: Case, cases_folder: Path, digecon: Digecon) -> None:
    code, result = casebook.result_of(case, cases_folder, digecon)
    expected, actual = casebook.told(case, code, result)
    assert actual == expected


@pytest.mark.parametrize(
    "case", [case for case in casebook.cases() if casebook.cells_of(case)], ids=lambda case: case.id
)
def test_a_case_belongs_to_the_cell_that_it_names(case: Case, cases_folder: Path, digecon: Digecon) -> None:
    assert casebook.cells_found(case, cases_folder, digecon) == casebook.cells_of(case)


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_said_of_the_cases_of_a_theme(theme: str, cases_folder: Path, digecon: Digecon) -> None:
    lines = []
    for case in casebook.cases():
        if case.id.partition(":")[0] == theme:
            lines += [*casebook.sentences(case, casebook.result_of(case, cases_folder, digecon)[1]), ""]
    matches_golden("\n".join(lines), TESTS / "golden" / "judging" / f"{theme}.txt")
