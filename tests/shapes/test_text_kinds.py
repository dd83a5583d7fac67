"""Kinds of text: what each offers in a form, and what is said of a text that is of another kind."""

import pytest

from hubei_digecon.shapes.text_kinds import (
    ARRIVAL,
    DATED,
    FLAG,
    LEVEL,
    NOT_READ,
    PATH,
    STATE,
    TEXT_KINDS,
    TextKind,
)


@pytest.mark.parametrize(
    ("kind", "ids"),
    [
        (STATE, ["achieved", "partial", "not_started"]),
        (LEVEL, ["national", "provincial", "municipal"]),
        (ARRIVAL, ["founded", "relocated"]),
        (FLAG, []),
        (PATH, []),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_form_offers_the_terms_of_a_closed_list(kind: TextKind, ids: list[str]) -> None:
    assert [choice.id for choice in kind.choices] == ids


@pytest.mark.parametrize("kind", TEXT_KINDS.values(), ids=list(TEXT_KINDS))
def test_a_text_is_read_or_there_is_something_to_say_of_it(kind: TextKind) -> None:
    for text in ("../x", "无", "2025年底", "2025-13-01", "12:30"):
        try:
            kind.read(text)
        except NOT_READ:
            fault, values = kind.problem("key", text)
            assert "{" not in fault.message.format(**values).en


@pytest.mark.parametrize("kind", TEXT_KINDS.values(), ids=list(TEXT_KINDS))
def test_blanks_say_nothing(kind: TextKind) -> None:
    assert kind.read(" ") is None


def test_a_mark_stands_for_nothing_where_a_key_may_be_left_out() -> None:
    assert DATED.read("/") is None
    with pytest.raises(KeyError):
        FLAG.read("/")
