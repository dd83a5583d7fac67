"""Dates, periods and whole numbers by our own grammar: what is read, and what is not."""

import datetime

import pytest

from hubei_digecon.load.fields import Faults, Fields
from hubei_digecon.load.tree import Mapping, Point, Scalar, TreePlaces
from hubei_digecon.shapes.compiled import CompiledShape
from hubei_digecon.shapes.text_kinds import DATE, FLAG, FROM_ONE, PERIOD, TEXT, TEXT_KINDS


def _fields(text: str, *needed: str) -> tuple[Fields, Faults]:
    """Return fields with one text under ``key``, which is ``needed`` or not, and the list of their faults."""
    node = Mapping()
    faults = Faults(TreePlaces(node))
    key, value = Scalar("key"), Scalar(text)
    for scalar in (node, key, value):
        scalar.start = scalar.end = Point(0, 0)
    node[key] = value
    return Fields(node, (), faults, CompiledShape({"key": TEXT, "other": TEXT}, needed)), faults


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-01-20", datetime.date(2026, 1, 20)),
        (" 2026-01-20\n", datetime.date(2026, 1, 20)),
        ("2024-02-29", datetime.date(2024, 2, 29)),
        ("0001-01-01", datetime.date(1, 1, 1)),
        ("2026/1/20", datetime.date(2026, 1, 20)),
        ("2026.1.20", datetime.date(2026, 1, 20)),
        ("2026-1-20", datetime.date(2026, 1, 20)),
        ("2026年1月20日", datetime.date(2026, 1, 20)),
        ("2026 年 01 月 20 日", datetime.date(2026, 1, 20)),
        ("2026年1月20号", datetime.date(2026, 1, 20)),
        ("20260120", datetime.date(2026, 1, 20)),
        ("2026/1/20 0:00", datetime.date(2026, 1, 20)),
        ("2026-01-20 00:00:00", datetime.date(2026, 1, 20)),
        ("2026-01-20T00:00:00", datetime.date(2026, 1, 20)),
        ("２０２６-01-20", datetime.date(2026, 1, 20)),
        ("２０２６／１／２０", datetime.date(2026, 1, 20)),
        ("9999-12-31", datetime.date(9999, 12, 31)),
    ],
)
def test_a_date_is_written_with_year_month_and_day(text: str, date: datetime.date) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", DATE) == date
    assert faults == []


@pytest.mark.parametrize(
    "text",
    [
        "2025-13-01", "2025-02-29", "2025-02-30", "2025-00-10", "2025-01-00", "2025-01-32", "0000-01-01",
        "25-01-01", "25-1-1", "20/1/2026", "26-1-20", "1/20/2026", "20250229", "2025/2/29", "2025年2月30日",
        "01-02-2025", "2025-01", "2025", "202501", "2025/01-01", "2025.1/1", "2025年1月", "1月1日", "2025年底",
        "2025-01-01 ~", "2025-W03-1", "2025-001", "+2025-01-01", "-2025-01-01", "2025-01-01 8点",
        "٢٠٢٥-01-01", "2025‐01‐01", "2025—01—01", "永久", "长期",
        "9" * 5000,
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_anything_else_is_no_date_and_never_passes_as_none(text: str) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", DATE) is None
    assert [fault.kind.id for fault in faults] == ["bad-date"]


@pytest.mark.parametrize("year", [1900, 2025, 2199])
@pytest.mark.parametrize(
    ("part", "month", "end", "shown"),
    [
        ("", None, (12, 31), ""),
        ("-Q1", 3, (3, 31), "-M03"),
        ("-H1", 6, (6, 30), "-M06"),
        ("-Q2", 6, (6, 30), "-M06"),
        ("-Q3", 9, (9, 30), "-M09"),
        *((f"-M{month:02d}", month, None, f"-M{month:02d}") for month in range(1, 12)),
    ],
)
def test_a_period_is_a_year_or_january_to_a_month_of_it(
    part: str, month: int | None, end: tuple[int, int] | None, shown: str, year: int
) -> None:
    fields, faults = _fields(f"{year}{part}")
    period = fields.read("key", PERIOD)
    assert faults == []
    assert period is not None
    assert (period.year, period.month, period.whole) == (year, month, month is None)
    assert str(period) == f"{year}{shown}"
    if end:
        assert period.end == datetime.date(year, *end)
    else:
        assert (period.end + datetime.timedelta(days=1)).day == 1
        assert period.end.month == month


@pytest.mark.parametrize(
    "text",
    [
        "2025-M00", "2025-M13", "2025-M1", "2025-M9", "2025-Q4", "2025-Q0", "2025-H2", "2025年下半年",
        "2025-q1", "2025 Q1", "2025-09", "2025年9月", "2025.1", "2025年三季度", "2025年7—9月", "2025年1—13月",
        "2025年前13个月", "截至2025年9月30日", "2025-12-31", "25", "25年", "02025", "20251", "1899", "2200", "9999",
        "0000", "-2025", "٢٠٢٥", "2025.0", "2,025", "2_025", "2025-2026", "2024—2025年", "全年", "前三季度",
        "9" * 5000,
    ],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_anything_else_is_no_period(text: str) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", PERIOD) is None
    assert [fault.kind.id for fault in faults] == ["bad-period"]


@pytest.mark.parametrize(("text", "number"), [("1", 1), ("9999", 9999), ("42", 42), ("0042", 42), (" 7 ", 7)])
def test_a_whole_number_is_read_within_its_bounds(text: str, number: int) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", FROM_ONE) == number
    assert faults == []


@pytest.mark.parametrize(
    "text",
    ["0", "10000", "-1", "+1", "1.0", "1.5", "1e3", "1_000", "1,000", "0x1F", "一", "１", "٣", "²", "true", "9" * 5000],
    ids=lambda text: text[:20],
)  # fmt: skip
def test_anything_else_is_no_whole_number_within_them(text: str) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", FROM_ONE) is None
    assert [fault.kind.id for fault in faults] == ["not-whole"]


@pytest.mark.parametrize(
    ("text", "flag"),
    [("true", True), ("是", True), ("false", False), ("否", False), ("TRUE", True), ("FALSE", False)],
)
def test_a_flag_is_true_or_false_in_either_language(text: str, flag: bool) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", FLAG) is flag
    assert faults == []


@pytest.mark.parametrize("text", ["yes", "no", "on", "tRUE", "Yes", "1", "0", "y", "对"])
def test_no_other_word_is_a_flag(text: str) -> None:
    fields, faults = _fields(text)
    assert fields.read("key", FLAG) is None
    assert [fault.kind.id for fault in faults] == ["unknown-word"]


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u3000"])
def test_blank_text_is_nothing_and_a_fault_only_where_text_is_needed(text: str) -> None:
    for kind in TEXT_KINDS.values():
        fields, faults = _fields(text)
        assert (fields.text("key"), fields.read("key", kind), faults) == (None, None, [])
    fields, faults = _fields(text, "key")
    assert fields.value("key") is None
    assert [fault.kind.id for fault in faults] == ["missing-key"]


def test_a_key_that_is_not_there_is_nothing() -> None:
    fields, faults = _fields("text", "other")
    assert [fields.text("other"), fields.value("other")] == [None, None]
    assert faults == []
