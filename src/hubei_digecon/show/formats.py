"""The formats: every way to show what was found, and a row for each.

A format is a file whose functions take what was found and a view, and a row here. No format prints, asks
about the terminal, or opens a file; somebody else writes what it returns.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ..diagnostics.extras import EXCEL, HTML, TABLE, WORD, Extra
from ..domain.assessments import Assessment
from ..domain.run import Run, RunInParts
from ..domain.run_counts import FilesRead
from ..text import Closed, Text
from .view import View

if TYPE_CHECKING:
    from ..domain.differences import Comparison
    from ..domain.scoreboard import Scoreboard
    from ..trends.values import Trend
    from .document import Section, ShownDocument
    from .parquet import ParquetFormat
    from .targets import TargetList


class RunFormat(Protocol):
    """Shows a run report by report, so that several processes can, and nobody holds all reports at once."""

    def part(self, assessment: Assessment, run: Run, view: View) -> Any:
        """Return what the whole needs of a report, in values that can be sent to another process."""

    def whole(self, parts: Iterable[Any], run: RunInParts, view: View) -> Iterator[str | bytes]:
        """Return the run in this format bit by bit. ``parts`` can be gone through several times."""


class FilesFormat(Protocol):
    """Shows files that were only read."""

    def linted(self, files: FilesRead, view: View) -> str:
        """Return what reading the files found."""


class BoardFormat(Protocol):
    """Shows a scoreboard."""

    def scored(self, board: "Scoreboard", view: View) -> str | bytes:
        """Return the scoreboard in this format."""


class TrendFormat(Protocol):
    """Shows a trend."""

    def trended(self, trend: "Trend", view: View) -> str | bytes:
        """Return the trend in this format."""


class DiffFormat(Protocol):
    """Shows what differs."""

    def differed(self, comparison: "Comparison", view: View) -> str:
        """Return the comparison in this format."""


class TargetsFormat(Protocol):
    """Shows published targets."""

    def listed(self, targets: "TargetList", view: View) -> str:
        """Return the targets in this format."""


class UsedBy(Closed):
    """Who uses a format."""

    PEOPLE = Text("供人阅读", "For people")
    PROGRAMS = Text("供程序读取", "For programs")
    CI = Text("供持续集成（CI）和编辑器", "For CI and editors")

    @property
    def term(self) -> Text:
        """What they are called."""
        return self.value


class Appended(NamedTuple):
    """What goes with a format: another one, appended to the file that an environment variable names.

    ``limit`` is how many bytes that file may hold.
    """

    variable: str
    format: str
    limit: int


class Format(NamedTuple):
    """A way to show what was found. Its files are imported when they are used.

    ``runs`` loads what shows a run, ``lints`` what shows files that were only read, ``scores`` what shows a
    scoreboard, ``trends`` what shows a trend, ``diffs`` what shows what differs, ``lists`` what shows
    targets; ``None`` where the format has no way to show that.
    ``data``: programs read it, so it is always UTF-8, whatever the terminal. ``binary``: it is no text, so it
    goes into files only. ``brief``: when quiet it shows verdicts and counts, and nothing of the findings.
    ``findings_only``: it has no room for diagnostics, so errors must be told beside it. ``mark`` stands
    before the text. ``extra`` is what must be installed. ``used_by`` says who uses it. ``suffix`` is that of
    its files where that is not its name, ``called`` what people call it too, which is only proposed.
    ``only`` is all that it shows, by the name of the field that loads it. ``held``: it needs all reports of a
    run at once, so that one process reads them.
    """

    name: str
    summary: Text
    data: bool
    runs: Callable[[], RunFormat]
    binary: bool = False
    brief: bool = False
    findings_only: bool = False
    lints: Callable[[], FilesFormat] | None = None
    scores: Callable[[], BoardFormat] | None = None
    trends: Callable[[], TrendFormat] | None = None
    diffs: Callable[[], DiffFormat] | None = None
    lists: Callable[[], TargetsFormat] | None = None
    appended: Appended | None = None
    extra: Extra | None = None
    mark: str = ""
    used_by: UsedBy = UsedBy.PEOPLE
    suffix: str = ""
    called: tuple[str, ...] = ()
    only: str = ""
    held: bool = False

    def shows(self, view: View) -> RunFormat:
        """Return what shows a run in a view."""
        if self.brief and view.quiet:
            from . import verdicts

            return verdicts
        return self.runs()

    def render(self, run: Run, view: View) -> str | bytes:
        """Return the run in this format."""
        form = self.shows(view)
        parts = [form.part(one, run, view) for one in run.assessments]
        chunks = list(self.whole(parts, run.in_parts(), view))
        return b"".join(chunks) if self.binary else "".join(chunks)  # type: ignore[arg-type]  # as it says

    def whole(self, parts: Iterable[Any], run: RunInParts, view: View) -> Iterator[str | bytes]:
        """Return a run in this format bit by bit, from what it needs of every report."""
        if self.mark:
            yield self.mark
        yield from self.shows(view).whole(parts, run, view)

    def linted(self, files: FilesRead, view: View) -> str:
        """Return what reading found in this format.

        Raises:
            LookupError: where the format has no way to show that.
        """
        if self.lints is None:
            raise LookupError(self.name)
        return self.lints().linted(files, view)

    def scored(self, board: "Scoreboard", view: View) -> str | bytes:
        """Return a scoreboard in this format.

        Raises:
            LookupError: where the format has no way to show one.
        """
        if self.scores is None:
            raise LookupError(self.name)
        if self.brief and view.quiet:
            from .scoreboard.document import verdicts_only

            return verdicts_only(board, view)
        return self._marked(self.scores().scored(board, view))

    def trended(self, trend: "Trend", view: View) -> str | bytes:
        """Return a trend in this format.

        Raises:
            LookupError: where the format has no way to show one.
        """
        if self.trends is None:
            raise LookupError(self.name)
        return self._marked(self.trends().trended(trend, view))

    def differed(self, comparison: "Comparison", view: View) -> str:
        """Return what differs in this format.

        Raises:
            LookupError: where the format has no way to show it.
        """
        if self.diffs is None:
            raise LookupError(self.name)
        return self.mark + self.diffs().differed(comparison, view)

    def listed(self, targets: "TargetList", view: View) -> str:
        """Return published targets in this format.

        Raises:
            LookupError: where the format has no way to show them.
        """
        if self.lists is None:
            raise LookupError(self.name)
        return self.lists().listed(targets, view)

    def _marked(self, shown: str | bytes) -> str | bytes:
        return self.mark + shown if isinstance(shown, str) else shown


class _TextFormat(RunFormat, FilesFormat, Protocol):
    """Shows a run, and files that were only read."""


class HeldFormat(Protocol):
    """Shows a run of which it has all reports at once."""

    def render(self, run: Run, view: View) -> str | bytes:
        """Return the run in this format."""


class HeldWhole:
    """A format that holds all reports of a run."""

    def __init__(self, form: HeldFormat) -> None:
        self.form = form

    def part(self, assessment: Assessment, _run: Run, _view: View) -> Assessment:
        """Return a report as it is, which cannot be sent to another process, but can be put into words."""
        assessment.put_into_words()
        return assessment

    def whole(self, parts: Iterable[Assessment], run: RunInParts, view: View) -> Iterator[str | bytes]:
        """Return the run in this format."""
        yield self.form.render(run.with_all(parts), view)


class Drawing(Protocol):
    """Draws documents, and their sections one by one."""

    def draw(self, document: "ShownDocument") -> str:
        """Return a document."""

    def section(self, shown: "Section", view: View) -> str:
        """Return one section of a document."""

    def drawn(self, document: "ShownDocument", sections: Iterable[str]) -> Iterator[str]:
        """Return a document bit by bit, with its sections as they are drawn."""


class Drawn:
    """A format that draws documents: it shows whatever can be made one."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing, self.draw = drawing, drawing.draw

    def part(self, assessment: Assessment, run: Run, view: View) -> str:
        """Draw one report of a run."""
        from .report import quiet_document, section_of

        if view.quiet:
            return self.draw(quiet_document(assessment, view))
        return self.drawing.section(section_of(assessment, run, view), view)

    def whole(self, parts: Iterable[str], run: RunInParts, view: View) -> Iterator[str]:
        """Draw a run, with its reports as they are drawn."""
        from .report import run_document

        return self.drawing.drawn(run_document(run, view), parts)

    def linted(self, files: FilesRead, view: View) -> str:
        """Draw what reading files found."""
        from .lint import files_document

        return self.draw(files_document(files, view))

    def scored(self, board: "Scoreboard", view: View) -> str:
        """Draw a scoreboard."""
        from .scoreboard.document import board_document

        return self.draw(board_document(board, view))

    def trended(self, trend: "Trend", view: View) -> str:
        """Draw a trend."""
        from .trend.document import trend_document

        return self.draw(trend_document(trend, view))

    def differed(self, comparison: "Comparison", view: View) -> str:
        """Draw what differs."""
        from .differences import difference_document

        return self.draw(difference_document(comparison, view))

    def listed(self, targets: "TargetList", view: View) -> str:
        """Draw published targets."""
        from .targets import targets_document

        return self.draw(targets_document(targets, view))


