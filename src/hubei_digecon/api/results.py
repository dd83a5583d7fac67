"""What the public functions return: the values of the program, and every way to take them further."""

import html
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Self

from ..diagnostics.extras import HTML
from ..domain.exit_codes import exit_of_files, exit_of_verification
from ..domain.run import Run as DomainRun
from ..domain.run_counts import FilesRead as DomainFilesRead
from ..domain.verification import Verification as DomainVerification
from ..run.isolation import IsolatedRun
from ..run.writing import OVER_INPUT, over_inputs, paths_read, write_whole
from ..show.formats import FORMATS, Format, format_of, variants_of
from ..show.records import Kind, typed
from ..show.view import View
from ..text import LANGS, Lang, lang_of_locale
from ..trends.values import Trend as DomainTrend
from .arguments import Path, read_path
from .frames import Numbers, arrow_table, pandas_frame, polars_frame

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

    from ..show.document import ShownDocument

LANGUAGE = "DIGECON_LANG"
"""The variable of the environment that asks for a language, as of the command line."""


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


class Result:
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


_INPUTS = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Run(Result, DomainRun):
    """The assessments of one run, what they rest on, and the diagnostics beside them.

    Iterating gives the assessments. ``scoreboard`` puts the places side by side, if it was asked for.
    ``inputs`` are the paths given and those of the target files: nothing is written over them.
    """

    inputs: tuple[str, ...] = _INPUTS

    @classmethod
    def of(cls, run: DomainRun, inputs: Iterable[str]) -> Self:
        """Return a run as the public functions return it."""
        return cls(**_fields_of(run), inputs=tuple(inputs))

    @property
    def _shows(self) -> str:
        return "runs" if self.scoreboard is None else "scores"

    def _shown(self, form: Format, view: View) -> str | bytes:
        if self.scoreboard is not None:
            return form.scored(self.scoreboard, view)
        return IsolatedRun(self).show(lambda run: form.render(run, view))

    def _kinds(self) -> dict[str, Kind]:
        from ..show import csv
        from ..show.scoreboard import csv as board_csv

        return csv.column_kinds() if self.scoreboard is None else board_csv.column_kinds()

    def _rows(self) -> Iterator[list[object]]:
        if self.scoreboard is None:
            from ..show import csv

            return csv.rows_of(self)
        from ..show.scoreboard import csv as board_csv

        return board_csv.rows_of(self.scoreboard)

    def _page(self, view: View) -> "ShownDocument":
        from ..show.page.whole import page_documents
        from ..show.redaction import redacted, redacted_board

        if self.scoreboard is None:
            return page_documents(redacted(self, counted_only=True), view)[0]
        shown = redacted_board(self.scoreboard, counted_only=True)
        return page_documents(DomainRun.of_board(shown), view, shown)[0]

    def _read(self) -> Iterator[str]:
        yield from self.inputs
        yield from paths_read(self)

    def _told(self) -> str:
        verdicts = [f"{number} {verdict.id}" for verdict, number in self.counts.verdicts.items()]
        what = "scoreboard, " if self.scoreboard is not None else ""
        return f"{what}{', '.join(verdicts) or 'no reports'}; as of {self.as_of}, exit code {self.exit_code}"


@dataclass(frozen=True, slots=True, repr=False)
class Trend(Result, DomainTrend):
    """The series of all places that reported, by the method asked for. Iterating gives the series.

    ``inputs`` are the paths given and those of the target files: nothing is written over them.
    """

    inputs: tuple[str, ...] = _INPUTS

    @classmethod
    def of(cls, trend: DomainTrend, inputs: Iterable[str]) -> Self:
        """Return a trend as the public functions return it."""
        return cls(**_fields_of(trend), inputs=tuple(inputs))

    @property
    def _shows(self) -> str:
        return "trends"

    def _shown(self, form: Format, view: View) -> str | bytes:
        return form.trended(self, view)

    def _kinds(self) -> dict[str, Kind]:
        from ..show.trend import csv

        return csv.column_kinds()

    def _rows(self) -> Iterator[list[object]]:
        from ..show.trend import csv

        return csv.rows_of(self)

    def _page(self, view: View) -> "ShownDocument":
        from ..show.redaction import redacted_trend
        from ..show.trend.page import page_document

        return page_document(redacted_trend(self, counted_only=True), view)

    def _read(self) -> Iterator[str]:
        yield from self.inputs
        yield from (one.source.path for one in (*self.assessments, *self.files_told))
        yield from (one.path for one in self.reviews)

    def _told(self) -> str:
        return (
            f"{len(self.series)} series by {self.method.id}; as of {self.as_of}, exit code {self.exit_code}"
        )


