"""``digecon score PATH...``: all places side by side."""

from collections.abc import Iterator

import click

from ..domain.exit_codes import exit_of
from ..domain.reports import Period
from ..domain.scoreboard import Recipe
from ..load.faults import accepted
from ..load.weights import read_weights
from ..run.judge import Judge
from ..run.options import RunOptions
from ..run.score import score_reports
from ..show.redaction import redacted_board
from ..show.scoreboard.document import ends, files_of
from ..show.verdicts import beside_lines, errors_of
from ..show.view import View
from ..text import Text
from .configured import ConfiguredCommand
from .language import say
from .options import Sink, option, period_option
from .output import tell_lines
from .progress import Progress
from .proposals import files
from .run_options import run_options
from .tasks import tasks_in, tasks_option
from .writing import not_over, refuse_inputs, write_all

HELP = Text(
    "将所有有公布目标的城市和园区并列汇总。PATH 是报告文件、文件夹，或表示标准输入的“-”。"
    "同一对象同一报告期有多份报告的，以最后一次报送的一份为准。",
    "Put all places with published targets side by side. PATH is a file, a folder, or - for standard input. "
    "Of several reports of one place for one period the highest revision counts.",
)
EXAMPLES = (
    (
        "digecon score reports/",
        Text("所有城市和园区最近一期的完成情况汇总表", "the scoreboard of the latest period"),
    ),
    (
        "digecon score reports/ --index --rank",
        Text("另列平均实现程度和位次（非官方）", "with mean attainment and ranks, which are unofficial"),
    ),
    ("digecon score reports/ --output-format xlsx=score.xlsx", Text("写出工作簿", "write a workbook")),
)
WHAT_NEXT = Text(
    "请给出报告所在的文件夹，例如：digecon score reports/",
    "name the folder of reports, as in: digecon score reports/",
)
PERIOD = Text(
    "报告期，如 2025 或 2025-M09（默认为所找到的最近一期）",
    "the period, as in 2025 or 2025-M09 (default: the latest found)",
)
INDEX = Text(
    "另列平均实现程度及其上下限、算法（非官方）；--rank、--weights 也会列出",
    "show the mean attainment with its bounds, and how it is made (unofficial); implied by --rank and "
    "--weights",
)
RANK = Text(
    "同类考核对象之间排位次（非官方），附位次区间",
    "rank places of one kind among themselves (unofficial), with the interval of each rank",
)
WEIGHTS = Text("各指标权重的文件（默认权重相同）", "a file of weights for the indicators (default: equal)")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("score", cls=ConfiguredCommand, help=say(HELP), examples=EXAMPLES)
    @click.argument("paths", metavar="PATH...", nargs=-1, shell_complete=files)
    @period_option(PERIOD)
    @option("--index", is_flag=True, help=INDEX)
    @option("--rank", is_flag=True, help=RANK)
    @option("--weights", metavar="FILE", shell_complete=files, help=WEIGHTS)
    @tasks_option()
    @run_options(WHAT_NEXT, "scores")
    def score(
        options: RunOptions,
        view: View,
        *,
        period: Period | None,
        index: bool,
        rank: bool,
        weights: str | None,
        redact_items: bool,
        fail_on: str,
        sinks: list[Sink],
        earlier_tasks: str | None,
    ) -> int:
        tasks = tasks_in(earlier_tasks)
        judge, library = Judge.of(options), options.library
        recipe = Recipe(accepted(read_weights(weights, library)) if weights else None, rank, index)
        beside = (*options.beside, *((earlier_tasks,) if earlier_tasks else ()))
        refuse_inputs(sinks, (*beside, *_read_by(judge, recipe)))
        with Progress(options) as progress:
            inputs = not_over(options.inputs(), sinks, library)
            board = score_reports(judge, inputs, recipe, period, progress)
        board = board._replace(earlier_tasks=tasks)
        board = redacted_board(board) if redact_items else board
        if all(sink.format.findings_only for sink in sinks):
            tell_lines(errors_of(files_of(board), view))
            tell_lines(beside_lines(board.counts, view))
        write_all(
            sinks,
            view,
            lambda form, view: form.scored(board, view),
            lambda view: "\n".join(ends(board, view)),
        )
        return exit_of(board.counts, fail_on)

    return score


def _read_by(judge: Judge, recipe: Recipe) -> Iterator[str]:
    """Return the files that are read beside the reports."""
    yield from judge.library.paths()
    yield from (file.path for file in judge.reviews.digests)
    yield from (file.path for file in (judge.history.digests if judge.history else ()))
    if recipe.weights_file:
        yield recipe.weights_file.path