def _table() -> Drawn:
    from . import terminal

    return Drawn(terminal)


def _table_of_files() -> FilesFormat:
    from . import lint

    return lint


def _markdown() -> Drawn:
    from . import markdown

    return Drawn(markdown)


def _text() -> _TextFormat:
    from . import text

    return text


def _needed() -> RunFormat:
    from . import needed

    return needed


def _html_of_board() -> BoardFormat:
    from .page import whole

    return whole


def _html() -> RunFormat:
    from .page import whole

    return whole


def _json() -> RunFormat:
    from . import json

    return json


def _json_of_board() -> BoardFormat:
    from .scoreboard import json

    return json


def _json_of_trend() -> TrendFormat:
    from .trend import json

    return json


def _json_of_diff() -> DiffFormat:
    from .differences import json

    return json


def _csv_of_diff() -> DiffFormat:
    from .differences import csv

    return csv


def _text_of_diff() -> DiffFormat:
    from .differences import text

    return text


def _html_of_trend() -> TrendFormat:
    from .trend import page

    return page


def _xlsx_of_trend() -> TrendFormat:
    from .trend import workbook

    return workbook


def _csv_of_trend() -> TrendFormat:
    from .trend import csv

    return csv


def _json_of_targets() -> TargetsFormat:
    from .targets import json

    return json


