"""What a form asks for, and by which year: made from the target files alone."""

import pytest

from hubei_digecon.domain.targets import Entity
from hubei_digecon.forms.asked import Asked, asked, due_year
from hubei_digecon.load.targets import TargetLibrary


def _entity(id: str, library: TargetLibrary) -> Entity:
    """Return a place with what the notice asks of it."""
    entity = library.entity(id)
    assert entity
    return entity._replace(targets=entity.judged({"notice"}))


def _asked(entity: Entity, library: TargetLibrary) -> tuple[Asked, ...]:
    return asked(entity, library.catalogue, library.judged_documents)


def _ids(entity: Entity, library: TargetLibrary) -> list[str]:
    return [one.indicator.id for one in _asked(entity, library)]


@pytest.mark.parametrize("id", ["wuhan", "wuhan-east-lake", "wuhan-wedz"])
def test_every_indicator_of_a_target_is_asked_for_in_the_order_of_the_file(
    id: str, library: TargetLibrary
) -> None:
    entity = _entity(id, library)
    wanted = [target.indicator.id for target in entity.targets]
    assert _ids(entity, library)[: len(wanted)] == wanted


def test_the_parts_of_a_share_are_asked_for_after_the_targets(library: TargetLibrary) -> None:
    *_, value_added, gdp = _asked(_entity("wuhan", library), library)
    assert (value_added.indicator.id, gdp.indicator.id) == ("core_value_added", "gdp")
    assert (value_added.targets, gdp.targets) == ((), ())
    assert gdp.purpose.zh == "用于核算核心产业增加值占地区生产总值比重"
    assert gdp.purpose.en == "helps to recompute Core share of GDP"


def test_a_part_that_is_a_target_itself_is_asked_for_once(library: TargetLibrary) -> None:
    ids = _ids(_entity("wuhan-wedz", library), library)
    assert ids[0] == "core_value_added"
    assert ids[-1] == "gdp"
    assert len(set(ids)) == len(ids)


def test_without_a_share_no_part_is_asked_for(library: TargetLibrary) -> None:
    entity = _entity("wuhan", library)
    assert _ids(entity._replace(targets=entity.targets[1:]), library) == ["demonstration_outcomes"]


def test_two_targets_on_one_indicator_are_asked_for_as_one(library: TargetLibrary) -> None:
    entity = _entity("wuhan", library)
    first = entity.targets[0]
    later = first._replace(key="later", due=2027, value=first.value and first.value + 1)
    one = _asked(entity._replace(targets=(first, later)), library)[0]
    assert one.targets == (first, later)
    assert one.purpose.zh == "不低于13%（2025年）；不低于14%（2027年）"


def test_a_target_that_was_replaced_is_not_asked_for(library: TargetLibrary) -> None:
    entity = _entity("wuhan", library)
    first, second = entity.targets
    replaced = entity._replace(targets=(first._replace(superseded_by=second.key), second))
    assert _ids(replaced, library) == ["demonstration_outcomes"]


def test_the_year_is_that_of_most_targets_and_the_latest_of_equals(library: TargetLibrary) -> None:
    entity = _entity("wuhan", library)
    first, second = entity.targets
    assert due_year(entity, library.judged_documents) == 2025
    assert (
        due_year(entity._replace(targets=(first, second._replace(due=2027))), library.judged_documents)
        == 2027
    )
    assert (
        due_year(entity._replace(targets=(first, second, first._replace(due=2027))), library.judged_documents)
        == 2025
    )
    assert due_year(entity._replace(targets=()), library.judged_documents) is None
