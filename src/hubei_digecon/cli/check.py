"""``digecon check REPORT...``: judge reports against the published targets."""

import datetime
import os
from collections.abc import Iterable

import click

from ..checking import check_paths, judge_for, today
from ..checking.isolation import IsolatedRun
from ..exits import exit_of
from ..findings import Settings, grade_of
from ..load.inputs import count_inputs
from ..load.targets import library_in_use
from ..render.verdicts import beside_lines, errors_of
from ..render.verdicts import render as render_verdicts
from ..run import Run
from ..text import Text
from .completing import files
from .configured import Configured
from .language import say
from .options import (
    Sink,
    exclude_option,
    format_option,
    jobs_option,
    judging_options,
    output_options,
    targets_option,
    view_of,
)
from .origins import told_here
from .output import tell_lines
from .progress import Progress
from .readable import refuse_without_extra
from .selection import selection_options
from .writing import refuse_inputs, write_all

HELP = Text(
    "对照公布目标核验报告。REPORT 是报告文件、文件夹，或表示标准输入的“-”。",
    "Judge reports against the published targets. REPORT is a file, a folder, or - for standard input.",
)
WHAT_NEXT = Text(
    "请给出要核验的报告，例如：digecon check report.yaml。还没有报告的：digecon targets 列出有公布目标的"
    "城市和园区，digecon new ENTITY -o report.yaml 生成空白报告；样例见 sample_reports/。",
    "name the reports to judge, as in: digecon check report.yaml. Without one yet: digecon targets lists the "
    "places with targets, digecon new ENTITY -o report.yaml writes an empty report, and sample_reports/ "
    "holds examples",
)


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("check", cls=Configured, help=say(HELP))
    @click.argument("paths", metavar="REPORT...", nargs=-1, shell_complete=files)
    @targets_option()
    @exclude_option()
    @judging_options
    @jobs_option()
    @selection_options
    @format_option()
    @output_options
    def check(
        paths: tuple[str, ...],
        targets: str | None,
        exclude: tuple[str, ...],
        reviews: tuple[str, ...],
        no_waivers: bool,
        redact_items: bool,
        check_documents: bool,
        as_of: datetime.date | None,
        min_evidence: str,
        fail_on: str,
        jobs: int | None,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        sinks: list[Sink],
        lang: str | None,
        color: str,
        quiet: bool,
        verbose: bool,
    ) -> int:
        if not paths:
            raise click.UsageError(say(WHAT_NEXT))
        refuse_without_extra(paths)
        view = view_of(color, quiet, verbose)
        library = library_in_use(targets)
        settings = Settings(
            grade_of(min_evidence), not no_waivers, check_documents, select, ignore, exclude, told_here()
        )
        day = as_of or today()
        if quiet and len(sinks) == 1 and sinks[0].format.brief:
            from .quiet import tell_verdicts  # other runs do without

            judge = judge_for(library, day, settings, reviews, brief=True)
            refuse_inputs(sinks, (*reviews, *library.paths()))
            return exit_of(tell_verdicts(judge, paths, jobs, sinks[0], view), fail_on)
        with Progress(lambda: count_inputs(paths, exclude)) as progress:
            run = check_paths(paths, library, day, settings, reviews, progress)
        isolated = IsolatedRun(run)
        refuse_inputs(sinks, (*paths, *reviews, *_read_by(run), *library.paths()))
        if redact_items:
            isolated.run = isolated.show(_redacted)
        if all(sink.format.findings_only for sink in sinks):
            tell_lines(isolated.show(lambda run: list(errors_of((*run.remarks, *run.assessments), view))))
            tell_lines(isolated.show(lambda run: list(beside_lines(run.tally, view))))
        write_all(
            sinks,
            view,
            lambda form, view: isolated.show(lambda run: form.render(run, view)),
            lambda view: isolated.show(lambda run: render_verdicts(run, view)),
        )
        return exit_of(isolated.run.tally, fail_on)

    return check


def _redacted(run: Run) -> Run:
    from ..redaction import redacted  # it knows the scoreboard too, which other runs do without

    return redacted(run)


def _read_by(run: Run) -> Iterable[str]:
    yield from (assessment.source.path for assessment in run.assessments)
    yield from (file.source.path for file in run.remarks)
    yield from (file.path for file in run.reviews)
    for assessment in run.assessments:
        folder = os.path.dirname(assessment.source.path)
        yield from (os.path.join(folder, file.path) for file in assessment.documents)
