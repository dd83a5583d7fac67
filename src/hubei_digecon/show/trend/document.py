"""A trend as a document: a section a place, with its table, its series in words, and the method."""

from collections.abc import Iterator

from ...domain.assessments import FileDigest
from ...domain.targets import titles_of
from ...summaries import trend_summaries
from ...text import Text
from ...trends.values import Series, Trend
from ..document import (
    Diagnostics,
    Entry,
    EntryList,
    Paragraph,
    Section,
    ShownDocument,
    Summarised,
    Table,
    diagnostics_of,
)
from ..page.words import OF_REPORT, OF_REVIEW, OF_TARGETS
from ..report import illustrative_paragraph
from ..scoreboard.document import ILLUSTRATIVE
from ..verdicts import beside_lines
from ..view import View
from .cells import (
    SeriesPoint,
    break_lines,
    columns_of,
    cut_off_lines,
    pace_lines,
    points_of,
    target_line,
)
from .line import small_line

TITLE = Text("历年进展情况", "Trend")
SUBTITLE = Text("核验基准日：{as_of}  依据文件：{documents}", "As of: {as_of}  Documents: {documents}")
METHOD = Text("进度的计算方法：{method}", "How the pace is computed: {method}")
FORMULA = Text("进度比：{formula}", "ratio: {formula}")
SOURCE = Text("出处：{source}", "source: {source}")
BASE_NAMED = Text(
    "基期：目标文件写明的从其规定，其余以{base}的报告值为基期（--base）",
    "base: as the document states it, else the value reported for {base} (--base)",
)
BASE_STATED = Text(
    "基期：只用目标文件写明的；另行指定报告期的，用 --base",
    "base: only where the document states it; --base names a reported period for the others",
)
SERIES = Text("{place}：{indicator}", "{place}: {indicator}")
VALUES = Text("历年数值", "Values by period")
BY_DUE = Text("{series}（{due}年目标）", "{series} (target of {due})")
QUIET = Text("{place}{indicator}：{said}", "{place}, {indicator}: {said}")
IN_WORDS = Text("进度说明", "Pace in words")
BREAKS = Text("口径调整及可比性", "Breaks")
NO_VALUES = Text("{place}尚无数值的目标：{names}。", "Targets of {place} without any value: {names}.")
IN_ALL = Text(
    "共{places}个对象、{series}项指标，采用报告{files}份。",
    "Places: {places}; series: {series}; reports used: {files}.",
)
NOTHING = Text("没有可列出的历年数值。", "There is no series to show.")
DIAGNOSTICS = Text("数据审核情况", "Diagnostics on the files")
OF_A_TARGET = ("scheduled", "pace", "outcome")
"""The columns that only a series towards a target has."""

GROWTH_IS = Text(
    "较上年增速：总量为现价增速，未扣除价格变动；比重等只列增减。",
    "Growth is at current prices for amounts; of shares and the like only differences are told.",
)


def trend_document(trend: Trend, view: View) -> ShownDocument:
    """Return a trend as a document; quiet, only a line a series and how it ends."""
    if view.quiet:
        return ShownDocument(view, ends=(*quiet_lines(trend, view), *ends(trend, view)))
    said = tuple(diagnostics_of(trend.files_told))
    series = tuple(section_of(one, trend, view) for one in trend.series if has_rows(one))
    return ShownDocument(
        view,
        view.say(TITLE),
        tuple(lead_of(trend, view)),
        diagnostics=Diagnostics(view.say(DIAGNOSTICS), said),
        sections=(*series, method_section(trend, view)) if trend.series else (),
        ends=tuple(ends(trend, view)),
        summarised=summarised(trend, view),
    )


def summarised(trend: Trend, view: View) -> tuple[Summarised, ...]:
    """Return what is told first: a paragraph on each place."""
    return tuple(Summarised.of(one, view) for one in trend_summaries(trend))


def has_rows(series: Series) -> bool:
    """Whether a series has a value or a state anywhere."""
    return any(
        point.value is not None or (point.observation and point.observation.state) for point in series.points
    )


def section_of(series: Series, trend: Trend, view: View) -> Section:
    """Return one series: its target, its values, and its pace in words."""
    drawn = small_line(series, view)
    return Section(
        view.say(name_of(series)) + (f"  {drawn}" if drawn else ""),
        (Paragraph((target_line(series, trend, view),)),),
        series_table(series, trend),
        tuple(listings_of(series, trend, view)),
    )


