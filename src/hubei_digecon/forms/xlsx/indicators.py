"""Table 1: what is asked for in numbers, the targets first, then what they are computed from."""

from collections.abc import Sequence

from openpyxl import Workbook

from ...exact import plain
from ...load.tables.columns import BY_KEY, INDICATOR, SCOPE, Column
from ...load.tables.workbook.layout import ATTAINMENT, INDICATORS, NUMBER
from ...model.targets import Target
from ...render.view import View
from ...text import Text
from ...units import IndicatorKind
from .. import Asked
from ..fill import blanks
from .choices import WORDS, Choices
from .page import RATE, Page, Shown

NOTE = Text(
    "白色格填写，灰色格不填；“完成率”自动计算。目标值是公布的原文，不得改动。完成值按实际填写，不得为达标而进位；"
    "没有数据的，选择无数据原因。",
    "Fill the white cells only; the attainment is computed. Targets stand in their published words and must "
    "not be changed. Give values unrounded; where there is none, say why.",
)
TARGETS = Text("一、考核指标", "I. Targets")
CONTEXT = Text("二、参考指标（用于核算考核指标，本身不考核）", "II. Context: what targets are computed from")

COLUMNS = (
    Shown(NUMBER, 5),
    Shown(INDICATOR.heading, 24, INDICATOR),
    *(
        Shown(BY_KEY[key].heading, width, BY_KEY[key])
        for key, width in (("unit", 8), ("base.year", 8), ("base.value", 10), ("target", 14), ("value", 12))
    ),
    Shown(ATTAINMENT, 10),
    *(
        Shown(BY_KEY[key].heading, width, BY_KEY[key])
        for key, width in (
            ("figure_period", 10),
            ("status", 12),
            ("scope", 16),
            ("counting", 17),
            ("missing", 10),
            ("source", 18),
            ("deviation.cause", 20),
            ("evidence", 17),
        )
    ),
)
"""What stands in the table, from the left, and how wide it is."""

_ALWAYS = {"base.year", "base.value", "figure_period", "missing", "evidence"}
_OF_TARGETS = {"target", "deviation.cause"}
_LEFT = {"indicator", "scope", "source", "deviation.cause", "evidence"}
_TOP = 3


def write(workbook: Workbook, asked: Sequence[Asked], view: View) -> None:
    """Add the table to a workbook."""
    page = Page(workbook, view.say(INDICATORS.name), view, [one.width for one in COLUMNS])
    choices = Choices(page.sheet, view)
    page.title(1, INDICATORS.name)
    page.note(2, NOTE, height=30)
    page.headings(_TOP, COLUMNS, fixed=2)
    row, number = _TOP, 0
    for band, targets in ((TARGETS, True), (CONTEXT, False)):
        some = [one for one in asked if bool(one.targets) is targets]
        if some:
            row += 1
            page.band(row, band)
        for one in some:
            row, number = row + 1, number + 1
            _row(page, row, number, one, choices)


def _row(page: Page, row: int, number: int, one: Asked, choices: Choices) -> None:
    """Write the row of one indicator: what is given, and the cells to fill."""
    given = {blank.key: blank.given for blank in blanks(one.indicator, one.scopes)}
    open_to_fill = _ALWAYS | given.keys()
    page.put(row, 1, str(number), center=True)
    for at, shown in enumerate(COLUMNS, 1):
        column = shown.column
        if column is None:
            continue
        if column is INDICATOR:
            page.put(row, at, one.indicator.name)
        elif column.key == "target" and one.targets:
            page.put(row, at, one.targets[0].source.wording, center=True)
        elif column.key in open_to_fill or (column.key in _OF_TARGETS and one.targets):
            page.open(row, at, center=column.key not in _LEFT)
            _choose(page, row, at, column, one, choices)
            page.fill(row, at, given.get(column.key, ""))
        else:
            page.closed(row, at)
    _attainment(page, row, one.targets)


def _choose(page: Page, row: int, at: int, column: Column, one: Asked, choices: Choices) -> None:
    cell = page.sheet.cell(row, at).coordinate
    if column.key in WORDS:
        choices.words(cell, column.key)
    elif column.key == "unit":
        choices.units(cell, one.indicator)
    elif column is SCOPE:
        choices.one_of(cell, [page.view.say(scope.name) for scope in one.scopes])


def _attainment(page: Page, row: int, targets: Sequence[Target]) -> None:
    """Write the formula of the rate: a value in the target's own unit, and what is required."""
    at = next(number for number, one in enumerate(COLUMNS, 1) if one.heading is ATTAINMENT)
    page.put(row, at, "", center=True)
    target = next((one for one in targets if one.value), None)
    if target is None or target.value is None:
        return
    value, unit = (page.sheet.cell(row, _at(key)).coordinate for key in ("value", "unit"))
    digits = f'SUBSTITUTE(SUBSTITUTE({value},",",""),"{target.unit}","")'
    if target.indicator.kind is IndicatorKind.SHARE:  # a cell in per cent holds a hundredth of what it shows
        in_percent = f'LEFT(CELL("format",{value}),1)="P"'
        digits = f"IF(ISNUMBER({value}),IF({in_percent},{value}*100,{value}),{digits})"
    rate = target.comparator.quotient.format(value=f"VALUE({digits})", required=plain(target.value))
    cell = page.sheet.cell(row, at)
    cell.value = f'=IF(OR({value}="",{unit}<>"{target.unit}"),"",IFERROR({rate},""))'
    cell.number_format = RATE


def _at(key: str) -> int:
    """Return the number of a column, counted from 1."""
    return next(number for number, one in enumerate(COLUMNS, 1) if one.column and one.column.key == key)
