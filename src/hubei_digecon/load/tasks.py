"""Reads an earlier list of what is to be done (督办清单) from the workbook that holds it."""

import datetime
from collections.abc import Iterable

from ..diagnostics import SourceFile
from ..domain.tasks import BY, CLOSED, DEADLINE, FIRST, HEADINGS, KEY, OPEN, PLACE, STATE, TASKS, WHAT, Task
from ..shapes.columns import MARKED
from ..text import LANGS, Text
from .source import read_bytes
from .tables.workbook.archive import Archive
from .tables.workbook.cells import Held
from .tables.workbook.sheets import SheetRead, filled_rows, read_workbook

NO_LIST = Text("其中没有“督办清单”工作表", "it has no sheet “Tasks”")
NO_COLUMN = Text("{at}：表头应为“{heading}”，工作表缺少这一列", "{at}: there is no column “{heading}”")
NOT_READ = Text("{at}：“{text}”无法作为“{heading}”读取", "{at}: “{text}” cannot be read as “{heading}”")

_DAY_ZERO = datetime.date(1899, 12, 30)


def read_tasks(path: str) -> tuple[Task, ...]:
    """Return the tasks of an earlier list, in its order.

    Raises:
        InputError: where the file cannot be read, or holds no such list; names the cell.
    """
    archive = Archive(SourceFile(path), read_bytes(path))
    sheets = [sheet for sheet in read_workbook(archive).sheets if _is_list(sheet.name)]
    if not sheets:
        raise archive.refused(NO_LIST)
    return _Reader(sheets[0], archive).tasks()


def _is_list(name: str) -> bool:
    return any(name in (TASKS.pick(lang), MARKED.format(name=TASKS).pick(lang)) for lang in LANGS)


def _heads(cells: Iterable[Held]) -> bool:
    texts = {one.text.strip() for one in cells}
    return any({heading.pick(lang) for heading in (PLACE, WHAT)} <= texts for lang in LANGS)


class _Reader:
    """Reads the rows of one sheet by their headings."""

    def __init__(self, sheet: SheetRead, archive: Archive) -> None:
        self._archive, self._sheet = archive, sheet
        rows = list(filled_rows(sheet)) or [(0, {})]
        # A list that is handed over by itself has a title and facts above it.
        top = next((at for at, (_, held) in enumerate(rows) if _heads(held.values())), 0)
        (self._top, headings), *self._rows = rows[top:]
        self._at = {held.text.strip(): column for column, held in headings.items()}
        for heading in HEADINGS:
            if self._column(heading) is None:
                values = {"at": f"{sheet.name}!{self._top + 1}", "heading": heading}
                raise archive.refused(NO_COLUMN, **values)

    def tasks(self) -> tuple[Task, ...]:
        """Return the tasks, each key once.

        Raises:
            InputError: where a cell cannot be read.
        """
        read = [self._task(row) for row, _ in self._rows]
        return tuple({task.key: task for task in read}.values())

    def _task(self, row: int) -> Task:
        state = self._text(row, STATE)
        if state not in (OPEN.zh, OPEN.en, CLOSED.zh, CLOSED.en):
            raise self._unread(row, STATE)
        if not self._text(row, KEY):
            raise self._unread(row, KEY)
        return Task(
            self._text(row, KEY),
            self._text(row, PLACE),
            self._text(row, WHAT),
            self._text(row, BY),
            self._text(row, DEADLINE),
            self._day(row),
            state in (OPEN.zh, OPEN.en),
        )

    def _day(self, row: int) -> datetime.date:
        text = self._text(row, FIRST)
        try:
            if text.isascii() and text.isdigit():
                return _DAY_ZERO + datetime.timedelta(int(text))
            return datetime.date.fromisoformat(text)
        except (ValueError, OverflowError):
            raise self._unread(row, FIRST) from None

    def _column(self, heading: Text) -> int | None:
        return next((self._at[name] for name in (heading.zh, heading.en) if name in self._at), None)

    def _text(self, row: int, heading: Text) -> str:
        held = self._sheet.rows[row].get(self._column(heading) or 0)
        return held.text.strip() if held else ""

    def _unread(self, row: int, heading: Text) -> Exception:
        values = {"at": f"{self._sheet.name}!{row + 1}", "text": self._text(row, heading), "heading": heading}
        return self._archive.refused(NOT_READ, **values)
