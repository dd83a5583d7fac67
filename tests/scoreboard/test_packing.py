"""Figures that are packed come back as they were."""

import pickle

from hubei_digecon.domain.reports import Period
from hubei_digecon.domain.words import Counting
from hubei_digecon.quantity.kinds import INDICATOR_KINDS
from hubei_digecon.quantity.parsing import read_quantity
from hubei_digecon.scoreboard.choice import FoundReport, StatedFigure
from hubei_digecon.scoreboard.packing import packed


def _found(year: int, *values: str) -> FoundReport:
    stated = tuple(
        StatedFigure(
            f"i{number}",
            read_quantity(value, INDICATOR_KINDS["amount"]).quantity,
            Period(year),
            "scope",
            Counting.CUMULATIVE,
        )
        for number, value in enumerate(values)
    )
    return FoundReport("data.parquet", "wuhan", Period(year), 1, b"data", year, stated=stated)


FOUND = [_found(2023, "1亿元", "约2.50亿元"), _found(2024), _found(2025, "3亿元以上")]


def test_the_figures_of_each_report_come_back() -> None:
    for one, kept in zip(FOUND, packed(FOUND), strict=True):
        assert tuple(kept.stated) == one.stated
        assert kept._replace(stated=()) == one._replace(stated=())


def test_they_can_be_sent_to_another_process_and_take_less_room() -> None:
    many = [_found(year, *(f"{year}.{number:02}亿元" for number in range(8))) for year in range(1990, 2040)]
    kept = pickle.dumps(list(packed(many)))
    assert [tuple(one.stated) for one in pickle.loads(kept)] == [one.stated for one in many]
    assert len(kept) * 4 < len(pickle.dumps(many))
