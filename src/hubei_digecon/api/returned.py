"""What every returned value offers: data, tables, files, and how a notebook shows it."""

import json
import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from ..diagnostics.extras import HTML
from ..run.writing import OVER_INPUT, over_inputs, write_whole
from ..show.format import Format
from ..show.formats import FORMATS, format_of, variants_of
from ..show.records import Kind, typed
from ..show.view import View
from ..text import LANGS, Lang, lang_of_locale
from .arguments import Path, read_path
from .frames import Numbers, arrow_table, pandas_frame, polars_frame

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ..show.document import ShownDocument

LANGUAGE = "DIGECON_LANGUAGE"
"""The variable of the environment that asks for a language: that of the command line."""


def read_lang(lang: Any) -> Lang:
    """Return a language; where none is asked for that of the environment, as the command line does.

    Raises:
        ValueError: where it is none.
    """
    if lang is None:
        asked = os.environ.get(LANGUAGE)
        return next((one for one in LANGS if one == asked), lang_of_locale(os.environ))
    if lang not in LANGS:
        raise ValueError(f"lang: {' or '.join(LANGS)}, not {lang!r:.40}")
    return next(one for one in LANGS if one == lang)


class Returned:
    """What every result offers: data, tables, files, and how a notebook shows it."""

    __slots__ = ()

    def to_json(self) -> str:
        """Return the result in JSON: the bytes that ``--output-format json`` writes."""
        text = self._shown(FORMATS["json"], View())
        assert isinstance(text, str)
        return text

    def to_dict(self) -> dict[str, Any]:
        """Return what the JSON holds, as Python has it."""
        made: dict[str, Any] = json.loads(self.to_json())
        return made

    def to_records(self) -> list[dict[str, Any]]:
        """Return the rows of ``--output-format csv``: an exact number as a ``Decimal``, a day as a ``date``,
        a list as a list, and ``None`` for an empty cell.
        """
        kinds = self._kinds()
        return [
            {name: typed(value, kind) for (name, kind), value in zip(kinds.items(), row, strict=True)}
            for row in self._rows()
        ]

    def to_arrow(self, numbers: Numbers = "decimal") -> "pyarrow.Table":
        """Return the records as an Arrow table; its exact numbers as decimals, or as ``text``.

        Raises:
            ImportError: where pyarrow is not installed; says what to run.
            ValueError: where a number has more digits than a decimal of Arrow holds.
        """
        return arrow_table(self._kinds(), self.to_records(), numbers)

    def to_pandas(self, numbers: Numbers = "decimal") -> "pandas.DataFrame":
        """Return the records as a DataFrame of pandas with Arrow's types, so that no number becomes a float.

        Raises:
            ImportError, ValueError: as :meth:`to_arrow` does.
        """
        return pandas_frame(self._kinds(), self.to_records(), numbers)

    def to_polars(self, numbers: Numbers = "decimal") -> "polars.DataFrame":
        """Return the records as a DataFrame of Polars.

        Raises:
            ImportError, ValueError: as :meth:`to_arrow` does.
        """
        return polars_frame(self._kinds(), self.to_records(), numbers)

    def write(self, path: Path, format: str | None = None, *, lang: Lang | None = None) -> None:
        """Write a file whole or not at all, never over what was read.

        Args:
            path: the file; its suffix says in which format.
            format: the name of a format as ``--output-format`` takes it, as in ``docx+tasks``.
            lang: ``zh`` or ``en``; by default that of the environment.

        Raises:
            TypeError, ValueError: where an argument is not of its type, or says nothing; names it.
            ImportError: where the format needs what is not installed; says what to run.
            OSError: where the file cannot be written; an older one is then unchanged.
        """
        target = read_path(path, "path")
        chosen, spoken = self._format(format, target), read_lang(lang)
        if chosen.extra:
            chosen.extra.require(chosen.name)
        if over_inputs((target,), self._read()):
            raise ValueError(f"path: {OVER_INPUT.format(path=target).en}")
        write_whole(self._shown(chosen, View(spoken)), target)

    def _repr_html_(self) -> str | None:
        """Return the summary and the table of the page for a notebook; nothing where Jinja2 is missing."""
        if HTML.missing:
            return None
        from ..show.page.fragment import fragment

        return fragment(self._page(View(read_lang(None))))

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._told()}>"

    @property
    def _shows(self) -> str:
        """The field of a format that shows such a result."""
        raise NotImplementedError

    def _format(self, name: str | None, path: str) -> Format:
        """Return the format of a name, else that of the suffix of a file."""
        known = {one.name: one for one in FORMATS.values() if getattr(one, self._shows)}
        if name is not None:
            found = format_of(name, self._shows)
            if found is None or not getattr(found, self._shows):
                names = ", ".join((*known, *variants_of(self._shows)))
                raise ValueError(f"format: there is no {name}; there are {names}")
            return found
        ending = os.path.splitext(path)[1].lower().removeprefix(".")
        by_suffix = {one.suffix or one.name: one for one in known.values()}
        if ending not in by_suffix:
            suffixes = ", ".join(f".{one}" for one in by_suffix)
            raise ValueError(f"path: no format has the suffix of {path}; name one, or take one of {suffixes}")
        return by_suffix[ending]

    def _shown(self, form: Format, view: View) -> str | bytes:
        raise NotImplementedError

    def _kinds(self) -> dict[str, Kind]:
        raise NotImplementedError

    def _rows(self) -> Iterator[list[object]]:
        raise NotImplementedError

    def _page(self, view: View) -> "ShownDocument":
        raise NotImplementedError

    def _read(self) -> Iterable[str]:
        """Return the paths of what was read."""
        raise NotImplementedError

    def _told(self) -> str:
        """Return what it is, in a few words."""
        raise NotImplementedError
