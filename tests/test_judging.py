"""Every judging case of ``tests/judging`` comes out as the design has it, by the command line, end to end.

What a case can say, and what it means where it says nothing, stands in ``casebook``.
"""

from pathlib import Path

import pytest

from . import casebook
from .casebook import Case
from .conftest import Digecon


@pytest.mark.parametrize("case", casebook.cases(), ids=lambda case: case.id)
def test_a_case_is_judged_as_the_design_has_it(case: Case, tmp_path: Path, digecon: Digecon) -> None:
    code, result = casebook.judged(case, tmp_path, digecon)
    expected, actual = casebook.told(case, code, result)
    assert actual == expected


@pytest.mark.parametrize(
    "case", [case for case in casebook.cases() if casebook.cells_of(case)], ids=lambda case: case.id
)
def test_a_case_belongs_to_the_cell_that_it_names(case: Case, tmp_path: Path, digecon: Digecon) -> None:
    assert casebook.cells_found(case, tmp_path, digecon) == casebook.cells_of(case)
