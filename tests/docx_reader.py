"""Reads a document for Word back with python-docx, and refuses one that reaches outside of itself."""

import re
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from .reader_checks import holds

_FIELD = re.compile(r'<w:fldSimple w:instr="([^"]*)"|<w:instrText[^>]*>([^<]*)')
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_NOT_OURS = re.compile(r"vba|macro|activeX|oleObject|afchunk|attachedTemplate|customXml", re.IGNORECASE)


@dataclass
class Letter:
    """A document as python-docx reads it, and the bytes of its parts."""

    data: bytes

    @cached_property
    def document(self) -> WordDocument:
        """The document."""
        return Document(BytesIO(self.data))

    @cached_property
    def parts(self) -> dict[str, str]:
        """The parts of the file as text."""
        with ZipFile(BytesIO(self.data)) as archive:
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}

    @property
    def headings(self) -> list[str]:
        """The headings in their order, from the title down."""
        titles = ("Title", "Heading", "附件", "Appendix")
        named = ((one.text, one.style.name or "") for one in self.document.paragraphs if one.style)
        return [text for text, name in named if name.startswith(titles)]

    @property
    def tables(self) -> list[list[list[str]]]:
        """The texts of the cells of every table."""
        return [[[cell.text for cell in row.cells] for row in table.rows] for table in self.document.tables]

    @property
    def running(self) -> list[str]:
        """What stands on top of the pages, section by section."""
        return [one.header.paragraphs[0].text for one in self.document.sections]

    @property
    def texts(self) -> list[str]:
        """Every text in it, on top of pages and in its properties too."""
        words = [
            "".join(one.text or "" for one in part.iter(qn("w:t")))
            for name, text in self.parts.items()
            if name.startswith("word/") and name.endswith(".xml")
            for part in ET.fromstring(text).iter(qn("w:p"))
        ]
        return [*words, self.document.core_properties.title]

    @property
    def outline(self) -> str:
        """What people read, a line a paragraph, a table row by row."""
        lines = []
        for one in self.document.iter_inner_content():
            if hasattr(one, "rows"):
                lines += [
                    " | ".join(cell.text.replace("\n", " / ") for cell in row.cells) for row in one.rows
                ]
            elif one.text:
                style = one.style.name if one.style else ""
                lines.append(one.text if style == "Normal" else f"[{style}] {one.text}")
        return "".join(f"{line}\n" for line in lines)


def words_in(element: Any) -> str:
    """Return the text in an element, which python-docx would tell once for every element around it."""
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def docx(data: bytes) -> Letter:
    """Read a document: every part is XML, nothing leads out of it, its only fields are page numbers."""
    letter = Letter(data)
    for name, text in letter.parts.items():
        holds(not _NOT_OURS.search(name), f"it carries {name}")
        for one in ET.fromstring(text).iter(_RELATION):
            holds(one.get("TargetMode") != "External", f"it leads to {one.get('Target')}")
            holds(not _NOT_OURS.search(one.get("Type", "")), f"it carries {one.get('Type')}")
        holds("<w:hyperlink" not in text, f"there is a link in {name}")
        fields = {first or other for first, other in _FIELD.findall(text)}
        holds(fields <= {" PAGE "}, f"there are fields: {fields}")
    holds(letter.document.core_properties.author.startswith("digecon "), "it does not say what made it")
    return letter
