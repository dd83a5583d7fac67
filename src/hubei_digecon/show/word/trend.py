"""A trend as a document for Word: a part a place, with what became of it, and the table of each series."""

from collections.abc import Iterator
from itertools import groupby

from ...domain.targets import titles_of
from ...summaries import trend_summaries
from ...trends.values import Series, Trend
from ..document import (
    AnyTable,
    Column,
    PageFact,
    Paragraph,
    Part,
    Section,
    ShownDocument,
    Table,
    diagnostics_of,
)
from ..page.words import AS_OF, JUDGED_BY
from ..trend.cells import SeriesPoint
from ..trend.document import (
    DIAGNOSTICS,
    TITLE,
    ends,
    files_read,
    has_rows,
    listings_of,
    method_listing,
    name_of,
    series_table,
)
from ..view import View
from . import words
from .appendices import appendix_of, digests
from .drawing import written
from .needs import diagnostics_parts


def trended(trend: Trend, view: View) -> bytes:
    """Return the document on a trend."""
    return written(trend_document(trend, view), trend.as_of)


def trend_document(trend: Trend, view: View) -> ShownDocument:
    """Return a part a place, the method of the pace, and the digests of the files read."""
    view = view._replace(encoding="utf-8", quiet=False, verbose=False)
    facts = (
        PageFact(view.say(JUDGED_BY), view.say(titles_of(trend.documents))),
        PageFact(view.say(AS_OF), view.written(trend.as_of)),
    )
    section = Section(
        view.say(TITLE),
        facts=facts,
        parts=tuple(_parts(trend, view)),
        running=view.say(words.RUNNING) if trend.illustrative else "",
    )
    return ShownDocument(view, view.say(TITLE), sections=(section,))


def _parts(trend: Trend, view: View) -> Iterator[Part]:
    places = groupby(trend.series, lambda one: one.entity.id)
    for (_, of_place), summary in zip(places, trend_summaries(trend), strict=True):
        yield _of_place(tuple(of_place), view.say(summary), trend, view)
    method = method_listing(trend, view)
    yield Part(method.heading, listings=(method._replace(heading="", is_numbered=True),))
    yield Part(view.say(words.RUN), (Paragraph(tuple(ends(trend, view))),))
    yield from diagnostics_parts(DIAGNOSTICS, diagnostics_of(trend.files_told), view)
    yield appendix_of(digests(files_read(trend)), view)


def _of_place(of_place: tuple[Series, ...], summary: str, trend: Trend, view: View) -> Part:
    """Return what became of a place in words, the table of each of its series, and the pace in words."""
    shown = tuple(filter(has_rows, of_place))
    tables = tuple(_table(one, trend) for one in shown)
    lists = tuple(
        listing._replace(heading=f"{view.say(one.indicator.short)}{view.say(words.COLON)}{listing.heading}")
        for one in shown
        for listing in listings_of(one, trend, view)
    )
    name = view.say(of_place[0].entity.name)
    return Part(name, (Paragraph((summary,)),), tables, lists)


def _table(series: Series, trend: Trend) -> AnyTable:
    """Return the table of a series under its name, outcomes in words alone."""
    table = series_table(series, trend)
    columns = tuple(
        Column(one.id, one.heading, _outcome, role="words") if one.id == "outcome" else one
        for one in table.columns
    )
    return Table(name_of(series), columns, table.rows)


def _outcome(row: SeriesPoint, view: View) -> str:
    finding = row.point.finding
    return view.say(finding.called) if finding else ""