@dataclass(frozen=True, slots=True, repr=False)
class FilesRead(Result, DomainFilesRead):
    """Files that were only read, with the diagnostics on each. Iterating gives all, clean ones too.

    ``strict``: a warning weighs as much as an error. ``inputs`` are the paths given and those of the target
    files: nothing is written over them.
    """

    strict: bool = False
    inputs: tuple[str, ...] = _INPUTS

    @property
    def exit_code(self) -> int:
        """The exit code of the command line after reading them."""
        return int(exit_of_files(self, self.strict))

    @property
    def ok(self) -> bool:
        """Whether no file has an error."""
        return self.exit_code == 0

    @property
    def _shows(self) -> str:
        return "lints"

    def _shown(self, form: Format, view: View) -> str | bytes:
        if form.name == "json":
            from ..show.json import document
            from ..show.linted import files_result

            return document(files_result(self))
        return form.linted(self, view)

    def _kinds(self) -> dict[str, Kind]:
        from ..show.linted import column_kinds

        return column_kinds()

    def _rows(self) -> Iterator[list[object]]:
        from ..show.linted import rows_of

        return rows_of(self)

    def _page(self, view: View) -> "ShownDocument":
        from ..show.lint import files_document

        return files_document(self, view)

    def _read(self) -> Iterator[str]:
        yield from self.inputs
        yield from (one.source.path for one in self.files)

    def _told(self) -> str:
        said = sum(len(one.diagnostics) for one in self.files)
        return f"{len(self.files)} files, {said} diagnostics; exit code {self.exit_code}"


class Verification(Result, DomainVerification):
    """The comparison of a saved result: how much was compared, what differs, and what to tell beside."""

    inputs: tuple[str, ...] = ()

    @classmethod
    def of(cls, made: DomainVerification, inputs: Iterable[str]) -> Self:
        """Return a verification as the public functions return it."""
        verification = cls(*made)
        verification.inputs = tuple(inputs)
        return verification

    @property
    def exit_code(self) -> int:
        """The exit code of the command line after it."""
        return int(exit_of_verification(self))

    @property
    def _shows(self) -> str:
        return "runs"

    def _format(self, name: str | None, path: str) -> Format:
        found = super()._format(name, path)
        if found.name not in ("table", "json"):
            raise ValueError(f"format: a verification is shown as table or json, not as {found.name}")
        return found

    def _shown(self, form: Format, view: View) -> str:
        if form.name == "json":
            from ..show.json import document
            from ..show.verification import verification_result

            return document(verification_result(self))
        from ..show.verification import verified_text

        return verified_text(self, view)

    def _kinds(self) -> dict[str, Kind]:
        return {"what_zh": Kind.TEXT, "what_en": Kind.TEXT, "unreadable": Kind.FLAG, "by_rules": Kind.FLAG}

    def _rows(self) -> Iterator[list[object]]:
        return ([one.what.zh, one.what.en, one.unreadable, one.by_rules] for one in self.differences)

    def _repr_html_(self) -> str:
        """Return what differs, and whether the result holds."""
        return f"<pre>{html.escape(self._shown(FORMATS['table'], View(read_lang(None))))}</pre>"

    def _read(self) -> Iterable[str]:
        return self.inputs

    def _told(self) -> str:
        found = "holds" if self.holds else f"{len(self.differences)} differences"
        return f"{found}; {self.files} files, {self.findings} findings; exit code {self.exit_code}"


def _fields_of(value: Any) -> dict[str, Any]:
    return {one.name: getattr(value, one.name) for one in fields(value)}
