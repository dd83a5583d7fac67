"""The trend as a function: which reports count, what cannot be read, and how the run ends."""

import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from hubei_digecon.api.arguments import read_options
from hubei_digecon.domain.reports import Period
from hubei_digecon.load.targets import TargetLibrary
from hubei_digecon.run.judge import Judge
from hubei_digecon.run.trend import TrendAsked, trend_reports
from hubei_digecon.trends.series import SeriesAsked
from hubei_digecon.trends.values import Trend

from ..building import LIBRARY
from ..conftest import AS_OF, ROOT
from ..places import Places

DAY = datetime.date.fromisoformat(AS_OF)
PUBLISHED = ROOT / "sample_reports" / "published"


def followed(path: Path, asked: TrendAsked | None = None, library: TargetLibrary = LIBRARY) -> Trend:
    options = read_options((path,), targets=library, as_of=DAY)
    return trend_reports(Judge.of(options), options.inputs(), asked or TrendAsked())


def test_the_core_share_of_wuhan_as_published() -> None:
    asked = TrendAsked(SeriesAsked(base=Period(2020), indicators=("core_share_of_gdp",)), ("wuhan",))
    trend = followed(PUBLISHED, asked)
    (series,) = trend
    assert series.base is not None
    assert series.base.value == Fraction("8.7")
    told = {str(point.period): point.pace for point in series.points}
    behind, reached = told["2021"], told["2024"]
    assert behind is not None
    assert reached is not None
    assert behind.ratio is not None
    assert round(behind.ratio, 3) == Fraction("0.581")
    assert [one.state.id for one in (behind, reached) if one.state] == ["behind", "reached"]
    assert trend.exit_code == 0


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path)


def test_the_highest_revision_of_each_period_counts(places: Places) -> None:
    places.report("a", "output: 60亿元", period="2023")
    places.report("a", "output: 70亿元", period="2023", revision=2)
    places.report("a", "output: 80亿元", period="2024")
    trend = followed(places.reports, library=TargetLibrary(places.targets))
    (output, *_) = trend
    assert [point.value for point in output.points] == [70, 80]
    assert [one.kind.id for file in trend.file_diagnostics for one in file.diagnostics] == [
        "superseded-report"
    ]


def test_equal_revisions_leave_open_which_counts(places: Places) -> None:
    for value in (60, 70):
        places.report("a", f"output: {value}亿元", period="2023")
    places.report("a", "output: 80亿元", period="2024")
    trend = followed(places.reports, library=TargetLibrary(places.targets))
    (output, *_) = trend
    assert [str(point.period) for point in output.points] == ["2024"]
    assert (len(trend.unread), trend.exit_code) == (1, 3)


def test_a_large_change_is_a_break(places: Places) -> None:
    places.report("a", "output: 40亿元", period="2023")
    places.report("a", "output: 80亿元", period="2024")
    (output, *_) = followed(places.reports, library=TargetLibrary(places.targets))
    assert [(str(one.period), one.kind.id) for one in output.breaks] == [("2024", "large_change")]


def test_nothing_to_follow_ends_with_4(places: Places) -> None:
    places.report("a", "output: 40亿元")
    library = TargetLibrary(places.targets)
    trend = followed(places.reports, TrendAsked(entities=("b",)), library)
    assert (list(trend), trend.exit_code) == ([], 4)
