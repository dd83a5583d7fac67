"""A target beside its words: its own number, and the words it agrees with."""

from fractions import Fraction
from typing import Any

from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.targets import Base, Target
from hubei_digecon.load.wording.parts import ClausePart, PartKind
from hubei_digecon.load.wording.worded import WordedTarget
from hubei_digecon.quantity.numbers import Interval

from ...building import SHARE, target


def share(wording: str, **more: Any) -> WordedTarget:
    return WordedTarget(target(SHARE, 13, wording=wording, **more))


def words_of(worded: WordedTarget) -> list[ClausePart]:
    return [part for clause in worded.clauses for part in clause.parts if part.sense]


def test_its_own_number_is_the_one_of_value_and_unit() -> None:
    worded = share("研发强度达到5%，达到13%")
    parts = [part for clause in worded.clauses for part in clause.parts if part.kind is PartKind.NUMBER]
    assert [(part.text, worded.holds_value(part)) for part in parts] == [("5%", False), ("13%", True)]


def test_words_of_earlier_clauses_reach_over_a_clause_of_their_sentence() -> None:
    worded = share("力争上台阶，达到13%。预计更高，达到14%")
    assert [part.text for part in worded.governing(worded.clauses[1])] == ["力争"]
    assert [part.text for part in worded.governing(worded.clauses[3])] == ["预计"]


def test_a_value_that_it_starts_from_is_that_of_the_base() -> None:
    base = Base(Period(2020), Fraction(87, 10), "%", Interval.point(Fraction(87, 10)), None)

    def agrees(one: Target) -> bool:
        worded = WordedTarget(one)
        return worded.agrees(words_of(worded)[0], worded.clauses[0])

    started = target(SHARE, 13, wording="由2020年的8.7%提高到13%")
    assert not agrees(started)
    assert agrees(started._replace(base=base))
    assert not agrees(started._replace(base=base._replace(period=Period(2019))))
