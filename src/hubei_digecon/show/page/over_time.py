"""The charts over time on the opinion on a report, where earlier reports of its place were given."""

from dataclasses import replace

from ...domain.assessments import Assessment, OverTime
from ...domain.run import Run
from ...domain.targets import Catalogue
from ...text import Text
from ...trends.series import JudgedReport, ReportedSeries, SeriesAsked, series_of
from ...trends.values import Trend
from ..document import LineChart
from ..view import View

CAPTION = Text("{name}{caption}", "{name}: {caption}")


def charts_over_time(assessment: Assessment, run: Run, view: View) -> tuple[LineChart, ...]:
    """Return a line chart for each target of a report that has two values or more over the years."""
    if assessment.over_time is None:
        return ()
    from ..trend.chart import chart_of  # few runs are given earlier reports

    trend = _trend(assessment, assessment.over_time, run)
    drawn = ((one, chart_of(one, trend, view)) for one in trend)
    return tuple(
        chart._replace(caption=view.say(CAPTION, name=one.indicator.short, caption=chart.caption))
        for one, chart in drawn
        if chart
    )


def _trend(assessment: Assessment, past: OverTime, run: Run) -> Trend:
    """Return the targets of a report as series, by the method of every trend that asks for no other."""
    *earlier, last = past.reports
    reports = [*map(JudgedReport, earlier), JudgedReport(last, assessment.findings)]
    targets = tuple(finding.target for finding in assessment.findings)
    reported = ReportedSeries(past.entity, targets, reports, past.leaps)
    asked = SeriesAsked()
    trend = Trend(run.as_of, run.settings, asked.method, asked.base, (), documents=run.documents)
    return replace(trend, series=tuple(series_of(reported, Catalogue({}, {}, ()), asked)))
