"""An empty report to be filled: in a file, as a mapping, or as a table."""

import csv
import html
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..domain.reports import Period
from ..domain.targets import Entity
from ..forms import FORMS, Asked, Form, FormHeading, form_of
from ..load.document import parsed
from ..load.source import decoded
from ..run.writing import OVER_INPUT, exists, over_inputs, write_whole
from ..show.records import Kind
from ..text import Lang
from .arguments import Path, read_path
from .returned import Returned, read_lang


@dataclass(frozen=True, slots=True, repr=False)
class EmptyReport(Returned):
    """A report in which nothing is filled but for whom it is and for which period. ``str`` gives its YAML.

    ``inputs`` are the paths of the target files: nothing is written over them.
    """

    _heading: FormHeading
    _asked: tuple[Asked, ...]
    lang: Lang
    inputs: tuple[str, ...] = field(default=(), compare=False)

    @property
    def entity(self) -> Entity:
        """The place."""
        return self._heading.entity

    @property
    def period(self) -> Period:
        """The period."""
        return self._heading.period

    def to_text(self, format: str = "yaml") -> str:
        """Return the form as text: ``yaml``, or ``csv``."""
        text = self._in(_form(format, ""))
        if isinstance(text, bytes):
            raise ValueError(f"format: {format} is no text; write it into a file")
        return text

    def to_dict(self) -> dict[str, Any]:
        """Return the report as a mapping to be filled and given to ``check``; what is open is ``None``."""
        source = decoded("report.yaml", self.to_text().encode("utf-8"))
        made: dict[str, Any] = _plain(parsed(source).root)
        return made

    def to_json(self) -> str:
        """Return the report as JSON to be filled."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1) + "\n"

    def write(
        self, path: Path, format: str | None = None, *, lang: Lang | None = None, overwrite: bool = False
    ) -> None:
        """Write the form whole or not at all: YAML, CSV or a workbook, by the suffix of ``path`` or the name
        of a ``format``; over a file that is there only where ``overwrite`` says so.

        Raises:
            TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
            ImportError: where the format needs what is not installed; says what to run.
            FileExistsError: where the file is there.
            OSError: where it cannot be written.
        """
        target = read_path(path, "path")
        form = _form(format, target)
        if form.extra:
            form.extra.require(form.name)
        if over_inputs((target,), self.inputs):
            raise ValueError(f"path: {OVER_INPUT.format(path=target).en}")
        if not overwrite and exists(target):
            raise FileExistsError(f"{target} is there already; overwrite=True writes over it")
        write_whole(self._in(form, read_lang(lang) if lang else self.lang), target)

    def _repr_html_(self) -> str:
        """Return the YAML for a notebook."""
        return f"<pre>{html.escape(self.to_text())}</pre>"

    def __str__(self) -> str:
        return self.to_text()

    def _in(self, form: Form, lang: Lang | None = None) -> str | bytes:
        return form.write(self._heading, self._asked, lang or self.lang)

    def _kinds(self) -> dict[str, Kind]:
        return dict.fromkeys(self._table()[0], Kind.TEXT)

    def _rows(self) -> Iterator[list[object]]:
        return ([cell or None for cell in row] for row in self._table()[1:])

    def _table(self) -> list[list[str]]:
        return list(csv.reader(io.StringIO(self.to_text("csv").removeprefix("\ufeff"), newline="")))

    def _told(self) -> str:
        return f"{self.entity.id} for {self.period}, {len(self._asked)} indicators to fill"


def _form(name: str | None, path: str) -> Form:
    if name is not None and name not in FORMS:
        raise ValueError(f"format: there is no {name}; there are {', '.join(FORMS)}")
    found = FORMS[name] if name else form_of(path)
    if found is None:
        known = ", ".join(suffix for one in FORMS.values() for suffix in one.suffixes)
        raise ValueError(f"path: no form has the suffix of {path}; name a format, or take one of {known}")
    return found


def _plain(node: Any) -> Any:
    if isinstance(node, dict):
        return {str(key): _plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_plain(value) for value in node]
    return None if node is None else str(node)
