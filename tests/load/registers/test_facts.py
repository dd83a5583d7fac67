"""The facts of records: names and codes as the judge compares them, and what bears on counting but for dates."""

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from hubei_digecon.domain.names import folded, folded_each, looks, looks_each
from hubei_digecon.domain.registers import WhyNotCounted
from hubei_digecon.domain.reports import Item
from hubei_digecon.load.registers.facts import RecordReader, item_of
from hubei_digecon.load.registers.periods import CODE_OF

from ...building import PROPERTY
from .cells import LIBRARY, Record, code_of, firm

NAMES = st.lists(
    st.text(st.characters(codec="utf-8") | st.sampled_from("有限责任公司甲乙東东İIıß（）-—·.")), max_size=8
)


@PROPERTY
@given(NAMES)
def test_many_names_are_compared_as_each_is(names: list[str]) -> None:
    folds = folded_each(names)
    assert folds == [folded(name) for name in names]
    assert looks_each(names, folds) == [looks(name, fold) for name, fold in zip(names, folds, strict=True)]


def test_every_ideograph_is_its_own_fold() -> None:
    characters = [*map(chr, range(0x4E00, 0xA000)), *"0123456789abcdefghijklmnopqrstuvwxyz"]
    assert folded_each(characters) == [folded.__wrapped__(one) for one in characters] == characters
    assert looks_each(characters, characters) == [looks(one, one) for one in characters]


def facts(*records: Record) -> tuple[list[dict[str, object]], list[dict[str, object]], RecordReader]:
    """Return the facts of records of one cell, and their further looks."""
    keys = ("entity", "category", *Item._fields)
    columns = [pa.array([one.get(key) or None for one in records], pa.string()) for key in keys]
    numbers = pa.array(range(1, len(records) + 1), pa.int64())
    batch = pa.RecordBatch.from_arrays([numbers, *columns], ["record", *keys])
    category = records[0]["category"]
    reader = RecordReader({("wuhan-east-lake", category): 0}, [LIBRARY.catalogue.indicators[category]])
    made, more = reader.facts(batch)
    return made.to_pylist(), more.to_pylist(), reader


def test_a_record_is_known_by_name_and_valid_code() -> None:
    (first, second), more, reader = facts(firm("ＡＢ（甲）", code=code_of(1)), firm("乙", code="12345"))
    assert (first["name"], first["code"], second["name"], second["code"]) == (
        "ab(甲(",
        code_of(1),
        "乙",
        None,
    )
    assert {one["record"] for one in more} <= {1}  # letters have several looks
    assert (reader.notes.bad_codes, reader.notes.spoiled, reader.notes.first_bad) == (1, 0, 2)


def test_days_are_numbers_and_a_month_is_two() -> None:
    (one,), _, _ = facts(firm(recognised_on="2025-06", valid_until="长期有效"))
    assert isinstance(one["on_first"], int)
    assert isinstance(one["on_last"], int)
    assert one["on_last"] - one["on_first"] == 29
    assert one["until_first"] == one["until_last"] == 3652059


def test_what_is_looked_at_before_dates_and_after() -> None:
    platform = {"category": "new_innovation_platforms", "level": "市级"}
    made, _, _ = facts(
        firm(**platform), firm(**platform | {"level": "省级", "by": ""}), firm("合计", **platform)
    )
    assert [(one["before"], one["after"]) for one in made] == [
        (CODE_OF[WhyNotCounted.WRONG_LEVEL], 0),
        (0, CODE_OF[WhyNotCounted.LACKS_FIELD]),
        (CODE_OF[WhyNotCounted.NO_ITEM], 0),
    ]


def test_a_certificate_counts_by_its_standard() -> None:
    certificates = ("GB/T 23001-9", "ＧＢ／Ｔ２３００１", "GB/T 19001-1", "第3号", "")
    made, _, _ = facts(
        *(firm(category="integration_certified_firms", certificate=one) for one in certificates)
    )
    lacking = CODE_OF[WhyNotCounted.LACKS_FIELD]
    assert [one["after"] for one in made] == [
        0,
        0,
        CODE_OF[WhyNotCounted.OTHER_CERTIFICATE],
        lacking,
        lacking,
    ]


def test_a_cell_that_cannot_be_read_is_told_with_its_record() -> None:
    (_, one), _, reader = facts(firm(), firm(year="二〇二五"))
    assert one["after"] == CODE_OF[WhyNotCounted.UNREADABLE]
    assert [(cell.record, cell.key, cell.text) for cell in reader.notes.unread] == [(2, "year", "二〇二五")]


def test_a_record_is_an_item_as_a_report_has_it() -> None:
    item, is_read = item_of(
        {"name": " 甲 ", "code": "—", "recognised_on": "2025年3月1日", "document": "../x"}
    )
    assert (item.name, item.code, str(item.recognised_on), item.document, is_read) == (
        "甲", None, "2025-03-01", "../x", True,
    )  # fmt: skip
    assert item_of({"name": None, "level": "乡级"}) == (Item(""), False)
