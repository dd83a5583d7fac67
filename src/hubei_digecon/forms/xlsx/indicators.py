"""Table 1: the targets in numbers first, then milestones, then what targets are computed from."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from openpyxl import Workbook
from rich.cells import cell_len

from ...domain.targets import Target
from ...load.tables.workbook.layout import ATTAINMENT, INDICATORS, NUMBER
from ...quantity.numbers import plain
from ...shapes.columns import BY_KEY, INDICATOR, SCOPE, TableColumn
from ...show.view import View
from ...text import Text
from .. import Asked
from ..csv import BEFORE
from ..fill import Blank, blanks
from .choices import WORDS, Choices
from .page import RATE, FormColumn, Page

NOTE = Text(
    "白色格填写，灰色格不填；“完成率”自动计算。目标值是公布的原文，不得改动。没有数据的，在“完成值”中写明原因（未公布、未统计、不适用）。",
    "Fill the white cells only; the attainment is computed. Targets stand in their published words and must "
    "not be changed. Where there is no value, say why (not_published, not_collected, not_applicable).",
)
TARGETS = Text("考核指标", "Targets")
TASKS = Text("定性任务（在“完成值”中选择进展情况）", "Milestones: choose under value how far each has come")
CONTEXT = Text("参考指标（用于核算考核指标，本身不考核）", "Context: what targets are computed from")
BANDS = Text("{number}、{name}", "{name}")

_PREVIOUS = BY_KEY["previous.value"]


def _columns(*widths: tuple[str, int]) -> tuple[FormColumn, ...]:
    return tuple(FormColumn(BY_KEY[key].heading, width, BY_KEY[key]) for key, width in widths)


COLUMNS = (
    FormColumn(NUMBER, 5),
    *_columns(("indicator", 15), ("unit", 6), ("target", 9)),
    FormColumn(BEFORE, 8, _PREVIOUS),
    *_columns(("value", 8)),
    FormColumn(ATTAINMENT, 6),
    *_columns(
        ("figure_period", 7), ("status", 8), ("scope", 11), ("counting", 10), ("source", 8),
        ("office.name", 8), ("office.contact", 9), ("evidence", 9),
        ("deviation.cause", 10), ("deviation.measures", 10), ("deviation.deadline", 9),
    ),
)  # fmt: skip
"""What stands in the table, from the left, and how wide it is: as wide as paper shows in type of 9 points."""

_BROKEN = {
    lines.replace("|", ""): lines.replace("|", "\n")
    for lines in (
        "计量|单位", "目标值|（原文）", "上年|同期值", "数据|所属期", "数据|性质", "统计|方式",
        "责任单位|（牵头处室）", "联系人|及电话", "佐证材料|编号", "未完成|原因", "下一步|措施", "完成|时限",
    )
}  # fmt: skip
"""Headings as they stand on lines of their own."""

_NUMBERS = Text("佐证材料编号", "evidence")
"""How the documents are headed, which are named by their numbers."""

_LEFT = {"indicator", "scope", "source", "deviation.cause", "deviation.measures"}
_TOP = 3
_ROW, _HEADINGS = 40, 56
_LINE, _MARGIN = 16, 6
_MOST_TITLE, _MOST_PROMPT = 32, 255


def write(workbook: Workbook, asked: Sequence[Asked], view: View) -> None:
    """Add the table to a workbook."""
    columns = tuple(map(_headed, COLUMNS))
    if any(one.rates for one in asked):
        before = _at("previous.value")
        earlier = _columns(("previous.period", 7), ("previous.value", 8))
        columns = (*columns[: before - 1], *earlier, *columns[before:])
    page = Page(workbook, view.say(INDICATORS.name), view, [one.width for one in columns])
    choices = Choices(page.sheet, view)
    page.title(1, INDICATORS.name)
    page.note(2, NOTE)
    page.headings(_TOP, columns, _HEADINGS)
    page.stays(_TOP, fixed=2)
    row, number = _TOP, 0
    for at, (band, some) in enumerate(_bands(asked)):
        row += 1
        page.band(row, BANDS.format(number="一二三"[at], name=band))
        for one in some:
            row, number = row + 1, number + 1
            _row(page, row, number, one, choices, columns)


def _headed(one: FormColumn) -> FormColumn:
    """Return a column of the form as it is headed there, on lines that break between words."""
    heading = _NUMBERS if one.column and one.column.key == _NUMBERS.en else one.heading
    lines = Text(_BROKEN.get(heading.zh, heading.zh), re.sub(r"(?=[._]\w)", "\n", heading.en))
    return one._replace(heading=lines)


def _bands(asked: Sequence[Asked]) -> Iterator[tuple[Text, list[Asked]]]:
    """Return what is asked for in sections: targets in numbers, milestones, what others are computed from."""
    for band, is_target, takes_state in (
        (TARGETS, True, False),
        (TASKS, True, True),
        (CONTEXT, False, False),
    ):
        some = [
            one
            for one in asked
            if bool(one.targets) is is_target and one.indicator.kind.takes_state is takes_state
        ]
        if some:
            yield band, some


def _row(
    page: Page, row: int, number: int, one: Asked, choices: Choices, columns: Sequence[FormColumn]
) -> None:
    """Write the row of one indicator: what is given, and the cells to fill."""
    asked = blanks(one.indicator, one.scopes, one.rates, one.counting, bool(one.targets))
    given = {key: blank.given for blank in asked for key in _keys(blank)}
    page.put(row, 1, "", center=True)
    page.sheet.cell(row, 1).value = number
    wording = one.targets[0].source.wording if one.targets else ""
    for at, shown in enumerate(columns, 1):
        column = shown.column
        if column is None:
            continue
        if column is INDICATOR:
            page.put(row, at, one.indicator.name)
        elif column.key == "target" and one.targets:
            page.put(row, at, wording, center=True)
        elif column.key in given:
            page.open(row, at, center=column.key not in _LEFT)
            _choose(page, row, at, column, one, choices)
            page.fill(row, at, given[column.key])
        else:
            page.closed(row, at)
    page.sheet.row_dimensions[row].height = _height(page, one, wording)
    _attainment(page, row, one.targets, columns)


def _height(page: Page, one: Asked, wording: str) -> float:
    """Return the height of a row in points: what is given in it stands on so many lines."""
    scopes = [page.view.say(scope.name) for scope in one.scopes[:1]]
    texts = (page.view.say(one.indicator.name), wording, *scopes)
    widths = [COLUMNS[_at(key) - 1].width for key in ("indicator", "target", "scope")]
    lines = max(-(-_in_lines(text) // width) for text, width in zip(texts, widths, strict=False))
    return max(_ROW, lines * _LINE + _MARGIN)


def _in_lines(text: str) -> int:
    """Return how wide a text is: type is larger than that by which columns are measured, and words of letters
    do not fill their lines among Chinese characters.
    """
    mixed = any(one.isascii() and one.isalnum() for one in text) and any(one >= "一" for one in text)
    return cell_len(text) * 8 // 5 if mixed else cell_len(text) * 5 // 4


def _keys(blank: Blank) -> Iterator[str]:
    """Return the columns that a key of a report stands in."""
    yield "value" if blank.key == "state" else blank.key
    yield from (f"{blank.key}.{key}" for key in blank.keys)
    if blank.key == "value":
        yield "figure_period"


def _choose(page: Page, row: int, at: int, column: TableColumn, one: Asked, choices: Choices) -> None:
    cell = page.sheet.cell(row, at).coordinate
    if column.key == "value":
        told = page.view.say(one.indicator.definition)[:_MOST_PROMPT]
        title = page.view.say(one.indicator.short)[:_MOST_TITLE]
        choices.tell(cell, title, told, "state" if one.indicator.kind.takes_state else "")
    elif column.key in WORDS:
        choices.words(cell, column.key)
    elif column.key == "unit":
        choices.units(cell, one.indicator)
    elif column is SCOPE:
        choices.one_of(cell, [page.view.say(scope.name) for scope in one.scopes])


def _attainment(page: Page, row: int, targets: Sequence[Target], columns: Sequence[FormColumn]) -> None:
    """Write the formula of the rate: a value in the target's own unit, and what is required."""
    at = next(number for number, one in enumerate(columns, 1) if one.heading.zh == ATTAINMENT.zh)
    found = {one.column.key: number for number, one in enumerate(columns, 1) if one.column}
    page.put(row, at, "", center=True)
    target = next((one for one in targets if one.value), None)
    if target is None or target.value is None or not target.comparator.quotient:
        return
    kind = target.indicator.kind
    if not kind.has_quotient(target.value):
        return
    value, unit = (page.sheet.cell(row, found[key]).coordinate for key in ("value", "unit"))
    digits = f'SUBSTITUTE(SUBSTITUTE({value},",",""),"{target.unit}","")'
    if target.unit == "%":  # a cell in per cent holds a hundredth of what it shows
        in_percent = f'LEFT(CELL("format",{value}),1)="P"'
        digits = f"IF(ISNUMBER({value}),IF({in_percent},{value}*100,{value}),{digits})"
    number = f"VALUE({digits})"
    rate = target.comparator.quotient.format(value=number, required=plain(target.value))
    if not kind.has_quotient(Fraction(0)):
        rate = f'IF({number}>0,{rate},"")'
    cell = page.sheet.cell(row, at)
    cell.value = f'=IF(OR({value}="",{unit}<>"{target.unit}"),"",IFERROR({rate},""))'
    cell.number_format = RATE


def _at(key: str) -> int:
    """Return the number of a column, counted from 1."""
    return next(number for number, one in enumerate(COLUMNS, 1) if one.column and one.column.key == key)
