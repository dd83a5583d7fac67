"""What the words around a number say."""

import pytest

from hubei_digecon.load.wording.words import WORDS, Sense


@pytest.mark.parametrize(
    ("word", "sense"),
    [
        ("力争", Sense.SOFT),
        ("预计", Sense.EXPECTED),
        ("接近", Sense.ABOUT),
        ("每年", Sense.YEARLY),
        ("未", Sense.NEGATED),
    ],
)
def test_a_word_has_a_sense(word: str, sense: Sense) -> None:
    assert [one for one, words in WORDS.items() if word in words] == [sense]


def test_no_word_has_two_senses() -> None:
    words = [word for words in WORDS.values() for word in words]
    assert len(set(words)) == len(words)


def test_some_senses_bear_on_what_stands_before_them() -> None:
    assert [sense for sense in Sense if sense.reaches_back] == [Sense.CONDITIONED, Sense.EXCLUDED]
