"""The sheets of the form in their order, packed so that the same day gives the same bytes."""

import datetime
from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.writer.excel import ExcelWriter

from ...render.view import View
from ...render.workbook.undated import UndatedZip
from ...text import Lang
from ...units import IndicatorKind
from ...version import VERSION
from .. import Asked, Heading
from . import cover, guide, indicators, lists, milestones


def write(heading: Heading, asked: Sequence[Asked], lang: Lang) -> bytes:
    """Return the workbook, the same bytes for the same heading; nothing in it is filled but the cover."""
    workbook, view = Workbook(), View(lang=lang)
    workbook.remove(workbook.worksheets[0])
    made = datetime.datetime.combine(heading.date or heading.period.end, datetime.time())
    workbook.properties.created = workbook.properties.modified = made
    workbook.properties.creator, workbook.properties.title = f"digecon {VERSION}", cover.title(view)
    cover.write(workbook, heading, view)
    numbers = [one for one in asked if one.indicator.kind is not IndicatorKind.MILESTONE]
    if numbers:
        indicators.write(workbook, numbers, view)
    counts = [one.indicator for one in numbers if one.indicator.kind is IndicatorKind.COUNT]
    for number, one in enumerate(counts, 1):
        lists.write(workbook, number, one, _most(one.id, asked), view)
    tasks = [one for one in asked if one.indicator.kind is IndicatorKind.MILESTONE]
    if tasks:
        milestones.write(workbook, tasks, view)
    guide.write(workbook, asked, view)
    return _packed(workbook)


def _most(id: str, asked: Sequence[Asked]) -> int:
    """Return the largest number that a target on an indicator requires, rounded up; 0 without any."""
    targets = (target for one in asked if one.indicator.id == id for target in one.targets)
    values = [value for target in targets for value in (target.value, target.stretch) if value is not None]
    return -(-max(values, default=0) // 1)


def _packed(workbook: Workbook) -> bytes:
    file = BytesIO()
    ExcelWriter(workbook, UndatedZip(file, "w")).save()
    return file.getvalue()
