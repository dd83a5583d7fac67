"""Records that may be of one thing with others are sorted as a list is, each by its own."""

from hubei_digecon.domain.registers import WhyNotCounted
from hubei_digecon.load.registers.facts import item_of
from hubei_digecon.load.registers.tangled import TangledRecord, sort_tangled

from .cells import LIBRARY, Record, firm, in_2025

GAZELLES = LIBRARY.catalogue.indicators["gazelle_firms"]


def sorted_out(*records: Record, rejected: tuple[str, ...] = ()) -> list[WhyNotCounted | None]:
    """Return why each record is not counted."""
    read = [
        TangledRecord(0, at, *item_of({k: v or None for k, v in one.items()}))
        for at, one in enumerate(records, 1)
    ]
    return sort_tangled(read, GAZELLES, in_2025(*rejected))


def test_the_first_of_similar_ones_counts() -> None:
    assert sorted_out(firm("示例數字"), firm("示例数字"), firm("别的")) == [None, WhyNotCounted.SIMILAR, None]


def test_a_rejected_one_does_not_count() -> None:
    assert sorted_out(firm("甲"), firm("乙"), rejected=("甲",)) == [WhyNotCounted.REJECTED, None]


def test_records_without_a_name_are_each_of_a_thing_of_its_own() -> None:
    assert sorted_out(firm(""), firm("")) == [WhyNotCounted.UNNAMED] * 2


def test_a_cell_that_cannot_be_read_leaves_it_open() -> None:
    assert sorted_out(firm(year="x")) == [WhyNotCounted.UNREADABLE]
    assert sorted_out(firm(year="x", recognised_on="2026-02-01")) == [WhyNotCounted.TOO_LATE]
    assert sorted_out(firm(year="x"), firm()) == [WhyNotCounted.DUPLICATE, None]
