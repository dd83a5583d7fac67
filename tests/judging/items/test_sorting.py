"""Items that are the same thing: joined by a valid code, else by their name, in any order, and counted once."""

import datetime
from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubei_digecon.domain.findings import Finding
from hubei_digecon.domain.outcomes import Outcome
from hubei_digecon.domain.reports import Item, Period
from hubei_digecon.domain.words import Counting
from hubei_digecon.judging.items.credit_codes import check_character
from hubei_digecon.judging.items.diagnostics import (
    BAD_CREDIT_CODE,
    DUPLICATE_ITEM,
    ITEM_HISTORY,
    SIMILAR_ITEM,
)
from hubei_digecon.quantity.numbers import Interval

from ...building import ADDED, PROPERTY, STOCK, judged, observed, target

HEAVY = settings(PROPERTY, max_examples=2000)
CODES = [f"91420100MA4K0000{number}"[:17] for number in "ABCD"]
CODES = [code + check_character(code) for code in CODES]
NAMES = "甲乙丙丁"
RECORDS = st.lists(
    st.builds(
        Item,
        st.sampled_from(NAMES),
        code=st.sampled_from((None, "无", *CODES)),
        valid_until=st.sampled_from((None, datetime.date(2024, 5, 6), datetime.date(2027, 5, 6))),
    ),
    max_size=9,
)


def things(items: Sequence[Item]) -> list[set[int]]:
    """Return the positions of the records of each thing."""
    coded = [[at for at, one in enumerate(items) if one.code == code] for code in CODES]
    found = [set(positions) for positions in coded if positions]
    for name in NAMES:
        without = {at for at, one in enumerate(items) if one.name == name and one.code not in CODES}
        having = [thing for thing in found if any(items[at].name == name for at in thing)]
        if without and having:
            having[0] |= without
        elif without:
            found.append(without)
    return found


def found_on(items: Sequence[Item], required: int = 1) -> Finding:
    observation = observed(STOCK, f"{len(items)}家", items=tuple(items))
    return judged(target(STOCK, required), observation)


def said_of(finding: Finding, *kinds: object) -> list[int]:
    """Return the positions of the items of which something of ``kinds`` is said."""
    return [int(one.at[3]) for one in finding.diagnostics if one.kind in kinds]


@PROPERTY
@given(RECORDS)
def test_of_the_records_of_one_thing_one_stands_for_it(items: list[Item]) -> None:
    left_out = set(said_of(found_on(items), DUPLICATE_ITEM, ITEM_HISTORY))
    assert len(items) - len(left_out) == len(things(items))


def shuffles_give_the_same(items: list[Item], shuffled: list[Item], required: int) -> None:
    one, other = found_on(items, required), found_on(shuffled, required)
    assert (one.outcome, one.reasons, one.decided_on) == (other.outcome, other.reasons, other.decided_on)
    assert one.decided_interval == other.decided_interval
    assert sorted(diagnostic.kind.id for diagnostic in one.diagnostics) == sorted(
        diagnostic.kind.id for diagnostic in other.diagnostics
    )


SHUFFLED = RECORDS.flatmap(lambda items: st.tuples(st.just(items), st.permutations(items)))


@PROPERTY
@given(SHUFFLED, st.integers(1, 9))
def test_items_in_any_order_give_the_same_finding(
    drawn: tuple[list[Item], list[Item]], required: int
) -> None:
    shuffles_give_the_same(*drawn, required)


@pytest.mark.heavy
@HEAVY
@given(SHUFFLED, st.integers(1, 9))
def test_items_in_any_order_give_the_same_finding_at_length(
    drawn: tuple[list[Item], list[Item]], required: int
) -> None:
    shuffles_give_the_same(*drawn, required)


def test_a_name_with_two_codes_is_one_thing_or_two() -> None:
    finding = found_on([Item("甲", CODES[0]), Item("甲", CODES[1])], 2)
    assert finding.outcome is Outcome.UNDECIDED
    assert finding.decided_interval == Interval(Fraction(1), Fraction(2))
    assert said_of(finding, SIMILAR_ITEM, DUPLICATE_ITEM) == [1]


def test_a_record_without_a_code_is_of_the_thing_that_has_its_name() -> None:
    finding = found_on([Item("甲"), Item("乙", CODES[0]), Item("甲", CODES[0])], 2)
    assert finding.outcome is Outcome.MISSED
    assert sorted(said_of(finding, DUPLICATE_ITEM)) == [1, 2]


def test_a_chain_of_names_over_two_codes_joins_nothing() -> None:
    items = [Item("甲", CODES[0]), Item("乙", CODES[1]), Item("丙", CODES[1])]
    assert said_of(found_on(items), DUPLICATE_ITEM) == [2]


