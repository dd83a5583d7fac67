"""What the public functions return: the values of the program, with every way to take them further."""

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Self

from ..domain.differences import Comparison as DomainComparison
from ..domain.exit_codes import exit_of_files, exit_of_verification
from ..domain.run import Run as DomainRun
from ..domain.run_counts import FilesRead as DomainFilesRead
from ..domain.verification import Verification as DomainVerification
from ..run.isolation import IsolatedRun
from ..run.writing import paths_read
from ..show.format import Format
from ..show.formats import FORMATS
from ..show.records import Kind
from ..show.view import View
from ..trends.values import Trend as DomainTrend
from .returned import Returned, read_lang

if TYPE_CHECKING:
    from ..show.document import ShownDocument

_INPUTS = field(default=(), compare=False, repr=False)


@dataclass(frozen=True, slots=True, repr=False)
class Run(Returned, DomainRun):
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
        verdicts = [f"{number} {verdict.id}" for verdict, number in self.counts.tally.items()]
        what = "scoreboard, " if self.scoreboard is not None else ""
        return f"{what}{', '.join(verdicts) or 'no reports'}; as of {self.as_of}, exit code {self.exit_code}"


@dataclass(frozen=True, slots=True, repr=False)
class Trend(Returned, DomainTrend):
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
class FilesRead(Returned, DomainFilesRead):
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


class Comparison(Returned, DomainComparison):
    """Two things compared. ``differences`` are told by place, period, document and target."""

    inputs: tuple[str, ...] = ()

    @classmethod
    def of(cls, made: DomainComparison, inputs: Iterable[str]) -> Self:
        """Return a comparison as the public functions return it."""
        comparison = cls(*made)
        comparison.inputs = tuple(inputs)
        return comparison

    @property
    def _shows(self) -> str:
        return "diffs"

    def _shown(self, form: Format, view: View) -> str | bytes:
        return form.differed(self, view)

    def _kinds(self) -> dict[str, Kind]:
        from ..show.differences import csv

        return csv.column_kinds()

    def _rows(self) -> Iterator[list[object]]:
        from ..show.differences import csv

        return csv.rows_of(self)

    def _page(self, view: View) -> "ShownDocument":
        from ..show.differences import difference_document

        return difference_document(self, view)

    def _read(self) -> Iterator[str]:
        yield from self.inputs
        yield from self.read

    def _told(self) -> str:
        return f"{len(self.differences)} differences; exit code {self.exit_code}"


class Verification(Returned, DomainVerification):
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
