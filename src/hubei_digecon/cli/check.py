"""``digecon check REPORT...``: judge reports against the published targets."""

import datetime
import os
from collections.abc import Iterable
from dataclasses import replace

import click

from ..checking import check_paths, today
from ..findings import Batch, Settings, grade_of
from ..load.source import real_path
from ..load.targets import TargetLibrary, find_targets
from ..render.verdicts import render as render_verdicts
from ..render.view import View
from ..text import Text
from .exits import exit_of
from .help import Helped
from .language import say
from .options import (
    Sink,
    format_option,
    judging_options,
    output_options,
    targets_option,
    view_of,
)
from .output import tell, write_file, write_out

HELP = Text(
    "对照公布目标核验报告。REPORT 是报告文件、文件夹，或表示标准输入的“-”。",
    "Judge reports against the published targets. REPORT is a file, a folder, or - for standard input.",
)
WHAT_NEXT = Text(
    "请给出要核验的报告，例如：digecon check report.yaml；digecon targets 列出有公布目标的城市和园区。",
    "name the reports to judge, as in: digecon check report.yaml; "
    "digecon targets lists the places with targets",
)
OVER_INPUT = Text("“{path}”是输入文件，不会覆盖", "“{path}” is an input and will not be overwritten")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("check", cls=Helped, help=say(HELP))
    @click.argument("paths", metavar="REPORT...", nargs=-1)
    @targets_option()
    @judging_options
    @format_option()
    @output_options
    def check(
        paths: tuple[str, ...],
        targets: str | None,
        reviews: tuple[str, ...],
        no_waivers: bool,
        check_documents: bool,
        as_of: datetime.date | None,
        min_evidence: str,
        fail_on: str,
        sinks: list[Sink],
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        if not paths:
            raise click.UsageError(say(WHAT_NEXT))
        view = view_of(color, quiet, verbose)
        library = TargetLibrary(find_targets(targets))
        settings = Settings(grade_of(min_evidence), not no_waivers, check_documents)
        brief = quiet and all(sink.format.brief for sink in sinks)
        batch = check_paths(paths, library, as_of or today(), settings, reviews, brief)
        _refuse_inputs(sinks, (*paths, *reviews, *_read_by(batch), *library.paths()))
        _write(batch, sinks, view)
        return exit_of(batch, fail_on)

    return check


def _write(batch: Batch, sinks: list[Sink], view: View) -> None:
    """Write each format where it goes: files first, so that a full terminal loses none of them.

    Where all goes into files, the verdicts are still told, so that no run looks as if it checked nothing.
    """
    if all(sink.path is not None for sink in sinks):
        tell(render_verdicts(batch, view).rstrip("\n"))
    for sink in sorted(sinks, key=lambda sink: sink.path is None):
        if sink.path is None:
            write_out(sink.format.render(batch, view), sink.format.data)
        else:
            on_file = replace(view, color=False, encoding="utf-8")
            write_file(sink.format.render(batch, on_file), sink.path)


def _refuse_inputs(sinks: list[Sink], inputs: Iterable[str]) -> None:
    """Refuse to write over anything the run reads."""
    if all(sink.path is None for sink in sinks):
        return
    read = {real_path(path) for path in inputs}
    for sink in sinks:
        if sink.path is not None and real_path(sink.path) in read:
            raise click.UsageError(say(OVER_INPUT.format(path=sink.path)))


def _read_by(batch: Batch) -> Iterable[str]:
    yield from (assessment.source.path for assessment in batch.assessments)
    yield from (file.source.path for file in batch.remarks)
    yield from (file.path for file in batch.reviews)
    for assessment in batch.assessments:
        folder = os.path.dirname(assessment.source.path)
        yield from (os.path.join(folder, file.path) for file in assessment.documents)
