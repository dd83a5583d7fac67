"""The summary of a trend: a paragraph a place on what its values were and how it stands against schedule."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from ..domain.pace import BreakKind, PaceMethod, PaceState
from ..domain.reports import Period
from ..domain.targets import Entity
from ..quantity.numbers import plain
from ..quantity.parsing import Quantity
from ..records import NamedTuple
from ..scoreboard.over_time import CUMULATIVE_FALLS
from ..text import Text
from ..trends.printed import exact, ratio_of, shown_value
from ..trends.standing import is_part_of_flow
from ..trends.values import Series, Trend, TrendPoint
from .figures import name_of
from .reports import ILLUSTRATIVE

MOST_SERIES = 4
"""How many indicators a paragraph follows; the tables have all."""

NO_DATA = Text("{name}未取得数据。", "{name}: no data.")
ONE_YEAR = Text("{name}仅有{period}数据", "{name}: data of {period} alone")
NO_BASE = Text("，无基期值，不作进度判断。", ", no base, so nothing is said of the pace.")
WITH_BASE = Text("。", ".")
FROM_TO = Text(
    "{name}由{first}的{before}{verb}到{second}的{value}，{verb}{gap}",
    "{name} {verb} from {before} in {first} to {value} in {second}, by {gap}",
)
NO_CHANGE = Text("{name}{first}、{second}均为{value}", "{name} was {value} in {first} and in {second}")
ALONE = Text("{name}{period}为{value}", "{name} was {value} in {period}")
THEN = Text("{period}为{value}", "{value} in {period}")
SINCE = Text("，较{before}{verb}{gap}", ", {way} {gap} on {before}")
UP, DOWN = Text.same("up"), Text.same("down")
SAME_SINCE = Text("，与{before}持平", ", the same as in {before}")
SCHEDULED = Text(
    "，序时进度目标值为{scheduled}，{state}（进度比{ratio}）",
    ", where the schedule has {scheduled}: {state} (ratio {ratio})",
)
BY_METHOD = Text("，按{method}{state}（比值{ratio}）", ", by {method}: {state} (ratio {ratio})")
EARLY = Text(
    "，提前达到{due}年目标水平（{required}）", ", early at the level of the {due} target ({required})"
)
REACHED = Text("，达到{due}年目标水平（{required}）", ", at the level of the {due} target ({required})")
MISSING = Text("{years}未取得数据", "No data for {years}")
LEAPS = Text(
    "{first}—{second}年{how}幅较大，口径是否调整待核实",
    "from {first} to {second} the {how} is large, and whether the scope was changed is to be verified",
)
RISE, FALL = Text("升", "rise"), Text("降", "fall")
BREAKS = {
    BreakKind.SCOPE: Text("{period}起统计口径不同，前后不可比", "from {period} the scope is another one"),
    BreakKind.COUNTING: Text(
        "{period}起统计方式不同，前后不可比", "from {period} it is counted in another way"
    ),
}
DECIDES = Text("{due}年结论以当年数据为准。", "The figure of {due} decides.")
NO_PACE = Text("无基期值，不作进度判断。", "Without a base nothing is said of the pace.")
OTHERS = Text("其余{number}项指标见各表。", "{number} further indicators stand in the tables.")
FALLS = Text(
    "{earlier}{indicator}{before}大于{period}{value}，前后不衔接，请说明。",
    "{indicator} was {before} for {earlier}, more than {value} for {period}, to be explained.",
)

VERBS = (Text("提高", "rose"), Text("下降", "fell"))
VERBS_OF_SIZES = (Text("增加", "grew"), Text("减少", "fell"))
RISING = (VERBS[0], VERBS_OF_SIZES[0])
NOTHING = Text("", "")


class PlaceTold(NamedTuple):
    """A place, and the paragraph on its trend."""

    entity: Entity
    told: Text


def trend_summaries(trend: Trend) -> tuple[Text, ...]:
    """Return a paragraph for each place of the trend, in its order."""
    return tuple(one.told for one in places_told(trend))


def places_told(trend: Trend) -> tuple[PlaceTold, ...]:
    """Return each place of the trend with its paragraph, in its order."""
    places = (list(group) for _, group in groupby(trend.series, lambda one: one.entity.id))
    return tuple(PlaceTold(series[0].entity, _of_place(series, trend)) for series in places)


def _of_place(series: Sequence[Series], trend: Trend) -> Text:
    name = series[0].entity.name
    valued = [one for one in series if one.valued]
    years = sorted({point.period.year for one in valued for point in one.valued})
    mark = ILLUSTRATIVE if any(point.illustrative for one in valued for point in one.valued) else NOTHING
    if not years:
        told = [NO_DATA.format(name=name)]
    elif len(years) == 1:
        has_base = any(one.base for one in valued)
        first = ONE_YEAR.format(name=name, period=Period(years[0]).words)
        told = [Text.joined((first, WITH_BASE if has_base else NO_BASE), en="")]
    else:
        told = list(_over_years(name, valued, trend))
    return Text.joined((mark, Text.joined((*told, *_falls(series[0].entity, trend)))), en="")


def _over_years(name: Text, valued: Sequence[Series], trend: Trend) -> Iterator[Text]:
    """Return the sentences on a place with values of several years: those towards targets come first."""
    followed = sorted((one for one in valued if len(one.valued) > 1), key=lambda one: one.target is None)
    followed = list({one.indicator.id: one for one in reversed(followed)}.values())[::-1]
    for at, one in enumerate(followed[:MOST_SERIES]):
        yield from _of_series(one, trend, NOTHING if at else name)
    if len(followed) > MOST_SERIES:
        yield OTHERS.format(number=len(followed) - MOST_SERIES)


def _of_series(series: Series, trend: Trend, place: Text) -> Iterator[Text]:
    points = series.valued
    yield _sentence(_course(series, trend, place), "；", "; ")
    remarks = [*_gaps(points), *_leaps(series), *_broken(series)]
    if remarks:
        yield _sentence(remarks, "；", "; ")
    if series.target and series.base is None:
        yield NO_PACE
    if series.target and points[-1].period.end < Period(series.target.due).end:
        yield DECIDES.format(due=series.target.due)


def _course(series: Series, trend: Trend, place: Text) -> Iterator[Text]:
    """Return the values of a series in clauses, each with its change and its pace."""
    first, second, *others = series.valued
    name = Text.joined((place, name_of(series.indicator)), en=": " if place.en else "")
    comparable = _compares(first, second, series)
    if not comparable:
        yield ALONE.format(name=name, period=first.period.words, value=_value(first, series))
        others = [second, *others]
    else:
        yield Text.joined((_first(name, first, second, series), _pace(second, series, trend)), en="")
    before = first if not comparable else second
    for point in others:
        then = THEN.format(period=point.period.words, value=_value(point, series))
        since = _since(before, point, series) if _compares(before, point, series) else NOTHING
        yield Text.joined((then, since, _pace(point, series, trend)), en="")
        before = point


def _first(name: Text, first: TrendPoint, second: TrendPoint, series: Series) -> Text:
    values = {
        "name": name,
        "first": first.period.words,
        "second": second.period.words,
        "before": _value(first, series),
        "value": _value(second, series),
    }
    change = _change(first, second, series)
    return FROM_TO.format(verb=change[0], gap=change[1], **values) if change else NO_CHANGE.format(**values)


def _since(before: TrendPoint, point: TrendPoint, series: Series) -> Text:
    change = _change(before, point, series)
    if change is None:
        return SAME_SINCE.format(before=before.period.words)
    way = UP if change[0] in RISING else DOWN
    return SINCE.format(before=before.period.words, verb=change[0], way=way, gap=change[1])


def _change(before: TrendPoint, point: TrendPoint, series: Series) -> tuple[Text, Text] | None:
    """Return the verb of a change and its size; ``None`` where there is none."""
    earlier, later = shown_value(before, series), shown_value(point, series)
    if earlier is None or later is None or earlier == later:
        return None
    kind = series.indicator.kind
    verbs = VERBS_OF_SIZES if kind.adds_up else VERBS
    gap = kind.difference_in_words(abs(later - earlier), series.unit or "")
    return verbs[later < earlier], gap


def _compares(before: TrendPoint, point: TrendPoint, series: Series) -> bool:
    """Whether the difference of two values says something: both whole, known and of one scope."""
    is_whole = not any(is_part_of_flow(series.indicator, one.period) for one in (before, point))
    is_known = not (before.is_hedged or point.is_hedged)
    return is_whole and is_known and not set(series.broken_at(point.period)) & BREAKS.keys()


def _value(point: TrendPoint, series: Series) -> Text:
    """Return a value as it was written, or as it is shown where another number was decided on."""
    quantity, unit, value = _quantity(point), series.unit or "", shown_value(point, series)
    if quantity is not None and (quantity.bound or quantity.number_in(unit) == value):
        return quantity.shown if quantity.bound else Text.same(f"{quantity.written_in(unit)}{unit}")
    return Text.same("" if value is None else f"{plain(value)}{unit}")


def _quantity(point: TrendPoint) -> Quantity | None:
    return point.observation.quantity if point.observation else None


def _pace(point: TrendPoint, series: Series, trend: Trend) -> Text:
    """Return how a value stands to the target and to the schedule; empty where nothing can be told."""
    pace, target = point.pace, series.target
    if pace is None or pace.state is None or target is None or target.value is None:
        return NOTHING
    if pace.state is PaceState.REACHED:
        form = EARLY if point.period.end < Period(target.due).end else REACHED
        return form.format(due=target.due, required=f"{plain(target.value)}{series.unit or ''}")
    values = {
        "state": pace.state.called(series.is_falling),
        "ratio": ratio_of(pace, trend.method.cut_offs),
        "method": trend.method.term,
    }
    if trend.method is not PaceMethod.SCHEDULE or point.scheduled is None:
        return BY_METHOD.format(**values)
    return SCHEDULED.format(scheduled=f"{exact(point.scheduled)}{series.unit or ''}", **values)


def _gaps(points: Sequence[TrendPoint]) -> Iterator[Text]:
    """Return the years between the first value and the last that have none."""
    years = {one.period.year for one in points}
    missing = [year for year in range(min(years), max(years)) if year not in years]
    if missing:
        yield MISSING.format(years=_years(missing))


def _years(years: Iterable[int]) -> Text:
    return Text.joined((Period(year).words for year in years), "、", ", ")


def _leaps(series: Series) -> Iterator[Text]:
    """Return between which values the change is half or more of the earlier one."""
    for before, point in pairwise(series.valued):
        earlier, later = before.value, point.value
        if earlier is None or later is None or not _compares(before, point, series):
            continue
        has_quotient = series.indicator.kind.has_quotient(earlier, later) and earlier > 0
        if has_quotient and 2 * abs(later - earlier) >= earlier and before.period.year < point.period.year:
            how = RISE if later > earlier else FALL
            yield LEAPS.format(first=before.period.year, second=point.period.year, how=how)


def _broken(series: Series) -> Iterator[Text]:
    for one in series.breaks:
        if one.kind in BREAKS:
            yield BREAKS[one.kind].format(period=one.period.words)


def _falls(entity: Entity, trend: Trend) -> Iterator[Text]:
    """Return where a figure that can only grow is smaller than an earlier one of the place."""
    paths = {one.source.path for one in trend.assessments if one.entity == entity.id}
    for file in trend.file_diagnostics:
        for one in file.diagnostics:
            if one.kind is CUMULATIVE_FALLS and file.source.path in paths:
                yield FALLS.format(**one.values)


def _sentence(clauses: Iterable[Text], zh: str, en: str) -> Text:
    return Text.joined((Text.joined(clauses, zh, en), WITH_BASE), en="")
