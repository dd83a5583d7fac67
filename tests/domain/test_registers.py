"""What a register proves of a count, and an assessor's word that it is complete."""

import pytest

from hubei_digecon.domain.registers import CompleteRegister, RegisterTally, WhyNotCounted

SHA256, OTHER = "a" * 64, "b" * 64


def test_only_some_reasons_leave_it_open_whether_a_record_counts() -> None:
    whys = {WhyNotCounted.EXPIRED: 3, WhyNotCounted.SIMILAR: 2, WhyNotCounted.LACKS_FIELD: 4}
    assert RegisterTally(20, 11, whys).in_question == 6


def test_each_reason_has_words_of_its_own() -> None:
    assert (
        len({why.term for why in WhyNotCounted})
        == len({why.id for why in WhyNotCounted})
        == len(WhyNotCounted)
    )


@pytest.mark.parametrize(
    ("word", "covered"),
    [
        (CompleteRegister(0, SHA256, True), True),
        (CompleteRegister(0, SHA256, False), False),
        (CompleteRegister(0, OTHER, True), False),
        (CompleteRegister(0, SHA256, True, ("gazelle_firms",)), True),
        (CompleteRegister(0, SHA256, True, ("listed_firms",)), False),
    ],
)
def test_a_word_covers_its_register_and_its_categories(word: CompleteRegister, covered: bool) -> None:
    assert word.covers(SHA256, "gazelle_firms") is covered
    assert (word.about, word.at) == (word.sha256, ("registers", 0))
