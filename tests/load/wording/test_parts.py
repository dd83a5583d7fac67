"""The parts of the clauses of a wording."""

from fractions import Fraction

import pytest

from hubei_digecon.load.wording.figures import WordedQuantity
from hubei_digecon.load.wording.parts import PartKind, clauses_of, is_of_table
from hubei_digecon.load.wording.words import Sense


def test_a_clause_has_its_number_and_the_words_around_it() -> None:
    (clause,) = clauses_of("占GDP比重达到30%", ["占GDP比重"])
    assert [part.text for part in clause.parts if part.quantities] == ["30%"]
    assert [part.quantities for part in clause.parts if part.quantities] == [
        (WordedQuantity(Fraction(300), "‰", "%"),)
    ]


@pytest.mark.parametrize(("words", "of_table"), [("超过", True), ("30", True), ("建成并开通", False)])
def test_words_are_of_the_table_or_not(words: str, of_table: bool) -> None:
    assert is_of_table(words) is of_table


def test_a_value_that_the_target_starts_from_is_a_part_of_its_own() -> None:
    (clause,) = clauses_of("由2020年的8.7%提高到13%", ())
    base = clause.parts[0]
    assert (base.sense, base.year, base.quantities[0].number) == (Sense.BASE, 2020, Fraction(87))


def test_a_word_of_one_sign_leads_only_to_a_number() -> None:
    kinds = [[part.kind for part in clauses_of(text, ())[0].parts] for text in ("将达到3家", "将军3家")]
    assert kinds[0][0] is PartKind.NEUTRAL
    assert kinds[1][0] is PartKind.LEFT