@pytest.mark.parametrize(
    "text",
    [
        "无",
        "/",
        "TODO",
        "待补",
        "—",
        "N/A",
        "0" * 18,
        "1" * 18,
        "123456789012345678",
        "91420100XXXXXXXXXX",
        "4JURQ283FQEFLCR63K",
    ],
)
def test_what_is_no_code_identifies_nothing_and_is_told(text: str) -> None:
    finding = found_on([Item(name, text) for name in NAMES], 4)
    assert finding.outcome is Outcome.MET
    assert said_of(finding, BAD_CREDIT_CODE) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "spelling",
    [
        "'{}",
        "’{}",
        " {} ",
        "{}\u200b",
        "{:.8}-{:>.8}",
        "９１４２０１００{}",
        "lower",
        "91 420100 {}",
        "\ufeff{}",
    ],
)
def test_a_code_in_another_spelling_is_the_same_code(spelling: str) -> None:
    code = CODES[0]
    written = {
        "lower": code.lower(),
        "{:.8}-{:>.8}": f"{code[:8]}-{code[8:16]}‐{code[16:]}",
        "９１４２０１００{}": "９１４２０１００" + code[8:],
        "91 420100 {}": f"{code[:2]} {code[2:8]}\u3000{code[8:]}",
    }.get(spelling) or spelling.format(code)
    finding = found_on([Item("甲", code), Item("乙", written)], 2)
    assert (finding.outcome, said_of(finding, DUPLICATE_ITEM)) == (Outcome.MISSED, [1])


def test_a_mistyped_code_is_told_and_the_same_once_more_is_in_question() -> None:
    code = CODES[0][:17] + ("1" if CODES[0][17] != "1" else "2")
    finding = found_on([Item("甲", code), Item("乙", f"'{code}")], 2)
    assert said_of(finding, BAD_CREDIT_CODE) == [0, 1]
    assert (finding.outcome, said_of(finding, DUPLICATE_ITEM)) == (Outcome.UNDECIDED, [1])


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


HISTORIES = {
    "renewed": [Item("甲", valid_until=day("2024-06-30")), Item("甲", valid_until=day("2027-06-30"))],
    "to be renewed": [Item("甲", valid_until=day("2027-06-30")), Item("甲", recognised_on=day("2026-02-01"))],
    "three certificates": [
        Item("甲", valid_until=day("2022-06-30")),
        Item("甲", valid_until=day("2025-06-30")),
        Item("甲", valid_until=day("2028-06-30")),
    ],
    "under an older name": [
        Item("甲", CODES[0], valid_until=day("2024-06-30")),
        Item("乙", CODES[0], valid_until=day("2027-06-30")),
    ],
}


@pytest.mark.parametrize("records", HISTORIES.values(), ids=HISTORIES)
def test_records_of_other_days_are_history_and_no_contradiction(records: list[Item]) -> None:
    observation = observed(STOCK, "1家", items=tuple(records))
    finding = judged(target(STOCK, 1), observation)
    assert finding.outcome is Outcome.MET
    assert [one.kind for one in finding.diagnostics] == [ITEM_HISTORY] * (len(records) - 1)


def test_what_has_expired_in_every_record_does_not_count() -> None:
    records = (Item("甲", valid_until=day("2023-06-30")), Item("甲", valid_until=day("2024-06-30")))
    finding = judged(target(STOCK, 1), observed(STOCK, "1家", items=records))
    assert finding.outcome is Outcome.MISSED
    assert [one.kind.id for one in finding.diagnostics] == ["item-expired", "item-history"]


@st.composite
def dated_lists(draw: st.DrawFn) -> tuple[int, int, Counting, int, list[Item]]:
    """Draw a target, a value, how it was counted, the year of the report, and items, dated or not."""
    days = st.sampled_from((None, day("2024-05-06"), day("2025-05-06"), day("2026-05-06")))
    items = [Item(f"企业{number}", recognised_on=draw(days)) for number in range(draw(st.integers(0, 5)))]
    value = draw(st.integers(0, 6))
    return (
        draw(st.integers(1, 5)),
        value,
        draw(st.sampled_from(Counting)),
        draw(st.sampled_from((2024, 2025, 2026))),
        items,
    )


def an_undated_item_settles_nothing(drawn: tuple[int, int, Counting, int, list[Item]]) -> None:
    required, value, counting, year, items = drawn

    def outcome(listed: Sequence[Item]) -> Outcome:
        observation = observed(ADDED, f"{value}家", items=tuple(listed), counting=counting)
        return judged(target(ADDED, required), observation, period=Period(year)).outcome

    before, after = outcome(items), outcome([*items, Item("未注明日期的企业")])
    assert before is not Outcome.UNDECIDED or after not in (Outcome.MET, Outcome.MISSED)


@PROPERTY
@given(dated_lists())
def test_adding_an_undated_item_settles_nothing(drawn: tuple[int, int, Counting, int, list[Item]]) -> None:
    an_undated_item_settles_nothing(drawn)


@pytest.mark.heavy
@HEAVY
@given(dated_lists())
def test_adding_an_undated_item_settles_nothing_at_length(
    drawn: tuple[int, int, Counting, int, list[Item]],
) -> None:
    an_undated_item_settles_nothing(drawn)
