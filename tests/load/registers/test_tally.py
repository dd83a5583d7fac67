"""A register comes to what the same records come to as lists, whatever is wrong with them."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from hubei_digecon.domain.registers import WhyNotCounted
from hubei_digecon.judging.items import CountAsked
from hubei_digecon.load.registers.engine import DuckDB

from .cells import (
    Record,
    apart,
    asked,
    by_list,
    code_of,
    drawn,
    each_by_list,
    firm,
    in_2025,
    open_here,
    tallied,
    write_csv,
)

REJECTING = {
    "gazelle_firms": ("示例甲一", "示例AI公司二", "示例科技有限公司", apart(3)),
    "new_innovation_platforms": ("示例乙", apart(5)),
    "integration_certified_firms": ("示例（武汉）公司三",),
}


def assert_as_lists(
    folder: Path, records: Sequence[Record], asks: Sequence[CountAsked]
) -> set[WhyNotCounted]:
    """Hold a register to what its records come to as lists; return the reasons that were there."""
    tallies, struck = tallied(folder, records, asks)
    for one, tally in zip(asks, tallies, strict=True):
        expected = by_list(records, one)
        assert tally.eligible == expected.pop(None, 0), one
        assert tally.not_counted == expected, one
        assert tally.in_question == sum(number for why, number in expected.items() if why and why.in_question)
        assert tally.records == tally.eligible + sum(tally.not_counted.values())
    told = {(one.asked, one.record): one.why for one in struck}
    assert len(told) == len(struck)
    assert told == {
        (one, number): why for one in asks for number, why in each_by_list(records, one) if why is not None
    }
    return {one.why for one in struck}


@pytest.mark.parametrize("seed", range(4))
def test_cells_come_to_what_lists_do(tmp_path: Path, seed: int) -> None:
    asks = list(asked(rejecting=REJECTING))
    assert len(asks) == 64
    whys = assert_as_lists(tmp_path, drawn(seed, 900 * (seed + 1)), asks)
    assert set(WhyNotCounted) - whys == {WhyNotCounted.UNREADABLE}


@pytest.mark.parametrize("seed", range(2))
def test_things_that_are_surely_apart_come_to_what_lists_do(tmp_path: Path, seed: int) -> None:
    whys = assert_as_lists(tmp_path, drawn(seed, 2500, alike=False), list(asked(rejecting=REJECTING)))
    assert {WhyNotCounted.HISTORY, WhyNotCounted.DUPLICATE, WhyNotCounted.REJECTED} <= whys


@pytest.mark.parametrize("seed", range(3))
def test_records_come_to_the_same_in_any_order(tmp_path: Path, seed: int) -> None:
    records, asks = drawn(seed, 1500), list(asked(rejecting=REJECTING))
    before, _ = tallied(tmp_path, records, asks)
    Random(seed).shuffle(records)
    assert tallied(tmp_path, records, asks)[0] == before


HAZARDS = {
    "a date is missing": ([firm(recognised_on=""), firm("示例二")], 1, {WhyNotCounted.LACKS_FIELD: 1}),
    "a mark stands for nothing": (
        [firm(recognised_on="—"), firm("示例二")],
        1,
        {WhyNotCounted.LACKS_FIELD: 1},
    ),
    "no end of validity": ([firm(valid_until=""), firm("示例二", valid_until="长期有效")], 2, {}),
    "a month is only partly in time": ([firm(recognised_on="2025")], 1, {}),
    "it expired": ([firm(valid_until="2025-12-30")], 0, {WhyNotCounted.EXPIRED: 1}),
    "the last day still counts": ([firm(valid_until="2025-12-31")], 1, {}),
    "it came later": ([firm(recognised_on="2026-01-01")], 0, {WhyNotCounted.TOO_LATE: 1}),
    "two i of Turkish": (
        [firm("İzmir公司"), firm("izmir公司"), firm("IZMIR公司")],
        2,
        {WhyNotCounted.DUPLICATE: 1},
    ),
    "width and case": ([firm("ＡＢＣ公司"), firm("abc公司")], 1, {WhyNotCounted.DUPLICATE: 1}),
    "brackets and blanks": ([firm("甲（武汉）"), firm("甲 (武汉)")], 1, {WhyNotCounted.DUPLICATE: 1}),
    "the same thing through a third record": (
        [firm("甲", code=code_of(1)), firm("甲"), firm("乙", code=code_of(1))],
        1,
        {WhyNotCounted.DUPLICATE: 2},
    ),
    "a name with two codes": (
        [firm("甲", code=code_of(1)), firm("甲", code=code_of(2))],
        1,
        {WhyNotCounted.SIMILAR: 1},
    ),
    "a renewal": (
        [firm(valid_until="2025-06-30"), firm(recognised_on="2025-07-01", valid_until="2028-06-30")],
        1,
        {WhyNotCounted.HISTORY: 1},
    ),
    "a renewal after a gap that is still open": (
        [firm(valid_until="2025-06-30"), firm(recognised_on="2026-02-01")],
        0,
        {WhyNotCounted.EXPIRED: 1, WhyNotCounted.HISTORY: 1},
    ),
    "two records in force": (
        [firm(valid_until="2026-06-30"), firm(recognised_on="2025-12-01", valid_until="2028-06-30")],
        1,
        {WhyNotCounted.DUPLICATE: 1},
    ),
    "codes spoiled by a spreadsheet": (
        [
            firm("甲", code="9.14201E+17"),
            firm("乙", code="9.14201E+17"),
            firm("丙", code="914201006822330000"),
        ],
        3,
        {},
    ),
    "a mistyped code twice": (
        [firm("甲", code="91420100MA4K0000XX"), firm("乙", code="91420100MA4K0000XX")],
        1,
        {WhyNotCounted.SAME_BAD_CODE: 1},
    ),
    "a code that links a look-alike to another": (
        [
            firm("示例AI公司"),
            firm("丙", code="91420100MA4K0000XX"),
            firm("示例Al公司", code="91420100MA4K0000XX"),
        ],
        1,
        {WhyNotCounted.SIMILAR: 1, WhyNotCounted.SAME_BAD_CODE: 1},
    ),
    "a duplicate": ([firm(), firm()], 1, {WhyNotCounted.DUPLICATE: 1}),
    "a sum": ([firm(), firm("合计")], 1, {WhyNotCounted.NO_ITEM: 1}),
    "names that name nothing": ([firm("无"), firm("待定")], 0, {WhyNotCounted.UNNAMED: 2}),
    "no names at all": ([firm(""), firm("")], 0, {WhyNotCounted.UNNAMED: 2}),
    "a cell that cannot be read": ([firm(valid_until="20/1/2026")], 0, {WhyNotCounted.UNREADABLE: 1}),
    "records of other places": ([firm(), firm("示例二", entity="wuhan")], 1, {}),
    "records of other counts": ([firm(), firm("示例二", category="new_innovation_platforms")], 1, {}),
    "a place by another name": ([firm(entity="光谷"), firm("示例二", entity="武汉东湖新技术开发区")], 2, {}),
}


@pytest.mark.parametrize("hazard", HAZARDS)
def test_a_hazard_comes_to_what_it_should(tmp_path: Path, hazard: str) -> None:
    records, eligible, whys = HAZARDS[hazard]
    (tally,), _ = tallied(tmp_path, records, [in_2025()])
    assert (tally.eligible, tally.not_counted) == (eligible, whys)


def test_what_a_review_rejects_is_not_counted(tmp_path: Path) -> None:
    records = [firm("甲", code=code_of(1)), firm("乙", code=code_of(1)), firm("丙"), firm("丁")]
    (tally,), struck = tallied(tmp_path, records, [in_2025("乙", "丙")])
    assert tally.eligible == 1
    assert [(one.record, one.why) for one in struck] == [
        (1, WhyNotCounted.PERHAPS_REJECTED),
        (2, WhyNotCounted.REJECTED),
        (3, WhyNotCounted.REJECTED),
    ]


def test_only_an_added_count_begins_at_a_base(tmp_path: Path) -> None:
    since = in_2025().days.end.replace(month=6, day=1)
    platform = {"level": "省级", "category": "new_innovation_platforms"}
    records = [firm(), firm(**platform), firm("示例二", **platform, valid_until="2025-06-30")]
    asks = [in_2025(since=since, indicator=id) for id in ("gazelle_firms", "new_innovation_platforms")]
    (firms, platforms), _ = tallied(tmp_path, records, asks)
    assert firms.eligible == 1
    assert (platforms.eligible, platforms.not_counted) == (0, {WhyNotCounted.TOO_EARLY: 2})


def test_items_that_a_report_lists_are_looked_for(tmp_path: Path) -> None:
    records = [
        firm("甲", code=code_of(1)),
        firm("乙"),
        firm("丙", code=code_of(2)),
        firm("丁", entity="wuhan"),
    ]
    listed = (("甲甲", code_of(1)), ("乙", code_of(3)), ("丙", code_of(4)), ("丙", None), ("丁", None))
    (tally,), _ = tallied(tmp_path, records, [in_2025()._replace(listed=listed)])
    assert tally.missing == (2, 4)


def test_what_nobody_knows_is_told_with_its_number(tmp_path: Path) -> None:
    records = [firm(), firm(entity="某市"), firm(entity="某市"), firm(entity=""), firm(category="gdp")]
    with DuckDB() as engine:
        register = open_here(write_csv(tmp_path / "register.csv", records), engine)
        assert [(one.kind.id, one.message.en) for one in register.diagnostics] == [
            (
                "register-unknown-name",
                "records of the register with an unknown “entity” are not used, 3 in all: “某市” (2), none (1)",
            ),
            (
                "register-unknown-name",
                "records of the register with an unknown “category” are not used, 1 in all: “gdp” (1)",
            ),
        ]


def test_a_cell_that_cannot_be_read_is_told_by_its_record_alone(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    write_csv(path, [firm("甲\n乙"), firm("丙", valid_until="soon")])
    path.write_text(path.read_text("utf-8").replace("\n", "\n\n", 1), "utf-8")
    with DuckDB() as engine:
        register = open_here(str(path), engine)
        register.count([in_2025()])
    (said,) = register.diagnostics
    assert (said.place, said.message.en) == (
        None,
        "record 2: “item.valid_until” is “soon”, which cannot be read; it is not known whether it counts",
    )


def test_cells_and_codes_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    records = [firm(code="9.14201E+17"), *(firm(valid_until="soon") for _ in range(22))]
    with DuckDB() as engine:
        register = open_here(write_csv(tmp_path / "register.csv", records), engine)
        register.count([in_2025()])
    told = [one.kind.id for one in register.diagnostics]
    assert told == [*["register-cell"] * 20, "register-cells", "register-codes"]
    first, codes = register.diagnostics[0], register.diagnostics[-1]
    assert first.message.zh == "第2条记录的“有效期至”“soon”无法读取，是否计入不能确定"
    assert codes.message.en.startswith(
        "records of the register with a code that is not valid: 1, record 1 first; "
    )
