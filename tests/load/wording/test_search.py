"""Words of closed lists, and years, at a place in a text."""

import pytest

from hubei_digecon.load.wording.search import WordSearch, YearAt, base_at, year_at


def test_the_longest_word_is_found_that_fits() -> None:
    words = WordSearch(["新", "新建", "新建成"])
    assert words.at("新建成3家", 0) == "新建成"
    assert words.at("新建成3家", 0, lambda word: len(word) < 3) == "新建"
    assert words.at("达到3家", 0) == ""


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("到2025年达到", YearAt(6, 2025)),
        ("2025年12月底", YearAt(9, 2025)),
        ("2021—2025年", YearAt(10, 2025)),
        ("2021-2025）", YearAt(9, 2025)),
        ("到“十四五”末", YearAt(7, 2025)),
        ("十五五期末", YearAt(5, 2030)),
        ("后年突破", YearAt(2, after=2)),
        ("较2020年增长", YearAt(6, 2020, is_compared=True)),
        ("比“十三五”末提高", YearAt(7, 2020, is_compared=True)),
    ],
)
def test_years_are_read(text: str, year: YearAt) -> None:
    assert year_at(text, 0) == year


@pytest.mark.parametrize("text", ["2025家", "2000-3000家", "达到", "2025年均", "十四个"])
def test_what_is_no_year_is_none(text: str) -> None:
    assert year_at(text, 0) is None


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("由8.7%提高到13%", (0, 1, False)),
        ("从2020年的8.7%提高到", (2020, 7, False)),
        ("（2020年为8.7%）", (2020, 7, True)),
        ("（其中）", None),
        ("达到", None),
    ],
)
def test_the_value_that_a_change_starts_from_is_found(text: str, base: tuple[int, int, bool] | None) -> None:
    assert base_at(text, 0) == base