def _csv() -> RunFormat:
    from . import csv

    return csv


def _csv_of_board() -> BoardFormat:
    from .scoreboard import csv

    return csv


def _parquet() -> "ParquetFormat":
    from .parquet import ParquetFormat

    return ParquetFormat()


def _worded_parquet() -> "ParquetFormat":
    from .parquet import ParquetFormat

    return ParquetFormat(worded=True)


def _xlsx() -> RunFormat:
    from .workbook import reports

    return reports


def _xlsx_of_board() -> BoardFormat:
    from .workbook import scoreboard

    return scoreboard


def _docx() -> RunFormat:
    from .word import reports

    return HeldWhole(reports)


def _docx_of_board() -> BoardFormat:
    from .word import scoreboard

    return scoreboard


def _docx_of_trend() -> TrendFormat:
    from .word import trend

    return trend


def _docx_of_tasks() -> RunFormat:
    from .word import tasks

    return HeldWhole(tasks)


def _docx_of_tasks_of_board() -> BoardFormat:
    from .word import tasks

    return tasks


def _xlsx_of_tasks() -> RunFormat:
    from .workbook import tasks

    return HeldWhole(tasks)


def _xlsx_of_tasks_of_board() -> BoardFormat:
    from .workbook import tasks

    return tasks


def _junit() -> _TextFormat:
    from . import junit

    return junit


def _sarif() -> _TextFormat:
    from . import sarif

    return sarif


