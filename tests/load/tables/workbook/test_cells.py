"""Names of cells and blocks of cells."""

import pytest

from hubei_digecon.load.tables.workbook.cells import At, Range, at_of, range_of


@pytest.mark.parametrize(("name", "at"), [("A1", (0, 0)), ("E7", (6, 4)), ("AA10", (9, 26))])
def test_a_name_is_a_row_and_a_column_from_nought(name: str, at: tuple[int, int]) -> None:
    assert at_of(name) == At(*at)


def test_a_block_is_named_by_its_first_and_last_cell() -> None:
    assert range_of("B2:E7") == Range(At(1, 1), At(6, 4))
    assert range_of("B2") == Range(At(1, 1), At(1, 1))
