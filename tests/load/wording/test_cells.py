"""The words around a number in a table."""

import pytest

from hubei_digecon.domain.targets import Citation, TableCell, Target
from hubei_digecon.load.wording.cells import CellWords, where_cited, words_of

from ...building import SHARE, target


def cited(row: str, column: str, cell: str, head: str | None = None) -> Target:
    """Return a share that cites a cell."""
    table = TableCell("专栏1", row, column, cell, head)
    return target(SHARE, 55)._replace(source=Citation("document", None, cell, cell=table))


@pytest.mark.parametrize(
    ("cell", "head", "words"),
    [
        (("占比（%）", "2025年", "55"), None, CellWords("2025年  55", "占比", "%")),
        (("占比", "2025", "55"), "单位：%", CellWords("2025年  55", "占比", "%")),
        (("占比", "2025年（%）", "55"), "不低于", CellWords("2025年 不低于 55", "占比", "%")),
        (("占比", "2025年", "55%"), None, CellWords("2025年  55%", "占比", None)),
    ],
)
def test_the_unit_is_taken_from_row_column_or_head(
    cell: tuple[str, str, str], head: str | None, words: CellWords
) -> None:
    assert words_of(cited(*cell, head=head)) == words


def test_words_of_a_paragraph_are_its_wording() -> None:
    one = target(SHARE, 13, wording="达到13%")
    assert words_of(one) == CellWords("达到13%")
    assert [where_cited(each.source) for each in (one, cited("占比", "2025年", "55%"))] == ["wording", "cell"]
