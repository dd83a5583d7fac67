"""What a cell shows of a number, held against the number that it stores."""

from decimal import Decimal

import pytest

from hubei_digecon.load.tables.workbook.formats import format_of
from hubei_digecon.load.tables.workbook.reading import held_against


@pytest.mark.parametrize(
    ("code", "number", "unit", "text", "shown"),
    [
        ("General", "1000", "亿元", "1000", "1000"),
        ("0.0%", "0.312", "%", "31.2%", "156/5"),
        ("0.0", "20.014", "%", "20.0", "20"),
    ],
)
def test_a_cell_shows_a_number_in_its_format(
    code: str, number: str, unit: str, text: str, shown: str
) -> None:
    read = held_against(format_of(code), Decimal(number), unit)
    assert (read.text, str(read.number)) == (text, shown)
