"""How a part of a year stands against the line of the year (序时进度): a table, and how it is reckoned."""

from fractions import Fraction

from ..domain.assessments import Assessment, Settings
from ..domain.printed import percent
from ..domain.schedules import CutOffs, YearStanding
from ..quantity.numbers import plain, rounded
from ..text import Text
from .document import Column, Entry, EntryList, Table
from .view import View

TITLE = Text("序时进度", "Schedule of the year")
VALUE = Text("完成值", "Value")
BASE = Text("上年年末", "Year before")
SCHEDULED = Text("序时进度目标值", "Scheduled")
RATIO = Text("进度比", "Ratio")
WORD = Text("进度判断", "Standing")
HOW = Text("算式", "Reckoned")
HOW_TOLD = Text("序时进度的算法", "How the schedule is reckoned")
SUMS = Text("时期指标和当年新增指标", "Flows, and what is added each year")
OF_SUMS = Text(
    "进度比＝完成值÷（目标值×已过月数÷12）；不超过的目标，两者相反",
    "value ÷ (target × months passed ÷ 12), the inverse of what must not be exceeded",
)
LEVELS = Text("其他数值", "Other figures")
OF_LEVELS = Text(
    "进度比＝（完成值－上年年末值）÷（序时进度目标值－上年年末值）；序时进度目标值由上年年末至目标年年末按直线推算",
    "(value − year before) ÷ (scheduled − year before), where scheduled lies on the straight line from "
    "the end of the year before to the end of the due year",
)
CUT_OFFS = Text("分界值", "Cut-offs")
BEARING = Text("作用", "Bearing")
NO_CUT_OFFS = Text(
    "未设分界值，只列进度比，不作判断（--schedule-cutoffs）",
    "none are set, so ratios are told without words (--schedule-cutoffs)",
)
OWN_CUT_OFFS = Text(
    "分界值由本单位自定，不是官方标准：{words}",
    "the cut-offs are the office's own, no official standard: {words}",
)
NO_OUTCOME = Text("不影响完成情况和总体结论", "on no outcome and no verdict")
_WORD = Text("{word}（{ratios}）", "{word} ({ratios})")


def schedule_table(assessment: Assessment, settings: Settings) -> Table[YearStanding]:
    """Return how the targets of a report stand; with words only where an office has set its cut-offs."""
    words = (_word_column(settings.cut_offs),) if settings.cut_offs else ()
    return Table(TITLE, (*COLUMNS, *words, HOW_COLUMN), assessment.schedule)


def how_reckoned(settings: Settings, view: View) -> EntryList:
    """Return the formulas and the cut-offs."""
    told = (
        (SUMS, OF_SUMS),
        (LEVELS, OF_LEVELS),
        (CUT_OFFS, cut_offs_in_words(settings.cut_offs)),
        (BEARING, NO_OUTCOME),
    )
    entries = (Entry(view.say(label), (view.say(sentence),)) for label, sentence in told)
    return EntryList(view.say(HOW_TOLD), tuple(entries))


def cut_offs_in_words(cut_offs: CutOffs | None) -> Text:
    """Return the cut-offs in words, or that none are set."""
    if cut_offs is None:
        return NO_CUT_OFFS
    from ..domain.schedules import StandingWord

    told = (_WORD.format(word=word.term, ratios=cut_offs.beside(word)) for word in StandingWord)
    return OWN_CUT_OFFS.format(words=Text.joined(told, "、", ", "))


def ratio_of(row: YearStanding) -> Fraction | None:
    """Return the ratio as it is shown: rounded, on its side of 1."""
    return None if row.ratio is None else rounded(row.ratio, side_of=Fraction(1))


def scheduled_of(row: YearStanding) -> Fraction | None:
    """Return the scheduled value as it is shown."""
    return None if row.scheduled is None else rounded(row.scheduled)


def word_of(row: YearStanding, cut_offs: CutOffs | None, view: View) -> str:
    """Return the word of the office for a ratio, with the cut-offs beside it; empty without cut-offs."""
    if cut_offs is None or row.ratio is None:
        return ""
    word = cut_offs.word(row.ratio)
    return view.say(_WORD, word=word.term, ratios=cut_offs.beside(word))


def how(row: YearStanding, view: View) -> str:
    """Return the numbers that a ratio is of, or why there is none."""
    if row.why_not:
        return view.say(row.why_not.term)
    target, value = row.finding.target, row.value
    if value is None or target.value is None:
        return ""
    times, over, less = view.sign("×", "*"), view.sign("÷", "/"), view.sign("−", "-")
    reported, required = plain(rounded(value)), plain(target.value)
    if row.base is None:
        part = f"{required} {times} {row.months}/{row.of}"
        quotient = target.comparator.quotient.replace("/", f" {over} ")
        return quotient.format(value=reported, required=f"({part})")
    base = plain(rounded(row.base.value))
    line = f"({required} {less} {base}) {times} {row.months}/{row.of}"
    return f"({reported} {less} {base}) {over} ({line})"


def _in_unit(value: Fraction | None, row: YearStanding) -> str:
    return "" if value is None else f"{plain(rounded(value))}{row.finding.target.unit or ''}"


def _word_column(cut_offs: CutOffs) -> Column[YearStanding]:
    return Column(
        "word",
        WORD,
        lambda row, view: word_of(row, cut_offs, view),
        role="words",
        mark=lambda row: "" if row.ratio is None else cut_offs.word(row.ratio).mark,
    )


COLUMNS: tuple[Column[YearStanding], ...] = (
    Column(
        "indicator",
        Text("指标名称", "Indicator"),
        lambda row, view: view.say(row.finding.target.indicator.short),
        role="name",
    ),
    Column("value", VALUE, lambda row, _: _in_unit(row.value, row), role="number"),
    Column("base", BASE, lambda row, _: _in_unit(row.base.value if row.base else None, row), role="number"),
    Column("scheduled", SCHEDULED, lambda row, _: _in_unit(row.scheduled, row), role="number"),
    Column("ratio", RATIO, lambda row, _: "" if row.ratio is None else percent(row.ratio), role="number"),
)
"""The columns of the table of the schedule on a terminal, in Markdown and on a page."""

HOW_COLUMN: Column[YearStanding] = Column("how", HOW, how, role="words")
"""The numbers that a ratio is of."""
