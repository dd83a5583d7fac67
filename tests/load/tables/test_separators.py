"""The headings of a table, and what separates its cells."""

import pytest

from hubei_digecon.load.source import Source
from hubei_digecon.load.tables.separators import SEPARATORS, found_heading

HEADINGS = ("entity", "period", "indicator", "value")


@pytest.mark.parametrize("separator", SEPARATORS)
def test_cells_are_separated_by_any_of_six_signs(separator: str) -> None:
    found = found_heading(Source("a.csv", separator.join(HEADINGS) + "\n", ""))
    assert found is not None
    assert found.separator == separator
    assert len(found.cells) == 4


def test_titles_may_stand_above() -> None:
    found = found_heading(Source("a.csv", "2025年度报表\n\n" + ",".join(HEADINGS) + "\n", ""))
    assert found is not None
    assert found.separator == ","


def test_a_table_of_something_else_has_none() -> None:
    assert found_heading(Source("a.csv", "name,price\na,1\n", "")) is None
