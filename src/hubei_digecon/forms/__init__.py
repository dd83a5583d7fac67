"""Forms: an empty report that says what to fill. A format is a file with ``write``, and a row here.

``asked`` says what a form asks for, as plain values; a format only writes it down.
"""

import datetime
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from ..diagnostics.extras import EXCEL, Extra
from ..domain.reports import Period
from ..domain.targets import Documents, Entity, titles_of
from ..text import Lang, Text
from .asked import Asked, asked, due_year

__all__ = ["FORMS", "Asked", "Form", "FormHeading", "NoTargetsError", "asked", "form_of", "heading_of"]

WITHOUT_TARGETS = Text(
    "{documents}没有为{place}设定目标；选用为它设定目标的文件（--document）：{others}",
    "{documents}: no target is set for {place}; choose a document that does (--document): {others}",
)


class FormHeading(NamedTuple):
    """What a form already says: for whom it is and for which period; and, where that is known already, who
    hands it in and on what day. ``rows`` is how many rows each list has, where somebody said.
    """

    entity: Entity
    period: Period
    by: str | None = None
    date: datetime.date | None = None
    rows: int | None = None


class NoTargetsError(LookupError):
    """A place for which the documents chosen set no target. ``said`` tells which do."""

    def __init__(self, place: Entity, documents: Documents) -> None:
        others = ", ".join(place.documents)
        values = {"documents": titles_of(documents), "place": place.name, "others": others}
        self.said = WITHOUT_TARGETS.format(**values)
        super().__init__(self.said.en)


def heading_of(
    place: Entity, documents: Documents, period: Period | None, today: datetime.date
) -> FormHeading:
    """Return the heading of a form: for the period asked for, else the year by which most targets are due.

    Raises:
        NoTargetsError: where only other documents set targets for the place.
    """
    year = due_year(place, documents)
    if year is None and place.documents:
        raise NoTargetsError(place, documents)
    return FormHeading(place, period or Period(year or today.year))


class Form(NamedTuple):
    """A format of forms; its file, imported when it is used, has its name.

    ``suffixes`` are those of its files, the usual one first; ``extra`` is what must be installed.
    """

    name: str
    suffixes: tuple[str, ...]
    summary: Text
    extra: Extra | None = None

    def write(self, heading: FormHeading, asked: Sequence[Asked], lang: Lang) -> str | bytes:
        """Return the form, its comments in one language; bytes where it is no text."""
        written: str | bytes = import_module(f".{self.name}", __name__).write(heading, asked, lang)
        return written


FORMS: dict[str, Form] = {
    form.name: form
    for form in (
        Form(
            "yaml",
            (".yaml", ".yml"),
            Text("YAML，说明写在注释里", "YAML, with comments that say what to fill"),
        ),
        Form("csv", (".csv",), Text("CSV表，每行一项指标", "a CSV table, a row an indicator")),
        Form(
            "xlsx",
            (".xlsx",),
            Text("Excel填报表，可打印签字", "a workbook, to fill and to print"),
            extra=EXCEL,
        ),
    )
}
"""Every format of forms, by the name that ``--format`` takes; the first is the default."""


def form_of(path: str) -> Form | None:
    """Return the format that the suffix of ``path`` asks for; ``None`` where it is none of theirs."""
    lower = path.lower()
    return next((form for form in FORMS.values() if lower.endswith(form.suffixes)), None)
