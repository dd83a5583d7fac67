"""Items that are the same thing: joined by a name or a code, whatever their order, and counted once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.items.remarks import DUPLICATE_ITEM
from hubei_digecon.model.reports import Item

from ..building import PROPERTY, STOCK, judged, observed, target

ITEMS = st.lists(
    st.builds(Item, st.sampled_from("甲乙丙丁"), code=st.sampled_from((None, "1", "2", "3", "4"))), max_size=9
)


def joined(items: Sequence[Item]) -> list[set[int]]:
    """Return the positions of items, those together that share a name or a code with one of them."""
    groups: list[set[int]] = []
    for position, item in enumerate(items):
        like = [group for group in groups if any(_share(item, items[other]) for other in group)]
        groups = [group for group in groups if group not in like]
        groups.append({position}.union(*like))
    return groups


def _share(one: Item, other: Item) -> bool:
    return one.name == other.name or (one.code is not None and one.code == other.code)


def duplicates(items: Sequence[Item]) -> list[int]:
    """Return the positions of the items that are remarked on as being another one once more."""
    observation = observed(STOCK, f"{len(items)}家", items=tuple(items))
    remarks = judged(target(STOCK, 1), observation).diagnostics
    return [int(one.at[3]) for one in remarks if one.kind is DUPLICATE_ITEM]


@PROPERTY
@given(ITEMS)
def test_of_items_that_are_the_same_thing_one_stands_for_all(items: list[Item]) -> None:
    left_out = set(duplicates(items))
    assert all(len(group - left_out) == 1 for group in joined(items))


@PROPERTY
@given(ITEMS)
def test_as_many_things_are_counted_in_any_order(items: list[Item]) -> None:
    assert len(duplicates(items)) == len(duplicates(items[::-1])) == len(items) - len(joined(items))


def test_a_chain_of_names_and_codes_is_one_thing() -> None:
    ends = [Item("甲", code="1"), Item("乙", code="2")]
    assert duplicates(ends) == []
    assert duplicates([*ends, Item("甲", code="2")]) == [1, 2]