def _github() -> _TextFormat:
    from . import github

    return github


STEP_SUMMARY = Appended("GITHUB_STEP_SUMMARY", "markdown", 1024 * 1024)
"""What GitHub Actions shows of a step under the run: Markdown, at most 1 MiB."""

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format(
            "table",
            Text("终端上的表格（默认）", "tables on a terminal (default)"),
            data=False,
            runs=_table,
            brief=True,
            lints=_table_of_files,
            scores=_table,
            trends=_table,
            diffs=_table,
            lists=_table,
            suffix="txt",
            called=("terminal",),
        ),
        Format(
            "text",
            Text("每处问题一行，供编辑器和grep使用", "a line a diagnostic, for editors and grep"),
            data=False,
            runs=_text,
            brief=True,
            lints=_text,
            diffs=_text_of_diff,
            used_by=UsedBy.CI,
            called=("lines",),
        ),
        Format(
            "needed",
            Text("补充材料通知：还缺什么、由谁提供", "what is still needed, and who gives it"),
            data=False,
            runs=_needed,
        ),
        Format(
            "markdown",
            Text("Markdown，供合并请求和运行摘要使用", "Markdown, for merge requests and summaries"),
            data=True,
            runs=_markdown,
            lints=_markdown,
            scores=_markdown,
            trends=_markdown,
            diffs=_markdown,
            lists=_markdown,
            suffix="md",
            called=("md",),
        ),
        Format(
            "html",
            Text("单个HTML网页，供浏览和A4打印", "one HTML page, to be read or printed on A4"),
            data=True,
            runs=_html,
            scores=_html_of_board,
            trends=_html_of_trend,
            extra=HTML,
            called=("page", "htm", "pdf"),
        ),
        Format(
            "json",
            Text("JSON结果，第1版", "the JSON result, version 1"),
            data=True,
            runs=_json,
            scores=_json_of_board,
            trends=_json_of_trend,
            diffs=_json_of_diff,
            lists=_json_of_targets,
            used_by=UsedBy.PROGRAMS,
        ),
        Format(
            "csv",
            Text("CSV，每项意见一行", "CSV, a row a finding"),
            data=True,
            runs=_csv,
            findings_only=True,
            scores=_csv_of_board,
            trends=_csv_of_trend,
            diffs=_csv_of_diff,
            used_by=UsedBy.PROGRAMS,
        ),
        Format(
            "xlsx",
            Text(
                "Excel工作簿：汇总、逐项核验、数据审核情况，只写入文件",
                "a workbook for Excel: summary, findings, diagnostics; into files only",
            ),
            data=True,
            runs=_xlsx,
            binary=True,
            scores=_xlsx_of_board,
            trends=_xlsx_of_trend,
            extra=EXCEL,
            called=("excel", "xls", "workbook"),
        ),
        Format(
            "parquet",
            Text(
                "Parquet，每项意见一行，各列有类型，只写入文件",
                "Parquet, a row a finding, in typed columns; into files only",
            ),
            data=True,
            runs=_parquet,
            binary=True,
            findings_only=True,
            scores=_parquet,
            trends=_parquet,
            extra=TABLE,
            used_by=UsedBy.PROGRAMS,
            called=("arrow",),
        ),
        Format(
            "docx",
            Text(
                "Word文档（核验意见）：按公文格式排版，可用Word、WPS编辑，只写入文件",
                "a Word document, to be edited in Word or WPS, signed and sealed; into files only",
            ),
            data=True,
            runs=_docx,
            held=True,
            binary=True,
            scores=_docx_of_board,
            trends=_docx_of_trend,
            extra=WORD,
            called=("word", "doc", "wps"),
        ),
        Format(
            "junit",
            Text("JUnit XML，供GitLab、Jenkins等读取", "JUnit XML, for GitLab, Jenkins and others"),
            data=True,
            runs=_junit,
            lints=_junit,
            used_by=UsedBy.CI,
            suffix="xml",
            called=("xml",),
        ),
        Format(
            "sarif",
            Text("SARIF 2.1.0，供代码扫描工具读取", "SARIF 2.1.0, for code scanning"),
            data=True,
            runs=_sarif,
            lints=_sarif,
            used_by=UsedBy.CI,
        ),
        Format(
            "github",
            Text(
                "GitHub Actions标注，并写入运行摘要",
                "annotations of GitHub Actions, and its step summary",
            ),
            data=True,
            runs=_github,
            lints=_github,
            appended=STEP_SUMMARY,
            used_by=UsedBy.CI,
        ),
    )
}
"""Every format, by the name that ``--output-format`` takes; the first is the default."""


