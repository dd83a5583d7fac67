"""Which documents verdicts are by."""

import pytest

from hubei_digecon.domain.targets import Documents, PolicyDocument
from hubei_digecon.load.chosen_documents import UnknownDocumentError, choose, with_default
from hubei_digecon.text import Text


def documents(*default: str) -> Documents:
    return {id: PolicyDocument(id, Text.same(id), default=id in default) for id in ("a", "b", "c")}


def test_those_marked_as_the_default_are_judged_by_where_none_is_asked_for() -> None:
    assert [*choose((), documents("b", "c"))] == ["b", "c"]


def test_where_none_is_marked_all_are_the_default() -> None:
    assert [*choose((), with_default(documents()))] == ["a", "b", "c"]
    assert with_default(documents("b")) == documents("b")


def test_they_come_in_the_order_asked_for_each_once() -> None:
    assert [*choose(("c", "a", "c"), documents("b"))] == ["c", "a"]
    assert [*choose(("c", "all"), documents("b"))] == ["c", "a", "b"]


def test_an_unknown_id_is_told_with_all_that_there_are() -> None:
    with pytest.raises(UnknownDocumentError, match="no document “d”; documents: a, b, c, all") as caught:
        choose(("a", "d"), documents())
    assert caught.value.id == "d"


def test_a_choice_is_the_default_only_where_it_is_all_of_it() -> None:
    assert all(one.default for one in choose(("b",), documents("b")).values())
    assert all(one.default for one in choose(("c", "b"), documents("b", "c")).values())
    for asked in (("b",), ("b", "c", "a")):
        assert not any(one.default for one in choose(asked, documents("b", "c")).values())
