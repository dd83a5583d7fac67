"""The parts of a Word file beside its text: styles, fonts, settings and properties, none from elsewhere."""

import datetime
from collections.abc import Iterable, Iterator

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part as FilePart
from docx.opc.rel import Relationships
from docx.oxml.xmlchemy import BaseOxmlElement as Element

from ...text import Lang
from ...version import VERSION
from ..escape import xml_visible
from .elements import element
from .fonts import font_table
from .styles import LANGUAGES, style_elements

_KEPT = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
_KEPT_OF_ALL = {RELATIONSHIP_TYPE.OFFICE_DOCUMENT, RELATIONSHIP_TYPE.CORE_PROPERTIES}
_WORD = "http://schemas.microsoft.com/office/word"
_VERSION_OF_WORD = 15
"""The version from which on Word opens a file as its own, and not as one of an older version."""

_MOST_OF_A_TITLE = 200


def prepare(made: Document, title: str, lang: Lang, day: datetime.date) -> None:
    """Put our own parts where python-docx has those of its template, which is of no office."""
    _keep(made.part.rels, _KEPT)
    _keep(made.part.package.rels, _KEPT_OF_ALL)
    _fill(made.styles.element, style_elements(lang))
    _fill(made.settings.element, _settings(lang))
    name, kind = PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE
    fonts = FilePart(name, kind, serialize_part_xml(font_table()), made.part.package)
    made.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)
    _describe(made, title, lang, day)


def _keep(relations: Relationships, kept: set[str]) -> None:
    for name, relation in list(relations.items()):
        if relation.reltype not in kept:
            del relations[name]


def _fill(root: Element, parts: Iterable[Element]) -> None:
    for child in list(root):
        root.remove(child)
    root.extend(parts)


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
