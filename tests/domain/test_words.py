"""Words of closed lists."""

from hubei_digecon.domain.words import Counting, EntityKind, State, Status


def test_a_cumulative_count_takes_in_what_is_in_force() -> None:
    assert Counting.CUMULATIVE.takes_in(Counting.IN_FORCE)
    assert not Counting.IN_FORCE.takes_in(Counting.CUMULATIVE)


def test_the_words_are_those_of_the_design() -> None:
    assert {one.id for one in Status} >= {"final", "provisional", "estimated"}
    assert {one.id for one in State} == {"achieved", "partial", "not_started", "not_achieved"}
    assert {one.id for one in EntityKind} == {"nation", "province", "city", "zone"}
