"""``digecon score PATH...``: all places side by side."""

import datetime
from collections.abc import Iterator

import click

from ..checking import judge_for, today
from ..checking.judge import Judge
from ..checking.scoring import score_paths
from ..checking.spreading import jobs_for
from ..exits import exit_of
from ..findings import Settings, grade_of
from ..load.inputs import count_inputs, find_inputs
from ..load.targets import library_in_use
from ..load.weights import read_weights
from ..model.reports import Period
from ..redaction import redacted_board
from ..render.board.words import ends, files_of
from ..render.verdicts import beside_lines, errors_of
from ..scoreboard.recipe import Recipe
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
    option,
    output_options,
    period_option,
    targets_option,
    view_of,
)
from .origins import told_here
from .output import tell_lines
from .progress import Progress
from .readable import refuse_without_extra
from .selection import selection_options
from .writing import not_over, refuse_inputs, write_all

HELP = Text(
    "将所有有公布目标的城市和园区并列汇总。PATH 是报告文件、文件夹，或表示标准输入的“-”。"
    "同一对象同一报告期有多份报告的，以报送次数最高的一份为准。",
    "Put all places with published targets side by side. PATH is a file, a folder, or - for standard input. "
    "Of several reports of one place for one period the highest revision counts.",
)
WHAT_NEXT = Text(
    "请给出报告所在的文件夹，例如：digecon score reports/",
    "name the folder of reports, as in: digecon score reports/",
)
PERIOD = Text(
    "报告期，如 2025 或 2025-M09（默认为所找到的最近一期）",
    "the period, as in 2025 or 2025-M09 (default: the latest found)",
)
RANK = Text(
    "同类考核对象之间排位次（非官方），附位次区间",
    "rank places of one kind among themselves (unofficial), with the interval of each rank",
)
WEIGHTS = Text("各指标权重的文件（默认权重相同）", "a file of weights for the indicators (default: equal)")


def command() -> click.Command:
    """Return the command, its help in the language of this run."""

    @click.command("score", cls=Configured, help=say(HELP))
    @click.argument("paths", metavar="PATH...", nargs=-1, shell_complete=files)
    @period_option(PERIOD)
    @option("--rank", is_flag=True, help=RANK)
    @option("--weights", metavar="FILE", shell_complete=files, help=WEIGHTS)
    @targets_option()
    @exclude_option()
    @judging_options
    @jobs_option()
    @selection_options
    @format_option("scores")
    @output_options
    def score(
        paths: tuple[str, ...],
        period: Period | None,
        rank: bool,
        weights: str | None,
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
        judge = judge_for(library, as_of or today(), settings, reviews)
        recipe = Recipe(read_weights(weights, library) if weights else None, rank)
        refuse_inputs(sinks, (*reviews, *_read_by(judge, recipe)))
        with Progress(lambda: count_inputs(paths, exclude)) as progress:
            inputs = not_over(find_inputs(paths, exclude), sinks, library)
            board = score_paths(inputs, judge, recipe, period, jobs_for(paths, jobs), progress)
        board = redacted_board(board) if redact_items else board
        if all(sink.format.findings_only for sink in sinks):
            tell_lines(errors_of(files_of(board), view))
            tell_lines(beside_lines(board.tally, view))
        write_all(
            sinks,
            view,
            lambda form, view: form.scored(board, view),
            lambda view: "\n".join(ends(board, view)),
        )
        return exit_of(board.tally, fail_on)

    return score


def _read_by(judge: Judge, recipe: Recipe) -> Iterator[str]:
    """Return the files that are read beside the reports."""
    yield from judge.library.paths()
    yield from (file.path for file in judge.reviews.digests)
    if recipe.weights_file:
        yield recipe.weights_file.path
