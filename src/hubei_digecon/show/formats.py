"""The formats: every way to show what was found, and a row for each."""

from collections.abc import Iterable
from typing import Any

from ..diagnostics.extras import EXCEL, HTML, TABLE, WORD
from ..text import Text
from . import loaders
from .format import Appended, Format, UsedBy

STEP_SUMMARY = Appended("GITHUB_STEP_SUMMARY", "markdown", 1024 * 1024)
"""What GitHub Actions shows of a step under the run: Markdown, at most 1 MiB."""

FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format(
            "table",
            Text("终端上的表格（默认）", "tables on a terminal (default)"),
            data=False,
            runs=loaders.table,
            brief=True,
            lints=loaders.table_of_files,
            scores=loaders.table,
            trends=loaders.table,
            diffs=loaders.table,
            lists=loaders.table,
            suffix="txt",
            called=("terminal",),
        ),
        Format(
            "text",
            Text("每处问题一行，供编辑器和grep使用", "a line a diagnostic, for editors and grep"),
            data=False,
            runs=loaders.text,
            brief=True,
            lints=loaders.text,
            diffs=loaders.text_of_diff,
            used_by=UsedBy.CI,
            called=("lines",),
        ),
        Format(
            "needed",
            Text("补充材料通知：还缺什么、由谁提供", "what is still needed, and who gives it"),
            data=False,
            runs=loaders.needed,
        ),
        Format(
            "markdown",
            Text("Markdown，供合并请求和运行摘要使用", "Markdown, for merge requests and summaries"),
            data=True,
            runs=loaders.markdown,
            lints=loaders.markdown,
            scores=loaders.markdown,
            trends=loaders.markdown,
            diffs=loaders.markdown,
            lists=loaders.markdown,
            suffix="md",
            called=("md",),
        ),
        Format(
            "html",
            Text("单个HTML网页，供浏览和A4打印", "one HTML page, to be read or printed on A4"),
            data=True,
            runs=loaders.html,
            scores=loaders.html_of_board,
            trends=loaders.html_of_trend,
            extra=HTML,
            called=("page", "htm", "pdf"),
        ),
        Format(
            "json",
            Text("JSON结果，第1版", "the JSON result, version 1"),
            data=True,
            runs=loaders.json,
            scores=loaders.json_of_board,
            trends=loaders.json_of_trend,
            diffs=loaders.json_of_diff,
            lists=loaders.json_of_targets,
            used_by=UsedBy.PROGRAMS,
        ),
        Format(
            "csv",
            Text("CSV，每项意见一行", "CSV, a row a finding"),
            data=True,
            runs=loaders.csv,
            findings_only=True,
            scores=loaders.csv_of_board,
            trends=loaders.csv_of_trend,
            diffs=loaders.csv_of_diff,
            used_by=UsedBy.PROGRAMS,
        ),
        Format(
            "xlsx",
            Text(
                "Excel工作簿：汇总、逐项核验、数据审核情况，只写入文件",
                "a workbook for Excel: summary, findings, diagnostics; into files only",
            ),
            data=True,
            runs=loaders.xlsx,
            binary=True,
            scores=loaders.xlsx_of_board,
            trends=loaders.xlsx_of_trend,
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
            runs=loaders.parquet,
            binary=True,
            findings_only=True,
            scores=loaders.parquet,
            trends=loaders.parquet,
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
            runs=loaders.docx,
            binary=True,
            scores=loaders.docx_of_board,
            trends=loaders.docx_of_trend,
            extra=WORD,
            called=("word", "doc", "wps"),
        ),
        Format(
            "junit",
            Text("JUnit XML，供GitLab、Jenkins等读取", "JUnit XML, for GitLab, Jenkins and others"),
            data=True,
            runs=loaders.junit,
            lints=loaders.junit,
            used_by=UsedBy.CI,
            suffix="xml",
            called=("xml",),
        ),
        Format(
            "sarif",
            Text("SARIF 2.1.0，供代码扫描工具读取", "SARIF 2.1.0, for code scanning"),
            data=True,
            runs=loaders.sarif,
            lints=loaders.sarif,
            used_by=UsedBy.CI,
        ),
        Format(
            "github",
            Text(
                "GitHub Actions标注，并写入运行摘要",
                "annotations of GitHub Actions, and its step summary",
            ),
            data=True,
            runs=loaders.github,
            lints=loaders.github,
            appended=STEP_SUMMARY,
            used_by=UsedBy.CI,
        ),
    )
}
"""Every format, by the name that ``--output-format`` takes; the first is the default."""


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
        runs=loaders.worded_parquet, scores=loaders.worded_parquet, trends=loaders.worded_parquet,
    ),
    "table+circular": FORMATS["table"]._replace(scores=loaders.circular_table, **_OF_SCORES),
    "markdown+circular": FORMATS["markdown"]._replace(
        scores=loaders.circular_markdown, **_OF_SCORES
    ),
    "docx+circular": FORMATS["docx"]._replace(
        scores=loaders.docx_of_circular,
        **{**_OF_SCORES, "summary": Text(f"Word文档，{_CIRCULAR.zh}", f"a Word document, {_CIRCULAR.en}")},
    ),
    "docx+tasks": FORMATS["docx"]._replace(
        summary=Text("Word文档，补充材料通知（督办清单）", "a Word document, the list of what is needed"),
        runs=loaders.docx_of_tasks, scores=loaders.docx_of_tasks_of_board, trends=None,
    ),
    "xlsx+tasks": FORMATS["xlsx"]._replace(
        summary=Text(
            "Excel工作簿，补充材料通知（督办清单），可由 --earlier-tasks 接续",
            "a workbook, what is needed: the list of tasks, to be carried on by --earlier-tasks",
        ),
        runs=loaders.xlsx_of_tasks, scores=loaders.xlsx_of_tasks_of_board, trends=None,
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
