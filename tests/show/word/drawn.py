"""A small document to draw: every sort of part, a table that fits, and one that does not."""

import datetime
from collections.abc import Iterable
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from hubei_digecon.show.document import (
    Column,
    Entry,
    EntryList,
    PageFact,
    Paragraph,
    Part,
    Role,
    Section,
    ShownDocument,
    Table,
)
from hubei_digecon.show.view import View
from hubei_digecon.show.word.drawing import written
from hubei_digecon.show.word.elements import Element
from hubei_digecon.text import Lang, Text

from ...docx_reader import Letter, docx

DAY = datetime.date(2026, 2, 28)
ROLES: tuple[Role, ...] = ("short", "name", "number", "number", "number", "words")
CELLS = ("1", "数字经济核心产业增加值", ">400亿元", "400.00亿元", "-1.8亿元", "已注明来源")


def table(title: str, times: int = 1) -> Table[int]:
    """Return a table whose columns stand in it so many times."""
    columns = [
        Column(f"{number}-{at}", Text("目标值", "Target"), lambda _row, _view, at=at: CELLS[at], role=role)  # type: ignore[misc]
        for number in range(times)
        for at, role in enumerate(ROLES)
    ]
    return Table(Text.same(title), tuple(columns), range(40))


def section(title: str, running: str = "") -> Section:
    """Return a section with every sort of part."""
    entries = EntryList("", (Entry("甲", ("一句话。",)), Entry("乙", (), "原文")), is_numbered=True)
    parts = (
        Part("总体情况", (Paragraph(("a\x00b\u202ec", "第二段。")),)),
        Part("情况表", tables=(table("情况表"),)),
        Part("逐项", listings=(entries, EntryList("依据", (Entry("丙"),), is_numbered=True))),
        Part("宽表", tables=(table("另一张", 3),)),
        Part("", (Paragraph(("核验人：",)),), sort="signature"),
        Part("目录", tables=(table("目录"),), sort="appendix"),
        Part("清单", (Paragraph(("无。",)),), sort="appendix"),
    )
    facts = (PageFact("报告期", "2025"),)
    return Section(title, name="某地", facts=facts, running=running, parts=parts)


def tree(made: Iterable[Element] | Element) -> Any:
    """Return an element that was drawn, bit by bit or whole, as python-docx reads it."""
    (read,) = parse_xml(f"<w:body {nsdecls('w')}>{''.join(made)}</w:body>")
    return read


def letter(*sections: Section, lang: Lang = "zh") -> Letter:
    """Return sections drawn, and read back."""
    return docx(written(ShownDocument(View(lang), "核验意见", sections=sections), DAY))