class _Circular(Drawn):
    """Draws the circular on a scoreboard in place of its table."""

    def scored(self, board: "Scoreboard", view: View) -> str:
        """Draw the circular."""
        from .scoreboard.circular import circular_document

        return self.draw(circular_document(board, view._replace(quiet=False)))


def _docx_of_circular() -> BoardFormat:
    from .word import circular

    return circular


_CIRCULAR = Text(
    "情况通报：按完成情况分组，不排位次", "a circular: places in groups by what came out, no ranks"
)
_OF_SCORES: dict[str, Any] = {
    "summary": _CIRCULAR, "brief": False, "lints": None, "trends": None, "diffs": None, "lists": None,
    "only": "scores",
}  # fmt: skip
VARIANTS: dict[str, Format] = {
    "csv+bom": FORMATS["csv"]._replace(
        summary=Text("带BOM的CSV，供Excel打开", "CSV with a byte order mark, for Excel"), mark="\ufeff"
    ),
    "parquet+texts": FORMATS["parquet"]._replace(
        summary=Text("带中英文说明的Parquet", "Parquet with the sentences in both languages"),
        runs=_worded_parquet, scores=_worded_parquet, trends=_worded_parquet,
    ),
    "table+circular": FORMATS["table"]._replace(scores=lambda: _Circular(_table().drawing), **_OF_SCORES),
    "markdown+circular": FORMATS["markdown"]._replace(
        scores=lambda: _Circular(_markdown().drawing), **_OF_SCORES
    ),
    "docx+circular": FORMATS["docx"]._replace(
        scores=_docx_of_circular,
        **{**_OF_SCORES, "summary": Text(f"Word文档，{_CIRCULAR.zh}", f"a Word document, {_CIRCULAR.en}")},
    ),
    "docx+tasks": FORMATS["docx"]._replace(
        summary=Text("Word文档，补充材料通知（督办清单）", "a Word document, the list of what is needed"),
        runs=_docx_of_tasks, scores=_docx_of_tasks_of_board, trends=None,
    ),
    "xlsx+tasks": FORMATS["xlsx"]._replace(
        summary=Text(
            "Excel工作簿，补充材料通知（督办清单），可由 --earlier-tasks 接续",
            "a workbook, what is needed: the list of tasks, to be carried on by --earlier-tasks",
        ),
        runs=_xlsx_of_tasks, scores=_xlsx_of_tasks_of_board, trends=None, held=True,
    ),
}  # fmt: skip
"""What is asked for as a format and an option of it, by both names."""

_FORMER = {"csv-bom": "csv+bom"}
"""The names that variants had before they were options."""


def format_of(name: str, shows: str = "") -> Format | None:
    """Return the format that ``--output-format`` takes by this name, of a command that ``shows`` something;
    ``None`` where there is none.
    """
    return FORMATS.get(name) or variants_of(shows).get(_FORMER.get(name, name))


def variants_of(shows: str) -> dict[str, Format]:
    """Return the formats with an option that a command has which ``shows`` something."""
    return {
        name: one
        for name, one in VARIANTS.items()
        if one.only == shows or (not one.only and getattr(one, shows or "runs"))
    }


def formats_by_reader(formats: Iterable[Format]) -> dict[UsedBy, list[Format]]:
    """Return formats by who uses them."""
    return {who: found for who in UsedBy if (found := [one for one in formats if one.used_by is who])}