def name_of(series: Series) -> Text:
    """Return what a series is called: a place can have several targets on one indicator."""
    named = SERIES.format(place=series.entity.name, indicator=series.indicator.name)
    return BY_DUE.format(series=named, due=series.target.due) if series.target else named


def series_table(series: Series, trend: Trend) -> Table[SeriesPoint]:
    """Return the table of one series; of an indicator without a target, without a pace."""
    columns = [one for one in columns_of(trend) if series.target or one.id not in OF_A_TARGET]
    return Table(VALUES, tuple(columns), tuple(points_of(series, trend)))


def listings_of(series: Series, trend: Trend, view: View) -> Iterator[EntryList]:
    """Return the pace of a series in words, then its breaks."""
    paces, breaks = tuple(pace_lines(series, trend, view)), tuple(break_lines(series, view))
    if paces:
        yield EntryList(view.say(IN_WORDS), tuple(map(Entry, paces)))
    if breaks:
        yield EntryList(view.say(BREAKS), tuple(map(Entry, breaks)))


def mark_of(series: Series) -> str:
    """Return the outcome that a series is coloured like: that of its latest state."""
    states = [point.pace.state for point in series.points if point.pace and point.pace.state]
    return states[-1].mark if states else ""


def method_section(trend: Trend, view: View) -> Section:
    """Return the method as a section, which stands last."""
    method = method_listing(trend, view)
    lines = tuple(Paragraph((entry.heading,)) for entry in method.entries)
    return Section(method.heading, lines)


def lead_of(trend: Trend, view: View) -> Iterator[Paragraph]:
    """Return what a trend begins with."""
    documents = titles_of(trend.documents)
    yield Paragraph((view.say(SUBTITLE, as_of=trend.as_of, documents=documents),))
    if trend.illustrative:
        yield illustrative_paragraph(ILLUSTRATIVE, view)


def method_listing(trend: Trend, view: View) -> EntryList:
    """Return the method with its formula, source and cut-offs, and the base."""
    return EntryList(view.say(METHOD, method=trend.method.term), tuple(map(Entry, method_lines(trend, view))))


def method_lines(trend: Trend, view: View) -> Iterator[str]:
    """Return the method in words."""
    yield view.say(FORMULA, formula=trend.method.formula)
    yield from cut_off_lines(trend.method, view)
    yield view.say(BASE_NAMED, base=trend.base.words) if trend.base else view.say(BASE_STATED)
    yield view.say(SOURCE, source=trend.method.source)
    yield view.say(GROWTH_IS)


def quiet_lines(trend: Trend, view: View) -> Iterator[str]:
    """Return a line a series: the place, the indicator, the latest state or why there is none."""
    for one in filter(has_rows, trend.series):
        *_, last = ("", *pace_lines(one, trend, view))
        if last:
            yield view.say(QUIET, place=one.entity.name, indicator=one.indicator.short, said=last)


def ends(trend: Trend, view: View) -> Iterator[str]:
    """Return the lines that a trend ends with."""
    if trend.series:
        yield from without_values(trend, view)
        places = len({one.entity.id for one in trend.series})
        yield view.say(IN_ALL, places=places, series=len(trend.series), files=trend.reports)
    else:
        yield view.say(NOTHING)
    yield from beside_lines(trend.counts, view)


def without_values(trend: Trend, view: View) -> Iterator[str]:
    """Return which targets have no value in any report."""
    names: dict[Text, dict[Text, None]] = {}
    for one in trend.series:
        if not has_rows(one):
            names.setdefault(one.entity.name, {})[one.indicator.short] = None
    for place, indicators in names.items():
        yield view.say(NO_VALUES, place=place, names=Text.joined(indicators, "、", ", "))


def files_read(trend: Trend) -> Iterator[tuple[Text, FileDigest]]:
    """Return the files read with the sort of each; a file that holds several reports stands once."""
    reports = {one.source.path: one.source.sha256 or "" for one in (*trend.assessments, *trend.unread)}
    yield from ((OF_REPORT, FileDigest(path, sha256)) for path, sha256 in reports.items())
    yield from ((OF_REVIEW, file) for file in trend.reviews)
    yield from ((OF_TARGETS, file) for file in trend.target_files)
