"""Assessments → text. A format is a file with a function ``render(run, view) -> str``, and a row here;
one that is no text returns bytes.

No format prints, asks about the terminal, or opens a file; somebody else writes what it returns. One
that can tell of files that were only read has a file with ``linted(files, view) -> str`` too.
"""

from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

from ..extras import EXCEL, HTML, Extra
from ..run import Run
from ..tally import FilesRead
from ..text import Text
from .view import View

if TYPE_CHECKING:
    from ..scoreboard.board import Scoreboard
    from .targets import Shown


class Appended(NamedTuple):
    """What goes with a format: another one, appended to the file that an environment variable names.

    ``limit`` is how many bytes that file may hold.
    """

    variable: str
    format: str
    limit: int


class Format(NamedTuple):
    """A way to show a run; its file, imported when it is used, has its name.

    ``data``: for programs to read, so always UTF-8, whatever the terminal. ``binary``: no text, so it goes
    into files only. ``brief``: when quiet it shows verdicts and counts, and nothing of the findings.
    ``findings_only``: it has no room for remarks, so errors must be told beside it. ``lints`` is the file
    that shows what ``lint`` read, ``scores`` the one that shows a scoreboard, ``lists`` the one that shows
    targets, where there is one. ``extra`` is what must be installed.
    """

    name: str
    summary: Text
    data: bool
    binary: bool = False
    brief: bool = False
    findings_only: bool = False
    lints: str | None = None
    scores: str | None = None
    lists: str | None = None
    appended: Appended | None = None
    extra: Extra | None = None

    def render(self, run: Run, view: View) -> str | bytes:
        """Return the run in this format."""
        name = "verdicts" if self.brief and view.quiet else self.name.replace("-", "_")
        shown: str | bytes = _file(name).render(run, view)
        return shown

    def linted(self, files: FilesRead, view: View) -> str:
        """Return what reading found in this format.

        Raises:
            LookupError: where the format has no way to show that.
        """
        if self.lints is None:
            raise LookupError(self.name)
        text: str = _file(self.lints).linted(files, view)
        return text

    def scored(self, board: "Scoreboard", view: View) -> str | bytes:
        """Return a scoreboard in this format.

        Raises:
            LookupError: where the format has no way to show one.
        """
        if self.scores is None:
            raise LookupError(self.name)
        shown: str | bytes = _file(self.scores).scored(board, view)
        return shown

    def listed(self, targets: "Shown", view: View) -> str:
        """Return published targets in this format.

        Raises:
            LookupError: where the format has no way to show them.
        """
        if self.lists is None:
            raise LookupError(self.name)
        text: str = _file(self.lists).listed(targets, view)
        return text


def _file(name: str) -> ModuleType:
    return import_module(f".{name}", __name__)


STEP_SUMMARY = Appended("GITHUB_STEP_SUMMARY", "markdown", 1024 * 1024)
"""What GitHub Actions shows of a step under the run: Markdown, at most 1 MiB."""

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format(
            "table",
            Text("表格，供人阅读", "a table for people"),
            data=False,
            brief=True,
            lints="linted",
            scores="board.table",
            lists="targets.table",
        ),
        Format(
            "text",
            Text("每处问题一行，供编辑器和grep使用", "a line a remark, for editors and grep"),
            data=False,
            brief=True,
            lints="text",
        ),
        Format(
            "needed",
            Text("补正通知单：还缺什么、由谁提供", "what is still needed, and who gives it"),
            data=False,
        ),
        Format(
            "markdown",
            Text("Markdown，供合并请求和运行摘要使用", "Markdown, for merge requests and summaries"),
            data=True,
            lints="markdown",
            scores="board.markdown",
            lists="targets.markdown",
        ),
        Format(
            "html",
            Text("单个HTML网页，供浏览和A4打印", "one HTML page, to be read or printed on A4"),
            data=True,
            scores="html",
            extra=HTML,
        ),
        Format(
            "json",
            Text("JSON结果，第1版", "the JSON result, version 1"),
            data=True,
            scores="board.json",
            lists="targets.json",
        ),
        Format(
            "csv",
            Text("CSV，每项意见一行", "CSV, a row a finding"),
            data=True,
            findings_only=True,
            scores="board.csv",
        ),
        Format(
            "csv-bom",
            Text("带BOM的CSV，供Excel打开", "CSV with a byte order mark, for Excel"),
            data=True,
            findings_only=True,
            scores="board.csv_bom",
        ),
        Format(
            "xlsx",
            Text(
                "Excel工作簿：汇总、逐项核验、填报问题，只写入文件",
                "a workbook for Excel: summary, findings, remarks; into files only",
            ),
            data=True,
            binary=True,
            scores="board.xlsx",
            extra=EXCEL,
        ),
        Format(
            "junit",
            Text("JUnit XML，供GitLab、Jenkins等读取", "JUnit XML, for GitLab, Jenkins and others"),
            data=True,
            lints="junit",
        ),
        Format(
            "sarif",
            Text("SARIF 2.1.0，供代码扫描工具读取", "SARIF 2.1.0, for code scanning"),
            data=True,
            lints="sarif",
        ),
        Format(
            "github",
            Text(
                "GitHub Actions标注，并写入运行摘要",
                "annotations of GitHub Actions, and its step summary",
            ),
            data=True,
            lints="github",
            appended=STEP_SUMMARY,
        ),
    )
}
"""Every format, by the name that ``--output-format`` takes; the first is the default."""
