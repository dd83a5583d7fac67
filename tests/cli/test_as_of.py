"""``--as-of``: a day of the calendar and nothing else; by default today in Hubei, wherever the machine stands."""

import datetime
import json
import time
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from hubei_digecon.domain.exit_codes import Exit
from hubei_digecon.run import options as checking

from ..conftest import Digecon

REPORT = "sample_reports/published/wuhan-2024.yaml"
HUBEI = datetime.timezone(datetime.timedelta(hours=8))
BAD_DATES = (
    "", " ", "today", "2026", "2026-02", "20260228", "2026-2-28", "2026-02-30", "2026-13-01", "2025-02-29",
    "0000-01-01", "02-28-2026", "28-02-2026", "2026/02/28", "2026.02.28", "2026-02-28T00", "2026-02-28 ",
    " 2026-02-28", "2026-02-28\n", "+026-02-28", "2026年2月28日", "２０２６-０２-２８", "٢٠٢٦-02-28",
)  # fmt: skip


def as_of(digecon: Digecon, *options: str) -> str:
    """Return the day that a run judges as of."""
    ran = digecon("check", REPORT, "--output-format", "json", *options)
    day = json.loads(ran.out)["as_of"]
    assert isinstance(day, str)
    return day


@pytest.fixture
def timezone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """Let a test set TZ, and put the clock of this process right again after it."""
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("text", BAD_DATES, ids=repr)
@pytest.mark.parametrize(("lang", "said"), [("zh", "不是日期"), ("en", "is not a date")])
def test_what_is_no_day_of_the_calendar_is_refused(text: str, lang: str, said: str, digecon: Digecon) -> None:
    ran = digecon("check", REPORT, "--as-of", text, "--lang", lang)
    assert (ran.code, ran.out) == (Exit.USAGE, "")
    assert said in ran.err
    assert "2026-02-28" in ran.err


@pytest.mark.parametrize("text", ["2026-02-28", "2024-02-29", "2025-12-31", "0001-01-01", "9999-12-31"])
def test_a_day_of_the_calendar_is_taken(text: str, digecon: Digecon) -> None:
    assert as_of(digecon, "--as-of", text) == text


@pytest.mark.parametrize(
    "zone", ["UTC", "Etc/GMT+12", "Pacific/Kiritimati", "Asia/Shanghai", "America/New_York"]
)
def test_today_is_that_of_hubei_in_every_time_zone(
    zone: str, digecon: Digecon, timezone: pytest.MonkeyPatch
) -> None:
    timezone.setenv("TZ", zone)
    time.tzset()
    before = datetime.datetime.now(HUBEI).date().isoformat()
    shown = as_of(digecon)
    after = datetime.datetime.now(HUBEI).date().isoformat()
    assert shown in (before, after)


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        ("2026-02-27T15:59:59+00:00", "2026-02-27"),
        ("2026-02-27T16:00:00+00:00", "2026-02-28"),
        ("2025-12-31T16:00:00+00:00", "2026-01-01"),
        ("2025-12-31T23:59:59+00:00", "2026-01-01"),
    ],
)
def test_a_day_begins_at_midnight_in_hubei(
    utc: str, day: str, digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Clock(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Clock":
            return cls.fromisoformat(utc).astimezone(tz)

    monkeypatch.setattr(checking, "datetime", SimpleNamespace(datetime=Clock))
    assert as_of(digecon) == day


def test_the_day_is_shown_in_every_table(digecon: Digecon) -> None:
    assert (
        "核验基准日：2026年2月28日" in digecon("check", REPORT, "--as-of", "2026-02-28", "--lang", "zh").out
    )
    assert "As of: 2026-02-28" in digecon("check", REPORT, "--as-of", "2026-02-28", "--lang", "en").out


def test_the_clock_is_not_asked_where_the_day_is_given(
    digecon: Digecon, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "datetime", None)
    assert as_of(digecon, "--as-of", "2026-02-28") == "2026-02-28"


def test_a_report_judged_later_as_of_the_same_day_gives_the_same_result(
    digecon: Digecon, tmp_path: Path
) -> None:
    first, second = (
        digecon("check", REPORT, "--as-of", "2026-02-28", "--output-format", "json") for _ in range(2)
    )
    assert first == second


def test_a_day_of_the_week_calendar_is_refused(digecon: Digecon) -> None:
    assert digecon("check", REPORT, "--as-of", "2026-W09-6").code == Exit.USAGE
