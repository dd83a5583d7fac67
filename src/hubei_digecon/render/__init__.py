"""Assessments → text. A format is a function ``(batch, view) -> str``; somebody else writes it.

No format prints, asks about the terminal, or opens a file.
"""

from collections.abc import Callable
from dataclasses import dataclass

from ..findings import Batch
from ..text import Text
from .view import View


@dataclass(frozen=True, slots=True)
class Format:
    """A way to show a batch. ``data``: for programs to read, so always UTF-8, whatever the terminal.

    ``brief``: when quiet it shows verdicts and counts, and nothing of the findings.
    """

    name: str
    summary: Text
    render: Callable[[Batch, View], str]
    data: bool
    brief: bool = False


def _table(batch: Batch, view: View) -> str:
    if view.quiet:
        from .verdicts import render
    else:
        from .table import render

    return render(batch, view)


def _json(batch: Batch, view: View) -> str:
    from .json import render

    return render(batch, view)


def _needed(batch: Batch, view: View) -> str:
    from .needed import render

    return render(batch, view)


FORMATS: dict[str, Format] = {
    format.name: format
    for format in (
        Format("table", Text("表格，供人阅读", "a table for people"), _table, data=False, brief=True),
        Format(
            "needed",
            Text("补正通知单：还缺什么、由谁提供", "what is still needed, and who gives it"),
            _needed,
            data=False,
        ),
        Format("json", Text("JSON结果，第1版", "the JSON result, version 1"), _json, data=True),
    )
}
"""Every format, by the name that ``--output-format`` takes; the first is the default."""
