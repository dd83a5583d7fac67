"""The widths of columns: numbers are never broken, the rest is shared, the whole line is used."""

import pytest

from hubei_digecon.show.view import View
from hubei_digecon.show.word.pages import room_on
from hubei_digecon.show.word.widths import PADDING, Wanted, fits, wanted_of, widths_of

from .drawn import table


def wanted(times: int = 1) -> list[Wanted]:
    """Return what the columns of a table want, which stand in it so many times."""
    made, view = table("表", times), View("zh")
    return wanted_of(made, made.headings(view), made.each_in_words(view))


@pytest.mark.parametrize("times", [1, 2, 3, 9])
def test_columns_fill_the_line(times: int) -> None:
    assert sum(widths_of(wanted(times), 442, 10.5)) == pytest.approx(442)


def test_a_number_has_room_for_all_of_it() -> None:
    widths = widths_of(wanted(), room_on("zh"), 10.5)
    assert widths[3] - PADDING >= len("400.00") * 0.5 * 10.5 + 2 * 10.5


def test_what_needs_more_than_the_line_does_not_fit() -> None:
    assert fits([Wanted(10, 15, 20)] * 4, 4 * PADDING + 400, 20)
    assert not fits([Wanted(11, 15, 20)] * 4, 4 * PADDING + 400, 20)


@pytest.mark.parametrize(
    ("columns", "widths"),
    [
        (10, [50, 50]),
        (30, [150, 150]),
        (50, [250, 250]),
        (60, [350, 250]),
        (70, [450, 250]),
        (140, [900, 500]),
    ],
)
def test_room_is_given_first_to_what_must_not_be_broken(columns: int, widths: list[int]) -> None:
    made = widths_of([Wanted(20, 25, 45), Wanted(20, 25, 25)], columns * 10 + 2 * PADDING, 20)
    assert made == [pytest.approx(width + PADDING) for width in widths]
