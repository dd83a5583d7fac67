"""The guide of a form."""

from ...workbooks import COVER, form, opened


def test_the_guide_stands_on_the_cover() -> None:
    shown = [str(row[0].value) for row in opened(form())[COVER].iter_rows(max_col=1) if row[0].value]
    at = shown.index("填报说明")
    assert [line[:2] for line in shown[at + 1 :]] == [f"{number}." for number in range(1, 9)]
