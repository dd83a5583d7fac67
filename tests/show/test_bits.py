"""Texts that are put together bit by bit: the same as those that are written at once."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.show.bits import EmptyList, filled, joined, written

PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.sampled_from(['"a": []', '\n "a": []']),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(PLAIN, max_size=4), st.lists(PLAIN, max_size=4), PLAIN)
def test_lists_that_are_filled_give_the_text_that_is_written_at_once(
    first: list[Any], second: list[Any], other: Any
) -> None:
    whole = {"first": first, "in": {"second": second}, "other": [other]}
    text = written({"first": [], "in": {"second": []}, "other": [other]})
    lists = (
        EmptyList("first", 1, [written(one, 2) for one in first]),
        EmptyList("second", 2, [written(one, 3) for one in second]),
    )
    made = "".join(filled(text, lists))
    assert made == written(whole)
    assert json.loads(made) == whole


@pytest.mark.parametrize("value", [{}, {"a": [1]}, {"b": {"a": []}}])
def test_a_list_that_is_not_there_is_no_guess(value: object) -> None:
    with pytest.raises(ValueError, match="unpack"):
        list(filled(written(value), [EmptyList("a", 1, ["1"])]))


def test_what_is_joined_has_the_same_between_every_two() -> None:
    assert "".join(joined(["a", "b", "c"], ", ")) == "a, b, c"
    assert list(joined([], ", ")) == []
