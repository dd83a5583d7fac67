"""A trend as a page: a table of all series, the method, then each series with its chart and its values."""

from collections.abc import Iterator
from typing import NamedTuple

from ...domain.targets import cited_in, titles_of
from ...summaries import trend_summaries
from ...text import LANGS, Text
from ...trends.values import Series, Trend
from ...version import VERSION
from ..document import (
    Column,
    Diagnostics,
    PageFact,
    Section,
    ShownDocument,
    Summarised,
    Table,
    diagnostics_of,
)
from ..page.appendix import appendix_of, numbered
from ..page.template import filled
from ..page.words import AS_OF, REPORTS, TOOL
from ..redaction import redacted_trend
from ..report import BESIDE, illustrative_paragraph
from ..scoreboard.columns import PLACE
from ..scoreboard.document import ILLUSTRATIVE
from ..view import View
from .cells import (
    PACE,
    SeriesPoint,
    base_in_words,
    pace_cell,
    pace_in_words,
    pace_mark,
    points_of,
    target_in_words,
    value_cell,
    why_nothing,
)
from .chart import chart_of
from .document import ends, files_read, has_rows, listings_of, mark_of, method_listing, name_of, series_table

TITLE = Text("历年进展情况", "Trend of digital-economy targets")
SECTION = Text("历年进展", "Trend")
OVERVIEW = Text("各项进展一览", "All series")
INDICATOR = Text("指标", "Indicator")
TARGET = Text("目标", "Target")
BASE = Text("基期值", "Base")
LATEST = Text("最近数值", "Latest value")
DOCUMENTS = Text("依据文件", "Documents")
DOCUMENT = Text("目标出处", "Where it stands")
CITED = Text("“{wording}”，{document}", "“{wording}”, {document}")
CHOSEN_BY = ("entity",)
METHOD = Text("进度的计算方法", "Method of the pace")
DATED = Text("{value}（{period}）", "{value} ({period})")


class _OverviewRow(NamedTuple):
    """A row of the table of all series: the series, its latest point, the id of its section."""

    series: Series
    latest: SeriesPoint
    id: str


def trended(trend: Trend, view: View) -> str:
    """Return the page in both languages, that of the view first."""
    langs = sorted(LANGS, key=lambda lang: lang != view.lang)
    shown = redacted_trend(trend, counted_only=True)
    views = (view._replace(lang=lang, encoding="utf-8", quiet=False, verbose=False) for lang in langs)
    return filled(tuple(page_document(shown, one) for one in views))


def page_document(trend: Trend, view: View) -> ShownDocument:
    """Return the page in one language."""
    lines = [
        _OverviewRow(one, tuple(points_of(one, trend))[-1], f"s{number}-{view.lang}")
        for number, one in enumerate(filter(has_rows, trend.series), 1)
    ]
    told = Diagnostics(view.say(BESIDE), tuple(diagnostics_of(trend.files_told)))
    sections, beside, listed = numbered((_section(line, trend, view) for line in lines), told)
    return ShownDocument(
        view,
        view.say(TITLE),
        (illustrative_paragraph(ILLUSTRATIVE, view),) if trend.illustrative else (),
        (Table(OVERVIEW, _columns(trend), lines, named_by=1, chosen_by=CHOSEN_BY),),
        notes=method_listing(trend, view),
        sections=sections,
        beside=beside,
        ends=tuple(ends(trend, view)),
        facts=tuple(_facts(trend, view)),
        appendix=appendix_of(listed, files_read(trend)),
        summarised=tuple(Summarised.of(one, view) for one in trend_summaries(trend)),
    )


def _section(line: _OverviewRow, trend: Trend, view: View) -> Section:
    series = line.series
    chart = chart_of(series, trend, view)
    return Section(
        view.say(SECTION),
        table=series_table(series, trend),
        listings=tuple(listings_of(series, trend, view)),
        verdict=_standing(line, view),
        id=line.id,
        name=view.say(name_of(series)),
        facts=tuple(_facts_on(series, trend, view)),
        mark=mark_of(series),
        lines=(chart,) if chart else (),
    )


def _standing(line: _OverviewRow, view: View) -> str:
    """Return the latest pace in words, or why there is none; nothing without a target."""
    if line.series.reason:
        return view.say(why_nothing(line.series, line.latest.trend.base))
    pace = line.latest.point.pace
    return pace_in_words(line.latest, pace, view) if pace else ""


def _facts_on(series: Series, trend: Trend, view: View) -> Iterator[PageFact]:
    """Return the target of a series, its base, and where it stands."""
    target = series.target
    if target is None:
        return
    yield PageFact(view.say(TARGET), view.say(target_in_words(target)))
    if series.base:
        yield PageFact(view.say(BASE), view.say(base_in_words(series)))
    title = cited_in(target.source.document, trend.documents)
    cited = view.say(CITED, wording=target.source.wording, document=title)
    yield PageFact(view.say(DOCUMENT), cited)


def _facts(trend: Trend, view: View) -> Iterator[PageFact]:
    yield PageFact(view.say(AS_OF), view.written(trend.as_of))
    yield PageFact(view.say(METHOD), view.say(trend.method.term))
    yield PageFact(view.say(DOCUMENTS), view.say(titles_of(trend.documents)))
    yield PageFact(view.say(REPORTS), str(trend.reports))
    yield PageFact(view.say(TOOL), f"digecon {VERSION}")


def _target_cell(line: _OverviewRow, view: View) -> str:
    target = line.series.target
    return view.say(target_in_words(target)) if target else ""


def _base_cell(line: _OverviewRow, view: View) -> str:
    return view.say(base_in_words(line.series)) if line.series.base else ""


def _latest_cell(line: _OverviewRow, view: View) -> str:
    return view.say(DATED, value=value_cell(line.latest, view), period=line.latest.point.period)


def _columns(trend: Trend) -> tuple[Column[_OverviewRow], ...]:
    return (
        Column("entity", PLACE, lambda line, view: view.say(line.series.entity.name)),
        Column(
            "indicator",
            INDICATOR,
            lambda line, view: view.say(line.series.indicator.short),
            link=lambda line: line.id,
        ),
        Column("target", TARGET, _target_cell),
        Column("base", BASE, _base_cell),
        Column("latest", LATEST, _latest_cell),
        Column(
            "pace",
            PACE.format(method=trend.method.term),
            lambda line, view: pace_cell(line.latest, view),
            mark=lambda line: pace_mark(line.latest),
        ),
    )
