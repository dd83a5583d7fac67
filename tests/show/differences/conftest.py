"""A comparison to show: a sample without its review, and with it."""

import datetime

import pytest

from hubei_digecon.domain.differences import Compared, ComparedSort, Comparison
from hubei_digecon.text import Text

from ...comparing import compared, judged
from ...conftest import AS_OF

NAME = "wuhan-east-lake-2025"


@pytest.fixture
def comparison() -> Comparison:
    found = compared(judged(NAME), judged(NAME, reviewed=True))
    day = datetime.date.fromisoformat(AS_OF).isoformat()
    a = Compared("a.json", ComparedSort.RESULT, 1, day, True)
    note = Text("所用的复核意见不同", "they rest on different reviews")
    names = {"wuhan-east-lake": Text("东湖", "East Lake"), "future_tracks": Text("未来赛道", "Future tracks")}
    return Comparison(a, a._replace(path="b.json"), found.differences, (note,), names)
