"""The tables by which a name is folded."""

from hubei_digecon.domain.names import folding


def test_each_radical_has_its_character() -> None:
    table = dict(zip(folding.RADICALS, folding.IDEOGRAPHS, strict=True))
    assert (table["⻋"], table["⻢"]) == ("车", "马")


def test_signs_are_of_one_sort_only() -> None:
    sorts = [folding.BLANKS, folding.BRACKETS, folding.QUOTES, folding.DASHES, folding.DOTS]
    together = "".join(sorts)
    assert len(set(together)) == len(together)


def test_ranges_that_take_no_room_are_in_order() -> None:
    ends = [end for pair in folding.IGNORED for end in pair]
    assert ends == sorted(ends)
