"""The parts of a Word file beside its text: styles, fonts, settings and properties, none from elsewhere."""

import datetime
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import IO
from zipfile import ZipFile

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.opc.rel import Relationships
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement as Tree

from ...text import Lang
from ...version import VERSION
from ..escape import xml_visible
from ..undated import UndatedZip, bits_of
from .elements import Element, element
from .fonts import fonts_told
from .styles import LANGUAGES, style_elements

_KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
_KEPT_OF_ALL = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
_WORD = "http://schemas.microsoft.com/office/word"
_VERSION_OF_WORD = 15
"""The version from which on Word opens a file as its own, and not as one of an older version."""

_MOST_OF_A_TITLE = 200

_FONT_TABLE = (
    f"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<w:fonts {nsdecls('w')}>{{fonts}}</w:fonts>"
)
_EMPTY, _BEGINS, _ENDS = b"<w:body/>", b"<w:body>", b"</w:body>"
"""A body without elements, and what stands around those of one that has some."""


def prepare(made: Document, title: str, lang: Lang, day: datetime.date) -> None:
    """Put our own parts where python-docx has those of its template, which is of no office."""
    _keep(made.part.rels, _KEPT)
    _keep(made.part.package.rels, _KEPT_OF_ALL)
    fill(made.element.body, ())
    fill(made.styles.element, style_elements(lang))
    fill(made.settings.element, _settings(lang))
    name, kind = PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE
    fonts = FilePart(name, kind, _FONT_TABLE.format(fonts="".join(fonts_told())).encode(), made.part.package)
    made.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    _describe(made, title, lang, day)


def _keep(relations: Relationships, kept: set[str]) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype not in kept:
            del relations[name]


def fill(root: Tree, parts: Iterable[Element]) -> None:
    """Put elements where python-docx has those of its template."""
    for child in list(root):
        root.remove(child)
    root.extend(list(parse_xml(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>")))


def pack(made: Document, body: IO[bytes], file: IO[bytes]) -> None:
    """Write a document without its body, and with the elements in ``body`` as that, into a file."""
    without = BytesIO()
    made.save(without)
    with ZipFile(without) as dated, UndatedZip(file, "w") as archive:
        for name in dated.namelist():
            data = dated.read(name)
            if name != made.part.partname.membername:
                archive.writestr(name, data)
                continue
            before, after = data.split(_EMPTY)
            size = len(data) + body.tell()
            body.seek(0)
            archive.put(name, chain((before, _BEGINS), bits_of(body), (_ENDS, after)), size)


def _settings(lang: Lang) -> Iterator[Element]:
    """Return the settings: pages have two sides, Chinese marks may be pressed together."""
    yield element("zoom", percent=100)
    yield element("defaultTabStop", val=420)
    yield element("evenAndOddHeaders")
    yield element("characterSpacingControl", val="compressPunctuation")
    version = element("compatSetting", name="compatibilityMode", uri=_WORD, val=_VERSION_OF_WORD)
    yield element("compat", version)
    yield element("themeFontLang", val=LANGUAGES[lang], eastAsia=LANGUAGES["zh"])


def _describe(made: Document, title: str, lang: Lang, day: datetime.date) -> None:
    """Fill the properties of the file; nothing in them tells when or by whom it was made."""
    properties = made.core_properties
    properties.author = properties.last_modified_by = f"digecon {VERSION}"
    properties.title, properties.language = xml_visible(title)[:_MOST_OF_A_TITLE], LANGUAGES[lang]
    properties.created = properties.modified = datetime.datetime.combine(day, datetime.time())
    properties.comments = properties.keywords = properties.subject = properties.category = ""
    properties.revision = 1
