"""What two results were judged under, held against each other."""

import datetime
from typing import Any

import pytest

from hubei_digecon.domain.assessments import FileDigest, Settings
from hubei_digecon.domain.conditions import Conditions
from hubei_digecon.version import VERSION

NO_FILES: list[FileDigest] = []
FILES = (
    [FileDigest("zones/a.yaml", "1"), FileDigest("zones/b.yaml", "2")],
    [FileDigest("r.yaml", "3")],
    NO_FILES,
)
ONE = Conditions.of_run(datetime.date(2026, 2, 28), Settings(), ["notice"], *FILES)


def test_of_a_run() -> None:
    assert Conditions(
        "2026-02-28", VERSION, "claimed", True, ("notice",),
        {"zones/a.yaml": "1", "zones/b.yaml": "2"}, {"r.yaml": "3"}, {},
    ) == ONE  # fmt: skip
    assert ONE.differing(ONE) == ()


@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        (
            {"as_of": "2026-03-31"},
            "核验基准日不同：2026年2月28日与2026年3月31日",
            "they are judged as of different days: 2026-02-28 and 2026-03-31",
        ),
        (
            {"version": "9"},
            f"digecon 版本不同：{VERSION}与9",
            f"they are made by different versions of digecon: {VERSION} and 9",
        ),
        (
            {"min_evidence": "documented"},
            "认定完成所需的最低佐证不同：“仅自报”与“已附佐证材料”",
            "the weakest evidence that counts differs: claimed and documented",
        ),
        (
            {"waivers": False},
            "不纳入的批准，一方计入，一方不计",
            "waivers count in one of them, and not in the other",
        ),
        (
            {"documents": ("notice", "plan")},
            "依据的文件不同：notice与notice、plan",
            "they are by different documents: notice and notice, plan",
        ),
        (
            {"targets": {"zones/a.yaml": "9", "zones/c.yaml": "4"}},
            "目标文件不同：zones/a.yaml",
            "target files differ: zones/a.yaml",
        ),
        ({"reviews": {}}, "所用的复核意见不同", "they rest on different reviews"),
        ({"history": {"h.yaml": "5"}}, "所用的往期报告不同", "they rest on different earlier reports"),
    ],
)
def test_what_bears_on_a_comparison(changes: dict[str, Any], zh: str, en: str) -> None:
    assert [(one.zh, one.en) for one in ONE.differing(ONE._replace(**changes))] == [(zh, en)]


def test_files_are_known_by_what_they_hold() -> None:
    assert ONE.differing(ONE._replace(reviews={"moved.yaml": "3"}, documents=())) == ()
