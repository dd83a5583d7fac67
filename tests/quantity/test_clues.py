"""How to fix a cell that cannot be read."""

import pytest

from hubei_digecon.quantity.clues import clue
from hubei_digecon.text import Text


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("1e5", Text("不用科学计数法。", "write it without an exponent; ")),
        ("10~20", Text("一格只填一个数。", "give one number; ")),
        (
            "1000\u200b",
            Text("其中有看不见的字符，删去后重填。", "it holds a hidden character: remove it; "),
        ),
        ("abc", Text.same("")),
    ],
)
def test_a_cell_is_answered_by_what_it_looks_like(cell: str, said: Text) -> None:
    assert clue(cell) == said
