"""``digecon check REPORT...``: judge reports against the published targets."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from functools import partial

import click

from ..domain.exit_codes import exit_of
from ..domain.run_counts import RunCounts
from ..run.check import check_briefly
from ..run.judge import Judge
from ..run.options import RunOptions
from ..run.showing import ShowingAsked, show_reports
from ..show.format import Format
from ..show.formats import FORMATS
from ..show.verdicts import ending, verdict_row
from ..show.view import View
from ..show.ways import COUNTS, ERRORS, VERDICTS, FormatInView
from ..text import Text
from .configured import ConfiguredCommand
from .findings import findings_option, with_findings
from .language import say
from .options import Sink
from .output import tell, tell_content, write_file, write_out
from .progress import Progress
from .proposals import files
from .run_options import run_options
from .tasks import tasks_in, tasks_option
from .writing import (
    all_in_files,
    appended_to,
    in_a_file,
    not_over,
    refuse_inputs,
    write_all,
    written_to,
)

HELP = Text(
    "对照公布目标核验报告。REPORT 是报告文件、文件夹，或表示标准输入的“-”。",
    "Judge reports against the published targets. REPORT is a file, a folder, or - for standard input.",
)
EXAMPLES = (
    ("digecon check report.yaml", Text("核验一份报告", "judge one report")),
    (
        "digecon check reports/ --review reviews/ -q",
        Text(
            "核验文件夹中的全部报告和复核意见，每份一行结论",
            "judge the reports of a folder with their reviews, a line a report",
        ),
    ),
    (
        "digecon check report.xlsx --output-format html=page.html",
        Text("写出网页（可与其他格式同时写出）", "write a page; other formats can be written beside it"),
    ),
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

    @click.command("check", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("paths", metavar="REPORT...", nargs=-1, shell_complete=files)
    @tasks_option()
    @findings_option()
    @run_options(WHAT_NEXT)
    def check(
        options: RunOptions,
        view: View,
        *,
        redact_items: bool,
        fail_on: str,
        sinks: list[Sink],
        earlier_tasks: str | None,
        findings: Sink | None,
    ) -> int:
        if view.quiet and len(sinks) == 1 and sinks[0].format.brief and not findings:
            return exit_of(_tell_verdicts(options, sinks[0], view), fail_on)
        closing = COUNTS if findings else VERDICTS
        every = with_findings(sinks, findings)
        return exit_of(_show_run(options, every, view, redact_items, earlier_tasks, closing), fail_on)

    return check


def _show_run(
    options: RunOptions,
    sinks: list[Sink],
    view: View,
    redact_items: bool,
    earlier: str | None,
    closing: Format,
) -> RunCounts:
    """Judge the reports and write all that there is to say of them; return what they came to. Where all of it
    goes into files, ``closing`` is told.

    Raises:
        click.UsageError: where the output would go into an input.
        NotWrittenError: where it cannot be written.
    """
    beside = [FormatInView(closing, view)] if all_in_files(sinks) else []
    if all(sink.format.findings_only for sink in sinks):
        beside.append(FormatInView(ERRORS, view))
    ways = (*beside, *_ways(sinks, view))
    asked = ShowingAsked(ways, redact_items, tasks_in(earlier), written_to(sinks))
    with ExitStack() as kept:
        with Progress(options) as progress:
            shown = kept.enter_context(show_reports(Judge.of(options), asked, progress))
        read = (*options.beside, *options.library.paths(), *((earlier,) if earlier else ()))
        refuse_inputs(sinks, (*options.paths, *shown.over, *read))
        for way in beside:
            if way.format is ERRORS:
                tell_content(shown.shown(way))
        write_all(
            sinks,
            view,
            lambda form, view: shown.shown(FormatInView(form, view)),
            lambda view: shown.shown(FormatInView(closing, view)),
        )
        return shown.run.counts


def _ways(sinks: Sequence[Sink], view: View) -> Iterator[FormatInView]:
    """Return the ways in which a run is shown where it goes; see :func:`write_all`."""
    on_file = in_a_file(view)
    yield from (FormatInView(sink.format, on_file if sink.path else view) for sink in sinks)
    yield from (FormatInView(FORMATS[appended.format], on_file) for appended in appended_to(sinks))


def _tell_verdicts(options: RunOptions, sink: Sink, view: View) -> RunCounts:
    """Judge the reports and write their verdicts as they are made; return what they came to.

    Raises:
        click.UsageError: where the output would go into an input.
        NotWrittenError: where it cannot be written.
    """
    judge = Judge.of(options, brief=True)
    past = judge.history.digests if judge.history else ()
    read = (*options.beside, *(file.path for file in past))
    refuse_inputs((sink,), (*read, *options.library.paths()))
    lines: list[str] = []
    write = partial(write_out, data=False) if sink.path is None else lines.append
    with Progress(options, written_to=sink.path is None) as progress:
        inputs = not_over(options.inputs(), (sink,), options.library)
        counts = check_briefly(judge, inputs, partial(verdict_row, view=view), write, progress)
        write(ending(counts, view))
    if sink.path is not None:
        whole = "".join(lines)
        tell(whole.rstrip("\n"))
        write_file(whole, sink.path)
    return counts
